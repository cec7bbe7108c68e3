// SPDX-License-Identifier: Apache-2.0

/// The system would not let a folder or a file be read.
package struct IntakeError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was tried: `open the folder`.
    package var operation: String
    package var path: String
    /// The system's own words: `No such file or directory`.
    package var reason: String

    /// Whether there is no such thing, rather than no way to it.
    package var isMissing: Bool
    /// What an officer can do.
    package var hint: String?

    package init(operation: String, path: String, reason: String, isMissing: Bool = false, hint: String? = nil) {
        self.operation = operation
        self.path = path
        self.reason = reason
        self.isMissing = isMissing
        self.hint = hint
    }

    package var description: String { "cannot \(operation) `\(path)`: \(reason)" }
}
