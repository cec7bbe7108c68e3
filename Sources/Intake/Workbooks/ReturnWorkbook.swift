// SPDX-License-Identifier: Apache-2.0

import Formats
import Layouts
import Monitoring
import WorkspaceFiles

/// What a directorate is handed to fill in: a workbook with what its return says already.
struct ReturnWorkbook {
    let directorate: Directorate
    let council: Council
    var period: Period
    let tables: [String: TableKind]
    let words: WorkbookWords
    /// What return.yaml says, or `nil` if the directorate has made no return.
    var form: YAMLValue?
    /// The tables of the return.
    var rows: [ReturnTable: ReturnRows] = [:]

    var contents: WorkbookContents {
        WorkbookContents(
            title: directorate.name,
            sheets: [instructions, about]
                + ReturnTable.allCases.compactMap { table in
                    rows[table].map { sheet(of: table, $0) }
                },
            listSheet: words.title(of: .lists)
        )
    }

    // MARK: - Sheets

    private var instructions: WorkbookContents.Sheet {
        var sheet = WorkbookContents.Sheet(
            name: words.title(of: .instructions),
            columns: [WorkbookContents.Column("\(council.name): \(directorate.name)", width: 100)],
            rows: words.instructions.map { [.text($0)] }
        )
        sheet.isOnlyRead = true
        return sheet
    }

    private var about: WorkbookContents.Sheet {
        let rows = AboutRows(
            words: words,
            people: peopleNames,
            places: placeNames,
            kinds: tables.values.filter { $0.rows.ofReturn != nil }.map(\.id).sorted()
        ).rows(of: form)
        var sheet = WorkbookContents.Sheet(
            name: words.title(of: .about),
            columns: [
                WorkbookContents.Column(words.label(ofKey: WorkbookWords.heading), width: 44),
                WorkbookContents.Column("Answer", width: 80),
            ],
            rows: rows.map { [.text($0.what), $0.value] }
        )
        for (index, row) in rows.enumerated() {
            sheet.choices[WorkbookContents.CellPosition(row: index, column: 1)] = row.choices
        }
        return sheet
    }

    private func sheet(of table: ReturnTable, _ rows: ReturnRows) -> WorkbookContents.Sheet {
        let columns = rows.columns.map { column($0, of: table) }
        let kinds = rows.columns.map { kind(ofColumn: $0, of: table) }
        let cells = rows.rows.map { row in
            zip(row, kinds).map { text, kind in
                switch kind {
                case .unit: CellContents.text(placeNames[text] ?? text)
                case .date: CellContents.date(text)
                case .figure: CellContents.figure(text)
                case .reference, .words: CellContents.text(text)
                }
            }
        }
        return WorkbookContents.Sheet(name: words.title(of: table.sheet), columns: columns, rows: cells)
    }

    // MARK: - Columns

    func kind(ofColumn name: String, of table: ReturnTable) -> ReturnColumnKind {
        switch name {
        case PlanItemColumns.unit.name: return .unit
        case PlanItemColumns.ref.name: return .reference
        case PlanItemColumns.due.name, IndicatorColumns.asAt.name: return .date
        case PlanItemColumns.forecast.name where table == .activity,
            PlanItemColumns.actual.name where table == .activity:
            return .figure
        default: break
        }
        if table == .indicators || table == .formerIndicators,
            IndicatorColumns.key(name, in: period.year) != nil
                || ComparatorColumns.key(name, of: council.comparators, in: period.year) != nil
        {
            return .figure
        }
        let field = DetailField.name(ofColumn: name)
        switch (DetailField.standard + tables.values.flatMap(\.details)).first(where: { $0.name == field })?.kind {
        case .date?: return .date
        case .figure?: return .figure
        case .text?, nil: return .words
        }
    }

    private func column(_ name: String, of table: ReturnTable) -> WorkbookContents.Column {
        let kind = kind(ofColumn: name, of: table)
        let isKnown = table.columns.contains { $0.name == name }
        return WorkbookContents.Column(
            isKnown ? words.heading(ofColumn: name) : name,
            width: width(of: name, kind),
            format: kind == .reference ? .text : kind == .date ? .date : .general,
            choices: choices(of: name, kind, in: table),
            hint: words.hints[kind == .figure ? WorkbookWords.figures : name]
        )
    }

    /// In characters: wide for what is written in sentences.
    private func width(of column: String, _ kind: ReturnColumnKind) -> Double {
        switch kind {
        case .unit: 24
        case .reference: 10
        case .date: 18
        case .figure: 14
        case .words: Self.wideColumns.contains(column) ? 48 : 18
        }
    }

    private static let wideColumns = Set(
        [
            PlanItemColumns.action, PlanItemColumns.activity, PlanItemColumns.outcome, PlanItemColumns.reason,
            PlanItemColumns.response, PlanItemColumns.comment, IndicatorColumns.measure, IndicatorColumns.statusReason,
            IndicatorColumns.changeReason,
        ].map(\.name)
    )

    private func choices(of column: String, _ kind: ReturnColumnKind, in table: ReturnTable) -> WorkbookContents
        .Choices?
    {
        if kind == .figure {
            return WorkbookContents.Choices(Absence.allCases.map(\.code), isClosed: false)
        }
        switch column {
        case PlanItemColumns.unit.name:
            let names = directorate.places.map { placeNames[$0.id] ?? $0.id }
            return names.isEmpty ? nil : WorkbookContents.Choices(names, isClosed: false)
        case PlanItemColumns.status.name, IndicatorColumns.yearEndStatus.name:
            let isRated = table == .indicators && council.ratings != nil
            let known = isRated ? council.ratings?.steps.map(\.word) ?? [] : council.statuses.words.map(\.word)
            return WorkbookContents.Choices(known, isClosed: false)
        case IndicatorColumns.better.name:
            return WorkbookContents.Choices(["higher", "lower", "neither"], isClosed: true)
        case PlanItemColumns.itemClass.name where table == .activity:
            return WorkbookContents.Choices(["core service", "activity level"], isClosed: true)
        case IndicatorColumns.basis.name:
            return WorkbookContents.Choices(Indicator.Basis.allCases.map(\.rawValue), isClosed: true)
        case PlanItemColumns.exempt.name:
            return WorkbookContents.Choices(
                council.nation.exemptParagraphs.sorted().map(String.init),
                isClosed: false
            )
        default: return nil
        }
    }

    /// The names of units and divisions by their identifiers, but for those that would be read as another, or as several words of the sheet
    /// About.
    private var placeNames: [String: String] {
        let known = PlaceNames(of: directorate)
        let ids = Set(directorate.places.map(\.id))
        var names: [String: String] = [:]
        for place in directorate.places {
            let name = place.unit ?? place.division ?? ""
            if !name.contains(":"), !ids.contains(name), known[name] == place.id { names[place.id] = name }
        }
        return names
    }

    /// The names of people that no other person has, by their identifiers.
    private var peopleNames: [(id: String, name: String)] {
        let named = Dictionary(grouping: council.people) { $0.name.comparedName }
        return council.people.map { person in
            (person.id, named[person.name.comparedName]?.count == 1 ? person.name : person.id)
        }
    }
}

// MARK: - A return to begin with

extension ReturnWorkbook {
    /// The columns of a table that a directorate without a return begins with.
    static func columns(of table: ReturnTable, in period: Period, isUndivided: Bool) -> [String] {
        let columns: [String]
        switch table {
        case .actions:
            columns = ["unit", "ref", "action", "outcome", "status", "reason", "response", "due", "exempt"]
        case .activity:
            columns = [
                "unit", "ref", "class", "activity", "forecast", "actual", "status", "reason", "response", "exempt",
            ]
        case .indicators:
            let year = period.wholeYear
            let keys = [
                Indicator.FigureKey(year.before(1), .actual), Indicator.FigureKey(year, .target),
                Indicator.FigureKey(period, .actual),
            ]
            let forecast = period.span == .year ? [] : [Indicator.FigureKey(year, .forecast)]
            columns =
                ["unit", "ref", "measure", "better", "status"] + (keys + forecast).map(\.description)
                + ["comment", "response", "exempt"]
        case .formerIndicators: columns = []
        }
        return columns.filter { !isUndivided || $0 != "unit" }
    }
}
