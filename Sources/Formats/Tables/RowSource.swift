// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import WorkspaceFiles

/// A table as a file format gives it: rows of cells, each with its text and its location.
///
/// A CSV file is one (``CSVFile``), and so is a sheet of a workbook (``SheetTable``). Cells are numbered through the whole table, so that a source keeps them in one array and
/// makes a string or a location only when it is asked for one.
package protocol RowSource: Sendable {
    /// The file, for diagnostics.
    var sourceFile: SourceFile { get }

    /// Whether the file holds nothing at all.
    var isEmpty: Bool { get }

    /// The cells of each row, the row of column names first. Rows may differ in length.
    var rows: [Range<Int>] { get }

    /// The text of a cell.
    func string(_ cell: Int) -> String

    /// The text of a cell in UTF-8, or `nil` if it has to be unescaped first.
    func utf8(_ cell: Int) -> ArraySlice<UInt8>?

    /// The text of a cell with its emphasis as Markdown, or `nil` if it has none but what its text says.
    func markdown(_ cell: Int) -> String?

    /// The number that the file stores for a cell, which may have more decimals than its text; `nil` if it stores only the text.
    func number(_ cell: Int) -> Double?

    /// The date of a cell that the file knows to be one, as `2026-03-31`, or as `2026-03` if it shows a month; `nil` for any other cell.
    func date(_ cell: Int) -> String?

    /// The location of a cell.
    ///
    /// - Parameter column: the name of the cell's column.
    func location(_ cell: Int, column: String?) -> SourceLocation

    /// The origin of a cell's text, for locations inside it.
    ///
    /// - Parameter column: the name of the cell's column.
    func origin(_ cell: Int, column: String?) -> TextOrigin

    /// The location of a whole row.
    func location(ofRow row: Range<Int>) -> SourceLocation

    /// The location of the row of column names.
    var headerLocation: SourceLocation { get }

    /// How an officer mends a row with more cells than there are columns.
    var hintForExtraCells: DiagnosticText { get }

    /// How an officer mends a row with fewer cells than there are columns.
    var hintForMissingCells: DiagnosticText { get }

    /// Whether a comma in a figure may be the decimal point.
    var hasDecimalCommas: Bool { get }
}

extension RowSource {
    /// It is not, unless a format says so.
    package var hasDecimalCommas: Bool { false }
}

extension RowSource {
    // A file of text stores texts only.
    package func markdown(_ cell: Int) -> String? { nil }
    package func number(_ cell: Int) -> Double? { nil }
    package func date(_ cell: Int) -> String? { nil }
}
