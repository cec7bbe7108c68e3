// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Typesetting

/// The structure tree of a PDF. It is built from the paper tree alone: page breaks do not change it.
struct StructureTree {
    /// The elements in reading order, each before its descendants; the document is the first.
    private(set) var elements: [StructureElement]
    /// The header cells that name cells: one list for each cell, one after another.
    private(set) var headers: [NodeID]
    private let nodes: [Int32]
    private let labels: [Int32]

    init(elements: [StructureElement], headers: [NodeID]) {
        self.elements = elements
        self.headers = headers
        var nodes: [Int32] = []
        var labels: [Int32] = []
        for (index, element) in elements.enumerated() {
            switch element.owner {
            case .node(let id): nodes.set(Int32(clamping: index), at: id.index)
            case .label(let id): labels.set(Int32(clamping: index), at: id.index)
            case .furniture, nil: break
            }
        }
        self.nodes = nodes
        self.labels = labels
    }

    /// The element that text is drawn for.
    func element(of owner: Owner) -> Int? {
        switch owner {
        case .node(let id): nodes.value(at: id.index)
        case .label(let id): labels.value(at: id.index)
        case .furniture: nil
        }
    }

    /// The indices of the children of an element.
    func children(of parent: Int) -> some Sequence<Int> {
        sequence(first: parent + 1) { elements[$0].end }.prefix { $0 < elements[parent].end }
    }
}

extension [Int32] {
    fileprivate mutating func set(_ value: Int32, at index: Int) {
        if index >= count { append(contentsOf: repeatElement(-1, count: index + 1 - count)) }
        self[index] = value
    }

    fileprivate func value(at index: Int) -> Int? {
        guard indices.contains(index), self[index] >= 0 else { return nil }
        return Int(self[index])
    }
}
