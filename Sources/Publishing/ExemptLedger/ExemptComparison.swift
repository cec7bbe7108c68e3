// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Digests
import Monitoring
import ResourceLimits
import UnicodeText
import WorkspaceFiles

/// Compares the open parts of a round with what is remembered as exempt, and with what is marked in the round itself.
///
/// Rows, passages, appendices and papers are the same ones by their fingerprints. Their words are looked for in the running text of
/// what is open: at each place where a word begins the first letters from there are digested, and only where some remembered text
/// begins so, the lengths of the texts that do are. That is a bounded number of digests for each word, each of a bounded number of
/// letters.
struct ExemptComparison {
    /// That something open has a digest in common with something remembered or marked.
    struct Hit: Hashable {
        /// What they have in common.
        enum Kind: Hashable {
            case fingerprint(Fingerprint.Kind)
            case words
        }

        var digest: String
        var kind: Kind
        /// Where the open words come from.
        var source = OpenText.Source.paper
    }

    private let record: ExemptLedger.RoundRecord
    private let digests: TextDigests
    /// The entries of a digest, by their names.
    private var entries: [String: [String]] = [:]
    private var releases: [String: ExemptLedger.Release] = [:]
    /// How many marked parts have a digest now.
    private var markedCounts: [String: Int] = [:]
    /// Where long texts are marked now.
    private var markedTexts: [String: RoundPart] = [:]
    /// The lengths of the texts that are looked for, by the digests of how they begin.
    private var lengths: [String: Set<Int>]
    /// The lengths by how texts begin, so that each beginning is digested once.
    private var knownBeginnings: [UInt64: [Int]] = [:]
    /// What was found where a long text may begin, by the letters there: a text that repeats itself is digested once.
    private var knownTexts: [ArraySlice<UInt8>: [String]] = [:]
    private var knownIdentifiers: [Fingerprint: Bool] = [:]

    init(record: ExemptLedger.RoundRecord, marked: [RoundPart], key: DigestKey) {
        self.record = record
        digests = TextDigests(key: key)
        for (name, entry) in record.entries {
            for digest in entry.digests { entries[digest, default: []].append(name) }
        }
        for release in record.releases {
            for digest in release.digests { releases[digest] = release }
        }
        lengths = record.lengths.mapValues(Set.init)
        for part in marked {
            for fingerprint in Set(part.fingerprints) { markedCounts[digests.digest(of: fingerprint), default: 0] += 1 }
            WorkMeter.count(part.units.count)
            for unit in part.units where unit.isLong {
                guard let digest = digests.digests(of: unit).first else { continue }
                // What is marked by itself says more than what is in a return that is exempt as a whole.
                if let known = markedTexts[digest], known.kind.rank >= part.kind.rank { continue }
                markedTexts[digest] = part
                for (beginning, length) in digests.beginnings(of: unit) {
                    lengths[beginning, default: []].insert(length)
                }
            }
        }
    }

    /// What is held back and what has been released.
    mutating func results(of parts: RoundParts) -> (held: [HeldPart], released: [ReleasedPart]) {
        var held: [HeldPart] = []
        var released: [ReleasedPart] = []
        // What is exempt as a whole is reported once for each file or return that has it.
        var reported: [String: Int] = [:]
        let hits = hits(in: parts)
        for (part, hits) in zip(parts.open, hits).sorted(by: { $0.0.kind.rank < $1.0.kind.rank }) where !hits.isEmpty {
            var digestsHeld: Set<String> = []
            var reasons: [(rank: Int, name: String, reason: HeldPart.Reason)] = []
            var release: ExemptLedger.Release?
            for hit in hits {
                let found = self.reasons(for: hit, in: part)
                if found.isEmpty { continue }
                if let own = releases[hit.digest] {
                    release = own
                } else {
                    digestsHeld.insert(hit.digest)
                    reasons += found
                }
            }
            guard let first = reasons.min(by: { ($0.rank, $0.name) < ($1.rank, $1.name) }) else {
                if let release { released.append(ReleasedPart(part: part, release: release)) }
                continue
            }
            let isWhole = part.kind == .paper || part.kind == .appendix
            let wholes = reasons.map { reason -> String? in
                guard let kind = record.entries[reason.name]?.kind, kind == .paper || kind == .appendix else {
                    return nil
                }
                return reason.name + part.reportingPlace
            }
            if !isWhole, let whole = wholes.first ?? nil, let index = reported[whole],
                wholes.allSatisfy({ $0.map { reported[$0] == index } ?? false })
            {
                held[index].digests.formUnion(digestsHeld)
                continue
            }
            for case let whole? in wholes where reported[whole] == nil { reported[whole] = held.count }
            held.append(HeldPart(part: part, reason: first.reason, digests: digestsHeld))
        }
        return (held, released)
    }

    /// The digests that each open part has in common with what is remembered, or marked now.
    ///
    /// - Parameter asRenamed: whether everything is compared as if it had got another identifier.
    mutating func hits(in parts: RoundParts, asRenamed: Bool = false) -> [[Hit]] {
        var hits: [[Hit]] = []
        for part in parts.open {
            let compares = asRenamed || isNew(part.identifiers)
            hits.append(
                part.fingerprints.compactMap { fingerprint in
                    if fingerprint.leavesOutIdentifiers, !compares { return nil }
                    let digest = digests.digest(of: fingerprint)
                    return entries[digest] == nil ? nil : Hit(digest: digest, kind: .fingerprint(fingerprint.kind))
                }
            )
        }
        WorkMeter.count(parts.open.count)
        if lengths.isEmpty { return hits }
        for text in parts.texts {
            let compares = asRenamed || isNew(text.identifiers)
            let scopes = text.scopes.filter { compares || !$0.leavesOutIdentifiers }
            for (offset, digest) in matches(in: text, scopes) {
                let hit = Hit(digest: digest, kind: .words, source: text.source)
                let part = text.part(at: offset)
                if !hits[part].contains(hit) { hits[part].append(hit) }
            }
        }
        return hits
    }

    /// Whether one of some identifiers was never seen before, as where something was renamed.
    private mutating func isNew(_ identifiers: [Fingerprint]) -> Bool {
        for identifier in identifiers {
            let isKnown =
                knownIdentifiers[identifier] ?? record.identifiers.contains(digests.digest(of: identifier))
            knownIdentifiers[identifier] = isKnown
            if !isKnown { return true }
        }
        return false
    }

    /// Where remembered or marked texts occur in a running text.
    private mutating func matches(in text: OpenText, _ scopes: [TextScope]) -> [(offset: Int, digest: String)] {
        let letters = text.letters.bytes
        let starts = text.letters.wordStarts
        WorkMeter.count(letters.count)
        var found: [(Int, String)] = []
        for (index, start) in starts.enumerated() where start + TextUnit.leastLettersInScope <= letters.count {
            let beginning = letters[start..<start + TextUnit.leastLettersInScope]
            let packed = beginning.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let known =
                knownBeginnings[packed] ?? lengths[digests.digest(ofBeginning: beginning), default: []].sorted()
            knownBeginnings[packed] = known
            if known.isEmpty { continue }
            let left = letters.count - start
            WorkMeter.count(known.count * scopes.count)
            for length in known where length <= left {
                if length < TextUnit.leastLetters {
                    // A short text ends where a word does: "Zanzibar bid" does not occur in "Zanzibar biddings".
                    let isWhole = length == left || starts[index...].contains(start + length, among: length)
                    if !isWhole { continue }
                    for scope in scopes {
                        let digest = digests.digest(of: letters[start..<start + length], in: scope)
                        if entries[digest] != nil { found.append((start, digest)) }
                    }
                    continue
                }
                found += longTexts(at: letters[start..<min(start + TextUnit.mostLetters, letters.count)]).map {
                    (start, $0)
                }
            }
        }
        return found
    }

    /// The digests of the long texts that some letters begin with.
    private mutating func longTexts(at letters: ArraySlice<UInt8>) -> [String] {
        if let known = knownTexts[letters] { return known }
        let probe = digests.digest(ofBeginning: letters.prefix(TextUnit.leastLetters))
        guard let longer = lengths[probe] else { return [] }
        WorkMeter.count(longer.count)
        let found = longer.sorted().filter { $0 <= letters.count }.map {
            digests.digest(of: letters.prefix($0), in: nil)
        }
        .filter { entries[$0] != nil || markedTexts[$0] != nil }
        knownTexts[letters] = found
        return found
    }

    /// Why something open cannot be public, the reason that says most with the lowest rank.
    private func reasons(for hit: Hit, in part: RoundPart) -> [(rank: Int, name: String, reason: HeldPart.Reason)] {
        let names = entries[hit.digest, default: []].sorted()
        let remembered = names.compactMap { name in record.entries[name].map { (name, $0) } }
        switch hit.kind {
        case .fingerprint(let kind):
            if stoodOpen(hit, part) { return [] }
            // A return that was exempt in one paper is exempt in every other.
            let isGone = kind == .directorate || markedCounts[hit.digest, default: 0] < record.counts[hit.digest] ?? 1
            if !isGone { return [] }
            if kind == .passage { return remembered.map { (1, $0.0, .wordsWereMarked($0.1)) } }
            return remembered.map { (0, $0.0, .lostItsMark($0.1)) }
        case .words:
            if stoodOpen(hit, part) { return [] }
            if let marked = markedTexts[hit.digest] {
                // What is exempt as a whole holds names that everybody knows, and returns say the same of themselves: no slip.
                let isWhole = marked.kind == .appendix || marked.kind == .paper
                let isCommon =
                    isWhole && hit.source == .names || marked.kind == .appendix && hit.source == .directorateReturn
                if !isCommon { return [(2, "", .wordsAreMarked(marked.location))] }
                if remembered.isEmpty { return [] }
            }
            return remembered.map { (1, $0.0, .wordsWereMarked($0.1)) }
        }
    }

    private func stoodOpen(_ hit: Hit, _ part: RoundPart) -> Bool {
        if record.open.isEmpty { return false }
        return record.open.contains(openDigest(of: hit, in: part))
    }

    /// By which it is remembered that something stood open: words by themselves, and a row by all that it says, since another may
    /// have the same title.
    func openDigest(of hit: Hit, in part: RoundPart) -> String {
        switch hit.kind {
        case .words, .fingerprint(.passage): return hit.digest
        case .fingerprint: return part.content.map { digests.digest(of: $0) } ?? hit.digest
        }
    }
}

/// Digests what is compared.
struct TextDigests {
    let key: DigestKey

    func digest(of fingerprint: Fingerprint) -> String { key.digest(of: fingerprint.canonicalText) }

    /// Of the words of a unit: one where it is looked for everywhere, else one for each scope.
    func digests(of unit: TextUnit) -> [String] {
        unit.isLong
            ? [digest(of: unit.letters[...], in: nil)] : unit.scopes.map { digest(of: unit.letters[...], in: $0) }
    }

    func digest(of letters: ArraySlice<UInt8>, in scope: TextScope?) -> String {
        key.digest(of: Array("words\u{1F}\(scope?.name ?? "")\u{1F}".utf8) + letters)
    }

    func digest(ofBeginning letters: ArraySlice<UInt8>) -> String {
        key.digest(of: Array("beginning\u{1F}".utf8) + letters)
    }

    /// How a unit begins, with the lengths to try from there: that of a short unit, and of a long one first that of its probe.
    func beginnings(of unit: TextUnit) -> [(beginning: String, length: Int)] {
        let first = digest(ofBeginning: unit.letters.prefix(TextUnit.leastLettersInScope))
        if !unit.isLong { return [(first, unit.letters.count)] }
        let probe = digest(ofBeginning: unit.letters.prefix(TextUnit.leastLetters))
        return [(first, TextUnit.leastLetters), (probe, unit.letters.count)]
    }
}

extension ArraySlice<Int> {
    /// Whether an ascending number is among the first ones.
    fileprivate func contains(_ number: Int, among count: Int) -> Bool {
        for element in prefix(count + 1) where element >= number { return element == number }
        return false
    }
}

extension RoundPart.Kind {
    /// Wholes come first: what is in one that is held back is not reported again.
    fileprivate var rank: Int {
        switch self {
        case .paper: 0
        case .appendix: 1
        case .row, .passage: 2
        }
    }
}

extension RoundPart {
    /// The file that contains it, or the return; of an appendix, the return that it is of.
    fileprivate var reportingPlace: String {
        if kind == .appendix, let appended = identifiers.first { return appended.canonicalText.reportingPlace }
        return location.file.reportingPlace
    }
}

extension String {
    fileprivate var reportingPlace: String {
        let parts = split { $0 == "/" || $0 == "\u{1F}" }
        guard let index = parts.firstIndex(of: "returns"), index + 1 < parts.count else { return self }
        return "returns/\(parts[index + 1])"
    }
}
