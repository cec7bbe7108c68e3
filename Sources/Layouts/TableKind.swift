// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Geometry
package import Monitoring

/// A kind of table: which rows it shows, in which bands and columns. A file in `layouts/tables/`.
package struct TableKind: Sendable, Hashable {
    /// What a table of a return lists.
    package enum ReturnRows: String, Sendable, Hashable, CaseIterable {
        /// The plan items that are not on course.
        case exceptions = "exceptions"
        /// Every plan item.
        case items = "items"
        /// The plan items that are no exceptions, and of which there is something to say all the same.
        case commented = "commented"
        /// Every indicator.
        case indicators = "indicators"
        /// The indicators that are not on course.
        case indicatorExceptions = "indicator-exceptions"
        /// The indicators that are at the last step of the scale, which reaches no goal.
        case indicatorsOffTarget = "indicators-off-target"
        /// The indicators whose rating differs from that of the previous period.
        case indicatorsMoved = "indicators-moved"
        /// What is new, dropped, redefined or revised among the indicators since the round before.
        case indicatorChanges = "indicator-changes"

        /// Whether a row is an indicator, not a plan item.
        package var areIndicators: Bool {
            switch self {
            case .indicators, .indicatorExceptions, .indicatorsOffTarget, .indicatorsMoved, .indicatorChanges: true
            case .exceptions, .items, .commented: false
            }
        }
    }

    /// What a table that a paper computes lists.
    package enum PaperRows: String, Sendable, Hashable, CaseIterable {
        /// The directorates, with the shares of their plans.
        case directorates = "directorates"
        /// The meetings that the paper goes to.
        case route = "route"
    }

    /// What a table lists, by where it can be put: a return has no route, and a paper no rows of one return.
    package enum Rows: Sendable, Hashable {
        case ofReturn(ReturnRows)
        case ofPaper(PaperRows)
    }

    /// By what rows are grouped under a row of their own.
    package enum Band: String, Sendable, Hashable, CaseIterable {
        /// In a table of a paper, which has rows of several.
        case directorate
        case division, unit
    }

    /// What a column can show of a row.
    package enum FieldName: String, Sendable, Hashable, CaseIterable {
        // Of plan items.
        case action = "action"
        case outcome = "outcome"
        case reason = "reason"
        case response = "response"
        case due = "due"
        // Of plan items and indicators.
        case ref = "ref"
        case status = "status"
        case unit = "unit"
        /// One of the details that a return gives of its rows.
        case detail = "detail"
        // Of indicators and activity levels.
        case actual = "actual"
        case target = "target"
        case midYear = "mid-year"
        case forecast = "forecast"
        // Of indicators.
        case measure = "measure"
        case better = "better"
        case comparison = "comparison"
        case comparators = "comparators"
        case rank = "rank"
        case quartile = "quartile"
        case comment = "comment"
        case basis = "basis"
        case floor = "floor"
        case stretch = "stretch"
        case yearEndStatus = "year-end-status"
        /// How the figure of the period before stood.
        case previousStatus = "previous-status"
        /// How far a figure is from its target.
        case variance = "variance"
        /// The range in which a figure is expected, and where the figure is.
        case expectedRange = "expected-range"
        /// The figures up to the latest as a line.
        case trend = "trend"
        case direction = "direction"
        case directionLastYear = "direction-last-year"
        // Of changes since the round before.
        case change = "change"
        case changeReason = "change-reason"
        // Of directorates.
        case directorate = "directorate"
        case percent = "percent"
        case count = "count"
        case total = "total"
        // Of a route.
        case body = "body"
        case date = "date"
        case purpose = "purpose"
        case publishBy = "publish-by"
    }

    /// Which period a figure is of, seen from the round, so that a kind of table serves for many rounds.
    package struct RelativePeriod: Sendable, Hashable {
        /// What is counted back from.
        package enum Base: Sendable, Hashable {
            /// The whole year of the round.
            case year
            /// The first half of the year of the round.
            case firstHalf
            /// The round's period, or the one that is `ago` periods of its length earlier.
            case round(ago: Int)
        }

        /// What is counted back from.
        package var base: Base
        /// How many years earlier.
        package var yearsAgo: Int

        package init(_ base: Base = .year, yearsAgo: Int = 0) {
            self.base = base
            self.yearsAgo = yearsAgo
        }

        /// The period, in a round.
        package func period(in round: Period) -> Period {
            let base =
                switch base {
                case .year: round.wholeYear
                case .firstHalf: Period(year: round.year, span: .half(1))
                case .round(let ago): round.before(ago)
                }
            return base.yearsBefore(yearsAgo)
        }
    }

    /// One thing in a column's cells.
    package struct Field: Sendable, Hashable {
        /// What of the row is printed.
        package var name: FieldName
        /// For a detail: which.
        package var detail: DetailField?
        /// Precedes the value, if there is one: "Planned outcome:".
        package var label: Template?
        /// For a figure: of which period.
        package var period: RelativePeriod
        /// Where the kind names the field, for diagnostics.
        package var location: SourceLocation

        package init(
            _ name: FieldName,
            detail: DetailField? = nil,
            label: Template? = nil,
            period: RelativePeriod = RelativePeriod(),
            at location: SourceLocation
        ) {
            self.name = name
            self.detail = detail
            self.label = label
            self.period = period
            self.location = location
        }
    }

    /// A column.
    package struct Column: Sendable, Hashable {
        /// Markdown, with marks of notes; `{{ year }}` and `{{ period }}` are those of the column's figure.
        package var title: Prose
        /// A heading over this and the neighbouring columns that have the same.
        package var under: Prose?
        /// What its cells hold, one under another.
        package var fields: [Field]
        /// How wide it is to be; solved for the shortest table unless the kind says.
        package var width: ColumnWidth
        /// How its cells are set; figures often `decimal`.
        package var alignment: HorizontalAlignment
        /// Whether its cells name their rows, so that a screen reader says them with every other cell.
        package var isRowHeader: Bool
        /// Whether its cells move under those of the column before it in a theme that folds tables.
        package var folds: Bool
        /// Whether its total so far is printed at the foot of each page but the last of the table, and again at the head of the next page.
        package var carriesTotal: Bool
        /// Whether its title is rotated, so that the column is as narrow as its values.
        package var isRotated: Bool
        /// Where the kind begins the column, for diagnostics.
        package var location: SourceLocation

        package init(
            title: Prose,
            under: Prose? = nil,
            fields: [Field],
            width: ColumnWidth = .solved,
            alignment: HorizontalAlignment = .left,
            isRowHeader: Bool = false,
            folds: Bool = false,
            carriesTotal: Bool = false,
            isRotated: Bool = false,
            location: SourceLocation
        ) {
            self.title = title
            self.under = under
            self.fields = fields
            self.width = width
            self.alignment = alignment
            self.isRowHeader = isRowHeader
            self.folds = folds
            self.carriesTotal = carriesTotal
            self.isRotated = isRotated
            self.location = location
        }
    }

    /// The file's name without its ending.
    package var id: String
    /// The heading over the table; `{{ classes }}` is what it reports on.
    package var title: Prose
    /// Words between the heading and the table, which stay with it.
    package var leadIn: Prose?
    /// What the table lists, and whether a return or a paper can have it.
    package var rows: Rows
    /// Whether it asks for pages that lie on their side.
    package var isLandscape: Bool
    /// By what its rows are grouped, outermost first; empty for no bands.
    package var bands: [Band]
    /// The text under the band of a unit that has nothing to report.
    package var nilWording: Prose?
    /// The text that replaces a table without rows.
    package var noneWording: Prose?
    /// The kind of table that follows it and prints the comments on rows that it does not list.
    package var others: String?
    /// The columns, from left to right.
    package var columns: [Column]
    /// Notes that the kind's own header refers to, where a return gives no text of its own.
    package var notes: [DirectorateReturn.Note]
    /// The file, for diagnostics.
    package var location: SourceLocation

    package init(
        id: String,
        title: Prose,
        leadIn: Prose? = nil,
        rows: Rows,
        isLandscape: Bool = false,
        bands: [Band] = [],
        nilWording: Prose? = nil,
        noneWording: Prose? = nil,
        others: String? = nil,
        columns: [Column],
        notes: [DirectorateReturn.Note] = [],
        location: SourceLocation
    ) {
        self.id = id
        self.title = title
        self.leadIn = leadIn
        self.rows = rows
        self.isLandscape = isLandscape
        self.bands = bands
        self.nilWording = nilWording
        self.noneWording = noneWording
        self.others = others
        self.columns = columns
        self.notes = notes
        self.location = location
    }
}

extension TableKind {
    /// Whether it prints the comment that a plan item of its classes has.
    package func prints(commentOf item: PlanItem) -> Bool {
        printsComments && rows.ofReturn?.list(item, isCommented: true) == true
    }

    /// The details that it prints.
    package var details: [DetailField] { columns.flatMap(\.fields).compactMap(\.detail) }

    /// Whether it prints what is said of a row: reasons, responses, comments.
    package var printsComments: Bool {
        columns.contains { $0.fields.contains { [.comment, .reason, .response].contains($0.name) } }
    }
}

extension TableKind.ReturnRows {
    /// Whether a table of such rows lists a plan item of its classes.
    ///
    /// - Parameter isCommented: whether the item has a comment, of its own or shared with the row above it.
    package func list(_ item: PlanItem, isCommented: Bool) -> Bool {
        switch self {
        case .items: true
        case .exceptions: item.status.isException
        case .commented: !item.status.isException && isCommented
        case .indicators, .indicatorExceptions, .indicatorsOffTarget, .indicatorsMoved, .indicatorChanges: false
        }
    }

    /// Whether a table of such rows lists an indicator; one of changes lists changes, and none of the indicators themselves.
    package func list(_ indicator: Indicator, in round: MonitoringRound) -> Bool {
        // Redacted indicators have no rating. They are listed, as withheld rows, so that a missing row does not disclose one.
        let isRedacted = indicator.exemption != nil && indicator.rating == nil && round.council.ratings != nil
        return switch self {
        case .indicators: true
        case .indicatorExceptions: isRedacted || indicator.isException == true
        case .indicatorsOffTarget: isRedacted || indicator.isOffTarget
        case .indicatorsMoved: isRedacted || [.improving, .worsening].contains(round.move(of: indicator))
        case .exceptions, .items, .commented, .indicatorChanges: false
        }
    }
}

extension DirectorateReturn.TableRequest {
    /// Whether the table prints the comment that a plan item has, by the kinds of tables that there are.
    package func prints(commentOf item: PlanItem, by kinds: [String: TableKind]) -> Bool {
        guard classes.contains(item.reportedClass), let kind = kinds[kind] else { return false }
        return kind.prints(commentOf: item)
    }
}

extension TableKind.Rows: RawRepresentable, CaseIterable {
    package static var allCases: [TableKind.Rows] {
        TableKind.ReturnRows.allCases.map { .ofReturn($0) } + TableKind.PaperRows.allCases.map { .ofPaper($0) }
    }

    /// The word that a layout writes.
    package var rawValue: String {
        switch self {
        case .ofReturn(let rows): rows.rawValue
        case .ofPaper(let rows): rows.rawValue
        }
    }

    package init?(rawValue: String) {
        guard let rows = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = rows
    }

    /// What it lists of a return, or `nil` for a table of a paper.
    package var ofReturn: TableKind.ReturnRows? { if case .ofReturn(let rows) = self { rows } else { nil } }

    /// What it lists of a paper, or `nil` for a table of a return.
    package var ofPaper: TableKind.PaperRows? { if case .ofPaper(let rows) = self { rows } else { nil } }
}
