// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import PaperTree
package import WorkspaceFiles

/// What a run of the ``IncrementalPublisher`` came to.
package struct BuildReport: Sendable, Codable {
    /// The round's title; empty if it could not be read.
    package var title = ""
    /// The identifiers of every paper of the round and of every directorate's return.
    package var identifiers: [String] = []
    /// What agendas say of the papers.
    package var announcements: [PaperAnnouncement] = []
    /// The name of the council; empty until it could be read.
    package var council = ""
    /// What is known of each directorate, in the order of the council.
    package var directorates: [DirectorateState] = []
    /// The diagnostics of the whole workspace, each once.
    package var diagnostics: [Diagnostic] = []
    /// Whether the run was not stopped before its last paper.
    package var isComplete = true
    /// The state of the ledger of exempt information when it was read or written last, or `nil` if there was none.
    package var ledger: FileMark?
    /// The time of each stage, for all papers.
    package var timer = StageTimer()
}

/// What a run made of one edition of a paper.
package struct PaperBuild: Sendable {
    /// How the last attempt at a paper ended.
    package enum Outcome: Sendable {
        /// The PDF first, and whatever other format is made with it.
        case made([Publication.File])
        /// The content is that of the last files that were made.
        case unchanged(pages: Int)
        case failed
    }

    package var id: String
    /// Which edition of the paper it is.
    package var edition = Edition.whole
    /// What the run has made of it.
    package var outcome: Outcome
    /// The problems of the paper in all its editions.
    package var diagnostics: [Diagnostic] = []
    /// What a preview needs besides the files; `nil` if the run is for no preview, or the paper could not be composed.
    package var preview: PaperPreview?

    package init(id: String, edition: Edition = .whole, outcome: Outcome, diagnostics: [Diagnostic] = []) {
        self.id = id
        self.edition = edition
        self.outcome = outcome
        self.diagnostics = diagnostics
    }

    /// The name of the paper with its audience: two editions of one paper are two entries.
    package var key: PaperKey { PaperKey(id: id, audience: edition.audience) }
    /// The name of the edition's files without their extensions.
    package var stem: String { key.stem }
    package var file: String { "\(stem).pdf" }
}
