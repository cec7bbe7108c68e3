// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// The words of a dictionary of Hunspell that are right for certain, found without Hunspell.
///
/// Opening a dictionary with Hunspell and closing it again takes some 80 milliseconds, which is more than all else that a check of a round does,
/// and a round without a mistake needs it for nothing: its words stand in the file, with one suffix and one prefix at most, which is all that
/// is tried here. What is not found may be right all the same, in ways that only Hunspell knows.
///
/// ```
/// let words = WordList(language: "en-GB")
/// words?.holds("programmes")
/// ```
package struct WordList: Sendable {
    /// The file of words: a line for each, with its flags behind a stroke.
    private let lines: [UInt8]
    private let affixes: AffixRules
    /// The lines by the hashes of their words, each the offset of a line and one, with open addressing; zero where there is none.
    private var slots: [UInt32]

    /// Reads the dictionary of a language.
    ///
    /// - Parameters:
    ///   - language: a BCP 47 tag.
    ///   - folder: where the dictionaries are.
    /// - Returns: `nil` if there is none for the language, or one that is not understood.
    package init?(language: String, folder: String = "/usr/share/hunspell") {
        guard let files = DictionaryFiles(language: language, folder: folder),
            let rules = FileManager.default.contents(atPath: files.affixes),
            let words = FileManager.default.contents(atPath: files.words), words.count < Int(UInt32.max)
        else { return nil }
        self.init(rules: Array(rules), words: Array(words))
    }

    /// - Returns: `nil` for rules that are not understood.
    init?(rules: [UInt8], words: [UInt8]) {
        guard let affixes = AffixRules(rules) else { return nil }
        self.affixes = affixes
        lines = words
        // A line has twelve bytes on average: half of the slots stay empty at the least.
        var capacity = 1024
        while capacity < words.count / 5 { capacity *= 2 }
        slots = [UInt32](repeating: 0, count: capacity)
        // The first line says how many there are.
        var index = (words.firstIndex(of: 0x0A) ?? words.endIndex) + 1
        var count = 0
        while index < words.count {
            let start = index
            var hash = Self.seed
            while index < words.count {
                let byte = words[index]
                // Nearly all are letters, which are above the stroke.
                if byte <= UInt8(ascii: "/"), byte.endsWord { break }
                hash = Self.hash(hash, byte)
                index += 1
            }
            if index > start {
                count += 1
                // Of lines far shorter than those of a language.
                if count > capacity / 2 { return nil }
                var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (capacity - 1)
                while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
                slots[slot] = UInt32(start + 1)
            }
            while index < words.count, words[index] != 0x0A { index += 1 }
            index += 1
        }
    }

    /// Whether a word is right for certain, in this form and with these capitals.
    package func holds(_ word: String) -> Bool {
        var letters: [UInt8] = []
        letters.reserveCapacity(word.utf8.count)
        for scalar in word.unicodeScalars {
            // Hunspell takes points off the end of words.
            if scalar == "." { return false }
            if scalar.isASCII, !affixes.convertsASCII {
                letters.append(UInt8(truncatingIfNeeded: scalar.value))
            } else if let other = affixes.conversions[scalar] {
                letters += other
            } else {
                letters += Array(scalar.utf8)
            }
        }
        return holds(letters)
    }

    /// Of more hyphens only Hunspell says whether a word is broken.
    private static let mostHyphens = 3

    private func holds(_ word: [UInt8]) -> Bool {
        let entries = entries(of: word[...])
        if !entries.isEmpty { return !entries.contains(where: isReserved) }
        // Conditions are of letters, not of bytes.
        guard word.allSatisfy({ $0 < 0x80 }) else { return false }
        if hasSuffix(word, beside: nil) || hasPrefix(word) { return true }
        guard affixes.breaksAtHyphens else { return false }
        let parts = word.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.count > 1 && parts.count <= Self.mostHyphens + 1
            && parts.allSatisfy { !$0.isEmpty && holds(Array($0)) }
    }

    // MARK: - Affixes

    /// Whether a word is one of the list with a suffix.
    ///
    /// - Parameter prefix: the flag of the prefix that was taken off, which the word must have too.
    private func hasSuffix(_ word: [UInt8], beside prefix: UInt8?) -> Bool {
        guard let last = word.last else { return false }
        return affixes.suffixes[Int(last)].contains { suffix in
            guard word.count > suffix.added.count, word.hasSuffix(suffix.added) else { return false }
            let base = Array(word.dropLast(suffix.added.count)) + suffix.stripped
            let rules = suffix.rules.filter { rule in
                (prefix == nil || rule.combines) && rule.condition.count <= base.count
                    && zip(base.suffix(rule.condition.count), rule.condition).allSatisfy { $1.contains($0) }
            }
            if rules.isEmpty { return false }
            return entries(of: base[...]).contains { flags in
                !isReserved(flags) && (prefix == nil || prefix.map(lines[flags].contains) == true)
                    && rules.contains { lines[flags].contains($0.flag) }
            }
        }
    }

    /// Whether a word is one of the list with a prefix, and perhaps a suffix.
    private func hasPrefix(_ word: [UInt8]) -> Bool {
        affixes.prefixes.contains { prefix in
            guard word.count > prefix.added.count, word.starts(with: prefix.added) else { return false }
            let base = prefix.stripped + word.dropFirst(prefix.added.count)
            let entries = entries(of: base[...])
            return prefix.rules.contains { rule in
                guard rule.condition.count <= base.count,
                    zip(base, rule.condition).allSatisfy({ $1.contains($0) })
                else { return false }
                return entries.contains { !isReserved($0) && lines[$0].contains(rule.flag) }
                    || rule.combines && hasSuffix(base, beside: rule.flag)
            }
        }
    }

    private func isReserved(_ flags: Range<Int>) -> Bool { lines[flags].contains { affixes.isReserved[Int($0)] } }

    // MARK: - Looking up

    /// The flags of each line of a word: some words have several.
    private func entries(of word: ArraySlice<UInt8>) -> [Range<Int>] {
        if word.isEmpty { return [] }
        let hash = word.reduce(Self.seed, Self.hash)
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
        var entries: [Range<Int>] = []
        while slots[slot] != 0 {
            let start = Int(slots[slot]) - 1
            let end = start + word.count
            if end <= lines.count, lines[start..<end].elementsEqual(word), end == lines.count || lines[end].endsWord {
                var last = end
                if last < lines.count, lines[last] == UInt8(ascii: "/") {
                    while last < lines.count, !lines[last].endsFlags { last += 1 }
                }
                entries.append(min(end + 1, last)..<last)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return entries
    }

    /// Of FNV-1a, in 64 bits.
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

extension UInt8 {
    /// Whether it ends flags in a line: what follows white space says something of a word.
    fileprivate var endsFlags: Bool { self == 0x09 || self == 0x0A || self == 0x0D || self == 0x20 }

    /// Whether it ends a word in a line. A word may have spaces.
    fileprivate var endsWord: Bool { self == UInt8(ascii: "/") || self == 0x09 || self == 0x0A || self == 0x0D }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ ending: [UInt8]) -> Bool {
        count >= ending.count && self[(count - ending.count)...].elementsEqual(ending)
    }
}
