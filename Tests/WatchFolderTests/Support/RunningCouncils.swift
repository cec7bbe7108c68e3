// SPDX-License-Identifier: Apache-2.0

import Foundation
import Publishing
import TestSupport

/// `cleardays watch --config`, the real program, while the value lives.
final class RunningCouncils {
    private let process = Process()
    private let folder: TemporaryFolder
    private var log: String { folder.path + "/log" }

    /// Makes the workspace of a council in a folder of its name.
    static func make(_ names: [String], in folder: TemporaryFolder) throws {
        for name in names {
            try FileManager.default.createDirectory(
                atPath: "\(folder.path)/\(name)",
                withIntermediateDirectories: true
            )
            try FileManager.default.copyItem(
                atPath: Repository.program.starter,
                toPath: "\(folder.path)/\(name)/workspace"
            )
        }
    }

    /// Writes the configuration, in one stroke.
    ///
    /// - Parameters:
    ///   - extra: further lines of each council.
    ///   - service: further keys of the service.
    static func configure(
        _ names: [String],
        in folder: TemporaryFolder,
        _ extra: [String: String] = [:],
        service: String = ""
    ) throws {
        let councils = names.map { name in
            """
              \(name):
                workspace: \(folder.path)/\(name)/workspace
                out: \(folder.path)/\(name)/papers
            \(extra[name].map { "    \($0)\n" } ?? "")
            """
        }
        let text = """
            defaults: { log-format: json, settle: 0.05 }
            service: { health-file: \(folder.path)/health/health.json, metrics-folder: \(folder.path)/metrics\(service) }
            councils:
            \(councils.isEmpty ? "  {}" : councils.joined(separator: "\n"))
            """
        try FileManager.default.createDirectory(atPath: folder.path + "/metrics", withIntermediateDirectories: true)
        try folder.write(text, to: "cleardays.yaml")
    }

    init(in folder: TemporaryFolder, _ options: [String] = []) throws {
        self.folder = folder
        process.executableURL = URL(filePath: Command.program)
        process.arguments = ["watch", "--config", folder.path + "/cleardays.yaml"] + options
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try Data().write(to: URL(filePath: folder.path + "/log"))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: folder.path + "/log"))
        try process.run()
    }

    deinit {
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    }

    var isRunning: Bool { process.isRunning }
    var status: Int32 { process.terminationStatus }

    func kill(_ signal: Int32) { Foundation.kill(process.processIdentifier, signal) }

    /// The process of each council by its name, as it is now.
    var processes: [String: Int32] {
        let numbers = RunningWatch.workers(of: process.processIdentifier)
        return Dictionary(
            numbers.compactMap { number -> (String, Int32)? in
                let words = (try? String(contentsOfFile: "/proc/\(number)/cmdline", encoding: .utf8)) ?? ""
                let parts = words.split(separator: "\0").map(String.init)
                guard let index = parts.firstIndex(of: "--council"), parts.indices.contains(index + 1) else {
                    return nil
                }
                return (parts[index + 1], number)
            }
        ) { first, _ in first }
    }

    /// The lines that it logged, each by its keys.
    var lines: [[String: String]] {
        text.split(separator: "\n").map {
            (try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: String]) ?? ["broken": String($0)]
        }
    }

    var text: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    /// How often something was logged of a council.
    func count(_ message: String, of council: String) -> Int {
        lines.count { $0["message"] == message && $0["council"] == council }
    }

    /// Waits until something holds.
    ///
    /// - Returns: whether it came to hold.
    func waits(until holds: () throws -> Bool) async throws -> Bool {
        let end = ContinuousClock.now + RunningWatch.patience
        while ContinuousClock.now < end {
            if try holds() { return true }
            try await Task.sleep(for: .milliseconds(30))
        }
        return try holds()
    }
}
