// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Runs programs.
package enum Command {
    /// What a program said, and how it ended.
    package struct Outcome: Sendable {
        package var status: Int32
        package var output: String
        package var errors: String
    }

    /// Runs a program to its end.
    ///
    /// - Parameter environment: variables in addition to those of the tests.
    package static func run(
        _ program: String,
        _ arguments: [String],
        in folder: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        let scratch = try TemporaryFolder()
        // Files rather than pipes: nothing can fill up.
        let streams = try ["output", "errors"].map { name in
            try scratch.write("", to: name)
            return try FileHandle(forWritingTo: URL(filePath: scratch.path + "/" + name))
        }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = streams[0]
        process.standardError = streams[1]
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: try scratch.text(of: "output"),
            errors: try scratch.text(of: "errors")
        )
    }

    /// The program under test: as built for debugging, unless `CLEARDAYS_PROGRAM` names another.
    package static let program =
        ProcessInfo.processInfo.environment["CLEARDAYS_PROGRAM"] ?? Repository.folder + "/.build/debug/cleardays"

    /// Runs the program under test.
    package static func cleardays(
        _ arguments: String...,
        in folder: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Outcome {
        try run(program, arguments, in: folder, environment: environment)
    }

    /// The words of a PDF file in the order in which they are drawn.
    package static func text(ofPDF path: String) throws -> String {
        try run("/usr/bin/pdftotext", ["-raw", "-enc", "UTF-8", path, "-"]).output
            .replacing(/\x{AD}\n?/, with: "")
    }
}
