// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import UnicodeText
package import WorkspaceFiles

/// A row of a sheet that says one thing: what it is about, and a value.
package struct SheetEntry: Sendable {
    /// What the row is about, without spaces at its ends.
    package var what: String
    /// Where that is.
    package var location: SourceLocation
    /// The value as the cell shows it; empty if there is none.
    package var value: String
    /// The value with its emphasis as Markdown.
    package var markdown: String
    /// The value as `2026-03-31` if the cell is a date.
    package var date: String?
    /// Where the value is, or would be.
    package var valueLocation: SourceLocation
}

extension WorkbookSheet {
    /// The rows of a sheet of two columns. What stands elsewhere is reported.
    package func entries(findings: DiagnosticCollector) -> [SheetEntry] {
        findings.divide(text, at: rows.map(\.number))
        let first = rows.reduce(Int.max) { min($0, $1.cells.first.map { Int(cells[$0].column) } ?? .max) }
        return rows.map { row in
            var entry = SheetEntry(
                what: "",
                location: location(column: first, row: row.number),
                value: "",
                markdown: "",
                valueLocation: location(column: first + 1, row: row.number)
            )
            for cell in row.cells {
                let column = Int(cells[cell].column)
                switch column - first {
                case 0: entry.what = string(cell).trimmed
                case 1:
                    entry.value = string(cell)
                    entry.markdown = markdown[cell].map { String(decoding: $0, as: UTF8.self) } ?? entry.value
                    entry.date = isoDate(cell)
                default:
                    let words = string(cell)
                    if words.isBlank { continue }
                    let place = location(column: column, row: row.number)
                    if findings.reportSign(in: words, at: place) { continue }
                    findings.report(.textOutsideTable, at: place)
                }
            }
            return entry
        }
    }
}
