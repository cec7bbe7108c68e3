// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Diagnostics
import FoundationEssentials
import Monitoring
import Publishing

/// `cleardays check`.
struct Check: AsyncParsableCommand {
    /// The format of the problems and of the completeness.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let configuration = CommandConfiguration(
        abstract: "Tells every problem of a workspace, each with its place, and how complete the round is.",
        discussion: """
            Nothing is written without --report, and no page is set without --layout. Exit status: 0 no errors, 1 problems in the workspace, 64 wrong use, 74 a file cannot \
            be read.
            """
    )

    @Argument(help: "The folder that holds council.yaml.")
    var workspace = "."

    @Option(help: "How to tell them: text or json.")
    var format: Format = .text

    @Flag(help: "Set the pages of every paper too, for the problems that only they show. It takes longer.")
    var layout = false

    @Flag(
        help: "Tell only how complete the round is: what each directorate and unit was expected to send, and has sent."
    )
    var completeness = false

    @Option(help: "A folder to write that to, as completeness.pdf and completeness.html.")
    var report: String?

    /// What a workspace keeps, beside which nothing else is written.
    private static let folders: Set = [".cleardays", "circulated", "fonts", "layouts", "papers", "pictures", "returns"]

    func validate() throws {
        guard let report else { return }
        if report.isEmpty { throw ValidationError("--report needs the name of a folder") }
        let own = URL(filePath: workspace).standardizedFileURL.pathComponents
        let other = URL(filePath: report).standardizedFileURL.pathComponents
        if other.starts(with: own), other.count > own.count, Self.folders.contains(other[own.count]) {
            throw ValidationError("--report cannot be in \(other[own.count]), which is of the workspace")
        }
    }

    func run() async throws {
        let program = try Terminal.programFiles()
        let progress = Progress.start()
        progress.now("checking \(workspace)")
        let checked = Result { () throws(PublicationError) in try check(workspace, setsPages: layout, with: program) }
        progress.stop()
        let result = try Terminal.value(of: checked)
        let diagnostics = result.diagnostics
        switch format {
        case .json where completeness: print(JSONText(result.completeness, isPretty: true))
        case .json: print(JSONRenderer().render(diagnostics, waived: result.waived))
        case .text where completeness && result.completeness != nil: break
        case .text:
            let renderer = TerminalRenderer(isColoured: Terminal.outputIsColoured)
            if diagnostics.isEmpty {
                print("no problems found")
            } else {
                print(renderer.render(diagnostics), terminator: "")
            }
            print(renderer.render(waived: result.waived), terminator: "")
        }
        if format == .text, let known = result.completeness {
            let table = CompletenessTable(known)
            let isShort = known.isComplete && !completeness
            print(isShort ? table.summary : (completeness ? "" : "\n") + table.text, terminator: "")
        }
        if let report, result.completeness != nil {
            for file in try Terminal.value(of: Result { () throws(PublicationError) in try result.report() }) {
                let written = Result { () throws(PublicationError) in
                    try AtomicFile.write(file.bytes, to: file.name, in: report)
                }
                try Terminal.value(of: written)
                print("\(report)/\(file.summary)")
            }
        }
        if diagnostics.holdsErrors { throw ExitCode(1) }
    }
}
