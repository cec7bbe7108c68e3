// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Publishing
import ResourceLimits
import WatchFolder
import WorkspaceFiles

/// Times the whole way from a workspace to its PDF, for the sample and for generated returns of many rows.
///
/// Each case runs in a process of its own, so that its peak memory is its own: without arguments the program runs
/// itself once for each case.
@main
struct Bench {
    @MainActor
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        // The watch folder that is timed starts this program again for its worker.
        if arguments == ["worker"] { exit(runWorker()) }
        let program = try ProgramFiles.find()
        switch arguments.first {
        case "sample": try run("sample", workspace: program.folder + "/samples/wealdshire-2009", program: program)
        case "html":
            try runHTML("the sample's Cabinet paper", workspace: program.folder + "/samples/wealdshire-2009", program)
            try withGenerated(rows: 10_000) { try runHTML("10,000 rows × 6 columns", workspace: $0, program) }
        case "rows":
            guard let rows = arguments.dropFirst().first.flatMap({ Int($0) }), rows > 0 else { usage() }
            try withGenerated(rows: rows) { folder in
                try run("\(rows) rows × 6 columns", workspace: folder, program: program)
            }
        case "generate":
            guard (3...4).contains(arguments.count), let rows = Int(arguments[1]), rows > 0 else { usage() }
            guard let papers = arguments.count == 4 ? Int(arguments[3]) : 1, papers > 0 else { usage() }
            try GeneratedWorkspace(rows: rows, papers: papers).write(to: arguments[2])
        case "edges":
            guard arguments.count == 3 else { usage() }
            try TableEdges(program: program, workspace: arguments[1], paper: arguments[2]).run()
        case "layout":
            guard let rows = arguments.dropFirst().first.flatMap({ Int($0) }), rows > 0 else { usage() }
            try withGenerated(rows: rows) { try runLayout(rows: rows, workspace: $0, program: program) }
        case "again":
            let folder = watchedFolder
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try runAgain(watchedSample(in: folder, program), "a cell in the sample", program: program)
            try runAgain(watchedRows(in: folder), "a cell among 2,000 rows", program: program)
        case "linear": try runLinear(program: program)
        case "check": if try !CheckBench(program: program).run() { exit(1) }
        case "checked": try CheckBench(program: program).runOnce(arguments.dropFirst().first ?? ".")
        case "leaks":
            try await findLeaks(runs: arguments.dropFirst().first.flatMap { Int($0) } ?? 1000, program: program)
        default: usage()
        }
    }

    private static func withGenerated(rows: Int, _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/cleardays-bench-\(rows)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try GeneratedWorkspace(rows: rows).write(to: folder)
        try body(folder)
    }

    /// What a thousand rows cost in tables of more and more of them, in milliseconds: the same in each line where the cost
    /// is linear.
    private static func runLinear(program: ProgramFiles) throws {
        let stages: [StageTimer.Stage] = [.shaping, .pagination, .tagging, .painting, .finishing]
        print("ms per 1,000 rows: " + stages.map(\.rawValue).joined(separator: ", "))
        for rows in [1250, 2500, 5000, 10_000, 20_000] {
            try withGenerated(rows: rows) { folder in
                let runs = try publications(rows > 5000 ? 1 : 3, workspace: folder, program: program)
                let pages = runs[0].files.map(\.pages).reduce(0, +)
                let costs = stages.map { Timings.milliseconds(median(of: runs, $0) * 1000 / rows) }
                print("\(rows) rows, \(pages) pages: " + costs.joined(separator: ", "))
            }
        }
    }

    /// Makes a paper with one table once, for a profiler that counts instructions, and counts its steps.
    private static func runLayout(rows: Int, workspace: String, program: ProgramFiles) throws {
        let meter = WorkMeter()
        let publication = try WorkMeter.$current.withValue(meter) {
            try publications(1, workspace: workspace, program: program)[0]
        }
        let pages = publication.files.map(\.pages).reduce(0, +)
        let time = Timings.milliseconds(publication.timer.durations[.pagination] ?? .zero)
        print("\(rows) rows, \(pages) pages: \(meter.steps / rows) steps a row in all, pagination \(time)")
    }

    /// Makes the starter's papers again and again in this process, and a paper of the sample in a worker: memory must not grow.
    private static func findLeaks(runs: Int, program: ProgramFiles) async throws {
        let runs = max(runs, 10)
        var before = 0
        for run in 1...runs {
            _ = try publish(PublicationRequest(workspace: program.starter), with: program)
            // By then every cache has what it will ever have.
            if run == runs / 5 { before = residentMemory(of: getpid()) }
        }
        let after = residentMemory(of: getpid())
        print("\(runs) renders in one process: \(before) kB after a fifth of them, \(after) kB after all")
        let folder = watchedFolder
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let worker = try await WatchMemory(program: program, cell: watchedSample(in: folder, program)).measure(
            jobs: runs
        )
        print("\(runs) jobs in one worker: \(worker.before) kB after a fifth of them, \(worker.after) kB after all")
        if after > before + before / 20 || worker.after > worker.before + worker.before / 20 || worker.before == 0 {
            exit(1)
        }
    }

    /// Of a process, in kB.
    static func residentMemory(of process: pid_t) -> Int { (ProcessUsage(of: process)?.memory ?? 0) / 1024 }

    private static var watchedFolder: String {
        FileManager.default.temporaryDirectory.path + "/cleardays-bench-watched"
    }

    private static func watchedSample(in folder: String, _ program: ProgramFiles) throws -> WatchedCell {
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.copyItem(atPath: program.folder + "/samples/wealdshire-2009", toPath: folder)
        return try WatchedCell(
            workspace: folder,
            file: "returns/communities/actions.csv",
            words: "Set up",
            paper: "cabinet-2009-11-30"
        )
    }

    private static func watchedRows(in folder: String) throws -> WatchedCell {
        try? FileManager.default.removeItem(atPath: folder)
        try GeneratedWorkspace(rows: 2000).write(to: folder)
        return try WatchedCell(
            workspace: folder,
            file: "returns/services/indicators.csv",
            words: "performance",
            paper: "generated"
        )
    }

    private static func usage() -> Never {
        print(
            "usage: bench sample | bench html | bench rows COUNT | bench layout COUNT | bench generate COUNT FOLDER [PAPERS] | bench edges WORKSPACE PAPER | bench again | bench linear | bench check | bench leaks COUNT"
        )
        exit(64)
    }

    /// The median of five runs, stage by stage.
    private static func run(_ name: String, workspace: String, program: ProgramFiles) throws {
        let runs = try publications(5, workspace: workspace, program: program)
        let pages = runs[0].files.map(\.pages).reduce(0, +)
        let bytes = runs[0].files.map(\.bytes.count).reduce(0, +)
        print("\(name): \(pages) pages, \(bytes / 1024) kB, median of \(runs.count) runs")
        var timer = StageTimer()
        for stage in StageTimer.Stage.allCases { timer.add(median(of: runs, stage), to: stage) }
        print(Timings(timer))
        print("")
    }

    /// What an incremental publisher takes for a cell that has changed, stage by stage: the median of nine edits.
    private static func runAgain(_ cell: WatchedCell, _ name: String, program: ProgramFiles) throws {
        let publisher = IncrementalPublisher(program: program, workspace: cell.workspace)
        var timers = try (0..<10).map { edit in
            try cell.save(edit: edit)
            return try publisher.run(DiskFiles(root: cell.workspace)) { edit == 0 || $0.id != cell.paper }.timer
        }
        print("\(name), every paper at the start:")
        print(Timings(timers.removeFirst()))
        print("until a paper that it stands in is made again, median of \(timers.count) edits:")
        var timer = StageTimer()
        for stage in StageTimer.Stage.allCases {
            let durations = timers.map { $0.durations[stage] ?? .zero }.sorted()
            timer.add(durations[durations.count / 2], to: stage)
        }
        print(Timings(timer))
    }

    /// The first paper of a workspace as HTML, for which nothing is typeset: the median of nine runs.
    private static func runHTML(_ name: String, workspace: String, _ program: ProgramFiles) throws {
        let all = try publications(1, workspace: workspace, program: program, formats: [.html])[0].files
        let paper = all.first { $0.paper.hasPrefix("cabinet") } ?? all[0]
        let runs = try publications(9, workspace: workspace, program: program, papers: [paper.paper], formats: [.html])
        print("\(name): \(paper.bytes.count / 1024) kB of HTML in \(Timings.milliseconds(median(of: runs, .html)))")
    }

    private static func publications(
        _ count: Int,
        workspace: String,
        program: ProgramFiles,
        papers: [String] = [],
        formats: Set<PublicationRequest.Format> = [.pdf]
    ) throws -> [Publication] {
        let request = PublicationRequest(workspace: workspace, papers: papers, formats: formats)
        return try (0..<count).map { _ in
            let publication = try publish(request, with: program)
            if publication.files.isEmpty {
                print("\(workspace): the workspace has errors")
                for diagnostic in publication.diagnostics.prefix(5) { print(diagnostic) }
                exit(1)
            }
            return publication
        }
    }

    private static func median(of runs: [Publication], _ stage: StageTimer.Stage) -> Duration {
        let durations = runs.map { $0.timer.durations[stage] ?? .zero }.sorted()
        return durations[durations.count / 2]
    }
}
