// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Logging
import Publishing
import WatchFolder

/// Times how long a saved cell takes to reach a paper that is watched: from the rename of the source to the rename of the PDF.
struct WatchBench {
    let program: ProgramFiles
    let cell: WatchedCell
    /// How often the cell is saved; the first time warms up.
    private static let edits = 11

    func run(_ name: String) async throws {
        var latencies: [Duration] = []
        let start = ContinuousClock.now
        var cold = Duration.zero
        var settle = Duration.zero
        try await watching { pdf, configuration in
            settle = configuration.settle
            cold = ContinuousClock.now - start
            for number in 0..<Self.edits {
                latencies.append(try await latency(ofEdit: number, of: pdf))
                // Other papers of the round may still be on their way.
                try await Task.sleep(for: .seconds(1))
            }
        }
        let warm = latencies.dropFirst().sorted()
        print("\(name): \(Self.milliseconds(warm[warm.count / 2])) from save to PDF, median of \(warm.count)")
        print(
            "  of these \(Self.milliseconds(settle)) wait until the file settles; "
                + "every paper at the start: \(Self.milliseconds(cold))"
        )
    }

    /// Saves the cell again and again: the memory of the worker must not grow.
    ///
    /// - Returns: its resident memory in kB after a fifth of the jobs and after all.
    func memory(jobs: Int) async throws -> (before: Int, after: Int) {
        var memory = (before: 0, after: 0)
        try await watching(settle: .milliseconds(1)) { pdf, _ in
            for number in 1...jobs {
                _ = try await latency(ofEdit: number, of: pdf)
                if number == jobs / 5 { memory.before = Self.memoryOfWorker }
            }
            memory.after = Self.memoryOfWorker
        }
        return memory
    }

    /// Watches the workspace until the body returns.
    ///
    /// - Parameter body: takes the path of the paper that prints the cell, and begins when every paper has been made.
    private func watching(
        settle: Duration? = nil,
        _ body: (_ pdf: String, WatchConfiguration) async throws -> Void
    ) async throws {
        let out = cell.workspace + "-out"
        defer {
            try? FileManager.default.removeItem(atPath: out)
            try? FileManager.default.removeItem(atPath: out + "-restricted")
        }
        var log = Logger(label: "bench") { _ in LineLogHandler(format: .text) }
        log.logLevel = .error
        let configuration = WatchConfiguration(
            workspace: cell.workspace,
            out: try OutputFolders(open: out),
            settle: settle
        )
        let watching = Task { [log] in try await watch(configuration, with: program, log: log) }
        try await WatchedCell.wait(for: "\(out)/status.json") { Self.inode($0) != nil }
        try await body("\(out)/\(cell.paper).pdf", configuration)
        watching.cancel()
        _ = try? await watching.value
    }

    /// How long a saved cell takes to reach the paper.
    private func latency(ofEdit number: Int, of pdf: String) async throws -> Duration {
        let before = Self.inode(pdf)
        let saved = try cell.save(edit: number)
        try await WatchedCell.wait(for: pdf) {
            let now = Self.inode($0)
            return now != nil && now != before
        }
        return ContinuousClock.now - saved
    }

    /// The resident memory of the processes that this one has started, in kB.
    private static var memoryOfWorker: Int {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        let children = tasks.flatMap { task in
            ((try? String(contentsOfFile: "/proc/self/task/\(task)/children", encoding: .utf8)) ?? "")
                .split(whereSeparator: \.isWhitespace)
        }
        return children.compactMap { pid_t($0) }.map(Bench.residentMemory).reduce(0, +)
    }

    private static func inode(_ path: String) -> UInt64? {
        var status = stat()
        return lstat(path, &status) == 0 ? UInt64(status.st_ino) : nil
    }

    static func milliseconds(_ duration: Duration) -> String {
        let microseconds = duration.components.seconds * 1_000_000 + duration.components.attoseconds / 1_000_000_000_000
        return "\((microseconds + 500) / 1000) ms"
    }
}
