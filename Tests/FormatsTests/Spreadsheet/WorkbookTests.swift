// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats

/// Workbooks as Excel and others write them, read cell by cell.
struct WorkbookTests {
    private typealias Cell = WorkbookBuilder.Cell
    private typealias Sheet = WorkbookBuilder.Sheet

    /// The cells of the first sheet as `B2=words`, and what is reported.
    private func read(_ workbook: WorkbookBuilder) -> Reading<[String]> { read(workbook.bytes) }

    private func read(_ bytes: [UInt8]) -> Reading<[String]> {
        Reading { findings in
            let workbook = Workbook(bytes, file: "a.xlsx", findings: findings) { $0 != "Notes" }
            guard let sheet = workbook?.sheets.first else { return [] }
            return sheet.rows.flatMap { row in
                row.cells.map { cell in
                    let words = sheet.markdown[cell].map { String(decoding: $0, as: UTF8.self) } ?? sheet.string(cell)
                    return "\(WorkbookBuilder.letters(Int(sheet.cells[cell].column)))\(row.number)=\(words)"
                }
            }
        }
    }

    private func sheet(_ rows: [[Cell]], _ change: (inout Sheet) -> Void = { _ in }) -> WorkbookBuilder {
        var sheet = Sheet("Actions", rows)
        change(&sheet)
        return WorkbookBuilder([sheet])
    }

    // MARK: - What a cell shows

    @Test func `numbers, dates and flags are read as their cells show them`() {
        let reading = read(
            sheet([
                [.number("0.853", "0.0%"), .number("40268", "dd/mm/yyyy;@"), .number("2745000", "[$£-809]#,##0")],
                [.number("0.30000000000000004"), .number("40268", "#!14"), .number("0.5", "#!9")],
                [.raw("<c REF t=\"b\"><v>1</v></c>"), .raw("<c REF t=\"b\"><v>0</v></c>")],
                [
                    .raw("<c REF t=\"d\" s=\"STYLE(d mmm yyyy)STYLE\"><v>2010-03-31T00:00:00</v></c>"),
                    .number("1.5E+3", "#,##0"),
                ],
            ])
        )
        #expect(
            reading.value == [
                "A1=85.3%", "B1=31/03/2010", "C1=£2,745,000", "A2=0.3", "B2=31/03/2010", "C2=50%", "A3=TRUE",
                "B3=FALSE",
                "A4=31 Mar 2010", "B4=1,500",
            ]
        )
        #expect(reading.lines == [])
    }

    @Test func `texts are shared, inline, or the values of formulas`() {
        var workbook = sheet([
            [.text("one"), .raw("<c REF t=\"inlineStr\"><is><t>two</t></is></c>")],
            [
                .raw("<c REF t=\"str\"><f>A1&amp;\"x\"</f><v>onex</v></c>"),
                .raw("<c REF><f t=\"shared\" ref=\"B2:B3\" si=\"0\">1+1</f><v>2</v></c>"),
            ],
            [.text("one"), .raw("<c REF><f t=\"shared\" si=\"0\"/><v>3</v></c>")],
            [
                .raw("<c REF t=\"str\"><f>\"\"</f><v></v></c>"),
                .raw("<c REF t=\"inlineStr\"><is><r><t>th</t></r><r><t>ree</t></r></is></c>"),
            ],
        ])
        workbook.sharedStrings = ["<si><t>zero</t></si>"]
        let reading = read(workbook)
        #expect(reading.value == ["A1=one", "B1=two", "A2=onex", "B2=2", "A3=one", "B3=3", "B4=three"])
        #expect(reading.lines == [])
    }

    @Test func `runs are joined with their emphasis, and how they are pronounced is passed over`() {
        var workbook = sheet([(0..<5).map { Cell.raw("<c REF t=\"s\"><v>\($0)</v></c>") }])
        workbook.sharedStrings = [
            "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">Prevention. </t></r><r><t>It works.</t></r></si>",
            "<si><r><t xml:space=\"preserve\">See </t></r><r><rPr><i/><color rgb=\"FF0000\"/></rPr><t>Hansard</t></r></si>",
            "<si><r><rPr><b/><i/></rPr><t>both</t></r><r><rPr><b val=\"0\"/></rPr><t> none</t></r></si>",
            "<si><t>課</t><rPh sb=\"0\" eb=\"1\"><t>カ</t></rPh><phoneticPr fontId=\"1\"/></si>",
            "<si><r><rPr><b/></rPr><t>first\nsecond</t></r></si>",
        ]
        let reading = read(workbook)
        #expect(
            reading.value == [
                "A1=**Prevention.** It works.", "B1=See *Hansard*", "C1=***both*** none", "D1=課",
                "E1=**first**\n**second**",
            ]
        )
        #expect(reading.lines == [])
    }

    @Test(arguments: [
        ("one_x000D_\ntwo", "one\ntwo"), ("one_x000A_two", "one\ntwo"), ("a_x005F_x000D_b", "a_x000D_b"),
        ("a_x0009_b", "a\tb"),
        ("tab\there", "tab\there"), ("_x00e9_", "é"), ("_x00", "_x00"), ("_xZZZZ_", "_xZZZZ_"),
        ("line one\r\nline two", "line one\nline two"),
        ("e\u{301}", "é"), ("  spaces  ", "  spaces  "), ("one_x000B_two", "one\ntwo"),
    ])
    func `escapes and line ends are decoded`(stored: String, shown: String) {
        let reading = read(sheet([[.text(stored)]]))
        #expect(reading.value == ["A1=\(shown)"])
        #expect(reading.lines == [])
    }

    @Test func `a control character is reported and left out`() {
        let reading = read(sheet([["x", .text("a_x0007_b")]]))
        #expect(reading.value == ["A1=x", "B1=ab"])
        #expect(
            reading.lines == ["error a.xlsx, Actions!B1: the cell holds a character that cannot be printed (U+0007)"]
        )
    }

    @Test func `the stored number and the date are kept beside what is shown`() throws {
        let bytes = sheet([
            ["unit", "due", "forecast"], ["sport", .number("40268", "mmm-yy"), .number("0.8534567", "0%")],
        ]).bytes
        let findings = DiagnosticCollector()
        let workbook = try #require(Workbook(bytes, file: "a.xlsx", findings: findings) { _ in true })
        let table = SheetTable(workbook.sheets[0], findings: findings) { $0 }
        #expect(table.rows.map { $0.map(table.string) } == [["unit", "due", "forecast"], ["sport", "Mar-10", "85%"]])
        #expect((3..<6).map(table.number) == [nil, 40268, 0.8534567])
        #expect((3..<6).map(table.date) == [nil, "2010-03", nil])
        #expect(table.location(5, column: "forecast").description == "a.xlsx, Actions!C2 (forecast)")
    }

    @Test func `a sheet of more cells than can be read is read no further`() {
        let names = (1...Limits.mostColumns).map { Cell.text("c\($0)") }
        let rows = Array(repeating: [Cell.text("x")], count: Limits.mostFields / Limits.mostColumns)
        let reading = Reading { findings in
            let workbook = Workbook(sheet([names] + rows).bytes, file: "a.xlsx", findings: findings) { _ in true }
            return workbook.map { SheetTable($0.sheets[0], findings: findings) { $0 }.rows.count }
        }
        #expect(reading.value == 8_000)
        #expect(reading.lines == ["error a.xlsx, Actions!8001: the sheet has more than 4000000 cells"])
        #expect(
            reading.diagnostics.map(\.hint) == [
                "it is read no further: delete the rows and columns in which nothing stands"
            ]
        )
    }

    @Test func `days are counted from 1904 where the workbook says so`() {
        var workbook = sheet([[.number("38806", "yyyy-mm-dd")]])
        workbook.countsFrom1904 = true
        #expect(read(workbook).value == ["A1=2010-03-31"])
    }

    @Test func `a strict workbook is read, and one whose cells have no names`() {
        var strict = sheet([["a", .number("0.5", "0%")]])
        strict.isStrict = true
        #expect(read(strict).value == ["A1=a", "B1=50%"])
        var nameless = sheet([["a", .blank, "c"], ["d"]])
        nameless.namesCells = false
        #expect(read(nameless).value == ["A1=a", "C1=c", "A2=d"])
    }

    @Test func `extensions are passed over, and of alternatives the fallback is read`() {
        let names = "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:x14ac=\"urn:x14ac\""
        let reading = read(
            sheet([
                [.raw("<c REF t=\"str\" x14ac:dyDescent=\"0.3\" \(names)><v>seen</v><x14ac:v>not seen</x14ac:v></c>")],
                [
                    .raw(
                        """
                        <mc:AlternateContent \(names)><mc:Choice Requires="x14"><c REF t="str"><v>new</v></c></mc:Choice>\
                        <mc:Fallback><c REF t="str"><v>old</v></c></mc:Fallback></mc:AlternateContent>
                        """
                    )
                ],
            ]) { $0.tail = "<extLst><ext uri=\"x\"><c><v>7</v></c></ext></extLst>" }
        )
        #expect(reading.value == ["A1=seen", "A2=old"])
        #expect(reading.lines == [])
    }

    @Test func `merged cells fill down, and what they cover is reported`() {
        let reading = read(
            sheet([
                ["unit", "ref", "x"], ["sport", "S1"], [.blank, "S2"], ["hidden", "S3"], [.blank, .blank],
                [.blank, "S4"],
            ]) {
                $0.tail = "<mergeCells count=\"2\"><mergeCell ref=\"A2:A5\"/><mergeCell ref=\"B1:C1\"/></mergeCells>"
            }
        )
        #expect(
            reading.value == [
                "A1=unit", "B1=ref", "C1=x", "A2=sport", "B2=S1", "A3=sport", "B3=S2", "A4=hidden", "B4=S3", "B6=S4",
            ]
        )
        #expect(
            reading.lines == [
                "error a.xlsx, Actions!C1: the cell is covered by a merged cell, and something stands in it",
                "error a.xlsx, Actions!A4: the cell is covered by a merged cell, and something stands in it",
            ]
        )
    }

    // MARK: - What is reported

    @Test(arguments: [
        ("<c REF t=\"e\"><v>#NAME?</v></c>", "the cell shows the error `#NAME?`"),
        ("<c REF t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "the cell shows the error `#DIV/0!`"),
        ("<c REF t=\"e\"><v>#Secret</v></c>", "the cell shows the error `#ERROR!`"),
        ("<c REF><f>A1+1</f></c>", "the formula in the cell has no value yet"),
        ("<c REF s=\"STYLE(dd/mm/yyyy)STYLE\"><v>-5</v></c>", "the cell shows `#####`: its number is no date"),
        (
            "<c REF s=\"STYLE(;;;)STYLE\"><v>5</v></c>",
            "something stands in the cell that its number format does not show"
        ),
        (
            "<c REF t=\"str\" s=\"STYLE(FONT1 General)STYLE\"><v>old</v></c>",
            "text in the cell is struck out, and would be printed"
        ),
        (
            "<c REF t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>old</t></r><r><t> new</t></r></is></c>",
            "text in the cell is struck out, and would be printed"
        ),
    ])
    func `a cell without a good value is reported`(element: String, message: String) {
        var workbook = sheet([["a", "b"], ["c", .raw(element)]])
        workbook.fonts = ["<font><strike/></font>"]
        #expect(read(workbook).lines == ["error a.xlsx, Actions!B2: \(message)"])
    }

    @Test func `hidden rows, columns and sheets that say something are reported`() {
        var workbook = sheet([["a", "b", "c"], ["1", "2"], ["3", "4"], [.blank], ["5", "6", "7"]]) {
            $0.head = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"4\" max=\"16384\" hidden=\"1\"/></cols>"
            $0.rowAttributes = [2: "hidden=\"1\"", 3: "hidden=\"1\"", 4: "hidden=\"1\""]
            $0.state = "veryHidden"
        }
        workbook.sheets.append(Sheet("Empty", []))
        workbook.sheets[1].state = "hidden"
        #expect(
            read(workbook).lines == [
                "error a.xlsx, Actions: the sheet is hidden, and would be printed",
                "error a.xlsx, Actions!B: the column is hidden, and something stands in it",
                "error a.xlsx, Actions!2: 2 rows are hidden, perhaps by a filter, and would be printed",
            ]
        )
    }

    @Test func `comments are reported, each once`() {
        let comments = """
            <comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>x</author></authors>\
            <commentList><comment ref="B2" authorId="0"><text><r><t>Is this right?</t></r></text></comment></commentList></comments>
            """
        let threaded = """
            <ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">\
            <threadedComment ref="B2" id="{1}"><text>Is this right?</text></threadedComment>\
            <threadedComment ref="A1" id="{2}"><text>And this?</text></threadedComment></ThreadedComments>
            """
        let reading = read(
            sheet([["a", "b"], ["c", "d"]]) {
                $0.comments = comments
                $0.threadedComments = threaded
            }
        )
        #expect(
            reading.lines
                == [
                    "warning a.xlsx, Actions!A1: the cell has a comment, which no paper prints",
                    "warning a.xlsx, Actions!B2: the cell has a comment, which no paper prints",
                    "warning a.xlsx, Actions!B2: the cell has a comment, which no paper prints",
                ].uniqued
        )
    }

    @Test func `text boxes and pictures over the cells are reported at the cells that they begin in`() {
        let picture =
            "<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>4</xdr:row></xdr:from><xdr:pic/></xdr:oneCellAnchor>"
        let chart = "<xdr:absoluteAnchor><xdr:graphicFrame/></xdr:absoluteAnchor>"
        let newer =
            "<mc:AlternateContent><mc:Choice Requires=\"a14\">"
            + WorkbookBuilder.textBox("In the newer form only", column: 1, row: 1)
            + "</mc:Choice><mc:Fallback/></mc:AlternateContent>"
        let corner = "<xdr:from><xdr:col>1</xdr:col><xdr:row>8</xdr:row></xdr:from>"
        let within =
            "<xdr:twoCellAnchor>\(corner)<mc:AlternateContent><mc:Choice Requires=\"a14\"><xdr:sp><a:p><a:r><a:t>In it</a:t></a:r></a:p></xdr:sp>"
            + "</mc:Choice><mc:Fallback/></mc:AlternateContent></xdr:twoCellAnchor>"
        let reading = read(
            sheet([["a", "b"], ["c", "d"]]) {
                $0.drawing =
                    WorkbookBuilder.textBox("Check with Jo.", column: 2, row: 6) + picture + chart
                    + WorkbookBuilder.textBox(" ", column: 2, row: 8) + within + newer
            }
        )
        #expect(
            reading.lines == [
                "warning a.xlsx, Actions!A1: a text box stands over the cells, and no paper prints its words",
                "warning a.xlsx, Actions!A5: a picture stands over the cells, which no paper prints",
                "warning a.xlsx, Actions!C7: a text box stands over the cells, and no paper prints its words",
                "warning a.xlsx, Actions!B9: a text box stands over the cells, and no paper prints its words",
            ]
        )
    }

    @Test func `a sheet that is not read is reported if anything stands in it`() {
        var workbook = sheet([["a"]])
        workbook.sheets += [Sheet("Notes", [["x"]]), Sheet("Blank", [[.blank]])]
        let reading = Reading { findings in
            Workbook(workbook.bytes, file: "a.xlsx", findings: findings) { name in name == "Actions" }?.sheets.count
        }
        #expect(reading.value == 1)
        #expect(reading.lines == ["warning a.xlsx: the sheet `Notes` is not read"])
    }

    // MARK: - What is no workbook

    @Test(
        arguments: [
            ([], "the workbook is an empty file"),
            (Array("unit,ref\n".utf8), "this is no Excel workbook, although its name ends so"),
            (Array("<html><table>".utf8), "this is no Excel workbook, although its name ends so"),
            (
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0],
                "this is an Excel 97–2003 workbook, which is not read"
            ),
            (
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array("EncryptedPackage".utf8).flatMap { [$0, 0] },
                "the workbook is locked with a password"
            ),
            ([0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "the workbook is damaged, or was not saved to its end"),
            (StoredZip.bytes(of: [("x.txt", [1])]), "the workbook is damaged, or was not saved to its end"),
            (
                StoredZip.bytes(of: [("mimetype", [1]), ("content.xml", [1])]),
                "this is an OpenDocument file, which is not read"
            ),
        ] as [([UInt8], String)]
    )
    func `a file that is no workbook is refused for what it is`(bytes: [UInt8], message: String) {
        #expect(read(bytes).lines == ["error a.xlsx: \(message)"])
    }

    @Test(arguments: [
        ("word/document.xml", "a Word document"), ("xl/workbook.bin", "an Excel binary workbook"),
        ("ppt/presentation.xml", "a PowerPoint presentation"),
    ])
    func `another file of Office is refused for what it is`(main: String, kind: String) {
        var workbook = sheet([["a"]])
        workbook.parts["_rels/.rels"] = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="\(main)"/></Relationships>
            """
        #expect(read(workbook).lines == ["error a.xlsx: this is \(kind), which is not read"])
    }

    @Test(arguments: [
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>",
        "<!DOCTYPE x SYSTEM \"http://example.org/x.dtd\"><worksheet/>",
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"2\"/><row r=\"1\"/></sheetData></worksheet>",
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row><c r=\"B1\"/><c r=\"A1\"/></row></sheetData></worksheet>",
        "<worksheet", "\u{0}", String(repeating: "<a>", count: 300),
        "<a " + (0..<300).map { "a\($0)=\"\" " }.joined() + "/>",
    ])
    func `a sheet that no program writes is refused`(part: String) {
        var workbook = sheet([["a"]])
        workbook.parts["xl/worksheets/sheet1.xml"] = part
        #expect(read(workbook).lines == ["error a.xlsx: the workbook is damaged, or was not saved to its end"])
    }

    @Test func `rows without end are refused: what is cut off may be a mark`() {
        var workbook = sheet([["a"]])
        let rows = String(repeating: "<row><c t=\"str\"><v>x</v></c></row>", count: 30_000)
        workbook.parts["xl/worksheets/sheet1.xml"] =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>\(rows)</sheetData></worksheet>"
        let reading = read(workbook)
        #expect(reading.value.count == 0)
        #expect(reading.lines == ["error a.xlsx: the workbook is larger than a return can be"])
        #expect(
            reading.diagnostics.map(\.hint) == ["delete the sheets, rows and columns that are not part of the return"]
        )
    }
}

extension [String] {
    /// Each once, as reports have it.
    fileprivate var uniqued: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
