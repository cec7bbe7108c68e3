// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrashReporting
import Diagnostics
import Glibc
import Publishing
import WatchFolder

/// The command line.
@main
struct Cleardays: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cleardays",
        abstract: "Turns a council's monitoring returns into the papers that its Members read.",
        discussion: """
            A workspace is a folder of plain text: YAML for facts, Markdown for prose, CSV for rows. \
            `cleardays new DIR` makes one to start from.
            """,
        version: ProgramVersion.number,
        subcommands: [
            Render.self, Check.self, Explain.self, Circulate.self, Diff.self, Release.self, Watch.self, Preview.self,
            New.self,
            Workbook.self, Schema.self, Doctor.self,
        ]
    )

    /// Ends the program where the first argument is the name of no command.
    private static func refuseUnknownCommand(_ arguments: ArraySlice<String>) {
        let commands = configuration.subcommands.compactMap { $0._commandName }
        let name = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
        guard let name, !name.hasPrefix("-"), !commands.contains(name) else { return }
        let hint = NearestName.of(name, among: commands).map { "did you mean `\($0)`?" }
        Terminal.writeError(
            "error: there is no command `\(name)`; \(hint ?? "`cleardays --help` lists the commands")\n"
        )
        Glibc.exit(EX_USAGE)
    }

    /// On the main thread until it first waits: a worker runs there, before any other thread does.
    @MainActor
    static func main() async {
        CrashReporter.install()
        if CommandLine.arguments.dropFirst().elementsEqual(["worker"]) { Glibc.exit(runWorker()) }
        let arguments = CommandLine.arguments
        // What installs the program asks for this alone; the options of all commands need not be looked into for it.
        if arguments.dropFirst().elementsEqual(["--version"]) {
            for line in ProgramVersion.lines() { print(line) }
            Glibc.exit(EXIT_SUCCESS)
        }
        if arguments.count == 4, arguments[1] == "notifier", let seconds = Int(arguments[3]) {
            Glibc.exit(runNotifier(program: arguments[2], lasting: seconds))
        }
        refuseUnknownCommand(arguments.dropFirst())
        do {
            var command = try parseAsRoot()
            if let watch = command as? Watch, watch.isOfCouncils {
                try watch.superviseCouncils(Array(arguments.dropFirst(2)))
                Glibc.exit(EXIT_SUCCESS)
            }
            let words = Array(arguments.dropFirst())
            let completed = try ConfigurationOptions.completed(words)
            if completed != words { command = try parseAsRoot(completed) }
            // A thread that runs already would go on as it is.
            if let watch = command as? Watch {
                let notifier = try watch.startNotifier()
                try watch.confine()
                try await watch.run(notifier: notifier)
            } else if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(withError: error)
        }
    }
}
