// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import UnicodeText
package import WorkspaceFiles

/// A row of a table, read by its columns.
package struct DataRow {
    let source: any RowSource
    let columns: ColumnPositions
    let cells: Range<Int>

    /// The cell of a column, or `nil` if the table has no such column or the row is too short.
    private func cell(_ column: DataColumn) -> Int? {
        columns[column.name].flatMap { $0 < cells.count ? cells.lowerBound + $0 : nil }
    }

    /// The text of a column without white space and other invisible characters at its ends; empty if there is no such cell.
    package func text(_ column: DataColumn) -> String {
        guard let cell = cell(column) else { return "" }
        if let bytes = source.utf8(cell), bytes.isEmpty { return "" }
        return source.string(cell).trimmed
    }

    /// The date of a column as `2026-03-31`, or as `2026-03` for a month, if the file knows it to be one; else the text of the column.
    package func date(_ column: DataColumn) -> String { cell(column).flatMap(source.date) ?? text(column) }

    /// The number that the file stores under a column, or `nil` if it stores a text.
    package func number(_ column: DataColumn) -> Double? { cell(column).flatMap(source.number) }

    /// The text of a column with its emphasis as Markdown, or `nil` if it has none but what its text says.
    package func markdown(_ column: DataColumn) -> String? { cell(column).flatMap(source.markdown) }

    /// The text of a column exactly as it was written, or `nil` if there is no such cell.
    package func written(_ column: DataColumn) -> String? { cell(column).map(source.string) }

    /// The same in UTF-8, or `nil` if there is no such cell or its text has to be unescaped first.
    package func utf8(_ column: DataColumn) -> ArraySlice<UInt8>? { cell(column).flatMap(source.utf8) }

    /// The location of a column in this row; of the row if there is no such cell.
    package func location(_ column: DataColumn) -> SourceLocation {
        cell(column).map { source.location($0, column: column.name) } ?? location
    }

    /// The origin of a column's text as ``written(_:)`` returns it; of the row if there is no such cell.
    package func origin(_ column: DataColumn) -> TextOrigin {
        cell(column).map { source.origin($0, column: column.name) } ?? TextOrigin(start: location)
    }

    /// The lines of the file, or the row of the sheet, that hold the row.
    package var rows: ClosedRange<Int> {
        let first = source.location(ofRow: cells).row
        let last = source.location(max(cells.lowerBound, cells.upperBound - 1), column: nil)
        if case .cell = last.position { return first...first }
        let lineEnds = cells.isEmpty ? 0 : source.string(cells.upperBound - 1).count { $0.isNewline }
        return first...max(first, last.row + lineEnds)
    }

    /// The location of the row's first cell.
    package var location: SourceLocation { source.location(cells.lowerBound, column: nil) }
}
