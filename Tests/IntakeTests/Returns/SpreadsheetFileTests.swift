// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing
import WorkspaceFiles

@testable import Intake

/// CSV files as Excel and the systems of councils write them.
struct SpreadsheetFileTests {
    private static let header = "unit,ref,action,outcome,status,reason,response,due"
    private static let sport = "sport,S1,Open the pool,,not on course,The roof leaks.,,2010-03"
    private static let libraries = "libraries,L1,Move the archive,A new archive,on course,,,2010"

    /// The rows of actions.csv and what was reported of the file.
    private func actions(_ bytes: [UInt8]) throws -> (rows: [String], problems: [Diagnostic]) {
        var files = FileSnapshot()
        for (path, text) in GoodWorkspace.files { files[path] = .bytes(Array(text.utf8)) }
        files["returns/communities/actions.csv"] = .bytes(bytes)
        let layouts = try GoodWorkspace.layoutsFolder()
        let contents = try withExtendedLifetime(layouts) {
            try readWorkspace(from: files, programLayouts: layouts.path)
        }
        let items = contents.round?.directorateReturn("communities")?.items ?? []
        let rows = items.map { item in
            let due = item.due.map { "\($0)" } ?? "-"
            return
                "\(item.unit) \(item.reference ?? "-") \(item.status.word) \(due): \(item.prose.dropFirst(2).map(\.dump).joined())"
        }
        return (rows, contents.diagnostics.filter { $0.location?.file.hasSuffix("actions.csv") == true })
    }

    private func actions(_ lines: String...) throws -> (rows: [String], problems: [Diagnostic]) {
        try actions(Array(lines.joined(separator: "\r\n").utf8))
    }

    private func told(_ lines: [String]) throws -> (lines: [String], excerpts: String) {
        let problems = try actions(Array(lines.joined(separator: "\n").utf8)).problems
        return (problems.map(\.line), problems.compactMap(\.excerpt).joined(separator: "\n"))
    }

    @Test func `a row above the column names is an error, and is not quoted`() throws {
        let (lines, excerpts) = try told([
            "sport,S1,Sell the pool to Acme for £2m,not on course,Price agreed,,2010-03,3",
            "unit,ref,action,status,reason,response,due,exempt", "libraries,L1,Move the archive,on course,,,2010,", "",
        ])
        #expect(lines.contains { $0.hasPrefix("error ") && $0.contains("stands above the column names") })
        #expect(!excerpts.contains("Acme"))
    }

    @Test func `a line that states the separator may have one for each column`() throws {
        let columns = "unit,ref,action,outcome,status,reason,response,due,comment,owner,cost,ward,risk,complete,exempt"
        let (lines, excerpts) = try told([
            "sep=" + String(repeating: ",", count: 15), columns, "sport,S1,Open the pool,,on course,,,20100,,,,,,,",
            "sport,S2,Sell the gym to Acme,,on course,,,2010,,,,,,,3", "",
        ])
        #expect(lines.contains { $0.contains("actions.csv:3:") }, "\(lines)")
        #expect(!excerpts.contains("Acme"))
    }

    @Test func `rows under column names in another order are not quoted`() throws {
        let (lines, excerpts) = try told([
            "unit,ref,action,status,reason,exempt", "sport,S1,Open the pool,on course,,",
            "ref,unit,status,action,,reason", "L1,libraries,not on course,Sell the archive to Acme,3,", "",
        ])
        #expect(lines.contains { $0.contains("the column names are in the file again") })
        #expect(!(lines.joined() + excerpts).contains("Acme"))
    }

    @Test func `a row without a unit is told of no exempt row`() throws {
        var files = GoodWorkspace.files
        files["returns/communities/actions.csv"] =
            "unit,ref,action,status,reason,response,due,exempt\n"
            + "sport,S1,Open the pool,on course,,,2010-03,3\n,S2,Open the gym,on course,,,2010-03,\n"
        let hints = try IntakeTests.read(files).diagnostics.filter { $0.message == "the unit is missing" }.map(\.hint)
        #expect(hints == ["every row says of which unit it is"])
    }

    private static let read = [
        "sport S1 not on course March 2010: p The roof leaks.", "libraries L1 on course 2010: ",
    ]

    @Test(arguments: [
        // A first line for Excel, semicolons, tabs, and a title that has commas of its own.
        [
            "sep=;", header.replacing(",", with: ";"), sport.replacing(",", with: ";"),
            libraries.replacing(",", with: ";"),
        ],
        [
            "\"sep=\t\"", header.replacing(",", with: "\t"), sport.replacing(",", with: "\t"),
            libraries.replacing(",", with: "\t"),
        ],
        [header.replacing(",", with: ";"), sport.replacing(",", with: ";"), libraries.replacing(",", with: ";")],
        // Blank rows, rows of spaces, empty columns.
        [",,,,,,,", header, sport, " , ,,,,,,", libraries, "\u{A0},,,,,,,"],
        [header + ",,,", sport + ",,,", libraries + ",,,", ",,,,,,,,,,"],
        // Headings of a sheet that is laid out.
        ["Unit,REF,\u{A0}Action ,outcome,\"Status\u{A0}\",reason,response,\"due\n\"", sport, libraries],
        ["\u{FEFF}\u{FEFF}" + header, sport, libraries],
        // Names of units, statuses in capitals and with spaces, dates of the computer's settings.
        [
            header, sport.replacing("sport,", with: "SPORT,").replacing("2010-03", with: "Mar-10"),
            libraries.replacing("libraries,", with: "Libraries & Archives,").replacing("on course", with: "On  Course"),
        ],
    ])
    func `what is around a table and in its headings is passed over`(lines: [String]) throws {
        let found = try actions(Array(lines.joined(separator: "\r\n").utf8))
        #expect(found.problems.map(\.line) == [])
        #expect(found.rows == Self.read)
    }

    @Test func `UTF-16 with a mark is read, in both orders`() throws {
        let text = [Self.header, Self.sport, Self.libraries].joined(separator: "\r\n").replacing(",", with: "\t")
        let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
        let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] as [UInt8] }
        for bytes in [little, big] {
            let found = try actions(bytes)
            #expect(found.problems.map(\.line) == [])
            #expect(found.rows == Self.read)
        }
    }

    @Test(arguments: [
        (
            ["Half-year return: Communities,,,,,,,", ",,,,,,,", header, sport, libraries],
            "warning actions.csv:1:1: the column names are in line 3, and what is above them is not read",
            "delete lines 1 to 2"
        ),
        (
            ["\"Sport, libraries\",,,,,,,", header, sport, libraries],
            "warning actions.csv:1:1: the column names are in line 2, and what is above them is not read",
            "delete line 1"
        ),
        (
            [header, sport, libraries, ",,,,,,,", "Total,2,,,,,,", "Source: service plans,,,,,,,"],
            "error actions.csv:5: 2 lines from this one on are no rows of the table: they have nothing in the columns that "
                + "every row fills in",
            "delete titles, units, totals and notes, or put them into the statement"
        ),
        (
            [header, "text,,text,,word,,,date", sport, libraries].map {
                $0.replacing("text,,text,,word,,,date", with: "id,,,,,,,date")
            },
            "error actions.csv:2: a line is no row of the table: it has nothing in the columns that every row fills in",
            "delete titles, units, totals and notes, or put them into the statement"
        ),
        (
            [header, sport, header, libraries],
            "error actions.csv:3: the column names are in the file again, as where two sheets were pasted below one another",
            "check that the columns below have the same order as above, and delete this line"
        ),
    ])
    func `titles, totals and names that stand again are told in one message`(
        lines: [String],
        problem: String,
        hint: String
    )
        throws
    {
        let found = try actions(Array(lines.joined(separator: "\r\n").utf8))
        #expect(found.problems.map { $0.line.replacing("returns/communities/", with: "") } == [problem])
        #expect(found.problems.first?.hint == hint)
        #expect(found.rows == Self.read)
    }

    @Test func `names that stand again in another order are told, since the rows below them are read wrongly`() throws {
        let found = try actions(Self.header, Self.sport, "ref,unit,status,action,due,,,", Self.libraries)
        #expect(found.problems.first?.line.contains("actions.csv:3: the column names are in the file again") == true)
    }

    @Test func `a row without its unit asks whether it is of the unit above`() throws {
        let found = try actions(Self.header, Self.libraries, Self.sport.replacing("sport,", with: ","))
        #expect(found.problems.map(\.line) == ["error returns/communities/actions.csv:3:1 (unit): the unit is missing"])
        #expect(
            found.problems.first?.hint
                == "a row above is of `libraries`: if this one is too, write it here; each row says it for itself"
        )
    }

    @Test(arguments: [
        ("TBC", "`TBC` is no reason for a row that is not on course"),
        ("n/a", "`n/a` is no reason for a row that is not on course"),
        ("0", "`0` is no reason for a row that is not on course"),
        (".", "`.` is no reason for a row that is not on course"),
        ("-", "`-` is no reason for a row that is not on course"),
        ("??", "`??` is no reason for a row that is not on course"),
        ("To be confirmed", "`To be confirmed` is no reason for a row that is not on course"),
        ("#NAME?", "`#NAME?` is an error of the spreadsheet, not a value"),
        ("#######", "`#######` is an error of the spreadsheet, not a value"),
        ("Done #REF! of 40", "`#REF!` is an error of the spreadsheet, not a value"),
    ])
    func `what says nothing is no reason`(reason: String, message: String) throws {
        let found = try actions(Self.header, Self.sport.replacing("The roof leaks.", with: reason), Self.libraries)
        #expect(found.problems.map(\.line) == ["error returns/communities/actions.csv:2:39 (reason): \(message)"])
    }

    @Test(arguments: [
        ("02-Jan", true), ("Mar-01", true), ("1.00E+05", true), ("45293", true), ("00:15", true), ("01/02/2026", true),
        ("3.1", false), ("2026", false), ("NI 45", false), ("A-Jan", false), ("12345", false), ("May", false),
    ])
    func `a ref that a spreadsheet may have made is a question`(ref: String, isQuestion: Bool) throws {
        let found = try actions(Self.header, Self.sport.replacing("S1", with: ref), Self.libraries)
        let problem =
            "warning returns/communities/actions.csv:2:7 (ref): the ref `\(ref)` may be what a spreadsheet made of another: "
            + "a date, a time or a number"
        #expect(found.problems.map(\.line) == (isQuestion ? [problem] : []))
    }

    @Test func `refs of five digits are refs where all are`() throws {
        let found = try actions(
            Self.header,
            Self.sport.replacing("S1", with: "45293"),
            Self.libraries.replacing("L1", with: "45294")
        )
        #expect(found.problems.map(\.line) == [])
    }

    @Test func `a ref that stands twice may have lost a nought`() throws {
        let found = try actions(
            Self.header,
            Self.sport.replacing("S1", with: "3.1"),
            Self.libraries.replacing("L1", with: "3.1")
        )
        #expect(found.problems.map(\.message) == ["the ref `3.1` stands twice in the file"])
        #expect(
            found.problems.first?.hint
                == "it stands first in line 2; a spreadsheet drops a nought at the end, as in `3.10`, unless the column has the "
                + "format Text"
        )
    }

    @Test(arguments: [
        // A list by bullets of Word and Excel, at two levels.
        ("Delayed:\n\u{2022} roof\n\u{2022} walls", "p Delayed:\nul\n  p roof\n  p walls"),
        ("Delayed:\n\u{2022}\troof\no\ttiles", "p Delayed:\nul\n  p roof\n  ul\n    p tiles"),
        ("\u{F0B7}\troof\n\u{F0B7}\twalls", "ul\n  p roof\n  p walls"), ("- roof\n- walls", "ul\n  p roof\n  p walls"),
        // Signs that are text.
        ("> 90% of it", "p > 90% of it"), (">=90%", "p >=90%"), ("- 3% on last year", "p - 3% on last year"),
        ("- 3%\n- 2%", "p - 3%<br>- 2%"), ("+ 5 points", "p + 5 points"), ("* see below", "p * see below"),
        ("5*6*7 m", "p 5*6*7 m"), ("2025. It was good.", "p 2025. It was good."),
        // Lines that were ended with Alt+Enter, and their like.
        ("One\nTwo\r\nThree", "p One<br>Two<br>Three"), ("One\u{B}Two\u{2028}Three", "p One<br>Two<br>Three"),
        ("One_x000D_\nTwo_x000D_Three", "p One<br>Two<br>Three"), ("One\n\nTwo", "p One\np Two"),
        ("a_x005F_x000D_b", "p a_x000D_b"), ("o\u{FB03}ce", "p office"),
    ])
    func `text in a cell is text first`(cell: String, prose: String) throws {
        let found = try actions(
            Self.header,
            Self.sport.replacing("The roof leaks.", with: "\"\(cell)\""),
            Self.libraries
        )
        #expect(found.problems.map(\.line) == [])
        #expect(found.rows.first == "sport S1 not on course March 2010: \(prose)")
    }

    @Test func `an exempt passage in a cell stays one, whatever figures it opens with`() throws {
        let found = try actions(
            Self.header,
            Self.sport.replacing("The roof leaks.", with: "\"> [!EXEMPT 3]\n> 40,000 above it\n> 90% spent\""),
            Self.libraries
        )
        #expect(found.rows.first?.contains("exempt") == true)
        #expect(found.rows.first?.contains("\\>") == false)
    }
}
