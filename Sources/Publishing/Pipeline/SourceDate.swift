// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import PDFExport

/// The date of reproducible builds, from the variable SOURCE_DATE_EPOCH.
package enum SourceDate {
    /// Seconds since 1970, or `nil` if the variable is not set.
    ///
    /// - Throws: a ``PublicationError`` where it is no such number.
    package static func read(
        from environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(PublicationError) -> Int? {
        guard let text = environment["SOURCE_DATE_EPOCH"], !text.isEmpty else { return nil }
        guard let seconds = Int(text), DocumentDate(secondsSince1970: seconds) != nil else {
            throw PublicationError(.usage, "SOURCE_DATE_EPOCH is `\(text)`, not a number of seconds since 1970")
        }
        return seconds
    }
}
