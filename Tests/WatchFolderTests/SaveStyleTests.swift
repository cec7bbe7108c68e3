// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// However a program saves, the papers are made once, and say what was saved.
struct SaveStyleTests {
    /// Saves the statement, and expects one more round, with what was saved last.
    private func expectOneRegeneration(
        _ style: SaveStyle,
        in folder: TemporaryFolder,
        _ options: [String],
        quiet: Duration
    ) async throws {
        let path = folder.path + "/" + WatchedFolder.statement
        // The same length, for the styles that keep it.
        try Data(try WatchedFolder.statement(saying: "wrenfield")).write(to: URL(filePath: path))
        let watch = try RunningWatch(in: folder, options)
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let first = try folder.paperHolds("wrenfield")
        #expect(first)
        try style.save(try WatchedFolder.statement(saying: "larkfield"), to: path)
        let second = try await watch.waits { watch.papersMade == 4 }
        #expect(second)
        // Long enough for another round to begin, if one were to.
        try await Task.sleep(for: quiet)
        let holds = try folder.paperHolds("larkfield")
        #expect(holds)
        let rounds = watch.rounds
        #expect(rounds == 2)
        let names = try folder.names(in: "out")
        #expect(names == WatchedFolder.output)
    }

    @Test(arguments: SaveStyle.allCases)
    func `a save leads to one regeneration, with what was saved last`(style: SaveStyle) async throws {
        let folder = try WatchedFolder.make()
        try await expectOneRegeneration(style, in: folder, ["--settle", "1"], quiet: .milliseconds(1500))
    }

    @Test(.enabled(if: MountedFolder.isPossible, "bindfs is not installed"), arguments: SaveStyle.allCases)
    func `a save on a mounted file system leads to one regeneration too`(style: SaveStyle) async throws {
        let folder = try WatchedFolder.make()
        let mounted = try MountedFolder(on: folder.path + "/ws")
        try await expectOneRegeneration(
            style,
            in: folder,
            ["--settle", "2", "--poll-interval", "0.2"],
            quiet: .milliseconds(2500)
        )
        withExtendedLifetime(mounted) {}
    }

    @Test(.enabled(if: MountedFolder.isPossible, "bindfs is not installed"))
    func `a workbook is not read before its end is written, where nobody says who has it open`() async throws {
        let folder = try TemporaryFolder()
        let made = try Command.run(Command.program, ["new", "ws"], in: folder.path)
        #expect(made.status == 0)
        let mounted = try MountedFolder(on: folder.path + "/ws")
        let watch = try RunningWatch(in: folder, ["--settle", "0.5", "--poll-interval", "0.1"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        // Both on another machine, as it were. A save pauses for more than twice as long as files settle.
        let workbook = mounted.source + "/returns/community-services/community-services.xlsx"
        try SaveStyle.excelInPlace.save(Array(try Data(contentsOf: URL(filePath: workbook))), to: workbook)
        let words = WordDocumentBuilder.paragraph("This is larkfield.")
        try SaveStyle.excelInPlace.save(
            WordDocumentBuilder(words).bytes,
            to: mounted.source + "/returns/community-services/statement.docx"
        )
        let second = try await watch.waits {
            try folder.paperHolds("larkfield", paper: "out/appendix-community-services.pdf")
        }
        #expect(second)
        let errors = watch.lines.compactMap { $0["errors"] }
        #expect(errors == ["0", "0"])
    }

    @Test func `what is touched, or saved as it was, leads to nothing`() async throws {
        let folder = try WatchedFolder.make()
        let path = folder.path + "/" + WatchedFolder.statement
        let watch = try RunningWatch(in: folder, ["--settle", "1"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let before = try FileManager.default.attributesOfItem(atPath: folder.path + "/out/status.json")
        try FileManager.default.setAttributes([.modificationDate: Date.now], ofItemAtPath: path)
        let bytes = try folder.bytes(of: WatchedFolder.statement)
        for style in [SaveStyle.word, .vim, .truncateAndWrite] { try style.save(bytes, to: path) }
        try await Task.sleep(for: .milliseconds(2000))
        let rounds = watch.rounds
        #expect(rounds == 1)
        let after = try FileManager.default.attributesOfItem(atPath: folder.path + "/out/status.json")
        #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    }

    @Test func `polled files are seen too`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--poll", "--poll-interval", "0.1"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let path = folder.path + "/" + WatchedFolder.statement
        try SaveStyle.renameOver.save(try WatchedFolder.statement(saying: "larkfield"), to: path)
        let seen = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(seen)
        let means = watch.lines.first { $0["message"] == "watching" }?["by"]
        #expect(means == "polling")
    }

    @Test func `many saves in a burst are one regeneration, and one during a run exactly one more`() async throws {
        let folder = try WatchedFolder.make()
        let path = folder.path + "/" + WatchedFolder.statement
        let watch = try RunningWatch(in: folder, ["--settle", "1"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        for number in 0..<20 {
            try SaveStyle.renameOver.save(try WatchedFolder.statement(saying: "burst \(number)"), to: path)
            // Not `Task.sleep`: where many tests run, a task may be woken late, and the burst would be two.
            usleep(20_000)
        }
        let made = try await watch.waits(forRounds: 2)
        #expect(made)
        try await Task.sleep(for: .milliseconds(1500))
        let rounds = watch.rounds
        #expect(rounds == 2)
        let holds = try folder.paperHolds("burst 19")
        #expect(holds)
    }
}
