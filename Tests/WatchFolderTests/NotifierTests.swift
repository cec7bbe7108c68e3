// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Monitoring
import PaperTree
import TestSupport
import Testing

@testable import WatchFolder

/// The program of `--notify` at work: real scripts, and the real process that runs them.
struct NotifierTests {
    private let folder: TemporaryFolder
    private let log = RecordedLog()

    init() throws { folder = try TemporaryFolder() }

    private func notifier(_ body: String) throws -> Notifier {
        // Other tests may hold up this one for longer than a program may run.
        try Notifier(
            program: try folder.script("hook", body),
            lasting: .seconds(1800),
            command: [Command.program, "notifier"]
        )
    }

    private func event(_ id: String, problems: Int = 0) throws -> PaperEvent {
        let paper = WatchStatus.Paper(id: id, state: .problems, errors: problems, warnings: 0)
        return PaperEvent(.failed, of: paper, on: try #require(CalendarDate("2009-11-30")))
    }

    private func waits(until holds: () throws -> Bool) async throws -> Bool {
        let end = ContinuousClock.now + RunningWatch.patience
        while ContinuousClock.now < end {
            if try holds() { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return try holds()
    }

    @Test func `the program has each event as a line on its standard input`() throws {
        let notifier = try notifier("cat >> '\(folder.path)/told'")
        let events = [try event("cabinet"), try event("poc")]
        notifier.tell(events, log: log.logger)
        notifier.finish(log: log.logger)
        let told = try folder.text(of: "told")
        #expect(told == events.map(\.line).joined())
        #expect(log.lines == [])
    }

    @Test func `it has no file of ours, two variables, no argument, and the root as its folder`() async throws {
        let notifier = try notifier(
            """
            echo "$PWD $#" > '\(folder.path)/place'
            echo $$ > '\(folder.path)/number'
            mkdir '\(folder.path)/ready'
            while [ ! -e '\(folder.path)/go' ]; do sleep 0.01; done
            """
        )
        notifier.tell([try event("cabinet")], log: log.logger)
        let isReady = try await waits { folder.holds("ready") }
        #expect(isReady)
        let place = try folder.text(of: "place")
        #expect(place == "/ 0\n")
        let number = try folder.text(of: "number").split(separator: "\n").joined()
        let process = "/proc/\(number)"
        let manager = FileManager.default
        let files = try manager.contentsOfDirectory(atPath: process + "/fd").sorted().map {
            try manager.destinationOfSymbolicLink(atPath: process + "/fd/" + $0)
        }
        // The last is the script, which the shell reads.
        #expect(files.filter { $0 != folder.path + "/hook" } == ["/memfd:event (deleted)", "/dev/null", "/dev/null"])
        let variables = try Data(contentsOf: URL(filePath: process + "/environ")).split(separator: 0)
        let names = variables.map { String(decoding: $0.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self) }
        #expect(names == ["PATH", "LANG"])
        try folder.write("", to: "go")
        notifier.finish(log: log.logger)
        #expect(log.lines == [])
    }

    @Test func `a program that fails is logged once for each status, and goes on being told`() throws {
        let notifier = try notifier(
            "cat >> '\(folder.path)/told'; wc -l < '\(folder.path)/told' | grep -q 3 && exit 4; exit 3"
        )
        let events = try ["one", "two", "three", "four"].map { try event($0) }
        notifier.tell(events, log: log.logger)
        notifier.finish(log: log.logger)
        let told = try folder.text(of: "told")
        #expect(told == events.map(\.line).joined())
        #expect(
            log.lines == [
                "the program of --notify failed status=exit status 3",
                "the program of --notify failed status=exit status 4",
            ]
        )
    }

    @Test func `what a program writes is nobody's, however much it is`() throws {
        let notifier = try notifier(
            "head -c 5000000 /dev/zero; head -c 5000000 /dev/zero >&2; cat >> '\(folder.path)/told'"
        )
        let event = try event("cabinet")
        notifier.tell([event], log: log.logger)
        notifier.finish(log: log.logger)
        let told = try folder.text(of: "told")
        #expect(told == event.line)
        #expect(log.lines == [])
    }

    @Test func `a program that is gone is logged once`() throws {
        let notifier = try notifier("exit 0")
        try FileManager.default.removeItem(atPath: folder.path + "/hook")
        notifier.tell([try event("one"), try event("two")], log: log.logger)
        notifier.finish(log: log.logger)
        #expect(log.lines == ["the program of --notify failed status=cannot be started: No such file or directory"])
    }

    @Test func `of the events of a paper that come while the program hangs it is told the last`() async throws {
        let notifier = try notifier(
            "cat >> '\(folder.path)/told'; while [ ! -e '\(folder.path)/go' ]; do sleep 0.01; done"
        )
        let events = try (1...4).map { try event("cabinet", problems: $0) }
        notifier.tell([events[0]], log: log.logger)
        let hasBegun = try await waits { try folder.holds("told") && folder.text(of: "told") == events[0].line }
        #expect(hasBegun)
        for event in events[1...] { notifier.tell([event], log: log.logger) }
        try folder.write("", to: "go")
        notifier.finish(log: log.logger)
        let told = try folder.text(of: "told")
        #expect(told == events[0].line + events[3].line)
    }

    /// Why a run has failed, once it has.
    private func end(of run: inout HookRun) async throws -> HookFailure? {
        for _ in 0..<6000 {
            switch run.look() {
            case .failure(let failure)?: return failure
            case .success?: return nil
            case nil: try await Task.sleep(for: .milliseconds(10))
            }
        }
        return nil
    }

    @Test func `a program that takes too long is killed`() async throws {
        let script = try folder.script("hook", "sleep 1000")
        var run = try HookRun(script, event: try event("cabinet"), lasting: .zero)
        let failure = try await end(of: &run)
        #expect(failure == .overran)
        #expect(failure?.words == "killed after 10 seconds")
    }

    @Test func `a program is killed with what it has started`() async throws {
        let script = try folder.script("hook", "sleep 1000 & echo $! > '\(folder.path)/child'; sleep 1000")
        var run = try HookRun(script, event: try event("cabinet"))
        let hasBegun = try await waits { try folder.holds("child") && !folder.text(of: "child").isEmpty }
        #expect(hasBegun)
        let child = try #require(Int32(try folder.text(of: "child").split(separator: "\n").first ?? ""))
        run.kill()
        let failure = try await end(of: &run)
        #expect(failure == .overran)
        // A process that has ended and that nobody has waited for yet has no command line.
        let isGone = try await waits {
            ((try? Data(contentsOf: URL(filePath: "/proc/\(child)/cmdline"))) ?? Data()).isEmpty
        }
        #expect(isGone)
    }

    @Test func `the process ends when the service has gone`() throws {
        let script = try folder.script("hook", "exit 0")
        let process: ChildProcess
        do {
            let (started, channel) = try ChildProcess.start([Command.program, "notifier", script, "10"])
            process = started
            _ = channel.holdsMessage(waiting: 0)
        }
        #expect(process.wait(atMost: RunningWatch.patience) == .exited(status: 0))
    }

    @Test func `a process that was killed is logged once, and the service goes on`() async throws {
        let script = try folder.script("hook", "exit 0")
        // In the place of the notifier a program that ends at once.
        let notifier = try Notifier(program: script, command: ["/bin/false"])
        let isLogged = try await waits {
            notifier.tell([], log: log.logger)
            return !log.lines.isEmpty
        }
        #expect(isLogged)
        notifier.tell([try event("cabinet")], log: log.logger)
        notifier.finish(log: log.logger)
        #expect(log.lines == ["the process that runs the program of --notify has gone: it is told of nothing more"])
    }

    // MARK: - The service

    /// What was told: kinds and papers.
    private func told(in folder: TemporaryFolder) throws -> [String] {
        try folder.text(of: "told").split(separator: "\n").map { line in
            let event = try JSONDecoder().decode(PaperEvent.self, from: Data(line.utf8))
            return "\(event.kind) \(event.paper)"
        }
    }

    @Test func `a confined service tells of papers made, failed and due`() async throws {
        let folder = try WatchedFolder.make()
        let script = try folder.script("hook", "cat >> '\(folder.path)/told'")
        func round() async throws -> (status: Int32, told: [String]) {
            try folder.write("", to: "told")
            let watch = try RunningWatch(in: folder, ["--once", "--settle", "0.01", "--notify", script])
            return (await watch.end(), try told(in: folder))
        }
        let first = try await round()
        #expect(first == (0, ["made appendix-community-services", "made cabinet", "due cabinet"]))
        // The same papers, found by a service that has forgotten what it told of days.
        let second = try await round()
        #expect(second == (0, ["due cabinet"]))
        let statement = folder.path + "/" + WatchedFolder.statement
        let good = try Data(contentsOf: URL(filePath: statement))
        try Data("An [unknown mark]{.nobody}.\n\n![](missing.png)\n".utf8).write(to: URL(filePath: statement))
        let third = try await round()
        #expect(third == (1, ["failed appendix-community-services", "failed cabinet", "due cabinet"]))
        try good.write(to: URL(filePath: statement))
        let fourth = try await round()
        #expect(fourth == (0, ["made appendix-community-services", "made cabinet", "due cabinet"]))
    }

    @Test func `of what is exempt no word is told, and of an edition that is not for publication no title`()
        async throws
    {
        let folder = try ExemptWorkspace.make()
        try FileManager.default.moveItem(atPath: folder.path + "/round", toPath: folder.path + "/ws")
        let script = try folder.script("hook", "cat >> '\(folder.path)/told'")
        let watch = try RunningWatch(in: folder, ["--once", "--settle", "0.01", "--notify", script])
        let status = await watch.end()
        #expect(status == 0, "\(watch.text)")
        let text = try folder.text(of: "told")
        for word in ExemptWorkspace.words.values { #expect(!text.contains(word), "\(word)") }
        let lines = text.split(separator: "\n")
        let restricted = lines.filter { $0.contains(#""edition":"restricted""#) }
        #expect(restricted.count == 2)
        #expect(!restricted.contains { $0.contains("title") })
        #expect(lines.count { $0.contains(#""edition":"public""#) && $0.contains("title") } == 3)
    }

    @Test func `a program that cannot be run is wrong use`() throws {
        let outcome = try Command.cleardays("watch", "--notify", "no-such-program", in: folder.path)
        #expect(outcome.status == 64)
        #expect(
            outcome.errors.hasPrefix(
                "Error: --notify must be a program that can be run, by its path or its name in PATH: no-such-program\n"
            )
        )
    }
}
