// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Publishing
import TestSupport
import Testing

/// What a worker that fails costs: the paper that it was at, and nothing else. With the real program.
struct WorkerTests {
    private static let problems = "out/cabinet.problems.txt"

    private func save(_ word: String, in folder: TemporaryFolder) throws {
        let path = folder.path + "/" + WatchedFolder.statement
        try SaveStyle.renameOver.save(try WatchedFolder.statement(saying: word), to: path)
    }

    /// Runs one round with a fault in it.
    private func round(
        _ folder: TemporaryFolder,
        _ options: [String] = [],
        fault: String
    ) async throws -> (status: Int32, watch: RunningWatch) {
        let watch = try RunningWatch(
            in: folder,
            ["--once", "--settle", "0.01"] + options,
            environment: ["CLEARDAYS_FAULT": fault]
        )
        return (await watch.end(), watch)
    }

    @Test(arguments: ["overflow", "abort", "memory", "trap"])
    func `a paper that ends its worker is reported, and the others are made`(fault: String) async throws {
        let folder = try WatchedFolder.make()
        let (status, watch) = try await round(folder, fault: "\(fault):typesetting `cabinet`")
        #expect(status == 1)
        let text = try String(decoding: folder.bytes(of: Self.problems), as: UTF8.self)
        #expect(text.contains("error: internal error: the program stopped while typesetting `cabinet`\n"))
        #expect(text.contains("\nNothing in the files has to be put right for that. "))
        #expect(!text.contains("Put right"))
        #expect(text.contains("\n1 error\n"))
        #expect(folder.holds("out/appendix-community-services.pdf"))
        #expect(!folder.holds("out/cabinet.pdf"))
        // Begun twice, for somebody may have ended the first worker.
        let faults = watch.lines.filter { $0["message"] == "a worker ended while typesetting `cabinet`" }
        #expect(faults.count == 2)
    }

    @Test(arguments: [
        ("--time-limit", "2", "hang:typesetting", "took more than 2 s"),
        ("--memory-limit", "300", "fill:composing", "took more than 300 MB of memory"),
    ])
    func `a paper that takes too much is ended at once, and says what it took`(
        option: String,
        limit: String,
        fault: String,
        words: String
    ) async throws {
        let folder = try WatchedFolder.make()
        let (status, watch) = try await round(folder, [option, limit], fault: "\(fault) `cabinet`")
        #expect(status == 1)
        let activity = try #require(fault.split(separator: ":").last)
        let text = try String(decoding: folder.bytes(of: Self.problems), as: UTF8.self)
        #expect(text.contains("error: \(activity) `cabinet` \(words), and was ended\n"))
        #expect(text.contains("have whoever looks after the service raise \(option)\n"))
        #expect(folder.holds("out/appendix-community-services.pdf"))
        #expect(watch.lines.count { $0["message"] == "a worker ended while \(activity) `cabinet`" } == 1)
    }

    @Test func `a workspace that ends every worker that reads it is reported, and the service goes on`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, environment: ["CLEARDAYS_FAULT": "abort:reading `ws`"])
        let told = try await watch.waits {
            guard folder.holds("out/status.json") else { return false }
            let status = String(decoding: try folder.bytes(of: "out/status.json"), as: UTF8.self)
            return status.contains("it ended with status 70 while reading `ws`")
        }
        #expect(told, "\(watch.text)")
        #expect(watch.isRunning)
        watch.kill(SIGTERM)
        let status = await watch.end()
        #expect(status == 0)
    }

    @Test func `a worker that somebody kills is replaced, and its paper is made`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--settle", "0.01"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let workers = watch.workers
        #expect(workers.count == 1)
        for worker in workers { Glibc.kill(worker, SIGKILL) }
        try save("larkfield", in: folder)
        let made = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(made, "\(watch.text)")
        #expect(!folder.holds(Self.problems))
        #expect(watch.workers.count == 1)
        #expect(watch.workers != workers)
    }

    @Test func `a worker ends with its supervisor`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--settle", "0.01"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let workers = watch.workers
        #expect(workers.count == 1)
        watch.kill(SIGKILL)
        _ = await watch.end()
        let ended = try await watch.waits { workers.allSatisfy { Glibc.kill($0, 0) != 0 } }
        #expect(ended)
    }

    @Test func `a worker that has nothing to do ends, and a new one makes the same papers`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--settle", "0.01", "--worker-idle", "0.3"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let before = try folder.bytes(of: "out/cabinet.pdf")
        let ended = try await watch.waits { watch.workers.isEmpty }
        #expect(ended)
        try save("larkfield", in: folder)
        let made = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(made, "\(watch.text)")
        let text = try String(
            contentsOfFile: Repository.program.starter + "/returns/community-services/statement.md",
            encoding: .utf8
        )
        try SaveStyle.renameOver.save(Array(text.utf8), to: folder.path + "/" + WatchedFolder.statement)
        let again = try await watch.waits { try folder.bytes(of: "out/cabinet.pdf") == before }
        #expect(again, "\(watch.text)")
    }

    @Test func `a file that changes while there is no worker is read as it is, and the rest as it was`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--settle", "0.3", "--worker-idle", "0.3"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let ended = try await watch.waits { watch.workers.isEmpty }
        #expect(ended)
        try save("larkfield", in: folder)
        // Written again and again while the new worker reads: it settles in the end.
        for number in 0..<20 {
            try save("wrenfield \(number)", in: folder)
            try await Task.sleep(for: .milliseconds(50))
        }
        let made = try await watch.waits { try folder.paperHolds("wrenfield 19") }
        #expect(made, "\(watch.text)")
        #expect(!folder.holds(Self.problems))
    }

    /// What proc(5) tells of how a process is confined.
    private func confinement(of process: Int32) throws -> [String: String] {
        let text = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let lines = text.split(separator: "\n").map { $0.split(separator: ":", maxSplits: 1) }
        return Dictionary(lines.map { (String($0[0]), $0[1].trimmingCharacters(in: .whitespaces)) }) { $1 }
    }

    @Test func `a worker has a filter of system calls, and neither it nor its supervisor gains privileges`()
        async throws
    {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder)
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let worker = try confinement(of: try #require(watch.workers.first))
        #expect(worker["Seccomp"] == "2")
        #expect(worker["NoNewPrivs"] == "1")
        let supervisor = try confinement(of: watch.number)
        #expect(supervisor["Seccomp"] == "0")
        #expect(supervisor["NoNewPrivs"] == "1")
    }

    @Test func `without a sandbox nothing is confined`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--no-sandbox"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let worker = try confinement(of: try #require(watch.workers.first))
        #expect(worker["Seccomp"] == "0")
    }

    @Test func `a paper that is removed while there is no worker is withdrawn`() async throws {
        let folder = try WatchedFolder.make()
        let text = try folder.text(of: "ws/papers/cabinet.md")
        try folder.write(text, to: "ws/papers/second.md")
        let watch = try RunningWatch(in: folder, ["--settle", "0.01", "--worker-idle", "0.3"])
        let began = try await watch.waits { folder.holds("out/second.pdf") }
        #expect(began, "\(watch.text)")
        let ended = try await watch.waits { watch.workers.isEmpty }
        #expect(ended)
        try FileManager.default.removeItem(atPath: folder.path + "/ws/papers/second.md")
        let withdrawn = try await watch.waits {
            String(decoding: try folder.bytes(of: "out/status.json"), as: UTF8.self).contains("withdrawn")
        }
        #expect(withdrawn, "\(watch.text)")
    }

    @Test func `a worker ends with its supervisor also where nothing is confined`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--no-sandbox"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let workers = watch.workers
        #expect(workers.count == 1)
        watch.kill(SIGKILL)
        _ = await watch.end()
        let ended = try await watch.waits { workers.allSatisfy { Glibc.kill($0, 0) != 0 } }
        #expect(ended)
    }
}
