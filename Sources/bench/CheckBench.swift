// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Publishing

/// Times a check of the sample, and of rounds of more and more actions: the processor time of whole processes, as an officer's check is one.
struct CheckBench {
    let program: ProgramFiles

    private static let runs = 5
    /// How many rows the rounds have; a twentieth as many indicators are beside them.
    private static let actions = [500, 2000, 10_000]
    /// Five times the rows may take a tenth more than five times the time: a check is linear in its rows.
    private static let mostGrowth = 5.5

    /// Prints the times.
    ///
    /// - Returns: whether the time grows with the rows as it should. No time by itself is wrong: machines differ.
    func run() throws -> Bool {
        let sample = try processorTime(of: program.folder + "/samples/wealdshire-2009")
        print("check of the sample: \(milliseconds(sample)) of the processor, median of \(Self.runs) processes")
        let times = try Self.actions.map { actions in
            let folder = FileManager.default.temporaryDirectory.path + "/cleardays-bench-check-\(actions)"
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try GeneratedWorkspace(rows: actions / 20, actions: actions).write(to: folder)
            let time = try processorTime(of: folder)
            print("check of \(actions) actions and \(actions / 20) indicators: \(milliseconds(time))")
            return time
        }
        guard let last = times.last, let before = times.dropLast().last else { return false }
        let growth = last / before
        let tenths = Int((growth * 10).rounded())
        print("five times the rows take \(tenths / 10).\(tenths % 10) times the time")
        return growth <= Self.mostGrowth
    }

    /// Checks a workspace in this process, and prints its processor time.
    func runOnce(_ workspace: String) throws {
        _ = try check(workspace, with: program)
        print(Self.processorTime)
    }

    /// Of this process, in microseconds.
    private static var processorTime: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + $1.tv_sec * 1_000_000 + Int($1.tv_usec) }
    }

    /// The median of some processes, each of which checks a workspace once, in microseconds.
    private func processorTime(of workspace: String) throws -> Double {
        let times = try (0..<Self.runs).map { _ in
            let process = Process()
            process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            process.arguments = ["checked", workspace]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            guard process.terminationStatus == 0,
                let time = Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
            else {
                print("\(workspace) cannot be checked")
                exit(1)
            }
            return time
        }
        return times.sorted()[times.count / 2]
    }

    private func milliseconds(_ microseconds: Double) -> String { "\(Int((microseconds / 1000).rounded())) ms" }
}
