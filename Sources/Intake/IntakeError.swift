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

    /// The error for what a file is asked for and is something else.
    ///
    /// - Parameter thing: what stands there: `a folder`.
    static func notAFile(_ thing: String, at path: String) -> IntakeError {
        IntakeError(
            operation: "read the file",
            path: path,
            reason: "it is \(thing), not a file",
            hint: "put the file itself in its place"
        )
    }

    package var description: String { "cannot \(operation) `\(path)`: \(reason)" }
}
