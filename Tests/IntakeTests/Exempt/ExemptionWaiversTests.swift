// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

@testable import Intake

/// `not-exempt:` settles a false alarm, and nothing else.
struct ExemptionWaiversTests {
    private let alarm = "this is nearly marked as exempt, and would be printed"

    /// The good workspace with edits: each a file, an old text and a new one.
    private func lines(_ edits: (file: String, old: String, new: String)...) throws -> [String] {
        var files = GoodWorkspace.files
        for edit in edits {
            let text = try #require(files[edit.file])
            #expect(text.contains(edit.old))
            files[edit.file] = text.replacing(edit.old, with: edit.new, maxReplacements: 1)
        }
        return try read(files).diagnostics.map(\.line)
    }

    private let paper = "papers/cabinet.md"
    private let form = "returns/communities/return.yaml"
    private let statement = "returns/communities/statement.md"
    private let actions = "returns/communities/actions.csv"

    @Test(arguments: [
        "not-exempt: \"Exempt items: these\"", "not-exempt: exempt ITEMS these are",
        "not-exempt: [Something else that is long, \"Exempt items: these are\"]",
        "not-exempt: \"**Exempt** items: these are for everybody.\"",
    ])
    func `the first words of a text of a paper settle it`(key: String) throws {
        let lines = try lines(
            (paper, "# Introduction", "**Exempt** items: these are for everybody.\n\n# Introduction"),
            (paper, "status: final", "\(key)\nstatus: final")
        )
        let unused =
            key.contains("Something")
            ? ["warning papers/cabinet.md:15:14 (not-exempt): `not-exempt` settles nothing here"] : []
        #expect(lines == unused)
    }

    @Test func `without it the text is an error, and the hint says where to write it`() throws {
        var files = GoodWorkspace.files
        files[paper] = files[paper]?.replacing("# Introduction", with: "Exempt items: these.\n\n# Introduction")
        let diagnostics = try read(files).diagnostics
        #expect(diagnostics.map(\.line) == ["error papers/cabinet.md:17:1: \(alarm)"])
        #expect(
            diagnostics.first?.hint
                == "mark what is exempt with `> [!EXEMPT 3]`, and a row in the column `exempt`; where it is for everybody, put its first words "
                + "under `not-exempt:` in the header of the paper"
        )
        #expect(diagnostics.first?.excerpt == nil)
        #expect(diagnostics.first?.isExposure == true)
    }

    @Test func `return.yaml settles what any file of the return says`() throws {
        let lines = try lines(
            (statement, "# Progress", "# Exempt items: all\n\n> Exempt items: all of them"),
            (actions, "The roof leaks.", "Exempt items: all of them leak."),
            (form, "Targets were not", "Exempt items: all. Targets were not"),
            (form, "nil:", "not-exempt: \"Exempt items: all\"\nnil:")
        )
        #expect(lines == [])
    }

    @Test func `council.yaml and round.yaml settle their own`() throws {
        let lines = try lines(
            ("council.yaml", "youth: Youth Service", "youth: \"Exempt: Youth Service\""),
            ("council.yaml", "nation: England", "nation: England\nnot-exempt: \"Exempt: Youth Service\""),
            ("round.yaml", "title: 2009/10", "title: \"Confidential: 2009/10"),
            ("round.yaml", "monitoring\n", "monitoring\"\nnot-exempt: \"Confidential: 2009\"\n")
        )
        #expect(lines == [])
    }

    @Test func `it settles nothing of another paper or return`() throws {
        let lines = try lines(
            (paper, "status: final", "not-exempt: \"Exempt items: all\"\nstatus: final"),
            (statement, "# Progress", "Exempt items: all\n\n# Progress")
        )
        #expect(
            lines == [
                "warning papers/cabinet.md:15:13 (not-exempt): `not-exempt` settles nothing here",
                "error returns/communities/statement.md:1:1: \(alarm)",
            ]
        )
    }

    @Test(arguments: ["Exempt", "exempt item", "E"])
    func `fewer than twelve letters settle only a text that says no more`(words: String) throws {
        let key = (paper, "status: final", "not-exempt: \(words)\nstatus: final")
        let longer = try lines(key, (paper, "# Introduction", "Exempt items: all\n\n# Introduction"))
        #expect(
            longer == [
                "warning papers/cabinet.md:15:13 (not-exempt): `not-exempt` is short, and holds only for a text that says nothing else",
                "error papers/cabinet.md:18:1: \(alarm)",
            ]
        )
    }

    @Test func `a short text is settled by all of it`() throws {
        let lines = try lines(
            (paper, "status: final", "not-exempt: exempt\nstatus: final"),
            (paper, "# Introduction", "# Exempt\n\nIt is said.\n\n# Introduction")
        )
        #expect(lines == [])
    }

    @Test func `a marker that stands where none can is settled by nothing`() throws {
        let lines = try lines(
            (paper, "status: final", "not-exempt: \"[!EXEMPT 3] of all the items\"\nstatus: final"),
            (paper, "# Introduction", "[!EXEMPT 3] of all the items\n\n# Introduction")
        )
        #expect(
            lines == [
                "warning papers/cabinet.md:15:13 (not-exempt): `not-exempt` settles nothing here",
                "error papers/cabinet.md:18:1: this does not open an exempt passage",
            ]
        )
    }

    @Test func `a quotation beside an exempt passage is settled by its first words`() throws {
        let reasons = "exempt:\n  - { paragraph: 3, reason: It is., public-interest: It is. }\n"
        let lines = try lines(
            (statement, "# Progress", "> [!EXEMPT 3]\n> b\n\n> The words of everybody\n>\n> and more\n\n# Progress"),
            (form, "nil:", reasons + "not-exempt: \"The words of everybody\"\nnil:")
        )
        #expect(lines == [])
    }

    @Test func `a text in an exempt row or paper needs no key`() throws {
        let reasons = "exempt:\n  - { paragraph: 3, reason: It is., public-interest: It is. }\n"
        let rows = try lines(
            (actions, "comment\n", "comment,exempt\n"),
            (actions, "2010-03,\n", "2010-03,,3\n"),
            (actions, "same as S1\n", ",\n"),
            (actions, "not on course,,,2010-03-31", "not on course,Rain.,,2010-03-31"),
            (actions, "2010,\n", "2010,,\n"),
            (actions, "The roof leaks.", "EXEMPT 3: The roof leaks."),
            (form, "nil:", reasons + "nil:")
        )
        #expect(rows == [])
        let whole = try lines(
            (paper, "classification: Unrestricted\n", "classification: Exempt\n" + reasons),
            (paper, "# Introduction", "EXEMPT 3: It leaks.\n\n# Introduction"),
            (paper, "This report", "EXEMPT 3: This report")
        )
        #expect(whole == [])
    }
}
