// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Diagnostics
import FoundationEssentials
import Monitoring
import Publishing

/// `cleardays check`, which runs on the main thread: on another one glibc asks the kernel for memory page by page.
struct Check: ParsableCommand {
    /// The format of the problems and of the completeness.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, short, json
    }

    static let configuration = CommandConfiguration(
        abstract: "Tells every problem of a workspace, each with its place, and how complete the round is.",
        discussion: """
            Nothing is written without --report or --fix, and no page is set without --layout. No day is assumed: the same workspace has the same problems on any day, and only with --on \
            does a check ask whether papers can still be public in time. Exit status: 0 no errors, 1 problems in the workspace, 64 wrong use, 74 a file cannot be read.
            """
    )

    @Argument(help: "The folder that holds council.yaml.")
    var workspace = "."

    @Option(help: "How to tell them: text, short (a line each) or json (docs/schemas/check.json).")
    var format: Format = .text

    @Flag(help: "Set the pages of every paper too, for the problems that only they show. It takes longer.")
    var layout = false

    @Option(
        help: ArgumentHelp(
            "The day of the check, as 2009-11-24: tells papers that have to be public within three working days, those that are late, and drafts whose meeting has been.",
            valueName: "date"
        )
    )
    var on: String?

    @Flag(
        help: "Tell only how complete the round is: what each directorate and unit was expected to send, and has sent."
    )
    var completeness = false

    @Option(help: "A folder to write that to, as completeness.pdf and completeness.html.")
    var report: String?

    @Flag(
        help: ArgumentHelp(
            "Put right what has exactly one right answer, such as the spelling of the council's names: shows the changes, and asks before it makes them.",
            discussion: "Text files are changed; in workbooks and Word documents it is for the officer to do."
        )
    )
    var fix = false

    @Flag(help: "With --fix: make the changes without asking.")
    var yes = false

    /// What a workspace keeps, beside which nothing else is written.
    private static let folders: Set = [
        ".cleardays", ".schemas", "circulated", "fonts", "layouts", "papers", "pictures", "returns",
    ]

    func validate() throws {
        if yes, !fix { throw ValidationError("--yes answers the question of --fix") }
        if fix, report != nil || completeness || format != .text || layout || on != nil {
            throw ValidationError("--fix changes files: it goes with no other option but --yes")
        }
        if let on, CalendarDate(on) == nil {
            throw ValidationError("--on needs a day, written 2009-11-24, not `\(on)`")
        }
        guard let report else { return }
        if report.isEmpty { throw ValidationError("--report needs the name of a folder") }
        let own = URL(filePath: workspace).standardizedFileURL.pathComponents
        let other = URL(filePath: report).standardizedFileURL.pathComponents
        if other.starts(with: own), other.count > own.count, Self.folders.contains(other[own.count]) {
            throw ValidationError("--report cannot be in \(other[own.count]), which is of the workspace")
        }
    }

    func run() throws {
        let program = try Terminal.programFiles()
        if fix { return try CheckFix(workspace: workspace, asks: !yes).run(with: program) }
        let progress = Progress.start()
        progress.now("checking \(workspace)")
        let day = on.flatMap { CalendarDate($0) }
        let checked = Result { () throws(PublicationError) in
            try check(workspace, setsPages: layout, on: day, with: program)
        }
        progress.stop()
        let result = try Terminal.value(of: checked)
        let diagnostics = result.diagnostics
        switch format {
        case .json where completeness: print(JSONText(result.completeness, isPretty: true))
        case .json: print(JSONRenderer().render(diagnostics, waived: result.waived))
        case .short where completeness && result.completeness != nil: break
        case .short: print(ShortRenderer().render(diagnostics), terminator: "")
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
        if format == .text, !completeness, let first = diagnostics.first {
            print("cleardays explain RULE tells what a rule is about: cleardays explain \(first.rule.rawValue)")
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
