// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Layouts
import Monitoring
import WorkspaceFiles

/// Reports what a return says of its rows and no table prints, of its own or of a paper.
struct UnprintedRules {
    let findings: DiagnosticCollector
    /// The kinds of tables that there are.
    let tables: [String: TableKind]
    let comparators: [Comparator]
    let directorateReturn: DirectorateReturn
    /// The kinds of the tables of papers that list its rows.
    let inPapers: [TableKind]

    func check() {
        checkComments()
        for reported in ReportedClass.allCases { checkColumns(of: reported) }
    }

    /// The kinds of the tables that list rows of a class; `nil` where one is not known, which is an error of its own.
    private func kinds(of reported: ReportedClass) -> [TableKind]? {
        let requests = directorateReturn.tables.filter { $0.classes.contains(reported) }
        let kinds = requests.compactMap { tables[$0.kind] }
        guard !kinds.isEmpty, kinds.count == requests.count else { return nil }
        return kinds + kinds.compactMap(\.others).compactMap { tables[$0] }
            + inPapers.filter { $0.rows.ofReturn?.areIndicators == (reported == .indicators) }
    }

    /// Of the plan items; the rules of indicators report theirs.
    private func checkComments() {
        // Items are many, and their classes few.
        var kindsOfClasses: [ReportedClass: [TableKind]] = [:]
        for reported in ReportedClass.allCases { kindsOfClasses[reported] = kinds(of: reported) }
        for item in directorateReturn.items where item.comment.isWritten {
            guard let kinds = kindsOfClasses[item.reportedClass] else { continue }
            if kinds.contains(where: { $0.prints(commentOf: item) }) { continue }
            findings.report(
                .unprintedReason(kinds: kinds.map(\.id)),
                at: item.location.row(field: PlanItemColumns.reason.name)
            )
        }
    }

    /// A column is printed if any table of the class has its field.
    private func checkColumns(of reported: ReportedClass) {
        guard let kinds = kinds(of: reported) else { return }
        let fields = kinds.flatMap(\.columns).flatMap(\.fields)
        let printed = Set(fields.map { $0.detail?.name ?? $0.name.rawValue })
        for (name, place) in filledColumns(of: reported) where !printed.contains(name) {
            findings.report(.unprintedColumn(name, kinds: kinds.map(\.id)), at: place)
        }
        if reported == .indicators, !fields.contains(where: { $0.name == .comparators }) {
            checkComparators(kinds: kinds)
        }
    }

    /// Each column of figures of others is reported where the first of them is; no table has a column for one alone.
    private func checkComparators(kinds: [TableKind]) {
        var found: Set<Comparator.FigureKey> = []
        for indicator in directorateReturn.indicators {
            for (key, figure) in comparators.flatMap({ indicator.comparisons(with: $0) })
            where found.insert(key).inserted {
                let message = Diagnostic.Message.unprintedComparator(
                    figure.location.field ?? key.description,
                    kinds: kinds.map(\.id)
                )
                findings.report(message, at: figure.location)
            }
        }
    }

    /// The columns in which rows of a class say something that is there to be printed, each with its first row, in the order of their names.
    private func filledColumns(of reported: ReportedClass) -> [(name: String, place: SourceLocation)] {
        var found: [String: SourceLocation] = [:]
        func note(_ names: [String], at location: SourceLocation) {
            for name in names where found[name] == nil { found[name] = location.row(field: name) }
        }
        if reported == .indicators {
            for row in directorateReturn.indicators {
                let own: [(TableKind.FieldName, Bool)] = [
                    (.rank, row.rank != nil), (.quartile, row.quartile != nil),
                ]
                note(own.filter(\.1).map(\.0.rawValue) + Array(row.details.keys), at: row.location)
            }
        } else {
            for item in directorateReturn.items where item.reportedClass == reported {
                let own: [(TableKind.FieldName, Bool)] = [
                    (.outcome, !item.outcome.isEmpty), (.due, item.due != nil), (.forecast, item.forecast != nil),
                    (.actual, item.actual != nil),
                ]
                note(own.filter(\.1).map(\.0.rawValue) + Array(item.details.keys), at: item.location)
            }
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

extension Diagnostic.Message {
    fileprivate static func unprintedReason(kinds: [String]) -> Self {
        Self(
            .unprintedComment,
            "no table prints the reason: \(own: kinds.inBackticks) leave\(own: kinds.count == 1 ? "s" : "") it out",
            hint: "delete it, or ask for a table that prints it, such as `comments-on-others`"
        )
    }

    fileprivate static func unprintedComparator(_ name: String, kinds: [String]) -> Self {
        Self(
            .unprintedColumn,
            "no table prints the column `\(name.shortened)`: \(own: kinds.inBackticks) "
                + "\(own: kinds.count == 1 ? "has" : "have") no field `comparators`",
            hint: "delete what is in it, or ask for a table that prints it, such as `indicators-compared`"
        )
    }

    fileprivate static func unprintedColumn(_ name: String, kinds: [String]) -> Self {
        Self(
            .unprintedColumn,
            "no table prints the column `\(own: name)`: \(own: kinds.inBackticks) "
                + "\(own: kinds.count == 1 ? "has" : "have") no column for it",
            hint: "delete what is in it, or ask for a kind of table that prints it"
        )
    }
}
