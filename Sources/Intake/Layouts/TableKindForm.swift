// SPDX-License-Identifier: Apache-2.0

import Formats
import Geometry
import Layouts
import Monitoring
import WorkspaceFiles

/// A file in `layouts/tables/`.
enum TableKindForm {
    static let title = FormKey(
        "title",
        required: true,
        "the heading over the table; `{{ classes }}` is what it reports on"
    )
    static let leadIn = FormKey("lead-in", "the words between the heading and the table")
    static let rows = FormKey(
        "rows",
        .choice(TableKind.Rows.allCases.map(\.rawValue)),
        required: true,
        "what a row of it is"
    )
    static let landscape = FormKey(
        "landscape",
        format: .flag,
        "whether it stands on pages that lie on their side: `true` or `false`"
    )
    static let bands = FormKey(
        "bands",
        .texts,
        "by what its rows are grouped: `directorate`, `division`, `unit`; or `none`"
    )
    static let nilWording = FormKey("nil", "what stands under a unit that has nothing to report")
    static let noneWording = FormKey("none", "what stands in place of a table without rows")
    static let others = FormKey(
        "others",
        "the kind of table that follows it, with the comments on rows that it does not list"
    )
    static let columns = FormKey(
        "columns",
        .list(of: TableColumnForm.form),
        required: true,
        "its columns, from left to right"
    )
    static let notes = FormKey("notes", .namedTexts, "the texts of the notes that its header refers to")

    static let form = Form(
        "a kind of table",
        [title, leadIn, rows, landscape, bands, nilWording, noneWording, others, columns, notes]
    )
}

/// A column of a table.
enum TableColumnForm {
    static let title = FormKey(
        "title",
        required: true,
        "the column's heading; `{{ year }}` and `{{ period }}` are those of its figure"
    )
    static let under = FormKey("under", "a heading over this and the neighbouring columns that have the same")
    static let field = FormKey("field", "what stands in the column")
    static let fields = FormKey("fields", .textsOrGroups(TableFieldForm.form), "what stands in the column, in order")
    static let own = FormKey(
        "own",
        "in place of `field`: the name of a column of returns that the kind itself declares"
    )
    static let holds = FormKey(
        "holds",
        .choice(Detail.Kind.allCases.map(\.rawValue)),
        "for a column of its own: what its cells hold"
    )
    static let yearsAgo = FormKey(
        "years-ago",
        format: .wholeNumber(0...20),
        "for a figure: of which year, counted back from the round's"
    )
    static let period = FormKey(
        "period",
        .choice(TablePeriod.allCases.map(\.rawValue)),
        "for a figure: of which period, seen from the round's"
    )
    static let width = FormKey("width", "a wish: its share of the width")
    static let fixed = FormKey("fixed", "a promise: its width, `30mm`")
    static let align = FormKey(
        "align",
        .choice(HorizontalAlignment.allCases.map(\.rawValue)),
        "how its cells are aligned"
    )
    static let rowHeader = FormKey(
        "row-header",
        format: .flag,
        "whether its cells are the headings of their rows: `true` or `false`"
    )

    static let folds = FormKey(
        "folds",
        format: .flag,
        "whether its cells may stand under those of the column before where type is large: `true` or `false`"
    )

    static let carriesTotal = FormKey(
        "carries-total",
        format: .flag,
        "whether its total stands at the foot of each page and at the head of the next: `true` or `false`"
    )

    static let rotated = FormKey(
        "rotated",
        format: .flag,
        "whether its title runs upwards in the header, over narrow values: `true` or `false`"
    )

    static let form = Form(
        "a column",
        [
            title, under, field, own, holds, fields, yearsAgo, period, width, fixed, align, rowHeader, folds,
            carriesTotal, rotated,
        ]
    )
}

/// The periods that a column can ask for.
enum TablePeriod: String, CaseIterable {
    case year = "year"
    case halfYear = "half-year"
    case current = "current"
    case previous = "previous"
    case sameLastYear = "same-period-last-year"
    /// A column for each of the last four, the oldest first.
    case lastFour = "last-four"

    /// The periods from left to right.
    func periods(yearsAgo: Int) -> [TableKind.RelativePeriod] {
        switch self {
        case .year: [.init(.year, yearsAgo: yearsAgo)]
        case .halfYear: [.init(.firstHalf, yearsAgo: yearsAgo)]
        case .current: [.init(.round(ago: 0), yearsAgo: yearsAgo)]
        case .previous: [.init(.round(ago: 1), yearsAgo: yearsAgo)]
        case .sameLastYear: [.init(.round(ago: 0), yearsAgo: yearsAgo + 1)]
        case .lastFour: (0...3).reversed().map { .init(.round(ago: $0), yearsAgo: yearsAgo) }
        }
    }
}

/// One thing in a column's cells.
enum TableFieldForm {
    static let field = FormKey("field", "what it is")
    static let label = FormKey("label", "what stands before it where there is anything")

    static let form = Form(
        "a field",
        [field, TableColumnForm.own, TableColumnForm.holds, label, TableColumnForm.yearsAgo, TableColumnForm.period]
    )
}
