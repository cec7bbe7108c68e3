// SPDX-License-Identifier: Apache-2.0

import Foundation
import Publishing
import TestSupport
import Testing

/// Mistakes of every kind in one workspace, each found in one run at its place.
struct PlantedMistakesTests {
    /// What is changed.
    private struct Mistake {
        var file: String
        var old: String
        var new: String
    }

    /// What `--format json` tells.
    private struct Report: Decodable {
        var diagnostics: [Problem]
        var errors: Int
    }

    /// A problem as `--format json` tells it.
    private struct Problem: Decodable {
        var rule: String
        var severity: String
        var file: String
        var line: Int?
        var column: Int?
        var message: String
        var excerpt: String?

        var summary: String {
            let place = [line, column].compactMap(\.self).map { ":\($0)" }.joined()
            return "\(severity) \(file)\(place) \(message)"
        }
    }

    private static let services = "returns/community-services"

    private static let mistakes = [
        Mistake(file: "council.yaml", old: "kind: overview", new: "kind: overwiev"),
        Mistake(file: "council.yaml", old: "remit: [community-services]", new: "remit: [community-servces]"),
        Mistake(file: "council.yaml", old: "short-name: EC", new: "shrot-name: EC"),
        Mistake(file: "council.yaml", old: "leila.farrant@exampleshire.example", new: "leila.farrant"),
        Mistake(file: "round.yaml", old: "2025-09-30", new: "2025-09-31"),
        Mistake(file: "round.yaml", old: "year: 2025/26", new: "year: 2025/27"),
        Mistake(file: "\(services)/return.yaml", old: "exceptions-three-columns", new: "exceptions-three-colums"),
        Mistake(file: "\(services)/return.yaml", old: "libraries: 12", new: "libraries: twelve"),
        Mistake(file: "\(services)/return.yaml", old: "received: 2025-10-15", new: "received: 15 October"),
        Mistake(file: "\(services)/return.yaml", old: "  flood:", new: "  flod:"),
        Mistake(file: "\(services)/actions.csv", old: "reason,response", new: "raeson,response"),
        Mistake(file: "\(services)/actions.csv", old: "libraries,L1", new: "librarys,L1"),
        Mistake(file: "\(services)/actions.csv", old: "done and ongoing,,,2025-05", new: "done and ongoing"),
        Mistake(file: "\(services)/indicators.csv", old: "\"412,300\"", new: "\"412,30x\""),
        Mistake(file: "\(services)/indicators.csv", old: "[new]", new: ""),
        Mistake(file: "\(services)/indicators.csv", old: "85%", new: "85 persent"),
        Mistake(file: "\(services)/indicators.csv", old: "sport,,Swimming", new: "sprot,,Swimming"),
        Mistake(file: "\(services)/statement.md", old: "{{ actions.total }}", new: "{{ actions.totl }}"),
        Mistake(file: "\(services)/statement.md", old: "We expect to:", new: "<b>We</b> expect to:"),
        Mistake(file: "papers/cabinet.md", old: "verb: NOTE", new: "verb: NOTICE"),
        Mistake(
            file: "papers/cabinet.md",
            old: "background-papers: none             # or a list; the law asks for one or the other\n",
            new: ""
        ),
        Mistake(file: "papers/cabinet.md", old: "by: [member-performance", new: "by: [member-perfomance"),
        Mistake(file: "papers/cabinet.md", old: "[](#appendix-1)", new: "[](#apendix-1)"),
        Mistake(file: "papers/cabinet.md", old: "{{ round.as-at }}", new: "{{ round.asat }}"),
        Mistake(file: "papers/cabinet.md", old: "{{> outcomes of: actions }}", new: "{{> outcome of: actions }}"),
    ]

    /// A day that does not exist, a day that is listed twice, and a part of a year.
    private static let bankHolidays = """
        { "england-and-wales": { "events": [
          { "title": "Jubilee", "date": "2026-06-31" },
          { "title": "Jubilee", "date": "2026-06-05" },
          { "title": "Wedding", "date": "2026-06-05" },
          { "title": "Good Friday", "date": "2027-03-26" }
        ] } }

        """

    private static let expected = [
        "error bank-holidays.json:2:33 31 June 2026 does not exist",
        "error bank-holidays.json:4:25 5 June 2026 is listed twice",
        "warning bank-holidays.json:5:3 `england-and-wales` has only a part of the bank holidays of 2027",
        "error council.yaml:3:1 unknown key `shrot-name` in council.yaml",
        "error council.yaml:20:11 `kind` cannot be `overwiev`",
        "error council.yaml:22:13 unknown directorate `community-servces`",
        "error council.yaml:38:12 `leila.farrant` is not an email address",
        "error layouts/tables/mine.yaml:1:8 a list in `[ ]` is not closed, or a comma is missing",
        "error layouts/tables/other.yaml:1:11 the file is not good UTF-8 here",
        "error papers/cabinet.md:2:1 `background-papers` is missing in the header of a paper",
        "error papers/cabinet.md:3:6 unknown person `member-perfomance`",
        "error papers/cabinet.md:10:13 `verb` cannot be `NOTICE`",
        "error papers/cabinet.md:18:78 `round.asat` is not a known name",
        "error papers/cabinet.md:24:1 there is no block `outcome`",
        "error papers/cabinet.md:28:1 nothing in this paper is named `#apendix-1`",
        "error returns/community-services/actions.csv:1:32 unknown column `…`",
        "error returns/community-services/actions.csv:2:1 `…` is not a unit of `community-services`",
        "error returns/community-services/actions.csv:6 the row has 5 fields for 8 columns: none for `response`, `due`",
        "error returns/community-services/indicators.csv:2:53 a comma in `412,30x` does not stand between thousands",
        "error returns/community-services/indicators.csv:2:73 the note `flood` has no text",
        "error returns/community-services/indicators.csv:3:1 `sprot` is not a unit of `community-services`",
        "error returns/community-services/indicators.csv:3:55 the value is empty",
        "error returns/community-services/indicators.csv:3:60 unknown unit `persent` in `85 persent`",
        "error returns/community-services/return.yaml:3:11 `15 October` has no year",
        "error returns/community-services/return.yaml:7:11 unknown kind of table `exceptions-three-colums`",
        "error returns/community-services/return.yaml:14:25 the total of `libraries` is not a whole number above zero",
        "warning returns/community-services/return.yaml:19:3 the note `flod` is not used",
        "error returns/community-services/statement.md:3:9 `actions.totl` is not a known name",
        "error returns/community-services/statement.md:12:1 this is HTML, the code of web pages, which is not printed",
        "error returns/comunity-services unknown directorate `comunity-services`",
        "error round.yaml:4:7 `2025/27` is not a financial year",
        "error round.yaml:6:8 31 September 2025 does not exist",
    ]

    @Test func `every planted mistake is told at its place in one run, with status 1`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        for mistake in Self.mistakes { try folder.edit("round/" + mistake.file, mistake.old, mistake.new) }
        try folder.write(Self.bankHolidays, to: "round/bank-holidays.json")
        try folder.write("declares: [actions]\n", to: "round/returns/comunity-services/return.yaml")
        try folder.write("Text.\n", to: "round/returns/comunity-services/statement.md")
        try folder.write("title: [unclosed\n", to: "round/layouts/tables/mine.yaml")
        try folder.write(Array("title: caf".utf8) + [0xE9] + Array("\n".utf8), to: "round/layouts/tables/other.yaml")
        let check = try Command.cleardays("check", "round", "--format", "json", in: folder.path)
        #expect(check.status == 1)
        let report = try JSONDecoder().decode(Report.self, from: Data(check.output.utf8))
        let problems = report.diagnostics
        #expect(report.errors == problems.count { $0.severity == "error" })
        let summaries = Set(problems.map(\.summary))
        #expect(Self.expected.filter { !summaries.contains($0) } == [])
        let rules = Dictionary(grouping: problems, by: \.rule)
        #expect(rules["unknown-key"]?.map(\.message) == ["unknown key `shrot-name` in council.yaml"])
        #expect(rules["unknown-directorate"]?.map(\.file) == ["returns/comunity-services"])
        #expect(rules["unknown-reference"]?.map(\.message) == ["nothing in this paper is named `#apendix-1`"])
        // In the order in which one reads, each with its line.
        #expect(problems.map(\.file) == problems.map(\.file).sorted())
        let unquoted = problems.filter { $0.line != nil && $0.excerpt == nil }.map(\.file)
        // A column that nobody knows may say what is not for publication.
        #expect(Set(unquoted) == ["returns/community-services/actions.csv"])
        let text = try Command.cleardays("check", "round", in: folder.path)
        #expect(text.status == 1)
        #expect(text.output.contains("\(report.errors) errors, 2 warnings\n"))
        // The same problems stop a render, which writes nothing.
        let render = try Command.cleardays("render", "round", in: folder.path)
        #expect(render.status == 1)
        let errors = problems.filter { $0.severity == "error" }
        #expect(errors.filter { !render.errors.contains("error: \($0.message)\n") }.map(\.message) == [])
        // The warning of the return is shown; that of the council's bank holidays is counted.
        #expect(
            render.errors.hasSuffix(
                "\n\(errors.count) errors, 1 warning\nnot shown: 1 warning (cleardays check round shows all)\n"
            )
        )
        #expect(try folder.names() == ["round"])
    }
}
