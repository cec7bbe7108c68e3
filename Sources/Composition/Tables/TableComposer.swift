// SPDX-License-Identifier: Apache-2.0

import Amendments
import Diagnostics
import Layouts
import Monitoring
import PaperTree
import ResourceLimits

/// Makes a table of a kind from rows.
struct TableComposer {
    let kind: TableKind
    let round: MonitoringRound
    let wording: ValueWording
    /// For everything in the table, so that its notes are numbered together.
    var composer: ProseComposer
    /// Every figure shown, for the explanation of shorthand.
    var shown: [Observation] = []
    /// Whether each directorate has a band over its rows, in a table with rows of several returns.
    var hasDirectorateBands = false
    /// The identifiers of those whose figures are shown, for the line that says where these are from.
    var shownComparators: Set<String> = []
    /// The totals of the columns that carry theirs, down to the last row.
    var totals: RunningTotals

    /// Rows of one place: of a return, of one of the returns that a table of a paper lists, or of no return.
    struct Group {
        /// In a table of a paper: whose return it is.
        var directorate: Directorate?
        var rows: [TableRowSource]
        /// The units and divisions that may have a band, in order; empty for a table without bands.
        var places: [Place] = []
        /// The places of those that have nothing to report.
        var nilReturns: Set<String> = []
        /// Texts for the marks in the rows.
        var notes: [DirectorateReturn.Note] = []
    }

    init(kind: TableKind, round: MonitoringRound, words: Wording, scope: String, localNames: [String: String]) {
        self.kind = kind
        self.round = round
        totals = RunningTotals(columns: kind.columns.indices.filter { kind.columns[$0].carriesTotal })
        wording = ValueWording(houseStyle: round.council.houseStyle, wording: words)
        composer = ProseComposer(
            scope: scope,
            headings: ProseComposer.Headings(offset: 0, numbering: .none, scope: scope)
        )
        composer.localNames = localNames
    }

    /// Makes the table, with the explanation of its shorthand before it, and before this its caption.
    ///
    /// - Parameters:
    ///   - title: what its heading or its caption calls it.
    ///   - label: what references call it; `nil` if tables have no numbers.
    ///   - caption: the title in full, for a table with a number and without a heading; empty for no caption.
    mutating func blocks(
        groups: [Group],
        title: String = "",
        label: String? = nil,
        caption: [Inline] = [],
        anchor: String? = nil,
        with context: inout CompositionContext
    ) -> [Block] {
        reportMissingColumns(of: groups.flatMap(\.rows), with: &context)
        let id = context.node()
        var table = Table(
            columns: kind.columns.map { column in
                let holdsFigures = column.fields.allSatisfy(\.isFigure)
                return Table.Column(
                    width: column.width,
                    alignment: column.alignment,
                    holdsFigures: holdsFigures,
                    folds: column.folds,
                    rotatesTitle: column.isRotated
                )
            },
            header: header(with: &context),
            rows: [],
            label: label,
            title: title,
            isLandscape: kind.isLandscape,
            anchor: anchor
        )
        for group in groups { table.rows += rows(of: group, with: &context) }
        carryTotals(of: &table, with: &context)
        table.notes = notes(groups, with: &context)
        var blocks = [Block(id: id, .table(table), location: kind.location)]
        if let explanation = wording.explanation(of: shown) {
            blocks.insert(context.paragraph([.text(explanation)], role: .tableNote), at: 0)
        }
        if let sources = comparatorSources {
            blocks.insert(context.paragraph([.text(sources)], role: .tableNote), at: 0)
        }
        if let label, !caption.isEmpty {
            blocks.insert(context.paragraph(caption, role: .caption, number: label, at: kind.location), at: 0)
        }
        return blocks
    }

    /// Says which columns carry their totals, and reports those whose figures do not add up.
    private func carryTotals(of table: inout Table, with context: inout CompositionContext) {
        for place in totals.oddPlaces { context.diagnostics.report(.unlikeFigures(kind), at: place) }
        let columns = totals.columns
        if columns.isEmpty {
            for index in table.rows.indices { table.rows[index].totals = [] }
            return
        }
        if columns.count < totals.quantities.count {
            let all = totals.quantities.map(\.column)
            for index in table.rows.indices {
                let own = zip(all, table.rows[index].totals)
                table.rows[index].totals = own.filter { columns.contains($0.0) }.map(\.1)
            }
        }
        table.carriedTotals = Table.CarriedTotals(
            columns: columns,
            forward: context.wording.words(.carriedForward),
            brought: context.wording.words(.broughtForward)
        )
    }

    private mutating func rows(of group: Group, with context: inout CompositionContext) -> [Table.Row] {
        var rows: [Table.Row] = []
        if let directorate = group.directorate {
            composer.enter(directorate.id)
            for exemption in group.rows.compactMap(\.exemption) {
                context.note(exemption, ofReturn: directorate.id)
            }
            if hasDirectorateBands { rows.append(band(directorate.name, level: 1, with: &context)) }
        }
        let isBanded = kind.bands.contains { $0 != .directorate } && !group.places.isEmpty
        if isBanded { return rows + bandedRows(group, with: &context) }
        return rows + bodyRows(group.rows, with: &context) + namedNilRows(of: group, with: &context)
    }

    /// A kind of table that shows a figure wants its column in the file, whatever may be missing in a row.
    private func reportMissingColumns(of rows: [TableRowSource], with context: inout CompositionContext) {
        let indicators = rows.compactMap { row in
            if case .indicator(let indicator) = row.subject, !(row.exemption != nil && context.omitsExemptInformation) {
                indicator
            } else {
                nil
            }
        }
        guard let first = indicators.first else { return }
        for field in kind.columns.flatMap(\.fields) {
            guard let key = figureKey(of: field), !indicators.contains(where: { $0.figures[key] != nil }) else {
                continue
            }
            context.diagnostics.report(
                .missingColumn(key, for: kind),
                at: first.location.head
            )
        }
    }

    /// Which figure of an indicator a field shows, or `nil` if it shows none.
    ///
    /// - Parameter lag: how many of the round's periods the indicator's figures lag behind.
    func figureKey(of field: TableKind.Field, lag: Int = 0) -> Indicator.FigureKey? {
        let kind: Indicator.FigureKey.Kind
        switch field.name {
        case .actual, .midYear: kind = .actual
        case .target: kind = .target
        case .forecast: kind = .forecast
        case .floor: kind = .floor
        case .stretch: kind = .stretch
        default: return nil
        }
        return Indicator.FigureKey(period(of: field, lag: lag), kind)
    }

    /// The period of a field's figure.
    ///
    /// - Parameter lag: how many of the round's periods the indicator's figures lag behind.
    func period(of field: TableKind.Field, lag: Int) -> Period {
        var period = field.period
        if case .round(let ago) = period.base { period.base = .round(ago: ago + lag) }
        return period.period(in: round.round.period)
    }

    /// The header: one row, or two if columns share a heading.
    private mutating func header(with context: inout CompositionContext) -> [Table.Row] {
        let isDeep = kind.columns.contains { $0.under != nil }
        var upper = Table.Row(id: context.node(), kind: .header, cells: [])
        var lower = Table.Row(id: isDeep ? context.node() : upper.id, kind: .header, cells: [])
        var index = 0
        while index < kind.columns.count {
            let column = kind.columns[index]
            guard let under = column.under else {
                upper.cells.append(title(of: column, rowSpan: isDeep ? 2 : 1, with: &context))
                index += 1
                continue
            }
            let span = kind.columns[index...].prefix { $0.under?.words == under.words }.count
            let id = context.node()
            let words = context.paragraph(composer.inlines(under, with: &context), at: column.location)
            upper.cells.append(Table.Cell(id: id, columnSpan: span, isHeader: true, blocks: [words]))
            for column in kind.columns[index..<index + span] {
                lower.cells.append(title(of: column, rowSpan: 1, with: &context))
            }
            index += span
        }
        return isDeep ? [upper, lower] : [upper]
    }

    private mutating func title(
        of column: TableKind.Column,
        rowSpan: Int,
        with context: inout CompositionContext
    ) -> Table.Cell {
        let period = (column.fields.first?.period ?? TableKind.RelativePeriod()).period(in: round.round.period)
        composer.localNames["year"] = period.year.description
        composer.localNames["period"] = wording.wording.words(period)
        defer {
            composer.localNames["year"] = nil
            composer.localNames["period"] = nil
        }
        let id = context.node()
        let words = context.paragraph(composer.inlines(column.title, with: &context), at: column.location)
        return Table.Cell(id: id, rowSpan: rowSpan, isHeader: true, blocks: [words])
    }

    /// The notes that marks in the table ask for, in the order of their numbers; a return's own text comes before the kind's.
    private mutating func notes(_ groups: [Group], with context: inout CompositionContext) -> [Note] {
        if composer.notes.entries.isEmpty { return [] }
        var known: [[String]: DirectorateReturn.Note] = [:]
        let scope = composer.scope
        for group in groups {
            for note in group.notes { known[[group.directorate?.id ?? scope, note.name]] = note }
        }
        let general = Dictionary(kind.notes.map { ($0.name, $0) }) { first, _ in first }
        return composer.composeNotes(with: &context) { known[[$0.scope, $0.name]] ?? general[$0.name] }
    }
}

extension Prose {
    /// What two headings must agree in to be one.
    fileprivate var words: [Prose.Content] { blocks.map(\.content) }
}

extension TableKind.Field {
    /// Whether it is a value.
    fileprivate var isFigure: Bool { name.isFigure || detail?.kind == .figure }
}

extension TableKind.FieldName {
    fileprivate var isFigure: Bool {
        switch self {
        case .actual, .target, .midYear, .forecast, .floor, .stretch, .comparison, .count, .total, .percent: true
        case .action, .outcome, .reason, .response, .due, .ref, .status, .unit, .detail, .measure, .better, .comment,
            .comparators, .rank, .quartile, .basis, .yearEndStatus, .previousStatus, .direction, .directionLastYear,
            .trend, .variance, .expectedRange, .change, .changeReason, .directorate, .body, .date, .purpose, .publishBy:
            false
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func missingColumn(_ key: Indicator.FigureKey, for kind: TableKind) -> Self {
        Self(
            .missingColumn,
            "a table of the kind `\(own: kind.id)` needs the column `\(own: key)`",
            hint: "add the column, or ask for another kind of table"
        )
    }

    fileprivate static func unlikeFigures(_ kind: TableKind) -> Self {
        Self(
            .mixedUnits,
            "this figure cannot be added to those above it, and a table of the kind `\(own: kind.id)` carries no total of its column",
            hint: "write the figures of the column as whole numbers, or all in one currency and scale"
        )
    }
}
