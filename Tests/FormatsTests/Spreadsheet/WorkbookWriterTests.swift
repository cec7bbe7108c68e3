// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats

/// Workbooks that are handed out, read again cell by cell.
struct WorkbookWriterTests {
    private func contents(_ columns: [WorkbookContents.Column], _ rows: [[WorkbookContents.Cell]]) -> WorkbookContents {
        WorkbookContents(
            title: "Works",
            sheets: [WorkbookContents.Sheet(name: "Actions", columns: columns, rows: rows)],
            listSheet: "Lists"
        )
    }

    /// The cells as `B2=words`, and what is reported.
    private func read(_ bytes: [UInt8]) -> Reading<[String]> {
        Reading { findings in
            let workbook = Workbook(bytes, file: "a.xlsx", findings: findings) { $0 == "Lists" ? nil : true }
            return (workbook?.sheets ?? []).flatMap { sheet in
                sheet.rows.flatMap { row in
                    row.cells.map { cell in
                        "\(WorkbookBuilder.letters(Int(sheet.cells[cell].column)))\(row.number)=\(sheet.string(cell))"
                    }
                }
            }
        }
    }

    /// A part of a workbook as a text.
    private func part(_ path: String, of bytes: [UInt8]) throws -> String {
        let archive = try ZipArchive(bytes: bytes)
        let entry = try #require(try archive.entries(atMost: 100).first { $0.path == path })
        var content: [UInt8] = []
        try archive.read(entry, atMost: 1_000_000) { chunk in
            content += chunk
            return true
        }
        return String(decoding: content, as: UTF8.self)
    }

    @Test func `cells show what was written`() throws {
        let day = try #require(CalendarDate("2026-03-31"))
        let bytes = try WorkbookWriter.bytes(
            of: contents(
                [
                    .init("Ref", width: 8, format: .text), .init("Due", width: 12, format: .date),
                    .init("Figure", width: 9),
                ],
                [
                    [.text("3.10"), .date(day), .number(0.6869, format: "0.00%")],
                    [.text("=1+1"), .month(day), .text("a\r\nb <&> \"c\" £’")],
                    [.empty, .empty, .number(2055, format: "#,##0")],
                ]
            )
        )
        let reading = read(bytes)
        #expect(
            reading.value == [
                "A1=Ref", "B1=Due", "C1=Figure", "A2=3.10", "B2=31 March 2026", "C2=68.69%", "A3==1+1", "B3=March 2026",
                "C3=a\nb <&> \"c\" £’", "C4=2,055",
            ]
        )
        #expect(reading.lines == [])
    }

    @Test func `headings stay in sight and are locked, and the words of lists are on a hidden sheet`() throws {
        let words = (1...60).map { "Choice \($0), with a comma" }
        let bytes = try WorkbookWriter.bytes(
            of: contents(
                [
                    .init("Unit", width: 8, choices: .init(words, isClosed: true), hint: "Choose one."),
                    .init("Figure", width: 8, choices: .init(["[x]"], isClosed: false)),
                    .init("Again", width: 8, choices: .init(words, isClosed: true)),
                ],
                []
            )
        )
        let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(sheet.contains("state=\"frozen\""))
        #expect(sheet.contains("<sheetProtection sheet=\"1\""))
        #expect(sheet.contains("<formula1>'Lists'!$A$1:$A$60</formula1>"))
        #expect(sheet.contains("<formula1>'Lists'!$B$1:$B$1</formula1>"))
        #expect(sheet.contains("prompt=\"Choose one.\""))
        #expect(sheet.split(separator: "showErrorMessage=\"1\"").count == 3)
        #expect(try part("xl/workbook.xml", of: bytes).contains("name=\"Lists\" sheetId=\"2\" state=\"hidden\""))
        #expect(try part("docProps/custom.xml", of: bytes).contains("name=\"Form version\""))
        #expect(read(bytes).lines == [])
    }

    @Test func `a text that no cell can hold is refused with its row`() {
        let text = String(repeating: "x", count: 32_768)
        #expect(throws: WorkbookWritingError.textTooLong(sheet: "Actions", row: 3)) {
            _ = try WorkbookWriter.bytes(of: contents([.init("A", width: 8)], [[.empty], [.text(text)]]))
        }
    }

    @Test func `what looks like an escaped letter is text`() throws {
        let bytes = try WorkbookWriter.bytes(of: contents([.init("A", width: 8)], [[.text("_x0041_ and _xyz")]]))
        #expect(read(bytes).value == ["A1=A", "A2=_x0041_ and _xyz"])
    }

    @Test(arguments: ["History/2026", "'quoted'", String(repeating: "x", count: 32), "lists"])
    func `a name that no sheet can have is refused`(name: String) {
        var contents = contents([.init("A", width: 8, choices: .init(["a"], isClosed: true))], [])
        contents.sheets.append(.init(name: name, columns: [], rows: []))
        contents.listSheet = name == "lists" ? "LISTS" : contents.listSheet
        let refused = name == "lists" ? "LISTS" : name
        #expect(throws: WorkbookWritingError.sheetName(refused)) { _ = try WorkbookWriter.bytes(of: contents) }
    }

    @Test func `more columns than Excel has are refused`() {
        let columns = (0..<70_000).map { WorkbookContents.Column("C\($0)", width: 8) }
        #expect(throws: WorkbookWritingError.tooManyCells(sheet: "Actions")) {
            _ = try WorkbookWriter.bytes(of: contents(columns, []))
        }
    }

    @Test func `the same contents have the same bytes`() throws {
        let contents = contents(
            [
                .init("A", width: 8, choices: .init(["a", "b"], isClosed: true)),
                .init("B", width: 8, choices: .init(["c"], isClosed: true)),
            ],
            [[.text("x"), .number(1, format: "0")]]
        )
        #expect(try WorkbookWriter.bytes(of: contents) == WorkbookWriter.bytes(of: contents))
    }
}
