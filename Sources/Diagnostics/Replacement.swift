// SPDX-License-Identifier: Apache-2.0

/// What puts a mistake right, where there is exactly one right answer: words of a text file, and those that belong in their place.
///
/// ```
/// Self(.misspeltName, "`\(written)` is not how …", replacing: Replacement(of: written, by: registered))
/// ```
package struct Replacement: Sendable, Hashable, Codable {
    /// The words that are in the file at the location of the diagnostic, as they are written.
    package let written: String
    /// The right words.
    package let right: String

    package init(of written: String, by right: String) {
        self.written = written
        self.right = right
    }
}
