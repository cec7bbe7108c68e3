// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// The order in which the papers of a run are set and written.
///
/// A paper that is being set takes memory by its length. Two long ones at once would take that of both, and a long one has pages enough for all
/// threads to draw: those are made one after another, and the others at the same time.
struct PaperOrder: Equatable {
    /// The indices of papers that are made one after another, each on all threads.
    var alone: [Int] = []
    /// The indices of papers that threads make at the same time, in the order in which they are begun: the longest first, so that none of them is left
    /// to the end.
    var together: [Int] = []

    /// - Parameter sizes: the nodes of each paper.
    init(ofSizes sizes: [Int], threads: Int) {
        guard threads > 1 else {
            together = Array(sizes.indices)
            return
        }
        let longest = Limits.mostNodesMadeTogether / threads
        for index in sizes.indices.sorted(by: { (sizes[$1], $0) < (sizes[$0], $1) }) {
            if sizes[index] > longest { alone.append(index) } else { together.append(index) }
        }
    }
}
