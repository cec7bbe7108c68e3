// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Formats
package import Monitoring
import ResourceLimits
import UnicodeText

/// Reads the text of a figure: a number, words, or a reason for having none.
package struct ObservationReader {
    package init() {}

    /// The observation that was written.
    ///
    /// - Throws: the message of the rule that the text breaks.
    package func read(_ written: String, at location: SourceLocation) throws(Diagnostic.Message) -> Observation {
        let text = written.trimmed
        guard !text.isEmpty else { throw .emptyValue }
        guard text.utf8.count <= Limits.longestValue else {
            throw .valueTooLong
        }
        var observation = Observation(.yesOrNo(false), at: location)
        var rest = Substring(text)
        var absence: Absence?
        while rest.last == "]", let open = rest.lastIndex(of: "[") {
            let code = rest[rest.index(after: open)...].dropLast().trimmed
            if code.hasPrefix("^") {
                observation.notes.insert(try noteName(code), at: 0)
            } else if let qualifier = Qualifier(rawValue: code.lowercased()) {
                observation.qualifiers.insert(qualifier, at: 0)
            } else if let reason = Absence(rawValue: code.lowercased()), absence == nil {
                absence = reason
            } else {
                throw .unknownCode(code)
            }
            rest = Substring(rest[..<open].trimmed)
        }
        if let absence {
            guard rest.isEmpty else {
                throw .valueWithAbsence(rest.trimmed, absence)
            }
            guard observation.qualifiers.isEmpty else {
                throw .qualifiedAbsence(by: observation.qualifiers, absence)
            }
            observation.value = .absent(absence)
            return observation
        }
        guard !rest.isEmpty else {
            throw .missingValue(before: text)
        }
        observation.value = try value(String(rest))
        return observation
    }

    /// The reasons that there may be for having no value, for a hint.
    static let sayWhy = DiagnosticText(
        own: "say why there is none: " + Absence.allCases.map { "`\($0.code)` \($0.words)" }.joined(separator: ", ")
    )

    private func value(_ text: String) throws(Diagnostic.Message) -> Value {
        if let error = SpreadsheetError.first(in: text) { throw .spreadsheetError(error) }
        if let first = text.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
            return try figure(text)
        }
        if let code = AbsencePhrases.code(for: text) {
            throw .wordForMissingValue(text, code: code)
        }
        switch text.lowercased() {
        case "yes": return .yesOrNo(true)
        case "no": return .yesOrNo(false)
        default: break
        }
        if text.first?.isLetter == true {
            let isWords = text.split(whereSeparator: \.isWhitespace).count >= 2
            if isWords || FigureWords.isRating(text) { return .words(text) }
            if let words = FigureWords.read(text) { return .words(words) }
            throw .notAValue(text)
        }
        return try figure(text)
    }

    /// One number, or several with labels.
    private func figure(_ text: String) throws(Diagnostic.Message) -> Value {
        let isComposite = text.utf8.contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "(") }
        // Accountants write what is below zero in brackets; a label has a value before it.
        if isComposite, !text.prefix(while: { !$0.isNumber }).contains("(") { return .composite(try parts(of: text)) }
        do throws(Diagnostic.Message) {
            return .number(try QuantityReader().read(text))
        } catch {
            if let words = FigureWords.read(text) { return .words(words) }
            throw error
        }
    }

    /// `68.69% (Regulation 3); 75% (minerals and waste)`.
    private func parts(of text: String) throws(Diagnostic.Message) -> [Value.Part] {
        var parts: [Value.Part] = []
        for piece in text.split(separator: ";", omittingEmptySubsequences: false) {
            let part = piece.trimmed
            guard part.hasSuffix(")"), let open = part.firstIndex(of: "(") else {
                throw .unlabelledPart(part)
            }
            let label = part[part.index(after: open)...].dropLast().trimmed
            guard !label.isEmpty else {
                throw .emptyLabel(of: part)
            }
            parts.append(Value.Part(quantity: try QuantityReader().read(part[..<open].trimmed), label: label))
        }
        return parts
    }

    private func noteName(_ code: String) throws(Diagnostic.Message) -> String {
        let name = String(code.dropFirst())
        if name.isIdentifier { return name }
        throw .invalidNoteName(name)
    }
}

extension Diagnostic.Message {
    fileprivate static var emptyValue: Self {
        Self(.missingValue, "the value is empty", hint: ObservationReader.sayWhy)
    }

    fileprivate static var valueTooLong: Self {
        Self(
            .textTooLong,
            "the value is longer than \(Limits.longestValue) characters",
            hint: "say the rest under `comment`"
        )
    }

    fileprivate static func valueWithAbsence(_ value: String, _ absence: Absence) -> Self {
        Self(
            .valueWithAbsence,
            "`\(value.shortened)` has a value, and a code that says there is none",
            hint: "keep the value or `\(own: absence.code)`"
        )
    }

    fileprivate static func qualifiedAbsence(by qualifiers: [Qualifier], _ absence: Absence) -> Self {
        Self(
            .valueWithAbsence,
            "`\(own: absence.code)` says that there is no value, so nothing can qualify it",
            hint: "delete \(own: qualifiers.map(\.code).inBackticks)"
        )
    }

    fileprivate static func missingValue(before text: String) -> Self {
        Self(.missingValue, "the value is missing before `\(text.shortened)`", hint: ObservationReader.sayWhy)
    }

    fileprivate static func wordForMissingValue(_ text: String, code: String) -> Self {
        Self(
            .invalidValue,
            "`\(text.shortened)` is not a value",
            hint: (text.contains { $0.isLetter || $0.isNumber }
                || !text.unicodeScalars.contains { $0.properties.isDash }
                ? "" : "if it is a nought, write `0`; otherwise ") + "write `\(own: code)`; \(ObservationReader.sayWhy)"
        )
    }

    fileprivate static func notAValue(_ text: String) -> Self {
        Self(
            .invalidValue,
            "`\(text.shortened)` is not a value",
            hint: "a value is a number, `Yes`, `No`, or at least two words; otherwise \(ObservationReader.sayWhy)"
        )
    }

    fileprivate static func unlabelledPart(_ part: String) -> Self {
        Self(
            .invalidValue,
            "`\(part.shortened)` has no label",
            hint: "each of several values has one: `68.69% (Regulation 3); 75% (minerals and waste)`"
        )
    }

    fileprivate static func emptyLabel(of part: String) -> Self {
        Self(.invalidValue, "`\(part.shortened)` has an empty label", hint: "say in `( )` what it is of")
    }

    fileprivate static func invalidNoteName(_ name: String) -> Self {
        Self(
            .invalidIdentifier,
            "`\(name.shortened)` is not the name of a note",
            hint: "names are lower-case words joined by hyphens: `[^\(name.asIdentifier)]`"
        )
    }

    fileprivate static func unknownCode(_ code: String) -> Self {
        Self(
            .unknownCode,
            "unknown code `[\(code.shortened)]`",
            hint: (nearestCode(to: code).map { "did you mean `[\(own: $0)]`? " } ?? "") + "codes: \(own: knownCodes)"
        )
    }

    private static func nearestCode(to code: String) -> String? {
        code.count > 2 ? NearestName.of(code, among: Absence.allCases.map(\.rawValue)) : nil
    }

    private static var knownCodes: String {
        let qualifiers = Qualifier.allCases.map { "`\($0.code)` \($0.words)" }
        let absences = Absence.allCases.map { "`\($0.code)` \($0.words)" }
        return (qualifiers + absences).joined(separator: ", ")
    }
}
