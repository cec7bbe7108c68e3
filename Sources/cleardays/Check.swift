// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Diagnostics
import FoundationEssentials
import Glibc
import Monitoring
import Publishing

/// `cleardays check`, which runs on the main thread: on another one glibc asks the kernel for memory page by page.
struct Check: ParsableCommand {
    /// The format of the problems and of the completeness.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, short, json
    }

    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tells every problem of a workspace, each with its place, and how complete the round is.",
        discussion: """
            Nothing is written without --report or --fix, and no page is set without --layout. No day is assumed: the same workspace has the same problems on any day, and only with --on \
            does a check ask whether papers can still be public in time. A file or folder of a workspace may be named in its place: then what lies in that is told, and how many \
            problems the rest has.

            Exit status: 0 no errors in what was named, 1 errors, 64 wrong use, 70 a fault of the program, 74 a file or folder cannot be read or written. With --format json the same object \
            is printed in each case but 64: what could not be read is an error in it.
            """
    )

    @Argument(help: "The folder that holds council.yaml, or a file or folder in it.", completion: .file())
    var workspace = "."

    @Option(
        help:
            "How to tell them: text, short (a line each, as editors read them: file:line:column: severity: message) or json (docs/schemas/check.json)."
    )
    var format: Format = .text

    @Flag(help: "Set the pages of every paper too, for the problems that only they show. It takes longer.")
    var layout = false

    @Option(
        help: ArgumentHelp(
            "The day of the check, as 2009-11-24, 24 November 2009, 24/11/2009 (the day first) or today: tells papers that have to be public within three working days, those that are late, and drafts whose meeting has been.",
            valueName: "date"
        )
    )
    var on: String?

    @Flag(
        help: "Tell only how complete the round is: what each directorate and unit was expected to send, and has sent."
    )
    var completeness = false

    @Option(help: "A folder to write that to, as completeness.pdf and completeness.html.", completion: .directory)
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
        if let on, case .failure(let error) = Result(catching: { () throws(PublicationError) in try checkDay(on) }) {
            throw ValidationError("--on needs a day: \(error)")
        }
        guard let report else { return }
        if report.isEmpty { throw ValidationError("--report needs the name of a folder") }
        let own = URL(filePath: WorkspacePlace(workspace).workspace).standardizedFileURL.pathComponents
        let other = URL(filePath: report).standardizedFileURL.pathComponents
        if other.starts(with: own), other.count > own.count, Self.folders.contains(other[own.count]) {
            throw ValidationError("--report cannot be in \(other[own.count]), which is of the workspace")
        }
    }

    func run() throws {
        let place = WorkspacePlace(workspace)
        if fix {
            let program = try Terminal.programFiles()
            return try CheckFix(place: place, asks: !yes).run(with: program)
        }
        let progress = Progress.start()
        progress.now("checking \(workspace)")
        let checked = Result { () throws(PublicationError) in try check(place) }
        progress.stop()
        if format == .json, case .failure(let error) = checked {
            print(JSONRenderer().render([error.diagnostic], part: place.part?.path))
        }
        let result = try Terminal.value(of: checked)
        switch format {
        case .json: tellJSON(result)
        case .short: tellShort(result, of: place)
        case .text: tellText(result, of: place)
        }
        if let report, result.holdsRound {
            try write(try Terminal.value(of: Result { () throws(PublicationError) in try result.report() }), to: report)
        }
        // The system takes the memory of a large round back at once, its owners object by object.
        withExtendedLifetime(result) { Glibc.exit(result.diagnostics.holdsErrors ? 1 : 0) }
    }

    private func check(_ place: WorkspacePlace) throws(PublicationError) -> WorkspaceCheck {
        let day: CalendarDate? = if let on { try checkDay(on) } else { nil }
        let program = try ProgramFiles.find()
        return try Publishing.check(place.workspace, setsPages: layout, on: day, with: program).told(of: place.part)
    }

    /// The completeness, where that alone is asked for and known.
    private func onlyCompleteness(_ result: WorkspaceCheck) -> Completeness? {
        completeness ? result.completeness : nil
    }

    private func tellJSON(_ result: WorkspaceCheck) {
        if let known = onlyCompleteness(result) { return print(JSONText(known, isPretty: true)) }
        let renderer = JSONRenderer()
        print(
            renderer.render(
                result.diagnostics,
                waived: result.waived,
                part: result.part?.path,
                elsewhere: result.elsewhere
            )
        )
    }

    private func tellShort(_ result: WorkspaceCheck, of place: WorkspacePlace) {
        if onlyCompleteness(result) != nil { return }
        print(ShortRenderer(workspace: place.workspace).render(result.diagnostics), terminator: "")
        if let words = elsewhere(result, of: place) { Terminal.writeError(words) }
    }

    private func tellText(_ result: WorkspaceCheck, of place: WorkspacePlace) {
        if onlyCompleteness(result) == nil {
            let renderer = TerminalRenderer(isColoured: Terminal.outputIsColoured)
            if result.diagnostics.isEmpty {
                print("no problems found" + (result.part.map { " in \($0)" } ?? ""))
            } else {
                print(renderer.render(result.diagnostics), terminator: "")
            }
            print(renderer.render(waived: result.waived), terminator: "")
            print(elsewhere(result, of: place) ?? "", terminator: "")
        }
        if let known = result.completeness {
            let table = CompletenessTable(known)
            let isShort = known.isComplete && !completeness
            print(isShort ? table.summary : (completeness ? "" : "\n") + table.text, terminator: "")
        }
        if onlyCompleteness(result) == nil, let first = result.diagnostics.first {
            print("to read what a rule is about: cleardays explain \(first.rule.rawValue)")
        }
    }

    /// How many problems there are in the rest of the workspace, in a line; `nil` if there are none.
    private func elsewhere(_ result: WorkspaceCheck, of place: WorkspacePlace) -> String? {
        if result.elsewhere.total == 0 { return nil }
        let command = place.workspace == "." ? "cleardays check" : "cleardays check \(place.workspace)"
        return "in the rest of the workspace: \(result.elsewhere) (\(command) shows all)\n"
    }

    private func write(_ files: [Publication.File], to folder: String) throws {
        for file in files {
            let written = Result { () throws(PublicationError) in
                try AtomicFile.write(file.bytes, to: file.name, in: folder)
            }
            try Terminal.value(of: written)
            let line = "\(folder)/\(file.summary)\n"
            // What a program reads holds nothing else.
            if format == .text { print(line, terminator: "") } else { Terminal.writeError(line) }
        }
    }
}
