// SPDX-License-Identifier: Apache-2.0

import PaperTree

extension PageNumbers {
    /// Finds the page numbers of pages.
    ///
    /// - Parameter references: the links that print a page number.
    init(of pages: [PageBody], references: Set<NodeID>) {
        self.init(count: pages.count)
        for (index, page) in pages.enumerated() {
            for destination in page.destinations { self.pages[destination.anchor] = index + 1 }
            if references.isEmpty { continue }
            for case .link(let area) in page.items where references.contains(area.node) {
                let first = self.references[area.node]?.lowerBound ?? index + 1
                self.references[area.node] = first...(index + 1)
            }
        }
    }
}
