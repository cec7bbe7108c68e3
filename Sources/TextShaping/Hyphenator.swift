// SPDX-License-Identifier: Apache-2.0

import CHyphen

/// Owns the hyphenation patterns of a language.
///
/// Only words in lower case are divided: a capital begins a name, and capitals alone are a code.
final class Hyphenator {
    private let patterns: UnsafeMutablePointer<HyphenDict>
    private var known: [Substring: [Int]] = [:]

    /// Reads the patterns that Debian's packages `hyphen-…` install.
    ///
    /// - Parameter language: a BCP 47 tag.
    /// - Returns: `nil` if there are none for the language.
    init?(language: String) {
        let name = language.map { $0 == "-" ? "_" : $0 }
        guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }),
            let patterns = hnj_hyphen_load("/usr/share/hyphen/hyph_\(String(name)).dic")
        else { return nil }
        self.patterns = patterns
    }

    deinit { hnj_hyphen_free(patterns) }

    /// The number of bytes of a word before each place at which a hyphen may divide it.
    ///
    /// - Parameter word: may have punctuation at either end.
    func points(in word: Substring) -> [Int] {
        if let known = known[word] { return known }
        let points = find(in: word)
        known[Substring(String(word))] = points
        return points
    }

    private func find(in word: Substring) -> [Int] {
        let bytes = Array(word.utf8)
        guard let first = bytes.firstIndex(where: \.isSmallLetter), let last = bytes.lastIndex(where: \.isSmallLetter),
            bytes[first...last].allSatisfy(\.isSmallLetter), bytes[..<first].allSatisfy(\.isPunctuation),
            bytes[(last + 1)...].allSatisfy(\.isPunctuation), last - first >= fewestLetters - 1
        else { return [] }
        let letters = bytes[first...last].map { CChar(bitPattern: $0) }
        var marks = [CChar](repeating: 0, count: letters.count + 5)
        // For spellings that change at a hyphen, which English does not have.
        var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        var positions: UnsafeMutablePointer<Int32>?
        var cuts: UnsafeMutablePointer<Int32>?
        let failed = hnj_hyphen_hyphenate2(
            patterns,
            letters,
            Int32(clamping: letters.count),
            &marks,
            nil,
            &replacements,
            &positions,
            &cuts
        )
        if failed != 0 || replacements != nil { return [] }
        return (fewestBefore..<letters.count - fewestAfter + 1).filter { marks[$0 - 1] & 1 == 1 }.map { first + $0 }
    }
}

/// The length of the shortest word that is divided.
private let fewestLetters = 6
private let fewestBefore = 2
private let fewestAfter = 3

extension UInt8 {
    fileprivate var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }

    fileprivate var isPunctuation: Bool { "()[]'\".,;:!?".utf8.contains(self) }
}
