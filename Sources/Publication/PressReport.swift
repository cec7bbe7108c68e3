// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What a run of the press came to.
package struct PressReport: Sendable {
    /// The round's title; empty where it could not be read.
    package var title = ""
    package var council = ""
    package var directorates: [DirectorateState] = []
    /// Of the whole workspace, each once.
    package var diagnostics: [Diagnostic] = []
    /// Whether every paper had its turn.
    package var isWhole = true
}

/// What became of one paper.
package struct PressedPaper: Sendable {
    package enum Outcome: Sendable {
        case made(Publication.File)
        /// It says what it said when it was made last.
        case unchanged(pages: Int)
        case failed
    }

    package var id: String
    package var outcome: Outcome
    /// What is wrong with it, and what somebody should look at.
    package var diagnostics: [Diagnostic]

    package var file: String { "\(id).pdf" }
}
