// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// The columns of a file that hold details of its rows.
struct DetailColumns {
    private let columns: [(field: DetailField, column: DataColumn)]
    private let findings: DiagnosticCollector

    /// Finds the columns; a detail that two columns give is reported.
    init(of table: DataTable, _ context: ReturnContext) {
        findings = context.findings
        var columns: [(field: DetailField, column: DataColumn)] = []
        for name in table.otherColumns {
            guard let field = context.details[DetailField.name(ofColumn: name)] else { continue }
            if let other = columns.first(where: { $0.field.name == field.name }) {
                context.findings.report(.repeatedDetail(name, other.column.name), at: table.headerLocation)
            } else {
                columns.append((field, DataColumn(name, "a detail of the row")))
            }
        }
        self.columns = columns
    }

    /// The column of a field, or one of its name if the file has none.
    func column(of field: DetailField) -> DataColumn {
        columns.first { $0.field.name == field.name }?.column ?? DataColumn(field.name, "a detail of the row")
    }

    /// What a row says under them, by the names of the fields; what cannot be read is reported.
    func read(_ row: DataRow, _ exemption: Exemption?, markdown: ProseReader) -> [String: Detail] {
        var details: [String: Detail] = [:]
        for (field, column) in columns {
            let text = row.text(column)
            if text.isEmpty { continue }
            switch field.kind {
            case .text: details[field.name] = .text(row.prose(column, reader: markdown))
            case .date:
                details[field.name] = findings.date(row.date(column), at: row.location(column)).map { .date($0) }
            case .figure:
                let place = row.location(column)
                details[field.name] =
                    findings.observation(row.figure(column), isExempt: exemption != nil, at: place).map { .figure($0) }
            }
        }
        return details
    }
}

extension Diagnostic.Message {
    fileprivate static func repeatedDetail(_ name: String, _ other: String) -> Self {
        Self(
            .repeatedColumn,
            "the columns `\(name.shortened)` and `\(other.shortened)` are one",
            hint: "keep one of the two"
        )
    }
}
