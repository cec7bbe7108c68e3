// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// A paper's header and body. Each case changes one thing in the good workspace.
struct PaperReaderTests {
    private func diagnostics(_ text: String, _ other: String) throws -> [Diagnostic] {
        try read(replacing: text, with: other, in: "papers/cabinet.md").diagnostics
    }

    @Test(arguments: [
        ("layout: cabinet\n", "", "error papers/cabinet.md:2:1: `layout` is missing in the header of a paper"),
        ("by: leader", "by: []", "error papers/cabinet.md:3:1 (by): `by` names nobody"),
        ("body: cabinet", "body: cabient", "error papers/cabinet.md:4:13 (body): unknown body `cabient`"),
        (
            "date: 2009-11-30", "date: 31/11/09",
            "error papers/cabinet.md:4:28 (date): 31 November 2009 does not exist"
        ),
        (
            "classification: Unrestricted", "classification:",
            "error papers/cabinet.md:6:1 (classification): `classification` is empty"
        ),
        (
            "summary: |\n  This report says what was done.\n", "",
            "error papers/cabinet.md:2:1: `summary` is missing in the header of a paper"
        ),
        ("verb: NOTE", "verb: NOTICE", "error papers/cabinet.md:10:13 (verb): `verb` cannot be `NOTICE`"),
        ("verb: NOTE, ", "", "error papers/cabinet.md:10:5 (recommendations): `verb` is missing in a recommendation"),
        (
            "of: all-directorates", "of: [all-directorates, highways]",
            "error papers/cabinet.md:13:23 (of): `of` says `all-directorates`, and names directorates"
        ),
        (
            ", of: all-directorates", "",
            "error papers/cabinet.md:13:5 (appendices): the appendix does not say what it holds"
        ),
        (
            "of: all-directorates", "of: remit, text: The minute",
            "error papers/cabinet.md:13:5 (appendices): the appendix has `of`, for returns, and `text`"
        ),
        (
            "of: all-directorates", "text: ''",
            "error papers/cabinet.md:13:29 (text): `text` is empty"
        ),
        (
            "of: all-directorates", "text: 'As said[^note].'",
            "error papers/cabinet.md:13:37 (text): the note `note` stands in a paper"
        ),
        ("of: all-directorates", "of: [highway]", "error papers/cabinet.md:13:28 (of): unknown directorate `highway`"),
        (
            "background-papers: none\n", "",
            "error papers/cabinet.md:2:1: `background-papers` is missing in the header of a paper"
        ),
        (
            "background-papers: none", "background-papers: []",
            "error papers/cabinet.md:14:1 (background-papers): `background-papers` is empty"
        ),
        ("status: final", "status: finished", "error papers/cabinet.md:15:9 (status): `status` cannot be `finished`"),
        (", date: 2009-11-30 }", " }", "error papers/cabinet.md:4:5 (to): `date` is missing in a meeting"),
        (
            "date: 2009-11-30", "date: 2009-11-29",
            "warning papers/cabinet.md:4:22 (date): the meeting of 29 November 2009 falls on a Sunday"
        ),
        (
            "date: 2009-11-30", "date: 2009-12-25",
            "warning papers/cabinet.md:4:22 (date): the meeting of 25 December 2009 falls on a holiday"
        ),
        (
            "body: cabinet", "body: each",
            "error papers/cabinet.md:4:13 (body): `body: each` stands in a paper for one body"
        ),
        (
            "status: final", "purpose: decide\nstatus: final",
            "error papers/cabinet.md:15:10 (purpose): `purpose` cannot be `decide`"
        ),
        (
            "status: final", "route: [{ body: cabinet, purpose: information }]\nstatus: final",
            "error papers/cabinet.md:15:9 (route): `date` is missing in a step of the route"
        ),
        (
            "status: final",
            "route: [{ body: cabinet, date: 2009-12-07, purpose: discussion }, { body: cabinet, date: 2009-11-30, purpose: information }]\nstatus: final",
            "error papers/cabinet.md:15:67 (route): the route goes back from 7 December 2009 to 30 November 2009"
        ),
        (
            "status: final",
            "route: [{ body: cabinet, date: 2009-11-26, purpose: discussion }, { body: cabinet, date: 2009-11-30, purpose: approval }]\nstatus: final",
            "warning papers/cabinet.md:15:67 (route): the paper for Cabinet on 30 November 2009 must be public by 20 November 2009, before Cabinet has met on 26 November 2009"
        ),
        (
            "status: final", "route: [{ body: cabinet, date: 2009-12-01, purpose: information }]\nstatus: final",
            "error papers/cabinet.md:15:9 (route): the route has Cabinet meet on 1 December 2009, and `to` on 30 November 2009"
        ),
        (
            "status: final", "route: [{ body: each, date: 2009-12-01, purpose: information }]\nstatus: final",
            "error papers/cabinet.md:15:23 (date): `date` stands in a step of the route for `each`"
        ),
        (
            "status: final", "status: draft\nversion: two",
            "error papers/cabinet.md:16:10 (version): `version` is a whole number from 1 to 999, not `two`"
        ),
        (
            "status: final", "status: draft\nas-at: 2010-08-19",
            "warning papers/cabinet.md:16:1 (as-at): the draft is as at 19 August 2010, after its meeting of 30 November 2009"
        ),
        ("See []", "See [^why] [^why] []", "error papers/cabinet.md:19:5: the note `why` stands in a paper"),
        ("See []", "See [^why] []", "error papers/cabinet.md:19:5: the note `why` stands in a paper"),
        (
            "# Introduction", "<hr>\n\n# Introduction",
            "error papers/cabinet.md:17:1: this is HTML, the code of web pages, which is not printed"
        ),
        (
            "  This report", "  This <b>report",
            "error papers/cabinet.md:8:8 (summary): this is HTML, the code of web pages, which is not printed"
        ),
    ])
    func `what is wrong is told at its place`(text: String, other: String, line: String) throws {
        let lines = try diagnostics(text, other).map(\.line)
        #expect(lines == [line])
    }

    private func inCalendar(_ days: String, _ text: String = "", _ other: String = "") throws -> [String] {
        var files = GoodWorkspace.files
        files["council.yaml"] = GoodWorkspace.council.replacing(
            "members: Cabinet Members }",
            with: "members: Cabinet Members, meets: \(days) }"
        )
        files["papers/cabinet.md"] = GoodWorkspace.paper.replacing(text, with: other)
        return try read(files).diagnostics.map { "\($0.line)" + ($0.hint.map { " (\($0))" } ?? "") }
    }

    @Test func `where a body has a calendar of meetings, its meeting is one of them`() throws {
        #expect(try inCalendar("[2009-11-30, 2010-01-11]") == [])
        #expect(
            try inCalendar("[2009-11-02, 2009-12-07, 2010-01-11]") == [
                "warning papers/cabinet.md:4:22 (date): `cabinet` has no meeting on 30 November 2009: its calendar in council.yaml does not list that day (its nearest meeting is on 7 December 2009; put the day right, or add it to `meets` of the body)"
            ]
        )
        #expect(
            try inCalendar(
                "[2009-11-30]",
                "status: final",
                "route: [{ body: cabinet, date: 2009-11-30, purpose: information }, { body: cabinet, date: 2010-01-11, purpose: approval }]\nstatus: final"
            ) == [
                "warning papers/cabinet.md:15:85 (date): `cabinet` has no meeting on 11 January 2010: its calendar in council.yaml does not list that day (its nearest meeting is on 30 November 2009; put the day right, or add it to `meets` of the body)"
            ]
        )
    }

    @Test func `a day of the calendar is looked at once, where the calendar is`() throws {
        #expect(
            try inCalendar("[2009-11-29]", "date: 2009-11-30", "date: 2009-11-29") == [
                "warning council.yaml:5:80 (meets): the meeting of 29 November 2009 falls on a Sunday (is it the right day?)"
            ]
        )
        #expect(
            try inCalendar("[2009-11-31, 2009-11-30]") == [
                "error council.yaml:5:80 (meets): 31 November 2009 does not exist (November has 30 days)"
            ]
        )
    }

    @Test func `a paper for each of several bodies names none, and there must be some`() throws {
        #expect(
            try diagnostics("status: final", "for-each: overview-bodies\nstatus: final").map(\.line) == [
                "error papers/cabinet.md:4:13 (body): `for-each` makes papers for several bodies, and `to` names `cabinet`",
                "error papers/cabinet.md:15:1 (for-each): the council has no bodies of the kind `overview`",
            ]
        )
    }

    @Test func `the law on background papers is named`() throws {
        let hint = try #require(try diagnostics("background-papers: none\n", "").first?.hint)
        #expect(hint.contains("section 100D"))
        #expect(hint.contains("`none`"))
    }

    @Test(arguments: [
        ("true", PaperSource.KeyDecision()), ("Yes", PaperSource.KeyDecision()), ("false", nil), ("no", nil),
        ("FP/2009/31", PaperSource.KeyDecision(reference: "FP/2009/31")),
        ("\"No 31\"", PaperSource.KeyDecision(reference: "No 31")),
    ])
    func `a key decision is said with or without its reference`(text: String, decision: PaperSource.KeyDecision?) throws
    {
        let contents = try read(
            replacing: "status: final",
            with: "key-decision: \(text)\nstatus: final",
            in: "papers/cabinet.md"
        )
        #expect(contents.diagnostics.map(\.line) == [])
        #expect(contents.round?.papers.first?.keyDecision == decision)
    }

    @Test func `a reference of a key decision that is nearly marked as exempt is an error`() throws {
        let lines = try diagnostics("status: final", "key-decision: \"[EXEMPT 3] FP/31\"\nstatus: final").map(\.line)
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("error papers/cabinet.md:15:15 (key-decision):") == true)
    }

    @Test func `background papers may be a list`() throws {
        let contents = try read(
            replacing: "background-papers: none",
            with: "background-papers:\n  - The *plans*\n  - The returns",
            in: "papers/cabinet.md"
        )
        #expect(contents.diagnostics.map(\.line) == [])
        #expect(contents.round?.papers.first?.backgroundPapers.map(\.dump) == ["p The <i>plans</i>", "p The returns"])
    }

    @Test func `lines may end as Windows ends them`() throws {
        var files = GoodWorkspace.files
        for (name, text) in files { files[name] = text.replacing("\n", with: "\r\n") }
        let contents = try read(files)
        #expect(contents.diagnostics.map(\.line) == [])
        #expect(contents.round?.papers.first?.body.blocks.map(\.location.line) == [17, 19, 21])
    }

    @Test func `a file is named as an identifier, and ends in .md or .docx`() throws {
        var files = GoodWorkspace.files
        files["papers/My Paper.md"] = GoodWorkspace.paper
        files["papers/notes.txt"] = "x"
        files["papers/report.docx"] = "x"
        files["papers/cabinet.yaml"] = "x"
        #expect(
            try read(files).diagnostics.map(\.line) == [
                "error papers/My Paper.md: `My Paper` is not a name for a paper",
                "warning papers/cabinet.yaml: the file is not read",
                "warning papers/notes.txt: the file is not read",
                "error papers/report.docx: the paper has no header",
            ]
        )
    }

    @Test(arguments: ["status", "Status"])
    func `no paper has the name of the page of the watch folder`(name: String) throws {
        var files = GoodWorkspace.files
        files["papers/\(name).md"] = files["papers/cabinet.md"]
        files["papers/cabinet.md"] = nil
        #expect(
            try read(files).diagnostics.map(\.line).contains(
                "error papers/\(name).md: a paper cannot be called `\(name)`: the page of the watch folder has that name"
            )
        )
    }

    @Test func `a file makes a paper about each directorate, with its name in the subject`() throws {
        let round = try #require(
            try read(replacing: "by: leader", with: "for-each: directorates\nby: leader", in: "papers/cabinet.md").round
        )
        let directorates = round.council.directorates
        #expect(round.papers.map(\.directorates) == directorates.map { [$0.id] })
        let subject = try #require(round.papers.first?.subject)
        #expect(subject.hasSuffix(": \(directorates[0].name)"))
        let ends = Set(round.papers.map { $0.id.split(separator: "-2009-11-30-").last })
        #expect(ends.count == 1)
        #expect(
            round.papers.map { $0.id.split(separator: "-2009-11-30-").first.map(String.init) } == directorates.map(\.id)
        )
        #expect(Set(round.papers.map(\.meeting.body)) == ["cabinet"])
    }

    @Test func `a paper names the directorates that it is about`() throws {
        let contents = try read(
            replacing: "by: leader",
            with: "directorates: [communities, nowhere]\nby: leader",
            in: "papers/cabinet.md"
        )
        #expect(contents.diagnostics.map(\.message).contains("unknown directorate `nowhere`"))
        let known = try read(
            replacing: "by: leader",
            with: "directorates: communities\nby: leader",
            in: "papers/cabinet.md"
        )
        #expect(known.round?.papers.map(\.directorates) == [["communities"]])
    }
}
