// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Intake
import Monitoring
import WorkspaceFiles

/// The ledger of exempt information as a publisher that keeps running sees it.
struct LedgerSession {
    private let exemptGuard: ExemptGuard
    /// The state of the ledger's file when it was read or written last.
    private(set) var mark: FileMark?
    /// The marked parts when each restricted edition was recorded last, by the paper's identifier.
    private var recorded: [String: [RoundPart]] = [:]

    /// Whether nothing is published, so that nothing is recorded either.
    private let isReadOnly: Bool

    init(_ exemptGuard: ExemptGuard, isReadOnly: Bool = false) {
        self.exemptGuard = exemptGuard
        self.isReadOnly = isReadOnly
    }

    /// Notes that the ledger has just been read.
    mutating func noteRead() { mark = exemptGuard.file.mark }

    /// Records what is marked in a round, of which a restricted edition is about to be published.
    ///
    /// - Throws: a ``PublicationError`` if the ledger cannot be written: then the paper must not be published.
    mutating func record(_ round: MonitoringRound, publishedIn paper: String) throws(PublicationError) {
        if isReadOnly { return }
        let marked = round.parts.marked
        if recorded[paper] == marked { return }
        try exemptGuard.remember(round, publishedIn: [paper])
        recorded[paper] = marked
        noteRead()
    }
}
