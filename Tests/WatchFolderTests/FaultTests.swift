// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TestSupport
import Testing

/// What must hold when things go wrong, with the real program.
struct FaultTests {
    private func save(_ word: String, in folder: TemporaryFolder) throws {
        let path = folder.path + "/" + WatchedFolder.statement
        try SaveStyle.renameOver.save(try WatchedFolder.statement(saying: word), to: path)
    }

    /// The paper as it is when the statement says a word.
    private func paper(saying word: String) async throws -> [UInt8] {
        let folder = try WatchedFolder.make()
        try save(word, in: folder)
        let watch = try RunningWatch(in: folder, ["--once", "--settle", "0.01"])
        let watchStatus = await watch.end()
        #expect(watchStatus == 0)
        return try folder.bytes(of: "out/cabinet.pdf")
    }

    @Test func `killed at fifty moments, it leaves whole papers, and the next one begins where it ended`() async throws
    {
        let folder = try WatchedFolder.make()
        let words = ["wrenfield", "larkfield"]
        let papers = [try await paper(saying: words[0]), try await paper(saying: words[1])]
        var generator = SeededGenerator(seed: 6)
        for number in 0..<50 {
            try save(words[number % 2], in: folder)
            let watch = try RunningWatch(in: folder, ["--settle", "0.01"])
            try await Task.sleep(for: .milliseconds(Int.random(in: 0..<500, using: &generator)))
            watch.kill(SIGKILL)
            _ = await watch.end()
            guard folder.holds("out/cabinet.pdf") else { continue }
            let found = try folder.bytes(of: "out/cabinet.pdf")
            let isWhole = papers.contains(found)
            #expect(isWhole, "after kill \(number)")
        }
        try save(words[0], in: folder)
        let last = try RunningWatch(in: folder, ["--once"])
        let lastStatus = await last.end()
        #expect(lastStatus == 0)
        let names = try folder.names(in: "out")
        #expect(names == WatchedFolder.output)
        let isCurrent = try folder.bytes(of: "out/cabinet.pdf") == papers[0]
        #expect(isCurrent)
    }

    @Test(.enabled(if: RunningWatch.mayHavePrelude))
    func `while the disk is full the last paper stays, and the next is made when there is room`() async throws {
        let folder = try WatchedFolder.make()
        try save("wrenfield", in: folder)
        // Room for the papers and a little more; the test looks in through the process's own view of the file system.
        let watch = try RunningWatch(
            in: folder,
            ["--rescan", "0.2"],
            prelude: "mkdir out && mount -t tmpfs -o size=200k none out"
        )
        let out = "/proc/\(watch.number)/cwd/out"
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let paper = try Data(contentsOf: URL(filePath: out + "/cabinet.pdf"))
        TemporaryFolder.fill(out + "/filler")
        try save("larkfield", in: folder)
        let full = try await watch.waits { watch.text.contains("No space left on device") }
        #expect(full)
        let kept = try Data(contentsOf: URL(filePath: out + "/cabinet.pdf"))
        #expect(kept == paper)
        try FileManager.default.removeItem(atPath: out + "/filler")
        let made = try await watch.waits { try Command.text(ofPDF: out + "/cabinet.pdf").contains("larkfield") }
        #expect(made)
        let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
        #expect(names == WatchedFolder.output)
    }

    @Test func `an output folder that is removed is made again, with its papers`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--rescan", "0.2"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let before = try folder.bytes(of: "out/cabinet.pdf")
        try FileManager.default.removeItem(atPath: folder.path + "/out")
        let again = try await watch.waits { folder.holds("out/cabinet.pdf") && folder.holds("out/status.html") }
        #expect(again)
        let after = try folder.bytes(of: "out/cabinet.pdf")
        #expect(after == before)
        // And is held again.
        let second = try RunningWatch(in: folder, ["--once"])
        let secondStatus = await second.end()
        #expect(secondStatus == 74)
    }

    @Test func `an output folder that a file takes the place of is told, and used again when it is back`() async throws
    {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--rescan", "0.2", "--health-file", "health"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        try FileManager.default.removeItem(atPath: folder.path + "/out")
        try folder.write("in the way", to: "out")
        let told = try await watch.waits { watch.text.contains("out is a file, not a folder") }
        #expect(told)
        #expect(watch.isRunning)
        try FileManager.default.removeItem(atPath: folder.path + "/out")
        let again = try await watch.waits { folder.holds("out/cabinet.pdf") }
        #expect(again)
    }

    @Test(.enabled(if: RunningWatch.mayHavePrelude))
    func `an output folder that cannot be written keeps its papers, and is tried again`() async throws {
        let folder = try WatchedFolder.make()
        try FileManager.default.createDirectory(atPath: folder.path + "/out", withIntermediateDirectories: true)
        // A mount that may not be written to: whoever runs the tests may be root, for whom permissions do not count.
        let watch = try RunningWatch(in: folder, ["--rescan", "0.2"], prelude: "mount -t tmpfs none out")
        let out = "/proc/\(watch.number)/cwd/out"
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let before = try Data(contentsOf: URL(filePath: out + "/cabinet.pdf"))
        try watch.inside("mount --bind out out && mount -o remount,bind,ro out")
        try save("larkfield", in: folder)
        let told = try await watch.waits { watch.text.contains("Read-only file system") }
        #expect(told)
        let kept = try Data(contentsOf: URL(filePath: out + "/cabinet.pdf"))
        #expect(kept == before)
        try watch.inside("umount out")
        let made = try await watch.waits { try Command.text(ofPDF: out + "/cabinet.pdf").contains("larkfield") }
        #expect(made)
    }

    @Test func `a mistake costs no paper, and says beside it what is wrong`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder)
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let before = try folder.bytes(of: "out/cabinet.pdf")
        try folder.edit("ws/papers/cabinet.md", "{{ round.year }}", "{{ round.yaer }}")
        let told = try await watch.waits { folder.holds("out/cabinet.problems.txt") && watch.rounds == 2 }
        #expect(told)
        let after = try folder.bytes(of: "out/cabinet.pdf")
        #expect(after == before)
        let text = try folder.text(of: "out/cabinet.problems.txt")
        #expect(text.contains("error: `round.yaer` is not a known name\n  --> papers/cabinet.md:19:"))
        #expect(text.contains("The one made before still stands: cabinet.pdf, 3 pages, of "))
        let page = try folder.text(of: "out/status.html")
        #expect(page.contains("1 of 2 papers is current."))
        // Logs have places and no words.
        #expect(watch.text.contains("papers/cabinet.md:19:"))
        #expect(!watch.text.contains("yaer"))
        try folder.edit("ws/papers/cabinet.md", "{{ round.yaer }}", "{{ round.year }}")
        let mended = try await watch.waits { !folder.holds("out/cabinet.problems.txt") }
        #expect(mended)
    }

    @Test func `a thousand files changed at once are one run`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder)
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let start = ContinuousClock.now
        for number in 0..<1000 {
            try folder.write("old \(number)", to: "ws/old/\(number % 10)/\(number / 10)/note.md")
        }
        try save("larkfield", in: folder)
        let duration = ContinuousClock.now - start
        let made = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(made)
        let settled = try await watch.waits { watch.rounds >= 2 }
        #expect(settled)
        try await Task.sleep(for: .milliseconds(500))
        // The writing itself may take longer than files wait for one another, on a busy machine much longer.
        let rounds = watch.rounds
        #expect((2...4 + Int(duration / .seconds(2))).contains(rounds))
        // What is in the new folders is watched too.
        try FileManager.default.removeItem(atPath: folder.path + "/ws/old")
        let after = try await watch.waits { watch.rounds > rounds }
        #expect(after)
    }

    @Test(.enabled(if: RunningWatch.mayHavePrelude), arguments: ["max_inotify_watches", "max_inotify_instances"])
    func `where the system watches no more folders, the files are polled, and it says so`(limit: String) async throws {
        let folder = try WatchedFolder.make()
        let count = limit == "max_inotify_watches" ? 2 : 0
        let watch = try RunningWatch(
            in: folder,
            ["--poll-interval", "0.1"],
            prelude: "echo \(count) > /proc/sys/user/\(limit)"
        )
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let warning = watch.lines.first { $0["level"] == "warning" }?["message"] ?? ""
        #expect(warning.hasPrefix("the system watches no more folders"))
        #expect(warning.hasSuffix("the workspace is polled instead"))
        try save("larkfield", in: folder)
        let made = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(made)
    }

    @Test func `a clock that is set back holds up nothing`() async throws {
        let folder = try WatchedFolder.make()
        try folder.write("+0\n", to: "clock")
        let watch = try RunningWatch(
            in: folder,
            // The clock is made by a library that shares memory with other processes.
            ["--inbox", "inbox", "--no-sandbox"],
            environment: try FakeClock.environment(setBy: folder.path + "/clock")
        )
        let began = try await watch.waits(forRounds: 1)
        #expect(began, "\(watch.text)")
        let before = try #require(watch.lines.last?["time"])
        try folder.write("-3h\n", to: "clock")
        try save("larkfield", in: folder)
        let hoursAgo = Date(timeIntervalSinceNow: -3 * 3600)
        let source = folder.path + "/" + WatchedFolder.statement
        try FileManager.default.setAttributes([.modificationDate: hoursAgo], ofItemAtPath: source)
        let made = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(made)
        let after = try #require(watch.lines.last?["time"])
        #expect(after < before)
        try folder.write(
            try WatchedFolder.statement(saying: "wrenfield"),
            to: "inbox/community-services-statement.md"
        )
        let taken = try await watch.waits { try folder.paperHolds("wrenfield") }
        #expect(taken, "\(watch.text)")
    }

    @Test func `a reader that opens the paper all the time never sees half of one`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--settle", "0.01"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let path = folder.path + "/out/cabinet.pdf"
        let wanted = RunLength.regenerations
        var number = 0
        var damaged = 0
        var reads = 0
        let made = try await watch.waits(for: RunningWatch.patience + .seconds(RunLength.seconds)) {
            if watch.rounds > number {
                number = watch.rounds
                try save("number \(number)", in: folder)
            }
            for _ in 0..<50 {
                let bytes = try Data(contentsOf: URL(filePath: path))
                reads += 1
                if !bytes.starts(with: Data("%PDF-1.7".utf8)) || !bytes.suffix(8).contains(UInt8(ascii: "%"))
                    || !String(decoding: bytes.suffix(8), as: UTF8.self).contains("%%EOF")
                {
                    damaged += 1
                }
            }
            return number > wanted
        }
        #expect(made)
        #expect(damaged == 0)
        #expect(reads > wanted)
    }

    @Test func `a workspace that goes away costs nothing, and is watched again when it is back`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--rescan", "0.2"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        try FileManager.default.moveItem(atPath: folder.path + "/ws", toPath: folder.path + "/away")
        // The log tells first, and the page a moment later.
        let told = try await watch.waits {
            try watch.text.contains("the workspace cannot be read")
                && folder.text(of: "out/status.html").contains("The papers cannot be made.")
        }
        #expect(told)
        #expect(folder.holds("out/cabinet.pdf"))
        try FileManager.default.moveItem(atPath: folder.path + "/away", toPath: folder.path + "/ws")
        let back = try await watch.waits { watch.text.contains("the workspace can be read again") }
        #expect(back)
        try save("larkfield", in: folder)
        let made = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(made)
    }
}

/// How long the long tests are: short as a rule, long where `CLEARDAYS_SOAK` says how many seconds.
enum RunLength {
    static var seconds: Int {
        ProcessInfo.processInfo.environment["CLEARDAYS_SOAK"].flatMap { Int($0) } ?? 6
    }

    /// For the reader: a thousand in the longest run.
    static var regenerations: Int { min(1000, max(30, seconds)) }
}

extension TemporaryFolder {
    /// Fills a disk with a file.
    fileprivate static func fill(_ path: String) {
        let file = open(path, O_WRONLY | O_CREAT, 0o644)
        defer { close(file) }
        let block = [UInt8](repeating: 0, count: 1024)
        while Glibc.write(file, block, block.count) > 0 {}
    }
}
