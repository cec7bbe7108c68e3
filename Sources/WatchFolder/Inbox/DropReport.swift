// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The report written beside a drop that was refused: why, and what to do.
struct DropReport {
    let name: String
    let diagnostics: [Diagnostic]

    var text: String {
        "\(name) was not taken into the round. Nothing in the round has changed.\n\n"
            + "What is wrong, each with its file, line and column:\n\n" + TerminalRenderer().render(diagnostics)
            + "\nPut right what is called an error, and drop it again.\n"
    }
}
