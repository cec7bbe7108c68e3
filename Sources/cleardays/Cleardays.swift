// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrashReporting

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
        version: "0.1.0",
        subcommands: [Render.self, Check.self, Circulate.self, Diff.self, Release.self, Watch.self, New.self]
    )

    static func main() async {
        CrashReporter.install()
        await main(nil)
    }
}
