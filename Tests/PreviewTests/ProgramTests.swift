// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Publishing
import TestSupport
import Testing

/// The program itself, as `cleardays preview` starts it.
@Suite(.serialized)
struct ProgramTests {
    /// A program that runs, and what it says.
    private final class RunningPreview {
        let process = Process()
        private let scratch: TemporaryFolder

        init(_ arguments: [String], in folder: TemporaryFolder) throws {
            scratch = try TemporaryFolder(["output": "", "errors": ""])
            process.executableURL = URL(filePath: Command.program)
            process.arguments = ["preview"] + arguments
            process.currentDirectoryURL = URL(filePath: folder.path)
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = try FileHandle(forWritingTo: URL(filePath: scratch.path + "/output"))
            process.standardError = try FileHandle(forWritingTo: URL(filePath: scratch.path + "/errors"))
            try process.run()
        }

        deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

        var output: String { (try? scratch.text(of: "output")) ?? "" }
        var errors: String { (try? scratch.text(of: "errors")) ?? "" }

        /// Waits until something is so.
        func waits(_ isSo: () throws -> Bool) async rethrows -> Bool {
            for _ in 0..<1500 {
                if try isSo() { return true }
                try? await Task.sleep(for: .milliseconds(20))
            }
            return false
        }

        /// The port and the path of the address that it prints.
        func address() async throws -> (port: Int, path: String) {
            _ = await waits { output.contains("\n") || !process.isRunning }
            let match = try #require(
                output.firstMatch(of: /^http:\/\/127\.0\.0\.1:([0-9]+)(\/(?:[0-9a-f]{64}\/)?)\n/),
                "\(errors)"
            )
            return (try #require(Int(match.output.1)), String(match.output.2))
        }

        /// Sends a signal, and returns how it ended and whether within a second.
        func stop(_ signal: Int32) async -> (status: Int32, isQuick: Bool) {
            let start = ContinuousClock.now
            kill(process.processIdentifier, signal)
            _ = await waits { !process.isRunning }
            return (process.isRunning ? -1 : process.terminationStatus, ContinuousClock.now - start < .seconds(5))
        }
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func `it serves, follows a save, writes nothing, and ends though pages are open`(_ signal: Int32) async throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        let before = try Command.run("/usr/bin/find", [folder.path, "-printf", "%p %s %T@\n"]).output
        let preview = try RunningPreview(["ws", "--settle", "0.05", "--verbose"], in: folder)
        let (port, path) = try await preview.address()
        #expect(path.utf8.count == 66)
        let isMade = try await preview.waits { try Connection.answer(port, path).contains("papers can be made") }
        #expect(isMade, "\(preview.errors)")
        let after = try Command.run("/usr/bin/find", [folder.path, "-printf", "%p %s %T@\n"]).output
        #expect(after == before)
        #expect(try Connection.answer(port, path + "papers/cabinet/pages/1").content.utf8.count > 1000)
        let events = try Connection(port: port)
        events.send("GET \(path)events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
        #expect(events.read(until: "event: round").contains("event: round"))
        try folder.edit("ws/papers/cabinet.md", "# Outcomes", "# What came of it")
        #expect(events.read(until: "event: round").contains("\"papers/cabinet\""))
        #expect(try Connection.answer(port, path + "papers/cabinet").contains("What came of it"))
        let end = await preview.stop(signal)
        #expect(end.status == 0)
        #expect(end.isQuick)
        #expect(!preview.errors.contains(path.dropFirst().dropLast()))
        #expect(!preview.errors.contains("warning"), "\(preview.errors)")
        #expect(!preview.errors.contains("What came of it"))
    }

    @Test func `an address without the secret word is warned of`() async throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        let preview = try RunningPreview(["ws", "--no-token"], in: folder)
        let (port, path) = try await preview.address()
        #expect(path == "/")
        #expect(try Connection.answer(port, "/").status == 200)
        #expect(try Connection.answer(port, "/", host: "evil.example:\(port)").status == 403)
        #expect(
            preview.errors.contains(
                "the address holds no secret word: every program and every user of this machine can read the papers"
            )
        )
        let other = try Command.cleardays("preview", "ws", "--port", "\(port)", in: folder.path)
        #expect(other.status == 1)
        #expect(
            other.errors
                == "error: port \(port) cannot be used: another program uses it; choose another with --port, or leave --port out\n"
        )
        #expect(other.output == "")
    }

    @Test func `a workspace that is not there is said to be so`() throws {
        let folder = try TemporaryFolder()
        let outcome = try Command.cleardays("preview", "nowhere", in: folder.path)
        #expect(outcome.status == 1)
        #expect(outcome.errors == "error: there is no folder nowhere\n")
        #expect(outcome.output == "")
        #expect(try folder.names() == [])
        #expect(try Command.cleardays("preview", "--port", "70000", in: folder.path).status == 64)
        #expect(try Command.cleardays("preview", "--edition", "secret", in: folder.path).status == 64)
    }
}
