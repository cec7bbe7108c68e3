// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Publication
import Typesetting

/// Times the whole way from a workspace to its PDF, for the sample and for generated returns of many rows.
///
/// Each case runs in a process of its own, so that its peak memory is its own: without arguments the program runs
/// itself once for each case.
@main
struct Bench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let program = ProgramFiles.find() else {
            print("the folders `layouts` and `fonts` are not above the program")
            exit(74)
        }
        switch arguments.first {
        case "sample": try run("sample", workspace: program.folder + "/samples/wealdshire-2009", program: program)
        case "rows":
            guard let rows = arguments.dropFirst().first.flatMap({ Int($0) }), rows > 0 else { usage() }
            let folder = FileManager.default.temporaryDirectory.path + "/cleardays-bench-\(rows)"
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try GeneratedWorkspace(rows: rows).write(to: folder)
            try run("\(rows) rows × 6 columns", workspace: folder, program: program)
        default: usage()
        }
    }

    private static func usage() -> Never {
        print("usage: bench sample | bench rows COUNT")
        exit(64)
    }

    /// The median of five runs, stage by stage.
    private static func run(_ name: String, workspace: String, program: ProgramFiles) throws {
        var runs: [Publication] = []
        for _ in 0..<5 {
            let publication = try publish(PublicationRequest(workspace: workspace), with: program)
            if publication.files.isEmpty {
                print("\(name): the workspace has errors")
                for diagnostic in publication.diagnostics.prefix(5) { print(diagnostic) }
                exit(1)
            }
            runs.append(publication)
        }
        let pages = runs[0].files.map(\.pages).reduce(0, +)
        let bytes = runs[0].files.map(\.bytes.count).reduce(0, +)
        print("\(name): \(pages) pages, \(bytes / 1024) kB, median of \(runs.count) runs")
        var median = StageTimer()
        for stage in StageTimer.Stage.allCases {
            let durations = runs.map { $0.timer.durations[stage] ?? .zero }.sorted()
            median.add(durations[durations.count / 2], to: stage)
        }
        print(Timings(median))
        print("")
    }
}
