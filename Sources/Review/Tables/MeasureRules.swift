// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import UnicodeText

/// Holds the name of a measure against the unit of its figures, and against itself.
struct MeasureRules {
    let indicator: Indicator
    let row: ReviewedRow
    let report: (Diagnostic.Message, SourceLocation) -> Void

    func check() {
        let title = indicator.measure.plainWords
        let tokens = Tokenizer.tokens(of: title.scalars)
        guard !tokens.isEmpty else { return }
        let place = indicator.measure.blocks.first?.location ?? indicator.location
        checkUnit(tokens, place)
        checkPopulation(title, place)
        checkCurrency(tokens, title, place)
    }

    private var figures: [ReviewedRow.Fact] { row.facts.filter { $0.role != .others } }

    /// A number of things is no percentage.
    private func checkUnit(_ tokens: [Token], _ place: SourceLocation) {
        var words = tokens.lazy.filter { $0.kind != .mark }.map(\.text)[...]
        if words.first == "the" || words.first == "total" { words = words.dropFirst() }
        guard words.first == "number", words.dropFirst().first == "of", !figures.isEmpty,
            figures.allSatisfy({ $0.measure == .percent }), !tokens.contains(where: { Self.shares.contains($0.text) })
        else { return }
        report(.numberInPercent(figures[0].printed), place)
    }

    private static let shares: Set = [
        "percentage", "percent", "%", "proportion", "share", "rate", "per", "reduction", "change",
    ]

    // MARK: - Ages

    /// The ages of those who are counted are among the ages of the population that they are counted in.
    private func checkPopulation(_ title: String, _ place: SourceLocation) {
        let lower = title.lowercased()
        guard
            let rate = ["per 1,000", "per 10,000", "per 100,000", "per 1000", "per 10000"].lazy
                .compactMap({ lower.firstRange(of: $0) }).first
        else { return }
        let counted = AgeRange.all(in: lower[..<rate.lowerBound])
        let population = AgeRange.all(in: lower[rate.upperBound...])
        guard counted.count == 1, population.count == 1, !counted[0].range.overlaps(population[0].range) else { return }
        report(.otherPopulation(counted[0].words, population[0].words), place)
    }

    // MARK: - Money

    private static let money: Set = ["income", "expenditure", "spending", "turnover", "receipts", "cost", "costs"]

    /// Money has its currency.
    private func checkCurrency(_ tokens: [Token], _ title: String, _ place: SourceLocation) {
        guard !figures.isEmpty, figures.allSatisfy({ $0.measure == .count }), !title.contains("£"),
            !title.contains("€"),
            tokens.prefix(2).contains(where: { Self.money.contains($0.text) }),
            !tokens.contains(where: {
                ["pounds", "euros", "number", "days", "ratio", "index", "score", "visits"].contains($0.text)
            })
        else { return }
        report(.moneyWithoutCurrency(figures[0].printed), place)
    }
}

/// Ages that a measure names: `aged 18 to 64`, `65 and over`, `under 18`.
private struct AgeRange {
    var range: ClosedRange<Int>
    var words: String

    static func all(in text: Substring) -> [AgeRange] {
        let words = text.split { " ,()".contains($0) }.map(String.init)
        var found: [AgeRange] = []
        for index in words.indices {
            func word(_ offset: Int) -> String {
                words.indices.contains(index + offset) ? words[index + offset] : ""
            }
            let parts = word(0).split { "-\u{2013}".contains($0) }.compactMap { Int($0) }
            if parts.count == 2, parts[0] < parts[1], parts[1] <= 120, ["aged", "age", "ages"].contains(word(-1)) {
                found.append(AgeRange(range: parts[0]...parts[1], words: word(0)))
            } else if let age = Int(word(0)), age <= 120 {
                if word(1) == "and" || word(1) == "or", ["over", "above", "older"].contains(word(2)) {
                    found.append(AgeRange(range: age...200, words: [word(0), word(1), word(2)].joined(separator: " ")))
                } else if word(-1) == "under" {
                    found.append(AgeRange(range: 0...max(0, age - 1), words: "under \(age)"))
                } else if ["aged", "age", "ages"].contains(word(-1)), word(1) == "to", let end = Int(word(2)), age < end
                {
                    found.append(AgeRange(range: age...end, words: "\(age) to \(end)"))
                }
            }
        }
        return found
    }
}

extension Diagnostic.Message {
    fileprivate static func numberInPercent(_ figure: String) -> Self {
        Self(
            .unitDiffersFromMeasure,
            "the measure is a number, and its figures are percentages, such as `\(figure)`",
            hint: "call it a percentage, or give the numbers"
        )
    }

    fileprivate static func otherPopulation(_ counted: String, _ population: String) -> Self {
        Self(
            .populationDiffers,
            "the measure counts people of `\(counted)` in a population of `\(population)`",
            hint: "one of the two was likely copied from another measure: put it right"
        )
    }

    fileprivate static func moneyWithoutCurrency(_ figure: String) -> Self {
        Self(
            .moneyWithoutCurrency,
            "the measure is an amount of money, and its figures have no currency, such as `\(figure)`",
            hint: "write `£\(figure)`, or say in the measure what is counted"
        )
    }
}
