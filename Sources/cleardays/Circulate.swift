// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CommandOptions
import Diagnostics
import Publishing

/// `cleardays circulate`.
struct Circulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "circulate",
        abstract: "Keeps a draft of a paper as it goes out.",
        discussion: """
            Its PDFs, and a copy of every file that it is made of, go to the folder `circulated` of the workspace. \
            `{{> amendments }}` in the paper then tells what has changed since, and so does `cleardays diff`.

            Exit status: 0 done, 1 problems in the workspace, 64 wrong use, 74 a file cannot be read or written.
            """
    )

    @Argument(help: "The folder that holds council.yaml.", completion: .directory)
    var workspace = "."

    @Option(help: "The paper by its name. All papers that one file makes go out together.", completion: .paper)
    var paper: String

    @Option(name: .customLong("as"), help: "What the draft is called: \"version 1\".")
    var version: String

    func run() async throws {
        let program = try Terminal.programFiles()
        let request = CirculationRequest(
            workspace: workspace,
            paper: paper,
            version: version,
            madeAt: try Terminal.value(of: Result { () throws(PublicationError) in try SourceDate.read() })
        )
        let progress = Progress.start()
        let result = Result { () throws(PublicationError) in
            try circulate(request, with: program) { progress.now("\($0)") }
        }
        progress.stop()
        let kept = try Terminal.value(of: result)
        try Terminal.tell(kept.selection, of: workspace)
        guard let folder = kept.folder else { return }
        print(folder)
        for file in kept.files { print("  \(file.summary)") }
    }
}
