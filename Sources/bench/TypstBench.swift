// SPDX-License-Identifier: Apache-2.0

import Composition
import Foundation
import Glibc
import Intake
import Monitoring
import Publishing

/// Times `typst watch` on the content of a paper: from the rename of its source to the last byte of the PDF. As Cleardays does, it writes a
/// tagged file for PDF/UA-1.
struct TypstBench {
    let program: ProgramFiles
    let cell: WatchedCell
    private static let edits = 6

    /// Where `tools/typst` puts Typst, as a module of Python.
    private var python: String { program.folder + "/.build/typst/bin/python" }

    func run() async throws {
        guard FileManager.default.fileExists(atPath: python) else {
            print("  typst watch is not here to be timed beside: tools/typst brings it")
            return
        }
        let folder = cell.workspace + "-typst"
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let sources = try (0...Self.edits).map { number in
            try cell.save(edit: number)
            return try source()
        }
        let typ = folder + "/paper.typ"
        let pdf = folder + "/paper.pdf"
        try WatchedCell.save(sources[0], to: typ)
        let start = ContinuousClock.now
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = ["-c", "import typst; typst.Compiler('\(typ)').watch('\(pdf)', pdf_standards='ua-1')"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer { kill(process.processIdentifier, SIGKILL) }
        try await WatchedCell.wait(for: pdf) { Self.isWhole($0, after: nil) }
        let cold = ContinuousClock.now - start
        var latencies: [Duration] = []
        for number in 1...Self.edits {
            try await Task.sleep(for: .seconds(1))
            let before = Self.modified(pdf)
            let saved = try WatchedCell.save(sources[number], to: typ)
            try await WatchedCell.wait(for: pdf) { Self.isWhole($0, after: before) }
            latencies.append(ContinuousClock.now - saved)
        }
        let warm = latencies.dropFirst().sorted()
        print(
            "  typst watch, the same paper: \(WatchBench.milliseconds(warm[warm.count / 2])), median of \(warm.count); "
                + "from its start: \(WatchBench.milliseconds(cold))"
        )
    }

    /// The paper as the workspace has it now.
    private func source() throws -> String {
        let contents = try readWorkspace(at: cell.workspace, programLayouts: program.layouts)
        guard let round = contents.round, let index = round.papers.firstIndex(where: { $0.id == cell.paper }),
            let composed = composePaper(at: index, of: .restricted(round), layouts: contents.layouts)
        else {
            print("\(cell.workspace) has no paper `\(cell.paper)`")
            exit(1)
        }
        return TypstSource(paper: composed.paper).text
    }

    /// Whether a PDF is another than before, and whole: Typst writes it in place.
    private static func isWhole(_ pdf: String, after before: timespec?) -> Bool {
        guard let now = modified(pdf), now.tv_sec != before?.tv_sec || now.tv_nsec != before?.tv_nsec else {
            return false
        }
        let end = FileManager.default.contents(atPath: pdf)?.suffix(7) ?? Data()
        return String(decoding: end, as: UTF8.self).contains("%%EOF")
    }

    private static func modified(_ path: String) -> timespec? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mtim : nil
    }
}
