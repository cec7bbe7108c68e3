// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Digests
import Intake
import Monitoring
import UnicodeText
import WorkspaceFiles

/// What is to be released, so that it may be public though it was exempt.
package struct ReleaseRequest: Sendable, Hashable {
    /// The folder that holds `council.yaml`.
    package var workspace: String
    /// As problems name them: `returns/communities/actions.csv:5`. None to list what is held back.
    package var places: [String]
    /// Why the places may be published, as the ledger keeps it and reports tell it.
    package var reason: String
    /// Whether a ledger that is lost or damaged is given up for a new one.
    package var beginsNewLedger: Bool
    /// Where editions that are not for publication are written.
    package var restrictedFolder: String?

    package init(
        workspace: String,
        places: [String] = [],
        reason: String = "",
        beginsNewLedger: Bool = false,
        restrictedFolder: String? = nil
    ) {
        self.workspace = workspace
        self.places = places
        self.reason = reason
        self.beginsNewLedger = beginsNewLedger
        self.restrictedFolder = restrictedFolder
    }
}

/// What came of a release.
package struct ReleaseReport: Sendable {
    /// The places that are released now.
    package var released: [String] = []
    /// Why something is still held back, and what has been released before.
    package var diagnostics: [Diagnostic] = []
}

/// Releases parts that are held back because they were exempt and have lost their marks, for a reason that somebody gives.
///
/// - Throws: a ``PublicationError`` if a place is not held back, there is no reason, or the ledger cannot be written.
package func release(
    _ request: ReleaseRequest,
    with program: ProgramFiles
) throws(PublicationError) -> ReleaseReport {
    let pipeline = Pipeline(
        program: program,
        workspace: request.workspace,
        restrictedFolder: request.restrictedFolder
    )
    let contents = try pipeline.read(DiskFiles(root: request.workspace))
    guard let round = contents.round else {
        return ReleaseReport(diagnostics: contents.settled(contents.diagnostics).kept)
    }
    let exemptGuard = pipeline.exemptGuard
    let findings = exemptGuard.findings(in: round)
    if request.places.isEmpty, !request.beginsNewLedger { return ReleaseReport(diagnostics: findings.diagnostics) }
    let reason = try request.checkedReason()
    if request.beginsNewLedger {
        if findings.ledgerProblems.isEmpty {
            throw PublicationError(.usage, "the ledger is in order: there is no need of a new one")
        }
        try exemptGuard.beginLedger(for: round, reason: reason)
        return ReleaseReport(
            released: [ExemptLedgerFile.place],
            diagnostics: exemptGuard.findings(in: round).diagnostics
        )
    }
    if !findings.ledgerProblems.isEmpty { return ReleaseReport(diagnostics: findings.diagnostics) }
    for place in request.places where !findings.held.contains(where: { $0.place == place }) {
        let held = findings.held.map(\.place)
        let nearest = NearestName.of(place, among: held).map { "did you mean \($0)?" }
        let hint = held.isEmpty ? "nothing is" : nearest ?? "held back: " + held.joined(separator: ", ")
        throw PublicationError(.usage, "\(place) is not held back; \(hint)")
    }
    let released = findings.held.filter { request.places.contains($0.place) }
    try exemptGuard.release(released, of: round, reason: reason, key: findings.key)
    return ReleaseReport(
        released: released.map(\.place),
        diagnostics: exemptGuard.findings(in: round).diagnostics
    )
}

extension ReleaseRequest {
    /// The reason in one line.
    ///
    /// - Throws: a ``PublicationError`` if it has no visible letter or digit.
    fileprivate func checkedReason() throws(PublicationError) -> String {
        let reason = reason.split(whereSeparator: \.isNewline).joined(separator: " ")
        let isReadable = reason.unicodeScalars.contains {
            !$0.isInvisible && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
        }
        if isReadable { return reason }
        throw PublicationError(.usage, "a release needs its reason: --reason \"The contract was let on 3 November\"")
    }
}

extension ExemptGuard {
    /// Replaces a ledger that cannot be used, and records why.
    fileprivate func beginLedger(for round: MonitoringRound, reason: String) throws(PublicationError) {
        try file.update { contents throws(PublicationError) in
            var (ledger, key) = try contents.ledger(for: round, asNew: true)
            ledger.restarts.append(.init(reason: reason, day: .today, name: .userName))
            return (ledger, key)
        }
    }

    /// Records in the ledger that parts may be public from now on.
    ///
    /// - Parameter key: the key of the digests of the parts.
    fileprivate func release(
        _ parts: [HeldPart],
        of round: MonitoringRound,
        reason: String,
        key: DigestKey?
    ) throws(PublicationError) {
        try file.update { contents throws(PublicationError) in
            var (ledger, key) = try contents.ledger(for: round, asNew: false, key: key ?? DigestKey())
            let names = round.ledgerNames(under: key)
            var record = ledger.record(of: names)
            record.names.formUnion(names.digests)
            for part in parts {
                record.releases.append(
                    .init(
                        digests: part.digests.sorted(),
                        place: part.place,
                        reason: reason,
                        day: .today,
                        name: .userName
                    )
                )
            }
            ledger.set(record)
            return (ledger, key)
        }
    }
}
