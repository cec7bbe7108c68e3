// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import WorkspaceFiles

/// One row of a table, by its columns.
struct CSVRow {
    let table: CSVTable
    let fields: Range<Int>

    /// The field of a column; nothing where the file, or a broken row, does not have it.
    private func field(_ column: CSVColumn) -> Int? {
        table.index(of: column).flatMap { $0 < fields.count ? fields.lowerBound + $0 : nil }
    }

    /// What stands in a column, without invisible characters at its ends; empty where the file does not have it.
    func text(_ column: CSVColumn) -> String {
        guard let field = field(column) else { return "" }
        if let bytes = table.utf8(field), bytes.isEmpty { return "" }
        return table.string(field).trimmed
    }

    /// The place of a column in this row; the row where the file does not have it.
    func location(_ column: CSVColumn) -> SourceLocation {
        field(column).map { table.location($0, name: column.name) } ?? location
    }

    /// The row's own place.
    var location: SourceLocation { table.location(fields.lowerBound, name: nil) }

    /// What the row is exempt under.
    func exemption(_ column: CSVColumn, findings: Findings) -> Exemption? {
        // Also of invisible characters it is not known that they mean nothing: what is left of a mark fails closed.
        guard let field = field(column), !table.string(field).allSatisfy(\.isWhitespace) else { return nil }
        let written = text(column)
        return findings.exemption(written.isEmpty ? table.string(field) : written, at: location(column))
    }

    /// What stands in a column, as Markdown.
    func prose(_ column: CSVColumn, reader: MarkdownReader) -> Prose {
        guard let field = field(column) else { return Prose() }
        let place = table.location(field, name: column.name)
        if let bytes = table.utf8(field) {
            if bytes.isEmpty { return Prose() }
            guard bytes.count <= Limits.longestCell else {
                reader.reportLongCell(at: place)
                return Prose()
            }
            if PlainText.isPlain(bytes) { return reader.plainProse(table.string(field), at: place) }
        }
        let text = table.string(field)
        guard text.utf8.count <= Limits.longestCell else {
            reader.reportLongCell(at: place)
            return Prose()
        }
        var start = place
        let gap = text.utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
        start.column += gap + (table.isQuoted(field) ? 1 : 0)
        return reader.cellProse(String(text.dropFirst(gap)), origin: TextOrigin(start: start))
    }
}
