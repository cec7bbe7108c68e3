// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing
import UnicodeText

@testable import Intake

/// Text of invisible characters alone is no text, in every file.
struct BlankTextTests {
    @Test(arguments: [
        ("council.yaml", "name: Wealdshire County Council", "name: \"BLANK\"", "1:7 (name): `name` is empty"),
        ("council.yaml", "post: Leader", "post: \"BLANK\"", "7:43 (post): `post` is empty"),
        (
            "council.yaml", "directorates:\n", "statuses: { \"BLANK\": done }\ndirectorates:\n",
            "13:13 (BLANK): a name in `statuses` is empty"
        ),
        (
            "papers/cabinet.md", "subject: Half-year monitoring", "subject: \"BLANK\"",
            "5:10 (subject): `subject` is empty"
        ),
        (
            "papers/cabinet.md", "This report says what was done.", "BLANK",
            "7:1 (summary): `summary` is missing in the header of a paper"
        ),
        ("papers/cabinet.md", "text: the report", "text: \"BLANK\"", "10:19 (text): `text` is empty"),
        ("papers/cabinet.md", "title: Returns", "title: \"BLANK\"", "13:14 (title): `title` is empty"),
        (
            "papers/cabinet.md", "background-papers: none", "background-papers: [\"BLANK\", x]",
            "14:21 (background-papers): an item of `background-papers` is empty"
        ),
        ("papers/cabinet.md", "by: leader", "by: \"BLANK\"", "3:5 (by): `by` is empty"),
        (
            "returns/communities/return.yaml", "of: [actions]", "of: [actions, \"BLANK\"]",
            "6:19 (of): an item of `of` is empty"
        ),
        ("returns/communities/actions.csv", "Open the pool", "BLANK", "2:10 (action): the action is missing"),
        (
            "returns/communities/actions.csv", "The roof leaks.", "BLANK",
            "2:39 (reason): a row that is not on course has no reason"
        ),
        ("returns/communities/actions.csv", "libraries,L1", "BLANK,L1", "4:1 (unit): the unit is missing"),
        ("returns/communities/indicators.csv", "Adults in sport", "BLANK", "2:12 (measure): the measure is missing"),
        ("returns/communities/indicators.csv", "23.4%", "BLANK", "2:35 (2008/09 actual): the value is empty"),
        ("layouts/words.yaml", "", "title: Words\nkind: words\nyes: \"BLANK\"\n", "3:1 (yes): `yes` is empty"),
        (
            "layouts/directorate-return.yaml", "",
            "title: R\nkind: return\nparts:\n  - tables: { heading: \"BLANK\" }\n", "4:24 (heading): `heading` is empty"
        ),
        (
            "layouts/tables/exceptions.yaml", "",
            "title: \"BLANK\"\nrows: exceptions\nbands: [unit]\nnil: Nil\ncolumns: [{ title: A, field: action }]\n",
            "1:1 (title): `title` is empty"
        ),
        (
            "layouts/tables/exceptions.yaml", "",
            "title: T\nrows: exceptions\nbands: [unit]\nnil: Nil\ncolumns: [{ title: \"BLANK\", field: action }]\n",
            "5:13 (title): `title` is empty"
        ),
    ])
    func `what has to say something is reported where it says nothing`(
        file: String,
        old: String,
        new: String,
        report: String
    ) throws {
        for blank in ["\u{200B}", "\u{A0}\u{FEFF}", "\u{AD}\u{2060}"] {
            var files = GoodWorkspace.files
            let new = new.replacing("BLANK", with: blank)
            files[file] = old.isEmpty ? new : files[file]?.replacing(old, with: new)
            let lines = try read(files).diagnostics.filter { $0.severity == .error }.map(\.line)
            #expect(lines == ["error \(file):" + report.replacing("BLANK", with: blank)])
        }
    }

    @Test(arguments: [
        (
            "papers/cabinet.md", "background-papers: none", "background-papers: [\"&nbsp;\", x]",
            "14:21 (background-papers): an item of `background-papers` is empty"
        ),
        ("papers/cabinet.md", "text: the report", "text: \"&#8203;\"", "10:19 (text): `text` is empty"),
        (
            "returns/communities/return.yaml", "method: The method has changed.", "method: \"&nbsp;\"",
            "16:11 (method): the note `method` is empty"
        ),
    ])
    func `Markdown that comes to nothing says nothing`(file: String, old: String, new: String, report: String) throws {
        let contents = try read(replacing: old, with: new, in: file)
        #expect(contents.diagnostics.map(\.line) == ["error \(file):" + report])
    }

    @Test func `what need not be said may be blank`() throws {
        var files = GoodWorkspace.files
        let actions = "returns/communities/actions.csv"
        files[actions] = files[actions]?.replacing("S1,Open the pool,,", with: "S1,Open the pool,\u{200B},")
        files[actions] = files[actions]?.replacing("L1,Move the archive", with: "\u{200B},Move the archive")
        files["round.yaml"] = GoodWorkspace.round + "subtitle: \"\u{200B}\"\n"
        let contents = try read(files)
        #expect(contents.diagnostics == [])
        let items = try #require(contents.round?.returns.first?.items)
        #expect(items[0].outcome.isEmpty)
        #expect(items[2].reference == nil)
        #expect(contents.round?.round.subtitle == nil)
    }

    @Test(arguments: ["", "\"\"", "\"\u{200B}\"", "[]"])
    func `an appendix with an exempt key that says nothing is an error`(value: String) throws {
        let contents = try read(
            replacing: "of: all-directorates }",
            with: "of: all-directorates, exempt: \(value) }",
            in: "papers/cabinet.md"
        )
        #expect(
            contents.diagnostics.map(\.line) == [
                "error papers/cabinet.md:13:45 (exempt): `exempt` names no paragraph, and the appendix would be public"
            ]
        )
    }

    @Test func `a row of spaces and other invisible characters is no row`() throws {
        var files = GoodWorkspace.files
        files["returns/communities/actions.csv"]? += " ,\u{200B},,,\u{A0},,,,\n"
        let contents = try read(files)
        #expect(contents.diagnostics == [])
        #expect(contents.round?.returns.first?.items.count == 3)
    }

    @Test(arguments: [
        ("\u{FEFF}sport\u{200B}", "sport"), (" a\u{200B}b ", "a\u{200B}b"), ("\u{2060}", ""),
        ("✔\u{FE0F}", "✔\u{FE0F}"),
        ("a\u{AD}", "a"), ("\u{1F3F4}\u{E0067}\u{E007F}", "\u{1F3F4}\u{E0067}\u{E007F}"), ("\u{2800}", "\u{2800}"),
    ])
    func `invisible characters at the ends go, but for what belongs to a character`(text: String, trimmed: String) {
        #expect(text.trimmed.unicodeScalars.elementsEqual(trimmed.unicodeScalars))
    }

    @Test func `a name with an invisible character at its end is the name`() throws {
        let contents = try read(
            replacing: "sport,S1",
            with: "sport\u{200B},S1",
            in: "returns/communities/actions.csv"
        )
        #expect(contents.diagnostics == [])
    }

    /// Of what is left of a mark nobody knows that it means nothing.
    @Test func `invisible characters under exempt are no empty cell`() throws {
        var files = GoodWorkspace.files
        let actions = "returns/communities/actions.csv"
        files[actions] = """
            unit,ref,action,outcome,status,reason,response,due,exempt
            sport,S1,Open the pool,,not on course,The roof leaks.,Repair it.,2010-03,\u{200B}
            libraries,L1,Move the archive,A new archive,on course,,,2010,

            """
        let diagnostics = try read(files).diagnostics
        #expect(
            diagnostics.map(\.line) == [
                "error \(actions):2:74 (exempt): `exempt` names paragraphs of exempt information, not `…`"
            ]
        )
        #expect(diagnostics[0].excerpt == nil)
    }
}
