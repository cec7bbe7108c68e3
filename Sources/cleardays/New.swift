// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Publishing

/// `cleardays new`.
struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a new workspace to start from.",
        discussion: "It holds a small council with one paper, and renders at once. Every file says what it is for."
    )

    @Argument(help: "The folder to make.")
    var folder: String

    @Flag(help: "Write the statement of a return as a Word document, rather than in Markdown.")
    var word = false

    func run() async throws {
        let program = try Terminal.programFiles()
        try Terminal.value(
            of: Result { () throws(PublicationError) in
                try Starter.make(at: folder, from: program, isInWord: word)
            }
        )
        print(
            "\(folder) is ready: edit its files, then run `cleardays render \(folder.contains(" ") ? "'\(folder)'" : folder)`"
        )
    }
}
