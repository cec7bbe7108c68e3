// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// The page numbers of the anchors of a paper, and of the references to them.
struct PageNumbers: Equatable {
    /// The page of each anchor.
    var pages: [String: Int] = [:]
    /// The first and the last page of each link that prints a page number.
    var references: [NodeID: ClosedRange<Int>] = [:]
    /// The number of pages.
    var count: Int

    /// Whether an anchor is on the other side of the leaf that a reference to it is on: the front of a leaf is an odd page.
    func isOverleaf(_ anchor: String, from reference: NodeID) -> Bool {
        guard let own = references[reference], let page = pages[anchor] else { return false }
        return own.lowerBound == own.upperBound && own.lowerBound % 2 == 1 && page == own.lowerBound + 1
    }
}
