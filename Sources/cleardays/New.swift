// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Diagnostics
import Publishing

extension ReturnFormat: ExpressibleByArgument {}

/// `cleardays new`.
struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes a new workspace to start from, or the next round of one.",
        discussion: """
            A workspace to start from holds a small council with one paper, and renders at once. Every file says what it \
            is for.

            With --from it is the round after another: its council, layouts, plans and measures in the next period. \
            Targets and last figures are in the columns of the new round; what was said of them is not taken over. The \
            last round stays as it is.
            """
    )

    @Argument(help: "The folder to make.", completion: .directory)
    var folder: String

    @Option(help: "The folder of the round that is over.", completion: .directory)
    var from: String?

    @Option(help: "With --from: the period of the new round, such as `Q4 2026/27`; the one after, if it is not given.")
    var period: String?

    @Option(help: "What returns are made of: office (Excel and Word) or text (CSV, YAML and Markdown).")
    var returns: ReturnFormat = .office

    func validate() throws {
        if period != nil, from == nil {
            throw ValidationError("--period is of the round after another: give --from too.")
        }
        if from != nil, returns == .text { throw ValidationError("The returns of a next round are workbooks.") }
    }

    func run() async throws {
        let program = try Terminal.programFiles()
        let quoted = folder.allSatisfy { $0.isLetter || $0.isNumber || "-_./".contains($0) } ? folder : "'\(folder)'"
        guard let from else {
            try Terminal.value(
                of: Result { () throws(PublicationError) in
                    try Starter.make(at: folder, returns: returns, from: program)
                }
            )
            print("\(folder) is ready: edit its files, then run `cleardays render \(quoted)`")
            return
        }
        let (made, diagnostics) = try Terminal.value(
            of: Result { () throws(PublicationError) in
                try Starter.make(at: folder, after: from, period: period, with: program)
            }
        )
        guard let made else { return try Terminal.tell(diagnostics) }
        for paper in made.papersLeftOut {
            print("papers/\(paper) is not taken over: write its header with each key on a line of its own")
        }
        print(
            "\(folder) is ready for \(made.period): hand out the files in returns/; `cleardays check \(quoted)` says what is missing"
        )
    }
}
