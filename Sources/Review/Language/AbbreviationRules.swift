// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import UnicodeText

/// Asks that a short form is explained in the text that uses it.
///
/// A short form is two to six capital letters, perhaps with an `s` behind them. It is explained where its long form stands before it or behind
/// it, `special educational needs (SEN)` or `SEN (special educational needs)`, and by `abbreviations` of council.yaml, which papers write out.
struct AbbreviationRules {
    /// Short forms that need no words: those of the council, of its names and of everybody.
    let known: Set<String>

    init(_ round: MonitoringRound) {
        let council = round.council
        var names = [council.name, council.shortName, round.round.title, round.round.subtitle ?? ""]
        names += council.abbreviations.map(\.short)
        names += council.bodies.flatMap { [$0.name, $0.shortName, $0.members] }
        names += council.people.flatMap { [$0.name, $0.post, $0.department ?? ""] }
        names += council.comparators.map(\.name)
        for directorate in council.directorates {
            names += [directorate.name, directorate.head.title]
            names += directorate.places.flatMap { [$0.division ?? "", $0.unit ?? ""] }
        }
        var known = CommonShortForms.known
        known.formUnion(PaperSource.Recommendation.Verb.allCases.map(\.rawValue))
        for name in names { known.formUnion(Self.shortForms(in: name)) }
        known.formUnion(council.spelling)
        // The reference of a row may be letters alone.
        for directorateReturn in round.returns {
            for reference in directorateReturn.indicators.map(\.reference) + directorateReturn.items.map(\.reference) {
                if let reference, reference.count <= 6 { known.insert(reference) }
            }
        }
        self.known = known
    }

    private static func shortForms(in name: String) -> [String] {
        let scalars = name.scalars
        return Tokenizer.tokens(of: scalars).compactMap { ShortForm($0, in: scalars)?.letters }
    }

    /// What a text says of a short form.
    private struct Use {
        var first: TextPlace
        var count = 0
        /// Whether all uses are exempt: of a form that is public somewhere only the public uses count.
        let isExempt: Bool
    }

    /// - Parameter isWord: whether letters in small form are a word of the dictionary.
    func check(_ text: ReviewedText, isWord: (String) -> Bool, report: LanguageRules.Report) {
        var uses: [String: Use] = [:]
        var order: [String] = []
        var explained: Set<String> = []
        for passage in text.passages where passage.kind == .prose || passage.kind == .heading {
            // Found where the first short form asks for them.
            var capitals: [Range<Int>]?
            for index in passage.tokens.indices where passage.tokens[index].isCapitalised {
                let token = passage.tokens[index]
                guard let form = ShortForm(token, in: passage.scalars), !known.contains(form.letters) else { continue }
                let stretches = capitals ?? capitalStretches(of: passage)
                capitals = stretches
                if passage.isForeign(token) || isStressed(form) || stretches.contains(where: { $0.contains(index) })
                    || goesOnAsCode(index, of: passage)
                {
                    continue
                }
                if isExplained(form, at: index, of: passage) { explained.insert(form.letters) }
                let use = uses[form.letters]
                if use == nil { order.append(form.letters) }
                if passage.isExempt, use?.isExempt == false { continue }
                if use == nil || use?.isExempt != passage.isExempt {
                    let place = TextPlace(passage: passage, token: index)
                    uses[form.letters] = Use(first: place, isExempt: passage.isExempt)
                }
                uses[form.letters]?.count += 1
            }
        }
        for letters in order where !explained.contains(letters) {
            // To look a word up may take long.
            guard let use = uses[letters], letters.utf8.count < 4 || !isWord(letters.lowercased()) else { continue }
            report(.undefined(letters, count: use.count), use.first)
        }
    }

    // MARK: - What is no short form

    /// Words that are stressed by capitals.
    private static let stressed: Set = [
        "not", "all", "and", "or", "only", "must", "no", "never", "now", "new", "any", "both", "every", "each", "one",
        "note", "agree", "noted", "agreed", "resolved", "approve", "approved", "comment", "endorse", "endorsed",
        "consider", "delete", "draft", "final", "public", "exempt", "part", "annex", "table", "figure", "item", "page",
        "report", "from", "to", "by", "date", "contact", "author", "subject", "aims", "risks", "costs", "staff",
        "legal", "done", "yes", "end", "stop", "urgent", "total", "title", "wards", "key",
    ]

    /// Whether the letters are a word in capitals, a common one, or a numeral.
    private func isStressed(_ form: ShortForm) -> Bool {
        let text = form.letters.lowercased()
        return form.letters.allSatisfy { "IVX".contains($0) } || Self.stressed.contains(text)
            || WordForms.common.contains(text)
    }

    /// What of a passage is written in capitals: `SUMMARY OF AIMS`, and all of a line of two words, `KEY AIMS`.
    private func capitalStretches(of passage: Passage) -> [Range<Int>] {
        if passage.tokens.count > 1, !passage.scalars.contains(where: \.isSmall) {
            return [0..<passage.tokens.count]
        }
        return CapitalRules.runs(in: passage, shortForms: known)
    }

    /// Whether it is the beginning of a code: `PAF C72`, `NI 125`.
    private func goesOnAsCode(_ index: Int, of passage: Passage) -> Bool {
        guard passage.tokens.indices.contains(index + 1) else { return false }
        let next = passage.tokens[index + 1]
        guard next.range.lowerBound <= passage.tokens[index].range.upperBound + 1 else { return false }
        switch next.kind {
        case .label: return true
        case .word: return passage.scalars[next.range].contains(where: \.isDigit)
        case .number, .year, .mark: return false
        }
    }

    // MARK: - What explains it

    /// How many words before a bracket are looked at.
    private static let longestForm = 12

    private func isExplained(_ form: ShortForm, at index: Int, of passage: Passage) -> Bool {
        let tokens = passage.tokens
        func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }
        var before = index - 1
        while ["“", "\"", "‘", "'", "the", "or"].contains(text(before)) { before -= 1 }
        let initial = form.letters.lowercased().prefix(1)
        if text(before) == "(" {
            // `Local Children's Services Partnerships (LCSP)`.
            let words = tokens[max(0, before - Self.longestForm)..<before].filter { $0.kind == .word }
            if words.contains(where: { $0.text.hasPrefix(initial) }), words.count > 1 { return true }
        }
        var after = index + 1
        while ["”", "\"", "’", "'"].contains(text(after)) { after += 1 }
        if text(after) == "(", text(after + 1).hasPrefix(initial), tokens[after + 1].kind == .word,
            text(after + 2) != ")"
        {
            return true
        }
        // `SEN, special educational needs`, `SEN: special …`, `SEN stands for special …`.
        while [",", ":", "-", "–", "—", "=", "means", "stands", "for", "is", "are", "the"].contains(text(after)) {
            after += 1
        }
        return after > index + 1 && hasInitials(of: form, from: after, in: passage)
    }

    /// Whether the words from a token on begin with the letters of a short form; small words may be left out of it.
    private func hasInitials(of form: ShortForm, from start: Int, in passage: Passage) -> Bool {
        var letters = form.letters.lowercased()[...]
        for token in passage.tokens[min(start, passage.tokens.count)...].prefix(Self.longestForm) {
            guard token.kind == .word, let letter = letters.first else { break }
            if token.text.first == letter {
                letters.removeFirst()
            } else if !WordForms.common.contains(token.text) {
                return false
            }
        }
        return letters.isEmpty
    }
}

/// A word of two to six capital letters, without the ending of its plural: `PI` of `PIs`, `PFI` of `PFI-funded`.
struct ShortForm {
    let letters: String

    init?(_ token: Token, in scalars: [Unicode.Scalar]) {
        guard token.isWord, token.isCapitalised, token.range.count > 1 else { return nil }
        let second = scalars[token.range.lowerBound + 1]
        guard second.isCapital || second.isDigit else { return nil }
        var letters = scalars[token.range].prefix { !$0.isHyphen && $0 != "'" && $0 != "\u{2019}" }
        if letters.count > 2, letters.last == "s" { letters = letters.dropLast() }
        guard (2...6).contains(letters.count), let last = letters.last, last.isCapital,
            letters.allSatisfy({ $0.isCapital || $0.isDigit })
        else { return nil }
        self.letters = String(String.UnicodeScalarView(letters))
    }
}

extension Diagnostic.Message {
    fileprivate static func undefined(_ letters: String, count: Int) -> Self {
        let times: DiagnosticText = count > 1 ? ", which is used \(own: count.times)" : ""
        return Self(
            .undefinedAbbreviation,
            "nothing here says what `\(letters)` stands for" + times,
            hint:
                "write it out at its first use, with `(\(letters))` behind it, or add it to `abbreviations` in council.yaml, and papers write it out"
        )
    }
}
