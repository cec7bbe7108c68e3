// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// What must be so among the files of one return. Each case changes one thing in the good workspace.
struct ReturnRulesTests {
    private static let folder = "returns/communities/"

    private func lines(_ file: String, _ text: String, _ other: String) throws -> [String] {
        try read(replacing: text, with: other, in: Self.folder + file).diagnostics.map {
            $0.line.replacing(Self.folder, with: "")
        }
    }

    @Test(arguments: [
        (
            "return.yaml", "declares: [actions, indicators]", "declares: [indicators]",
            [
                "error actions.csv:2:1: rows of the class `actions` are not declared: 3 from this one on",
                "error return.yaml:6:10 (of): the table shows `actions`, which the return does not declare",
                "error return.yaml:13:3 (actions): there are totals of `actions`, which the return does not declare",
            ]
        ),
        (
            "return.yaml", "declares: [actions, ", "declares: [actions, actions, ",
            [
                "error return.yaml:1:21 (declares): `actions` stands twice in `declares`"
            ]
        ),
        (
            "return.yaml", "declares: [", "declares: [core-services, ",
            [
                "error return.yaml:1:12 (declares): `core-services` is declared, and there is neither a file nor a table of it"
            ]
        ),
        (
            "return.yaml", "  - kind: exceptions\n    of: [actions]\n", "",
            [
                "error actions.csv:2:1: no table prints the rows of the class `actions`: 3 from this one on"
            ]
        ),
        (
            "return.yaml", "of: [actions]", "of: []",
            [
                "error actions.csv:2:1: no table prints the rows of the class `actions`: 3 from this one on"
            ]
        ),
        (
            "return.yaml", "of: [indicators]", "of: [indicators]\n    class: focus",
            [
                "error indicators.csv:2 (class): no table prints this indicator: it has no class",
                "error indicators.csv:3 (class): no table prints this indicator: it has no class",
            ]
        ),
        (
            "return.yaml", "of: [actions]", "of: [actions]\n    class: focus",
            [
                "error return.yaml:7:5 (class): only a table of indicators asks for a `class`"
            ]
        ),
        (
            "return.yaml", "sport: 24", "sport: 1",
            [
                "error return.yaml:13:21 (sport): `sport` has 2 rows in actions.csv, more than its total of 1"
            ]
        ),
        (
            "return.yaml", "sport: 24", "sport: 99999999999999999999",
            [
                "error return.yaml:13:21 (sport): the total of `sport` is not a whole number above zero"
            ]
        ),
        (
            "return.yaml", "nil: [youth]", "nil: []",
            [
                "warning return.yaml:14:1 (nil): a unit has not reported: `youth`"
            ]
        ),
        (
            "return.yaml", "nil: [youth]", "nil: [youth, sprot]",
            [
                "error return.yaml:14:14 (nil): `sprot` is not a unit of `communities`"
            ]
        ),
        ("return.yaml", "nil: [youth]", "nil: youth", []),
        ("return.yaml", "nil: [youth]", "nil: { actions: [youth] }", []),
        ("return.yaml", "nil: [youth]", "nil: { indicators: youth }", []),
        (
            "return.yaml", "nil: [youth]", "nil: [youth, sport]",
            [
                "error return.yaml:14:14 (nil): `sport` has nothing to report, and has rows"
            ]
        ),
        (
            "return.yaml", "nil: [youth]", "nil: { actions: [youth], indicators: [libraries, sprot] }",
            [
                "error return.yaml:14:39 (indicators): `libraries` has nothing to report, and has rows of the class `indicators`",
                "error return.yaml:14:50 (indicators): `sprot` is not a unit of `communities`",
            ]
        ),
        (
            "return.yaml", "nil: [youth]", "nil: { actoins: [youth] }",
            [
                "warning return.yaml:14:1 (nil): a unit has not reported: `youth`",
                "error return.yaml:14:8 (actoins): unknown class `actoins` in `nil`",
            ]
        ),
        (
            "return.yaml", "nil: [youth]", "nil: { activity: [youth] }",
            [
                "error return.yaml:14:8 (activity): units have nothing to report of `activity`, which the return does not declare"
            ]
        ),
        (
            "return.yaml", "nil: [youth]", "nil: { actions: { youth: 1 } }",
            [
                "warning return.yaml:14:1 (nil): a unit has not reported: `youth`",
                "error return.yaml:14:17 (actions): `actions` must be a text or a list of texts, not a group of keys",
            ]
        ),
        (
            "return.yaml", "  method: The", "  methods: The",
            [
                "error indicators.csv:3:56 (2009/10 mid-year): the note `method` has no text",
                "error return.yaml:11:20 (introduction): the note `method` has no text",
                "warning return.yaml:16:3 (methods): the note `methods` is not used",
            ]
        ),
        (
            "return.yaml", "  method: The", "  My Method: The",
            [
                "error indicators.csv:3:56 (2009/10 mid-year): the note `method` has no text",
                "error return.yaml:11:20 (introduction): the note `method` has no text",
                "error return.yaml:16:3 (My Method): `My Method` is not an identifier",
                "warning return.yaml:16:3 (My Method): the note `My Method` is not used",
            ]
        ),
        (
            "return.yaml", "kind: exceptions", "kind: exceptoins",
            [
                "error return.yaml:5:11 (kind): unknown kind of table `exceptoins`"
            ]
        ),
        (
            "return.yaml", "signed-by: officer", "signed-by: nobody",
            [
                "error return.yaml:3:12 (signed-by): unknown person `nobody`"
            ]
        ),
        (
            "return.yaml", "signed-by: officer", "numbering: roman\nsigned-by: officer",
            [
                "error return.yaml:3:12 (numbering): `numbering` cannot be `roman`"
            ]
        ),
        (
            "indicators.csv", "sport,NI 8", ",NI 8",
            [
                "error indicators.csv:2 (unit): the indicator has no unit, and the rows of `indicators` are grouped by unit"
            ]
        ),
        (
            "statement.md", "# Progress\n", "# Progress\n\n{{> exceptions }}\n",
            [
                "error statement.md:3:1: no table of the return has the name `exceptions`"
            ]
        ),
        (
            "return.yaml", "of: [actions]",
            "of: [actions]\n    name: kpi\n  - { kind: indicators, of: [indicators], name: kpi }",
            [
                "error return.yaml:8:5 (tables): two tables have the name `kpi`"
            ]
        ),
        (
            "statement.md", "**Prevention.**", "**Prevention[^methud].**",
            [
                "error statement.md:3:13: the note `methud` has no text"
            ]
        ),
    ])
    func `a rule that is broken is told at its place`(
        file: String,
        text: String,
        other: String,
        expected: [String]
    ) throws {
        let told = try lines(file, text, other)
        #expect(told == expected)
    }

    @Test func `a class that is misspelt gets the nearest that a table asks for`() throws {
        var files = GoodWorkspace.files
        files["returns/communities/return.yaml"] = GoodWorkspace.communities
            .replacing("of: [indicators]", with: "of: [indicators]\n    class: renewed focus")
        files["returns/communities/indicators.csv"] = """
            unit,measure,better,class,2008/09 actual,comment
            sport,Adults,higher,renewd focus,1,
            libraries,Use,higher,renewed focus,1[^method],
            """
        let diagnostics = try read(files).diagnostics
        #expect(
            diagnostics.map(\.line) == [
                "error returns/communities/indicators.csv:2 (class): no table prints this indicator: none asks for the class "
                    + "`renewd focus`"
            ]
        )
        #expect(diagnostics.first?.hint == "did you mean `renewed focus`?")
    }

    @Test func `a row that cannot be read still shows that its unit has reported`() throws {
        #expect(
            try lines("actions.csv", "libraries,L1,Move the archive,A new archive,on course,,,2010,", "youth") == [
                "error actions.csv:4: the row has 1 field for 9 columns: none for `ref`, `action`, `outcome`, `status`, "
                    + "`reason`, `response`, `due`, `comment`"
            ]
        )
        #expect(try lines("return.yaml", "nil: [youth]", "nil: [youth]").isEmpty)
    }

    @Test func `a missing return.yaml does not hide the other files' problems`() throws {
        var files = GoodWorkspace.files
        files["returns/communities/return.yaml"] = nil
        files["returns/communities/statement.md"] = "<b>\n"
        #expect(
            try read(files).diagnostics.map(\.line) == [
                "error returns/communities/return.yaml: `return.yaml` is missing",
                "error returns/communities/statement.md:1:1: this is HTML, the code of web pages, which is not printed",
            ]
        )
    }

    @Test func `the council's own words for the statuses are known`() throws {
        var files = GoodWorkspace.files
        files["council.yaml"] =
            GoodWorkspace.council
            + "statuses: { green: on course, red: not on course, blue: done, teal: done and ongoing }\n"
        for (name, text) in files where name.hasSuffix(".csv") {
            files[name] = text.replacing("not on course", with: "Red").replacing("on course", with: "green")
        }
        let contents = try read(files)
        #expect(contents.diagnostics.map(\.line) == [])
        #expect(contents.round?.returns.first?.items.map(\.status.meaning) == [.notOnCourse, .notOnCourse, .onCourse])
    }

    @Test func `a statement puts in a named table of the return once, and without options`() throws {
        var files = GoodWorkspace.files
        let folder = Self.folder
        files[folder + "return.yaml"] = files[folder + "return.yaml"]?
            .replacing("of: [indicators]", with: "of: [indicators]\n    name: kpi")
        files[folder + "statement.md"]? += "\n{{> kpi }}\n"
        let good = try read(files)
        #expect(good.diagnostics.map(\.line) == [])
        let tables = good.round?.directorateReturn("communities")?.tablesAfterStatement.map(\.kind)
        #expect(tables == ["exceptions"])
        files[folder + "statement.md"]? += "\n{{> kpi of: actions }}\n"
        let twice = try read(files).diagnostics.map(\.message)
        #expect(
            twice == ["the table `kpi` stands twice in the statement", "a table in a statement has no option `of`"]
        )
    }
}
