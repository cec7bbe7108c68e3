// SPDX-License-Identifier: Apache-2.0

/// The first two bytes of some words. Few words of a text begin like one of them, and only those need to be looked up.
///
/// ```
/// let beginnings = WordBeginnings(of: ["exempt", "private"])
/// beginnings.include("price")   // true: it may be one of them
/// beginnings.include("council") // false
/// ```
package struct WordBeginnings: Sendable {
    private var pairs = [Bool](repeating: false, count: 1 << 16)
    /// Whether a word of one byte is among them, with which any text may begin.
    private var haveShortWord = false

    package init(of words: some Sequence<some StringProtocol>) {
        for word in words {
            pairs[Self.pair(of: word)] = true
            if word.utf8.dropFirst().isEmpty { haveShortWord = true }
        }
    }

    private static func pair(of word: some StringProtocol) -> Int {
        var bytes = word.utf8.makeIterator()
        return Int(bytes.next() ?? 0) << 8 | Int(bytes.next() ?? 0)
    }

    /// Whether a word may be one of them.
    package func include(_ word: String) -> Bool { pairs[Self.pair(of: word)] }

    /// Whether one of them may be somewhere in a text.
    package func occur(in text: String) -> Bool {
        if haveShortWord { return true }
        let pairs = pairs
        var last = 0
        for byte in text.utf8 {
            last = (last << 8 | Int(byte)) & 0xFFFF
            if pairs[last] { return true }
        }
        return false
    }
}
