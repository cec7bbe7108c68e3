// SPDX-License-Identifier: Apache-2.0

/// On which pages the places of a paper stand.
struct PageNumbers: Equatable {
    /// By anchor.
    var pages: [String: Int] = [:]
    /// How many pages there are.
    var count: Int

    init(of pages: [Paginator.BarePage]) {
        count = pages.count
        for (index, page) in pages.enumerated() {
            for destination in page.destinations { self.pages[destination.anchor] = index + 1 }
        }
    }
}
