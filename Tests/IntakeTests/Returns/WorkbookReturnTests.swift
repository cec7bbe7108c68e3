// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import Publishing
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats
@testable import Intake

/// The return of the good workspace as a workbook.
struct WorkbookReturnTests {
    private typealias Cell = WorkbookBuilder.Cell
    private typealias Sheet = WorkbookBuilder.Sheet

    private static let folder = "returns/communities/"

    private static let about: [[Cell]] = [
        ["What", "Value"],
        ["We report on", "Actions, Indicators"],
        ["Received", .number("40105", "dd/mm/yyyy")],
        ["Signed by", "officer"],
        ["Table 1: kind", "exceptions"],
        ["Table 1: of", "actions"],
        ["Table 2: kind", "indicators"],
        ["Table 2: of", "indicators"],
        ["Table 2: introduction", "Targets were not set\nin every case[^method]."],
        ["Total: actions: sport", .number("24", "#,##0")],
        ["total: Actions: libraries", .number("31")],
        ["Nothing to report", "youth"],
        ["Note: method", "The method has changed."],
    ]

    private static let actions: [[Cell]] = [
        ["Unit", "Ref", "Key action", "Planned\noutcome", "Status", "Reason", "Response", "Due date", "Comment"],
        [
            "sport", "S1", "Open the pool", "", "not on course", "The roof leaks.", "Repair it.",
            .number("40238", "mmm-yy"),
        ],
        ["sport", "S2", "Open the gym", "", "not on course", "", "", .number("40268", "dd/mm/yyyy"), "same as S1"],
        ["libraries", "L1", "Move the archive", "A new archive", "on course", "", "", .number("2010")],
    ]

    private static let indicators: [[Cell]] = [
        ["unit", "ref", "Measure", "Better", "2008/09 actual", "2009/10 target", "2009/10 mid-year", "Comment"],
        [
            "sport", "NI 8", "Adults in sport", "higher", .number("0.234", "0.0%"), .number("0.25", "0%"), "24.1% [p]",
            "Rising.",
        ],
        [
            "libraries", "NI 9", "Use of libraries", "higher", .number("0.482", "0.0%"), "[not set]",
            "2,055 [r][^method]",
        ],
    ]

    private var workbook: WorkbookBuilder {
        WorkbookBuilder([
            Sheet("About", Self.about), Sheet("ACTIONS", Self.actions), Sheet("Indicators", Self.indicators),
        ])
    }

    /// The good workspace with a workbook in place of files of the return.
    private func read(
        _ workbook: WorkbookBuilder,
        named name: String = "communities.xlsx",
        keeping kept: Set<String> = [],
        _ change: (inout [String: [UInt8]]) -> Void = { _ in }
    ) throws -> WorkspaceContents {
        var files = GoodWorkspace.files.mapValues { Array($0.utf8) }
        for file in ["return.yaml", "actions.csv", "indicators.csv"] where !kept.contains(file) {
            files[Self.folder + file] = nil
        }
        files[Self.folder + name] = workbook.bytes
        change(&files)
        let workspace = try TemporaryFolder(files)
        let layouts = try GoodWorkspace.layoutsFolder()
        let words = try TemporaryFolder(copying: Repository.program.layouts + "/forms", to: "forms")
        try layouts.write(try words.bytes(of: "forms/return.yaml"), to: "forms/return.yaml")
        return try readWorkspace(at: workspace.path, programLayouts: layouts.path)
    }

    private func lines(_ contents: WorkspaceContents) -> [String] {
        contents.diagnostics.map { $0.line.replacing(Self.folder, with: "") }
    }

    @Test func `a workbook says what return.yaml and the CSV files say`() throws {
        let contents = try read(workbook)
        #expect(lines(contents) == [])
        let plain = try IntakeTests.read(GoodWorkspace.files)
        let first = try #require(contents.round?.returns.first)
        let second = try #require(plain.round?.returns.first)
        #expect(first.summary == second.summary)
        #expect(first.items[0].location.description == "returns/communities/communities.xlsx, ACTIONS!A2")
        #expect(first.location.description == "returns/communities/communities.xlsx, About")
    }

    @Test func `a workbook waives findings in its sheet About and in a column of a sheet`() throws {
        var waiving = workbook
        waiving.sheets[0].rows += [
            ["Right as it is: misspelt-name: NI 8: adults", "So it is called"], ["waive: repeated-text: NI 9"],
            ["Waive: missing-comment", "None"],
        ]
        waiving.sheets[2].rows[0].append("Waived")
        waiving.sheets[2].rows[1].append("mixed-units: They are")
        let contents = try read(waiving)
        let row = Self.about.count + 1
        #expect(
            lines(contents) == [
                "warning communities.xlsx, About!A\(row + 1): the waiver of `repeated-text` has no reason",
                "warning communities.xlsx, About!A\(row + 2): the waiver of `missing-comment` does not say where",
            ]
        )
        #expect(contents.waivers.map(\.rule) == [.misspeltName, .mixedUnits])
        #expect(contents.waivers.map(\.reach) == [.words("NI 8: adults"), .rows(2...2)])
        #expect(contents.waivers.map(\.reason) == ["So it is called", "They are"])
    }

    @Test func `a workbook may hold a part of the return, under any name`() throws {
        var part = workbook
        part.sheets.remove(at: 0)
        let contents = try read(part, named: "Q2 return FINAL.XLSX", keeping: ["return.yaml"])
        #expect(lines(contents) == [])
        #expect(contents.round?.returns.first?.items.count == 3)
    }

    @Test func `sheets that were handed out and not filled in leave their CSV files as they are`() throws {
        var part = workbook
        part.sheets[2].rows.removeLast(2)
        let contents = try read(part, keeping: ["indicators.csv"])
        #expect(lines(contents) == [])
        #expect(contents.round?.returns.first?.indicators.count == 2)
    }

    @Test func `two files that say the same are reported, and the workbook is read`() throws {
        let contents = try read(workbook, keeping: ["return.yaml", "actions.csv"])
        #expect(
            lines(contents) == [
                "error communities.xlsx, ACTIONS: the sheet `ACTIONS` and actions.csv both say this, and only the sheet is read",
                "error communities.xlsx, About: the sheet `About` and return.yaml both say this, and only the sheet is read",
            ]
        )
        #expect(contents.round?.returns.first?.items.count == 3)
        let two = try read(workbook) { $0[Self.folder + "old.xlsx"] = workbook.bytes }
        #expect(lines(two) == ["error old.xlsx: there are two workbooks, and only `communities.xlsx` is read"])
    }

    @Test(arguments: [
        ("return.xls", "an Excel 97–2003 workbook"), ("Return.XLSB", "an Excel binary workbook"),
        ("return.xlsm", "an Excel workbook with macros"), ("return.ods", "an OpenDocument spreadsheet"),
    ])
    func `a workbook of another kind is reported with how to save it`(name: String, kind: String) throws {
        let contents = try read(workbook) { $0[Self.folder + name] = [1] }
        #expect(lines(contents) == ["error \(name): this is \(kind), which is not read"])
        #expect(contents.diagnostics[0].hint == "in Excel choose File, Save As, and the type “Excel Workbook (*.xlsx)”")
    }

    @Test func `mistakes in a workbook are reported at their cells, with what stands there`() throws {
        var wrong = workbook
        wrong.sheets[0].rows += [
            ["Recieved", "2009"], ["Total: actions: sport", "25"], ["", "alone"], ["Note: odd", "text", "beside"],
            ["Table 1: kind", "other"], ["Nothing to report: actions: sport", "x"],
        ]
        wrong.sheets[1].rows[1][0] = "sports"
        wrong.sheets[1].rows[2][4] = "not on coarse"
        wrong.sheets[1].rows[3][1] = "S1"
        wrong.sheets[2].rows[1][4] = "23,4%"
        let contents = try read(wrong)
        #expect(
            lines(contents) == [
                "error communities.xlsx, ACTIONS!A2 (unit): `sports` is not a unit of `communities`",
                "error communities.xlsx, ACTIONS!E3 (status): unknown status `not on coarse`",
                "error communities.xlsx, ACTIONS!I3 (comment): the row `S1` is of another unit",
                "warning communities.xlsx, ACTIONS!B4 (ref): the ref `S1` stands twice in the file",
                "error communities.xlsx, About!A14: `Recieved` is nothing that the sheet asks",
                "error communities.xlsx, About!A15: `Total: actions: sport` is answered twice",
                "error communities.xlsx, About!B16: nothing says what this is about",
                "warning communities.xlsx, About!A17: the note `odd` is not used",
                "warning communities.xlsx, About!C17: this text is outside the table, and no paper prints it",
                "error communities.xlsx, About!A18: `Table 1: kind` is answered twice",
                "error communities.xlsx, About!A19: `Nothing to report: actions: sport` is nothing that the sheet asks",
                "error communities.xlsx, Indicators!E2 (2008/09 actual): a comma in `23,4%` does not stand between thousands",
            ]
        )
        let unit = try #require(contents.diagnostics.first)
        #expect(unit.excerpt == "sports")
        #expect(unit.hint == "did you mean `sport`?")
        #expect(contents.diagnostics[3].hint == "it stands first in row 2")
    }

    @Test func `titles above the headings are passed over with a warning`() throws {
        var titled = workbook
        titled.sheets[1].rows.insert(["Communities: actions at the half-year"], at: 0)
        titled.sheets[1].rows.insert([.blank], at: 1)
        let contents = try read(titled)
        #expect(
            lines(contents) == [
                "warning communities.xlsx, ACTIONS!A1: this text is outside the table, and no paper prints it"
            ]
        )
    }

    @Test func `a workbook that cannot be read, and one without a sheet About, are reported`() throws {
        let broken = try read(workbook) { $0[Self.folder + "communities.xlsx"]?.removeLast(400) }
        #expect(lines(broken).first == "error communities.xlsx: the workbook is damaged, or was not saved to its end")
        var part = workbook
        part.sheets.remove(at: 0)
        #expect(lines(try read(part)).first == "error communities.xlsx: the workbook has no sheet About")
    }

    // MARK: - What is exempt

    @Test func `an exempt row of a workbook is exempt, and beside it what is public is quoted`() throws {
        var exempt = workbook
        exempt.sheets[1].rows[0] += ["Exempt under paragraph"]
        exempt.sheets[1].rows[1] += [.blank, .number("3")]
        exempt.sheets[1].rows[2] = ["sport", "S2", "Open the gym", "", "on coarse", "", "", "", "", ""]
        exempt.sheets[0].rows += [
            ["Exempt under paragraph 3: reason", "A contract."],
            ["Exempt under paragraph 3: public interest", "It outweighs."],
        ]
        let contents = try read(exempt)
        let items = try #require(contents.round?.returns.first?.items)
        #expect(items.map { $0.exemption?.paragraphs ?? [] } == [[3], [], []])
        #expect(contents.round?.returns.first?.exemptReasons.map(\.paragraph) == [3])
        #expect(
            lines(contents) == ["error communities.xlsx, ACTIONS!E3 (status): unknown status `on coarse`"]
        )
        // An error in the row that is exempt quotes nothing.
        exempt.sheets[1].rows[1][0] = "Falcon"
        exempt.sheets[1].rows[2][4] = "on course"
        let secret = try read(exempt)
        #expect(
            lines(secret) == ["error communities.xlsx, ACTIONS!A2 (unit): `…` is not a unit of `communities`"]
        )
        #expect(secret.diagnostics.allSatisfy { $0.excerpt == nil })
    }

    @Test func `an empty sheet, and sheets of a workbook that was handed out, are no mistake`() throws {
        var part = workbook
        part.sheets += [Sheet("Activity", []), Sheet("Instructions", [["Fill in the sheets."]])]
        let contents = try read(part)
        #expect(lines(contents) == [])
        #expect(contents.round?.returns.first?.items.count == 3)
    }

    @Test func `the paragraph of an exemption may be said again, but not otherwise`() throws {
        var exempt = workbook
        exempt.sheets[0].rows += [
            ["Exempt under paragraph 3: paragraph", "3"], ["Exempt under paragraph 3: reason", "It is about prices."],
            ["Exempt under paragraph 4: reason", "It is about talks."], ["Exempt under paragraph 4: paragraph", "5"],
        ]
        let contents = try read(exempt)
        #expect(contents.round?.returns.first?.exemptReasons.map(\.paragraph) == [3, 4])
        #expect(lines(contents).contains { $0.contains("About!A17") && $0.contains("answered twice") })
    }

    @Test func `a text that is merged over rows of other exemptions fills none of them, and is an error`() throws {
        var exempt = workbook
        exempt.sheets[1].rows[0].append("Exempt")
        exempt.sheets[1].rows[1] += ["", "3"]
        exempt.sheets[1].rows[1][5] = "Contractor insolvent."
        exempt.sheets[1].rows[2][8] = ""
        exempt.sheets[1].tail = "<mergeCells><mergeCell ref=\"F2:F3\"/></mergeCells>"
        let contents = try read(exempt)
        let told = lines(contents)
        #expect(
            told.contains(
                "error communities.xlsx, ACTIONS!F3: a merged cell covers rows that are not exempt under the same paragraphs"
            )
        )
        #expect(!told.joined().contains("insolvent"))
        let items = contents.round?.returns.first?.items ?? []
        #expect(items.map { $0.prose.map(\.dump).joined().contains("insolvent") } == [true, false, false])
    }

    @Test func `a directorate without units has one total for each class`() throws {
        var whole = workbook
        whole.sheets[0].rows.removeSubrange(9...11)
        whole.sheets[0].rows.append(["Total: actions", "24"])
        for sheet in [1, 2] {
            for row in whole.sheets[sheet].rows.indices.dropFirst() { whole.sheets[sheet].rows[row][0] = "" }
        }
        let contents = try read(whole) { files in
            let units =
                "    units:\n      sport: Sport\n      libraries: Libraries and Archives\n      youth: Youth Service\n"
            files["council.yaml"] = Array(GoodWorkspace.council.replacing(units, with: "").utf8)
        }
        #expect(lines(contents) == [])
        #expect(contents.round?.returns.first?.totals == [.actions: ["": 24]])
    }

    @Test func `hints speak of the sheet About, not of files that the officer does not have`() throws {
        var book = workbook
        // Row 2 of the tables, and the note, are gone.
        for index in [12, 8, 7, 6] { book.sheets[0].rows.remove(at: index) }
        book.sheets[1].rows[0] += ["Exempt"]
        book.sheets[1].rows[1] += [.blank, .number("3")]
        let hints = try read(book).diagnostics.compactMap(\.hint)
        #expect(
            hints.contains(
                """
                add rows `Table 2: kind` and `Table 2: of` to the sheet About, with the next number for 2, and `indicators` in the second
                """
            )
        )
        #expect(hints.contains("write its text in the sheet About, in a row `Note: method`"))
        #expect(
            hints.contains(
                "add rows to the sheet About called `Exempt under paragraph 3: reason` and `Exempt under paragraph 3: public interest`"
            )
        )
        #expect(!hints.contains { $0.contains("return.yaml") || $0.contains("`declares`") })
    }

    @Test func `an exempt cell that is merged over several rows marks them all`() throws {
        var exempt = workbook
        exempt.sheets[1].rows[0] += ["Exempt"]
        exempt.sheets[1].rows[1] += [.blank, .number("3")]
        exempt.sheets[1].tail = "<mergeCells><mergeCell ref=\"J2:J3\"/></mergeCells>"
        exempt.sheets[0].rows += [
            ["Exempt paragraph 3: reason", "A contract."], ["exempt 3: public interest", "It outweighs."],
        ]
        let contents = try read(exempt)
        #expect(contents.round?.returns.first?.items.map { $0.exemption != nil } == [true, true, false])
    }

    @Test(
        arguments: [
            // The heading is lost, so that the paragraph stands under nothing.
            { (book: inout WorkbookBuilder) in book.sheets[1].rows[1] += [.blank, .number("3")] },
            { $0.sheets[1].rows.insert(["Rows with a 3 are not for publication"], at: 0) },
            { $0.sheets[1].tail = "<headerFooter><oddHeader>&amp;CNOT FOR PUBLICATION</oddHeader></headerFooter>" },
            {
                $0.sheets[1].comments = """
                    <comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList><comment ref="A2"><text>\
                    <t>This row is exempt under paragraph 3</t></text></comment></commentList></comments>
                    """
            },
            { $0.sheets[1].drawing = WorkbookBuilder.textBox("Row 2 is exempt under paragraph 3", column: 1, row: 1) },
            { $0.sheets[1].rows[1][2] = "EXEMPT 3: open the pool" },
            { $0.sheets[0].rows += [["Confidential", "rows 2 and 3"]] },
        ] as [@Sendable (inout WorkbookBuilder) -> Void]
    )
    func `what may be a mark that was lost holds papers back, and nothing of the workbook is quoted`(
        change: @Sendable (inout WorkbookBuilder) -> Void
    ) throws {
        var book = workbook
        book.sheets[1].rows[3][0] = "Falcon"
        change(&book)
        let contents = try read(book)
        #expect(contents.diagnostics.contains { $0.severity == .error })
        for diagnostic in contents.diagnostics {
            #expect(!"\(diagnostic.message)\(diagnostic.hint ?? "")\(diagnostic.excerpt ?? "")".contains("Falcon"))
        }
    }

    @Test func `a workspace may call the sheets, what they ask and their columns by its own words`() throws {
        let own = """
            sheets: { about: Ynghylch, actions: [Camau, Gweithredoedd] }
            about: { received: Derbyniwyd }
            columns: { unit: Uned, action: Gweithred }

            """
        var welsh = workbook
        welsh.sheets[0].name = "YNGHYLCH"
        let keys = [
            "declares", "DERBYNIWYD", "signed-by", "Tables 1: kind", "tables 1: of", "tables 2: kind", "tables 2: of",
        ]
        for (index, key) in keys.enumerated() { welsh.sheets[0].rows[index + 1][0] = .text(key) }
        welsh.sheets[0].rows[8...] = [
            ["totals: actions: sport", "24"], ["nil", "youth, libraries"], ["notes: method", "It has."],
        ]
        welsh.sheets[0].rows.removeFirst()
        welsh.sheets[1].name = "Gweithredoedd"
        welsh.sheets[1].rows = [
            ["Uned", "ref", "gweithred", "status", "reason"],
            ["sport", "S1", "Open the pool", "not on course", "It leaks."],
        ]
        welsh.sheets[2].rows.removeLast()
        welsh.sheets[2].rows[1][6] = "24.1%[^method]"
        let contents = try read(welsh) { $0["layouts/forms/return.yaml"] = Array(own.utf8) }
        #expect(lines(contents) == [])
        #expect(contents.round?.returns.first?.items.map(\.unit) == ["sport"])
        let wrong = try read(welsh) {
            $0["layouts/forms/return.yaml"] = Array("sheets: { abuot: x }\nabout: {}\ncolumns: {}\n".utf8)
        }
        #expect(
            lines(wrong).contains("error layouts/forms/return.yaml:1:11 (abuot): unknown key `abuot` in sheets")
        )
    }
}

extension DirectorateReturn {
    /// What the return says, without the places of anything.
    fileprivate var summary: [String] {
        let rows =
            items.map { item in
                "\(item.reportedClass) \(item.unit) \(item.reference ?? "-") \(item.title.dump) \(item.outcome.dump) "
                    + "\(item.due?.description ?? "-") \(item.status.word) \(item.prose.map(\.dump))"
            }
            + indicators.map { row in
                "\(row.unit ?? "-") \(row.reference ?? "-") \(row.measure.dump) \(row.polarity) \(row.prose.map(\.dump)) "
                    + row.figures.map { "\($0.key): \($0.value.value) \($0.value.qualifiers) \($0.value.notes)" }
                    .sorted().joined()
            }
        return rows + tables.map { "\($0.kind) \($0.classes) \($0.introduction.dump)" }
            + notes.map { "\($0.name): \($0.text.dump)" }
            + ["\(declares) \(received?.iso8601 ?? "-") \(signatory) \(numbersStatement)"]
            + totals.map { "\($0.key) \($0.value.sorted { $0.key < $1.key })" }.sorted()
            + nilReturns.map { "\($0.key) \($0.value.sorted())" }.sorted()
    }
}
