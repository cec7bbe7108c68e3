// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import UnicodeText
import WorkspaceFiles

/// Reads the rows of `indicators.csv`.
struct IndicatorReader {
    private typealias Columns = IndicatorColumns

    private let context: ReturnContext
    private let findings: DiagnosticCollector
    private let table: DataTable
    private let figures: [(key: Indicator.FigureKey, column: DataColumn)]
    private let comparators: ComparatorColumns
    private let details: DetailColumns
    private var shared = CommentSharing()
    private var references = UniqueReferences()

    /// The indicators of the file; the units of rows that could not be read count as heard of.
    static func read(
        _ source: any RowSource,
        context: ReturnContext
    ) -> (indicators: [Indicator], brokenUnits: Set<String>) {
        let table = DataTable(
            source,
            columns: Columns.all,
            alsoKnown: Columns.examples(around: context.period) + context.details.keys.sorted(),
            given: (ComparatorColumns.examples(of: context.comparators, around: context.period), .council),
            findings: context.findings,
            accepts: {
                Columns.key($0, in: context.period?.year) != nil
                    || ComparatorColumns.key($0, of: context.comparators, in: context.period?.year) != nil
                    || context.details[DetailField.name(ofColumn: $0)] != nil
            }
        )
        guard let table else { return ([], []) }
        var reader = IndicatorReader(context: context, table: table)
        var indicators: [Indicator] = []
        indicators.reserveCapacity(table.rows.count)
        for row in table.rows { indicators.append(reader.indicator(row)) }
        reader.references.reportConverted(to: context.findings)
        return (indicators, Set(table.brokenRows.map { context.place($0.text(Columns.unit)) }))
    }

    private init(context: ReturnContext, table: DataTable) {
        self.context = context
        self.findings = context.findings
        self.table = table
        details = DetailColumns(of: table, context)
        var figures: [(key: Indicator.FigureKey, column: DataColumn)] = []
        for name in table.otherColumns {
            guard let key = Columns.key(name, in: context.period?.year) else { continue }
            if let other = figures.first(where: { $0.key == key }) {
                context.findings.report(.sameFigures(name, other.column.name), at: table.headerLocation)
                continue
            }
            figures.append((key, DataColumn(name, "a figure")))
        }
        self.figures = figures
        comparators = ComparatorColumns(of: table, context, own: figures.map(\.key))
        if figures.isEmpty {
            context.findings.report(.missingFigures, at: table.headerLocation)
        }
    }

    private mutating func indicator(_ row: DataRow) -> Indicator {
        let exemption = row.exemption(Columns.exempt, findings: findings)
        if !context.isOfFormerRound { row.readWaivers(isExempt: exemption != nil, findings: findings) }
        let markdown = context.markdown(isExempt: exemption != nil)
        let unit = context.place(row.text(Columns.unit))
        if !unit.isEmpty { context.check(unit: unit, at: row.location(Columns.unit)) }
        let reference = row.text(Columns.ref)
        if exemption == nil { findings.reportSign(in: reference, at: row.location(Columns.ref)) }
        references.note(reference, isExempt: exemption != nil, at: row.location(Columns.ref), findings: findings)
        let measure = row.prose(Columns.measure, reader: markdown)
        if measure.isEmpty, table.has(Columns.measure) {
            findings.report(.missingMeasure, at: row.location(Columns.measure))
        }
        let word = row.text(Columns.status)
        let status =
            word.isEmpty || context.ratings != nil ? nil : context.status(word, at: row.location(Columns.status))
        let group = row.text(Columns.group)
        if exemption == nil { findings.reportSign(in: group, at: row.location(Columns.group)) }
        var figures: [Indicator.FigureKey: Observation] = [:]
        figures.reserveCapacity(self.figures.count)
        for (key, column) in self.figures {
            // A figure that cannot be read was reported; the column is kept.
            let place = row.location(column)
            figures[key] =
                findings.observation(row.figure(column), isExempt: exemption != nil, at: place)
                ?? Observation(.absent(.notSupplied), at: place)
        }
        // A report of an exempt row does not depend on its figures.
        if exemption == nil { findings.checkUnits(of: self.figures.compactMap { figures[$0.key] }) }
        let position = comparators.position(row)
        var indicator = Indicator(
            unit: unit.isEmpty ? nil : unit,
            reference: reference.isEmpty ? nil : reference,
            measure: measure,
            polarity: polarity(row),
            group: group.isEmpty ? nil : group,
            status: status,
            figures: figures,
            basis: basis(row),
            asAt: date(row, Columns.asAt),
            lag: lag(row),
            tolerance: tolerance(row),
            comparison: !table.has(Columns.comparison)
                ? nil
                : findings.observation(
                    row.text(Columns.comparison),
                    isExempt: exemption != nil,
                    at: row.location(Columns.comparison)
                ),
            comparatorFigures: comparators.read(row, exemption),
            rank: position.rank,
            quartile: position.quartile,
            comment: .sharedWithRowAbove,
            details: details.read(row, exemption, markdown: markdown),
            exemption: exemption,
            location: row.location
        )
        if let scale = context.ratings {
            RatingReader(context: context, scale: scale, markdown: markdown).rate(&indicator, in: row)
        }
        indicator.comment = comment(row, of: indicator, markdown: markdown)
        indicator.changeReason = row.prose(Columns.changeReason, reader: markdown)
        return indicator
    }

    private func basis(_ row: DataRow) -> Indicator.Basis? {
        let word = row.text(Columns.basis)
        if word.isEmpty { return nil }
        if let basis = Indicator.Basis(rawValue: word.lowercased()) { return basis }
        let words = Indicator.Basis.allCases.map(\.rawValue)
        findings.report(.invalidBasis(word, among: words), at: row.location(Columns.basis))
        return nil
    }

    private func date(_ row: DataRow, _ column: DataColumn) -> CalendarDate? {
        let text = row.date(column)
        if text.isEmpty { return nil }
        do throws(Diagnostic.Message) {
            return try DateReader().day(text)
        } catch {
            findings.report(error, at: row.location(column))
            return nil
        }
    }

    private func tolerance(_ row: DataRow) -> RatingScale.Tolerance? {
        let text = row.text(Columns.tolerance)
        return text.isEmpty ? nil : findings.tolerance(text, at: row.location(Columns.tolerance))
    }

    /// How many periods an indicator lags behind: `1`, `1 quarter`, `2 months`.
    private func lag(_ row: DataRow) -> Int {
        let text = row.text(Columns.lag)
        if text.isEmpty { return 0 }
        let number = text.prefix { $0.isNumber }
        let unit = text.dropFirst(number.count).trimmed.lowercased()
        let months = ["": context.period?.span.months ?? 0, "month": 1, "quarter": 3, "half-year": 6, "year": 12]
        let length = months[unit.hasSuffix("s") ? String(unit.dropLast()) : unit]
        let period = context.period?.span.months ?? 1
        if let count = Int(number), (0...36).contains(count), let length, (count * length) % period == 0 {
            return count * length / period
        }
        findings.report(.invalidLag(text, period: context.period), at: row.location(Columns.lag))
        return 0
    }

    private func polarity(_ row: DataRow) -> Indicator.Polarity {
        guard table.has(Columns.better) else { return .neither }
        let word = row.text(Columns.better)
        if let polarity = Indicator.Polarity(rawValue: word.lowercased()) { return polarity }
        let words = Indicator.Polarity.allCases.map(\.rawValue)
        findings.report(.invalidPolarity(word, among: words), at: row.location(Columns.better))
        return .neither
    }

    private mutating func comment(_ row: DataRow, of indicator: Indicator, markdown: ProseReader) -> Comment {
        let written = row.text(Columns.comment)
        let sharedReference = CommentSharing.reference(in: written)
        let here = CommentSharing.Row(
            reference: indicator.reference ?? "",
            unit: indicator.unit ?? "",
            group: indicator.group ?? "",
            isException: indicator.isException ?? true,
            exemption: indicator.exemption,
            place: row.location.rowName
        )
        if let problem = shared.next(here, sharing: sharedReference) {
            if shared.crossesExemption { findings.keepTogether(row.location.sourceFile.subject) }
            findings.report(problem, at: row.location(Columns.comment))
        }
        if sharedReference != nil {
            if !row.text(Columns.response).isEmpty {
                findings.report(.conflictingComment(in: Columns.response), at: row.location(Columns.response))
            }
            return .sharedWithRowAbove
        }
        if indicator.isException == true, written.isEmpty || AbsencePhrases.saysNothing(written),
            table.has(Columns.comment)
        {
            findings.report(.missingComment, at: row.location(Columns.comment))
        }
        return .own(
            reason: row.prose(Columns.comment, reader: markdown),
            response: row.prose(Columns.response, reader: markdown)
        )
    }
}

extension Diagnostic.Message {
    fileprivate static var missingFigures: Self {
        Self(
            .missingFigures,
            "the file has no column of figures",
            hint: "columns of figures are called like `2008/09 actual`, `2009/10 target`, `2009/10 Q3 actual`"
        )
    }

    static func sameFigures(_ name: String, _ other: String) -> Self {
        Self(
            .repeatedColumn,
            "the columns `\(other)` and `\(name)` are for the same figures",
            hint: "keep one of the two"
        )
    }

    fileprivate static func invalidBasis(_ word: String, among words: [String]) -> Self {
        Self(
            .invalidBasis,
            "`\(word.shortened)` does not say what the figures count",
            hint: NearestName.hint(for: word, among: words, from: .program)
        )
    }

    fileprivate static func invalidLag(_ text: String, period: Period?) -> Self {
        Self(
            .invalidLag,
            "`\(text.shortened)` is not a lag",
            hint: "it is a number of the round's periods, such as `1`, or `1 quarter`: a whole number of them"
        )
    }

    fileprivate static var missingMeasure: Self {
        Self(.missingCell, "the measure is missing", hint: "say what is measured")
    }

    fileprivate static func invalidPolarity(_ word: String, among words: [String]) -> Self {
        Self(
            .invalidPolarity,
            word.isEmpty
                ? "it is not said which way is better" : "`\(word.shortened)` does not say which way is better",
            hint: NearestName.hint(for: word, among: words, from: .program)
        )
    }

    fileprivate static var missingComment: Self {
        Self(
            .missingComment,
            "an indicator that is not on course has no comment",
            hint: "say why, and what is being done about it"
        )
    }
}
