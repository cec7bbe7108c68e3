// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Digests
import Monitoring

/// Something open that is held back: it is, or says, what was or is exempt.
struct HeldPart {
    /// Why it is held back.
    enum Reason {
        /// It was marked, and is not now.
        case lostItsMark(ExemptLedger.Entry)
        /// Words of it were marked in another place.
        case wasMarkedElsewhere(ExemptLedger.Entry)
        /// Words of it are marked in another place.
        case isMarkedElsewhere(SourceLocation)
    }

    var part: RoundPart
    var reason: Reason
    /// Those that it has in common with what was marked.
    var fingerprints: Set<Fingerprint>

    /// By which it is released: `returns/communities/actions.csv:5`.
    var place: String { part.location.releasePlace }

    var diagnostic: Diagnostic {
        let what = part.kind.words
        // Nothing here is an officer's: the words stay also where the file is not quoted.
        let message: DiagnosticText =
            switch reason {
            case .lostItsMark(let entry): "this \(own: what) was exempt \(own: entry.words), and has lost its mark"
            case .wasMarkedElsewhere(let entry):
                "words of this \(own: what) were exempt \(own: entry.words), and would be public here"
            case .isMarkedElsewhere(let place):
                "words of this \(own: what) are marked as exempt at \(own: place.releasePlace), and would be public here"
            }
        return Diagnostic(
            .error,
            message,
            at: part.location,
            hint:
                "mark it, or, where it is for everybody from now on, run cleardays release WORKSPACE \(own: place) --reason \"…\"",
            isExposure: true
        )
    }
}

/// Something open that was or is exempt, and is for everybody by somebody's word.
struct ReleasedPart {
    var part: RoundPart
    var release: ExemptLedger.Release

    var diagnostic: Diagnostic {
        let day = CalendarDate(release.day)?.description ?? release.day
        return .warning(
            "this \(own: part.kind.words) was exempt; \(own: release.name) released it on \(own: day): \(own: release.reason)",
            at: part.location,
            hint: "mark it where it is exempt again"
        )
    }
}

/// Compares the open parts of a round with what is remembered as exempt.
struct ExemptComparison {
    private let key: DigestKey
    /// What the ledger remembers, by digest.
    private var entries: [String: [String: ExemptLedger.Entry]] = [:]
    private var releases: [String: ExemptLedger.Release] = [:]
    /// How many marked parts have a digest now.
    private var markedCounts: [String: Int] = [:]
    /// Where a text is marked now.
    private var markedTexts: [String: SourceLocation] = [:]
    /// The entries of whole papers that are held back, with the place in ``held``.
    private var heldPapers: [String: Int] = [:]
    private(set) var held: [HeldPart] = []
    private(set) var released: [ReleasedPart] = []

    init(record: ExemptLedger.RoundRecord, marked: [RoundPart], key: DigestKey) {
        self.key = key
        for (name, entry) in record.entries {
            for digest in entry.digests { entries[digest, default: [:]][name] = entry }
        }
        for release in record.releases {
            for digest in release.digests { releases[digest] = release }
        }
        for part in marked {
            for fingerprint in Set(part.fingerprints) {
                let digest = key.digest(of: fingerprint.canonicalText)
                markedCounts[digest, default: 0] += 1
                if fingerprint.kind == .text, markedTexts[digest] == nil { markedTexts[digest] = part.location }
            }
        }
    }

    /// Sees whether a part may be public. Papers come first: what is in one that is held back is not told again.
    mutating func compare(_ part: RoundPart) {
        var fingerprints: Set<Fingerprint> = []
        var reasons: [(rank: Int, name: String, reason: HeldPart.Reason)] = []
        var release: ExemptLedger.Release?
        for fingerprint in part.fingerprints {
            let digest = key.digest(of: fingerprint.canonicalText)
            let found = self.reasons(for: fingerprint, digest)
            if found.isEmpty { continue }
            if let own = releases[digest] {
                release = own
            } else {
                fingerprints.insert(fingerprint)
                reasons += found
            }
        }
        guard let first = reasons.min(by: { ($0.rank, $0.name) < ($1.rank, $1.name) }) else {
            if let release { released.append(ReleasedPart(part: part, release: release)) }
            return
        }
        let papers = reasons.map { heldPapers[$0.name] }
        if part.kind != .paper, let paper = papers.first ?? nil, papers.allSatisfy({ $0 != nil }) {
            held[paper].fingerprints.formUnion(fingerprints)
            return
        }
        if part.kind == .paper { heldPapers[first.name] = held.count }
        held.append(HeldPart(part: part, reason: first.reason, fingerprints: fingerprints))
    }

    /// Why something open with a digest cannot be public, the reason that says most with the lowest rank.
    private func reasons(
        for fingerprint: Fingerprint,
        _ digest: String
    ) -> [(rank: Int, name: String, reason: HeldPart.Reason)] {
        let remembered = entries[digest, default: [:]].sorted { $0.key < $1.key }
        if fingerprint.kind == .text {
            if let place = markedTexts[digest] { return [(2, "", .isMarkedElsewhere(place))] }
            return remembered.map { (1, $0.key, .wasMarkedElsewhere($0.value)) }
        }
        let marked = markedCounts[digest, default: 0]
        return remembered.filter { marked < $0.value.count }.map { (0, $0.key, .lostItsMark($0.value)) }
    }
}

extension ExemptLedger.RoundRecord {
    /// Takes in what is marked now.
    ///
    /// What was released and is marked anew is no longer released, unless it stands open as well.
    ///
    /// - Parameter papers: the papers that show a file; `nil` for a file that is left out.
    mutating func remember(_ parts: RoundParts, key: DigestKey, papers: (_ file: String) -> [String]?) {
        var counts: [String: Int] = [:]
        var marked: Set<String> = []
        for part in parts.marked {
            let digests = part.fingerprints.map { key.digest(of: $0.canonicalText) }
            guard let shownBy = papers(part.location.file), let name = digests.first else { continue }
            marked.formUnion(digests)
            counts[name, default: 0] += 1
            var entry =
                entries[name]
                ?? ExemptLedger.Entry(kind: part.kind.rawValue, digests: [], count: 0, since: .today, papers: [])
            entry.digests = Set(entry.digests).union(digests).sorted()
            entry.count = max(entry.count, counts[name, default: 0])
            entry.papers = Set(entry.papers).union(shownBy).sorted()
            entries[name] = entry
        }
        if releases.isEmpty { return }
        let open = Set(parts.open.flatMap(\.fingerprints).map { key.digest(of: $0.canonicalText) })
        let markedAnew = marked.subtracting(open)
        for index in releases.indices { releases[index].digests.removeAll(where: markedAnew.contains) }
        releases.removeAll(where: \.digests.isEmpty)
    }
}

extension ExemptLedger.Entry {
    /// "in cabinet-2009-11-30 since 25 November 2026".
    fileprivate var words: String {
        let day = CalendarDate(since)?.description ?? since
        // A paper says more than one of the returns in it.
        let prefix = Directorate.paperPrefix
        guard let first = papers.first(where: { !$0.hasPrefix(prefix) }) ?? papers.first else { return "since \(day)" }
        return "in \(first)\(papers.count > 1 ? " and other papers" : "") since \(day)"
    }
}

extension RoundPart.Kind {
    fileprivate var words: String {
        switch self {
        case .row: "row"
        case .passage: "text"
        case .appendix: "appendix"
        case .paper: "paper"
        }
    }
}

extension SourceLocation {
    /// The file, with the line where there is one: what `cleardays release` is given.
    var releasePlace: String { line > 0 ? "\(file):\(line)" : file }
}
