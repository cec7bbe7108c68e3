// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// On which pages the places of a paper, and the references to them, stand.
struct PageNumbers: Equatable {
    /// By anchor.
    var pages: [String: Int] = [:]
    /// The first and the last page of a link that says a page.
    var references: [NodeID: ClosedRange<Int>] = [:]
    /// How many pages there are.
    var count: Int

    /// - Parameter references: the links whose pages are asked for.
    init(of pages: [Paginator.BarePage], references: Set<NodeID> = []) {
        count = pages.count
        for (index, page) in pages.enumerated() {
            for destination in page.destinations { self.pages[destination.anchor] = index + 1 }
            if references.isEmpty { continue }
            for case .link(let area) in page.items where references.contains(area.node) {
                let first = self.references[area.node]?.lowerBound ?? index + 1
                self.references[area.node] = first...(index + 1)
            }
        }
    }

    /// Whether a place is the other side of the leaf that a reference to it stands on: leaves have odd pages in front.
    func isOverleaf(_ anchor: String, from reference: NodeID) -> Bool {
        guard let own = references[reference], let page = pages[anchor] else { return false }
        return own.lowerBound == own.upperBound && own.lowerBound % 2 == 1 && page == own.lowerBound + 1
    }
}
