// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Publishing
import Synchronization
import TestSupport
import Testing

/// Supervisors and workers that are killed at random moments, while files are edited, drops come in, and somebody reads the papers.
struct KillTests {
    /// `CLEARDAYS_KILLS=300` is the long run.
    private static let count = ProcessInfo.processInfo.environment["CLEARDAYS_KILLS"].flatMap { Int($0) } ?? 15

    /// Opens papers again and again, and counts those that are not whole.
    private final class Reader: Sendable {
        private let isOver = Atomic(false)
        let torn = Atomic(0)
        let reads = Atomic(0)

        func start(_ path: String) {
            Thread.detachNewThread { [self] in
                while !isOver.load(ordering: .acquiring) {
                    if let bytes = try? Data(contentsOf: URL(filePath: path)) {
                        reads.add(1, ordering: .relaxed)
                        let isWhole = bytes.starts(with: Array("%PDF-".utf8)) && bytes.suffix(6) == Data("%%EOF\n".utf8)
                        if !isWhole { torn.add(1, ordering: .relaxed) }
                    }
                    usleep(500)
                }
            }
        }

        func stop() { isOver.store(true, ordering: .releasing) }
    }

    /// The names of drops as they were dropped.
    private func names(_ place: String, in folder: TemporaryFolder) throws -> [String] {
        guard folder.holds("inbox/" + place) else { return [] }
        return try folder.names(in: "inbox/" + place).map { String($0.drop { $0 != "_" }.dropFirst()) }
    }

    @Test func `whatever is killed, no paper is torn, and nothing is lost or done twice`() async throws {
        let folder = try WatchedFolder.make()
        let actions = try folder.text(of: "ws/returns/community-services/actions.csv")
        let options = ["--inbox", "inbox", "--settle", "0.01", "--once"]
        let reader = Reader()
        reader.start(folder.path + "/out/cabinet.pdf")
        defer { reader.stop() }
        var generator = SeededGenerator(seed: 14)
        var dropped: [String] = []
        for number in 0..<Self.count {
            let statement = try WatchedFolder.statement(saying: "edit \(number)")
            try SaveStyle.renameOver.save(statement, to: folder.path + "/" + WatchedFolder.statement)
            if number.isMultiple(of: 3) {
                let name = "community-services-actions (\(number)).csv"
                try folder.write(actions + "\n", to: "making")
                rename(folder.path + "/making", folder.path + "/inbox/" + name)
                if folder.holds("inbox/" + name) { dropped.append(name) }
            }
            let watch = try RunningWatch(in: folder, options)
            try await Task.sleep(for: .milliseconds(Int.random(in: 0..<1500, using: &generator)))
            let worker = watch.workers.randomElement(using: &generator)
            if let worker, Bool.random(using: &generator) {
                Glibc.kill(worker, SIGKILL)
                _ = await watch.end()
            } else {
                watch.kill(SIGKILL)
                _ = await watch.end()
            }
        }
        let last = try RunningWatch(in: folder, options)
        _ = await last.end()
        let done = try names("done", in: folder)
        let failed = try names("failed", in: folder)
        let given = (done + failed).filter { $0.hasSuffix(".csv") }.sorted()
        #expect(given == dropped.sorted())
        #expect(failed.count { $0.hasSuffix(".report.txt") } == failed.count { $0.hasSuffix(".csv") })
        let superseded = try folder.names(in: "inbox/superseded")
        #expect(superseded.count <= done.count)
        #expect(try folder.names(in: "inbox/processing").isEmpty)
        #expect(try folder.names(in: "ws/returns") == ["community-services"])
        let problems = try folder.names(in: "out").filter { $0.hasSuffix(".txt") }
        #expect(problems == [])
        // What is there in the end is what a first run makes of the same files.
        let fresh = try TemporaryFolder(copying: folder.path + "/ws", to: "ws")
        let clean = try RunningWatch(in: fresh, ["--once", "--settle", "0.01"])
        let status = await clean.end()
        #expect(status == 0)
        for paper in ["cabinet.pdf", "appendix-community-services.pdf"] {
            let isSame = try folder.bytes(of: "out/" + paper) == fresh.bytes(of: "out/" + paper)
            #expect(isSame, "\(paper)")
        }
        reader.stop()
        #expect(reader.torn.load(ordering: .acquiring) == 0)
        #expect(reader.reads.load(ordering: .acquiring) > 100)
    }
}
