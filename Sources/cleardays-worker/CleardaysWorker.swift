// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrashReporting
import Glibc
import Publishing
import WatchFolder

/// The command line of the program that spreads renders over machines.
@main
struct CleardaysWorker: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cleardays-worker",
        abstract: "Makes papers on several machines, by way of RabbitMQ and a store that they share.",
        discussion: """
            One core makes the papers of a county in seconds: `cleardays render` does for nearly everybody. \
            docs/operations.md says from when on several machines are of use, and how to set them up.
            """,
        version: ProgramVersion.number,
        subcommands: [Submit.self, Run.self]
    )

    /// On the main thread: a process that makes papers confines itself before any other thread runs.
    static func main() {
        CrashReporter.install()
        if CommandLine.arguments.dropFirst().elementsEqual(["worker"]) { Glibc.exit(runWorker()) }
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            exit(withError: error)
        }
    }
}

/// Ends a command with a message and its exit status.
func failure(_ error: PublicationError) -> ExitCode {
    writeError("error: \(error)\n")
    return switch error.kind {
    case .usage: ExitCode(EX_USAGE)
    case .inputOutput: ExitCode(EX_IOERR)
    case .fault: ExitCode(EX_SOFTWARE)
    }
}

func writeError(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
