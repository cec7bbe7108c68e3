// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import ResourceLimits

/// The texts of all files that were read, from which excerpts are taken, also for what later stages find.
///
/// A file in which anything like a marker of exempt information stands is quoted nowhere. That goes by its raw text, so that no parse has
/// to succeed first, and for the whole file, so that nobody has to know where what is exempt begins and ends.
package struct SourceTexts: Sendable {
    private var texts: [String: SourceText] = [:]
    /// The files that are not quoted.
    private var hidden: Set<String> = []

    package init() {}

    /// A file's text, if it was read.
    subscript(file: String) -> SourceText? { texts[file] }

    mutating func insert(_ text: SourceText) {
        texts[text.file] = text
        if text.mayHoldExemptInformation { hidden.insert(text.file) }
    }

    mutating func hide(_ file: String) { hidden.insert(file) }

    func isHidden(_ file: String) -> Bool { hidden.contains(file) }

    /// The same diagnostics, each with the line that it is about, if it has none yet and a line is known.
    ///
    /// Of a file that is not quoted a diagnostic tells the place, and none of its words.
    package func excerpting(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var indices: [String: LineIndex] = [:]
        // Many problems may be in one line.
        var last: (file: String, line: Int, scalars: [Unicode.Scalar])?
        return diagnostics.map { diagnostic in
            // What has no place may be about any file.
            let diagnostic = diagnostic.redacted(
                isHidden: { file in file.map(hidden.contains) ?? !hidden.isEmpty },
                isOwnField: KnownFields.contains
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

extension SourceText {
    /// Whether any line holds something like a marker.
    ///
    /// A layout speaks of exempt information as the program does, and holds none: there only the marker itself is one.
    fileprivate var mayHoldExemptInformation: Bool {
        if file.hasSuffix(" (program)") { return false }
        let isLayout = file.hasPrefix("layouts/")
        let index = LineIndex(bytes)
        return (1...index.count).contains { line in
            guard let range = index.range(line), ExemptSigns.mayHold(bytes[range]) else { return false }
            let text = String(decoding: bytes[range], as: UTF8.self)
            return isLayout ? ExemptSigns.holdsMarker(text) : ExemptSigns.areLike(text)
        }
    }
}
