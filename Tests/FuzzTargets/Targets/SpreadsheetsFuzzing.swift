// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import TestSupport
import WorkspaceFiles

/// A workbook as sheets of cells, and as the return of the starter.
///
/// An input that begins with `===` is a list of parts, which are put into a good zip file.
struct SpreadsheetsFuzzing {
    let session: FuzzSession

    func run(_ bytes: [UInt8]) throws {
        let file = bytes.starts(with: "=== ".utf8) ? StoredZip.bytes(of: FileList.files(of: bytes)) : bytes
        let first = try read(file)
        try require(try read(file) == first, "the workbook is read in two ways")
        if bytes.fingerprint % 8 == 0 {
            var files = try session.starter()
            let folder = "returns/community-services/"
            for name in ["return.yaml", "actions.csv", "indicators.csv"] { files.remove(folder + name) }
            files[folder + "community-services.xlsx"] = .bytes(file)
            try WorkspaceRun(session: session).run(files)
        }
    }

    /// The cells of all sheets; each is where it says.
    private func read(_ file: [UInt8]) throws -> [String] {
        let findings = DiagnosticCollector()
        guard let workbook = Workbook(file, file: "a.xlsx", findings: findings, wants: { $0 == "Lists" ? false : true })
        else {
            try require(findings.count > 0, "a workbook is refused without a reason")
            return []
        }
        var cells: [String] = []
        for sheet in workbook.sheets {
            cells += sheet.entries(findings: findings).map { "\($0.what)=\($0.value)" }
            let table = SheetTable(sheet, findings: findings) { $0 == "unit" || $0 == "ref" ? $0 : nil }
            var last = (row: 0, column: 0)
            for row in table.rows {
                try require(row.count == table.rows.first?.count, "rows differ in length")
                for cell in row {
                    guard case .cell(_, let column, let row) = table.location(cell, column: nil).position else {
                        throw BrokenInvariant(description: "a cell has no place")
                    }
                    try require((row, column) > (last.row, last.column), "a cell is not after the one before it")
                    last = (row, column)
                    cells.append(table.string(cell) + (table.date(cell) ?? "") + (table.markdown(cell) ?? ""))
                }
            }
        }
        return cells + findings.report().map(\.line)
    }

    static var seeds: [[UInt8]] {
        var typed = WorkbookBuilder([
            .init(
                "Actions",
                [
                    ["Unit", "Ref", "Key action", "Status", "Reason", "Due", "Exempt"],
                    [
                        "libraries", "L1", "Open a branch", "not on course", "It rained.", .number("46000", "mmm-yy"),
                        .number("3"),
                    ],
                    [
                        "libraries", "L2",
                        .raw("<c REF t=\"inlineStr\"><is><r><rPr><b/></rPr><t>Shut</t></r></is></c>"), "done",
                    ],
                ]
            ),
            .init(
                "About",
                [
                    ["We report on", "actions"], ["Signed by", "director"],
                    ["Total: actions: libraries", .number("9", "#,##0")],
                ]
            ),
        ])
        typed.sheets[0].tail = "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"
        typed.fonts = ["<font><strike/></font>"]
        var strict = typed
        strict.isStrict = true
        strict.countsFrom1904 = true
        return [typed, strict].flatMap { book in
            [book.bytes, FileList.bytes(of: book.files.map { (path: $0.path, bytes: Array($0.text.utf8)) })]
        }
    }
}
