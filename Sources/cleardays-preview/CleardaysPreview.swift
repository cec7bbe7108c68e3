// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CommandOptions
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
        abstract: PreviewOptions.abstract,
        discussion: PreviewOptions.discussion
    )

    @OptionGroup var options: PreviewOptions

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
        let verbose = options.verbose
        let log = Logger(label: "cleardays") { _ in
            var handler = LineLogHandler(format: .text)
            handler.logLevel = verbose ? .info : .warning
            return handler
        }
        do throws(PublicationError) {
            let configuration = try configuration()
            if !options.noSandbox {
                for shortfall in try configuration.confine(program: program) { log.warning("\(shortfall)") }
            }
            if options.noToken {
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
            workspace: options.workspace,
            out: try OutputFolders(open: options.out, restricted: options.restrictedOut),
            theme: options.theme,
            audience: options.edition == .restricted ? .restricted : .public,
            port: options.port,
            token: options.noToken ? nil : .random(),
            settle: options.settle.map { .seconds($0) },
            polls: options.poll
        )
    }

    private func failure(_ words: String, _ status: Int32) -> ExitCode {
        var line = "error: \(words)\n"
        line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
        return ExitCode(status)
    }
}
