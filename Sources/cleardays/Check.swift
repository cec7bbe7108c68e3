// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Diagnostics
import Publishing

/// `cleardays check`.
struct Check: AsyncParsableCommand {
    /// The format of the problems.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let configuration = CommandConfiguration(
        abstract: "Tells every problem of a workspace, each with its file, line and column.",
        discussion: """
            Nothing is written, and no page is set without --layout. Exit status: 0 no errors, 1 problems in the workspace, 64 wrong use, 74 a file cannot \
            be read.
            """
    )

    @Argument(help: "The folder that holds council.yaml.")
    var workspace = "."

    @Option(help: "How to tell them: text or json.")
    var format: Format = .text

    @Flag(help: "Set the pages of every paper too, for the problems that only they show. It takes longer.")
    var layout = false

    func run() async throws {
        let program = try Terminal.programFiles()
        let progress = Progress.start()
        progress.now("checking \(workspace)")
        let checked = Result { () throws(PublicationError) in try check(workspace, setsPages: layout, with: program) }
        progress.stop()
        let diagnostics = try Terminal.value(of: checked)
        switch format {
        case .json: print(JSONRenderer().render(diagnostics))
        case .text:
            if diagnostics.isEmpty {
                print("no problems found")
            } else {
                print(TerminalRenderer(isColoured: Terminal.outputIsColoured).render(diagnostics), terminator: "")
            }
        }
        if diagnostics.holdsErrors { throw ExitCode(1) }
    }
}
