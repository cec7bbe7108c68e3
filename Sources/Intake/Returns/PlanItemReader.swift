// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import WorkspaceFiles

/// Reads the rows of `actions.csv` or `activity.csv`.
struct PlanItemReader {
    private typealias Columns = PlanItemColumns

    private let context: ReturnContext
    private let findings: Findings
    private let table: CSVTable
    private let titleColumn: CSVColumn
    private var shared = SharedComments()
    private var references = ReferenceRegister()

    /// The items of `actions.csv`, or of `activity.csv`; the units of rows that could not be read count as heard of.
    static func read(
        _ text: SourceText,
        areActions: Bool,
        context: ReturnContext
    ) -> (items: [PlanItem], brokenUnits: Set<String>) {
        let columns = areActions ? Columns.actions : Columns.activities
        guard let table = CSVTable(text, columns: columns, findings: context.findings) else { return ([], []) }
        var reader = PlanItemReader(
            context: context,
            findings: context.findings,
            table: table,
            titleColumn: areActions ? Columns.action : Columns.activity
        )
        var items: [PlanItem] = []
        items.reserveCapacity(table.rows.count)
        for fields in table.rows {
            items.append(reader.item(CSVRow(table: table, fields: fields), isAction: areActions))
        }
        let brokenRows = table.brokenRows.map { CSVRow(table: table, fields: $0) }
        return (items, Set(brokenRows.map { $0.text(Columns.unit) }))
    }

    private init(context: ReturnContext, findings: Findings, table: CSVTable, titleColumn: CSVColumn) {
        self.context = context
        self.findings = findings
        self.table = table
        self.titleColumn = titleColumn
    }

    private mutating func item(_ row: CSVRow, isAction: Bool) -> PlanItem {
        let exemption = row.exemption(Columns.exempt, findings: findings)
        let markdown = context.markdown(isWithheld: exemption != nil)
        let unit = row.text(Columns.unit)
        if unit.isEmpty, table.index(of: Columns.unit) != nil {
            findings.error(
                "the unit is missing",
                at: row.location(Columns.unit),
                hint: "every row says of which unit it is"
            )
        } else if !unit.isEmpty {
            context.check(unit: unit, at: row.location(Columns.unit))
        }
        let reference = row.text(Columns.ref)
        if exemption == nil { findings.reportSign(in: reference, at: row.location(Columns.ref)) }
        references.note(reference, at: row.location(Columns.ref), findings: findings)
        let title = row.prose(titleColumn, reader: markdown)
        if title.isEmpty, table.index(of: titleColumn) != nil {
            findings.error(
                "the \(own: titleColumn.name) is missing",
                at: row.location(titleColumn),
                hint: "it is \(own: titleColumn.meaning)"
            )
        }
        let reportedClass = isAction ? .actions : self.reportedClass(of: row)
        var status: Status?
        if table.index(of: Columns.status) != nil {
            status = context.status(row.text(Columns.status), at: row.location(Columns.status))
        }
        return PlanItem(
            reportedClass: reportedClass ?? .activity,
            unit: unit,
            reference: reference.isEmpty ? nil : reference,
            title: title,
            outcome: isAction ? row.prose(Columns.outcome, reader: markdown) : Prose(),
            forecast: isAction ? nil : level(Columns.forecast, of: row, in: reportedClass, exemption),
            actual: isAction ? nil : level(Columns.actual, of: row, in: reportedClass, exemption),
            due: isAction ? due(row) : nil,
            status: status ?? .onCourse,
            comment: comment(
                row,
                unit: unit,
                reference: reference,
                status: status,
                exemption: exemption,
                markdown: markdown
            ),
            exemption: exemption,
            location: row.location
        )
    }

    private func reportedClass(of row: CSVRow) -> ReportedClass? {
        guard table.index(of: Columns.itemClass) != nil else { return nil }
        let word = row.text(Columns.itemClass)
        switch word.lowercased() {
        case "core service": return .coreServices
        case "activity level": return .activity
        default:
            findings.error(
                word.isEmpty ? "the class is missing" : "unknown class `\(word.shortened)`",
                at: row.location(Columns.itemClass),
                hint: NearestName.hint(for: word, among: ["core service", "activity level"], from: .program)
            )
            return nil
        }
    }

    /// A forecast or actual level: a core service may have none.
    private func level(
        _ column: CSVColumn,
        of row: CSVRow,
        in reportedClass: ReportedClass?,
        _ exemption: Exemption?
    ) -> Observation? {
        guard table.index(of: column) != nil else { return nil }
        let text = row.text(column)
        if text.isEmpty, reportedClass != .activity { return nil }
        return findings.observation(text, isWithheld: exemption != nil, at: row.location(column))
    }

    private func due(_ row: CSVRow) -> DueDate? {
        let text = row.text(Columns.due)
        if text.isEmpty { return nil }
        if let due = DueDate(text) { return due }
        let problem = DateProblem(text, alsoMonthsAndYears: true)
        findings.error(problem.message, at: row.location(Columns.due), hint: problem.hint)
        return nil
    }

    private mutating func comment(
        _ row: CSVRow,
        unit: String,
        reference: String,
        status: Status?,
        exemption: Exemption?,
        markdown: MarkdownReader
    ) -> Comment {
        let written = row.text(Columns.comment)
        let sharedReference = written.isEmpty ? nil : SharedComments.reference(in: written)
        let reason = row.prose(Columns.reason, reader: markdown)
        let response = row.prose(Columns.response, reader: markdown)
        let here = SharedComments.Row(
            reference: reference,
            unit: unit,
            group: "",
            isException: status?.isException ?? true,
            exemption: exemption,
            line: row.location.line
        )
        if let problem = shared.next(here, sharing: sharedReference) {
            findings.error(problem.message, at: row.location(Columns.comment), hint: problem.hint)
        }
        guard sharedReference == nil else {
            for column in [Columns.reason, Columns.response] where !row.text(column).isEmpty {
                findings.error(
                    "the row shares the comment of another, and has a \(own: column.name) of its own",
                    at: row.location(column),
                    hint: "delete one of the two"
                )
            }
            return .sharedWithRowAbove
        }
        if !written.isEmpty {
            findings.error(
                "the comment is not `same as` and the ref of the row above",
                at: row.location(Columns.comment),
                hint: "write the text under `reason` or `response`"
            )
        }
        if status?.isException == true, reason.isEmpty {
            findings.error(
                "a row that is not on course has no reason",
                at: row.location(Columns.reason),
                hint: "say why under `reason`, or write `same as REF` under `comment`"
            )
        }
        return .own(reason: reason, response: response)
    }
}
