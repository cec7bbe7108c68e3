// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// The columns of `indicators.csv` that hold figures of others: `England 2025/26`, `neighbours Q2 2026/27`.
struct ComparatorColumns {
    private let columns: [(key: Comparator.FigureKey, column: DataColumn)]
    private let findings: DiagnosticCollector

    /// Finds the columns. Two for the same figures are reported, and one of a period of which the file has no own figures.
    ///
    /// - Parameter own: the columns of own figures.
    init(of table: DataTable, _ context: ReturnContext, own: [Indicator.FigureKey]) {
        findings = context.findings
        var columns: [(key: Comparator.FigureKey, column: DataColumn)] = []
        for name in table.otherColumns {
            guard IndicatorColumns.key(name, in: context.period?.year) == nil,
                let key = Self.key(name, of: context.comparators, in: context.period?.year)
            else { continue }
            if let other = columns.first(where: { $0.key == key }) {
                context.findings.report(.sameFigures(name, other.column.name), at: table.headerLocation)
                continue
            }
            columns.append((key, DataColumn(name, "a figure of others")))
            let needed = Indicator.FigureKey(key.period, .actual)
            if !own.contains(needed) {
                context.findings.report(.incomparablePeriod(name, needed), at: table.headerLocation)
            }
        }
        self.columns = columns
    }

    /// Whose figures of which period a column holds, by its name: that of a comparator, or its identifier, before or behind the period.
    ///
    /// - Parameter year: the round's, of which a period without a year is; `nil` if it is not known.
    static func key(
        _ column: String,
        of comparators: [Comparator],
        in year: ReportingYear?
    ) -> Comparator.FigureKey? {
        let words = column.comparedName
        // A name may begin with another: `England` and `England, best quartile`.
        var found: (key: Comparator.FigureKey, length: Int)?
        for comparator in comparators {
            for name in [comparator.id, comparator.name].map(\.comparedName) where name.count > found?.length ?? 0 {
                let rest =
                    words.hasPrefix(name + " ")
                    ? words.dropFirst(name.count + 1)
                    : words.hasSuffix(" " + name) ? words.dropLast(name.count + 1) : nil
                guard let period = rest.flatMap({ Period($0, in: year) }) else { continue }
                found = (Comparator.FigureKey(comparator.id, period), name.count)
            }
        }
        return found?.key
    }

    /// Names of columns that a round may have, for hints: of the round's period and year, and of those before them.
    static func examples(of comparators: [Comparator], around period: Period?) -> [String] {
        guard let period else { return [] }
        let periods = (0...3).map { period.wholeYear.before($0) } + (0...8).map { period.before($0) }
        return comparators.flatMap { comparator in
            periods.flatMap { ["\(comparator.name) \($0)", "\(comparator.id) \($0)"] }
        }
    }

    /// The figures of a row under them; what cannot be read is reported.
    func read(_ row: DataRow, _ exemption: Exemption?) -> [Comparator.FigureKey: Observation] {
        var figures: [Comparator.FigureKey: Observation] = [:]
        for (key, column) in columns {
            figures[key] = findings.observation(
                row.figure(column),
                isExempt: exemption != nil,
                at: row.location(column)
            )
        }
        return figures
    }

    /// Its rank and its quartile, which agree.
    func position(_ row: DataRow) -> (rank: Indicator.Rank?, quartile: Indicator.Quartile?) {
        let rankText = row.text(IndicatorColumns.rank)
        let quartileText = row.text(IndicatorColumns.quartile)
        if rankText.isEmpty, quartileText.isEmpty { return (nil, nil) }
        let rank = Indicator.Rank(rankText)
        let quartile = Indicator.Quartile(quartileText)
        if rank == nil, !rankText.isEmpty {
            findings.report(.invalidRank(rankText), at: row.location(IndicatorColumns.rank))
        }
        if quartile == nil, !quartileText.isEmpty {
            findings.report(.invalidQuartile(quartileText), at: row.location(IndicatorColumns.quartile))
        }
        if let rank, let quartile, !rank.isIn(quartile) {
            findings.report(.contradictoryRank(rankText, quartileText), at: row.location(IndicatorColumns.quartile))
        }
        return (rank, quartile)
    }
}

extension Diagnostic.Message {
    fileprivate static func incomparablePeriod(_ name: String, _ needed: Indicator.FigureKey) -> Self {
        Self(
            .incomparablePeriod,
            "the figures under `\(name.shortened)` cannot be compared: there are no own figures of that period",
            hint: "add the column `\(own: needed)`"
        )
    }

    fileprivate static func invalidRank(_ text: String) -> Self {
        Self(
            .invalidRank,
            "`\(text.shortened)` is not a rank",
            hint: "it is written `8 of 22`: 1 is the best, and no rank is beyond the number of those ranked"
        )
    }

    fileprivate static func invalidQuartile(_ text: String) -> Self {
        Self(.invalidRank, "`\(text.shortened)` is not a quartile", hint: "it is from 1, the best, to 4")
    }

    fileprivate static func contradictoryRank(_ rank: String, _ quartile: String) -> Self {
        Self(
            .invalidRank,
            "the rank `\(rank.shortened)` is not in the quartile `\(quartile.shortened)`",
            hint: "1 is the best of both: put the one or the other right"
        )
    }
}
