// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

/// Drops that would end the program or fill its memory, with the real program.
struct PoisonDropTests {
    /// Kills the next worker of a supervisor, on a thread of its own: a check takes less time than a test may have to wait for its turn.
    private final class Killer: Sendable {
        let hasKilled = Atomic(false)

        func start(supervisor: Int32, sparing spared: Set<Int32>) {
            Thread.detachNewThread { [self] in
                let end = ContinuousClock.now + RunningWatch.patience
                while ContinuousClock.now < end {
                    for worker in RunningWatch.workers(of: supervisor) where !spared.contains(worker) {
                        kill(worker, SIGKILL)
                        return hasKilled.store(true, ordering: .releasing)
                    }
                    usleep(2000)
                }
            }
        }
    }

    private static let options = ["--inbox", "inbox", "--once", "--settle", "0.01"]

    private func names(_ place: String, in folder: TemporaryFolder) throws -> [String] {
        try folder.names(in: "inbox/" + place).map { String($0.drop { $0 != "_" }.dropFirst()) }
    }

    private func report(in folder: TemporaryFolder) throws -> String {
        let name = try folder.names(in: "inbox/failed").first { $0.hasSuffix(".report.txt") }
        return String(decoding: try folder.bytes(of: "inbox/failed/" + (name ?? "")), as: UTF8.self)
    }

    /// A good drop.
    private func dropStatement(saying word: String, in folder: TemporaryFolder) throws {
        try folder.write(try WatchedFolder.statement(saying: word), to: "inbox/community-services-statement.md")
    }

    @Test func `a folder of large empty files is refused by their names, unread, and the next drop is taken`()
        async throws
    {
        let folder = try WatchedFolder.make()
        for number in 1...100 {
            try folder.write([], to: "inbox/community-services/file-\(number).csv")
            truncate("\(folder.path)/inbox/community-services/file-\(number).csv", 32 << 20)
        }
        try dropStatement(saying: "larkfield", in: folder)
        let watch = try RunningWatch(in: folder, Self.options + ["--memory-limit", "300"])
        let status = await watch.end()
        #expect(status == 1)
        let text = try report(in: folder)
        #expect(
            text.contains("error: `file-1.csv` is not a file of a return\n  --> community-services/file-1.csv\n")
        )
        #expect(try names("done", in: folder) == ["community-services-statement.md"])
        #expect(try folder.paperHolds("larkfield"))
        #expect(!watch.text.contains("a worker ended"))
    }

    @Test func `files of a return that are too large together are refused by their sizes, unread`() async throws {
        let folder = try WatchedFolder.make()
        for name in ["actions.csv", "indicators.csv", "statement.md"] {
            try folder.write([], to: "inbox/community-services/" + name)
            truncate("\(folder.path)/inbox/community-services/\(name)", 32 << 20)
        }
        let watch = try RunningWatch(in: folder, Self.options + ["--memory-limit", "300"])
        let status = await watch.end()
        #expect(status == 1)
        #expect(try report(in: folder).contains("error: cannot take the folder: the files come to more than 64 MB"))
        #expect(!watch.text.contains("a worker ended"))
    }

    @Test func `a drop that ends its process comes back with a report, once, and the next drop is taken`() async throws
    {
        let folder = try WatchedFolder.make()
        try folder.write(
            try WatchedFolder.statement(saying: "wrenfield"),
            to: "inbox/community-services-statement (2).md"
        )
        try dropStatement(saying: "larkfield", in: folder)
        let fault = "overflow:checking `community-services-statement (2).md`"
        let watch = try RunningWatch(in: folder, Self.options, environment: ["CLEARDAYS_FAULT": fault])
        let status = await watch.end()
        #expect(status == 1)
        #expect(
            try names("failed", in: folder) == [
                "community-services-statement (2).md", "community-services-statement (2).md.report.txt",
            ]
        )
        #expect(
            try report(in: folder).contains(
                "internal error: the program stopped while checking `community-services-statement (2).md`\n"
            )
        )
        #expect(try names("done", in: folder) == ["community-services-statement.md"])
        #expect(try folder.paperHolds("larkfield"))
        #expect(try folder.names(in: "inbox/processing").isEmpty)
    }

    @Test func `a drop whose check takes too long is refused at once, and says what it took`() async throws {
        let folder = try WatchedFolder.make()
        let before = try folder.bytes(of: WatchedFolder.statement)
        try dropStatement(saying: "larkfield", in: folder)
        let watch = try RunningWatch(
            in: folder,
            Self.options + ["--time-limit", "2"],
            environment: ["CLEARDAYS_FAULT": "hang:checking `community-services-statement.md`"]
        )
        let status = await watch.end()
        #expect(status == 1)
        #expect(
            try report(in: folder).contains(
                "error: checking `community-services-statement.md` took more than 2 s, and was ended\n"
            )
        )
        #expect(try folder.bytes(of: WatchedFolder.statement) == before)
        #expect(watch.lines.count { $0["message"]?.hasPrefix("a worker ended") == true } == 1)
    }

    @Test func `a paper that ends its worker without a drop too holds up no drop`() async throws {
        let folder = try WatchedFolder.make()
        try dropStatement(saying: "larkfield", in: folder)
        let fault = "abort:typesetting `cabinet`"
        let watch = try RunningWatch(in: folder, Self.options, environment: ["CLEARDAYS_FAULT": fault])
        let status = await watch.end()
        #expect(status == 1)
        #expect(try names("done", in: folder) == ["community-services-statement.md"])
        #expect(try folder.names(in: "inbox/failed").isEmpty)
        #expect(folder.holds("out/cabinet.problems.txt"))
    }

    @Test func `a check that somebody ends is begun again, and its drop is taken`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--inbox", "inbox", "--settle", "0.01"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let renderers = Set(watch.workers)
        let killer = Killer()
        killer.start(supervisor: watch.number, sparing: renderers)
        try dropStatement(saying: "larkfield", in: folder)
        let killed = try await watch.waits { killer.hasKilled.load(ordering: .acquiring) }
        #expect(killed)
        let taken = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(taken, "\(watch.text)")
        #expect(try names("done", in: folder) == ["community-services-statement.md"])
        #expect(try folder.names(in: "inbox/failed").isEmpty)
    }

    @Test func `a drop that was begun twice and not ended goes to failed when it is found again`() async throws {
        let folder = try WatchedFolder.make()
        let job = "2009-11-30-140500-001"
        let name = "community-services-statement.md"
        try folder.write(try WatchedFolder.statement(saying: "larkfield"), to: "inbox/processing/\(job)_\(name)")
        try folder.write("2\n", to: "inbox/processing/.begun-\(job)")
        let watch = try RunningWatch(in: folder, Self.options)
        let status = await watch.end()
        #expect(status == 1)
        #expect(try names("failed", in: folder) == [name, name + ".report.txt"])
        #expect(
            try report(in: folder).contains(
                "error: internal error: the program stopped twice while checking `\(name)`\n"
            )
        )
        #expect(
            try report(in: folder).contains(
                "drop it again; if it comes back once more, tell whoever looks after the program"
            )
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/inbox/processing").isEmpty)
    }

    @Test func `a drop that was begun once and not ended is begun again`() async throws {
        let folder = try WatchedFolder.make()
        let job = "2009-11-30-140500-001"
        let name = "community-services-statement.md"
        try folder.write(try WatchedFolder.statement(saying: "larkfield"), to: "inbox/processing/\(job)_\(name)")
        try folder.write("1\n", to: "inbox/processing/.begun-\(job)")
        let watch = try RunningWatch(in: folder, Self.options)
        let status = await watch.end()
        #expect(status == 0)
        #expect(try names("done", in: folder) == [name])
        #expect(try folder.paperHolds("larkfield"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/inbox/processing").isEmpty)
    }

    @Test func `a folder of large empty files in the workspace costs neither memory nor papers`() async throws {
        let folder = try WatchedFolder.make()
        for number in 1...100 {
            try folder.write([], to: "ws/old/file-\(number).csv")
            truncate("\(folder.path)/ws/old/file-\(number).csv", 32 << 20)
        }
        let watch = try RunningWatch(in: folder, ["--memory-limit", "400"])
        let made = try await watch.waits(forRounds: 1)
        #expect(made, "\(watch.text)")
        #expect(!watch.text.contains("a worker ended"))
        #expect(folder.holds("out/cabinet.pdf"))
        #expect(!folder.holds("out/cabinet.problems.txt"))
    }
}
