// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The report written in place of a paper that has errors: why, and what to do, for the officer who finds it there.
struct ProblemsText {
    let paper: String
    /// The paper of the last run without errors, if it is still there.
    var standing: (file: String, pages: Int?, written: WallTime)?
    let diagnostics: [Diagnostic]

    static func name(for paper: String) -> String { "\(paper).problems.txt" }

    var text: String {
        var text = "The paper \(paper) could not be made anew.\n\n"
        if let standing {
            let pages = standing.pages.map { $0 == 1 ? ", 1 page" : ", \($0) pages" } ?? ""
            text += "The one made before still stands: \(standing.file)\(pages), of \(standing.written.words).\n"
            text += "It does not have what was changed since.\n\n"
        } else {
            text += "There is none from before.\n\n"
        }
        text += "What is wrong, each with its file, line and column:\n\n"
        text += TerminalRenderer().render(diagnostics)
        let remedy =
            diagnostics.areOnlyFaults
            ? "Nothing in the files has to be put right for that. Once the fault is mended the paper is made anew by itself, "
            : "Put right what is called an error and save the file: the paper is then made anew by itself, "
        return text + "\n\(remedy)and this\nnote goes away. A warning holds nothing up.\n"
    }
}
