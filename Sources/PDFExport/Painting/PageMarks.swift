// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Typesetting

/// The brackets around the text of a page, in the order in which it is drawn.
///
/// Cairo numbers the brackets of a page from zero, so that a bracket's place here is the number in Cairo's file.
struct PageMarks {
    /// What the text in each bracket belongs to.
    var owners: [Owner] = []
}

/// What has been drawn for each owner.
struct DrawnWords {
    private var nodes: [Wording] = []
    private var labels: [Wording] = []

    mutating func add(_ text: String, for owner: Owner) {
        switch owner {
        case .node(let id): nodes.add(text, at: id.index)
        case .label(let id): labels.add(text, at: id.index)
        case .furniture: break
        }
    }

    subscript(owner: Owner) -> Wording {
        switch owner {
        case .node(let id): nodes.indices.contains(id.index) ? nodes[id.index] : Wording()
        case .label(let id): labels.indices.contains(id.index) ? labels[id.index] : Wording()
        case .furniture: Wording()
        }
    }
}

extension [Wording] {
    fileprivate mutating func add(_ text: String, at index: Int) {
        if index >= count { append(contentsOf: repeatElement(Wording(), count: index + 1 - count)) }
        self[index].add(text)
    }
}
