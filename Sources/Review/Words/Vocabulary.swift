// SPDX-License-Identifier: Apache-2.0

/// The distinct words of a review, each looked into once: a text of thousands of rows has the same words over and over.
///
/// Tokens refer to words by their numbers, so that rules compare and count words without hashing them again.
final class Vocabulary {
    /// A word, and what is known of it wherever it stands.
    struct Entry {
        let number: Int32
        /// In small letters.
        let text: String
        /// The number that the word is, from nought to ninety-nine.
        let value: Int?
        let traits: WordTraits
    }

    /// One property, so that a word asks once for exclusive access.
    private var table: WordTable

    /// - Parameter traits: those of the words that have any.
    init(traits: [String: WordTraits] = WordTraits.ofWords) { table = WordTable(traits: traits) }

    /// The entry of a word; a word that is new gets the next number.
    func entry(of scalars: ArraySlice<Unicode.Scalar>) -> Entry { table.entry(of: scalars) }
}

/// A hash table of words with open addressing.
private struct WordTable {
    let traits: [String: WordTraits]
    private var entries: [Vocabulary.Entry] = []
    private var hashes: [UInt64] = []
    /// The letters of all words, one word behind the other, in UTF-8, and where each word ends.
    private var letters: [UInt8] = []
    private var ends: [Int] = [0]
    /// The numbers of words by their hashes; at least half are empty, which are -1.
    private var slots = [Int32](repeating: -1, count: 256)
    private var word: [UInt8] = []
    /// Another one in each process, so that nobody can write words that all have one hash.
    private static let key = UInt64.random(in: .min ... .max) | 1

    init(traits: [String: WordTraits]) { self.traits = traits }

    mutating func entry(of scalars: ArraySlice<Unicode.Scalar>) -> Vocabulary.Entry {
        word.removeAll(keepingCapacity: true)
        for scalar in scalars {
            guard scalar.isASCII else {
                word = Array(String(String.UnicodeScalarView(scalars)).lowercased().utf8)
                break
            }
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            // From A to Z.
            word.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        }
        let hash = hash
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, isWord(number) { return entries[number] }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(entries.count)
        return add(hash)
    }

    /// Multiplies each letter into the hash, and folds the upper half of the product into the lower.
    private var hash: UInt64 {
        let key = Self.key
        var hash = key
        for byte in word {
            let product = (hash ^ UInt64(byte)).multipliedFullWidth(by: key)
            hash = product.high ^ product.low
        }
        return hash
    }

    private func isWord(_ number: Int) -> Bool {
        let start = ends[number]
        guard ends[number + 1] - start == word.count else { return false }
        for index in word.indices where letters[start + index] != word[index] { return false }
        return true
    }

    private mutating func add(_ hash: UInt64) -> Vocabulary.Entry {
        let text = String(decoding: word, as: UTF8.self)
        let entry = Vocabulary.Entry(
            number: Int32(entries.count),
            text: text,
            value: WordForms.number(text),
            traits: traits[text] ?? []
        )
        letters += word
        ends.append(letters.count)
        hashes.append(hash)
        entries.append(entry)
        if entries.count * 2 > slots.count { grow() }
        return entry
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }
}
