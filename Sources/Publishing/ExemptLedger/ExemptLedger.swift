// SPDX-License-Identifier: Apache-2.0

import Digests
import FoundationEssentials
import Monitoring

/// What editions that are not for publication have held back: every marked row, passage, appendix and paper of a round, and its words, as
/// digests under a key, with when and in which papers; and what has been released since.
///
/// A mark that disappears is no ordinary edit: what the ledger remembers is not published until somebody releases it.
struct ExemptLedger: Codable, Equatable {
    /// Something that was marked.
    struct Entry: Codable, Equatable {
        /// What it was.
        enum Kind: String, Codable, Equatable {
            case row, passage, appendix, paper

            init(_ kind: RoundPart.Kind) {
                switch kind {
                case .row: self = .row
                case .passage: self = .passage
                case .appendix: self = .appendix
                case .paper: self = .paper
                }
            }
        }

        var kind: Kind
        /// Of its fingerprints and its words, sorted.
        var digests: [String]
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
        /// The digests of the round's title, year and day, as they were whenever something was published.
        var names = DigestSet()
        /// By the digest of the first fingerprint.
        var entries: [String: Entry] = [:]
        /// How many parts with a fingerprint were marked at once, where they were several: rows of one unit may have the same words.
        var counts: [String: Int] = [:]
        /// How long the remembered texts are, by the digests of how they begin.
        var lengths: [String: [Int]] = [:]
        /// What stood open beside what was marked, and is not held back.
        var open = DigestSet()
        /// The digests of the paths of the files that held something marked.
        var files = DigestSet()
        /// The digests of all identifiers that there have been. What has another one may have been renamed.
        var identifiers = DigestSet()
        var releases: [Release] = []
    }

    /// A ledger that was begun anew in place of one that was lost.
    struct Restart: Codable, Equatable {
        var reason: String
        var day: String
        var name: String
    }

    /// The version of the file's format. A ledger of another version is not read: part of what it remembers would be lost.
    static let currentFormat = 2

    let format: Int
    /// The digest of the council's name.
    var council: String
    /// By round, the one that something was published in last at the end.
    private var records: [RoundRecord] = []
    var restarts: [Restart] = []

    /// Of more rounds nothing is remembered: entries end with their round, and those before it are kept for a title and a year that
    /// were mistyped.
    private static let mostRounds = 4

    init(council: String) {
        format = Self.currentFormat
        self.council = council
    }

    /// What is known of a round: of every one that has its title, its year or its day.
    ///
    /// A year-end round has the year of the half-year round before it, so that what was exempt at half-year still is. And a
    /// mistyped title, year or day, or one that is put right, does not let out what is exempt.
    func record(of names: DigestSet) -> RoundRecord {
        records.filter { !$0.names.isDisjoint(with: names) }.reduce(into: RoundRecord()) { $0.merge($1) }
    }

    /// Whether something was marked in a file, in a round that is remembered.
    ///
    /// - Parameter path: the digest of its path.
    func heldMarks(inFileAt path: String) -> Bool { records.contains { $0.files.contains(path) } }

    /// - Parameter record: with the names of its round.
    mutating func set(_ record: RoundRecord) {
        if records.last == record { return }
        records.removeAll { !$0.names.isDisjoint(with: record.names) }
        records.append(record)
        records = Array(records.suffix(Self.mostRounds))
    }
}

/// Digests, written in order, so that a file of the same ones has the same bytes.
struct DigestSet: Codable, Hashable {
    private(set) var digests: Set<String> = []

    init(_ digests: Set<String> = []) { self.digests = digests }

    init(from decoder: any Decoder) throws { digests = Set(try [String](from: decoder)) }
    func encode(to encoder: any Encoder) throws { try digests.sorted().encode(to: encoder) }

    var isEmpty: Bool { digests.isEmpty }
    func contains(_ digest: String) -> Bool { digests.contains(digest) }
    func isDisjoint(with other: DigestSet) -> Bool { digests.isDisjoint(with: other.digests) }
    mutating func formUnion(_ other: some Sequence<String>) { digests.formUnion(other) }
    mutating func subtract(_ other: some Sequence<String>) { digests.subtract(other) }
}

extension MonitoringRound {
    /// The round's title, year and day, as the ledger knows them.
    func ledgerNames(under key: DigestKey) -> DigestSet {
        DigestSet([
            key.digest(of: "round title\u{1F}\(round.title)"), key.digest(of: "round year\u{1F}\(round.year)"),
            key.digest(of: "round day\u{1F}\(round.asAt.iso8601)"),
        ])
    }
}
