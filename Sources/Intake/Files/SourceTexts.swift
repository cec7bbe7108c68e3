// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// The texts of all files that were read, from which excerpts are taken, also for what later stages find.
package struct SourceTexts: Sendable {
    private var texts: [String: SourceText] = [:]

    package init() {}

    mutating func insert(_ text: SourceText) { texts[text.file] = text }

    /// The same diagnostics, each with the line that it is about, if it has none yet and a line is known.
    package func excerpting(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var indices: [String: LineIndex] = [:]
        return diagnostics.map { diagnostic in
            guard diagnostic.excerpt == nil, let location = diagnostic.location, location.line > 0,
                let text = texts[location.file]
            else { return diagnostic }
            let index = indices[location.file] ?? LineIndex(text.bytes)
            indices[location.file] = index
            return index.line(location.line, of: text.bytes).map(diagnostic.excerpting) ?? diagnostic
        }
    }
}
