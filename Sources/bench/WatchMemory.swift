// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Logging
import Publishing
import WatchFolder

/// Saves a cell of a watched workspace again and again, to see whether the memory of the worker grows.
struct WatchMemory {
    let program: ProgramFiles
    let cell: WatchedCell

    /// Watches the workspace while the cell is saved so many times.
    ///
    /// - Returns: the resident memory of the worker in kB after a fifth of the jobs and after all.
    func measure(jobs: Int) async throws -> (before: Int, after: Int) {
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
            settle: .milliseconds(1)
        )
        let watching = Task { [log] in try await watch(configuration, with: program, log: log) }
        try await WatchedCell.wait(for: "\(out)/status.json") { Self.inode($0) != nil }
        var before = 0
        for number in 1...jobs {
            try await reach(edit: number, in: "\(out)/\(cell.paper).pdf")
            if number == jobs / 5 { before = Self.memoryOfWorker }
        }
        let after = Self.memoryOfWorker
        watching.cancel()
        _ = try? await watching.value
        return (before, after)
    }

    /// Saves the cell, and waits until it has reached the paper.
    private func reach(edit number: Int, in pdf: String) async throws {
        let before = Self.inode(pdf)
        try cell.save(edit: number)
        try await WatchedCell.wait(for: pdf) {
            let now = Self.inode($0)
            return now != nil && now != before
        }
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
}
