// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TextShaping
import Typesetting

/// The text that pages draw, by whom it belongs to.
struct DrawnText {
    /// For each page, whom the text in each of its brackets belongs to, in the order in which it is drawn.
    ///
    /// Cairo numbers the brackets of a page from zero, so that a bracket's place here is the number in Cairo's file.
    private(set) var owners: [[Owner]] = []
    private var nodes: [Wording] = []
    private var labels: [Wording] = []

    init(of pages: [Page]) {
        owners.reserveCapacity(pages.count)
        for page in pages {
            var ofPage: [Owner] = []
            for case .text(let owner, let range) in page.drawings {
                ofPage.append(owner)
                for run in page.runs(in: range) { add(run, for: owner) }
            }
            owners.append(ofPage)
        }
    }

    private mutating func add(_ run: TextRun, for owner: Owner) {
        switch owner {
        case .node(let id): nodes.add(run, at: id.index)
        case .label(let id): labels.add(run, at: id.index)
        case .furniture: break
        }
    }

    /// All words that are drawn for an owner.
    func words(of owner: Owner) -> Wording {
        switch owner {
        case .node(let id): nodes.indices.contains(id.index) ? nodes[id.index] : Wording()
        case .label(let id): labels.indices.contains(id.index) ? labels[id.index] : Wording()
        case .furniture: Wording()
        }
    }
}

extension [Wording] {
    fileprivate mutating func add(_ run: TextRun, at index: Int) {
        if index >= count { append(contentsOf: repeatElement(Wording(), count: index + 1 - count)) }
        for placed in run.pieces {
            for shaped in placed.piece.runs { self[index].add(shaped.text) }
        }
    }
}
