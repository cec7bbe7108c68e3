// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension ReviewedRow {
    /// The file whose words the row's are.
    var source: DiagnosticText.Source { .file(location.file) }

    /// How messages call it: `NI 62`, or its title in quotation marks.
    fileprivate var title: DiagnosticText { "`\(name, from: source)`" }

    /// Figures with their periods: `49.7%` (2007/08) and `51.8%` (2008/09).
    fileprivate func list(_ facts: [Fact]) -> DiagnosticText {
        var text: DiagnosticText = ""
        for (index, fact) in facts.enumerated() {
            if index > 0 { text = text + (index == facts.count - 1 ? " and " : ", ") }
            text = text + "`\(fact.printed, from: source)`"
            let label = [fact.comparator, fact.period.map { "\($0)" }].compactMap(\.self).joined(separator: ", ")
            if !label.isEmpty { text = text + " (\(label, from: source))" }
        }
        return text
    }
}

extension Diagnostic.Message {
    static func tableValue(_ quotation: String, row: ReviewedRow, actuals: [ReviewedRow.Fact], written: String) -> Self
    {
        Self(
            .figureDiffers,
            "`\(quotation)`: for \(row.title) the table has \(row.list(actuals))",
            hint: "put `\(written)` right, or the table; if another figure is meant, say which"
        )
    }

    static func tableYear(_ quotation: String, row: ReviewedRow, actual: ReviewedRow.Fact, year: String) -> Self {
        Self(
            .figureDiffers,
            "`\(quotation)`: for \(row.title) the table has that figure in another year, \(row.list([actual]))",
            hint: "put the year right, or the figure of `\(year)`"
        )
    }

    static func tableGoal(_ quotation: String, row: ReviewedRow, goals: [ReviewedRow.Fact]) -> Self {
        Self(
            .figureDiffers,
            "`\(quotation)`: as the target of \(row.title) the table has \(row.list(goals))",
            hint: "put the target right, here or in the table"
        )
    }

    static func tableOthers(_ quotation: String, row: ReviewedRow, others: [ReviewedRow.Fact]) -> Self {
        Self(
            .figureDiffers,
            "`\(quotation)`: beside \(row.title) the table has \(row.list(others))",
            hint: "put the figure right, here or in the table; if it is of another year, say of which"
        )
    }

    static func tableShare(_ quotation: String, row: ReviewedRow, latest: ReviewedRow.Fact?) -> Self {
        Self(
            .shareDiffers,
            "`\(quotation)` is not the percentage that the table has for \(row.title), \(row.list([latest].compactMap(\.self)))",
            hint: "put the numbers right, or the percentage in the table"
        )
    }

    static func tableChange(_ quotation: String, row: ReviewedRow, _ pair: (ReviewedRow.Fact, ReviewedRow.Fact)?)
        -> Self
    {
        Self(
            .changeDiffers,
            "`\(quotation)`: no two figures that the table has for \(row.title) differ by so much",
            hint: pair.map { pair in
                "from \(row.list([pair.0])) to \(row.list([pair.1])) is `\(row.difference(pair), from: row.source)`"
            }
        )
    }

    static func tablePoints(_ quotation: String, row: ReviewedRow, _ pair: (ReviewedRow.Fact, ReviewedRow.Fact)) -> Self
    {
        Self(
            .pointsForPercent,
            "`\(quotation)`: the difference between \(row.list([pair.0, pair.1])) is in percentage points, not per cent",
            hint: "write `\(row.difference(pair), from: row.source)`"
        )
    }
}

extension ReviewedRow {
    /// The difference between two figures, with its unit.
    fileprivate func difference(_ pair: (Fact, Fact)) -> String {
        let step = min(pair.0.step, pair.1.step)
        let difference = abs(pair.1.value - pair.0.value)
        let printed = ArithmeticRules.printed(difference, decimals: step < 0.05 ? 2 : step < 0.5 ? 1 : 0)
        switch pair.0.measure {
        case .percent, .points: return "\(printed) percentage point\(printed == "1" ? "" : "s")"
        case .money(let currency): return currency + printed
        case .unit(let unit): return "\(printed) \(unit)\(printed == "1" ? "" : "s")"
        case .rate(let base): return "\(printed) per \(ArithmeticRules.printed(Double(base), decimals: 0))"
        case .count: return printed
        }
    }
}
