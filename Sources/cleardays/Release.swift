// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Diagnostics
import Publishing

/// `cleardays release`.
struct Release: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Releases what was exempt and is for everybody from now on.",
        discussion: """
            What has once been made in an edition that is not for publication is remembered, and where it stands without its mark \
            nothing that would show it is made. Without places this command tells what is held back; with places, as problems name \
            them, such as returns/communities/actions.csv:5, and a reason it releases them.

            Exit status: 0 done, 1 something is still held back, or there are problems in the workspace, 64 wrong use, 74 a file \
            cannot be read or written.
            """
    )

    @Argument(help: "The folder that holds council.yaml.", completion: .directory)
    var workspace: String

    @Argument(help: "What is released, by its place: a file and a line.")
    var places: [String] = []

    @Option(help: "Why it may be public, for the report that everybody who makes papers sees.")
    var reason = ""

    @Flag(help: "Begin the ledger anew where it is lost or damaged: what was exempt before is not remembered.")
    var newLedger = false

    @OptionGroup var output: OutputOptions

    @OptionGroup var configurationOptions: ConfigurationOptions

    func run() async throws {
        let program = try Terminal.programFiles()
        let request = ReleaseRequest(
            workspace: workspace,
            places: places,
            reason: reason,
            beginsNewLedger: newLedger,
            restrictedFolder: try output.folders().restricted
        )
        let report = try Terminal.value(
            of: Result { () throws(PublicationError) in try release(request, with: program) }
        )
        for place in report.released { print("released \(place)") }
        if report.released.isEmpty, report.diagnostics.isEmpty { print("nothing is held back") }
        try Terminal.tell(report.diagnostics)
    }
}
