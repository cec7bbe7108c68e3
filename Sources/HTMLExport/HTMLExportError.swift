// SPDX-License-Identifier: Apache-2.0

/// Why a paper cannot be written as HTML: always a fault of the program or of its libraries, never of a workspace.
package struct HTMLExportError: Error, Sendable, Hashable, CustomStringConvertible {
    package var description: String

    init(_ description: String) { self.description = description }
}
