// SPDX-License-Identifier: Apache-2.0

import CCairo

/// Why a paper cannot be exported: always a fault of the program or of its libraries, never of a workspace.
package struct ExportError: Error, Sendable, Hashable, CustomStringConvertible {
    package var description: String

    init(_ description: String) { self.description = description }

    /// The failure of an operation of Cairo, in Cairo's own words.
    init(_ operation: String, status: cairo_status_t) {
        let words = cairo_status_to_string(status).map { String(cString: $0) } ?? "unknown status \(status.rawValue)"
        description = "\(operation): \(words)"
    }
}
