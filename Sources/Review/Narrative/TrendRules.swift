// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Holds what a sentence says of the direction of a row against its figures: `attendance improved`, `the number of households fell`.
///
/// A sentence seldom says since when. It is right if the latest figure bears it out beside any earlier one, and is reported only if none does.
struct TrendRules {
    let rows: SentenceRows
    /// What a year of two numbers is.
    let yearKind: ReportingYear.Kind

    /// The time that a sentence ends in, against which its direction is measured.
    private enum Base {
        case since(ReportingYear)
        /// `in 2008/09`: against the year before.
        case within(ReportingYear)
        case sinceLastYear, sinceLastQuarter
    }

    private static let verbs: [String: Int] = [
        "rose": 1, "risen": 1, "increased": 1, "grew": 1, "grown": 1, "climbed": 1, "widened": 1,
        "narrowed": -1, "fell": -1, "fallen": -1,
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
            guard sentence.contains(where: { tokens[$0].traits.contains(.direction) }) else { continue }
            let (plain, base) = withoutBase(sentence, tokens)
            guard let verb = verb(of: plain, tokens) else { continue }
            guard let row = rows.row(of: sentence, verb: verb, context: context(), own: own, in: statement.passage)
            else {
                continue
            }
            check(row, verb: verb, since: base, sentence, statement.passage, report)
        }
    }

    /// The sentence up to the time that it ends in, and that time.
    private func withoutBase(_ sentence: Range<Int>, _ tokens: [Token]) -> (Range<Int>, Base?) {
        let words = tokens[sentence].suffix(3).map(\.text)
        guard words.count == 3 else { return (sentence, nil) }
        if words == ["since", "last", "year"] { return (sentence.dropLast(3), .sinceLastYear) }
        if words == ["since", "last", "quarter"] { return (sentence.dropLast(3), .sinceLastQuarter) }
        let last = tokens[sentence.upperBound - 1]
        guard last.kind == .year, last.text.contains("/"),
            let year = ReportingYear(last.text, kind: yearKind == .calendar ? .financial : yearKind)
        else { return (sentence, nil) }
        // `from 63% in 2024/25`: the year is the number's.
        let hasNumber = tokens[sentence].contains { $0.number != nil }
        switch words[1] {
        case "in" where hasNumber: return (sentence, nil)
        case "since": return (sentence.dropLast(2), .since(year))
        case "in": return (sentence.dropLast(2), .within(year))
        default: return (sentence, nil)
        }
    }

    /// The figures before and after of a row, of which some pair has to bear out what a sentence says; none where the row has none of then.
    private func pairs(of row: ReviewedRow, since base: Base?) -> (
        earlier: [ReviewedRow.Fact], latest: ReviewedRow.Fact
    )? {
        func whole(_ year: ReportingYear) -> ReviewedRow.Fact? {
            row.actuals.first { $0.period?.span == .year && $0.period?.year == year }
        }
        if case .within(let year) = base {
            guard let after = whole(year), let before = whole(year.before(1)) else { return nil }
            return ([before], after)
        }
        guard let latest = row.actuals.last, let period = latest.period else { return nil }
        let earlier = row.actuals.dropLast()
        switch base {
        case nil, .within: return (Array(earlier), latest)
        case .since(let year): return whole(year).flatMap { $0.period == period ? nil : ([$0], latest) }
        case .sinceLastYear:
            let before = earlier.filter {
                $0.period == period.yearsBefore(1) || $0.period == period.wholeYear.before(1)
            }
            return before.isEmpty ? nil : (before, latest)
        case .sinceLastQuarter:
            guard case .quarter = period.span else { return nil }
            let before = earlier.filter { $0.period == period.before(1) }
            return before.isEmpty ? nil : (before, latest)
        }
    }

    /// The one word of direction of a sentence that speaks of what has happened.
    private func verb(of sentence: Range<Int>, _ tokens: [Token]) -> Int? {
        let directions = sentence.filter { tokens[$0].isWord && tokens[$0].traits.contains(.direction) }
        guard directions.count == 1, let found = directions.first,
            Self.verbs[tokens[found].text] != nil
                || ["improved", "worsened", "deteriorated"].contains(tokens[found].text)
        else { return nil }
        let speaksOfSomeTime = sentence.contains { index in
            let token = tokens[index]
            return token.kind == .year || Self.otherTimes.contains(token.text)
                || RoleWords.prospects.contains(token.text) || RoleWords.others.contains(token.text)
                || token.isMonth
        }
        return speaksOfSomeTime ? nil : found
    }

    /// The words of direction.
    static let directions = RoleWords.rising.union(RoleWords.falling).union(RoleWords.improving)
        .union(RoleWords.worsening)

    private func check(
        _ row: ReviewedRow,
        verb: Int,
        since base: Base?,
        _ sentence: Range<Int>,
        _ passage: Passage,
        _ report: (Diagnostic.Message, Int) -> Void
    ) {
        guard let (figures, latest) = pairs(of: row, since: base) else { return }
        let word = passage.tokens[verb].text
        let earlier = figures.filter { $0.measure == latest.measure }
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
        let end = base == nil ? min(sentence.upperBound, verb + 2) : sentence.upperBound
        let quotation = passage.words(max(sentence.lowerBound, verb - 6)..<end)
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
