// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Glibc
import PaperTree
import Publishing
import TestSupport
import Testing
import WorkspaceFiles

/// What has been published as exempt is not published to everybody because its mark has gone.
struct ExemptLedgerTests {
    private static let actions = "round/returns/community-services/actions.csv"
    private static let statement = "round/returns/community-services/statement.md"
    private static let indicators = "round/returns/community-services/indicators.csv"
    private static let paper = "round/papers/cabinet.md"
    private static let ledger = "round/.cleardays/exempt-ledger"

    /// A workspace whose editions have been published once.
    private func published() throws -> TemporaryFolder {
        let folder = try ExemptWorkspace.make()
        let publication = try render(in: folder)
        try #require(publication.diagnostics.map(\.message) == [])
        return folder
    }

    private func render(in folder: TemporaryFolder, restricted: String? = nil) throws -> Publication {
        let request = PublicationRequest(
            workspace: folder.path + "/round",
            formats: [.tree],
            restrictedFolder: restricted.map { folder.path + "/" + $0 }
        )
        return try publish(request, with: Repository.program)
    }

    /// The errors by their places.
    private func held(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.filter { $0.severity == .error }.map { "\($0.location?.description ?? ""): \($0.message)" }
    }

    private static let day: String = {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_GB")
        formatter.dateFormat = "d MMMM yyyy"
        return formatter.string(from: Date())
    }()

    /// A way in which a mark is lost, and where it is told.
    struct Loss: Sendable, CustomTestStringConvertible {
        var name: String
        var file: String
        var old: String
        var new: String
        var place: String
        var testDescription: String { name }
    }

    static let losses = [
        Loss(
            name: "the paragraphs of a row are deleted",
            file: actions,
            old: ",2025-09-30,\"1, 3\"",
            new: ",2025-09-30,",
            place: "returns/community-services/actions.csv:3:1: this row"
        ),
        Loss(
            name: "a row without its mark has another reference, and other spaces and capitals",
            file: actions,
            old:
                "ZYXOAK,Sell Zyxfir,Zyxgorse by May,not on course,Zyxhazel has withdrawn.[^buyer],Ask Zyxivy,2025-09-30,\"1, 3\"",
            new: "L9,SELL  zyxfir!,,not on course,Other reasons,,2025-09-30,",
            place: "returns/community-services/actions.csv:3:1: this row"
        ),
        Loss(
            name: "a row without its mark is reworded, and has the same reference",
            file: actions,
            old:
                "Sell Zyxfir,Zyxgorse by May,not on course,Zyxhazel has withdrawn.[^buyer],Ask Zyxivy,2025-09-30,\"1, 3\"",
            new: "Let the building,,not on course,Other reasons,,2025-09-30,",
            place: "returns/community-services/actions.csv:3:1: this row"
        ),
        Loss(
            name: "a measure loses its mark",
            file: indicators,
            old: "Zyxkelp pays.,3",
            new: "Zyxkelp pays.,",
            place: "returns/community-services/indicators.csv:3:1: this row"
        ),
        Loss(
            name: "a passage of a cell loses its marker",
            file: actions,
            old: "> [!EXEMPT 3]\n> The price of Zyxmaple has doubled.",
            new: "The price of Zyxmaple has doubled.",
            place: "returns/community-services/actions.csv:4:1: words of this row"
        ),
        Loss(
            name: "a passage of a statement is left a plain quotation",
            file: statement,
            old: "> [!EXEMPT 3]\n> We may",
            new: "> We may",
            place: "returns/community-services/statement.md:10:3: words of this text"
        ),
        Loss(
            name: "a short passage of a statement is a paragraph",
            file: statement,
            old: "> [!EXEMPT 3]\n> We may close Zyxelm.",
            new: "We may\nclose Zyxelm",
            place: "returns/community-services/statement.md:10:1: words of this text"
        ),
        Loss(
            name: "one item of a passage is left open",
            file: paper,
            old: ">\n> - It owed 40,000.\n> - Zyxbirch takes over.",
            new: "\n- It owed 40,000.",
            place: "papers/cabinet.md:39:3: words of this text"
        ),
        Loss(
            name: "a passage is joined to the paragraph before it",
            file: paper,
            old:
                "\n\n> [!EXEMPT 1, 3]\n> The contract with Zyxalder has ended. \(ExemptWorkspace.character)\n>\n> - It owed 40,000.\n> - Zyxbirch takes over.",
            new: " The contract with Zyxalder has ended.",
            place: "papers/cabinet.md:34:1: words of this text"
        ),
    ]

    @Test(arguments: losses)
    func `what loses its mark is held back, and no report quotes it`(_ loss: Loss) throws {
        let folder = try published()
        if loss.file == Self.paper, loss.name.contains("joined") {
            // The sentence must be long enough to be known without its document.
            try folder.edit(Self.paper, "Zyxalder has ended. \(ExemptWorkspace.character)", "Zyxalder has ended.")
            #expect(try render(in: folder).diagnostics.map(\.message) == [])
        }
        try folder.edit(
            loss.file,
            loss.old.replacing("has ended. \(ExemptWorkspace.character)", with: "has ended."),
            loss.new
        )
        let publication = try render(in: folder)
        #expect(publication.files.isEmpty)
        let held = held(publication.diagnostics)
        #expect(held.contains { $0.hasPrefix(loss.place) }, "\(held)")
        #expect(held.contains { $0.contains(" in cabinet") && $0.contains(" since \(Self.day)") }, "\(held)")
        let report = JSONRenderer().render(publication.diagnostics) + TerminalRenderer().render(publication.diagnostics)
        for word in ExemptWorkspace.words.values + ["40,000"] { #expect(!report.contains(word), "\(word)") }
        // `check` says the same, and writes nothing.
        let before = try folder.text(of: Self.ledger)
        #expect(try check(folder.path + "/round", with: Repository.program).diagnostics == publication.diagnostics)
        #expect(try folder.text(of: Self.ledger) == before)
    }

    @Test func `a column that is gone unmarks every row of it`() throws {
        let folder = try published()
        let rows = try folder.text(of: Self.indicators)
        let without = rows.replacing(",comment,exempt", with: ",comment").replacing("hours.,\n", with: "hours.\n")
            .replacing("pays.,3", with: "pays.")
        try folder.write(without, to: Self.indicators)
        let publication = try render(in: folder)
        #expect(
            held(publication.diagnostics) == [
                "returns/community-services/indicators.csv:3:1: this row was exempt in cabinet and other papers since "
                    + "\(Self.day), and has lost its mark"
            ]
        )
        #expect(
            publication.diagnostics.first?.hint
                == "mark it, or, where it is for everybody from now on, run cleardays release WORKSPACE "
                + "returns/community-services/indicators.csv:3 --reason \"…\""
        )
    }

    @Test func `a row that is gone, or moves with its mark, holds nothing up`() throws {
        let folder = try published()
        let text = try folder.text(of: Self.actions) + "\n"
        let row = try #require(text.split(separator: "\n").first { $0.contains("ZYXOAK") }).description
        try folder.write(text.replacing(row + "\n", with: "") + row + "\n", to: Self.actions)
        #expect(held(try render(in: folder).diagnostics) == [])
        try folder.edit(Self.actions, row + "\n", "")
        #expect(held(try render(in: folder).diagnostics).filter { $0.contains("lost its mark") } == [])
    }

    @Test func `a short text that stands open as well as marked from the first holds nothing up`() throws {
        let folder = try ExemptWorkspace.make()
        try folder.edit(Self.actions, "libraries,L3,", "libraries,L7,Sell Zyxfir,,on course,,,,\nlibraries,L3,")
        #expect(held(try render(in: folder).diagnostics) == [])
        #expect(held(try render(in: folder).diagnostics) == [])
        try folder.edit(Self.actions, ",\"1, 3\"", ",")
        #expect(held(try render(in: folder).diagnostics).filter { $0.contains("lost its mark") }.count == 1)
    }

    @Test
    func
        `a long text that is marked in one row stands open in no other`()
        throws
    {
        let folder = try ExemptWorkspace.make()
        let words = "Zyxhazel has withdrawn its whole offer for the land."
        try folder.edit(Self.actions, "Zyxhazel has withdrawn.", words)
        try folder.edit(Self.actions, "\"Late.", "\"\(words)")
        let publication = try render(in: folder)
        #expect(
            held(publication.diagnostics) == [
                "returns/community-services/actions.csv:4:1: words of this row are marked as exempt at "
                    + "returns/community-services/actions.csv:3, and would be public here"
            ]
        )
        #expect(!TerminalRenderer().render(publication.diagnostics).contains("Zyxhazel"))
    }

    @Test func `a sentence of a passage of a return stands open in no paper`() throws {
        let folder = try ExemptWorkspace.make()
        try folder.edit(Self.statement, "We may close Zyxelm.", "No. We may close the branch at Zyxelm by June.")
        try folder.edit(
            Self.paper,
            "# Introduction\n",
            "# Introduction\n\nSo. WE may close the branch at Zyxelm – by June!\n"
        )
        let publication = try render(in: folder)
        #expect(
            held(publication.diagnostics) == [
                "papers/cabinet.md:34:1: words of this text are marked as exempt at returns/community-services/statement.md:10, and "
                    + "would be public here"
            ]
        )
        #expect(!JSONRenderer().render(publication.diagnostics).contains("Zyxelm"))
    }

    @Test func `a long text that is marked in one field stands open in no other`() throws {
        let folder = try ExemptWorkspace.make()
        let words = "Zyxhazel has withdrawn its whole offer for the land."
        try folder.edit(Self.actions, "Zyxhazel has withdrawn.", words)
        try folder.edit(Self.actions, "At least fifty titles", words)
        #expect(
            held(try render(in: folder).diagnostics) == [
                "returns/community-services/actions.csv:4:1: words of this row are marked as exempt at "
                    + "returns/community-services/actions.csv:3, and would be public here"
            ]
        )
    }

    @Test func `an appendix and a paper that are exempt as a whole are held back without their mark`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.edit(Self.paper, "of: all-directorates", "of: all-directorates, exempt: 5")
        try folder.edit(Self.paper, "status: draft", ExemptWorkspace.reasons(5) + "status: draft")
        #expect(held(try render(in: folder).diagnostics) == [])
        try folder.edit(Self.paper, ", exempt: 5", "")
        let appendix = held(try render(in: folder).diagnostics)
        #expect(
            appendix.contains { $0.hasPrefix("papers/cabinet.md:13:") && $0.contains("this appendix was exempt") },
            "\(appendix)"
        )

        try folder.edit(Self.paper, "of: all-directorates", "of: all-directorates, exempt: 5")
        try folder.edit(Self.paper, "classification: Unrestricted", "classification: Exempt")
        #expect(held(try render(in: folder).diagnostics) == [])
        try folder.edit(Self.paper, "classification: Exempt", "classification: Unrestricted")
        let whole = held(try render(in: folder).diagnostics)
        // What is in the paper is not told again.
        #expect(
            whole == ["papers/cabinet.md: this paper was exempt in cabinet since \(Self.day), and has lost its mark"]
        )
    }

    @Test func `what is released by its place may be public, and the report says who released it and why`() throws {
        let folder = try published()
        try folder.edit(Self.indicators, "Zyxkelp pays.,3", "Zyxkelp pays.,")
        let place = "returns/community-services/indicators.csv:3"
        let workspace = folder.path + "/round"
        let all = try release(ReleaseRequest(workspace: workspace), with: Repository.program)
        #expect(all.released == [])
        #expect(held(all.diagnostics).count == 1)
        let needsReason = PublicationError(
            .usage,
            "a release needs its reason: --reason \"The contract was let on 3 November\""
        )
        for reason in [" ", "\u{200B}", "\u{3164}", "\u{AD} \u{2060}", "…"] {
            #expect(throws: needsReason) {
                try release(
                    ReleaseRequest(workspace: workspace, places: [place], reason: reason),
                    with: Repository.program
                )
            }
        }
        #expect(
            throws: PublicationError(.usage, "indicators.csv:3 is not held back; held back: \(place)")
        ) {
            try release(
                ReleaseRequest(workspace: workspace, places: ["indicators.csv:3"], reason: "x"),
                with: Repository.program
            )
        }
        let report = try release(
            ReleaseRequest(workspace: workspace, places: [place], reason: "The accounts\nare out."),
            with: Repository.program
        )
        #expect(report.released == [place])
        #expect(held(report.diagnostics) == [])
        let publication = try render(in: folder)
        #expect(!publication.files.isEmpty)
        let told = publication.diagnostics.map(\.message)
        #expect(told.count == 1, "\(told)")
        // The name is that of whoever runs the test.
        #expect(
            told.first?.replacing(/exempt; .* released/, with: "exempt; somebody released")
                == "this row was exempt; somebody released it on \(Self.day): The accounts are out."
        )
        #expect(publication.diagnostics.map(\.hint) == ["mark it where it is exempt again"])
        // Once it is marked again, the release is over.
        try folder.edit(Self.indicators, "Zyxkelp pays.,", "Zyxkelp pays.,3")
        #expect(try render(in: folder).diagnostics.map(\.message) == [])
        try folder.edit(Self.indicators, "Zyxkelp pays.,3", "Zyxkelp pays.,")
        #expect(held(try render(in: folder).diagnostics).count == 1)
    }

    @Test func `entries end with a round of another title, year and day`() throws {
        let folder = try published()
        try folder.edit(Self.indicators, "Zyxkelp pays.,3", "Zyxkelp pays.,")
        #expect(held(try render(in: folder).diagnostics).count == 1)
        let workspace = "round/round.yaml"
        try folder.edit(workspace, "title: 2025/26 half-year", "title: 2026/27 half-year")
        #expect(held(try render(in: folder).diagnostics).count == 1)
        try folder.edit(workspace, "as-at: 2025-09-30", "as-at: 2025-09-29")
        #expect(held(try render(in: folder).diagnostics).count == 1)
        try folder.edit(workspace, "year: 2025/26", "year: 2026/27")
        #expect(held(try render(in: folder).diagnostics).filter { $0.contains("exempt") } == [])
    }

    @Test func `a council with another name goes on with its ledger`() throws {
        let folder = try published()
        try folder.edit("round/council.yaml", "name: Exampleshire Council", "name: Wealdshire Council")
        let told = try render(in: folder).diagnostics
        #expect(told.first?.hint?.hasPrefix("put `name` in council.yaml back as it was") == true)
        try folder.edit(Self.indicators, "Zyxkelp pays.,3", "Zyxkelp pays.,")
        let request = ReleaseRequest(
            workspace: folder.path + "/round",
            reason: "The council was renamed.",
            beginsNewLedger: true
        )
        let report = try release(request, with: Repository.program)
        #expect(report.released == [".cleardays/exempt-ledger"])
        #expect(held(report.diagnostics).count == 1)
    }

    @Test func `the ledger and its key are for their owner alone, and hold no word`() throws {
        let folder = try published()
        for name in [Self.ledger, Self.ledger + ".key"] {
            var status = stat()
            #expect(stat(folder.path + "/" + name, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600, "\(name)")
        }
        let text = try folder.text(of: Self.ledger)
        for word in ExemptWorkspace.words.values { #expect(!text.lowercased().contains(word.lowercased()), "\(word)") }
        // Another workspace has another key, so that nobody can try words out.
        #expect(try published().text(of: Self.ledger + ".key") != folder.text(of: Self.ledger + ".key"))
        // What has not changed is not written again.
        var before = stat()
        var after = stat()
        #expect(stat(folder.path + "/" + Self.ledger, &before) == 0)
        _ = try render(in: folder)
        #expect(stat(folder.path + "/" + Self.ledger, &after) == 0)
        #expect(before.st_ino == after.st_ino)
    }

    @Test func `papers have the same bytes whatever is in the ledger`() throws {
        let folder = try ExemptWorkspace.make()
        let first = try render(in: folder).files
        let second = try render(in: folder).files
        #expect(first == second)
        #expect(first.map(\.edition) == [.open, .restricted, .open, .restricted])
    }

    @Test func `a workspace in which nothing is exempt has no ledger`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        _ = try render(in: folder)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/round/.cleardays"))
    }

    // MARK: - A ledger that cannot be relied on

    private func lose(_ folder: TemporaryFolder, _ name: String) throws {
        try FileManager.default.removeItem(atPath: folder.path + "/" + name)
    }

    @Test func `a ledger that is lost holds everything back where there is an edition that is not for publication`()
        throws
    {
        let folder = try published()
        try folder.write("%PDF", to: "kept/cabinet.RESTRICTED.pdf")
        try lose(folder, "round/.cleardays")
        #expect(
            held(try render(in: folder, restricted: "kept").diagnostics) == [
                ".cleardays/exempt-ledger: the ledger of what is exempt is missing, though there are editions that are not for "
                    + "publication, such as \(folder.path)/kept/cabinet.RESTRICTED.pdf"
            ]
        )
        // Of other papers nothing is known.
        try folder.write("%PDF", to: "others/budget.RESTRICTED.pdf")
        #expect(held(try render(in: folder, restricted: "others").diagnostics) == [])
    }

    @Test func `a ledger that is lost holds everything back where a draft of an exempt paper was circulated`() throws {
        let folder = try ExemptWorkspace.make()
        let request = CirculationRequest(workspace: folder.path + "/round", paper: "cabinet", version: "version 1")
        #expect(try circulate(request, with: Repository.program).folder != nil)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/" + Self.ledger))
        try lose(folder, "round/.cleardays")
        try folder.edit(Self.indicators, "Zyxkelp pays.,3", "Zyxkelp pays.,")
        let told = held(try check(folder.path + "/round", with: Repository.program).diagnostics)
        #expect(
            told == [
                ".cleardays/exempt-ledger: the ledger of what is exempt is missing, though there are editions that are not for "
                    + "publication, such as circulated/cabinet/01-version-1/restricted/cabinet.RESTRICTED.pdf"
            ]
        )
    }

    @Test(arguments: [
        "a byte of it", "its end", "its key", "another key", "an empty file", "a folder", "another council",
    ])
    func `a ledger that is damaged or foreign holds everything back`(_ damage: String) throws {
        let folder = try published()
        let bytes = try folder.bytes(of: Self.ledger)
        var reason = "it is damaged, or not this workspace's"
        switch damage {
        case "a byte of it":
            var damaged = bytes
            damaged[damaged.count / 2] ^= 1
            try folder.write(damaged, to: Self.ledger)
        case "its end": try folder.write(Array(bytes.dropLast(9)), to: Self.ledger)
        case "its key":
            try lose(folder, Self.ledger + ".key")
            reason = "its key, `.cleardays/exempt-ledger.key`, is not there or is damaged"
        case "another key":
            try folder.write(try published().bytes(of: Self.ledger + ".key"), to: Self.ledger + ".key")
        case "an empty file": try folder.write("", to: Self.ledger)
        case "a folder":
            try lose(folder, Self.ledger)
            try folder.write("x", to: Self.ledger + "/x")
            reason = "cannot read the file: it is a folder, not a file"
        default:
            try folder.edit("round/council.yaml", "name: Exampleshire Council", "name: Wealdshire Council")
            reason = "it is of a council of another name"
        }
        let publication = try render(in: folder)
        #expect(publication.files.isEmpty)
        let told = publication.diagnostics.filter { $0.rule == .unusableLedger }
        if reason.hasPrefix("it is of a council") {
            #expect(
                told.map(\.line) == [
                    "error .cleardays/exempt-ledger: the ledger of what is exempt cannot be used: it is of a council of another name"
                ]
            )
            #expect(
                told.map(\.hint) == [
                    "put `name` in council.yaml back as it was; where the council has been renamed, run "
                        + "cleardays release WORKSPACE --new-ledger --reason \"…\", which keeps what is remembered"
                ]
            )
        } else {
            #expect(
                told.map(\.line)
                    == ["error .cleardays/exempt-ledger: the ledger of what is exempt cannot be used: \(reason)"]
            )
            #expect(
                told.map(\.hint) == [
                    "restore the folder .cleardays from a backup; or see yourself that whatever is exempt is marked, and run "
                        + "cleardays release WORKSPACE --new-ledger --reason \"…\""
                ]
            )
        }
    }

    @Test func `a new ledger is begun with a reason, which the report tells from then on`() throws {
        let folder = try published()
        try folder.write("nothing", to: Self.ledger)
        let workspace = folder.path + "/round"
        let begin = ReleaseRequest(workspace: workspace, reason: "The disk has failed.", beginsNewLedger: true)
        let report = try release(begin, with: Repository.program)
        #expect(report.released == [".cleardays/exempt-ledger"])
        let told = try render(in: folder)
        #expect(!told.files.isEmpty)
        #expect(told.diagnostics.count == 1)
        #expect(told.diagnostics.first?.severity == .warning)
        let message = try #require(told.diagnostics.first?.message)
        #expect(message.hasPrefix("the ledger of what is exempt was begun anew by "))
        #expect(message.hasSuffix("on \(Self.day): The disk has failed."))
        #expect(told.diagnostics.map(\.hint) == ["what was exempt before is not remembered"])
        #expect(throws: PublicationError(.usage, "the ledger is in order: there is no need of a new one")) {
            try release(begin, with: Repository.program)
        }
        try folder.edit(Self.indicators, "Zyxkelp pays.,3", "Zyxkelp pays.,")
        #expect(held(try render(in: folder).diagnostics).count == 1)
    }

    @Test func `where the ledger cannot be written nothing is published`() throws {
        let folder = try ExemptWorkspace.make()
        try folder.write("x", to: "round/.cleardays")
        #expect(
            throws: PublicationError(
                .inputOutput,
                "\(folder.path)/round/.cleardays is not a folder, and the exempt ledger is kept in it"
            )
        ) { try render(in: folder) }
    }

    @Test func `where the ledger cannot be written the watch folder publishes nothing either`() throws {
        let folder = try ExemptWorkspace.make()
        try folder.write("x", to: "round/.cleardays")
        let publisher = IncrementalPublisher(program: Repository.program, workspace: folder.path + "/round")
        var made: [String] = []
        let report = try publisher.run(DiskFiles(root: folder.path + "/round")) { paper in
            if case .made = paper.outcome { made.append(paper.id) }
            return true
        }
        #expect(made == [])
        let found = report.diagnostics.filter { $0.rule == .unwritableWorkspace }
        #expect(
            Set(found.map(\.message)) == [
                "\(folder.path)/round/.cleardays is not a folder, and the exempt ledger is kept in it"
            ]
        )
        #expect(Set(found.compactMap(\.hint)) == ["see that the workspace can be written to"])
    }
}
