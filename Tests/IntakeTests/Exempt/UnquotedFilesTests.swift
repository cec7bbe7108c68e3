// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

@testable import Intake

/// What a report may quote: all but what may be exempt.
struct UnquotedFilesTests {
    private let paper = "papers/cabinet.md"
    private let actions = "returns/communities/actions.csv"
    private let activity = "returns/highways/activity.csv"
    private let statement = "returns/communities/statement.md"

    /// The good workspace with edits, of whose files these are not quoted; in each of the three a mistake is planted.
    private func unquoted(_ edits: (file: String, old: String, new: String)...) throws -> Set<String> {
        var files = GoodWorkspace.files
        let mistakes = [
            (file: actions, old: "sport,S1", new: "Zyxalder,S1"), (file: activity, old: "roads,R1", new: "Zyxbirch,R1"),
            (file: paper, old: "# Introduction", new: "# Introduction\n\nZyxcedar{{ 1"),
        ]
        for edit in edits + mistakes {
            let text = try #require(files[edit.file])
            #expect(text.contains(edit.old), "\(edit.old)")
            files[edit.file] = text.replacing(edit.old, with: edit.new, maxReplacements: 1)
        }
        let diagnostics = try read(files).diagnostics
        let words = [(actions, "Zyxalder"), (activity, "Zyxbirch"), (paper, "Zyxcedar")]
        return Set(
            words.filter { file, word in
                let own = diagnostics.filter { $0.location?.file == file }
                let isQuoted = own.contains { $0.excerpt?.contains(word) == true }
                let saysIt = JSONRenderer().render(own).lowercased().contains(word.lowercased())
                #expect(isQuoted == saysIt)
                return !own.isEmpty && !isQuoted
            }.map(\.0)
        )
    }

    @Test func `files without anything like a marker are quoted`() throws {
        #expect(try unquoted() == [])
        #expect(try unquoted((statement, "# Progress", "# Progress\n\nThe council is exempt from it.")) == [])
    }

    @Test(arguments: ["is exempt", "is confidential", "not for publication", "E\u{AD}xemption", "RESTRICTED", "[!"])
    func `a row that speaks of it is not, and others are`(words: String) throws {
        #expect(try unquoted((actions, "Open the pool", "Open the pool: \(words)")) == [actions])
        // What is nearly a mark may be meant for more than its row.
        let isMark = words == "RESTRICTED" || words == "[!"
        #expect(try unquoted((actions, "Move the archive", "Move the archive: \(words)")) == (isMark ? [actions] : []))
    }

    /// The good workspace with a second row that is exempt, and with edits.
    private func besideExemptRow(_ edits: (old: String, new: String)...) throws -> Set<String> {
        let lines = GoodWorkspace.actions.split(separator: "\n").map(String.init)
        let marked = [lines[0] + ",exempt", lines[1] + ",", lines[2] + ",", lines[3] + ",3"].joined(separator: "\n")
        let text = edits.reduce(marked) { $0.replacing($1.old, with: $1.new, maxReplacements: 1) }
        return try unquoted(
            (actions, GoodWorkspace.actions, text + "\n"),
            (
                "returns/communities/return.yaml", "declares:",
                "exempt:\n  - { paragraph: 3, reason: It is., public-interest: It is. }\ndeclares:"
            )
        )
    }

    @Test func `a comment that an exempt row and another share is quoted in neither`() throws {
        #expect(try besideExemptRow(("libraries,L1", "sport,L1"), ("2010,,3", "2010,same as S2,3")) == [actions])
    }

    @Test func `a row beside an exempt one is quoted, unless rows or columns cannot be told apart`() throws {
        #expect(try besideExemptRow() == [])
        #expect(try besideExemptRow(("2010,,3", "2010,,three")) == [actions])
        #expect(try besideExemptRow(("2010,,3", "2010,,3,")) == [actions])
        #expect(try besideExemptRow(("2010,,3", "\"2010\" x,,3")) == [actions])
        #expect(try besideExemptRow(("2010,,3", "2010,3")) == [actions])
        #expect(try besideExemptRow(("2010,,3", "\"2010,,3")) == [actions])
        #expect(try besideExemptRow((",outcome,", ",outcom,")) == [actions])
        #expect(try besideExemptRow((",outcome,", ",comment,")) == [actions])
    }

    @Test func `a reason without anything exempt keeps every row of the return unquoted`() throws {
        let reasons = "exempt:\n  - { paragraph: 5, reason: It is., public-interest: It is. }\n"
        let header = "due,comment\nsport,S1,Open the pool,,not on course,The roof leaks.,Repair it.,2010-03,"
        #expect(
            try unquoted(
                ("returns/communities/return.yaml", "declares:", reasons + "declares:"),
                (actions, header, header.replacing("comment\n", with: "comment,exempt\n") + ",")
            ).contains(actions)
        )
    }

    /// What is said of the return of Communities, with its files replaced.
    private func report(_ changes: [String: String]) throws -> String {
        var files = GoodWorkspace.files
        for (name, text) in changes { files["returns/communities/\(name)"] = text }
        let diagnostics = try read(files).diagnostics.filter { $0.location?.file.contains("communities") == true }
        return TerminalRenderer(isColoured: false).render(diagnostics)
    }

    private let form = "declares: [actions]\nreceived: 2009-10-30\nsigned-by: officer\n"

    @Test
    func `a note is not quoted where anything in its return is exempt, for nothing in it says to what it belongs`()
        throws
    {
        let notes = "notes:\n  bids: Zyxa{{ 1 price\n"
        let rows = GoodWorkspace.actions.replacing("comment\n", with: "comment,exempt\n")
            .replacing("2010-03,\n", with: "2010-03,,3\n").replacing("same as S1\n", with: ",\n")
            .replacing("2010,\n", with: "2010,,\n").replacing("The roof leaks.", with: "The roof leaks.[^bids]")
        let exempt = try report(["return.yaml": form + notes, "actions.csv": rows])
        #expect(exempt.contains("return.yaml:5"))
        #expect(!exempt.lowercased().contains("zyxa{"))
        #expect(try report(["return.yaml": form + notes]).contains("Zyxa{{ 1 price"))
    }

    @Test(arguments: ["\u{2028}", "\u{2029}", "\u{85}"])
    func `lines that the parser counts and no editor does mislead no excerpt`(separator: String) throws {
        let words = "'Half\(separator)\(separator)\(separator)\(separator)year'"
        let found = try report([
            "return.yaml":
                "received: \(words)\nsigned-by: nobody\nnotes:\n  a: |\n    > [!EXEMPT 3]\n    > Zyxalder.\n\n    b\n"
        ])
        #expect(found.contains("return.yaml"))
        #expect(!found.contains("Zyxalder"))
    }

    @Test(arguments: [
        "> [!EXEMPT 3]\n\nZyxa{{ 1 rent.\n", "> [!EXEMPT para 3]\n> a\n\nZyxa{{ 1 rent.\n",
        "> [!EXEMPT 3]\n> a\n>\n> > [!EXEMPT 3]\n> > b\n\nZyxa{{ 1 rent.\n",
        "> [!EXEMPT 3]\n> a\n\n\u{A0}> Zyxa{{ 1 rent.\n", "> [!EXEMPT 3]\n> a\n\n\u{AD}> Zyxa{{ 1 rent.\n",
        "> [!EXEMPT 3]\n> a\n\n\u{2003}> Zyxa{{ 1 rent.\n",
    ])
    func `what stands beside a passage with a mistake is not quoted`(statement: String) throws {
        let reasons = "exempt:\n  - { paragraph: 3, reason: It is., public-interest: It is. }\n"
        let found = try report([
            "return.yaml": form + reasons, "statement.md": "> [!EXEMPT 3]\n> It.\n\nA.\n\n" + statement,
        ])
        #expect(found.contains("error: "))
        #expect(!found.lowercased().contains("zyxa{"))
    }

    @Test func `a mistake in what says what is exempt keeps every file of the return unquoted`() throws {
        for key in ["exempt: 3\n", "exempt: yes\n", "classification: Exempt\n", "access: exempt\n"] {
            let found = try report([
                "return.yaml": form + key, "statement.md": "> [!EXEMPT 3]\n> It.\n\nZyxa{{ 1 rent.\n",
            ])
            #expect(found.contains("statement.md:4"), "\(key)")
            #expect(!found.lowercased().contains("zyxa{"), "\(key)")
        }
    }

    @Test func `a comment above a key is about it`() throws {
        let found = try report([
            "return.yaml":
                "received: 2009-10-30\n# exempt: for members only\nsigned-by: zyxalder\ndeclares: [zyxbirch]\n"
        ])
        #expect(!found.contains("zyxalder"))
        #expect(found.contains("signed-by"))
    }

    @Test func `blocks of prose and keys beside what is exempt are quoted`() throws {
        var files = GoodWorkspace.files
        files[statement] = "One{{ 1\n\n> [!EXEMPT 3]\n> Zyxa is it.\n\nTwo{{ 1\n"
        files["returns/communities/return.yaml"] =
            """
            exempt: [{ paragraph: 3, reason: It is., public-interest: It is. }]
            declares: [actions, indicators, zyxactivity]
            received: 2009-10-30
            signed-by: nobody
            notes:
              basis: |
                > [!EXEMPT 3]
                > It {{ zyxb }}.
            """
        let diagnostics = try read(files).diagnostics.filter { $0.location?.file.contains("communities") == true }
        let report = TerminalRenderer(isColoured: false).render(diagnostics)
        for word in ["One{{ 1", "Two{{ 1", "`nobody`", "signed-by: nobody", "`zyxactivity`"] {
            #expect(report.contains(word), "\(word)")
        }
        #expect(!report.lowercased().contains("zyxa "))
        #expect(!report.contains("zyxb"))
        files["returns/communities/return.yaml"] = "{ signed-by: nobody, declares: [zyx],\n  notes: { a: exempt } }"
        let flow = try read(files).diagnostics.filter { $0.location?.file.hasSuffix("communities/return.yaml") == true }
        #expect(!flow.isEmpty)
        #expect(!TerminalRenderer(isColoured: false).render(flow).contains("nobody"))
    }

    @Test(arguments: [
        "classification: Restricted", "classification: Exempt", "classification:", "klassification: Unrestricted",
        "classification: [Unrestricted]",
        "classification: Unrestricted\nclassification: Restricted", "classification: Not for all",
        "classification: \"Unrestricted, but\"",
        "classification: Unrestricted\nx: [", "classification: Restricted\nx: [",
    ])
    func `a paper that is not exactly public is not quoted, nor are the returns that it alone appends`(key: String)
        throws
    {
        // Where the rest cannot be read, the line by itself says that the paper is for everybody.
        let isKnown = key == "classification: Unrestricted\nx: ["
        #expect(
            try unquoted((paper, "classification: Unrestricted", key)) == (isKnown ? [] : [paper, actions, activity])
        )
    }

    @Test(arguments: [
        "classification: unrestricted", "classification: UNRESTRICTED", "\"classification\": 'Unrestricted'",
        "classification: Unrestricted # all",
    ])
    func `letters of either case say the same`(key: String) throws {
        #expect(try unquoted((paper, "classification: Unrestricted", key)) == [])
    }

    @Test func `a return that another paper appends for everybody is quoted`() throws {
        var files = GoodWorkspace.files
        files["papers/other.md"] = GoodWorkspace.paper
        files[paper] = files[paper]?.replacing("classification: Unrestricted", with: "classification: Restricted")
        files[actions] = files[actions]?.replacing("sport,S1", with: "Zyxalder,S1")
        let diagnostics = try read(files).diagnostics
        #expect(diagnostics.contains { $0.excerpt?.contains("Zyxalder") == true })
    }

    @Test func `returns that are appended as exempt are not quoted, also where the mark or the header is damaged`()
        throws
    {
        let reasons = "exempt:\n  - { paragraph: 5, reason: It is., public-interest: It is. }\n"
        for (new, key) in [
            ("of: all-directorates, exempt: 5 }", reasons), ("of: all-directorates, exmpt: 5 }", ""),
            ("of: all-directorates, exempt: five }", reasons),
            ("of: all-directorates, exempt: 5 }", reasons + "x: [\n"),
            ("of: all-directorates, confidential: 5 }", ""),
        ] {
            let unquoted = try unquoted(
                (paper, "of: all-directorates }", new),
                (paper, "status: final", key + "status: final")
            )
            // What is marked as it should be leaves the rest of its paper for everybody.
            let isRight = new.contains("exempt: 5 }") && key == reasons
            #expect(unquoted == (isRight ? [actions, activity] : [paper, actions, activity]), "\(new) \(key)")
        }
    }

    @Test func `without council.yaml the returns of a paper that is not public are not quoted either`() throws {
        var files = GoodWorkspace.files
        files["council.yaml"] = "name: [\n"
        files[paper] = files[paper]?.replacing("classification: Unrestricted", with: "classification: Exempt")
        files[actions] = files[actions]?.replacing("2010-03,", with: "Zyxalder,")
        let diagnostics = try read(files).diagnostics
        #expect(diagnostics.contains { $0.location?.file == actions })
        #expect(!JSONRenderer().render(diagnostics).contains("Zyxalder"))
    }

    @Test func `the program's own words stay in the hints of a file that is not quoted`() throws {
        var files = GoodWorkspace.files
        files[statement] = "> [!EXEMPT 3]\n> It leaks.\n"
        let diagnostics = try read(files).diagnostics
        #expect(
            diagnostics.map(\.line) == [
                "error returns/communities/statement.md:1:1: there is no reason why this is exempt under paragraph 3"
            ]
        )
        #expect(
            diagnostics.first?.hint
                == "add `exempt:` to return.yaml, with `paragraph: 3`, `reason:` and `public-interest:`"
        )
        files["returns/communities/return.yaml"]? += "exempt:\n  - { paragraph: 3, reson: Zyx }\n"
        let form = try read(files).diagnostics.filter { $0.location?.file.hasSuffix(".yaml") == true }
        #expect(
            form.map(\.message) == [
                "`public-interest` is missing in the reason for an exemption",
                "unknown key `…` in the reason for an exemption",
            ]
        )
        #expect(form.last?.hint == "did you mean `reason`?")
    }

    @Test func `an exempt reason for a paragraph that nothing is marked with is an error`() throws {
        var files = GoodWorkspace.files
        files["returns/communities/return.yaml"]? +=
            "exempt:\n  - { paragraph: 3, reason: It is., public-interest: It is. }\n"
        let diagnostics = try read(files).diagnostics
        #expect(
            diagnostics.map(\.line) == [
                "error returns/communities/return.yaml:18:5 (exempt): nothing here is exempt under paragraph 3"
            ]
        )
        #expect(
            diagnostics.first?.hint
                == "a mark may have been lost or miswritten: put it right first; delete the reason only if nothing here is exempt any more"
        )
        let paper = try read(
            replacing: "status: final",
            with: "exempt:\n  - { paragraph: 3, reason: It is., public-interest: It is. }\nstatus: final",
            in: paper
        )
        #expect(
            paper.diagnostics.map(\.line) == [
                "error papers/cabinet.md:16:5 (exempt): nothing here is exempt under paragraph 3"
            ]
        )
    }
}
