// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Publishing

/// Times the whole way from a workspace to the papers on disk, on one thread and on several, by turns.
struct JobsBench {
    private static let rounds = 5

    let program: ProgramFiles
    let workspace: String
    /// How many threads are held against one.
    let jobs: Int

    /// What one run took.
    private struct Cost {
        var wall: Duration
        var processor: Duration
    }

    /// Prints the medians of both, and of the ratios run by run.
    func run(_ name: String) throws {
        var one: [Cost] = []
        var several: [Cost] = []
        for _ in 0..<Self.rounds {
            one.append(try cost(jobs: 1))
            several.append(try cost(jobs: jobs))
        }
        print("\(name), median of \(Self.rounds) runs by turns:")
        print("1 thread: \(Self.words(one))")
        print("\(jobs) threads: \(Self.words(several))")
        let ratios = zip(several, one).map { $0.wall / $1.wall }.sorted()
        let hundredths = Int((ratios[ratios.count / 2] * 100).rounded())
        print("\(jobs) threads take \(hundredths)% of the time of one")
        print("")
    }

    private func cost(jobs: Int) throws -> Cost {
        let folder = workspace + "-out"
        try? FileManager.default.removeItem(atPath: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let processor = Self.processorTime
        let start = ContinuousClock.now
        let publication = try publish(PublicationRequest(workspace: workspace, jobs: jobs), with: program)
        if publication.files.isEmpty {
            print("\(workspace): the workspace has errors")
            exit(1)
        }
        try OutputFolders(open: folder).write(publication.files, jobs: jobs) { _ in }
        return Cost(wall: start.duration(to: .now), processor: Self.processorTime - processor)
    }

    /// What this process has used so far, on all threads.
    private static var processorTime: Duration {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(.zero) { sum, time in
            sum + .seconds(time.tv_sec) + .microseconds(time.tv_usec)
        }
    }

    private static func words(_ costs: [Cost]) -> String {
        let wall = costs.map(\.wall).sorted()[costs.count / 2]
        let processor = costs.map(\.processor).sorted()[costs.count / 2]
        return "\(Timings.milliseconds(wall)), of processors \(Timings.milliseconds(processor))"
    }
}
