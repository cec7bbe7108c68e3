// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Logging
import Publication
import WatchFolder

/// Times how long a saved cell takes to reach a paper that is watched: from the rename of the source to the rename of the PDF.
struct WatchBench {
    let program: ProgramFiles
    let cell: WatchedCell
    /// How often the cell is saved; the first time warms up.
    private static let edits = 11

    func run(_ name: String) async throws {
        let out = cell.workspace + "-out"
        defer {
            try? FileManager.default.removeItem(atPath: out)
            try? FileManager.default.removeItem(atPath: out + "-restricted")
        }
        var log = Logger(label: "bench") { _ in LineLogHandler(format: .text) }
        log.logLevel = .error
        let configuration = WatchConfiguration(workspace: cell.workspace, out: try OutputFolders(open: out))
        let start = ContinuousClock.now
        let watching = Task { [log] in try await watch(configuration, with: program, log: log) }
        let pdf = "\(out)/\(cell.paper).pdf"
        try await wait(for: "\(out)/status.json") { $0 != nil }
        let cold = ContinuousClock.now - start
        var latencies: [Duration] = []
        for number in 0..<Self.edits {
            let before = Self.inode(pdf)
            let saved = try cell.save(edit: number)
            try await wait(for: pdf) { $0 != nil && $0 != before }
            latencies.append(ContinuousClock.now - saved)
            // Other papers of the round may still be on their way.
            try await Task.sleep(for: .seconds(1))
        }
        watching.cancel()
        _ = try? await watching.value
        let warm = latencies.dropFirst().sorted()
        print("\(name): \(Self.milliseconds(warm[warm.count / 2])) from save to PDF, median of \(warm.count)")
        print(
            "  of these \(Self.milliseconds(configuration.settle)) wait until the file settles; "
                + "every paper at the start: \(Self.milliseconds(cold))"
        )
    }

    private func wait(for path: String, until holds: (UInt64?) -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(120)
        while !holds(Self.inode(path)) {
            if ContinuousClock.now > end {
                print("\(path) was not made")
                exit(1)
            }
            try await Task.sleep(for: .milliseconds(1))
        }
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
