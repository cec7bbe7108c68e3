// SPDX-License-Identifier: Apache-2.0

package import Monitoring

/// A workbook that is handed out: its sheets, what is in them already, and what may be typed into their columns.
package struct WorkbookContents: Sendable, Hashable {
    /// What a cell holds. A spreadsheet keeps numbers and dates as such, so that it can sort and add them.
    package enum Cell: Sendable, Hashable {
        case empty
        case text(String)
        /// A number with a number format that shows it as it was written: `0.0%`.
        case number(Double, format: String)
        case date(CalendarDate)
        /// The first day of a month, of which only the month and the year are shown.
        case month(CalendarDate)
    }

    /// The words of a drop-down list.
    package struct Choices: Sendable, Hashable {
        /// In their order.
        package var words: [String]
        /// Whether nothing else can be typed.
        package var isClosed: Bool

        package init(_ words: [String], isClosed: Bool) {
            self.words = words
            self.isClosed = isClosed
        }
    }

    /// A column of a sheet.
    package struct Column: Sendable, Hashable {
        /// How the column shows what is typed into it.
        package enum Format: Sendable, Hashable {
            case general, text, date
        }

        /// What is in its first row.
        package var heading: String
        /// In characters.
        package var width: Double
        /// How cells look that are typed into it.
        package var format: Format
        /// Its drop-down list, or `nil` if it has none.
        package var choices: Choices?
        /// What is said of the column where a cell of it is chosen; `nil` for nothing.
        package var hint: String?

        package init(
            _ heading: String,
            width: Double,
            format: Format = .general,
            choices: Choices? = nil,
            hint: String? = nil
        ) {
            self.heading = heading
            self.width = width
            self.format = format
            self.choices = choices
            self.hint = hint
        }
    }

    /// A sheet with a row of headings, which stays in sight and cannot be changed.
    package struct Sheet: Sendable, Hashable {
        /// What its tab says.
        package var name: String
        /// From the left.
        package var columns: [Column]
        /// What is below the headings.
        package var rows: [[Cell]]
        /// Choices of single cells, by row and column counted from the first below the headings.
        package var choices: [CellPosition: Choices] = [:]
        /// Whether nothing is typed into it, as into one of instructions.
        package var isOnlyRead = false

        package init(name: String, columns: [Column], rows: [[Cell]]) {
            self.name = name
            self.columns = columns
            self.rows = rows
        }
    }

    /// The position of a cell, counted from zero.
    package struct CellPosition: Sendable, Hashable {
        /// Below the headings.
        package var row: Int
        /// From the left.
        package var column: Int

        package init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// As the properties of the file say it.
    package var title: String
    /// In the order of their tabs.
    package var sheets: [Sheet]
    /// The name of the hidden sheet that has the words of drop-down lists.
    package var listSheet: String

    package init(title: String, sheets: [Sheet], listSheet: String) {
        self.title = title
        self.sheets = sheets
        self.listSheet = listSheet
    }
}
