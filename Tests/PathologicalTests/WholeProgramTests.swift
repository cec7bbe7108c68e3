// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// The program as it is installed, with far more of each thing than anybody has: it ends, in bounded time and memory, with an answer; and
/// its work grows no faster than its input, counted in instructions of the machine, libraries included.
///
/// For the variable `CLEARDAYS_PATHOLOGICAL=full`, since it takes half an hour.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["CLEARDAYS_PATHOLOGICAL"] == "full"))
struct WholeProgramTests {
    private static let program = Repository.folder + "/.build/release/cleardays"
    private static let mostSeconds = 10.0
    private static let mostMemory = 1 << 30

    /// Runs a program, and says last how it ended, how many seconds of a processor it took, and how many kilobytes of memory.
    private static let measuring = """
        import resource, subprocess, sys
        limit = lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 61))
        ended = subprocess.run(sys.argv[1:], preexec_fn=limit, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(ended.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss)
        """

    @Test(arguments: Pathology.all)
    func `any number ends within ten seconds and a gibibyte`(_ pathology: Pathology) throws {
        let folder = try pathology.workspace(count: pathology.full)
        for command in [["check", Pathology.folder], ["render", Pathology.folder, "--out", "out"]] {
            let outcome = try Command.run(
                "/usr/bin/python3",
                ["-c", Self.measuring, Self.program] + command,
                in: folder.path
            )
            let numbers = outcome.output.split(separator: " ").compactMap { Double($0.filter { !$0.isWhitespace }) }
            try #require(numbers.count == 3, "\(outcome)")
            #expect([0, 1].contains(numbers[0]), "\(command[0]): status \(numbers[0])")
            #expect(numbers[1] < Self.mostSeconds, "\(command[0]): \(numbers[1]) s")
            #expect(Int(numbers[2]) << 10 < Self.mostMemory, "\(command[0]): \(Int(numbers[2]) >> 10) MiB")
        }
    }

    /// How many instructions the program takes to check a workspace.
    private static func instructions(_ pathology: Pathology, count: Int) throws -> Int {
        let folder = try pathology.workspace(count: count)
        // Valgrind cannot read the debugging information of Swift.
        _ = try Command.run("/usr/bin/strip", ["-o", folder.path + "/cleardays", program])
        let outcome = try Command.run(
            "/usr/bin/valgrind",
            [
                "--tool=callgrind", "--callgrind-out-file=/dev/null", folder.path + "/cleardays", "check",
                Pathology.folder,
            ],
            in: folder.path,
            environment: ["CLEARDAYS_HOME": Repository.folder, "SWIFT_DETERMINISTIC_HASHING": "1"]
        )
        let line = try #require(outcome.errors.split(separator: "\n").last { $0.contains("Collected") }, "\(outcome)")
        return try #require(Int(line.split(separator: " ").last ?? ""))
    }

    @Test(arguments: Pathology.all)
    func `twice as many take at most two and a half times the instructions`(_ pathology: Pathology) throws {
        let count = min(pathology.count * 4, pathology.full / 2)
        let little = try Self.instructions(pathology, count: 1)
        let once = try Self.instructions(pathology, count: count) - little
        let twice = try Self.instructions(pathology, count: count * 2) - little
        #expect(Double(twice) <= Double(max(once, little / 20)) * 2.5, "\(once), \(twice), beside \(little)")
    }
}
