// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrashReporting
import Glibc
import Logging
import PaperTree
import Preview
import Publishing
import WatchFolder

/// `cleardays preview`, which starts this program: a live preview of a workspace in a browser.
@main
struct CleardaysPreview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cleardays preview",
        abstract: "Shows the papers of a workspace in a browser while its files are edited.",
        discussion: """
            The address is printed as the first line: open it in a browser on this machine. Every save updates the pages that \
            are open. Nothing is written, and nobody else can see the papers: the preview listens on this machine alone, and \
            its address holds a word that only you know.

            Exit status: 0 stopped, 1 the workspace or the port cannot be used, 64 wrong use, 74 a file cannot be read.
            """
    )

    /// Which editions are shown.
    enum EditionChoice: String, ExpressibleByArgument, CaseIterable {
        case `public`, restricted
    }

    @Argument(help: "The folder that holds council.yaml.")
    var workspace = "."

    @Option(help: "The port of the address; a free one if it is not given.")
    var port = 0

    @Flag(
        help:
            "Leave the secret word out of the address: every program and every user of this machine can then read the papers."
    )
    var noToken = false

    @Option(help: "public, or restricted to see the editions that are not for publication as well.")
    var edition = EditionChoice.public

    @Option(help: "A theme in place of the council's own.")
    var theme: String?

    @Option(help: "The folder that papers are written to by the other commands; nothing is written to it here.")
    var out = "out"

    @Option(help: "The folder for papers that are not for publication, as the other commands have it.")
    var restrictedOut: String?

    @Option(help: "How long a file must stay as it is before it is read, in seconds; 0.2, or 2 on a network.")
    var settle: Double?

    @Flag(help: "Look at the files now and then, rather than wait for the system to tell of changes.")
    var poll = false

    @Flag(help: "Do not confine the preview, on a kernel that cannot.")
    var noSandbox = false

    @Flag(help: "Say on the standard error stream whenever papers are made.")
    var verbose = false

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be from 0 to 65535") }
        if let settle, !(0.01...86_400).contains(settle) {
            throw ValidationError("--settle must be from 0.01 to 86400 seconds")
        }
    }

    /// On the main thread until it first waits: what confines the process has to come before any other thread does.
    @MainActor
    static func main() async {
        CrashReporter.install()
        do {
            var command = try parseAsRoot()
            if let preview = command as? CleardaysPreview { try await preview.serve() } else { try command.run() }
        } catch {
            exit(withError: error)
        }
    }

    @MainActor
    private func serve() async throws {
        // A word about a lease is no reason to end.
        signal(SIGIO, SIG_IGN)
        let program: ProgramFiles
        do throws(PublicationError) { program = try ProgramFiles.find() } catch { throw failure("\(error)", EX_IOERR) }
        let verbose = verbose
        let log = Logger(label: "cleardays") { _ in
            var handler = LineLogHandler(format: .text)
            handler.logLevel = verbose ? .info : .warning
            return handler
        }
        do throws(PublicationError) {
            let configuration = try configuration()
            if !noSandbox {
                for shortfall in try configuration.confine(program: program) { log.warning("\(shortfall)") }
            }
            if noToken {
                log.warning(
                    "the address holds no secret word: every program and every user of this machine can read the papers"
                )
            }
            try await preview(configuration, with: program, log: log) { address in
                print(address)
                fflush(nil)
            }
        } catch {
            throw failure(error.description, error.kind == .fault ? EX_SOFTWARE : 1)
        }
    }

    private func configuration() throws(PublicationError) -> PreviewConfiguration {
        PreviewConfiguration(
            workspace: workspace,
            out: try OutputFolders(open: out, restricted: restrictedOut),
            theme: theme,
            audience: edition == .restricted ? .restricted : .public,
            port: port,
            token: noToken ? nil : .random(),
            settle: settle.map { .seconds($0) },
            polls: poll
        )
    }

    private func failure(_ words: String, _ status: Int32) -> ExitCode {
        var line = "error: \(words)\n"
        line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
        return ExitCode(status)
    }
}
