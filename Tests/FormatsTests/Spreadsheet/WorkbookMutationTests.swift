// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Glibc
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats

/// Damaged workbooks: each ends in a reading or in a problem, in bounded time and memory.
struct WorkbookMutationTests {
    /// Three hundred, or as many as `CLEARDAYS_MUTATIONS` says.
    private static let count = ProcessInfo.processInfo.environment["CLEARDAYS_MUTATIONS"].flatMap { Int($0) } ?? 300

    private static let whole: WorkbookBuilder = {
        var sheet = WorkbookBuilder.Sheet(
            "Actions",
            [["unit", "ref", "due", "exempt"]]
                + (1...20).map { row in
                    [
                        "sport", .text("S\(row)"), .number("\(40_000 + row)", "dd/mm/yyyy"),
                        .raw("<c REF t=\"inlineStr\"><is><r><rPr><b/></rPr><t>3</t></r></is></c>"),
                    ]
                }
        )
        sheet.head = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"
        sheet.tail = "<mergeCells><mergeCell ref=\"A2:A9\"/></mergeCells>"
        sheet.comments =
            "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><commentList><comment ref=\"A2\"><text><t>x</t></text></comment></commentList></comments>"
        sheet.drawing = WorkbookBuilder.textBox("x", column: 3, row: 3)
        return WorkbookBuilder([sheet, .init("About", [["Received", "x"]])])
    }()

    private func read(_ bytes: [UInt8]) -> Reading<Int?> {
        Reading { findings in
            let workbook = Workbook(bytes, file: "a.xlsx", findings: findings) { _ in true }
            return workbook?.sheets.reduce(0) { sum, sheet in
                let table = SheetTable(sheet, findings: findings) {
                    ["unit", "ref", "due", "exempt"].contains($0) ? $0 : nil
                }
                let cells = table.rows.reduce(0) { sum, row in
                    sum + row.reduce(0) { $0 + table.string($1).utf8.count + (table.date($1)?.utf8.count ?? 0) }
                }
                return sum + cells + sheet.entries(findings: findings).count
            }
        }
    }

    @Test func `a damaged workbook is read, or its problem is reported`() {
        var random = SeededGenerator(seed: 16)
        let damage = PackageDamage(bytes: Self.whole.bytes, parts: Self.whole.files)
        let before = Self.peakMemory
        var refused = 0
        for number in 0..<Self.count {
            let bytes = damage.damaged(&random)
            let reading = read(bytes)
            if reading.value == nil {
                refused += 1
                #expect(!reading.diagnostics.isEmpty, "mutation \(number) is refused without a reason")
            }
            #expect(reading.lines == read(bytes).lines, "mutation \(number) is read in two ways")
        }
        #expect(refused > Self.count / 10)
        #expect(refused < Self.count)
        if Self.isAlone { #expect(Self.peakMemory - before < 512 << 10) }
    }

    /// Whether time and memory are asserted: only where no other tests run in the same process.
    private static let isAlone = ProcessInfo.processInfo.environment["CLEARDAYS_MEASURED"] != nil

    /// The most memory that the process has had, in kilobytes.
    private static var peakMemory: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }

    // MARK: - Bombs

    /// A workbook that asks for much work.
    struct Bomb: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]

        init(_ name: String, _ bytes: [UInt8]) {
            testDescription = name
            self.bytes = bytes
        }
    }

    private static func sheet(_ rows: String) -> [UInt8] {
        var book = whole
        book.parts["xl/worksheets/sheet1.xml"] =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>\(rows)</sheetData></worksheet>"
        return book.bytes
    }

    @Test(arguments: [
        Bomb("rows", sheet(String(repeating: "<row><c><v>1</v></c></row>", count: 40_000))),
        Bomb(
            "rows that are far apart",
            sheet(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"
            )
        ),
        Bomb("columns", sheet("<row r=\"1\">" + (1...16_384).map { _ in "<c><v>1</v></c>" }.joined() + "</row>")),
        Bomb(
            "wide rows",
            sheet(
                (1...5_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c><c r=\"SF\($0)\"><v>1</v></c></row>" }
                    .joined()
            )
        ),
        Bomb(
            "merged ranges",
            sheet(
                (1...2_000).map { "<row r=\"\($0)\"><c r=\"B\($0)\"><v>1</v></c></row>" }.joined()
                    + "</sheetData><mergeCells>"
                    + String(repeating: "<mergeCell ref=\"A1:XFD1048576\"/>", count: 40_000)
                    + "</mergeCells><sheetData>"
            )
        ),
        Bomb(
            "a long cell",
            sheet("<row><c t=\"inlineStr\"><is><t>\(String(repeating: "x", count: 5_000_000))</t></is></c></row>")
        ),
        Bomb(
            "runs",
            sheet(
                "<row><c t=\"inlineStr\"><is>\(String(repeating: "<r><rPr><b/></rPr><t>x</t></r><r><t>y</t></r>", count: 50_000))</is></c></row>"
            )
        ),
        Bomb("depth", sheet(String(repeating: "<row>", count: 40_000))),
        Bomb("digits", sheet("<row><c><v>\(String(repeating: "9", count: 1_000_000))</v></c></row>")),
    ])
    func `a workbook that asks for much work is done with soon`(bomb: Bomb) {
        let clock = ContinuousClock()
        let before = Self.peakMemory
        let time = clock.measure { _ = read(bomb.bytes) }
        guard Self.isAlone else { return }
        #expect(time < .seconds(20), "\(time)")
        #expect(Self.peakMemory - before < 512 << 10)
    }

    @Test func `a part that is packed to a thousandth is refused`() throws {
        let folder = try TemporaryFolder(
            Dictionary(uniqueKeysWithValues: Self.whole.files.map { ("in/" + $0.path, Array($0.text.utf8)) })
        )
        let program = """
            import os, zipfile
            z = zipfile.ZipFile('a.xlsx', 'w', zipfile.ZIP_DEFLATED)
            for top, _, names in os.walk('in'):
                for name in names:
                    path = os.path.join(top, name)
                    z.writestr(path[3:], open(path, 'rb').read() + (b' ' * 100_000_000 if name == 'sheet1.xml' else b''))
            z.close()
            """
        let outcome = try Command.run("/usr/bin/python3", ["-c", program], in: folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let reading = read(try folder.bytes(of: "a.xlsx"))
        #expect(reading.lines == ["error a.xlsx: the workbook is larger than a return can be"])
    }

    // MARK: - More than is read

    /// What is told of a workbook with one sheet.
    private func problems(_ workbook: WorkbookBuilder) -> [String] {
        let reading = Reading { findings in
            Workbook(workbook.bytes, file: "a.xlsx", findings: findings) { _ in true } == nil
        }
        return reading.diagnostics.map(\.message)
    }

    private static let tooLarge = ["the workbook is larger than a return can be"]
    private static let broken = ["the workbook is damaged, or was not saved to its end"]

    @Test func `a text that very many cells share does not grow without bound`() {
        let cell = WorkbookBuilder.Cell.raw("<c REF t=\"s\"><v>0</v></c>")
        var workbook = WorkbookBuilder([.init("Actions", Array(repeating: [cell], count: 1_000))])
        workbook.sharedStrings = ["<si><t>\(String(repeating: "a", count: 1 << 20))</t></si>"]
        #expect(problems(workbook) == Self.tooLarge)
    }

    @Test func `ranges merged again and again over a wide row are not gone through`() {
        var sheet = WorkbookBuilder.Sheet("Actions", [Array(repeating: "x", count: 400)])
        sheet.tail =
            "<mergeCells>" + String(repeating: "<mergeCell ref=\"A1:XFD1\"/>", count: 40_000) + "</mergeCells>"
        #expect(problems(WorkbookBuilder([sheet])) == Self.tooLarge)
    }

    @Test func `very many descriptions of columns are not gone through`() {
        var sheet = WorkbookBuilder.Sheet("Actions", [["x"]])
        let column = "<col min=\"9\" max=\"9\" hidden=\"1\"/>"
        sheet.head = "<cols>" + String(repeating: column, count: 20_000) + "</cols>"
        #expect(problems(WorkbookBuilder([sheet])) == Self.tooLarge)
    }

    @Test func `a text that is not among those that cells share is damage: it may be a mark`() {
        let cell = WorkbookBuilder.Cell.raw("<c REF t=\"s\"><v>99999</v></c>")
        #expect(problems(WorkbookBuilder([.init("Actions", [["x", cell]])])) == Self.broken)
    }

    @Test func `a flag without a value is an empty cell, and a text of its own needs no type`() throws {
        let row: [WorkbookBuilder.Cell] = [
            .raw("<c REF t=\"b\"/>"), .raw("<c REF><is><t>3</t></is></c>"), .raw("<c REF t=\"s\"/>"),
        ]
        let reading = Reading { findings in
            Workbook(WorkbookBuilder([.init("Actions", [row])]).bytes, file: "a.xlsx", findings: findings) { _ in true }
        }
        let sheet = try #require(reading.value?.sheets.first)
        #expect(sheet.cells.map { Int($0.column) } == [2])
        #expect(sheet.string(0) == "3")
    }

}
