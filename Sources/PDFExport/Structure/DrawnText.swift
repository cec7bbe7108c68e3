// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TextShaping
import Typesetting
import UnicodeText

/// The text that pages draw, by its owners.
struct DrawnText {
    /// The text in one bracket.
    struct Stretch {
        var owner: Owner
        /// Whether it is invisible.
        var isBlank: Bool
        /// How many images are drawn with it.
        var images: Int
    }

    /// The text in each bracket of each page, in the order in which it is drawn.
    ///
    /// Cairo numbers the brackets of a page from zero, so that the index of a bracket is its number in Cairo's file.
    private(set) var stretches: [[Stretch]] = []
    private var nodes: [TextDigest] = []
    private var labels: [TextDigest] = []

    init(of pages: [Page]) {
        stretches.reserveCapacity(pages.count)
        for page in pages {
            var ofPage: [Stretch] = []
            for case .content(let owner, let range) in page.drawings {
                let runs = page.runs(in: range)
                let images = page.images(in: range).reduce(0) { count, _ in count + 1 }
                let isBlank = images == 0 && runs.allSatisfy(\.isBlank)
                ofPage.append(Stretch(owner: owner, isBlank: isBlank, images: images))
                for run in runs { add(run, for: owner) }
            }
            stretches.append(ofPage)
        }
    }

    private mutating func add(_ run: TextRun, for owner: Owner) {
        switch owner {
        case .node(let id): nodes.add(run, at: id.index)
        case .label(let id): labels.add(run, at: id.index)
        case .furniture: break
        }
    }

    /// The digest of all words that are drawn for an owner.
    func words(of owner: Owner) -> TextDigest {
        switch owner {
        case .node(let id): nodes.indices.contains(id.index) ? nodes[id.index] : TextDigest()
        case .label(let id): labels.indices.contains(id.index) ? labels[id.index] : TextDigest()
        case .furniture: TextDigest()
        }
    }
}

extension TextRun {
    /// Whether it is invisible.
    fileprivate var isBlank: Bool {
        pieces.allSatisfy { placed in placed.piece.runs.allSatisfy { $0.text.isBlank } }
    }
}

extension [TextDigest] {
    fileprivate mutating func add(_ run: TextRun, at index: Int) {
        if index >= count { append(contentsOf: repeatElement(TextDigest(), count: index + 1 - count)) }
        for placed in run.pieces {
            for shaped in placed.piece.runs { self[index].add(shaped.text) }
        }
    }
}
