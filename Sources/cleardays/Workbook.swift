// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CommandOptions
import Publishing

/// `cleardays workbook`.
struct Workbook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workbook",
        abstract: "Writes the Excel workbook that a directorate fills in.",
        discussion: """
            It has what the directorate's return says already. Saved as returns/DIRECTORATE/DIRECTORATE.xlsx it takes the \
            place of return.yaml and of the CSV files there.
            """
    )

    @Argument(help: "The directorate by its identifier in council.yaml.", completion: .directorate)
    var directorate: String

    @Argument(help: "The folder that holds council.yaml.", completion: .directory)
    var workspace = "."

    @Option(help: "The file to write; DIRECTORATE.xlsx if it is not given.", completion: .file(extensions: ["xlsx"]))
    var out: String?

    func run() async throws {
        let program = try Terminal.programFiles()
        let (path, diagnostics) = try Terminal.value(
            of: Result { () throws(PublicationError) in
                try writeWorkbook(of: directorate, in: workspace, to: out, with: program)
            }
        )
        try Terminal.tell(diagnostics)
        if let path { print(path) }
    }
}
