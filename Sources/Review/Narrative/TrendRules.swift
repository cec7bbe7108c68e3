// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Holds what a sentence says of the direction of a row against its figures: `attendance improved`, `the number of households fell`.
///
/// A sentence seldom says since when. It is right if the latest figure bears it out beside any earlier one, and is reported only if none does.
struct TrendRules {
    let rows: SentenceRows

    private static let verbs: [String: Int] = [
        "rose": 1, "risen": 1, "increased": 1, "grew": 1, "grown": 1, "climbed": 1, "fell": -1, "fallen": -1,
        "decreased": -1,
        "declined": -1, "dropped": -1,
    ]

    /// With one of these a sentence speaks of some time or some case of its own.
    private static let otherTimes: Set = [
        "not", "no", "never", "after", "until", "before", "since", "than", "although", "while", "when", "quarters",
        "years", "had", "each", "every", "apart", "except", "without", "nearly", "term", "autumn", "spring", "summer",
        "winter",
        "first", "months", "quarter", "half", "expect", "target",
    ]

    func check(
        _ statement: Statement,
        context: () -> Set<String>,
        own: Int?,
        report: (Diagnostic.Message, Int) -> Void
    ) {
        let tokens = statement.passage.tokens
        for sentence in statement.sentences {
            guard let verb = verb(of: sentence, tokens) else { continue }
            guard let row = rows.row(of: sentence, verb: verb, context: context(), own: own, in: statement.passage)
            else {
                continue
            }
            check(row, verb: verb, word: tokens[verb].text, sentence, statement.passage, report)
        }
    }

    /// The one word of direction of a sentence that speaks of what has happened.
    private func verb(of sentence: Range<Int>, _ tokens: [Token]) -> Int? {
        // Most sentences have none.
        let directions = sentence.filter { tokens[$0].kind == .word && Self.directions.contains(tokens[$0].text) }
        guard directions.count == 1, let found = directions.first,
            Self.verbs[tokens[found].text] != nil
                || ["improved", "worsened", "deteriorated"].contains(tokens[found].text)
        else { return nil }
        let speaksOfSomeTime = sentence.contains { index in
            let token = tokens[index]
            return token.kind == .year || Self.otherTimes.contains(token.text)
                || RoleWords.prospects.contains(token.text) || RoleWords.others.contains(token.text)
                || token.isCapitalised && WordForms.months[token.text] != nil
        }
        return speaksOfSomeTime ? nil : found
    }

    private static let directions = RoleWords.rising.union(RoleWords.falling).union(RoleWords.improving)
        .union(RoleWords.worsening)

    private func check(
        _ row: ReviewedRow,
        verb: Int,
        word: String,
        _ sentence: Range<Int>,
        _ passage: Passage,
        _ report: (Diagnostic.Message, Int) -> Void
    ) {
        guard let latest = row.actuals.last else { return }
        let earlier = row.actuals.dropLast().filter { $0.measure == latest.measure }
        guard let before = earlier.last else { return }
        var sign = Self.verbs[word] ?? (RoleWords.improving.contains(word) ? 1 : -1)
        if Self.verbs[word] == nil {
            switch row.polarity {
            case .neither: return
            case .higher: break
            case .lower: sign = -sign
            }
        }
        let isBorneOut = earlier.contains { (latest.value > $0.value) == (sign > 0) && latest.value != $0.value }
        if isBorneOut { return }
        let quotation = passage.words(max(sentence.lowerBound, verb - 6)..<min(sentence.upperBound, verb + 2))
        report(.tableDirection(quotation, row: row, before, latest, isBetter: Self.verbs[word] == nil), verb)
    }
}

extension Diagnostic.Message {
    fileprivate static func tableDirection(
        _ quotation: String,
        row: ReviewedRow,
        _ before: ReviewedRow.Fact,
        _ latest: ReviewedRow.Fact,
        isBetter: Bool
    ) -> Self {
        let name: DiagnosticText = "`\(row.name, from: row.source)`"
        let figures: DiagnosticText =
            "`\(before.printed, from: row.source)` and then `\(latest.printed, from: row.source)`"
        let better =
            isBetter && row.polarity != .neither
            ? ", where \(row.polarity.rawValue) is better" : ""
        return Self(
            .directionDiffers,
            "`\(quotation)`: for \(name) the table has \(figures)\(own: better)",
            hint: "put the word right, or the figures; if it is since some earlier day, say since when"
        )
    }
}
