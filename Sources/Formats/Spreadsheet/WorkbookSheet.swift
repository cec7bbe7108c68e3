// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import ResourceLimits
import WorkspaceFiles

/// The cells of a sheet that say something, as the sheet shows them.
package struct WorkbookSheet: Sendable {
    /// A cell that says something.
    struct Cell: Sendable {
        var column: Int32
        /// Of its text in the text of the sheet.
        var start: Int32
        var end: Int32
        /// Which of the workbook's formats it has.
        var format: Int32
        /// The number that is stored, or not a number.
        var value: Double
    }

    /// A row that says something.
    struct Row: Sendable {
        var number: Int
        var cells: Range<Int>
    }

    /// The name of the sheet.
    package let name: String
    let rows: [Row]
    let cells: [Cell]
    /// The texts of cells with their emphasis as Markdown, by the places of the cells.
    let markdown: [Int: [UInt8]]
    /// The rows of the cells from which merged cells took their texts, by the places of these.
    let filledFrom: [Int: Int]
    /// All rows, for reports.
    let text: SourceText
    let formats: [NumberFormat]
    let dates: DateSystem

    /// Whether nothing stands in it.
    package var isEmpty: Bool { rows.isEmpty }

    /// The location of the sheet as a whole.
    package var location: SourceLocation { location(column: 0, row: 0) }

    /// The location of a cell; column zero is the whole row.
    package func location(column: Int, row: Int) -> SourceLocation {
        SourceLocation(in: text.sourceFile, .cell(sheet: name, column: column, row: row))
    }

    /// The bytes of a cell.
    func bytes(_ cell: Int) -> ArraySlice<UInt8> { text.bytes[Int(cells[cell].start)..<Int(cells[cell].end)] }

    func string(_ cell: Int) -> String { String(decoding: bytes(cell), as: UTF8.self) }

    /// The date of a cell that shows one, as `2026-03-31`, or as `2026-03` if it shows a month.
    func isoDate(_ cell: Int) -> String? {
        let cell = cells[cell]
        guard !cell.value.isNaN else { return nil }
        return formats[Int(cell.format)].section(for: cell.value)?.section.isoDate(cell.value, in: dates)
    }

    /// The last column in which something stands.
    var lastColumn: Int { rows.reduce(0) { max($0, $1.cells.last.map { Int(cells[$0].column) } ?? 0) } }
}

extension WorkbookSheet {
    /// A sheet as it was read, with its merged cells filled down; `nil` if these make its text too long.
    init?(
        _ reader: SheetReader,
        name: String,
        file: SourceFile,
        context: SheetReader.Context,
        fills: [Int: [(column: Int, cell: Int)]]
    ) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(reader.texts.count + reader.cells.count + reader.rows.count)
        var starts: [Int] = []
        var rows: [Row] = []
        var cells: [Cell] = []
        cells.reserveCapacity(reader.cells.count)
        var markdown: [Int: [UInt8]] = [:]
        var filledFrom: [Int: Int] = [:]
        for (index, row) in reader.rows.enumerated() {
            while starts.count < row.number { starts.append(bytes.count) }
            let first = cells.count
            var column = 1
            func append(_ cell: Int, in target: Int) {
                let source = reader.cells[cell]
                // A wider sheet is no table, and is refused as one.
                let gap = min(target, Limits.mostColumns + 1) - column
                if gap > 0 { bytes.append(contentsOf: repeatElement(SourceText.Sheet.cellEnd, count: gap)) }
                column = max(column, target)
                let start = bytes.count
                bytes += reader.texts[source.text]
                if let marked = reader.markdown[cell] { markdown[cells.count] = marked }
                cells.append(
                    Cell(
                        column: Int32(target),
                        start: Int32(start),
                        end: Int32(bytes.count),
                        format: Int32(source.format),
                        value: source.value
                    )
                )
            }
            var own = row.cells.map { (column: reader.cells[$0].column, cell: $0) }
            if let filled = fills[index] { own = (own + filled).sorted { $0.column < $1.column } }
            for cell in own {
                let length = reader.cells[cell.cell].text.count
                guard bytes.count + length <= 2 * Limits.mostSheetText else { return nil }
                if !row.cells.contains(cell.cell) { filledFrom[cells.count] = reader.row(of: cell.cell) }
                append(cell.cell, in: cell.column)
            }
            rows.append(Row(number: row.number, cells: first..<cells.count))
        }
        self.name = name
        self.rows = rows
        self.cells = cells
        self.markdown = markdown
        self.filledFrom = filledFrom
        text = SourceText(file: file, sheet: SourceText.Sheet(name: name, rowStarts: starts), bytes: bytes)
        formats = context.styles.formats
        dates = context.dates
    }
}
