// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Holds what a sentence says of a row and its target against the figures: `recycling is above target`, `sickness absence met its target`.
///
/// `above` and `below` say where a figure is, and where lower is better they are also said of the performance: such a sentence can be read in two
/// ways. `ahead of`, `behind`, `met` and `missed` are of the performance.
struct TargetRules {
    let rows: SentenceRows

    /// What a sentence says of a target.
    private enum Claim {
        case above, below
        case met, missed
    }

    private static let verbs: [String: Claim] = [
        "met": .met, "meets": .met, "exceeded": .met, "exceeds": .met, "achieved": .met, "hit": .met, "beat": .met,
        "missed": .missed, "misses": .missed,
    ]

    /// With one of these a sentence is of some time or case of its own, or of what was not.
    static let otherCases: Set = [
        "not", "no", "never", "none", "neither", "nor", "until", "before", "since", "although", "while", "when", "last",
        "ago",
        "earlier", "previous", "had", "each", "every", "apart", "except", "without", "nearly", "almost", "first",
        "both", "some",
        "most", "many", "all", "which", "whose", "who", "whether", "how", "only", "just", "quarter", "month",
        "months",
        "profile", "profiled", "stretch", "floor", "but", "partly", "mostly", "districts", "schools",
    ]

    func check(_ statement: Statement, context: () -> Set<String>, own: Int?, report: (Diagnostic.Message, Int) -> Void)
    {
        let tokens = statement.passage.tokens
        for sentence in statement.sentences {
            guard let (claim, start) = claim(of: sentence, tokens),
                let row = rows.row(of: sentence, verb: start, context: context(), own: own, in: statement.passage),
                isPlain(sentence, before: start, of: row, tokens),
                let (actual, goal) = contradiction(of: claim, row)
            else { continue }
            let target = sentence.first { $0 >= start && tokens[$0].text.hasPrefix("target") } ?? start
            let quotation = statement.passage.words(max(sentence.lowerBound, start - 6)..<(target + 1))
            report(.tableTarget(quotation, row: row, actual, goal), start)
        }
    }

    static let targets = ["target", "targets"]

    /// What the sentence says of the one target that it has, and where its words begin.
    private func claim(of sentence: Range<Int>, _ tokens: [Token]) -> (Claim, Int)? {
        let targets = sentence.filter { tokens[$0].traits.contains(.target) }
        guard targets.count == 1, var index = targets.first else { return nil }
        index -= 1
        while sentence.contains(index), ["the", "its", "their", "our", "this"].contains(tokens[index].text) {
            index -= 1
        }
        guard sentence.contains(index) else { return nil }
        let word = tokens[index].text
        let before = sentence.contains(index - 1) ? tokens[index - 1].text : ""
        switch (before, word) {
        case (_, "above"): return (.above, index)
        case (_, "below"): return (.below, index)
        case ("ahead", "of"), ("better", "than"): return (.met, index - 1)
        case ("short", "of"), ("worse", "than"): return (.missed, index - 1)
        case (_, "behind"): return (.missed, index)
        default: return Self.verbs[word].map { ($0, index) }
        }
    }

    /// Whether the sentence speaks of what is, and of all that the row counts.
    private func isPlain(_ sentence: Range<Int>, before start: Int, of row: ReviewedRow, _ tokens: [Token]) -> Bool {
        if tokens[sentence.lowerBound..<start].contains(where: { $0.kind == .year }) { return false }
        return !tokens[sentence].contains { token in
            if token.number?.isInWords == true { return true }
            let isOther =
                Self.otherCases.contains(token.text) || RoleWords.prospects.contains(token.text)
                || RoleWords.others.contains(token.text) || RoleWords.groups.contains(token.text)
                || token.isMonth
            return isOther && !row.hasWord(token.stem) && !row.titleWords.contains(token.text)
        }
    }

    /// The figure and the target that contradict a claim, if no pair of the same year bears it out.
    private func contradiction(of claim: Claim, _ row: ReviewedRow) -> (ReviewedRow.Fact, ReviewedRow.Fact)? {
        let latest = [row.actuals.last, row.actuals.last { $0.period?.span == .year }].compactMap(\.self)
        var found: (ReviewedRow.Fact, ReviewedRow.Fact)?
        for actual in latest {
            for goal in row.facts where goal.goal == .target && goal.measure == actual.measure {
                guard goal.period == nil || goal.period?.year == actual.period?.year else { continue }
                guard isContradicted(claim, actual.value, goal.value, row.polarity) else { return nil }
                found = found ?? (actual, goal)
            }
        }
        return found
    }

    private func isContradicted(_ claim: Claim, _ actual: Double, _ goal: Double, _ polarity: Indicator.Polarity)
        -> Bool
    {
        switch (claim, polarity) {
        case (_, .neither): false
        case (.above, .higher): actual < goal
        case (.below, .higher): actual > goal
        case (.above, .lower), (.below, .lower): false
        case (.met, .higher): actual < goal
        case (.met, .lower): actual > goal
        case (.missed, .higher): actual >= goal
        case (.missed, .lower): actual <= goal
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func tableTarget(
        _ quotation: String,
        row: ReviewedRow,
        _ actual: ReviewedRow.Fact,
        _ goal: ReviewedRow.Fact
    ) -> Self {
        let name: DiagnosticText = "`\(row.name, from: row.source)`"
        let figures: DiagnosticText =
            "`\(actual.printed, from: row.source)` and the target `\(goal.printed, from: row.source)`"
        return Self(
            .directionDiffers,
            "`\(quotation)`: for \(name) the table has \(figures), where \(own: row.polarity.rawValue) is better",
            hint: "put the word right, or the figures"
        )
    }
}
