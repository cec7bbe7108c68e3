// SPDX-License-Identifier: Apache-2.0

/// Decides when the words in a shaper's cache are too many: words that come and go are dropped, words in use are not.
struct WordBudget {
    /// The limit never grows beyond this number.
    private static let largestLimit = 200_000
    /// If the limit is reached again after so few runs, the words are in use.
    private static let fewRuns = 10

    private var limit = 4000
    private var runs = 0

    /// Counts a run.
    ///
    /// - Parameter wordCount: the words in the cache after it.
    /// - Returns: whether the cache is to be dropped.
    mutating func isExceeded(by wordCount: Int) -> Bool {
        runs += 1
        if wordCount <= limit { return false }
        if runs < Self.fewRuns, wordCount < Self.largestLimit {
            limit = min(2 * wordCount, Self.largestLimit)
            return false
        }
        return true
    }

    /// Counts runs from the start: the cache has been dropped.
    mutating func reset() { runs = 0 }
}
