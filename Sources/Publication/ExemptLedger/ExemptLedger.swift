// SPDX-License-Identifier: Apache-2.0

import Digests
import FoundationEssentials
import Monitoring

/// What editions that are not for publication have held back: every marked row, passage, appendix and paper of a round, as digests under
/// a key, with when and in which papers; and what has been released since.
///
/// A mark that disappears is no ordinary edit: what the ledger remembers is not published until somebody releases it.
struct ExemptLedger: Codable, Equatable {
    /// Something that was marked.
    struct Entry: Codable, Equatable {
        var kind: String
        /// Of its fingerprints, sorted.
        var digests: [String]
        /// How many of it were marked at once: rows of one unit may have the same words.
        var count: Int
        /// The day on which it was first published in an edition that is not for publication, ISO 8601.
        var since: String
        /// The papers that had it, sorted.
        var papers: [String]
    }

    /// Something that was marked, and is for everybody by somebody's word.
    struct Release: Codable, Equatable {
        /// Sorted.
        var digests: [String]
        /// Where it stood.
        var place: String
        var reason: String
        /// ISO 8601.
        var day: String
        /// Who released it, by the name that the system knows.
        var name: String
    }

    /// What is known of one round.
    struct RoundRecord: Codable, Equatable {
        /// By the digest of the first fingerprint.
        var entries: [String: Entry] = [:]
        var releases: [Release] = []
    }

    /// A ledger that was begun anew in place of one that was lost.
    struct Restart: Codable, Equatable {
        var reason: String
        var day: String
        var name: String
    }

    /// The digest of the council's name.
    let council: String
    /// The rounds that something was published in, the one of the last time last.
    private(set) var rounds: [String] = []
    private var records: [String: RoundRecord] = [:]
    var restarts: [Restart] = []

    /// Of more rounds nothing is remembered: entries end with their round, and the one before is kept for a year that was mistyped.
    private static let mostRounds = 2

    init(council: String) { self.council = council }

    func record(of round: String) -> RoundRecord { records[round] ?? RoundRecord() }

    mutating func set(_ record: RoundRecord, of round: String) {
        if record == records[round], rounds.last == round { return }
        records[round] = record
        rounds.removeAll { $0 == round }
        rounds.append(round)
        for old in rounds.dropLast(Self.mostRounds) { records[old] = nil }
        rounds = Array(rounds.suffix(Self.mostRounds))
    }
}

extension MonitoringRound {
    /// What the round is called in the ledger: entries end with their round, whatever its title.
    var ledgerName: String { "\(round.year) \(round.point.rawValue)" }
}
