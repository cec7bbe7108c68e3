// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Of when a sentence speaks, and whether the row has a figure of then: without one nothing can be told.
extension FigureRules {
    /// Whether a row has a figure of so many months before its latest.
    func hasActual(of row: ReviewedRow, monthsAgo months: Int) -> Bool {
        guard let latest = row.actuals.last?.period?.lastMonthNumber else { return false }
        return row.actuals.contains { abs(latest - months - ($0.period?.lastMonthNumber ?? 0)) <= 1 }
    }

    /// Whether a change is said to be since a time of which the row has no figure: `since 2001`, `in three years`, `since June`.
    func lacksBase(of mention: Mention, _ row: ReviewedRow, in statement: Statement) -> Bool {
        let tokens = statement.passage.tokens
        guard let first = row.actuals.first?.period else { return false }
        let sentence = mention.sentence
        for index in sentence where tokens[index].text == "since" && sentence.contains(index + 1) {
            let next = tokens[index + 1]
            if next.text == "last", sentence.contains(index + 2) {
                let months = ["year": 12, "quarter": 3][tokens[index + 2].text]
                if let months, !hasActual(of: row, monthsAgo: months) { return true }
            }
            if next.isMonth, !isEndOfAPeriod(next.text, row) { return true }
            guard next.kind == .year else { continue }
            let year = next.text.prefix { $0.isNumber }
            // Only a year of the row's kind is held against one of its years.
            if next.text.contains("/") {
                if !row.actuals.contains(where: { $0.period?.year.description.hasPrefix(year + "/") == true }) {
                    return true
                }
            } else if let year = Int(year), year < first.year.first {
                return true
            }
        }
        for index in sentence
        where index != mention.token && ["in", "over", "within", "last", "past"].contains(tokens[index].text) {
            guard sentence.contains(index + 1), let number = tokens[index + 1].number,
                case .unit(let unit) = number.measure, unit == "year" || unit == "month",
                !row.titleNumbers.contains(number.value)
            else { continue }
            let months = unit == "year" ? Int(number.value * 12) : Int(number.value)
            if !hasActual(of: row, monthsAgo: months) { return true }
        }
        return false
    }

    /// Whether a period of the row ends in a month, or right before it.
    private func isEndOfAPeriod(_ name: String, _ row: ReviewedRow) -> Bool {
        guard let month = WordForms.months[name] else { return false }
        return row.actuals.dropLast().contains { fact in
            guard let last = fact.period?.lastMonth.month else { return false }
            return last == month || last % 12 + 1 == month
        }
    }

    /// Holds the least or the most of a figure against all figures that it can be of.
    func compareBound(_ mention: Mention, with facts: [ReviewedRow.Fact], _ row: ReviewedRow) -> Verdict {
        guard let bound = mention.bound, !facts.isEmpty else { return .unknown }
        if let months = mention.monthsAgo, !hasActual(of: row, monthsAgo: months) { return .unknown }
        let number = mention.number
        var values = facts.map { (value: $0.value, slack: $0.step / 2) }
        switch number.measure {
        // Those who are left over are told in the same words, and the number is near their share.
        case .percent:
            values += facts.filter { abs(100 - $0.value - number.value) <= 15 }.map { (100 - $0.value, $0.step / 2) }
        case .count, .money:
            // A part of what is counted is always fewer.
            if bound == .most { return .unknown }
            values.append((row.actuals.reduce(0) { $0 + $1.value }, 0))
        case .points, .unit, .rate: break
        }
        let isBorneOut = values.contains { value, slack in
            bound == .least ? value + slack >= number.value : value - slack <= number.value
        }
        if isBorneOut { return .agrees(exactly: false) }
        return .differs(nearest: facts.min { abs($0.value - number.value) < abs($1.value - number.value) })
    }
}
