// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Asks that words are not written in capitals: they are harder to read, and some screen readers spell them out.
struct CapitalRules {
    /// Short forms, which have capitals by right.
    let shortForms: Set<String>

    private static let fewestWords = 3

    func check(_ text: ReviewedText, report: LanguageRules.Report) {
        var first: (place: TextPlace, words: String)?
        var count = 0
        for passage in text.passages where passage.kind != .quotation {
            for run in Self.runs(in: passage, shortForms: shortForms) {
                count += 1
                if first == nil {
                    first = (TextPlace(passage: passage, token: run.lowerBound), passage.words(run))
                }
            }
        }
        if let first { report(.allCapitals(first.words, count: count), first.place) }
    }

    /// The stretches of a passage that are written in capitals, each of three words and more that are not all short forms.
    static func runs(in passage: Passage, shortForms: Set<String>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = 0
        while index < passage.tokens.count {
            guard passage.isInCapitals(passage.tokens[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < passage.tokens.count, goesOn(at: index, of: passage) { index += 1 }
            while index > start + 1, passage.tokens[index - 1].kind == .mark { index -= 1 }
            if isText(start..<index, of: passage, shortForms) { runs.append(start..<index) }
        }
        return runs
    }

    private static func goesOn(at index: Int, of passage: Passage) -> Bool {
        let token = passage.tokens[index]
        switch token.kind {
        case .word: return passage.isInCapitals(token) || token.text == "a" && token.isCapitalised
        case .mark: return ["&", "/", "’", "'", "-", "–"].contains(token.text)
        case .number, .year, .label: return false
        }
    }

    private static func isText(_ range: Range<Int>, of passage: Passage, _ shortForms: Set<String>) -> Bool {
        let words = passage.tokens[range].filter { $0.kind == .word }
        guard words.count >= fewestWords else { return false }
        return words.count { word in
            let isKnown = shortForms.contains(String(String.UnicodeScalarView(passage.scalars[word.range])))
            return !isKnown && (word.range.count > 3 || WordForms.common.contains(word.text))
        } >= 2
    }
}

extension Diagnostic.Message {
    fileprivate static func allCapitals(_ words: String, count: Int) -> Self {
        let more: DiagnosticText = count > 1 ? ", the first of \(count) places" : ""
        return Self(
            .allCapitals,
            "`\(words.shortened)` is in capitals" + more,
            hint: "write it in small letters: capitals are harder to read, and some screen readers spell them out"
        )
    }
}
