// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Digests
import Monitoring
import ResourceLimits

extension ExemptLedger.RoundRecord {
    /// Adds what is marked now, and what is public beside it.
    ///
    /// What was released and is marked anew is no longer released, unless it is public as well.
    ///
    /// - Parameter papers: the papers that show a file; `nil` for a file that is left out.
    mutating func remember(_ parts: RoundParts, key: DigestKey, papers: (_ file: String) -> [String]?) {
        let digests = TextDigests(key: key)
        // By what is remembered already, and what is marked in two places at once.
        var former = ExemptComparison(record: self, marked: parts.marked, key: key)
        let held = Set(former.results(of: parts).held.flatMap(\.digests))
        var counts: [String: Int] = [:]
        var marked: Set<String> = []
        for part in parts.marked {
            let fingerprints = part.fingerprints.map { digests.digest(of: $0) }
            let words = part.units.flatMap { digests.digests(of: $0) }
            WorkMeter.count(fingerprints.count + words.count)
            guard let shownBy = papers(part.location.file), let name = (fingerprints + words).first else { continue }
            marked.formUnion(fingerprints + words)
            for digest in Set(fingerprints) { counts[digest, default: 0] += 1 }
            var entry =
                entries[name] ?? ExemptLedger.Entry(kind: .init(part.kind), digests: [], since: .today, papers: [])
            entry.digests = Set(entry.digests + fingerprints + words).sorted()
            entry.papers = Set(entry.papers + shownBy).sorted()
            entries[name] = entry
            for (beginning, length) in part.units.flatMap({ digests.beginnings(of: $0) })
            where lengths[beginning]?.contains(length) != true {
                lengths[beginning] = (lengths[beginning, default: []] + [length]).sorted()
            }
            if let content = part.content { open.subtract([digests.digest(of: content)]) }
        }
        for (digest, count) in counts where count > self.counts[digest, default: 1] { self.counts[digest] = count }
        identifiers.formUnion(parts.identifiers.map { digests.digest(of: $0) })
        rememberOpen(parts, without: held.union(releases.flatMap(\.digests)), key: key)
        if releases.isEmpty { return }
        var comparison = ExemptComparison(record: self, marked: parts.marked, key: key)
        let stillOpen = Set(comparison.hits(in: parts).joined().map(\.digest))
        let markedAnew = marked.subtracting(stillOpen)
        for index in releases.indices { releases[index].digests.removeAll(where: markedAnew.contains) }
        releases.removeAll(where: \.digests.isEmpty)
    }

    /// Remembers what is public though it says the same as what is marked: it is not held back later.
    ///
    /// - Parameter notPublic: the digests of what is held back, or public only by a release.
    private mutating func rememberOpen(_ parts: RoundParts, without notPublic: Set<String>, key: DigestKey) {
        var comparison = ExemptComparison(record: self, marked: parts.marked, key: key)
        // What is renamed later is compared without identifiers.
        let hits = comparison.hits(in: parts, asRenamed: true)
        for (part, hits) in zip(parts.open, hits) where part.kind != .paper && part.kind != .appendix {
            let hits = hits.filter { !notPublic.contains($0.digest) }
            open.formUnion(hits.map { comparison.openDigest(of: $0, in: part) })
        }
    }

    /// Takes in what is known of another round.
    mutating func merge(_ other: Self) {
        names.formUnion(other.names.digests)
        entries.merge(other.entries) { own, other in
            ExemptLedger.Entry(
                kind: own.kind,
                digests: Set(own.digests + other.digests).sorted(),
                since: min(own.since, other.since),
                papers: Set(own.papers + other.papers).sorted()
            )
        }
        counts.merge(other.counts, uniquingKeysWith: max)
        lengths.merge(other.lengths) { Set($0 + $1).sorted() }
        open.formUnion(other.open.digests)
        files.formUnion(other.files.digests)
        identifiers.formUnion(other.identifiers.digests)
        releases += other.releases.filter { !releases.contains($0) }
    }
}
