// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Intake
import TestSupport
import Testing
import WorkspaceFiles

@testable import Publishing

/// What waivers and settings of rules make of the findings of a whole workspace.
struct WaivedFindingsTests {
    /// The small round of a council with one directorate, of which a test says what matters to it.
    private struct Round {
        /// What NI 75 is called.
        var measure = "GCSEs with English and mathematics"
        var statement = "NI 75 stands at 51.3%."
        /// The end of return.yaml.
        var form = ""
        /// The cells under `waived` and `exempt` in the row of NI 75.
        var waived = ""
        var exempt = ""
        /// The house style's rules.
        var rules = ""

        func folder() throws -> TemporaryFolder {
            let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
            let base = "ws/returns/community-services"
            try FileManager.default.removeItem(atPath: folder.path + "/" + base)
            try folder.write(
                "declares: [indicators]\nreceived: 2025-10-15\nsigned-by: director-community\ntables:\n"
                    + "  - { kind: indicators-trend, of: [indicators] }\nnil: [sport]\n" + form,
                to: base + "/return.yaml"
            )
            try folder.write(statement + "\n", to: base + "/statement.md")
            let columns = exempt.isEmpty ? "waived" : "waived,exempt"
            let cells = exempt.isEmpty ? waived : "\(waived),\(exempt)"
            try folder.write(
                """
                unit,ref,measure,better,2022/23 actual,2023/24 actual,2024/25 actual,2025/26 mid-year,comment,\(columns)
                libraries,NI 75,\(measure),higher,48.5%,49.7%,51.8%,[x],,\(cells)
                libraries,NI 125,Older people at home,higher,72%,74%,75%,77%,,\(exempt.isEmpty ? "" : ",")

                """,
                to: base + "/indicators.csv"
            )
            if !rules.isEmpty {
                try folder.edit("ws/council.yaml", "house-style:\n", "house-style:\n  rules: { \(rules) }\n")
            }
            return folder
        }

        func check(setsPages: Bool = false) throws -> (kept: [String], waived: [String]) {
            let folder = try folder()
            let result = try Publishing.check(folder.path + "/ws", setsPages: setsPages, with: Repository.program)
            return (result.diagnostics.map(\.told), result.waived.map(\.told))
        }
    }

    private static let base = "returns/community-services"
    private static let finding =
        "warning figure-differs \(base)/statement.md:1:17: the text says `NI 75 stands at 51.3%`, and the table has `49.7%` (2023/24) and `51.8%` (2024/25) for `NI 75` (indicators.csv, line 2)"

    @Test func `without a waiver the finding is a warning`() throws {
        let (kept, waived) = try Round().check()
        #expect(kept == [Self.finding])
        #expect(waived == [])
    }

    @Test(arguments: [
        "NI 75 stands at 51.3%", "ni 75 stands", "**51.3%**", "stands at 51.3%.", "NI 75",
    ])
    func `words of the text waive it, with the reason, in letters and figures`(words: String) throws {
        let form = "waive:\n  - { rule: figure-differs, at: \"\(words)\", reason: \"The figure is of girls\" }\n"
        let (kept, waived) = try Round(form: form).check()
        #expect(kept == [])
        #expect(waived == ["figure-differs \(Self.base)/statement.md:1:17: The figure is of girls"])
    }

    @Test(arguments: ["NI 7", "51.3% of", "5.13%", "51", "NI 75 stands at 51.8%"])
    func `other words waive nothing, and the check says so`(words: String) throws {
        let form = "waive:\n  - { rule: figure-differs, at: \"\(words)\", reason: of girls }\n"
        let (kept, waived) = try Round(form: form).check()
        #expect(
            kept == [
                "warning unused-waiver \(Self.base)/return.yaml:8:7 (rule): the waiver of `figure-differs` is for nothing that the check finds",
                Self.finding,
            ]
        )
        #expect(waived == [])
    }

    @Test func `a comment waives what is in the block below, and nothing else`() throws {
        let comment = "<!-- waive figure-differs: The figure is of girls -->"
        let both = Round(statement: "\(comment)\nNI 75 stands at 51.3%.\n\nNI 125 stands at 78%.")
        let (kept, waived) = try both.check()
        #expect(kept.map { $0.prefix(72) } == ["warning figure-differs \(Self.base)/statement.md:4:18: the".prefix(72)])
        #expect(waived == ["figure-differs \(Self.base)/statement.md:2:17: The figure is of girls"])
        let far = try Round(statement: "\(comment)\nPlain words.\n\nNI 75 stands at 51.8%.").check()
        #expect(
            far.kept == [
                "warning unused-waiver \(Self.base)/statement.md:1:1: the waiver of `figure-differs` is for nothing that the check finds"
            ]
        )
    }

    @Test func `the column of a row waives what is in the row`() throws {
        let round = Round(
            measure: "Number of invoices paid within 20 days",
            statement: "It went well.",
            waived: "unit-differs-from-measure: The contract calls it so"
        )
        let (kept, waived) = try round.check()
        #expect(kept == [])
        #expect(
            waived == ["unit-differs-from-measure \(Self.base)/indicators.csv:2:17 (measure): The contract calls it so"]
        )
        let right = try Round(statement: "It went well.", waived: "unit-differs-from-measure: So it is").check()
        #expect(
            right.kept == [
                "warning unused-waiver \(Self.base)/indicators.csv:2:82 (waived): the waiver of `unit-differs-from-measure` is for nothing that the check finds"
            ]
        )
        #expect(right.waived == [])
    }

    @Test(arguments: ["3", "[3]", "paragraph 3", "yes", "x", "3: confidential bid", "near-exempt-marker: it is fine"])
    func `what may be a mark of exempt information holds the row back`(cell: String) throws {
        let (kept, _) = try Round(statement: "It went well.", waived: cell).check()
        #expect(
            kept == [
                "error misplaced-exempt-marker \(Self.base)/indicators.csv:2:82 (waived): this waives no rule, and may say that something is not for publication"
            ]
        )
        let comment = try Round(statement: "<!-- waive \(cell) -->\nIt went well.").check()
        #expect(comment.kept.map { $0.prefix(29) } == ["error misplaced-exempt-marker"])
    }

    @Test func `a comment above two findings of its rule waives neither`() throws {
        let comment = "<!-- waive figure-differs: The figure is of girls -->"
        let (kept, waived) = try Round(statement: "\(comment)\nNI 75 stands at 51.3%. NI 125 stands at 78%.").check()
        #expect(
            kept.first
                == "warning blanket-waiver \(Self.base)/statement.md:1:1: the waiver of `figure-differs` is for 2 places, and waives none of them"
        )
        #expect(kept.count == 3)
        #expect(waived == [])
    }

    @Test func `words that are in several places waive none of them`() throws {
        let form = "waive:\n  - { rule: figure-differs, at: stands at, reason: of girls }\n"
        let (kept, waived) = try Round(statement: "NI 75 stands at 51.3%.\n\nNI 125 stands at 78%.", form: form).check()
        #expect(
            kept.first
                == "warning blanket-waiver \(Self.base)/return.yaml:8:7 (rule): the waiver of `figure-differs` is for 2 places, and waives none of them"
        )
        #expect(kept.count == 3)
        #expect(waived == [])
    }

    @Test func `of two findings in a line the words say which is meant`() throws {
        let statement = "NI 75 stands at 51.3%. NI 125 stands at 78%."
        let form = "waive:\n  - { rule: figure-differs, at: NI 125 stands at 78%, reason: of women }\n"
        let (kept, waived) = try Round(statement: statement, form: form).check()
        #expect(kept == [Self.finding])
        #expect(waived == ["figure-differs \(Self.base)/statement.md:1:41: of women"])
    }

    @Test func `words may go over the end of a line`() throws {
        let form = "waive:\n  - { rule: figure-differs, at: This year NI 75 stands at, reason: of girls }\n"
        let (kept, waived) = try Round(statement: "This year\nNI 75 stands at 51.3%.", form: form).check()
        #expect(kept == [])
        #expect(waived == ["figure-differs \(Self.base)/statement.md:2:17: of girls"])
    }

    @Test func `a waiver is for its own return, paper or file`() throws {
        let folder = try Round().folder()
        let waiver = "waive:\n  - { rule: figure-differs, at: NI 75, reason: of girls }\n"
        try folder.edit("ws/council.yaml", "nation:", waiver + "nation:")
        let result = try check(folder.path + "/ws", with: Repository.program)
        #expect(result.diagnostics.map(\.rule) == [.unusedWaiver, .figureDiffers])
    }

    @Test func `where a file has an error no waiver of it is called unused`() throws {
        let form = "waive:\n  - { rule: repeated-text, at: NI 75, reason: so }\nnotes: 5\n"
        let (kept, _) = try Round(statement: "It went well.", form: form).check()
        #expect(
            kept == [
                "error wrong-kind \(Self.base)/return.yaml:9:8 (notes): `notes` must be a group of keys, not a text"
            ]
        )
    }

    @Test func `what only pages show is called unused only where they are set`() throws {
        let form = "waive:\n  - { rule: columns-too-narrow, at: NI 75, reason: so }\n"
        let round = Round(statement: "It went well.", form: form)
        #expect(try round.check().kept == [])
        #expect(
            try round.check(setsPages: true).kept == [
                "warning unused-waiver \(Self.base)/return.yaml:8:7 (rule): the waiver of `columns-too-narrow` is for nothing that the check finds"
            ]
        )
    }

    // MARK: - Exempt information

    @Test func `a column for exempt rows alone hides no reason`() throws {
        let form = "waive:\n  - { rule: figure-differs, at: NI 75, reason: of girls }\n"
        let folder = try Round(form: form).folder()
        let file = "ws/\(Self.base)/indicators.csv"
        try folder.edit(file, "waived\n", "exempt\n")
        let result = try check(folder.path + "/ws", with: Repository.program)
        #expect(result.diagnostics == [])
        #expect(result.waived.map(\.reason) == ["of girls"])
    }

    @Test func `a reason beside exempt information is hidden, and so is what is waived`() throws {
        let passage = "> [!EXEMPT 3]\n> NI 75 stands at 51.3%, as Corvane said."
        let reasons = "exempt:\n  - { paragraph: 3, reason: The bid., public-interest: It would harm the council. }\n"
        let form = reasons + "waive:\n  - { rule: figure-differs, at: \"NI 75 stands\", reason: Corvane said so }\n"
        let folder = try Round(statement: "Words.\n\n" + passage, form: form).folder()
        let result = try check(folder.path + "/ws", with: Repository.program)
        #expect(result.waived.map(\.told) == ["figure-differs \(Self.base)/statement.md:4:19: …"])
        #expect(result.waived.map(\.diagnostic.excerpt) == [nil])
        let all = JSONRenderer().render(result.diagnostics, waived: result.waived)
        #expect(!all.contains("Corvane"))
    }

    @Test func `so is the reason of a comment above an exempt passage, and that of an exempt row`() throws {
        let comment = "<!-- waive figure-differs: Corvane said so -->"
        let reasons = "exempt:\n  - { paragraph: 3, reason: The bid., public-interest: It would harm the council. }\n"
        let passage = "\(comment)\n> [!EXEMPT 3]\n> NI 75 stands at 51.3%."
        let folder = try Round(
            statement: "Words.\n\n" + passage,
            form: reasons,
            waived: "mixed-precision: Corvane said so",
            exempt: "3"
        ).folder()
        let result = try check(folder.path + "/ws", with: Repository.program)
        #expect(result.waived.map(\.reason) == ["…"])
        #expect(result.diagnostics.map(\.rule) == [.unusedWaiver])
        let all = JSONRenderer().render(result.diagnostics, waived: result.waived)
        #expect(!all.contains("Corvane"))
    }

    // MARK: - Settings of rules

    @Test func `a rule that is turned off is not reported, and a waiver of it is not called unused`() throws {
        let form = "waive:\n  - { rule: figure-differs, at: NI 75, reason: of girls }\n"
        let (kept, waived) = try Round(form: form, rules: "figure-differs: off").check()
        #expect(kept == [])
        #expect(waived == [])
    }

    @Test func `a rule that is raised to an error holds a paper up, and cannot be waived`() throws {
        let form = "waive:\n  - { rule: figure-differs, at: NI 75, reason: of girls }\n"
        let folder = try Round(form: form, rules: "figure-differs: error").folder()
        let workspace = folder.path + "/ws"
        let expected = [
            "warning fixed-rule \(Self.base)/return.yaml:8:7 (rule): `figure-differs` is an error in this council, and no error can be waived",
            Self.finding.replacing("warning", with: "error"),
        ]
        #expect(try check(workspace, with: Repository.program).diagnostics.map(\.told) == expected)
        let publication = try publish(PublicationRequest(workspace: workspace), with: Repository.program)
        #expect(publication.diagnostics.map(\.told) == expected)
        #expect(publication.files.isEmpty)
    }

    @Test func `a run that makes papers does not review where nothing is raised`() throws {
        let folder = try Round().folder()
        let publication = try publish(PublicationRequest(workspace: folder.path + "/ws"), with: Repository.program)
        #expect(publication.diagnostics == [])
        #expect(!publication.files.isEmpty)
    }

    @Test func `the incremental publisher holds papers up as soon as a rule is raised, and makes them when it is not`()
        throws
    {
        let folder = try Round(rules: "figure-differs: warning").folder()
        let publisher = IncrementalPublisher(program: Repository.program, workspace: folder.path + "/ws")
        func run() throws -> (failed: [String], made: [String], report: [String]) {
            var (failed, made): ([String], [String]) = ([], [])
            let report = try publisher.run(DiskFiles(root: folder.path + "/ws")) { paper in
                switch paper.outcome {
                case .failed: failed.append(paper.id)
                case .made: made.append(paper.id)
                case .unchanged: break
                }
                return true
            }
            return (failed.sorted(), made.sorted(), report.diagnostics.map(\.told))
        }
        let papers = ["appendix-community-services", "cabinet"]
        #expect(try run().made == papers)
        try folder.edit("ws/council.yaml", "figure-differs: warning", "figure-differs: error")
        let raised = try run()
        #expect(raised.failed == papers)
        #expect(raised.report == [Self.finding.replacing("warning", with: "error")])
        try folder.edit("ws/council.yaml", "figure-differs: error", "figure-differs: off")
        let off = try run()
        #expect(off.failed == [])
        #expect(off.made == papers)
        #expect(off.report == [])
    }

    // MARK: - What commands tell

    @Test func `a run that makes a paper tells its warnings, and counts those of the council and advice`() {
        func found(_ rule: Rule, _ subject: SourceFile.Subject) -> Diagnostic {
            Diagnostic(.init(rule, "x"), at: SourceLocation(in: SourceFile("\(subject)", subject: subject)))
        }
        let own = SourceFile.Subject.paper(file: "cabinet")
        let told = [
            found(.unknownKey, .council), found(.releasedExemption, .directorateReturn("b")),
            found(.headingTooDeep, own),
            found(.missingReturn, .directorateReturn("a")), found(.untestedFont, .workspace),
            found(.columnsTooNarrow, .layouts),
        ]
        let others = [
            found(.missingStatusWord, .council), found(.misspeltName, .round), found(.repeatedText, own),
            found(.missingReturn, .directorateReturn("b")), found(.headingTooDeep, .paper(file: "other")),
        ]
        let selection = DiagnosticSelection(told + others, about: [own, .directorateReturn("a")])
        #expect(selection.told == told)
        #expect("\(selection.others)" == "4 warnings, advice on 1 place")
        #expect(selection.hasOthers)
        #expect(!DiagnosticSelection(told, about: [own, .directorateReturn("a")]).hasOthers)
    }
}

extension Diagnostic {
    /// `warning figure-differs statement.md:1:17: …`.
    fileprivate var told: String {
        "\(severity.rawValue) \(rule.rawValue) \(location.map { "\($0)" } ?? "-"): \(message)"
    }
}

extension WaivedDiagnostic {
    fileprivate var told: String {
        "\(diagnostic.rule.rawValue) \(diagnostic.location.map { "\($0)" } ?? "-"): \(reason)"
    }
}
