// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// Workbooks that directorates are handed, and what is read of them again.
struct HandedOutWorkbookTests {
    private static let samples = ["wealdshire-2009", "fenwick-vale-2026-q3", "morhelyg-2027-year-end"]

    private static let office = "/usr/bin/soffice"

    /// A sample in which every return is the workbook that its directorate is handed.
    private func workspace(of sample: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: "\(Repository.folder)/samples/\(sample)", to: "round")
        for directorate in try folder.names(in: "round/returns") {
            let own = "\(folder.path)/round/returns/\(directorate)"
            _ = try writeWorkbook(
                of: directorate,
                in: folder.path + "/round",
                to: "\(folder.path)/\(directorate).xlsx",
                with: Repository.program
            )
            for name in try folder.names(in: "round/returns/\(directorate)") where !name.hasPrefix("statement.") {
                try FileManager.default.removeItem(atPath: "\(own)/\(name)")
            }
            try FileManager.default.moveItem(
                atPath: "\(folder.path)/\(directorate).xlsx",
                toPath: "\(own)/\(directorate).xlsx"
            )
        }
        return folder
    }

    private func expectSame(_ folder: TemporaryFolder, as sample: String) throws {
        let plain = try WorkspaceTrees(of: "\(Repository.folder)/samples/\(sample)")
        let made = try WorkspaceTrees(of: folder.path + "/round")
        #expect(made.messages == plain.messages)
        made.expectSameTrees(as: plain)
    }

    @Test(arguments: samples)
    func `papers are the same from the workbooks that are handed out`(sample: String) throws {
        try expectSame(try workspace(of: sample), as: sample)
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: office), "LibreOffice is not installed"),
        arguments: [samples[0]]
    )
    func `papers are the same after LibreOffice has opened and saved the workbooks`(sample: String) throws {
        let folder = try workspace(of: sample)
        let returns = folder.path + "/round/returns"
        let directorates = try folder.names(in: "round/returns")
        let saved = try Command.run(
            Self.office,
            [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "xlsx", "--outdir",
                "saved",
            ]
                + directorates.map { "\(returns)/\($0)/\($0).xlsx" },
            in: folder.path
        )
        #expect(saved.status == 0, "\(saved.errors)")
        for directorate in directorates {
            let workbook = "\(returns)/\(directorate)/\(directorate).xlsx"
            try FileManager.default.removeItem(atPath: workbook)
            try FileManager.default.moveItem(atPath: "\(folder.path)/saved/\(directorate).xlsx", toPath: workbook)
        }
        try expectSame(folder, as: sample)
    }

    @Test func `a workbook has the same bytes each time`() throws {
        let folder = try TemporaryFolder()
        for name in ["a.xlsx", "b.xlsx"] {
            _ = try writeWorkbook(
                of: "Communities",
                in: Repository.sample,
                to: "\(folder.path)/\(name)",
                with: Repository.program
            )
        }
        let first = try folder.bytes(of: "a.xlsx")
        #expect(first.count > 5_000)
        #expect(try folder.bytes(of: "b.xlsx") == first)
    }

    @Test func `an unknown directorate and a file that is there are refused`() throws {
        let folder = try TemporaryFolder(["a.xlsx": "words"])
        func error(_ directorate: String, _ name: String) -> String? {
            do throws(PublicationError) {
                _ = try writeWorkbook(
                    of: directorate,
                    in: Repository.sample,
                    to: "\(folder.path)/\(name)",
                    with: Repository.program
                )
                return nil
            } catch { return error.description }
        }
        #expect(error("comunities", "b.xlsx") == "there is no directorate `comunities`; did you mean `communities`?")
        #expect(
            error("communities", "a.xlsx") == "\(folder.path)/a.xlsx is there already; name another file with --out"
        )
        #expect(try folder.names() == ["a.xlsx"])
    }

    // MARK: - The next round

    /// What `check` says of the round after a sample, by how often.
    private func next(_ sample: String, period: String? = nil) throws -> (
        folder: TemporaryFolder, period: String?, problems: [String: Int]
    ) {
        let folder = try TemporaryFolder()
        let made = try Starter.make(
            at: folder.path + "/next",
            after: "\(Repository.folder)/samples/\(sample)",
            period: period,
            with: Repository.program
        )
        let problems = try check(folder.path + "/next", with: Repository.program).diagnostics.map(\.message)
        return (folder, made.made?.period, Dictionary(problems.map { ($0, 1) }) { $0 + $1 })
    }

    @Test func `the next round of a quarter lacks what only officers know, and nothing else`() throws {
        let next = try next("fenwick-vale-2026-q3")
        #expect(next.period == "Q4 2026/27")
        #expect(
            try next.folder.text(of: "next/round.yaml") == """
                # yaml-language-server: $schema=.schemas/round.json
                title: Quarter 4 performance 2026/27
                subtitle: January to March 2027
                year: 2026/27
                point: Q4
                as-at: 2027-03-31
                excludes: The Housing Revenue Account, which is reported with the budget.

                """
        )
        #expect(
            try next.folder.names(in: "next/papers") == [
                "cabinet.md", "committees.md", "exceptions.md", "highlights.md", "scorecards.md",
            ]
        )
        let known: Set = [
            "the value is empty", "the status is missing", "`date` is empty",
            "`summary` is missing in the header of a paper",
            "the picture is in no paper and no statement",
        ]
        let others = next.problems.keys.filter { message in
            !known.contains(message) && !message.hasPrefix("the implications do not say what is")
                && !message.hasPrefix("a table of the kind")
        }
        #expect(others.sorted() == [])
        #expect(next.problems["the value is empty"] ?? 0 > 20)
    }

    @Test(
        arguments: [
            ("2027/28", nil, "2027/28"), ("H1 2027/28", "half-year 2027/28", "H1 2027/28"),
            ("Q1 2027/28", "Q1 2027/28", "Q1 2027/28"),
        ] as [(String, String?, String)]
    )
    func `the period after a year is the next year, or the one that is named`(
        period: String,
        named: String?,
        printed: String
    ) throws {
        #expect(try next("morhelyg-2027-year-end", period: named).period == printed)
    }

    @Test func `a period that is none makes nothing`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: PublicationError(.usage, "`soon` is no period; write it like `Q4 2026/27` or `half-year`")) {
            _ = try Starter.make(
                at: folder.path + "/next",
                after: Repository.sample,
                period: "soon",
                with: Repository.program
            )
        }
        #expect(try folder.names() == [])
    }

    /// The starting workspace with an exempt action.
    private func exemptRound() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.write(
            "unit,ref,action,outcome,status,reason,response,due,exempt\n"
                + "libraries,L9,Sell the old library,Sold,not on course,The bid of Ashdown fell through.,It is offered again.,2026-03,3\n",
            to: "round/returns/community-services/actions.csv"
        )
        try folder.edit(
            "round/returns/community-services/return.yaml",
            "declares:",
            "exempt:\n  - { paragraph: 3, reason: It holds bids., public-interest: The price would suffer. }\ndeclares:"
        )
        return folder
    }

    private func makeNext(_ folder: TemporaryFolder, period: String? = nil) throws -> Starter.NextRound? {
        try Starter.make(
            at: folder.path + "/next",
            after: folder.path + "/round",
            period: period,
            with: Repository.program
        ).made
    }

    @Test func `what was exempt in the last round is still held back in the next`() throws {
        let folder = try exemptRound()
        let before = try publish(PublicationRequest(workspace: folder.path + "/round"), with: Repository.program)
        #expect(!before.diagnostics.holdsErrors)
        #expect(try makeNext(folder) != nil)
        // The same row without its mark, as in a file of somebody who has not kept the column.
        try folder.write(
            "unit,ref,action,outcome,status,reason,response,due\nlibraries,L9,Sell the old library,Sold,not on course,The bid of Ashdown fell through.,It is offered again.,2026-03\n",
            to: "next/returns/community-services/actions.csv"
        )
        try folder.write(
            "declares: [actions]\nsigned-by: director-community\ntables: [{ kind: exceptions-three-columns, of: [actions] }]\n",
            to: "next/returns/community-services/return.yaml"
        )
        try FileManager.default.removeItem(
            atPath: folder.path + "/next/returns/community-services/community-services.xlsx"
        )
        let problems = try check(folder.path + "/next", with: Repository.program).diagnostics
        #expect(problems.contains { $0.message.contains("has lost its mark") }, "\(problems.map(\.message))")
    }

    @Test(arguments: [
        ("response,due,exempt\n", "response,due,\n"), ("2026-03,3\n", "2026-03,,3\n"),
        ("response,due,exempt\n", "response,due,exmept\n"),
    ])
    func `a return with errors is neither handed out nor taken over, since its marks may not be known`(
        old: String,
        new: String
    ) throws {
        let folder = try exemptRound()
        try folder.edit("round/returns/community-services/actions.csv", old, new)
        let made = try writeWorkbook(
            of: "community-services",
            in: folder.path + "/round",
            to: folder.path + "/a.xlsx",
            with: Repository.program
        )
        #expect(made.path == nil)
        #expect(made.diagnostics.holdsErrors)
        #expect(try makeNext(folder) == nil)
        #expect(try folder.names() == ["round"])
    }

    @Test func `a workbook has a column to mark what is exempt, whatever the return has`() throws {
        let folder = try TemporaryFolder()
        _ = try writeWorkbook(
            of: "communities",
            in: Repository.sample,
            to: folder.path + "/a.xlsx",
            with: Repository.program
        )
        let sheet = try Command.run("/usr/bin/unzip", ["-p", folder.path + "/a.xlsx", "xl/sharedStrings.xml"]).output
        #expect(sheet.contains("Exempt under paragraph"))
    }

    @Test func `files of Windows are taken over as others are`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        for name in ["round.yaml", "papers/cabinet.md"] {
            let text = try folder.text(of: "round/" + name)
            try folder.write("\u{FEFF}" + text.replacing("\n", with: "\r\n"), to: "round/" + name)
        }
        try folder.write(try folder.bytes(of: "round/papers/cabinet.md"), to: "round/papers/cabinet-2025-11-24.md")
        let made = try makeNext(folder)
        #expect(made?.papersLeftOut == [])
        #expect(try folder.text(of: "next/round.yaml").contains("point: full-year\nas-at: 2026-03-31"))
        #expect(try folder.names(in: "next/papers") == ["cabinet-2025-11-24.md", "cabinet.md"])
    }

    @Test func `a round and a paper whose keys are not on lines of their own are made anew, or left out`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.write(
            "{ title: \"Our \\\"half-year\\\"\", \"year\": 2025/26, point: half-year, as-at: 2025-09-30 }\n",
            to: "round/round.yaml"
        )
        let paper = try folder.text(of: "round/papers/cabinet.md")
        try folder.write(paper.replacing("status:", with: "\"status\":"), to: "round/papers/cabinet.md")
        #expect(try makeNext(folder)?.papersLeftOut == ["cabinet.md"])
        #expect(
            try folder.text(of: "next/round.yaml")
                == "# yaml-language-server: $schema=.schemas/round.json\ntitle: \"Our \\\"full-year\\\"\"\nyear: 2025/26\npoint: full-year\nas-at: 2026-03-31\n"
        )
    }

    @Test(arguments: ["half-year", "half-year 2024/25", "Q1 2025/26", "half-year 2025/26"])
    func `a period that is not after the last makes nothing`(period: String) throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        #expect(throws: PublicationError.self) { _ = try makeNext(folder, period: period) }
        #expect(try folder.names() == ["round"])
    }

    @Test func `names that could be taken for others are written as identifiers`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.edit("round/council.yaml", "libraries: Libraries", "libraries: \"Culture: Libraries\"")
        let plain = try WorkspaceTrees(of: folder.path + "/round")
        let path = "round/returns/community-services"
        _ = try writeWorkbook(
            of: "community-services",
            in: folder.path + "/round",
            to: folder.path + "/a.xlsx",
            with: Repository.program
        )
        for name in ["actions.csv", "indicators.csv", "return.yaml"] {
            try FileManager.default.removeItem(atPath: "\(folder.path)/\(path)/\(name)")
        }
        try folder.write(try folder.bytes(of: "a.xlsx"), to: path + "/a.xlsx")
        let made = try WorkspaceTrees(of: folder.path + "/round")
        #expect(made.messages == plain.messages)
        #expect(made.trees == plain.trees)
    }

    @Test func `what was exempt stays marked, and its reasons stay with it`() throws {
        let folder = try exemptRound()
        #expect(try makeNext(folder) != nil)
        let publication = try publish(
            PublicationRequest(workspace: folder.path + "/next", formats: [.tree]),
            with: Repository.program
        )
        #expect(publication.diagnostics.contains { $0.message == "the status is missing" })
        #expect(
            !publication.diagnostics.contains { $0.message.contains("Ashdown") || $0.message.contains("old library") }
        )
        #expect(!publication.diagnostics.contains { $0.rule == .exemptionWithoutReason })
    }
}
