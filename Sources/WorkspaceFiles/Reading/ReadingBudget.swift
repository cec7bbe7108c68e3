// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// How much of one workspace has been read, against the limits on all of it.
package struct ReadingBudget {
    private var bytes = 0
    private var rows = 0
    private var markdown = 0
    private var pixelsDecoded = 0
    private var pixelsHeld = 0

    /// A budget of which nothing is used.
    package init() {}

    /// Counts the bytes of a file.
    ///
    /// - Returns: whether all files so far are within ``Limits/largestWorkspace``.
    package mutating func takeFile(ofBytes count: Int) -> Bool {
        bytes += count
        return bytes <= Limits.largestWorkspace
    }

    /// Counts a row of a return.
    ///
    /// - Returns: whether all rows so far are within ``Limits/mostRows``.
    package mutating func takeRow() -> Bool {
        rows += 1
        return rows <= Limits.mostRows
    }

    /// Counts the bytes of a text that goes through the Markdown parser.
    ///
    /// - Returns: whether all such texts so far are within ``Limits/mostMarkdown``.
    package mutating func takeMarkdown(ofBytes count: Int) -> Bool {
        markdown += count
        return markdown <= Limits.mostMarkdown
    }

    /// Counts the pixels of a picture that is about to be decoded.
    ///
    /// - Returns: whether all so far are within ``Limits/mostPixelsDecoded``.
    package mutating func decodePixels(_ count: Int) -> Bool {
        pixelsDecoded += count
        return pixelsDecoded <= Limits.mostPixelsDecoded
    }

    /// Counts the pixels of a picture that is kept.
    ///
    /// - Returns: whether all so far are within ``Limits/mostPixelsHeld``.
    package mutating func holdPixels(_ count: Int) -> Bool {
        pixelsHeld += count
        return pixelsHeld <= Limits.mostPixelsHeld
    }
}
