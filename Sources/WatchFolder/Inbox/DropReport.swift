// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The report written beside a drop that was refused: why, and what to do.
struct DropReport {
    let name: String
    let diagnostics: [Diagnostic]

    var text: String {
        "\(name) was not taken into the round. Nothing in the round has changed.\n\n"
            + "What is wrong, each with its file, line and column:\n\n" + TerminalRenderer().render(diagnostics)
            + "\n\(remedy)\n"
    }

    private var remedy: String {
        diagnostics.areOnlyFaults
            ? "Nothing in it has to be put right for that. Drop it again once the fault is mended."
            : "Put right what is called an error, and drop it again."
    }
}

extension [Diagnostic] {
    /// Whether what they call errors are faults of the program, which no officer can mend.
    var areOnlyFaults: Bool {
        let errors = filter { $0.severity == .error }
        return !errors.isEmpty && errors.allSatisfy { $0.rule == .programFault }
    }
}
