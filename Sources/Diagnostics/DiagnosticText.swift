// SPDX-License-Identifier: Apache-2.0

/// The text of a message or a hint, which knows of each of its parts whose words they are.
///
/// What is written out in the program's source is the program's; whatever is put in counts as a quotation of the file that the
/// diagnostic is about, unless it is said to come from elsewhere. So nothing that an officer wrote can be taken for the program's
/// own words, however it is spelt, and a file that may not be quoted is not (``Diagnostic/redacted(hiding:hidesPlace:isOwnField:)``).
///
/// ```
/// let text: DiagnosticText = "unknown key `\(entry.key)` in \(own: form.name)"
/// ```
package struct DiagnosticText: Sendable, Hashable, Codable {
    /// Whose words a part is made of.
    package enum Source: Sendable, Hashable, Codable {
        /// The program's: a keyword, a file of its own.
        case program
        /// Of the file that the diagnostic is about.
        case place
        /// Made by the program of words of the file that the diagnostic is about, and telling of them: a spelling, a correction.
        case derived
        /// Of a file of the workspace.
        case file(String)
        /// Of some file or other.
        case anywhere
    }

    private struct Part: Sendable, Codable {
        var text: String
        var source: Source
    }

    private var parts: [Part] = []

    /// A text that is the program's from end to end.
    package init(own text: String) { append(text, from: .program) }

    private mutating func append(_ text: String, from source: Source) {
        if !text.isEmpty { parts.append(Part(text: text, source: source)) }
    }

    package static func + (first: DiagnosticText, second: DiagnosticText) -> DiagnosticText {
        var text = first
        text.parts += second.parts
        return text
    }

    /// The words of the file that the diagnostic is about.
    var quotations: [String] { parts.filter { $0.source == .place }.map(\.text) }

    /// The same with `…` in place of each part whose words are hidden.
    func redacted(_ isHidden: (_ words: String, Source) -> Bool) -> DiagnosticText {
        var text = self
        for (index, part) in parts.enumerated() where part.source != .program && isHidden(part.text, part.source) {
            text.parts[index] = Part(text: "…", source: .program)
        }
        return text
    }

    /// Two texts are equal where they read the same.
    package static func == (first: DiagnosticText, second: DiagnosticText) -> Bool {
        first.description == second.description
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension DiagnosticText: CustomStringConvertible {
    package var description: String { parts.count == 1 ? parts[0].text : parts.map(\.text).joined() }
}

extension DiagnosticText: ExpressibleByStringInterpolation {
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = DiagnosticText(own: "")

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) { text.append(literal, from: .program) }

        /// Quotes the file that the diagnostic is about.
        package mutating func appendInterpolation(_ quotation: some CustomStringConvertible) {
            text.append("\(quotation)", from: .place)
        }

        /// Quotes something of another file.
        package mutating func appendInterpolation(_ quotation: some CustomStringConvertible, from source: Source) {
            text.append("\(quotation)", from: source)
        }

        /// Puts in words of the program's own.
        package mutating func appendInterpolation(own words: some CustomStringConvertible) {
            text.append("\(words)", from: .program)
        }

        /// Puts in a count or a line number.
        package mutating func appendInterpolation(_ number: Int) { text.append("\(number)", from: .program) }

        /// Puts in another text, each part with its own source.
        package mutating func appendInterpolation(_ other: DiagnosticText) { text.parts += other.parts }
    }

    package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }

    package init(stringLiteral: String) { self.init(own: stringLiteral) }
}

extension Sequence<String> {
    /// The names, each in backticks, with commas between them.
    package var inBackticks: String { map { "`\($0)`" }.joined(separator: ", ") }
}
