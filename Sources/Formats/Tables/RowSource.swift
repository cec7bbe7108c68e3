// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import WorkspaceFiles

/// A table as a file format gives it: rows of cells, each with its text and its location.
///
/// CSV is the first format (``CSVFile``). Cells are numbered through the whole table, so that a source keeps them in one array and
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
}
