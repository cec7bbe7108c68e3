// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// `cleardays watch`, the real program, while the value lives.
final class RunningWatch {
    /// How long to wait for what must come: not how long it takes. `CLEARDAYS_PATIENCE` says how many seconds, where a sanitizer is slow.
    static let patience = Duration.seconds(
        ProcessInfo.processInfo.environment["CLEARDAYS_PATIENCE"].flatMap { Int($0) } ?? 60
    )

    private let process = Process()
    private let log: String
    private let folder: String

    /// Starts it in a folder, on its workspace `ws`, to write to `out`.
    ///
    /// Its workers stay, unless the options say how long: a test may have to wait for minutes before it goes on, while others use the processors.
    ///
    /// - Parameters:
    ///   - prelude: a shell's commands before it: limits, mounts.
    init(
        in folder: TemporaryFolder,
        _ options: [String] = [],
        prelude: String? = nil,
        environment: [String: String] = [:]
    ) throws {
        self.folder = folder.path
        log = folder.path + "/log-\(UUID().uuidString)"
        let program = Command.program
        let idle = options.contains("--worker-idle") ? [] : ["--worker-idle", "86400"]
        let arguments = ["watch", "ws", "--out", "out", "--log-format", "json"] + idle + options
        if let prelude {
            process.executableURL = URL(filePath: "/usr/bin/unshare")
            process.arguments =
                ["--user", "--map-root-user", "--mount", "/bin/sh", "-c", prelude + "\nexec \"$0\" \"$@\"", program]
                + arguments
        } else {
            // What the environment preloads makes itself ready in `env`: Swift finds its arguments beside an environment that nothing has changed.
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = [program] + arguments
        }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.currentDirectoryURL = URL(filePath: folder.path)
        try Data().write(to: URL(filePath: log))
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: URL(filePath: log))
        try process.run()
    }

    deinit {
        if process.isRunning { kill(SIGKILL) }
    }

    var number: Int32 { process.processIdentifier }
    var isRunning: Bool { process.isRunning }

    /// Of the supervisor and its workers together, in kB (proc(5)).
    var memory: Int {
        ([number] + workers).map { process in
            let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
            let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
            return line?.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first ?? 0
        }.reduce(0, +)
    }

    /// How many files the supervisor and its workers hold open while they wait: the fewest of many looks, for they may be at work in some.
    var openFiles: Int {
        let looks = (0..<50).map { _ in
            usleep(5000)
            return ([number] + workers).map { process in
                (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count) ?? 0
            }.reduce(0, +)
        }
        return looks.min() ?? .max
    }

    func kill(_ signal: Int32) { Foundation.kill(number, signal) }

    /// The processes that it has started and that still run.
    var workers: [Int32] { Self.workers(of: number) }

    /// The processes that a process has started and that still run.
    static func workers(of number: Int32) -> [Int32] {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(number)/task")) ?? []
        return tasks.flatMap { task in
            let text = (try? String(contentsOfFile: "/proc/\(number)/task/\(task)/children", encoding: .utf8)) ?? ""
            return text.split(separator: " ").compactMap { Int32($0) }
        }
    }

    /// Waits for its end, and returns its exit status.
    func end() async -> Int32 {
        while process.isRunning { try? await Task.sleep(for: .milliseconds(10)) }
        return process.terminationStatus
    }

    /// The lines that it logged, each by its keys.
    var lines: [[String: String]] {
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap {
            try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: String]
        }
    }

    var text: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    /// How often it has looked through the papers.
    var rounds: Int { lines.count { $0["message"] == "the papers have been looked at" } }

    /// How often it has made a paper.
    var papersMade: Int { lines.count { $0["message"] == "made a paper" } }

    /// Waits until something holds.
    ///
    /// - Returns: whether it came to hold.
    func waits(for patience: Duration = patience, until holds: () throws -> Bool) async throws -> Bool {
        let end = ContinuousClock.now + patience
        while ContinuousClock.now < end {
            if try holds() { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return try holds()
    }

    /// Waits until it has looked through the papers so often.
    func waits(forRounds count: Int) async throws -> Bool { try await waits { rounds >= count } }

    /// Runs a shell's command where the program runs: in its mounts, in its folder.
    func inside(_ command: String) throws {
        _ = try Command.run(
            "/usr/bin/nsenter",
            [
                "--preserve-credentials", "--user", "--mount", "--target", "\(number)", "--wdns=\(folder)", "/bin/sh",
                "-c",
                command,
            ]
        )
    }

    /// Whether this machine lets tests have mounts and limits of their own.
    static let mayHavePrelude =
        (try? Command.run("/usr/bin/unshare", ["--user", "--map-root-user", "--mount", "/bin/true"]).status) == 0
}
