// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// The texts of all files that were read, from which excerpts are taken, also for what later stages find.
package struct SourceTexts: Sendable {
    private var texts: [String: SourceText] = [:]
    /// Lines that are not for publication, by file.
    private var hidden: [String: [ClosedRange<Int>]] = [:]

    package init() {}

    /// A file's text, if it was read.
    subscript(file: String) -> SourceText? { texts[file] }

    mutating func insert(_ text: SourceText) { texts[text.file] = text }

    mutating func hide(_ lines: FileLines) { hidden[lines.file, default: []].append(lines.lines) }

    /// The same diagnostics, each with the line that it is about, if it has none yet and a line is known.
    ///
    /// Of what is not for publication a diagnostic tells the place, and none of its words.
    package func excerpting(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var indices: [String: LineIndex] = [:]
        return diagnostics.map { diagnostic in
            guard let location = diagnostic.location, location.line > 0, let text = texts[location.file] else {
                return diagnostic
            }
            let index = indices[location.file] ?? LineIndex(text.bytes)
            indices[location.file] = index
            if let lines = hidden[location.file]?.first(where: { $0.contains(location.line) }) {
                let words = lines.clamped(to: 1...index.count).compactMap { index.line($0, of: text.bytes) }.joined(
                    separator: "\n"
                )
                return diagnostic.withoutQuotations(from: words)
            }
            guard diagnostic.excerpt == nil else { return diagnostic }
            return index.line(location.line, of: text.bytes).map(diagnostic.excerpting) ?? diagnostic
        }
    }
}

extension Diagnostic {
    /// The same with `…` in place of every quotation that may be from a text, and without its line.
    fileprivate func withoutQuotations(from text: String) -> Diagnostic {
        var diagnostic = self
        diagnostic.excerpt = nil
        if let field = location?.field, text.lowercased().contains(field.lowercased()) {
            diagnostic.location?.field = nil
        }
        diagnostic.message = message.withoutQuotations(from: text)
        diagnostic.hint = hint?.withoutQuotations(from: text, evenInPart: true)
        return diagnostic
    }
}

extension String {
    /// The same with `…` between backticks wherever what stands there is in a text too, as far as it was quoted.
    ///
    /// - Parameter evenInPart: whether one of its words is enough.
    fileprivate func withoutQuotations(from text: String, evenInPart: Bool = false) -> String {
        let text = text.lowercased()
        return split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
            let quoted = (part.hasSuffix("…") ? part.dropLast() : part).lowercased()
            let words = quoted.split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 }
            let isQuotation =
                index % 2 == 1 && !quoted.isEmpty
                && (text.contains(quoted) || quoted.split(separator: "\n").contains { text.contains($0) }
                    || evenInPart && words.contains { text.contains($0) })
            return isQuotation ? "…" : String(part)
        }.joined(separator: "`")
    }
}
