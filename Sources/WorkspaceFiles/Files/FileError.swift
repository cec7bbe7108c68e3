// SPDX-License-Identifier: Apache-2.0

/// A folder or a file that could not be read.
package struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The operation that failed: `open the folder`.
    package var operation: String
    /// The path as it was given, relative to the file source.
    package var path: String
    /// The system's own words: `No such file or directory`.
    package var reason: String

    /// Whether the item does not exist, as opposed to one that may not be read.
    package var isMissing: Bool
    /// How an officer can mend it.
    package var hint: String?

    /// An error with the words of a report.
    package init(operation: String, path: String, reason: String, isMissing: Bool = false, hint: String? = nil) {
        self.operation = operation
        self.path = path
        self.reason = reason
        self.isMissing = isMissing
        self.hint = hint
    }

    /// The error for an item that is read as a file and is none.
    ///
    /// - Parameter thing: what it is: `a folder`.
    static func notAFile(_ thing: String, at path: String) -> FileError {
        FileError(
            operation: "read the file",
            path: path,
            reason: "it is \(thing), not a file",
            hint: "put the file itself in its place"
        )
    }

    package var description: String { "cannot \(operation) `\(path)`: \(reason)" }
}
