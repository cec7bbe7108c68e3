// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CommandOptions
import MachineExamination
import ProgramConfiguration

/// `cleardays doctor`.
struct Doctor: ParsableCommand {
    /// The format of what is found.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Tells whether this machine has what papers are made with.",
        discussion: """
            It looks at the program's files, fonts, libraries, dictionaries, the locale, the clock, what the kernel allows, \
            the configuration and the folders of the councils in it and, of a workspace that is named, at the folders that are written to. Nothing is changed. Run it as the user \
            that makes the papers.

            Exit status: 0 papers can be made (there may be warnings), 1 they cannot, 64 wrong use.
            """
    )

    @Argument(help: "The folder that holds council.yaml, to look at its folders too.", completion: .directory)
    var workspace: String?

    @Option(help: "The folder that papers of the workspace are to be written to.", completion: .directory)
    var out = "out"

    @OptionGroup var configurationOptions: ConfigurationOptions

    @Option(help: "How to tell it: text, or json, which is an object with errors, warnings and findings.")
    var format: Format = .text

    func run() throws {
        let file = ConfigurationFile(
            written: configurationOptions.config.map { [ConfigurationFile.flag, $0] } ?? [],
            variable: ConfigurationOptions.variable
        )
        let examination = Examination.of(.this, workspace: workspace, output: out, configuration: file)
        switch format {
        case .text: print(examination.text, terminator: "")
        case .json: print(examination.json)
        }
        if examination.count(of: .error) > 0 { throw ExitCode(1) }
    }
}
