// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Asks that a text has one kind of dash between words, and one mark behind the bold words that open its paragraphs.
struct DashRules {
    /// A mark that is used as a dash.
    private enum Dash: String {
        case hyphen = " - "
        case doubleHyphen = " -- "
        case enDash = " – "
        case emDash = "—"
    }

    func check(_ text: ReviewedText, report: LanguageRules.Report) {
        var dashes = Tally<Dash>()
        var separators = Tally<String>()
        for passage in text.passages where passage.kind == .prose || passage.kind == .heading {
            let runIn = passage.runIn
            if let runIn { separators.add(runIn.separator, at: TextPlace(passage: passage, token: 0)) }
            for (index, token) in passage.tokens.enumerated() where token.kind == .mark {
                if let runIn, token.range.lowerBound <= runIn.end { continue }
                guard let dash = dash(at: index, of: passage) else { continue }
                dashes.add(dash, at: TextPlace(passage: passage, token: index))
            }
        }
        let kinds = dashes.byFrequency
        if kinds.count > 1, let rarest = kinds.last {
            report(.mixedDashes(kinds.map { ($0.form.rawValue, $0.count) }), rarest.first)
        }
        let marks = separators.byFrequency
        if marks.count > 1, let rarest = marks.last {
            report(.mixedRunIn(marks.map { ($0.form, $0.count) }), rarest.first)
        }
    }

    /// The dash at a token: between two words, with spaces, or of any length that is no hyphen.
    private func dash(at index: Int, of passage: Passage) -> Dash? {
        let tokens = passage.tokens
        let token = tokens[index]
        guard index > 0, index + 1 < tokens.count, token.text == "-" || token.text == "–" || token.text == "—"
        else { return nil }
        let next = tokens[index + 1]
        if token.text == "-", next.text == "-", next.range.lowerBound == token.range.upperBound {
            return index + 2 < tokens.count ? .doubleHyphen : nil
        }
        if tokens[index - 1].text == "-" { return nil }
        // `10 – 12` is a range.
        if tokens[index - 1].kind.isNumeric, next.kind.isNumeric { return nil }
        if token.text == "—" { return .emDash }
        guard passage.scalar(before: token)?.isSpace == true,
            passage.scalar(after: token)?.isSpace == true
        else { return nil }
        return token.text == "-" ? .hyphen : .enDash
    }
}

extension Token.Kind {
    /// Whether it is written with digits.
    fileprivate var isNumeric: Bool {
        switch self {
        case .number, .year, .label: true
        case .word, .mark: false
        }
    }
}

extension Passage {
    /// The most words that open a paragraph as its head.
    private static let mostWordsOfHead = 12

    /// The mark behind the bold words that open a paragraph as a head, and where it is; `nil` if none do.
    ///
    /// Bold words that a sentence goes on from are no head: a head has a mark behind it, or a capital after it.
    fileprivate var runIn: (separator: String, end: Int)? {
        guard kind == .prose,
            let head = markup.first(where: { mark in
                if case .strong = mark.kind { mark.range.lowerBound == 0 } else { false }
            }), head.range.upperBound < scalars.count,
            tokens.prefix(while: { $0.range.upperBound <= head.range.upperBound }).count <= Self.mostWordsOfHead
        else { return nil }
        let bold = scalars[head.range].reversed().drop { $0.isSpace }
        let rest = scalars[head.range.upperBound...].drop { $0.isSpace }
        guard let last = bold.first, let next = rest.first else { return nil }
        let marks: [Unicode.Scalar] = [".", ":", "-", "–", "—", ";", ","]
        if marks.contains(last) { return (Self.separator(last), head.range.upperBound) }
        if ["?", "!", ")"].contains(last) && !marks.contains(next) { return nil }
        if marks.contains(next) {
            // A sentence that goes on: `**Homes**, which …`.
            if next == "," || next == ";" { return nil }
            return (Self.separator(next), rest.startIndex)
        }
        guard next.isCapital, scalars[head.range.upperBound...].first != next else { return nil }
        return ("", head.range.upperBound)
    }

    private static func separator(_ mark: Unicode.Scalar) -> String {
        mark == "-" || mark == "–" || mark == "—" ? " \(mark) " : "\(mark)"
    }
}

extension Diagnostic.Message {
    private static func ways(_ uses: [(form: String, count: Int)], none: String) -> DiagnosticText {
        uses.map { use -> DiagnosticText in
            DiagnosticText(own: (use.form.isEmpty ? none : "`\(use.form)`") + " \(use.count.times)")
        }.joinedWithAnd
    }

    fileprivate static func mixedDashes(_ uses: [(form: String, count: Int)]) -> Self {
        Self(
            .mixedDashes,
            "the dashes between words are of \(uses.count) kinds: \(ways(uses, none: ""))",
            hint: "write one kind everywhere, such as `\(own: uses.first?.form ?? "")`, which is the most frequent here"
        )
    }

    fileprivate static func mixedRunIn(_ uses: [(form: String, count: Int)]) -> Self {
        Self(
            .mixedRunIn,
            "the bold words that open paragraphs have different marks behind them: \(ways(uses, none: "nothing"))",
            hint: "write the same behind all of them, such as `**Savings.**`"
        )
    }
}
