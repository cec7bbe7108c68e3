// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// What is not for publication keeps to its own folder, whatever happens.
struct EditionTests {
    private let secret = "zinnober"

    /// Marks a passage exempt in the statement.
    private func exempt(_ folder: TemporaryFolder, also mistake: String = "") throws {
        let path = folder.path + "/" + WatchedFolder.statement
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let passage = "\n> [!EXEMPT 3]\n> The tender of \(secret) was the lowest.\(mistake)\n"
        try Data((text + passage).utf8).write(to: URL(filePath: path))
        try folder.edit(
            "ws/returns/community-services/return.yaml",
            "declares:",
            "exempt:\n  - { paragraph: 3, reason: It names tenders., public-interest: It outweighs. }\ndeclares:"
        )
    }

    /// Takes the mark of the passage away.
    private func unmark(_ folder: TemporaryFolder) throws {
        try folder.edit(WatchedFolder.statement, "> [!EXEMPT 3]\n> ", "")
        try folder.edit(
            "ws/returns/community-services/return.yaml",
            "exempt:\n  - { paragraph: 3, reason: It names tenders., public-interest: It outweighs. }\n",
            ""
        )
    }

    @Test func `the twin goes to a folder of its own, and nothing exempt into the other`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder)
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        #expect(!folder.holds("out-restricted"))
        try exempt(folder)
        let made = try await watch.waits { folder.holds("out-restricted/appendix-community-services.RESTRICTED.pdf") }
        #expect(made, "\(watch.text)")
        let holds = try folder.paperHolds(secret, paper: "out-restricted/cabinet.RESTRICTED.pdf")
        #expect(holds)
        for name in try folder.names(in: "out") {
            let bytes = try folder.bytes(of: "out/" + name)
            let text =
                name.hasSuffix(".pdf")
                ? try Command.text(ofPDF: folder.path + "/out/" + name) : String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains(secret), "\(name)")
        }
        #expect(!watch.text.contains(secret))
    }

    @Test
    func `HTML is kept beside the PDFs, made again when it is taken away, and the editions keep to their folders`()
        async throws
    {
        let folder = try WatchedFolder.make()
        try exempt(folder)
        let watch = try RunningWatch(in: folder, ["--format", "pdf,html", "--rescan", "0.3"])
        let name = "cabinet.RESTRICTED.html"
        let made = try await watch.waits { folder.holds("out-restricted/" + name) && folder.holds("out/status.html") }
        #expect(made, "\(watch.text)")
        #expect(try folder.names(in: "out").contains("cabinet.html"))
        #expect(!String(decoding: try folder.bytes(of: "out/cabinet.html"), as: UTF8.self).contains(secret))
        let restricted = try folder.bytes(of: "out-restricted/" + name)
        #expect(String(decoding: restricted, as: UTF8.self).contains(secret))
        try FileManager.default.removeItem(atPath: folder.path + "/out-restricted/" + name)
        let again = try await watch.waits { folder.holds("out-restricted/" + name) }
        #expect(again, "\(watch.text)")
        #expect(try folder.bytes(of: "out-restricted/" + name) == restricted)
    }

    @Test func `without its ledger and its marks, what was exempt is held back by a worker that has been running`()
        async throws
    {
        let folder = try WatchedFolder.make()
        try exempt(folder)
        // The worker has begun before there is a folder for what is not for publication.
        let watch = try RunningWatch(in: folder, ["--settle", "0.1"])
        let made = try await watch.waits { folder.holds("out-restricted/cabinet.RESTRICTED.pdf") }
        #expect(made, "\(watch.text)")
        let counted = try await watch.waits(forRounds: 1)
        #expect(counted)
        let before = try folder.bytes(of: "out/cabinet.pdf")
        try FileManager.default.removeItem(atPath: folder.path + "/ws/.cleardays")
        try unmark(folder)
        let isHeld = try await watch.waits { folder.holds("out/cabinet.problems.txt") }
        #expect(isHeld, "\(watch.text)")
        let after = try folder.bytes(of: "out/cabinet.pdf")
        #expect(before == after)
    }

    @Test func `what loses its mark is not made until it is released, and then at once`() async throws {
        let folder = try WatchedFolder.make()
        try exempt(folder)
        let watch = try RunningWatch(in: folder, ["--settle", "0.1"])
        let made = try await watch.waits { folder.holds("out-restricted/cabinet.RESTRICTED.pdf") }
        #expect(made, "\(watch.text)")
        let before = try folder.bytes(of: "out/cabinet.pdf")
        try unmark(folder)
        let isHeld = try await watch.waits { folder.holds("out/cabinet.problems.txt") }
        #expect(isHeld, "\(watch.text)")
        let problems = try folder.text(of: "out/cabinet.problems.txt")
        #expect(problems.contains("words of this text were exempt in cabinet"))
        let place = try #require(problems.firstMatch(of: /release WORKSPACE (\S+)/)).output.1
        for name in try folder.names(in: "out") where !name.hasSuffix(".pdf") && !name.hasPrefix(".") {
            let text = try folder.text(of: "out/" + name)
            #expect(!text.contains(secret), "\(name)")
        }
        #expect(!watch.text.contains(secret))
        let after = try folder.bytes(of: "out/cabinet.pdf")
        #expect(before == after)
        let release = try Command.cleardays(
            "release",
            "ws",
            String(place),
            "--reason",
            "The contract is let.",
            in: folder.path
        )
        #expect(release.status == 0, "\(release.errors)")
        let isPublic = try await watch.waits { try folder.paperHolds(secret) }
        #expect(isPublic, "\(watch.text)")
    }

    @Test func `a drop that unmarks something is not taken`() async throws {
        let folder = try WatchedFolder.make()
        let file = "ws/returns/community-services/actions.csv"
        func rows(_ heading: String, _ paragraph: String) -> String {
            """
            unit,ref,action,outcome,status,reason,response,due\(heading)
            libraries,L1,Rebuild the library at Sampleton,A library with a room for classes,on course,,,2026-03\(heading.isEmpty ? "" : ",")
            libraries,,Sell the depot,,not on course,The bidder has gone.,,\(paragraph)
            sport,S1,Build a climbing wall,Wall open to schools and clubs,done and ongoing,,,2025-05\(heading.isEmpty ? "" : ",")

            """
        }
        let text = rows(",exempt", ",3")
        try folder.write(text, to: file)
        try folder.edit(
            "ws/returns/community-services/return.yaml",
            "declares:",
            "exempt:\n  - { paragraph: 3, reason: It is for sale., public-interest: It outweighs. }\ndeclares:"
        )
        let watch = try RunningWatch(in: folder, ["--inbox", "inbox", "--settle", "0.1"])
        let made = try await watch.waits { folder.holds("out-restricted/cabinet.RESTRICTED.pdf") }
        #expect(made, "\(watch.text)")
        try folder.write(rows("", ""), to: "inbox/community-services-actions.csv")
        let isRefused = try await watch.waits {
            try folder.names(in: "inbox/failed").contains { $0.hasSuffix(".report.txt") }
        }
        #expect(isRefused, "\(watch.text)")
        let report = try #require(try folder.names(in: "inbox/failed").first { $0.hasSuffix(".report.txt") })
        let words = try folder.text(of: "inbox/failed/" + report)
        #expect(words.contains("this row was exempt in cabinet"), "\(words)")
        #expect(!words.contains("depot"))
        let now = try folder.text(of: file)
        #expect(now == text)
    }

    @Test func `a problem in an exempt passage is told without its words`() async throws {
        let folder = try WatchedFolder.make()
        try exempt(folder, also: " {{ round.zinnober }}")
        let watch = try RunningWatch(in: folder)
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let notes = try folder.names(in: "out").filter { $0.hasSuffix(".txt") }
        #expect(!notes.isEmpty)
        for name in notes + ["status.html", "status.json"] {
            let text = try folder.text(of: "out/" + name)
            #expect(!text.contains(secret), "\(name)")
        }
        #expect(!watch.text.contains(secret))
    }

    @Test
    func
        `a web page of an earlier run is removed when it is not asked for any more, as it says what the paper said then`()
        throws
    {
        let folder = try WatchedFolder.make()
        func watch(_ formats: String) throws -> [String] {
            let ended = try Command.cleardays(
                "watch",
                "ws",
                "--out",
                "out",
                "--format",
                formats,
                "--once",
                in: folder.path
            )
            #expect(ended.status == 0)
            return try folder.names(in: "out").filter { $0.hasSuffix(".html") }
        }
        #expect(try watch("pdf,html") == ["appendix-community-services.html", "cabinet.html", "status.html"])
        try folder.write("mine", to: "out/notes.html")
        #expect(try watch("pdf") == ["notes.html", "status.html"])
        let page = try folder.text(of: "out/status.html")
        #expect(page.contains("cabinet.pdf") && !page.contains("cabinet.html"))
    }
}
