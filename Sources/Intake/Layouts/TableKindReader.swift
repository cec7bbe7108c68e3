// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Geometry
import Layouts
import Monitoring
import ResourceLimits
import WorkspaceFiles

/// Reads a file in `layouts/tables/`.
struct TableKindReader {
    let findings: DiagnosticCollector

    func read(_ value: YAMLValue, id: String) -> TableKind? {
        guard let form = FilledForm(value, TableKindForm.form, findings) else { return nil }
        var location = value.location
        location.position = .file
        let rows = form.choice(TableKindForm.rows, of: TableKind.Rows.self) ?? .ofReturn(.items)
        var columns = form.list(TableKindForm.columns).flatMap { self.columns($0, rows: rows) }
        for index in columns.indices where columns[index].carriesTotal && (index == 0 || !columns[index].holdsFigure) {
            findings.report(.noTotal, at: columns[index].location)
            columns[index].carriesTotal = false
        }
        if form.value(TableKindForm.columns) != nil, columns.isEmpty {
            findings.report(.tableWithoutColumns, at: form.location(of: TableKindForm.columns))
        }
        if columns.count > Limits.mostTableColumns {
            findings.report(.tooManyColumns, at: form.location(of: TableKindForm.columns))
            return nil
        }
        let kind = TableKind(
            id: id,
            title: form.prose(TableKindForm.title) ?? Prose(),
            leadIn: form.prose(TableKindForm.leadIn),
            rows: rows,
            isLandscape: form.flag(TableKindForm.landscape) ?? false,
            bands: bands(form),
            nilWording: form.prose(TableKindForm.nilWording),
            noneWording: form.prose(TableKindForm.noneWording),
            others: form.text(TableKindForm.others)?.string,
            columns: columns,
            notes: form.namedTexts(TableKindForm.notes, areProse: true).map { entry, text in
                form.checkIdentifier(entry)
                let words = form.prose(text, called: "the note `\(entry.key)`") { form.prose($0) }
                return DirectorateReturn.Note(name: entry.key, text: words, location: entry.location)
            },
            location: location
        )
        let texts =
            kind.header + [kind.leadIn, kind.nilWording, kind.noneWording].compactMap(\.self) + kind.notes.map(\.text)
        for (_, place) in texts.flatMap(\.exemptions) {
            findings.report(.exemptInLayout, at: place)
        }
        let used = Set(kind.header.flatMap(\.notes).map(\.name))
        for note in kind.notes where !used.contains(note.name) {
            findings.report(.unusedNote(note.name), at: note.location)
        }
        return kind
    }

    /// `none` says what is so without the key too.
    private func bands(_ form: FilledForm) -> [TableKind.Band] {
        let names = form.texts(TableKindForm.bands)
        if names.count == 1, names[0].string.lowercased() == "none" { return [] }
        return names.compactMap { form.choice($0, of: TableKind.Band.self, as: "a band") }
    }

    /// A column, or one for each of the periods that it asks for.
    private func columns(_ form: FilledForm, rows: TableKind.Rows) -> [TableKind.Column] {
        let column = TableKind.Column(
            title: form.prose(TableColumnForm.title) ?? Prose(),
            under: form.prose(TableColumnForm.under),
            fields: [],
            width: width(form),
            alignment: form.choice(TableColumnForm.align, of: HorizontalAlignment.self) ?? .left,
            isRowHeader: form.flag(TableColumnForm.rowHeader) ?? false,
            folds: form.flag(TableColumnForm.folds) ?? false,
            carriesTotal: form.flag(TableColumnForm.carriesTotal) ?? false,
            isRotated: form.flag(TableColumnForm.rotated) ?? false,
            location: form.location
        )
        let fields = self.fields(form, rows: rows)
        let count = fields.map(\.periods.count).max() ?? 1
        return (0..<count).map { index in
            var column = column
            column.fields = fields.map { field, periods in
                var field = field
                field.period = periods[min(index, periods.count - 1)]
                return field
            }
            return column
        }
    }

    private func width(_ form: FilledForm) -> ColumnWidth {
        if form.mentions(TableColumnForm.width), form.mentions(TableColumnForm.fixed) {
            findings.report(.conflictingWidths, at: form.location(of: TableColumnForm.fixed))
        }
        if let length = form.length(TableColumnForm.fixed) { return .fixed(length) }
        if let share = form.decimal(TableColumnForm.width, in: 0.05...100) { return .share(share) }
        return .solved
    }

    /// A field, and the periods that columns with it are for.
    private typealias PeriodicField = (field: TableKind.Field, periods: [TableKind.RelativePeriod])

    private func fields(_ form: FilledForm, rows: TableKind.Rows) -> [PeriodicField] {
        let several = form.items(TableColumnForm.fields)
        let keys = [TableColumnForm.field, TableColumnForm.own, TableColumnForm.fields]
        if keys.count(where: { form.mentions($0) }) != 1 {
            findings.report(.conflictingFields(known: names(of: rows)), at: form.location)
        }
        if let single = field(of: form, label: nil, in: [form], rows: rows) { return [single] }
        return several.compactMap { item in
            if let text = item.text { return field(text, label: nil, in: [form], rows: rows) }
            guard let group = FilledForm(item, TableFieldForm.form, findings) else { return nil }
            if group.mentions(TableFieldForm.field) == group.mentions(TableColumnForm.own) {
                findings.report(.conflictingFields(known: names(of: rows)), at: group.location)
            }
            return field(of: group, label: group.template(TableFieldForm.label), in: [group, form], rows: rows)
        }
    }

    /// The field that a form names, of the program or of the kind's own; `nil` if it names none.
    private func field(
        of form: FilledForm,
        label: Template?,
        in forms: [FilledForm],
        rows: TableKind.Rows
    ) -> PeriodicField? {
        if let name = form.text(TableColumnForm.field) { return field(name, label: label, in: forms, rows: rows) }
        guard let own = form.text(TableColumnForm.own) else { return nil }
        let kind = form.choice(TableColumnForm.holds, of: Detail.Kind.self) ?? .text
        let known = PlanItemColumns.actions + PlanItemColumns.activities + IndicatorColumns.all
        guard own.string.isIdentifier, !known.contains(where: { DetailField.name(ofColumn: $0.name) == own.string }),
            IndicatorColumns.key(own.string, in: nil) == nil,
            !DetailField.standard.contains(where: { $0.name == own.string && $0.kind != kind })
        else {
            findings.report(.invalidOwnField(own.string), at: own.location)
            return nil
        }
        return detail(DetailField(own.string, kind), label: label, at: own.location, rows: rows)
    }

    /// A field of the row itself, for whatever period.
    private func detail(
        _ detail: DetailField,
        label: Template?,
        at location: SourceLocation,
        rows: TableKind.Rows
    ) -> PeriodicField? {
        guard rows.ofReturn != nil else {
            findings.report(.fieldOfOtherRows(detail.name, in: rows, known: names(of: rows)), at: location)
            return nil
        }
        return (TableKind.Field(.detail, detail: detail, label: label, at: location), [TableKind.RelativePeriod()])
    }

    /// - Parameter forms: where its period may be said, the nearest first.
    private func field(
        _ text: YAMLText,
        label: Template?,
        in forms: [FilledForm],
        rows: TableKind.Rows
    ) -> PeriodicField? {
        if let detail = DetailField.standard.first(where: { $0.name == text.string }) {
            return self.detail(detail, label: label, at: text.location, rows: rows)
        }
        guard let name = TableKind.FieldName(rawValue: text.string), name != .detail else {
            findings.report(.unknownField(text.string, among: names(of: rows)), at: text.location)
            return nil
        }
        guard name.belongs(to: rows) else {
            findings.report(.fieldOfOtherRows(name.rawValue, in: rows, known: names(of: rows)), at: text.location)
            return nil
        }
        let years = forms.lazy.compactMap { $0.wholeNumber(TableColumnForm.yearsAgo) }.first ?? 0
        let period = forms.lazy.compactMap { $0.choice(TableColumnForm.period, of: TablePeriod.self) }.first
        let periods = (period ?? (name == .midYear ? .halfYear : .year)).periods(yearsAgo: years)
        return (TableKind.Field(name, label: label, at: text.location), periods)
    }

    private func names(of rows: TableKind.Rows) -> [String] {
        TableKind.FieldName.allCases.filter { $0 != .detail && $0.belongs(to: rows) }.map(\.rawValue)
            + (rows.ofReturn == nil ? [] : DetailField.standard.map(\.name))
    }
}

extension TableKind {
    /// All texts around the rows, which may hold marks of notes.
    var header: [Prose] {
        [title, leadIn, nilWording, noneWording].compactMap(\.self) + columns.map(\.title) + columns.compactMap(\.under)
    }
}

extension TableKind.Column {
    /// Whether it holds one figure of each row.
    fileprivate var holdsFigure: Bool {
        guard fields.count == 1 else { return false }
        return switch fields[0].name {
        case .actual, .target, .midYear, .forecast, .floor, .stretch: true
        case .detail: fields[0].detail?.kind == .figure
        default: false
        }
    }
}

extension TableKind.FieldName {
    /// Whether rows of a kind have such a field.
    fileprivate func belongs(to rows: TableKind.Rows) -> Bool {
        if rows == .ofReturn(.indicatorChanges) {
            return [.ref, .measure, .change, .changeReason].contains(self)
        }
        return switch self {
        case .change, .changeReason: false
        case .action, .outcome, .due: rows.ofReturn?.areIndicators == false
        case .reason, .response, .ref, .status, .unit, .detail, .actual, .forecast: rows.ofReturn != nil
        case .target, .midYear, .measure, .better, .comparison, .comparators, .rank, .quartile, .comment, .basis,
            .floor, .stretch, .yearEndStatus, .previousStatus, .direction, .directionLastYear, .trend,
            .variance, .expectedRange:
            rows.ofReturn?.areIndicators == true
        case .directorate, .percent, .count, .total: rows == .ofPaper(.directorates)
        case .body, .date, .purpose, .publishBy: rows == .ofPaper(.route)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var tableWithoutColumns: Self {
        Self(.emptyValue, "a table has at least one column")
    }

    fileprivate static var tooManyColumns: Self {
        Self(.tooManyColumns, "a table has \(Limits.mostTableColumns) columns at most")
    }

    static var exemptInLayout: Self {
        Self(
            .exemptInPublicText,
            "a layout holds nothing exempt",
            hint: "take the exempt passage out"
        )
    }

    fileprivate static func unusedNote(_ name: String) -> Self {
        Self(
            .unusedNote,
            "the note `\(name)` is not used in the table's header",
            hint: "put `[^\(name)]` behind a title in the header, or delete the note"
        )
    }

    fileprivate static var conflictingWidths: Self {
        Self(
            .conflictingKeys,
            "a column has a `width` or a `fixed` width, not both",
            hint: "`width` is a share, `fixed` a length"
        )
    }

    fileprivate static var noTotal: Self {
        Self(
            .conflictingKeys,
            "a column that carries its total holds one figure of each row, and is not the first",
            hint: "the words `Carried forward` stand in the columns before it"
        )
    }

    fileprivate static func invalidOwnField(_ name: String) -> Self {
        Self(
            .invalidIdentifier,
            "`\(name.shortened)` cannot be a column of the kind's own",
            hint:
                "its name is in small letters with hyphens, as in `next-review`, and is none of the program's own columns"
        )
    }

    fileprivate static func conflictingFields(known names: [String]) -> Self {
        Self(
            .conflictingKeys,
            "a column has a `field` or a list of `fields`",
            hint: "fields of these rows: \(own: names.inBackticks)"
        )
    }

    fileprivate static func unknownField(_ name: String, among names: [String]) -> Self {
        Self(
            .unknownName,
            "unknown field `\(name.shortened)`",
            hint: NearestName.hint(for: name, among: names, from: .program)
        )
    }

    fileprivate static func fieldOfOtherRows(
        _ name: String,
        in rows: TableKind.Rows,
        known names: [String]
    ) -> Self {
        Self(
            .unknownName,
            "rows of the kind `\(own: rows.rawValue)` have no field `\(name.shortened)`",
            hint: "they have \(own: names.inBackticks)"
        )
    }
}
