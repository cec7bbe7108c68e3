// SPDX-License-Identifier: Apache-2.0

import CXLSXWriter
import Diagnostics
import Glibc
import Monitoring
import ResourceLimits

/// Why a workbook cannot be written.
package enum WorkbookWritingError: Error, Hashable {
    /// No temporary file can be made, or the library could not write all of it.
    case notWritten
    /// A text is longer than a cell can be.
    case textTooLong(sheet: String, row: Int)
    /// A sheet has more rows or columns than Excel has.
    case tooManyCells(sheet: String)
    /// Excel has no sheets of such a name, or another has it.
    case sheetName(String)
}

/// Writes workbooks (libxlsxwriter), the same bytes each time for the same contents.
package enum WorkbookWriter {
    /// The hidden property by which a workbook says which form it has.
    fileprivate static let versionProperty = "Form version"
    fileprivate static let version: Int32 = 1

    /// The bytes of a workbook.
    package static func bytes(of contents: WorkbookContents) throws(WorkbookWritingError) -> [UInt8] {
        let file = try TemporaryFile()
        var workbook = try OpenWorkbook(path: file.path, contents: contents)
        try workbook.write()
        guard let bytes = file.bytes else { throw .notWritten }
        return bytes
    }
}

/// A file in the folder for temporary files, deleted with its owner.
private final class TemporaryFile {
    let path: String

    init() throws(WorkbookWritingError) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var name = Array("\(folder)/workbook-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw .notWritten }
        close(descriptor)
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { unlink(path) }

    /// All that it holds, or `nil` if it cannot be read.
    var bytes: [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return ferror(file) == 0 ? bytes : nil }
            bytes += buffer[..<count]
        }
    }
}

/// A workbook of the library, closed once. Owns it.
private struct OpenWorkbook: ~Copyable {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let contents: WorkbookContents
    private var isClosed = false
    private let formats: Formats
    private var numberFormats: [String: UnsafeMutablePointer<lxw_format>?] = [:]
    /// The columns of the sheet of lists, by their words.
    private var lists: [[String]: Int] = [:]

    /// How cells look.
    private struct Formats {
        var heading: UnsafeMutablePointer<lxw_format>?
        var words: UnsafeMutablePointer<lxw_format>?
        var text: UnsafeMutablePointer<lxw_format>?
        var date: UnsafeMutablePointer<lxw_format>?
        var month: UnsafeMutablePointer<lxw_format>?
        var locked: UnsafeMutablePointer<lxw_format>?
    }

    init(path: String, contents: WorkbookContents) throws(WorkbookWritingError) {
        guard let workbook = workbook_new(path) else { throw .notWritten }
        self.workbook = workbook
        self.contents = contents
        formats = Formats(
            heading: Self.format(of: workbook, isLocked: true) { format in
                format_set_bold(format)
                format_set_bg_color(format, 0xDCE6F1)
                format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
            },
            words: Self.format(of: workbook) { _ in },
            text: Self.format(of: workbook) { format_set_num_format($0, "@") },
            date: Self.format(of: workbook) { format_set_num_format($0, "d mmmm yyyy") },
            month: Self.format(of: workbook) { format_set_num_format($0, "mmmm yyyy") },
            locked: Self.format(of: workbook, isLocked: true) { _ in }
        )
    }

    deinit { if !isClosed { lxw_workbook_free(workbook) } }

    private static func format(
        of workbook: UnsafeMutablePointer<lxw_workbook>,
        isLocked: Bool = false,
        _ change: (UnsafeMutablePointer<lxw_format>?) -> Void
    ) -> UnsafeMutablePointer<lxw_format>? {
        let format = workbook_add_format(workbook)
        format_set_text_wrap(format)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if !isLocked { format_set_unlocked(format) }
        change(format)
        return format
    }

    mutating func write() throws(WorkbookWritingError) {
        setProperties()
        for sheet in contents.sheets { try write(sheet) }
        try writeLists()
        isClosed = true
        guard workbook_close(workbook) == LXW_NO_ERROR else { throw .notWritten }
    }

    private func setProperties() {
        contents.title.withCString { title in
            var properties = lxw_doc_properties()
            cleardays_xlsx_set_title(&properties, title)
            // The day on which it was made would make other bytes each time: 1 January 2000 is the same for all.
            properties.created = 946_684_800
            workbook_set_properties(workbook, &properties)
        }
        workbook_set_custom_property_integer(workbook, WorkbookWriter.versionProperty, WorkbookWriter.version)
    }

    // MARK: - Sheets

    private func addWorksheet(_ name: String) throws(WorkbookWritingError) -> UnsafeMutablePointer<lxw_worksheet> {
        guard workbook_validate_sheet_name(workbook, name) == LXW_NO_ERROR,
            let worksheet = workbook_add_worksheet(workbook, name)
        else { throw .sheetName(name) }
        return worksheet
    }

    private mutating func write(_ sheet: WorkbookContents.Sheet) throws(WorkbookWritingError) {
        let worksheet = try addWorksheet(sheet.name)
        let widest = sheet.rows.map(\.count).reduce(sheet.columns.count) { max($0, $1) }
        guard widest < CellReference.last.column, sheet.rows.count < CellReference.last.row else {
            throw .tooManyCells(sheet: sheet.name)
        }
        // Whatever has no heading may have one: a column that is added is a column of the table.
        let lastColumn = lxw_col_t(CellReference.last.column - 1)
        if !sheet.isOnlyRead {
            worksheet_set_column(worksheet, lxw_col_t(sheet.columns.count), lastColumn, 18, formats.words)
        }
        for (index, column) in sheet.columns.enumerated() {
            let format: UnsafeMutablePointer<lxw_format>?
            switch column.format {
            case _ where sheet.isOnlyRead: format = formats.locked
            case .general: format = formats.words
            case .text: format = formats.text
            case .date: format = formats.date
            }
            worksheet_set_column(worksheet, lxw_col_t(index), lxw_col_t(index), column.width, format)
            worksheet_write_string(worksheet, 0, lxw_col_t(index), column.heading, formats.heading)
        }
        for (index, row) in sheet.rows.enumerated() {
            if sheet.isOnlyRead {
                worksheet_set_row(worksheet, lxw_row_t(index + 1), Self.height(of: row, in: sheet), nil)
            }
            for (column, cell) in row.enumerated() {
                try write(cell, of: sheet, to: worksheet, row: index + 1, column: column)
            }
        }
        for (index, column) in sheet.columns.enumerated() {
            addValidation(column.choices, hint: column.hint, to: worksheet, column: index, rows: 1...5_000)
        }
        for (position, choices) in sheet.choices.sorted(by: {
            ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column)
        }) {
            let row = position.row + 1
            addValidation(choices, hint: nil, to: worksheet, column: position.column, rows: row...row)
        }
        worksheet_freeze_panes(worksheet, 1, 0)
        worksheet_set_landscape(worksheet)
        worksheet_set_paper(worksheet, 9)
        worksheet_fit_to_pages(worksheet, 1, 0)
        worksheet_repeat_rows(worksheet, 0, 0)
        // Only the headings cannot be changed: rows may be added, taken out and sorted.
        var protection = lxw_protection()
        protection.format_cells = 1
        protection.format_columns = 1
        protection.format_rows = 1
        protection.insert_rows = 1
        protection.delete_rows = 1
        protection.sort = 1
        protection.autofilter = 1
        worksheet_protect(worksheet, nil, &protection)
    }

    /// The height of a row that nobody changes, by how many lines its texts need; other rows fit themselves to what is typed.
    private static func height(of row: [WorkbookContents.Cell], in sheet: WorkbookContents.Sheet) -> Double {
        let lines = zip(row, sheet.columns).map { cell, column in
            if case .text(let text) = cell { (Double(text.count) * 1.1 / column.width).rounded(.up) } else { 1.0 }
        }
        return 16 * max(1, lines.max() ?? 1)
    }

    private mutating func write(
        _ cell: WorkbookContents.Cell,
        of sheet: WorkbookContents.Sheet,
        to worksheet: UnsafeMutablePointer<lxw_worksheet>,
        row: Int,
        column: Int
    ) throws(WorkbookWritingError) {
        let (line, place) = (lxw_row_t(row), lxw_col_t(column))
        switch cell {
        case .empty: break
        case .text(let text):
            let format = sheet.isOnlyRead ? formats.locked : isText(column, of: sheet) ? formats.text : formats.words
            guard worksheet_write_string(worksheet, line, place, text.asCellText, format) == LXW_NO_ERROR else {
                throw .textTooLong(sheet: sheet.name, row: row + 1)
            }
        case .number(let value, let format):
            let shown =
                (numberFormats[format] ?? nil) ?? Self.format(of: workbook) { format_set_num_format($0, format) }
            numberFormats[format] = shown
            worksheet_write_number(worksheet, line, place, value, shown)
        case .date(let date): write(date, to: worksheet, line, place, formats.date)
        case .month(let date): write(date, to: worksheet, line, place, formats.month)
        }
    }

    private func isText(_ column: Int, of sheet: WorkbookContents.Sheet) -> Bool {
        sheet.columns.indices.contains(column) && sheet.columns[column].format == .text
    }

    private func write(
        _ date: CalendarDate,
        to worksheet: UnsafeMutablePointer<lxw_worksheet>,
        _ row: lxw_row_t,
        _ column: lxw_col_t,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) {
        var day = lxw_datetime()
        day.year = Int32(date.year)
        day.month = Int32(date.month)
        day.day = Int32(date.day)
        worksheet_write_datetime(worksheet, row, column, &day, format)
    }

    // MARK: - Drop-down lists

    private mutating func addValidation(
        _ choices: WorkbookContents.Choices?,
        hint: String?,
        to worksheet: UnsafeMutablePointer<lxw_worksheet>,
        column: Int,
        rows: ClosedRange<Int>
    ) {
        guard choices != nil || hint != nil else { return }
        let formula = choices.map { listFormula($0.words) }
        // A title of 32 characters and a message of 255 are the most that Excel shows.
        let message = hint.map { String($0.prefix(255)) }
        withOptionalCString(formula) { formula in
            withOptionalCString(message) { message in
                var validation = lxw_data_validation()
                validation.validate = UInt8(
                    (formula == nil ? LXW_VALIDATION_TYPE_ANY : LXW_VALIDATION_TYPE_LIST_FORMULA).rawValue
                )
                cleardays_xlsx_set_texts(&validation, formula, message)
                if choices?.isClosed == false { validation.show_error = UInt8(LXW_VALIDATION_OFF.rawValue) }
                worksheet_data_validation_range(
                    worksheet,
                    lxw_row_t(rows.lowerBound),
                    lxw_col_t(column),
                    lxw_row_t(rows.upperBound),
                    lxw_col_t(column),
                    &validation
                )
            }
        }
    }

    /// The cells of the sheet of lists that have some words: a list within a rule has 255 characters at most, and no commas in its words.
    private mutating func listFormula(_ words: [String]) -> String {
        let column = lists[words] ?? lists.count
        lists[words] = column
        let name = SourceLocation.Position.letters(ofColumn: column + 1)
        let sheet = contents.listSheet.replacing("'", with: "''")
        return "='\(sheet)'!$\(name)$1:$\(name)$\(max(1, words.count))"
    }

    private func writeLists() throws(WorkbookWritingError) {
        if lists.isEmpty { return }
        let worksheet = try addWorksheet(contents.listSheet)
        for (words, column) in lists.sorted(by: { $0.value < $1.value }) {
            for (row, word) in words.enumerated() {
                worksheet_write_string(worksheet, lxw_row_t(row), lxw_col_t(column), word, formats.locked)
            }
        }
        worksheet_protect(worksheet, nil, nil)
        worksheet_hide(worksheet)
    }
}

/// Calls with the text as C has it, or with a null pointer.
private func withOptionalCString(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Void) {
    guard let text else { return body(nil) }
    text.withCString { body($0) }
}

extension String {
    /// The text with line feeds alone between lines, as cells have them; `_x0041_` in it is no escaped letter (ISO/IEC 29500-1, 22.9.2.19).
    fileprivate var asCellText: String {
        let text = replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return text.contains("_x") ? text.replacing(/_x(?=[0-9A-Fa-f]{4}_)/, with: "_x005F_x") : text
    }
}
