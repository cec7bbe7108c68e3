// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree
import Publishing

/// The state of the service and of every paper, for `status.json` and `status.html`.
struct WatchStatus: Equatable {
    /// The state of one paper.
    struct Paper: Equatable {
        enum State: String, Equatable {
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

        var file: String { "\(edition.stem(of: id)).pdf" }
    }

    var title = ""
    var council = ""
    var updated: WallTime
    /// Of the last run.
    var duration: Duration
    var papers: [Paper] = []
    var directorates: [DirectorateState] = []
    var diagnostics: [Diagnostic] = []
    /// The problems for which no paper can be made: the workspace cannot be read.
    var failure: String?

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
