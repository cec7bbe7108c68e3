// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import UnicodeText

/// A row of a return with what a sentence may say of it: the words by which it is recognised, and its figures.
struct ReviewedRow: Sendable {
    /// A figure of the row.
    struct Fact: Sendable {
        /// What kind of figure it is.
        enum Role: Sendable, Hashable {
            case actual, goal, forecast, others
        }

        var value: Double
        var step: Double
        /// As the table prints it.
        var printed: String
        var measure: WrittenNumber.Measure
        var role: Role
        /// The period that it is of; `nil` for one of no period.
        var period: Period?
        /// The name of the comparator that it is of.
        var comparator: String?
        /// What kind of goal it is.
        var goal: Indicator.FigureKey.Kind?
    }

    /// As the return refers to it.
    let reference: String?
    /// How messages call it.
    let name: String
    /// The stems of its title up to the first comma or bracket, each once; of a short beginning those of the whole title.
    let core: [String]
    /// Those of the rest of it.
    let rest: [String]
    /// The numbers in its title, which a sentence about it repeats.
    let titleNumbers: Set<Double>
    private let titleFigures: [WrittenNumber]
    /// All words of its title, in small letters.
    let titleWords: Set<String>
    /// The months in its title, in small letters.
    let titleMonths: Set<String>
    let polarity: Indicator.Polarity
    let facts: [Fact]
    /// The actual figures by period, from the earliest.
    let actuals: [Fact]
    /// The unit of its figures, if they are all of one.
    let measure: WrittenNumber.Measure?
    let location: SourceLocation

    init(_ indicator: Indicator, comparators: [Comparator]) {
        var facts: [Fact] = []
        for (key, observation) in indicator.figures.sorted(by: { $0.key.description < $1.key.description }) {
            let role: Fact.Role =
                switch key.kind {
                case .actual: .actual
                case .forecast: .forecast
                case .target, .floor, .stretch, .low, .high: .goal
                }
            facts += observation.facts(role, period: key.period).map { fact in
                var fact = fact
                if role == .goal { fact.goal = key.kind }
                return fact
            }
        }
        let names = Dictionary(comparators.map { ($0.id, $0.name) }) { first, _ in first }
        for (key, observation) in indicator.comparatorFigures.sorted(by: { $0.key.description < $1.key.description }) {
            for var fact in observation.facts(.others, period: key.period) {
                fact.comparator = names[key.comparator] ?? key.comparator
                facts.append(fact)
            }
        }
        self.init(
            reference: indicator.reference,
            title: indicator.measure.plainWords,
            polarity: indicator.polarity,
            facts: facts,
            at: indicator.location
        )
    }

    init(_ item: PlanItem) {
        let facts =
            (item.forecast?.facts(.goal, period: nil) ?? []) + (item.actual?.facts(.actual, period: nil) ?? [])
        self.init(
            reference: item.reference,
            title: item.title.plainWords,
            polarity: .neither,
            facts: facts,
            at: item.location
        )
    }

    private init(
        reference: String?,
        title: String,
        polarity: Indicator.Polarity,
        facts: [Fact],
        at location: SourceLocation
    ) {
        self.reference = reference
        name = reference ?? title.shortened
        self.polarity = polarity
        self.facts = facts
        self.location = location
        actuals = facts.filter { $0.role == .actual && $0.period != nil }
            .sorted { ($0.period?.lastMonthNumber ?? 0) < ($1.period?.lastMonthNumber ?? 0) }
        let measures = Set(facts.map(\.measure))
        measure = measures.count == 1 ? measures.first : nil
        let tokens = Tokenizer.tokens(of: title.scalars)
        titleFigures = tokens.compactMap(\.number)
        titleNumbers = Set(titleFigures.map(\.value))
        titleWords = Set(tokens.lazy.filter { $0.kind == .word }.map(\.text))
        titleMonths = Set(tokens.lazy.filter(\.isMonth).map(\.text))
        let end = tokens.firstIndex { $0.kind == .mark && [",", "(", ":"].contains($0.text) } ?? tokens.count
        let stems = { (tokens: ArraySlice<Token>) -> [String] in
            var seen: Set<String> = []
            // A month is the day of a snapshot.
            return tokens.filter {
                $0.kind == .word && !WordForms.common.contains($0.text)
                    && !$0.isMonth
            }.map(\.stem)
                .filter { seen.insert($0).inserted }
        }
        // `Education, health and care plans`: two words before a comma are no title.
        let first = stems(tokens[..<end])
        // `Consumer samples: average time taken`: two words before a colon are.
        let isTitle = first.count >= 3 || first.count == 2 && end < tokens.count && tokens[end].text == ":"
        core = isTitle ? first : stems(tokens[...])
        rest = isTitle ? stems(tokens[end...]) : []
    }

    /// Whether the title has a number, in the same unit or without one.
    func isInTitle(_ number: WrittenNumber) -> Bool {
        titleFigures.contains { figure in
            figure.value == number.value
                && (figure.measure == number.measure || figure.measure == .count || number.measure == .count)
        }
    }

    /// Whether the title has a word of a stem.
    func hasWord(_ stem: String) -> Bool { core.contains(stem) || rest.contains(stem) }
}

extension Period {
    /// When it ends, in months.
    var lastMonthNumber: Int { lastMonth.year * 12 + lastMonth.month }
}

extension Observation {
    /// Its numbers as facts; none for words and for what is not there.
    fileprivate func facts(_ role: ReviewedRow.Fact.Role, period: Period?) -> [ReviewedRow.Fact] {
        func fact(_ quantity: Quantity) -> ReviewedRow.Fact {
            ReviewedRow.Fact(
                value: quantity.approximate,
                step: quantity.step,
                printed: "\(quantity)",
                measure: quantity.writtenMeasure,
                role: role,
                period: period
            )
        }
        switch value {
        case .number(let quantity): return [fact(quantity)]
        case .composite(let parts): return parts.map { fact($0.quantity) }
        case .words, .yesOrNo, .absent: return []
        }
    }
}

extension Quantity {
    /// What one in its last place is worth.
    var step: Double { (0..<decimals).reduce(Double(scale.factor)) { step, _ in step / 10 } }

    /// Its unit as sentences have it.
    var writtenMeasure: WrittenNumber.Measure {
        if let currency { return .money(currency) }
        switch unit {
        case nil: return .count
        case "%": return .percent
        case "points": return .points
        case let unit? where unit.hasPrefix("per "):
            return .rate(Int(unit.dropFirst(4).filter(\.isNumber)) ?? 0)
        case let unit?:
            let last = unit.split(separator: " ").last.map(String.init) ?? unit
            return .unit(last.count > 3 && last.hasSuffix("s") ? String(last.dropLast()) : last)
        }
    }
}
