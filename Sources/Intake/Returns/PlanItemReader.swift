// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// Reads the rows of `actions.csv` or `activity.csv`.
struct PlanItemReader {
    private typealias Columns = PlanItemColumns

    private let context: ReturnContext
    private let findings: DiagnosticCollector
    private let table: DataTable
    private let titleColumn: DataColumn
    private let details: DetailColumns
    private var shared = CommentSharing()
    private var references = UniqueReferences()
    /// That of the last row that says it.
    private var unitAbove = ""

    /// The items of `actions.csv`, or of `activity.csv`; the units of rows that could not be read count as heard of.
    static func read(
        _ source: any RowSource,
        areActions: Bool,
        context: ReturnContext
    ) -> (items: [PlanItem], brokenUnits: Set<String>) {
        let columns = (areActions ? Columns.actions : Columns.activities).map { column in
            context.isUndivided && column.name == Columns.unit.name ? column.optional : column
        }
        let table = DataTable(
            source,
            columns: columns,
            alsoKnown: context.details.keys.sorted(),
            findings: context.findings,
            accepts: { context.details[DetailField.name(ofColumn: $0)] != nil }
        )
        guard let table else { return ([], []) }
        var reader = PlanItemReader(
            context: context,
            findings: context.findings,
            table: table,
            titleColumn: areActions ? Columns.action : Columns.activity
        )
        var items: [PlanItem] = []
        items.reserveCapacity(table.rows.count)
        for row in table.rows { items.append(reader.item(row, isAction: areActions)) }
        reader.references.reportConverted(to: context.findings)
        return (items, Set(table.brokenRows.map { context.place($0.text(Columns.unit)) }))
    }

    private init(context: ReturnContext, findings: DiagnosticCollector, table: DataTable, titleColumn: DataColumn) {
        self.context = context
        self.findings = findings
        self.table = table
        self.titleColumn = titleColumn
        details = DetailColumns(of: table, context)
    }

    private mutating func item(_ row: DataRow, isAction: Bool) -> PlanItem {
        let exemption = row.exemption(Columns.exempt, findings: findings)
        row.readWaivers(isExempt: exemption != nil, findings: findings)
        let markdown = context.markdown(isExempt: exemption != nil)
        let unit = context.place(row.text(Columns.unit))
        // What is exempt is told of no other row.
        defer { if !unit.isEmpty { unitAbove = exemption == nil ? unit : "" } }
        if !unit.isEmpty {
            context.check(unit: unit, at: row.location(Columns.unit))
        } else if table.has(Columns.unit), !context.isUndivided {
            findings.report(
                .missingUnit(above: context.places?.contains(unitAbove) == true ? unitAbove : nil),
                at: row.location(Columns.unit)
            )
        }
        let reference = row.text(Columns.ref)
        if exemption == nil { findings.reportSign(in: reference, at: row.location(Columns.ref)) }
        references.note(reference, isExempt: exemption != nil, at: row.location(Columns.ref), findings: findings)
        let title = row.prose(titleColumn, reader: markdown)
        if title.isEmpty, table.has(titleColumn) {
            findings.report(.missingTitle(in: titleColumn), at: row.location(titleColumn))
        }
        let reportedClass = isAction ? .actions : self.reportedClass(of: row)
        var status: StatusWord?
        if table.has(Columns.status) {
            status = context.status(row.text(Columns.status), at: row.location(Columns.status))
        }
        let details = details.read(row, exemption, markdown: markdown)
        let forecast = isAction ? nil : level(Columns.forecast, of: row, in: reportedClass, exemption)
        let actual = isAction ? nil : level(Columns.actual, of: row, in: reportedClass, exemption)
        // A report of an exempt row does not depend on its figures.
        if exemption == nil { findings.checkUnits(of: [forecast, actual].compactMap(\.self)) }
        if let status, status.meaning == .redated { checkApproval(of: details, in: row) }
        return PlanItem(
            reportedClass: reportedClass ?? .activity,
            unit: unit,
            reference: reference.isEmpty ? nil : reference,
            title: title,
            outcome: isAction ? row.prose(Columns.outcome, reader: markdown) : Prose(),
            forecast: forecast,
            actual: actual,
            due: isAction ? due(row) : nil,
            // As the rules for shared comments take it, so that nothing else is reported of the row.
            status: status ?? StatusWord(.notOnCourse),
            comment: comment(
                row,
                unit: unit,
                reference: reference,
                status: status,
                exemption: exemption,
                markdown: markdown
            ),
            details: details,
            exemption: exemption,
            location: row.location
        )
    }

    /// A row with another date says which, and who has approved it.
    private func checkApproval(of details: [String: Detail], in row: DataRow) {
        for field in [DetailField.revisedDue, .approvedBy] where details[field.name] == nil {
            findings.report(.missingApproval(field), at: row.location(self.details.column(of: field)))
        }
    }

    private func reportedClass(of row: DataRow) -> ReportedClass? {
        guard table.has(Columns.itemClass) else { return nil }
        let word = row.text(Columns.itemClass)
        switch word.lowercased() {
        case "core service": return .coreServices
        case "activity level": return .activity
        default:
            findings.report(.unknownClass(word), at: row.location(Columns.itemClass))
            return nil
        }
    }

    /// A forecast or actual level: a core service may have none.
    private func level(
        _ column: DataColumn,
        of row: DataRow,
        in reportedClass: ReportedClass?,
        _ exemption: Exemption?
    ) -> Observation? {
        guard table.has(column) else { return nil }
        let text = row.figure(column)
        if text.isEmpty, reportedClass != .activity { return nil }
        return findings.observation(text, isExempt: exemption != nil, at: row.location(column))
    }

    private func due(_ row: DataRow) -> DueDate? {
        let text = row.date(Columns.due)
        return text.isEmpty ? nil : findings.date(text, at: row.location(Columns.due))
    }

    private mutating func comment(
        _ row: DataRow,
        unit: String,
        reference: String,
        status: StatusWord?,
        exemption: Exemption?,
        markdown: ProseReader
    ) -> Comment {
        let written = row.text(Columns.comment)
        let sharedReference = written.isEmpty ? nil : CommentSharing.reference(in: written)
        let reason = row.prose(Columns.reason, reader: markdown)
        let response = row.prose(Columns.response, reader: markdown)
        let here = CommentSharing.Row(
            reference: reference,
            unit: unit,
            group: "",
            isException: status?.isException ?? true,
            exemption: exemption,
            place: row.location.rowName
        )
        if let problem = shared.next(here, sharing: sharedReference) {
            if shared.crossesExemption { findings.keepTogether(row.location.sourceFile.subject) }
            findings.report(problem, at: row.location(Columns.comment))
        }
        guard sharedReference == nil else {
            for column in [Columns.reason, Columns.response] where !row.text(column).isEmpty {
                findings.report(.conflictingComment(in: column), at: row.location(column))
            }
            return .sharedWithRowAbove
        }
        if !written.isEmpty {
            findings.report(.commentNotShared, at: row.location(Columns.comment))
        }
        if let status, status.meaning.needsReason {
            let text = row.text(Columns.reason)
            if reason.isEmpty {
                findings.report(.missingReason(for: exemption == nil ? status : nil), at: row.location(Columns.reason))
            } else if AbsencePhrases.saysNothing(text), SpreadsheetError.first(in: text) == nil {
                findings.report(
                    .emptyReason(text, for: exemption == nil ? status : nil),
                    at: row.location(Columns.reason)
                )
            }
        }
        return .own(reason: reason, response: response)
    }
}

extension Diagnostic.Message {
    fileprivate static func missingUnit(above: String?) -> Self {
        Self(
            .missingCell,
            "the unit is missing",
            hint: above.map {
                "a row above is of `\($0, from: .council)`: if this one is too, write it here; "
                    + "each row says it for itself"
            } ?? "every row says of which unit it is"
        )
    }

    fileprivate static func missingTitle(in column: DataColumn) -> Self {
        Self(.missingCell, "the \(own: column.name) is missing", hint: "it is \(own: column.meaning)")
    }

    fileprivate static func missingApproval(_ field: DetailField) -> Self {
        Self(
            .missingCell,
            "a row that is re-dated has nothing under `\(own: field.name)`",
            hint: "say under `revised-due` when it is due now, and under `approved-by` who has approved that, and when"
        )
    }

    fileprivate static func unknownClass(_ word: String) -> Self {
        Self(
            .unknownClass,
            word.isEmpty ? "the class is missing" : "unknown class `\(word.shortened)`",
            hint: NearestName.hint(for: word, among: ["core service", "activity level"], from: .program)
        )
    }

    static func conflictingComment(in column: DataColumn) -> Self {
        Self(
            .conflictingComment,
            "the row shares the comment of another, and has a \(own: column.name) of its own",
            hint: "delete one of the two"
        )
    }

    fileprivate static var commentNotShared: Self {
        Self(
            .conflictingComment,
            "the comment is not `same as` and the ref of the row above",
            hint: "write the text under `reason` or `response`"
        )
    }

    fileprivate static func emptyReason(_ text: String, for status: StatusWord?) -> Self {
        Self(
            .missingReason,
            status.map { "`\(text.shortened)` is no reason for a row that is \(own: $0.meaning.rawValue)" }
                ?? "the row has no reason",
            hint: "say why under `reason`, or write `same as REF` under `comment`"
        )
    }

    fileprivate static func missingReason(for status: StatusWord?) -> Self {
        Self(
            .missingReason,
            // The report of an exempt row does not name its status.
            status.map { "a row that is \(own: $0.meaning.rawValue) has no reason" } ?? "the row has no reason",
            hint: "say why under `reason`, or write `same as REF` under `comment`"
        )
    }
}
