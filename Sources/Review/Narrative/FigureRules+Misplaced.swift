// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Figures that a row has, though not of what a sentence says that they are: of another time, of others, as another goal.
extension FigureRules {
    /// The figure of another time, where a sentence says `at the year end` or `at the half-year` of it.
    func ofAnotherTime(_ mention: Mention, _ facts: [ReviewedRow.Fact]) -> ReviewedRow.Fact? {
        guard let isOfYearEnd = mention.isOfYearEnd else { return nil }
        let actuals = facts.filter { $0.role == .actual }
        let meant = actuals.filter { ($0.period?.span == .year) == isOfYearEnd }
        guard !meant.isEmpty, !meant.contains(where: { mention.number.rounds($0.value) }) else { return nil }
        return actuals.first { ($0.period?.span == .year) != isOfYearEnd && mention.number.rounds($0.value) }
    }

    /// The goal of another kind, where a sentence says only `target` of it.
    func otherGoal(_ mention: Mention, _ goals: [ReviewedRow.Fact], _ words: ArraySlice<Token>) -> ReviewedRow.Fact? {
        let targets = goals.filter { $0.goal == .target }
        let others: Set = [
            "stretch", "ambition", "floor", "minimum", "acceptable", "least", "most", "range", "between",
        ]
        guard !targets.isEmpty, !words.contains(where: { others.contains($0.text) }),
            !targets.contains(where: { mention.number.rounds($0.value) })
        else { return nil }
        return goals.first { $0.goal != .target && mention.number.rounds($0.value) }
    }

    /// The figure of another comparator, where a sentence names one right beside it: `above the 67.9% of Wales`.
    func ofAnotherComparator(_ mention: Mention, _ row: ReviewedRow, _ tokens: [Token]) -> ReviewedRow.Fact? {
        let figures = row.facts.filter { $0.role == .others && $0.measure == mention.number.measure }
        guard figures.count > 1 else { return nil }
        let near =
            max(mention.sentence.lowerBound, mention.token - 5)..<min(mention.sentence.upperBound, mention.token + 5)
        let words = Set(tokens[near].map { Self.nations[$0.text] ?? $0.text })
        let named = figures.filter { fact in
            guard let name = fact.comparator?.lowercased().prefix(while: \.isLetter) else { return false }
            return words.contains(String(name))
        }
        guard Set(named.map(\.comparator)).count == 1, !named.contains(where: { mention.number.rounds($0.value) })
        else { return nil }
        return figures.first { fact in
            fact.comparator != named.first?.comparator && mention.number.rounds(fact.value)
        }
    }

    /// The figures of those others whom a sentence names; none where it names nobody whose figure the row has.
    func ofOthers(_ row: ReviewedRow, in words: ArraySlice<Token>) -> [ReviewedRow.Fact] {
        let figures = row.facts.filter { $0.role == .others }
        if figures.isEmpty { return [] }
        let texts = Set(words.lazy.filter { $0.kind == .word }.map { Self.nations[$0.text] ?? $0.text })
        let isOfNation = texts.contains("national") || texts.contains("nationally")
        return figures.filter { fact in
            let name = (fact.comparator ?? "").lowercased().split { !$0.isLetter }.map(String.init)
            return name.contains {
                texts.contains($0) && $0.count > 2 && !["average", "council", "councils", "the"].contains($0)
            }
                || isOfNation && name.contains { Self.nations.values.contains($0) || ["uk", "britain"].contains($0) }
        }
    }

    private static let nations = ["english": "england", "welsh": "wales", "scottish": "scotland", "irish": "ireland"]

    /// Whether a number is what several figures that follow one another come to: `1,200 homes in two years`.
    func isSum(_ number: WrittenNumber, of actuals: [ReviewedRow.Fact]) -> Bool {
        switch number.measure {
        // Small numbers are sums of others by chance, and the parts of one period are of different things.
        case .count where number.value >= 100, .money: break
        case .count, .percent, .points, .unit, .rate: return false
        }
        if Set(actuals.map(\.period)).count < actuals.count { return false }
        return actuals.indices.contains { start in
            var sum = 0.0
            return actuals[start...].enumerated().contains { offset, fact in
                sum += fact.value
                return offset > 0 && number.rounds(sum)
            }
        }
    }
}
