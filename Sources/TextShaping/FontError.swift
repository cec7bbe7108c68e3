// SPDX-License-Identifier: Apache-2.0

/// Why fonts cannot be used.
package struct FontError: Error, Sendable, Hashable, CustomStringConvertible {
    package var description: String

    package init(_ description: String) { self.description = description }
}
