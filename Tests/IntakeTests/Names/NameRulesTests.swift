// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

@testable import Intake

/// Every text of a workspace writes the council's names in one way. Each case changes one thing in the good workspace.
struct NameRulesTests {
    private static let name = "`Libraries & Archives` is not how the council writes this name"

    @Test(arguments: [
        ("papers/cabinet.md", "subject: Half-year monitoring", "subject: The Libraries & Archives", "5:14 (subject)"),
        ("papers/cabinet.md", "This report says", "Of Libraries & Archives", "8:6 (summary)"),
        ("papers/cabinet.md", "text: the report", "text: Libraries & Archives", "10:25 (text)"),
        ("papers/cabinet.md", "title: Returns", "title: Libraries & Archives", "13:14 (title)"),
        ("papers/cabinet.md", "papers: none", "papers:\n  - Libraries & Archives 2009", "15:5 (background-papers)"),
        ("papers/cabinet.md", "# Introduction", "# On Libraries & Archives", "17:6"),
        ("papers/cabinet.md", "See [", "In *Libraries &\nArchives* see [", "19:5"),
        ("papers/cabinet.md", "See [", "- Libraries & Archives\n\nSee [", "19:3"),
        ("papers/cabinet.md", "See [", "| a | b |\n|---|---|\n| c | Libraries & Archives |\n\nSee [", "21:7"),
        ("returns/communities/statement.md", "**Prevention.** It", "**Libraries** *& Archives*. It", "3:1"),
        ("returns/communities/statement.md", "**Prevention.**", "**Libraries &amp; Archives.**", "3:1"),
        ("returns/communities/return.yaml", "The method", "Libraries & Archives", "16:11 (method)"),
        ("returns/communities/return.yaml", "Targets were", "Libraries & Archives", "10:7 (introduction)"),
        ("returns/communities/actions.csv", "A new archive", "Of Libraries & Archives", "4:34 (outcome)"),
        (
            "returns/communities/actions.csv", "The roof leaks.", "\"The roof:\n\n- Libraries & Archives\"",
            "4:3 (reason)"
        ),
        ("returns/communities/indicators.csv", "Rising.", "\"Libraries & Archives, rising.\"", "2:56 (comment)"),
        ("council.yaml", "post: Leader", "post: Member for Libraries & Archives", "7:54 (post)"),
        ("council.yaml", "post: Leader", "department: Libraries & Archives, post: Leader", "7:49 (department)"),
    ])
    func `a name in another writing is told at its place`(
        file: String,
        text: String,
        other: String,
        place: String
    ) throws {
        let diagnostics = try read(replacing: text, with: other, in: file).diagnostics
        #expect(diagnostics.map(\.message) == [Self.name])
        #expect(diagnostics.map { $0.location?.description } == ["\(file):\(place)"])
        #expect(diagnostics.map(\.hint) == ["write `Libraries and Archives`"])
        #expect(diagnostics.map(\.severity) == [.warning])
    }

    @Test func `a quotation keeps the words that somebody else wrote`() throws {
        let contents = try read(replacing: "See [", with: "> Libraries & Archives\n\nSee [", in: "papers/cabinet.md")
        #expect(contents.diagnostics.map(\.line) == [])
    }

    @Test func `a name does not go on over what is put in`() throws {
        let text = "Libraries {{ round.year }} & Archives, see ["
        let contents = try read(replacing: "See [", with: text, in: "papers/cabinet.md")
        #expect(contents.diagnostics.map(\.line) == [])
    }

    @Test func `each place in one text is its own`() throws {
        let text = "Libraries & Archives and the Libraries & Archives,\nalso Libraries & Archives. See ["
        let contents = try read(replacing: "See [", with: text, in: "papers/cabinet.md")
        #expect(
            contents.diagnostics.map { $0.location?.description } == [
                "papers/cabinet.md:19:1", "papers/cabinet.md:19:30", "papers/cabinet.md:20:6",
            ]
        )
    }

    @Test func `a body and a later unit are measured by the directorates before them`() throws {
        var files = GoodWorkspace.files
        files["council.yaml"] = GoodWorkspace.council
            .replacing("name: Highways", with: "name: Environment, Highways and Waste")
            .replacing("bridges: Bridges", with: "bridges: Environment Highways & Waste Bridges")
            .replacing(
                "bodies:\n",
                with: "bodies:\n  poc: { name: \"Environment, Highways & Waste POC\", kind: overview, members: M }\n"
            )
        let lines = try read(files).diagnostics.map(\.line)
        #expect(
            lines == [
                "warning council.yaml:5:17 (name): `Environment, Highways & Waste` is not how the council writes this name",
                "warning council.yaml:28:41 (bridges): `Environment Highways & Waste` is not how the council writes this name",
            ]
        )
    }

    @Test func `what an abbreviation stands for is written in one way if it is a name`() throws {
        var files = GoodWorkspace.files
        files["council.yaml"] =
            GoodWorkspace.council
            + "abbreviations:\n  LCP: Local Children and Parents Board\n  SEN: special educational needs\n"
        files["papers/cabinet.md"] = GoodWorkspace.paper
            .replacing("This report", with: "Special-educational needs, the Local Children & Parents Board")
        let lines = try read(files).diagnostics.map { "\($0.line), \($0.hint ?? "")" }
        #expect(
            lines.map { $0.drop { $0 != "`" } } == [
                "`Local Children & Parents Board` is not how the council writes this name, write `Local Children and Parents Board`"
            ]
        )
    }

    @Test func `a paper for each of several bodies tells a name once`() throws {
        var files = GoodWorkspace.files
        files["council.yaml"] = GoodWorkspace.council.replacing(
            "bodies:\n",
            with:
                "bodies:\n  a: { name: A, kind: overview, members: M }\n  b: { name: B, kind: overview, members: M }\n"
        )
        files["papers/cabinet.md"] = GoodWorkspace.paper
            .replacing("to: { body: cabinet,", with: "for-each: overview-bodies\nto: { body: each,")
            .replacing("This report", with: "Libraries & Archives")
        let messages = try read(files).diagnostics.map(\.message)
        #expect(messages.filter { $0 == Self.name } == [Self.name])
    }
}
