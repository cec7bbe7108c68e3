// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Diagnostics
import Distribution
import Glibc
import Publishing

/// `cleardays-worker submit`.
struct Submit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Puts workspaces into the store, and a message for each of their papers on a queue.",
        discussion: """
            The papers are those that `cleardays render` makes, to the byte. Of a workspace that has errors nothing is \
            submitted. What passes through the broker names papers and holds no word of one.

            Exit status: 0 done, 1 problems in a workspace or a paper that was given up, 64 wrong use, 74 something \
            cannot be read or written, or no broker answers.
            """
    )

    @Argument(help: "The folders that hold council.yaml.", completion: .directory)
    var workspaces: [String]

    @OptionGroup var connection: ConnectionOptions

    @Option(
        help: "due for papers that are to be public soon, batch for those that may take their time.",
        completion: .list(["due", "batch"])
    )
    var queue = JobQueue.Urgency.due

    @Option(
        name: .customLong("format"),
        help: "What to make: pdf, html, png, tree or tree-json; given again for each."
    )
    var formats: [PublicationRequest.Format] = [.pdf]

    @Option(help: "A theme in place of each council's own.")
    var theme: String?

    @Option(help: "The name of the council in the store, of one workspace; made of its name where it is not given.")
    var council: String?

    @Flag(help: "Wait until every paper is made or given up.")
    var wait = false

    @Option(
        help: "With --wait: the folder to write papers to as they are made, each council's in a folder of its own.",
        completion: .directory
    )
    var out: String?

    @Option(
        help:
            "The folder for papers that are not for publication; beside the other, with -restricted behind its name, if it is not given.",
        completion: .directory
    )
    var restrictedOut: String?

    func validate() throws {
        if out != nil, !wait { throw ValidationError("--out is for papers that are waited for: add --wait") }
        if restrictedOut != nil, out == nil { throw ValidationError("--restricted-out is of no use without --out") }
        if formats.contains(.data) {
            throw ValidationError(
                "data are of a whole round, and no paper: make them with `cleardays render --format data`"
            )
        }
        if council != nil, workspaces.count > 1 {
            throw ValidationError("--council names one, and there are more workspaces")
        }
    }

    func run() throws {
        var status: Int32 = EXIT_SUCCESS
        do throws(PublicationError) {
            if let council { try Submission.check(council: council) }
            let request = SubmissionRequest(
                broker: try connection.access(),
                store: try connection.openStore(),
                restrictedStore: try connection.openRestrictedStore(),
                urgency: queue,
                formats: Set(formats),
                theme: theme,
                madeAt: try SourceDate.read(),
                council: council,
                waits: wait,
                out: try out.map { (out) throws(PublicationError) in
                    try OutputFolders(open: out, restricted: restrictedOut)
                }
            )
            let submission = try Submission(request, with: try ProgramFiles.find())
            for workspace in workspaces {
                switch try submission.submit(workspace) {
                case .submitted(let papers, let council, let queue):
                    print("\(workspace): \(papers == 1 ? "1 paper" : "\(papers) papers") of \(council) on \(queue)")
                case .held(let selection):
                    writeError("\(workspace): nothing is submitted\n")
                    writeError(TerminalRenderer(isColoured: false).render(selection.told))
                    status = 1
                }
            }
            // Of what was not waited for there is nothing to tell.
            if wait {
                try submission.wait { progress in
                    if let failure = progress.failure {
                        status = 1
                        writeError(
                            "\(progress.council)/\(progress.stem) is given up (\(failure.reason.rawValue)): \(failure.words)\n"
                        )
                    } else {
                        print("\(progress.council)/\(progress.stem) is made, \(progress.left) to go")
                        for file in progress.files { print("  \(file)") }
                    }
                }
            }
        } catch {
            throw failure(error)
        }
        if status != EXIT_SUCCESS { throw ExitCode(status) }
    }
}

extension JobQueue.Urgency: ExpressibleByArgument {}
extension PublicationRequest.Format: ExpressibleByArgument {}
