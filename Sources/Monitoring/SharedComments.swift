// SPDX-License-Identifier: Apache-2.0

/// Follows the comments of a file from row to row, so that rows which share one comment have it.
package struct SharedComments: Sendable {
    /// The comment that a row has, of its own or shared with the row above it.
    package struct Resolved: Sendable, Hashable {
        /// Why the row is as it is, and what is done.
        package var reason: Prose
        package var response: Prose
        /// Rows next to each other with the same number share one comment.
        package var group: Int
    }

    private var last = Resolved(reason: Prose(), response: Prose(), group: -1)

    package init() {}

    /// The comment of the next row.
    ///
    /// - Parameter row: the row's index in the file.
    package mutating func comment(of comment: Comment, row: Int) -> Resolved {
        if case .own(let reason, let response) = comment {
            last = Resolved(reason: reason, response: response, group: row)
        }
        return last
    }
}
