// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

extension FigureRules {
    /// What is said of a number that its row contradicts.
    func message(_ judged: Judged, _ row: ReviewedRow, in statement: Statement) -> Diagnostic.Message {
        let mention = judged.mention
        let quotation = statement.quotation(of: mention)
        let file = statement.passage.location.file
        var nearest: ReviewedRow.Fact?
        switch judged.verdict {
        case .differs(let fact): nearest = fact
        case .reversed(let old, let new): return .tableReversed(quotation, row: row, old, new)
        case .misplaced(let fact):
            return .tableMisplaced(quotation, row: row, fact, written: statement.written(mention), in: file)
        case .agrees, .unknown: break
        }
        switch mention.role {
        case .change(let change):
            let pair = row.pair(isFromGoal: change.isFromGoal)
            if mention.number.measure == .percent, row.measure == .percent, let pair,
                mention.number.rounds(abs(pair.1.value - pair.0.value))
            {
                return .tablePoints(quotation, row: row, pair)
            }
            return .tableChange(quotation, row: row, pair)
        case .goal: return .tableGoal(quotation, row: row, goals: row.facts.filter { $0.role == .goal }, in: file)
        case .others:
            return .tableOthers(quotation, row: row, others: row.facts.filter { $0.role == .others }, in: file)
        case .part: return .tableShare(quotation, row: row, latest: nearest)
        case .value, .from, .to, .whole:
            let ofOtherYear = mention.year.flatMap { _ in
                row.actuals.first { $0.measure == mention.number.measure && mention.number.rounds($0.value) }
            }
            if let ofOtherYear, let year = mention.year {
                return .tableYear(quotation, row: row, actual: ofOtherYear, year: "\(year)", in: file)
            }
            return .tableValue(
                quotation,
                row: row,
                actuals: row.quotedActuals(nearest),
                written: statement.written(mention),
                in: file
            )
        }
    }
}

extension ReviewedRow {
    /// The file whose words the row's are.
    var source: DiagnosticText.Source { .file(location.file) }

    /// How messages call it: `NI 62`, or its title in quotation marks.
    var title: DiagnosticText { "`\(name, from: source)`" }

    /// Where its table is, for a message about a text of some file: ` (indicators.csv, line 5)`, with the folder if that is another.
    func place(beside file: String) -> DiagnosticText {
        let name = location.file.split(separator: "/").last.map(String.init) ?? location.file
        let folder = file.dropLast(file.split(separator: "/").last?.count ?? 0)
        let isInFolder = location.file.dropLast(name.count) == folder
        let sheet: DiagnosticText =
            if case .cell(let sheet, _, _) = location.position { ", sheet \(sheet, from: source)" } else { "" }
        return " (\(own: isInFolder ? name : location.file)" + sheet + ", \(own: location.rowName))"
    }

    /// Figures with their periods: `49.7%` (2007/08) and `51.8%` (2008/09).
    func list(_ facts: [Fact]) -> DiagnosticText {
        var text: DiagnosticText = ""
        for (index, fact) in facts.enumerated() {
            if index > 0 { text = text + (index == facts.count - 1 ? " and " : ", ") }
            text = text + "`\(fact.printed, from: source)`"
            let kind = fact.goal.flatMap { $0 == .target ? nil : $0.rawValue }
            let label = [kind, fact.comparator, fact.period.map { "\($0)" }].compactMap(\.self)
                .joined(separator: ", ")
            if !label.isEmpty { text = text + " (\(label, from: source))" }
        }
        return text
    }
}

extension Diagnostic.Message {
    static func tableValue(
        _ quotation: String,
        row: ReviewedRow,
        actuals: [ReviewedRow.Fact],
        written: String,
        in file: String
    ) -> Self {
        Self(
            .figureDiffers,
            "the text says `\(quotation)`, and the table has \(row.list(actuals)) for \(row.title)"
                + row.place(beside: file),
            hint:
                "put `\(written)` or the table right; if it is of another year, place or group, say so; if all is right, waive it"
        )
    }

    static func tableYear(
        _ quotation: String,
        row: ReviewedRow,
        actual: ReviewedRow.Fact,
        year: String,
        in file: String
    ) -> Self {
        Self(
            .figureDiffers,
            "the text says `\(quotation)`, and the table has that figure in another year, \(row.list([actual])), for \(row.title)"
                + row.place(beside: file),
            hint: "put the year right, or the figure of `\(year)`; if all is right, waive it"
        )
    }

    /// The row has the figure, of something else.
    static func tableMisplaced(
        _ quotation: String,
        row: ReviewedRow,
        _ fact: ReviewedRow.Fact,
        written: String,
        in file: String
    ) -> Self {
        Self(
            .figureDiffers,
            "the text says `\(quotation)`, and the table has that figure in another place, \(row.list([fact])), for \(row.title)"
                + row.place(beside: file),
            hint: "put `\(written)` right, or say of it what the table says; if all is right, waive it"
        )
    }

    /// The row has the difference, and the other way round.
    static func tableReversed(
        _ quotation: String,
        row: ReviewedRow,
        _ old: ReviewedRow.Fact,
        _ new: ReviewedRow.Fact
    ) -> Self {
        let isGoal = old.role != .actual
        let way: DiagnosticText =
            isGoal
            ? (new.value > old.value ? "is above " : "is below ")
            : (new.value > old.value ? "rose from " : "fell from ")
        let figures =
            isGoal
            ? row.list([new]) + " " + way + row.list([old]) : way + row.list([old]) + " to " + row.list([new])
        return Self(
            .directionDiffers,
            "`\(quotation)`: by the table \(row.title) " + (isGoal ? "is the other way round: " : "") + figures,
            hint: "put the word right, or the figures in the table"
        )
    }

    static func tableGoal(_ quotation: String, row: ReviewedRow, goals: [ReviewedRow.Fact], in file: String) -> Self {
        Self(
            .figureDiffers,
            "the text says `\(quotation)`, and the table has the target \(row.list(goals)) for \(row.title)"
                + row.place(beside: file),
            hint:
                "put the target right, here or in the table; if it is of another year, say of which; if all is right, waive it"
        )
    }

    static func tableOthers(_ quotation: String, row: ReviewedRow, others: [ReviewedRow.Fact], in file: String) -> Self
    {
        Self(
            .figureDiffers,
            "the text says `\(quotation)`, and the table has \(row.list(others)) beside \(row.title)"
                + row.place(beside: file),
            hint:
                "put the figure right, here or in the table; if it is of another year, say of which; if all is right, waive it"
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
