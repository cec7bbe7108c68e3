// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// The real program as a service.
struct ServiceTests {
    /// Runs the service with an inbox until everything has been looked at once.
    private func once(in folder: TemporaryFolder, _ options: String...) throws -> Command.Outcome {
        let arguments = ["watch", "ws", "--out", "out", "--inbox", "inbox", "--once"] + options
        return try Command.run(Command.program, arguments, in: folder.path)
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func `a signal ends it, and it says so`(signal: Int32) async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder)
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        watch.kill(signal)
        let status = await watch.end()
        #expect(status == 0)
        let last = watch.lines.last?["message"]
        #expect(last == "stopped")
    }

    @Test func `a signal while it works ends it with whole papers`() async throws {
        let folder = try TemporaryFolder(copying: Repository.sample, to: "ws")
        let watch = try RunningWatch(in: folder, ["--settle", "0.01"])
        let began = try await watch.waits { watch.papersMade >= 1 }
        #expect(began)
        watch.kill(SIGTERM)
        let status = await watch.end()
        #expect(status == 0)
        let last = watch.lines.last?["message"]
        #expect(last == "stopped")
        for name in try folder.names(in: "out") where name.hasSuffix(".pdf") {
            let isWhole = try folder.bytes(of: "out/" + name).suffix(8).contains(UInt8(ascii: "E"))
            #expect(isWhole, "\(name)")
        }
        let left = try folder.names(in: "out").filter { $0.hasSuffix(".part") }
        #expect(left == [])
    }

    @Test func `SIGHUP has everything made anew, and nothing written that is the same`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder)
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let before = try FileManager.default.attributesOfItem(atPath: folder.path + "/out/cabinet.pdf")
        watch.kill(SIGHUP)
        let again = try await watch.waits(forRounds: 2)
        #expect(again)
        #expect(watch.papersMade == 4)
        let after = try FileManager.default.attributesOfItem(atPath: folder.path + "/out/cabinet.pdf")
        #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    }

    @Test func `a theme that is gone for a while holds up papers, and not the service`() async throws {
        let folder = try WatchedFolder.make()
        let theme = try String(contentsOfFile: Repository.folder + "/layouts/themes/accessible.yaml", encoding: .utf8)
        try folder.write(Array(theme.utf8), to: "ws/layouts/themes/own.yaml")
        let watch = try RunningWatch(in: folder, ["--theme", "own"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        #expect(folder.holds("out/cabinet.pdf"))
        try FileManager.default.removeItem(atPath: folder.path + "/ws/layouts/themes/own.yaml")
        let isToldOf = try await watch.waits {
            (try? folder.text(of: "out/status.json"))?.contains("The papers cannot be made: there is no theme `own`")
                == true
        }
        #expect(isToldOf)
        #expect(folder.holds("out/cabinet.pdf"))
        try folder.write(Array(theme.utf8), to: "ws/layouts/themes/own.yaml")
        let isMended = try await watch.waits {
            (try? folder.text(of: "out/status.json"))?.contains("there is no theme") == false
        }
        #expect(isMended)
        watch.kill(SIGTERM)
        let status = await watch.end()
        #expect(status == 0)
    }

    @Test func `a theme that there never was ends the service with a status for wrong usage`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--theme", "nosuch"])
        let status = await watch.end()
        #expect(status == 64)
    }

    @Test func `once is enough for a scheduler: a status of 0, or 1 with problems`() throws {
        let folder = try WatchedFolder.make()
        let good = try Command.cleardays("watch", "ws", "--out", "out", "--once", in: folder.path)
        #expect(good.status == 0, "\(good.errors)")
        #expect(folder.holds("out/cabinet.pdf"))
        try folder.edit("ws/papers/cabinet.md", "{{ round.year }}", "{{ round.yaer }}")
        let bad = try Command.cleardays("watch", "ws", "--out", "out", "--once", in: folder.path)
        #expect(bad.status == 1)
        #expect(folder.holds("out/cabinet.problems.txt"))
        let missing = try Command.cleardays("watch", "nowhere", "--out", "out", "--once", in: folder.path)
        #expect(missing.status == 74)
        #expect(missing.errors.contains("cannot open the folder `nowhere`: No such file or directory"))
    }

    @Test func `two on one folder are one too many`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder)
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let second = try Command.cleardays("watch", "ws", "--out", "out", "--once", in: folder.path)
        #expect(second.status == 74)
        #expect(second.errors.contains("out is in use: process \(watch.number) writes papers to it"))
        watch.kill(SIGKILL)
        _ = await watch.end()
        let third = try Command.cleardays("watch", "ws", "--out", "out", "--once", in: folder.path)
        #expect(third.status == 0, "\(third.errors)")
    }

    @Test func `one who writes once is refused while a watcher has the folder, and told which process it is`()
        async throws
    {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder)
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let before = try folder.bytes(of: "out/cabinet.pdf")
        for arguments in [["render", "ws"], ["render", "ws", "--format", "tree"]] {
            let outcome = try Command.run(
                Repository.folder + "/.build/debug/cleardays",
                arguments + ["--out", "out"],
                in: folder.path
            )
            #expect(outcome.status == 74)
            #expect(
                outcome.errors == "error: out is in use: process \(watch.number) writes papers to it; "
                    + "stop that one, or name another folder\n"
            )
            #expect(outcome.output == "")
        }
        let circulated = try Command.cleardays(
            "circulate",
            "ws",
            "--paper",
            "cabinet",
            "--as",
            "version 1",
            in: folder.path
        )
        #expect(circulated.status == 0, "\(circulated.errors)")
        let proof = try Command.cleardays(
            "diff",
            "ws",
            "--paper",
            "cabinet",
            "--proof",
            "--out",
            "out",
            in: folder.path
        )
        #expect(proof.status == 74)
        #expect(proof.errors.hasPrefix("error: out is in use: process \(watch.number) writes papers to it"))
        let elsewhere = try Command.cleardays("render", "ws", "--out", "other", in: folder.path)
        #expect(elsewhere.status == 0, "\(elsewhere.errors)")
        #expect(try folder.bytes(of: "out/cabinet.pdf") == before)
        watch.kill(SIGTERM)
        _ = await watch.end()
        let free = try Command.cleardays("render", "ws", "--out", "out", in: folder.path)
        #expect(free.status == 0, "\(free.errors)")
    }

    @Test func `once with a drop that is not taken ends with a status of 1, and says so`() throws {
        let folder = try WatchedFolder.make()
        try folder.write("unit,action\n", to: "inbox/community-services-actions.csv")
        let bad = try Command.cleardays(
            "watch",
            "ws",
            "--out",
            "out",
            "--inbox",
            "inbox",
            "--once",
            in: folder.path
        )
        #expect(bad.status == 1)
        #expect(
            bad.errors.hasSuffix("error: a drop was not taken: the log says which, and inbox/failed why\n"),
            "\(bad.errors)"
        )
        let again = try Command.cleardays(
            "watch",
            "ws",
            "--out",
            "out",
            "--inbox",
            "inbox",
            "--once",
            in: folder.path
        )
        #expect(again.status == 0, "\(again.errors)")
    }

    @Test func `once with an inbox and a council that cannot be read comes to an end`() throws {
        let folder = try WatchedFolder.make()
        try folder.write("name: [\n", to: "ws/council.yaml")
        try folder.write("", to: "inbox/community-services-actions.csv")
        let outcome = try once(in: folder)
        #expect(outcome.status == 1, "\(outcome.errors)")
        #expect(folder.holds("inbox/community-services-actions.csv"))
    }

    @Test func `a paper that takes long does not hold up the end, and leaves nothing behind`() async throws {
        let folder = try WatchedFolder.make()
        // The second paper takes for ever.
        let watch = try RunningWatch(
            in: folder,
            ["--stop-timeout", "0.2"],
            environment: ["CLEARDAYS_FAULT": "hang:typesetting `appendix-community-services`"]
        )
        let began = try await watch.waits { folder.holds("out/cabinet.pdf") }
        #expect(began)
        try await Task.sleep(for: .milliseconds(500))
        watch.kill(SIGTERM)
        let status = await watch.end()
        #expect(status == 0)
        let last = watch.lines.last?["message"]
        #expect(last == "ended in the middle of a paper, which took too long")
        let parts = try folder.names(in: "out").filter { $0.hasSuffix(".part") }
        #expect(parts == [])
    }

    @Test func `once comes to an end where a link leads nowhere, and says so`() throws {
        let folder = try WatchedFolder.make()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/ws/papers/other.md",
            withDestinationPath: "nowhere.md"
        )
        let outcome = try Command.cleardays("watch", "ws", "--out", "out", "--once", in: folder.path)
        #expect(outcome.status == 1, "\(outcome.errors)")
        let problems = try folder.text(of: "out/other.problems.txt")
        #expect(problems.contains("cannot open the file: it is a link that leads nowhere"), "\(problems)")
    }

    @Test func `the health file says how it is`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--health-file", "health.json"])
        let written = try await watch.waits { folder.holds("health.json") }
        #expect(written)
        let health = try JSONSerialization.jsonObject(with: Data(folder.bytes(of: "health.json"))) as? [String: Any]
        #expect(health?["status"] as? String == "ok")
    }

    @Test func `after one round the health file says how it ended`() async throws {
        let folder = try WatchedFolder.make()
        try folder.write("in the way", to: "out")
        let watch = try RunningWatch(in: folder, ["--once", "--health-file", "health.json", "--settle", "0.3"])
        _ = await watch.end()
        try FileManager.default.removeItem(atPath: folder.path + "/out")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/out/status.json",
            withIntermediateDirectories: true
        )
        let second = try RunningWatch(in: folder, ["--once", "--health-file", "health.json", "--settle", "0.3"])
        let status = await second.end()
        #expect(status == 74)
        let health = try folder.text(of: "health.json")
        #expect(health.contains("\"failing\""), "\(health)")
    }

    @Test(arguments: ["--health-file", "--metrics-file"])
    func `a file that is written again and again may not be among what is watched`(option: String) async throws {
        let folder = try WatchedFolder.make()
        for place in ["ws/state.prom", "ws/papers/state.prom", "inbox/state.prom"] {
            try FileManager.default.createDirectory(atPath: folder.path + "/inbox", withIntermediateDirectories: true)
            let outcome = try once(in: folder, option, place)
            #expect(outcome.status == 64)
            #expect(outcome.errors.contains("\(place) cannot be written there"), "\(outcome.errors)")
        }
    }

    @Test func `the metrics say what was made and what was not`() async throws {
        let folder = try WatchedFolder.make()
        try folder.write("---\nkind: cabinet\n", to: "ws/papers/other.md")
        let watch = try RunningWatch(
            in: folder,
            ["--once", "--metrics-file", "metrics/cleardays.prom", "--settle", "0.02"]
        )
        let status = await watch.end()
        #expect(status == 1)
        let text = try folder.text(of: "metrics/cleardays.prom")
        let lines = text.split(separator: "\n").map(String.init)
        let made = lines.first { $0.hasPrefix("cleardays_papers_made_total{service=\"cleardays\"} ") }
        let current = lines.first { $0.hasPrefix("cleardays_papers{service=\"cleardays\",state=\"current\"} ") }
        #expect(made?.split(separator: " ").last == current?.split(separator: " ").last, "\(text)")
        #expect(lines.contains("cleardays_papers{service=\"cleardays\",state=\"problems\"} 1"), "\(text)")
        #expect(lines.contains("cleardays_papers_failed_total{service=\"cleardays\"} 1"), "\(text)")
        #expect(lines.contains("cleardays_failing{service=\"cleardays\"} 0"), "\(text)")
        let written =
            "cleardays_paper_written_timestamp_seconds{service=\"cleardays\",paper=\"cabinet\",edition=\"whole\"} "
        #expect(lines.contains { $0.hasPrefix(written) }, "\(text)")
        #expect(
            lines.contains("cleardays_paper_failing{service=\"cleardays\",paper=\"other\",edition=\"whole\"} 1"),
            "\(text)"
        )
        for stage in ["intake", "composition", "painting"] {
            let seconds = lines.first {
                $0.hasPrefix("cleardays_stage_seconds_total{service=\"cleardays\",stage=\"\(stage)\"} ")
            }
            #expect((seconds?.split(separator: " ").last).flatMap { Double($0) } ?? 0 > 0, "\(text)")
        }
    }

    @Test func `an output folder inside the workspace is none of it`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--out", "ws/out"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        try await Task.sleep(for: .milliseconds(700))
        #expect(watch.rounds == 1)
        #expect(folder.holds("ws/out/cabinet.pdf"))
    }

    @Test(arguments: [
        ["--settle", "0"], ["--poll-interval", "soon"], ["--rescan", "-1"], ["--log-format", "xml"],
        ["--stop-timeout", "0"], ["--metrics-file", "metrics.txt"],
    ])
    func `options that make no sense are wrong use`(options: [String]) throws {
        let folder = try WatchedFolder.make()
        let arguments = ["watch", "ws", "--once"] + options
        let outcome = try Command.run(Repository.folder + "/.build/debug/cleardays", arguments, in: folder.path)
        #expect(outcome.status == 64)
    }

    @Test func `it may run for long: memory and open files do not grow, and every last state is rendered`() async throws
    {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder, ["--settle", "0.02", "--health-file", "health.json"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let path = folder.path + "/" + WatchedFolder.statement
        func change(for seconds: Int, _ name: String) async throws {
            for number in 0..<(seconds * 10) {
                try SaveStyle.allCases[number % 4].save(
                    try WatchedFolder.statement(saying: "\(name) \(number)"),
                    to: path
                )
                try await Task.sleep(for: .milliseconds(100))
            }
            let last = "\(name) \(seconds * 10 - 1)"
            let isRendered = try await watch.waits { try folder.paperHolds(last) }
            #expect(isRendered)
        }
        try await change(for: RunLength.seconds / 3, "warming")
        let memory = watch.memory
        let files = watch.openFiles
        try await change(for: RunLength.seconds * 2 / 3, "soaking")
        let rounds = watch.rounds
        #expect(rounds > RunLength.seconds)
        // What the allocator keeps for later is not a leak; a leak of a paper a round would be far more.
        #expect(watch.memory < memory + memory / 5)
        #expect(watch.openFiles == files)
    }
}
