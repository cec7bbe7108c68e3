// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// The files that a return may have, beside a workbook.
package let returnFileNames =
    ["return.yaml", "statement.md", statementDocument] + ReturnTable.allCases.map(\.fileName)

/// The file of a statement that is written in Word, in place of `statement.md`.
package let statementDocument = "statement.docx"

/// Whether a file in `papers/` is a paper, or the body of one, by its name.
package func isPaperFile(_ name: String) -> Bool { name.hasSuffix(".md") || name.hasSuffix(".docx") }

/// Whether a file is a Word document, by its name.
package func isDocument(_ name: String) -> Bool { name.lowercased().hasSuffix(".docx") }

/// Whether a file of a return is a workbook, by its name.
package func isWorkbook(_ name: String) -> Bool { name.lowercased().hasSuffix(".xlsx") }

/// A table of a return: a CSV file, or a sheet of its workbook.
enum ReturnTable: CaseIterable {
    case actions, activity, indicators
    /// The indicators of the round before, as they were.
    case formerIndicators

    init(of reported: ReportedClass) {
        switch reported {
        case .coreServices, .activity: self = .activity
        case .actions: self = .actions
        case .indicators: self = .indicators
        }
    }

    var fileName: String { sheet.rawValue + ".csv" }

    var sheet: WorkbookWords.SheetName {
        switch self {
        case .actions: .actions
        case .activity: .activity
        case .indicators: .indicators
        case .formerIndicators: .indicatorsBefore
        }
    }
}

/// The folder of a return, in which a workbook may take the place of return.yaml and of the CSV files.
struct ReturnFiles {
    let folder: WorkspaceFolder
    let words: WorkbookWords
    /// The workbook, or `nil` if there is none that can be read.
    let workbook: Workbook?
    private var findings: DiagnosticCollector { folder.findings }

    /// Looks through a folder. Files that are not read are reported.
    ///
    /// - Parameter words: makes the words of workbooks, where there is one.
    init(_ folder: WorkspaceFolder, directorate: String, words makeWords: () -> WorkbookWords) {
        self.folder = folder
        let findings = folder.findings
        let workbooks = folder.names.filter(isWorkbook)
        for name in folder.names where !returnFileNames.contains(name) && !isWorkbook(name) {
            let message =
                ReturnFileCopy(name)?.message ?? Diagnostic.Message.oldFormat(name) ?? .unreadFile(name)
            findings.report(message, at: SourceLocation(in: folder.file(name)))
        }
        guard let first = workbooks.first(where: { $0.lowercased() == directorate + ".xlsx" }) ?? workbooks.first else {
            words = WorkbookWords(nil, findings: findings)
            workbook = nil
            return
        }
        for other in workbooks where other != first {
            findings.report(.secondWorkbook(beside: first), at: SourceLocation(in: folder.file(other)))
        }
        let words = makeWords()
        self.words = words
        workbook = folder.bytes(first).flatMap { bytes in
            Workbook(bytes, file: folder.file(first), findings: findings) { name in
                guard let sheet = words.sheet(name) else { return false }
                return sheet.isRead ? true : nil
            }
        }
        reportRepeatedSheets()
    }

    // MARK: - What the return says of itself

    private func sheet(_ name: WorkbookWords.SheetName) -> WorkbookSheet? {
        workbook?.sheets.first { words.sheet($0.name) == name }
    }

    /// The sheet About, or return.yaml; `nil` if there is neither, or it cannot be read.
    func form() -> FilledForm? {
        if let about = sheet(.about) {
            if folder.holdsFile("return.yaml") {
                findings.report(.sheetAndFile(about.name, file: "return.yaml"), at: about.location)
            }
            var reader = AboutSheet(about, words: words, findings: findings)
            return FilledForm(reader.value(), ReturnForm.form, findings)
        }
        return folder.holdsFile("return.yaml")
            ? folder.yaml("return.yaml").flatMap { FilledForm($0, ReturnForm.form, findings) } : nil
    }

    /// What the sheet About says, as return.yaml would, or return.yaml itself.
    var formValue: YAMLValue? {
        guard let about = sheet(.about) else {
            return folder.holdsFile("return.yaml") ? folder.yaml("return.yaml") : nil
        }
        var reader = AboutSheet(about, words: words, findings: findings)
        return reader.value()
    }

    /// Whether there is a form, readable or not.
    var holdsForm: Bool { sheet(.about) != nil || folder.holdsFile("return.yaml") }

    /// How hints speak of the form.
    var formWords: ReturnFormWords { ReturnFormWords(words, sheet: sheet(.about)?.name) }

    /// The location of the form as a whole.
    var formLocation: SourceLocation {
        sheet(.about)?.location
            ?? workbook.map { SourceLocation(in: $0.file) } ?? SourceLocation(in: folder.file("return.yaml"))
    }

    // MARK: - Tables

    /// The rows of a table, or `nil` if it is nowhere or cannot be read.
    func rows(_ table: ReturnTable) -> (any RowSource)? {
        guard let sheet = sheet(table.sheet), !sheet.isEmpty else { return folder.rows(table.fileName) }
        let rows = SheetTable(sheet, findings: findings, heading: words.column)
        if folder.holdsFile(table.fileName) {
            // A sheet that was handed out and not filled in.
            if rows.rows.count <= 1 { return folder.rows(table.fileName) }
            findings.report(.sheetAndFile(sheet.name, file: table.fileName), at: sheet.location)
        }
        return rows
    }

    /// Whether there is a table.
    func holds(_ table: ReturnTable) -> Bool {
        sheet(table.sheet).map { !$0.isEmpty } ?? false || folder.holdsFile(table.fileName)
    }

    /// What a table is called in a sentence.
    func name(of table: ReturnTable) -> String {
        workbook == nil ? table.fileName : "the sheet \(words.title(of: table.sheet))"
    }

    /// Whether a table holds something like a mark, or something marked.
    func holdsMarks(_ table: ReturnTable) -> Bool {
        if let sheet = sheet(table.sheet), findings.holdsMarks(sheet.location.file, sheet: sheet.name) { return true }
        return findings.holdsMarks(folder.file(table.fileName).path)
    }

    /// Lets no report quote a table.
    func hide(_ table: ReturnTable) {
        if let sheet = sheet(table.sheet) { findings.hide(at: sheet.location) }
        findings.hide(folder.file(table.fileName).path)
    }

    /// Whether any file of the return holds something like a mark, or something marked.
    var holdMarks: Bool { paths.contains { findings.holdsMarks($0) } }

    /// Whether an error has been found in any file of the return.
    var holdErrors: Bool { paths.contains { findings.errorCount(in: $0) > 0 } }

    private var paths: [String] {
        returnFileNames.map { folder.file($0).path } + (workbook.map { [$0.file.path] } ?? [])
    }

    private func reportRepeatedSheets() {
        var seen: Set<WorkbookWords.SheetName> = []
        for sheet in workbook?.sheets ?? [] {
            guard let name = words.sheet(sheet.name), !seen.insert(name).inserted else { continue }
            findings.report(.secondSheet, at: sheet.location)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func unreadFile(_ name: String) -> Self {
        Self(
            .unreadFile,
            "the file is not read",
            hint: NearestName.of(name, among: returnFileNames).map { "did you mean `\(own: $0)`?" }
                ?? "a return's files: \(own: returnFileNames.inBackticks), or a workbook"
        )
    }

    /// About a workbook or a document of another kind, or `nil` if the file is none by its name.
    fileprivate static func oldFormat(_ name: String) -> Self? {
        switch name.lowercased().split(separator: ".").last {
        case "xls": .otherWorkbook("an Excel 97–2003 workbook")
        case "xlsb": .otherWorkbook("an Excel binary workbook")
        case "xlsm": .otherWorkbook("an Excel workbook with macros")
        case "ods": .otherWorkbook("an OpenDocument spreadsheet")
        case "numbers": .otherWorkbook("a spreadsheet of Apple Numbers")
        case "doc": .otherDocument("a Word 97–2003 document")
        case "docm": .otherDocument("a Word document with macros")
        case "rtf": .otherDocument("a rich text file (RTF)")
        case "odt": .otherDocument("an OpenDocument text")
        case "pages": .otherDocument("a document of Apple Pages")
        case "docx":
            Self(
                .unreadFile,
                "the document is not read",
                hint:
                    "if it is the statement, rename it to `\(own: statementDocument)`; otherwise take it out of the folder"
            )
        default: nil
        }
    }

    fileprivate static func secondWorkbook(beside first: String) -> Self {
        Self(
            .conflictingReturnFiles,
            "there are two workbooks, and only `\(first, from: .anywhere)` is read",
            hint: "keep the one that is meant, and move the other out of the folder"
        )
    }

    fileprivate static var secondSheet: Self {
        Self(
            .conflictingReturnFiles,
            "another sheet is of the same kind, and this one is not read",
            hint: "keep one of the two"
        )
    }

    fileprivate static func sheetAndFile(_ sheet: String, file: String) -> Self {
        Self(
            .conflictingReturnFiles,
            "the sheet `\(sheet)` and \(own: file) both say this, and only the sheet is read",
            hint: "move \(own: file) out of the folder, or delete the sheet"
        )
    }
}
