// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import ResourceLimits
package import WorkspaceFiles

/// An Excel workbook (Office Open XML, transitional or strict), of which the sheets that are wanted are read.
///
/// What a cell shows is what is read: `0.853` in the format `0.0%` is `85.3%`. Nothing is computed and nothing is fetched: a formula has the
/// value that Excel stored with it. What cannot be seen, or is not in a cell, is reported.
package struct Workbook: Sendable {
    /// The file, for diagnostics.
    package let file: SourceFile
    /// The sheets that were wanted, in their order.
    package private(set) var sheets: [WorkbookSheet] = []

    /// Reads a workbook; `nil`, and a diagnostic, if it cannot be read at all.
    ///
    /// - Parameter wants: whether a sheet of some name is read; `nil` for one that may be there and is not read.
    package init?(_ bytes: [UInt8], file: SourceFile, findings: DiagnosticCollector, wants: (String) -> Bool?) {
        self.file = file
        if let problem = Diagnostic.Message.problem(with: OfficeContainer(bytes)) {
            findings.report(problem, at: SourceLocation(in: file))
            return nil
        }
        do throws(OfficePackage.Fault) {
            var reader = try WorkbookReader(bytes, file: file, findings: findings)
            sheets = try reader.sheets(wants)
        } catch {
            findings.keepTogether(file.subject)
            findings.report(.unreadable(error), at: SourceLocation(in: file))
            return nil
        }
    }
}

extension OfficePackage {
    /// What a package is that is no workbook of Office Open XML, or `nil` if it may be one.
    ///
    /// - Parameter main: its main part.
    fileprivate func otherKind(main: String) -> String? {
        if main.hasPrefix("word/") { return "a Word document" }
        if main.hasPrefix("ppt/") { return "a PowerPoint presentation" }
        if main.hasSuffix(".bin") { return "an Excel binary workbook" }
        return holds("content.xml") && !holds(main) ? "an OpenDocument file" : nil
    }
}

/// Reads the parts of a workbook.
private struct WorkbookReader: ~Copyable {
    private var package: OfficePackage
    private let file: SourceFile
    private let findings: DiagnosticCollector
    private let part: WorkbookPart
    /// The parts that the workbook refers to.
    private let relationships: [PartRelationship]
    private var context: SheetReader.Context

    init(_ bytes: [UInt8], file: SourceFile, findings: DiagnosticCollector) throws(OfficePackage.Fault) {
        var package = try OfficePackage.open(bytes)
        let main = try package.mainPart() ?? "xl/workbook.xml"
        if let kind = package.otherKind(main: main) { throw .otherKind(kind) }
        let part = WorkbookPart()
        guard try package.read(main, with: part), !part.sheets.isEmpty else { throw .damaged }
        if part.isCut { throw .tooLarge }
        let relationships = try package.relationships(of: main).filter { !$0.isExternal }
        let strings = SharedStringReader()
        if let target = relationships.first(where: { $0.type == "sharedStrings" })?.target {
            guard try package.read(target, with: strings) else { throw .damaged }
            if strings.isCut { throw .tooLarge }
        }
        let styles = StyleReader()
        if let target = relationships.first(where: { $0.type == "styles" })?.target {
            guard try package.read(target, with: styles) else { throw .damaged }
            if styles.isCut { throw .tooLarge }
        }
        context = SheetReader.Context(strings: strings.strings, styles: StyleSheet(styles), dates: part.dates)
        self.package = package
        self.file = file
        self.findings = findings
        self.part = part
        self.relationships = relationships
    }

    mutating func sheets(_ wants: (String) -> Bool?) throws(OfficePackage.Fault) -> [WorkbookSheet] {
        var sheets: [WorkbookSheet] = []
        var targets: Set<String> = []
        for sheet in part.sheets {
            guard let relationship = relationships.first(where: { $0.id == sheet.relationship }) else { throw .damaged }
            // A chart on a sheet of its own is no sheet of cells.
            guard relationship.type == "worksheet", let isWanted = wants(sheet.name) else { continue }
            let target = relationship.target
            guard targets.insert(target).inserted else { throw .damaged }
            let reader = SheetReader(context, wantsOnlyOne: !isWanted)
            guard try package.read(target, with: reader), !reader.isDisordered else { throw .damaged }
            if reader.isCut { throw .tooLarge }
            if isWanted {
                sheets.append(try read(sheet, reader, target: target))
            } else if !reader.cells.isEmpty {
                reportUnread(sheet)
            }
        }
        return sheets
    }

    private mutating func read(
        _ sheet: WorkbookPart.Sheet,
        _ reader: SheetReader,
        target: String
    ) throws(OfficePackage.Fault) -> WorkbookSheet {
        let merged = MergedCells(reader)
        guard !merged.isCut,
            let read = WorkbookSheet(reader, name: sheet.name, file: file, context: context, fills: merged.fills)
        else { throw .tooLarge }
        findings.remember(read.text)
        let report = SheetReport(sheet: read, findings: findings)
        if sheet.isHidden, !read.rows.isEmpty { report.hiddenSheet() }
        report.hiddenRows(reader.rows)
        report.hiddenColumns(reader.hiddenColumns)
        report.covered(merged.covered)
        for (cell, problem) in reader.problems { report.problem(problem, at: cell) }
        report.pageTexts(reader.pageTexts)
        for part in try package.relationships(of: target) where !part.isExternal {
            switch part.type {
            case "comments", "threadedComment":
                let comments = CommentReader()
                try package.read(part.target, with: comments)
                if comments.isCut { throw .tooLarge }
                report.comments(comments.comments)
            case "drawing":
                let drawing = DrawingReader()
                try package.read(part.target, with: drawing)
                if drawing.isCut { throw .tooLarge }
                report.drawn(drawing.drawn)
            default: break
            }
        }
        return read
    }

    private func reportUnread(_ sheet: WorkbookPart.Sheet) {
        let isLikeMark = findings.screen?.resemblesMark(sheet.name, about: file.subject) == true
        if isLikeMark { findings.hide(file.path) }
        findings.report(.unreadSheet(sheet.name, isHidden: sheet.isHidden), at: SourceLocation(in: file))
    }
}

extension Diagnostic.Message {
    /// How somebody makes a workbook of something else.
    private static let saveAs: DiagnosticText = "in Excel choose File, Save As, and the type “Excel Workbook (*.xlsx)”"

    /// Why a file is not read as a workbook, or `nil` if it may be one.
    fileprivate static func problem(with container: OfficeContainer) -> Self? {
        switch container {
        case .package: nil
        case .empty: emptyWorkbook
        case .locked: unreadable(.locked)
        case .old: otherWorkbook("an Excel 97–2003 workbook")
        case .richText, .other: notAWorkbook
        }
    }

    fileprivate static var emptyWorkbook: Self {
        Self(
            .unreadableWorkbook,
            "the workbook is an empty file",
            hint: "it may not have been downloaded yet: open it in Excel, and save it here again"
        )
    }

    /// A workbook of a kind that is not read.
    package static func otherWorkbook(_ kind: String) -> Self {
        Self(.unreadableWorkbook, "this is \(own: kind), which is not read", hint: saveAs)
    }

    fileprivate static var notAWorkbook: Self {
        Self(
            .unreadableWorkbook,
            "this is no Excel workbook, although its name ends so",
            hint: "open it in Excel; \(saveAs)"
        )
    }

    fileprivate static func unreadable(_ fault: OfficePackage.Fault) -> Self {
        switch fault {
        case .otherKind(let kind): otherWorkbook(kind)
        case .damaged:
            Self(
                .unreadableWorkbook,
                "the workbook is damaged, or was not saved to its end",
                hint: "open it in Excel, and save it again"
            )
        case .locked:
            Self(
                .unreadableWorkbook,
                "the workbook is locked with a password",
                hint:
                    "in Excel choose File, Info, Protect Workbook, Encrypt with Password; delete the password, and save"
            )
        case .tooLarge:
            Self(
                .unreadableWorkbook,
                "the workbook is larger than a return can be",
                hint: "delete the sheets, rows and columns that are not part of the return"
            )
        }
    }

    fileprivate static func unreadSheet(_ name: String, isHidden: Bool) -> Self {
        Self(
            .unreadSheet,
            "the sheet `\(name.shortened)`\(own: isHidden ? ", which is hidden," : "") is not read",
            hint: "delete it, or give it the name of the sheet that it is meant to be"
        )
    }
}
