// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Layouts
import Monitoring
import WorkspaceFiles

/// What must be so of the indicators of a return, for the tables that list them.
struct IndicatorRules {
    let context: ReturnContext
    let directorateReturn: DirectorateReturn
    private var findings: DiagnosticCollector { context.findings }

    func check() {
        checkGroups()
        checkBands()
        checkStatuses()
    }

    /// The tables that print indicators.
    private var indicatorTables: [DirectorateReturn.TableRequest] {
        directorateReturn.tables.filter { table in
            table.classes.contains(.indicators)
                && (context.tables[table.kind]?.rows.ofReturn ?? .indicators).areIndicators
        }
    }

    /// The tables that list an indicator, if its status is right for them.
    private func tables(for indicator: Indicator) -> [DirectorateReturn.TableRequest] {
        indicatorTables.filter { $0.group == nil || $0.group == indicator.group }
    }

    private func listsOnlyExceptions(_ table: DirectorateReturn.TableRequest) -> Bool {
        context.tables[table.kind]?.rows == .ofReturn(.indicatorExceptions)
    }

    /// A table of what is not on course lists an indicator by its status, and no comment is written that no table prints.
    private func checkStatuses() {
        let unknown = directorateReturn.indicators.filter { $0.isException == nil }
        if let first = unknown.first, unknown.count == directorateReturn.indicators.count {
            guard let table = indicatorTables.first(where: listsOnlyExceptions) else { return }
            findings.report(
                .missingStatusColumn(for: table.kind),
                at: first.location.head
            )
            return
        }
        // Indicators are many, and their classes few.
        var tablesOfGroups: [String?: [ListingTable]] = [:]
        for indicator in directorateReturn.indicators {
            let tables = tablesOfGroups[indicator.group] ?? tables(for: indicator).map(listing)
            tablesOfGroups[indicator.group] = tables
            if indicator.isException == nil, let table = tables.first(where: \.listsOnlyExceptions) {
                let place = indicator.location.row(field: IndicatorColumns.status.name)
                findings.report(.missingStatus(for: table.kind), at: place)
                continue
            }
            guard let table = tables.first, indicator.comment.isWritten else { continue }
            let isPrinted = tables.contains { table in
                table.printsComments && (indicator.isException == true || !table.listsOnlyExceptions)
            }
            if isPrinted { continue }
            let printing = tables.first(where: \.printsComments)
            let place = indicator.location.row(field: IndicatorColumns.comment.name)
            findings.report(.unprintedComment(in: (printing ?? table).kind, hasColumn: printing != nil), at: place)
        }
    }

    /// What a table prints of the indicators that it lists.
    private struct ListingTable {
        var kind: String
        var listsOnlyExceptions: Bool
        var printsComments: Bool
    }

    private func listing(_ table: DirectorateReturn.TableRequest) -> ListingTable {
        ListingTable(
            kind: table.kind,
            listsOnlyExceptions: listsOnlyExceptions(table),
            // A kind that is not known is an error of its own.
            printsComments: context.tables[table.kind]?.printsComments ?? true
        )
    }

    /// Where tables divide the indicators by class, every indicator is of a class that a table asks for.
    private func checkGroups() {
        let tables = indicatorTables
        guard !tables.isEmpty, !tables.contains(where: { $0.group == nil }) else { return }
        let groups = KnownNames(tables.compactMap(\.group))
        for indicator in directorateReturn.indicators where !groups.contains(indicator.group ?? "") {
            let place = indicator.location.row(field: IndicatorColumns.group.name)
            let group = indicator.group ?? ""
            findings.report(
                .unprintedIndicator(group: group, among: groups.names, in: directorateReturn.location.file),
                at: place
            )
        }
    }

    /// Where the tables have bands, every indicator belongs to a unit.
    private func checkBands() {
        if context.isUndivided { return }
        for indicator in directorateReturn.indicators where indicator.unit == nil {
            let banded = tables(for: indicator).first { context.tables[$0.kind]?.bands.isEmpty == false }
            guard let banded else { continue }
            let place = indicator.location.row(field: IndicatorColumns.unit.name)
            findings.report(.missingUnit(for: banded.kind), at: place)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func missingStatusColumn(for kind: String) -> Self {
        Self(
            .missingColumn,
            "a table of the kind `\(own: kind)` needs the column `status`",
            hint: "it lists what is `\(own: Status.notOnCourse.rawValue)`: add the column, or ask for another kind"
        )
    }

    fileprivate static func missingStatus(for kind: String) -> Self {
        Self(
            .missingCell,
            "the indicator has no status, and `\(own: kind)` lists only what is not on course",
            hint: "say in the column `status` how it stands"
        )
    }

    fileprivate static func unprintedComment(in kind: String, hasColumn: Bool) -> Self {
        Self(
            .unprintedComment,
            hasColumn
                ? "no table prints the comment: the indicator is on course, and `\(own: kind)` lists only what is not"
                : "no table prints the comment: `\(own: kind)` has no column for it",
            hint: "delete the comment, or ask for a table of all indicators, such as `indicators-four-columns`"
        )
    }

    fileprivate static func unprintedIndicator(group: String, among groups: [String], in file: String) -> Self {
        Self(
            .unprintedRows,
            group.isEmpty
                ? "no table prints this indicator: it has no class"
                : "no table prints this indicator: none asks for the class `\(group.shortened)`",
            hint: NearestName.hint(for: group, among: groups, from: .file(file))
        )
    }

    fileprivate static func missingUnit(for kind: String) -> Self {
        Self(
            .missingCell,
            "the indicator has no unit, and the rows of `\(own: kind)` are grouped by unit",
            hint: "say in the column `unit` of which unit it is"
        )
    }
}
