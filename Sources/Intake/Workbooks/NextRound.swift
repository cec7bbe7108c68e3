// SPDX-License-Identifier: Apache-2.0

import Formats
import Monitoring
import UnicodeText

/// Makes the next monitoring round of one that is over: the same plans and measures in the next period, without what was said of them.
struct NextRound {
    let last: Round
    let period: Period
    let comparators: [Comparator]

    /// The period after another: after a half-year the whole year, otherwise one of the same length.
    static func period(after period: Period) -> Period {
        period.span == .half(1) ? period.wholeYear : period.before(-1)
    }

    // MARK: - Tables

    /// The rows of the next round: what a row is, without how it stood.
    func rows(_ rows: ReturnRows, of table: ReturnTable) -> ReturnRows {
        switch table {
        case .actions, .activity:
            return rows.with(columns: rows.columns) { row, column in
                carries(column, of: table)
                    ? Self.withoutNotes(rows.rows[row][rows.columns.firstIndex(of: column) ?? 0]) : ""
            }
        case .indicators: return indicators(rows)
        case .formerIndicators: return rows
        }
    }

    /// Whether a column identifies or describes a row, rather than reporting its progress.
    private func carries(_ column: String, of table: ReturnTable) -> Bool {
        let known = Set(table.columns.map(\.name))
        if known.contains(column) { return Self.lasting.contains(column) }
        return Self.lastingDetails.contains(DetailField.name(ofColumn: column))
    }

    private static let lasting = Set(
        [
            PlanItemColumns.unit, PlanItemColumns.ref, PlanItemColumns.action, PlanItemColumns.outcome,
            PlanItemColumns.due, PlanItemColumns.itemClass, PlanItemColumns.activity, PlanItemColumns.exempt,
            IndicatorColumns.measure, IndicatorColumns.better, IndicatorColumns.basis, IndicatorColumns.tolerance,
            IndicatorColumns.lag,
        ].map(\.name)
    )

    private static let lastingDetails: Set = [
        "owner", "data-owner", "member", "programme", "priority", "ward", "cost", "baseline", "start",
    ]

    /// The indicators, whose columns of figures each move on by one round. A figure stays with its period: the actual of this round is
    /// that of the round before in the next one, and a target of the year stays until the year ends.
    private func indicators(_ rows: ReturnRows) -> ReturnRows {
        let year = last.period.year
        var columns: [String] = []
        /// The column of the last round that has the figures of a column, or `nil` if none has.
        var sources: [String: Int] = [:]
        func add(_ column: String, from source: Int?) {
            guard !columns.contains(column) else { return }
            columns.append(column)
            sources[column] = source
        }
        let own = rows.columns.map { IndicatorColumns.key($0, in: year) }
        let others = rows.columns.map { ComparatorColumns.key($0, of: comparators, in: year) }
        for (index, name) in rows.columns.enumerated() {
            if let key = own[index] {
                let moved = moved(key)
                // What was expected is expected anew.
                add(moved.description, from: moved.kind == .forecast ? nil : own.firstIndex(of: moved))
            } else if let key = others[index] {
                let moved = Comparator.FigureKey(key.comparator, moved(key.period))
                add("\(comparator(key.comparator, in: name)) \(moved.period)", from: others.firstIndex(of: moved))
            } else {
                add(name, from: carries(name, of: .indicators) ? index : nil)
            }
        }
        let latest = Indicator.FigureKey(period, .actual).description
        if !columns.contains(latest) {
            let figures = columns.lastIndex { IndicatorColumns.key($0, in: period.year) != nil }
            columns.insert(latest, at: figures.map { $0 + 1 } ?? columns.endIndex)
        }
        return rows.with(columns: columns) { row, column in
            sources[column].map { Self.withoutNotes(rows.rows[row][$0]) } ?? ""
        }
    }

    /// What a column of figures holds in the next round. At the end of a year there is nothing to forecast of it, and before it no result.
    private func moved(_ key: Indicator.FigureKey) -> Indicator.FigureKey {
        let moved = Indicator.FigureKey(moved(key.period), key.kind)
        guard moved.period == period.wholeYear else { return moved }
        switch moved.kind {
        case .forecast where period.span == .year: return Indicator.FigureKey(moved.period, .actual)
        case .actual where period.span != .year: return Indicator.FigureKey(moved.period, .forecast)
        default: return moved
        }
    }

    /// The period of a column in the next round: of the same length as the rounds, one later; otherwise as many years later as the round.
    private func moved(_ other: Period) -> Period {
        let length = other.span.months
        if length < 12, length == last.period.span.months, length == period.span.months { return other.before(-1) }
        return other.yearsBefore(last.period.year.first - period.year.first)
    }

    /// What a column calls a comparator, as it is written there: its name or its identifier.
    private func comparator(_ id: String, in column: String) -> String {
        let name = comparators.first { $0.id == id }?.name ?? id
        let words = column.split { $0.isWhitespace }
        for called in [name, id] {
            let count = called.split { $0.isWhitespace }.count
            for part in [words.prefix(count), words.suffix(count)] {
                let written = part.joined(separator: " ")
                if written.comparedName == called.comparedName { return written }
            }
        }
        return id
    }

    /// A text without the notes that are marked in it, which are texts of the last round.
    private static func withoutNotes(_ text: String) -> String {
        text.contains("[^") ? text.replacing(/\[\^[^\]]*\]/, with: "").trimmed : text
    }

    // MARK: - Forms

    /// What return.yaml says in the next round: without the day, the notes and the units that had nothing to report.
    func form(_ form: YAMLValue) -> YAMLValue {
        guard case .group(let entries) = form.content else { return form }
        let dropped = [
            ReturnForm.received, ReturnForm.nilReturns, ReturnForm.notes, ExemptionWaivers.key, WaiverForm.key,
        ].map(\.name)
        var form = form
        form.content = .group(
            entries.filter { !dropped.contains($0.key) }.map { entry in
                guard entry.key == ReturnForm.tables.name, case .list(let tables) = entry.value.content else {
                    return entry
                }
                var entry = entry
                entry.value.content = .list(tables.map(withoutIntroduction))
                return entry
            }
        )
        return form
    }

    private func withoutIntroduction(_ table: YAMLValue) -> YAMLValue {
        guard case .group(let entries) = table.content else { return table }
        var table = table
        table.content = .group(entries.filter { $0.key != TableRequestForm.introduction.name })
        return table
    }
}
