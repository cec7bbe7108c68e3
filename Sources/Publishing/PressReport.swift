// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import PaperTree

/// What a run of the press came to.
package struct PressReport: Sendable {
    /// The round's title; empty where it could not be read.
    package var title = ""
    /// Of every paper of the round, and of every return by itself.
    package var identifiers: [String] = []
    package var council = ""
    package var directorates: [DirectorateState] = []
    /// Of the whole workspace, each once.
    package var diagnostics: [Diagnostic] = []
    /// Whether every paper had its turn.
    package var isWhole = true
    /// How long each stage took, for all papers.
    package var timer = StageTimer()
}

/// What became of one edition of a paper.
package struct PressedPaper: Sendable {
    /// Tells it from every other: a paper for everybody and its twin that is not for publication have one name.
    package struct Key: Sendable, Hashable, Comparable {
        package var id: String
        package var isRestricted: Bool

        /// The names of its files without what is behind it.
        package var stem: String { (isRestricted ? Edition.restricted : .open).stem(of: id) }

        package static func < (first: Key, second: Key) -> Bool {
            (first.id, first.isRestricted ? 1 : 0) < (second.id, second.isRestricted ? 1 : 0)
        }
    }

    package enum Outcome: Sendable {
        case made(Publication.File)
        /// It says what it said when it was made last.
        case unchanged(pages: Int)
        case failed
    }

    package var id: String
    package var edition = Edition.whole
    package var outcome: Outcome
    /// What is wrong with it, and what somebody should look at.
    package var diagnostics: [Diagnostic] = []

    /// Whether there are problems in the way of it.
    var hasFailed: Bool { if case .failed = outcome { true } else { false } }

    package var key: Key { Key(id: id, isRestricted: edition == .restricted) }
    /// The names of its files without what is behind it.
    package var stem: String { edition.stem(of: id) }
    package var file: String { "\(stem).pdf" }
}
