// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import ResourceLimits

/// The texts of all files that were read, from which the excerpts of diagnostics are taken, also of those that later stages find.
///
/// A file that may hold exempt information is hidden as a whole, so that nobody has to know where the exempt part begins and ends.
package struct SourceTexts: Sendable {
    private var texts: [String: SourceText] = [:]
    private var hidden: Set<String> = []
    /// Whether a key or a column is one that the program names: the location of a diagnostic may name it also in a hidden file.
    private let isProgramField: @Sendable (String) -> Bool

    /// No texts yet.
    package init(isProgramField: @escaping @Sendable (String) -> Bool = { _ in false }) {
        self.isProgramField = isProgramField
    }

    /// A file's text, or `nil` if it was not read.
    subscript(file: String) -> SourceText? { texts[file] }

    mutating func insert(_ text: SourceText) { texts[text.file] = text }

    /// Lets no excerpt be taken from a file.
    package mutating func hide(_ file: String) { hidden.insert(file) }

    func isHidden(_ file: String) -> Bool { hidden.contains(file) }

    /// The diagnostics, each with the line that it is about unless it has an excerpt already or its line is unknown.
    ///
    /// A diagnostic in a hidden file keeps its location and quotes nothing of the file.
    package func excerpting(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var indices: [String: LineIndex] = [:]
        // Many problems may be in one line.
        var last: (file: String, line: Int, scalars: [Unicode.Scalar])?
        return diagnostics.map { diagnostic in
            // A diagnostic without a location may be about any file.
            let diagnostic = diagnostic.redacted(
                isHidden: { file in file.map(hidden.contains) ?? !hidden.isEmpty },
                isOwnField: isProgramField
            )
            guard let location = diagnostic.location, location.line > 0, diagnostic.excerpt == nil,
                !hidden.contains(location.file), let text = texts[location.file]
            else { return diagnostic }
            let index = indices[location.file] ?? LineIndex(text.bytes)
            indices[location.file] = index
            if last?.file != location.file || last?.line != location.line {
                last = index.line(location.line, of: text.bytes, atMost: Limits.longestQuotedLine)
                    .map { (location.file, location.line, Array($0.unicodeScalars)) }
            }
            guard let last, location.column <= last.scalars.count + 1 else { return diagnostic }
            return diagnostic.excerpting(last.scalars)
        }
    }
}
