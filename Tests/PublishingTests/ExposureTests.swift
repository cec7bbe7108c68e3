// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Intake
import PaperTree
import TestSupport
import Testing
import WorkspaceFiles

@testable import Publishing

/// An error that says that something exempt would be printed holds up every paper and every return alone that would print it.
struct ExposureTests {
    /// Two papers of which each appends another return, and what becomes of them on a press that stands.
    private final class Bench {
        static let first = "papers/cabinet.md"
        static let second = "papers/other.md"
        let folder: TemporaryFolder
        let publisher: IncrementalPublisher

        init() throws {
            folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
            publisher = IncrementalPublisher(program: Repository.program, workspace: folder.path + "/ws")
            try folder.edit(
                "ws/council.yaml",
                "      sport: Sport and Leisure\n",
                """
                      sport: Sport and Leisure
                  works:
                    name: Works
                    head: { person: director-community, title: Director }
                    units: { roads: Roads }

                """
            )
            try folder.write("The roads are open.\n", to: "ws/returns/works/statement.md")
            try folder.write(
                "declares: [actions]\\nsigned-by: director-community\\ntables:\\n  - { kind: exceptions-three-columns, of: [actions] }\\n"
                    .replacing("\\n", with: "\n"),
                to: "ws/returns/works/return.yaml"
            )
            try folder.write("unit,action,status\nroads,Mend them,on course\n", to: "ws/returns/works/actions.csv")
            try folder.edit("ws/" + Self.first, "of: all-directorates", "of: [community-services]")
            let paper = try folder.text(of: "ws/" + Self.first).replacing(
                "{{> outcomes of: actions }}",
                with: "It is so."
            ).replacing("{{> chart status of: actions }}", with: "")
            try folder.write(paper.replacing("[community-services]", with: "[works]"), to: "ws/" + Self.second)
            try folder.write(paper, to: "ws/" + Self.first)
        }

        /// The papers that are made, in editions for everybody, and those that fail.
        func run() throws -> (made: [String], failed: [String], report: BuildReport) {
            var made: [String] = []
            var failed: [String] = []
            let report = try publisher.run(DiskFiles(root: folder.path + "/ws")) { paper in
                switch paper.outcome {
                case .made where paper.edition != .restricted: made.append(paper.id)
                case .failed: failed.append(paper.id)
                case .made, .unchanged: break
                }
                return true
            }
            return (made.sorted(), Set(failed).sorted(), report)
        }
    }

    private let all = ["appendix-community-services", "appendix-works", "cabinet", "other"]

    @Test func `the papers of the bench are all made`() throws {
        let run = try Bench().run()
        #expect(run.made == all, "\(run.report.diagnostics)")
    }

    @Test(arguments: [
        ("returns/works/statement.md", "The roads", "Exempt 3: the roads"),
        ("returns/works/actions.csv", "Mend them", "EXEMPT 3: mend them"),
        (
            "returns/works/actions.csv", "unit,action,status\nroads,Mend them,on course",
            "unit,action,status,\nroads,Mend them,on course,3"
        ),
        ("returns/works/return.yaml", "signed-by", "notes: { one: \"Exempt: x\" }\nsigned-by"),
        ("papers/other.md", "subject: Half-year", "subject: \"[EXEMPT 3]\" # Half-year"),
        ("papers/other.md", "title: Directorate returns", "title: \"Exempt: returns\""),
        ("papers/other.md", "of: [works]", "of: [works], exmpt: 5"),
        ("papers/other.md", "of: [works]", "of: [works], confidential: yes"),
        ("papers/other.md", "classification: Unrestricted", "classification: Exempts"),
        ("papers/other.md", "classification: Unrestricted", "klass: Exempt"),
        ("papers/other.md", "# Outcomes", "> Exempt 3\n> x\n\n# Outcomes"),
    ])
    func `what stands in a return or a paper holds up all that prints it, and nothing else`(
        file: String,
        old: String,
        new: String
    ) throws {
        let bench = try Bench()
        try bench.folder.edit("ws/" + file, old, new)
        let run = try bench.run()
        #expect(run.failed == ["appendix-works", "other"], "\(run.report.diagnostics)")
        #expect(run.made == ["appendix-community-services", "cabinet"])
    }

    @Test(arguments: [
        ("round.yaml", "title: 2025/26", "title: \"EXEMPT 3: Zyxfir\" #"),
        ("council.yaml", "name: Exampleshire Council", "name: \"[EXEMPT 3] Zyxfir\""),
        ("council.yaml", "roads: Roads", "roads: \"Exempt: Zyxfir\""),
        ("round.yaml", "subtitle: September 2025", "excludes: \"Confidential: Zyxfir\""),
    ])
    func `what stands in a file of everybody's holds up everything, and reaches no title`(
        file: String,
        old: String,
        new: String
    ) throws {
        let bench = try Bench()
        _ = try bench.run()
        try bench.folder.edit("ws/" + file, old, new)
        let run = try bench.run()
        #expect(run.failed == all)
        let names = [run.report.title, run.report.council] + run.report.directorates.map(\.name)
        #expect(!names.contains { $0.contains("Zyxfir") })
    }

    @Test func `an ordinary mistake in a paper holds up that paper alone`() throws {
        let bench = try Bench()
        try bench.folder.edit("ws/papers/other.md", "contact: performance-manager", "contact: nobody")
        let run = try bench.run()
        #expect(run.failed == ["other"])
        #expect(run.made == ["appendix-community-services", "appendix-works", "cabinet"])
    }

    @Test func `a subject that holds a marker is in no name, page, status, problem or log of a watched folder`() throws
    {
        let bench = try Bench()
        let folder = bench.folder
        try folder.edit("ws/papers/other.md", "by: [", "for-each: overview-bodies\nby: [")
        try folder.edit(
            "ws/papers/other.md",
            "to: { body: cabinet, date: 2025-11-24 }",
            "to: { body: each, date: 2025-11-24 }"
        )
        let watch = [
            "watch", "ws", "--out", "out", "--once", "--log-format", "json", "--health-file",
            folder.path + "/health.json",
        ]
        let program = Repository.folder + "/.build/debug/cleardays"
        let before = try Command.run(program, watch, in: folder.path)
        #expect(before.status == 0, "\(before.errors)")
        for subject in ["\"[!EXEMPT 3] Zyxfir\"", "!EXEMPT Zyxfir", "\"Exempt 3: Zyxfir\""] {
            let text = try folder.text(of: "ws/papers/other.md")
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("subject:") })
            try folder.write(text.replacing(line, with: "subject: " + subject), to: "ws/papers/other.md")
            let run = try Command.run(program, watch, in: folder.path)
            #expect(run.status == 1)
            let names = try folder.names(in: "out")
            #expect(names.contains { $0.hasSuffix(".problems.txt") })
            for name in names {
                let said =
                    name.hasSuffix(".pdf")
                    ? try Command.text(ofPDF: folder.path + "/out/" + name)
                    : String(decoding: try folder.bytes(of: "out/" + name), as: UTF8.self)
                #expect(!said.contains("Zyxfir") && !name.lowercased().contains("zyxfir"), "\(name): \(said)")
            }
            let rest = run.output + run.errors + (try folder.text(of: "health.json"))
            #expect(!rest.lowercased().contains("zyxfir"), "\(rest)")
        }
    }
}
