// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree
import Publishing

/// The state of the service and of every paper, for `status.json` and `status.html`.
struct WatchStatus: Equatable {
    /// The state of one paper.
    struct Paper: Equatable {
        enum State: String, Equatable, CaseIterable {
            case current
            /// It has errors; the paper of the last run without errors is kept.
            case problems
            /// It was made and could not be written; that is tried again.
            case unwritten
            /// The workspace has no such paper any more; its PDF stays until somebody takes it away.
            case withdrawn
        }

        var id: String
        var edition = Edition.whole
        var state: State
        var pages: Int?
        var written: WallTime?
        var errors: Int
        var warnings: Int
        /// What follows the stem in the names of its files: that of the one that is printed, and of others.
        var endings = [".pdf"]
        /// What agendas say of it, or `nil` for a return and for a paper that could not be read.
        var announcement: PaperAnnouncement?

        /// The title only of a paper that is public as it is now. That of one that is held back may be what it is held back for.
        var shownTitle: String? { state == .current && edition != .restricted ? announcement?.title : nil }
        /// What people call it.
        var name: String { shownTitle ?? id }
        /// Its edition among all that the workspace makes.
        var key: PaperKey { PaperKey(id: id, audience: edition.audience) }
        /// Its file that is printed, if there is one.
        var file: String { edition.stem(of: id) + (endings.first ?? ".pdf") }
        var otherFiles: [String] { endings.dropFirst().map { edition.stem(of: id) + $0 } }
    }

    /// A drop that was not taken, and whose report is in the folder `failed` of the inbox.
    struct FailedDrop: Equatable {
        /// The number that the names of the drop and of its report begin with. The rest of the name is an officer's, who may see the inbox and
        /// not know who sees the page.
        var number: String
        var failed: WallTime
    }

    var title = ""
    var council = ""
    var updated: WallTime
    /// Of the last run.
    var duration: Duration
    var papers: [Paper] = []
    var directorates: [DirectorateState] = []
    var diagnostics: [Diagnostic] = []
    /// Drops that somebody has to put right, the latest first.
    var failedDrops: [FailedDrop] = []
    /// When the service last said that it is at work; the page says so where that is long ago.
    var alive: WallTime
    /// The problems for which no paper can be made: the workspace cannot be read.
    var failure: String?

    init(
        title: String = "",
        council: String = "",
        updated: WallTime,
        duration: Duration,
        papers: [Paper] = [],
        directorates: [DirectorateState] = [],
        diagnostics: [Diagnostic] = [],
        failedDrops: [FailedDrop] = [],
        failure: String? = nil
    ) {
        self.title = title
        self.council = council
        self.updated = updated
        self.duration = duration
        self.papers = papers
        self.directorates = directorates
        self.diagnostics = diagnostics
        self.failedDrops = failedDrops
        self.failure = failure
        alive = updated
    }

    /// The state of the service in a sentence.
    var summary: String {
        if failure != nil { return "The papers cannot be made." }
        let current = papers.count { $0.state == .current }
        let wanted = papers.count { $0.state != .withdrawn }
        if wanted == 0 { return "There are no papers yet." }
        if wanted == 1 { return current == 1 ? "The paper is current." : "The paper is not current." }
        if current == wanted { return "All \(wanted) papers are current." }
        if current == 0 { return "None of the \(wanted) papers is current." }
        return "\(current) of \(wanted) papers \(current == 1 ? "is" : "are") current."
    }

    static let jsonName = "status.json"
    static let pageName = "status.html"
}
