// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Asks that a text writes a term in one way: `mid-year` or `half-year`, `online` or `on-line`, `organise` or `organize`.
///
/// Two spellings are one term if they differ by hyphens, or by `is` and `iz` before an ending. Beside these, a few terms of monitoring are known
/// with their other names. `a half-year report` and `at the half year` are both right: before a noun a compound has its hyphen.
struct TermRules {
    func check(_ text: ReviewedText, census: WordCensus, report: LanguageRules.Report) {
        // What is said of public words must be the same whatever the exempt ones are.
        for isExempt in [false, true] {
            checkSpellings(text, census, ofExempt: isExempt, report)
            checkTerms(text.passages.lazy.filter { $0.isExempt == isExempt }, report)
        }
    }

    /// The points of the year and the names of indicators.
    private func checkTerms(_ passages: some Sequence<Passage>, _ report: LanguageRules.Report) {
        var points: [PointOfYear: Tally<PointOfYear.Form>] = [:]
        var indicators = Tally<String>()
        for passage in passages where passage.kind == .prose || passage.kind == .heading {
            let tokens = passage.tokens
            for index in tokens.indices where tokens[index].isWord {
                if let (point, form) = PointOfYear.form(at: index, of: passage) {
                    points[point, default: Tally()].add(form, at: TextPlace(passage: passage, token: index))
                } else if tokens[index].isCapitalised, tokens[index].range.count <= 6,
                    let form = ShortForm(tokens[index], in: passage.scalars),
                    form.letters == "PI" || form.letters == "KPI"
                {
                    indicators.add(form.letters + "s", at: TextPlace(passage: passage, token: index))
                }
            }
        }
        for point in PointOfYear.allCases {
            if let found = points[point]?.byFrequency, let mixed = PointOfYear.mixed(found) {
                self.report(mixed, report)
            }
        }
        let found = indicators.byFrequency
        if found.count > 1 { self.report(found, report) }
    }

    /// The words that are in the text with a hyphen and without, or with `is` and `iz`.
    private func checkSpellings(
        _ text: ReviewedText,
        _ census: WordCensus,
        ofExempt isExempt: Bool,
        _ report: LanguageRules.Report
    ) {
        var spellings: [String: [Tally<String>.Entry]] = [:]
        var keys: [String] = []
        // Most words are spelt as their keys are, and only those beside one that is not can be spelt in two ways.
        let respelt = Set(census.words.lazy.filter { Self.isRespelt($0.word) }.compactMap { Self.key($0.word) })
        if respelt.isEmpty { return }
        for (word, use) in census.words where use.isExempt == isExempt {
            guard let first = use.firstSmall, let key = Self.isRespelt(word) ? Self.key(word) : word,
                respelt.contains(key), !PointOfYear.isTerm(word)
            else { continue }
            if spellings[key] == nil { keys.append(key) }
            let place = TextPlace(passage: text.passages[first.passage], token: first.token)
            spellings[key, default: []].append(.init(form: word, count: use.smallCount, first: place))
        }
        for key in keys {
            guard let found = spellings[key], found.count > 1 else { continue }
            self.report(found.sorted { $0.count > $1.count }, report)
        }
    }

    private func report(_ found: [Tally<String>.Entry], _ report: LanguageRules.Report) {
        guard let rarest = found.last else { return }
        report(.mixedTerms(found), rarest.first)
    }

    /// Whether the key of a word may differ from it: it has a hyphen or a `z`.
    private static func isRespelt(_ word: String) -> Bool {
        word.utf8.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "z") || $0 >= 0x80 }
    }

    /// By what spellings of one word are the same; `nil` for a short word.
    private static func key(_ word: String) -> String? {
        var key = word
        // `re-form` is no `reform`.
        if word.contains("-") || word.contains("\u{2011}"), !word.hasPrefix("re-") {
            key = word.filter { $0 != "-" && $0 != "\u{2011}" }
        }
        for (ending, other) in endings where key.hasSuffix(ending) && key.utf8.count > ending.utf8.count + 3 {
            key = key.dropLast(ending.utf8.count) + other
            break
        }
        return key.utf8.count > 4 ? key : nil
    }

    private static let endings = [
        ("izations", "isations"), ("ization", "isation"), ("izing", "ising"), ("ized", "ised"), ("izes", "ises"),
        ("ize", "ise"),
    ]
}

/// A point of the year that papers of monitoring name in several ways.
enum PointOfYear: CaseIterable, Hashable, Sendable {
    case middle, end

    /// A spelling, and whether a noun follows it.
    struct Form: Hashable, Sendable {
        var spelling: String
        var isBeforeNoun: Bool
    }

    private static let closed: [String: PointOfYear] = [
        "half-year": .middle, "mid-year": .middle, "halfyear": .middle, "midyear": .middle, "half-yearly": .middle,
        "year-end": .end, "yearend": .end,
    ]

    /// What such a term is, or begins with.
    static var beginnings: [String] { closed.keys + ["half", "mid", "year"] }

    /// Nouns that follow such a term in papers of monitoring.
    private static let nouns: Set = [
        "monitoring", "report", "reports", "return", "returns", "review", "reviews", "point", "position", "stage",
        "results", "result", "performance", "figure", "figures", "target", "targets", "forecast", "forecasts",
        "outturn", "progress", "check", "update", "summary", "assessment", "data", "statement", "statements",
        "accounts",
    ]

    /// Whether a word is such a term by itself.
    static func isTerm(_ word: String) -> Bool { closed[word] != nil }

    /// The term at a token, if there is one.
    static func form(at index: Int, of passage: Passage) -> (PointOfYear, Form)? {
        guard passage.tokens[index].traits.contains(.pointOfYear) else { return nil }
        let token = passage.tokens[index]
        func text(_ index: Int) -> String {
            passage.tokens.indices.contains(index) ? passage.tokens[index].text : ""
        }
        if let point = closed[token.text] {
            // `half-yearly` is an adjective only.
            if token.text == "half-yearly" { return nil }
            return (point, Form(spelling: token.text, isBeforeNoun: nouns.contains(text(index + 1))))
        }
        let pair = "\(token.text) \(text(index + 1))"
        // `the first half year` is half of a year.
        guard pair == "half year" && text(index - 1) != "first" || pair == "mid year" || pair == "year end",
            text(index - 1) != "a"
        else { return nil }
        return (
            pair == "year end" ? .end : .middle, Form(spelling: pair, isBeforeNoun: nouns.contains(text(index + 2)))
        )
    }

    /// The spellings that do not go together, or `nil` if all do.
    static func mixed(_ found: [Tally<Form>.Entry]) -> [Tally<String>.Entry]? {
        var merged: [Tally<String>.Entry] = []
        for entry in found {
            if let index = merged.firstIndex(where: { $0.form == entry.form.spelling }) {
                merged[index].count += entry.count
            } else {
                merged.append(.init(form: entry.form.spelling, count: entry.count, first: entry.first))
            }
        }
        let isMixed = found.contains { one in
            found.contains { other in
                let spellings = [one.form.spelling, other.form.spelling]
                if spellings[0] == spellings[1] { return false }
                let isOtherWord = spellings[0].prefix(3) != spellings[1].prefix(3)
                let isClosed = spellings.contains { !$0.contains(" ") && !$0.contains("-") }
                return isOtherWord || isClosed || one.form.isBeforeNoun == other.form.isBeforeNoun
            }
        }
        return isMixed ? merged.sorted { $0.count > $1.count } : nil
    }
}

extension Diagnostic.Message {
    fileprivate static func mixedTerms(_ found: [Tally<String>.Entry]) -> Self {
        let uses = found.map { entry -> DiagnosticText in
            "`\(entry.form, from: .file(entry.first.passage.location.file))` \(own: entry.count.times)"
        }
        let first: DiagnosticText =
            found.first.map { "`\($0.form, from: .file($0.first.passage.location.file))`" } ?? ""
        return Self(
            .mixedTerms,
            "one term is written in \(own: found.count == 2 ? "two" : "\(found.count)") ways: \(uses.joinedWithAnd)",
            hint: "write \(first) everywhere, or whichever the council prefers"
        )
    }
}
