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
        try await WatchedCell.wait(for: "\(out)/status.json") { Self.inode($0) != nil }
        let cold = ContinuousClock.now - start
        var latencies: [Duration] = []
        for number in 0..<Self.edits {
            let before = Self.inode(pdf)
            let saved = try cell.save(edit: number)
            try await WatchedCell.wait(for: pdf) {
                let now = Self.inode($0)
                return now != nil && now != before
            }
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

    private static func inode(_ path: String) -> UInt64? {
        var status = stat()
        return lstat(path, &status) == 0 ? UInt64(status.st_ino) : nil
    }

    static func milliseconds(_ duration: Duration) -> String {
        let microseconds = duration.components.seconds * 1_000_000 + duration.components.attoseconds / 1_000_000_000_000
        return "\((microseconds + 500) / 1000) ms"
    }
}
