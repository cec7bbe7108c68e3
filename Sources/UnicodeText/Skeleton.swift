// SPDX-License-Identifier: Apache-2.0

import CGLib

extension StringProtocol {
    /// The text reduced to what a reader takes it for: two texts that look or sound alike have the same skeleton.
    ///
    /// In the manner of UTS #39: compatibility decomposition (NFKD), without default-ignorable characters, control characters and
    /// combining marks, letters of other scripts that look like Latin ones replaced by these, in lower case. White space becomes
    /// single spaces, with none at the ends.
    ///
    /// ```
    /// "\u{415}XEM\u{AD}PT  3".skeleton  // "exempt 3", though the E is Cyrillic
    /// ```
    package var skeleton: String { Skeleton(of: self, keepsSigns: true).text }

    /// The letters and digits of the skeleton, or all of the skeleton where it has none.
    ///
    /// For telling whether two texts say the same, however they are spaced and punctuated.
    package var letterSkeleton: String {
        let letters = Skeleton(of: self, keepsSigns: false).text
        return letters.isEmpty ? skeleton : letters
    }
}

/// The letters and digits of one text or of several in a row, reduced as ``Swift/StringProtocol/letterSkeleton`` does, with the places
/// where words begin.
///
/// For finding words of one text in another, however both are spaced and punctuated:
///
/// ```swift
/// var run = LetterRun("The wall opened (Offer")
/// run.append("withdrawn).")
/// run.wordStarts  // 0, 3, 7, 13, 18
/// ```
package struct LetterRun: Sendable, Hashable {
    /// In UTF-8.
    package private(set) var bytes: [UInt8] = []
    /// Offsets in ``bytes``, in order.
    package private(set) var wordStarts: [Int] = []

    package init() {}

    /// The letters of a text, as if they had been appended one after another.
    package init(_ text: some StringProtocol) { append(text) }

    /// Adds a text, with which a word begins.
    package mutating func append(_ text: some StringProtocol) {
        let skeleton = Skeleton(of: text, keepsSigns: false)
        let end = bytes.count
        wordStarts += skeleton.wordStarts.map { $0 + end }
        bytes += skeleton.bytes
    }
}

/// Builds a skeleton byte by byte: nearly all text is ASCII, for which nothing has to be looked up.
private struct Skeleton {
    /// Whether white space and punctuation are kept.
    private let keepsSigns: Bool
    private(set) var bytes: [UInt8] = []
    /// Where words begin, as offsets in ``bytes``.
    private(set) var wordStarts: [Int] = []
    private var isSpaced = false
    /// Whether something other than a letter comes before the next letter.
    private var isBroken = true

    init(of text: some StringProtocol, keepsSigns: Bool) {
        self.keepsSigns = keepsSigns
        var others: [UInt8] = []
        for byte in text.utf8 {
            if byte >= 0x80 {
                others.append(byte)
                continue
            }
            if !others.isEmpty {
                append(decomposing: others)
                others.removeAll(keepingCapacity: true)
            }
            append(ascii: byte)
        }
        if !others.isEmpty { append(decomposing: others) }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    private mutating func append(ascii byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(byte | 0x20)
        case 0x20, 0x09...0x0D:
            isSpaced = true
            isBroken = true
        case 0x21...0x7E:
            if keepsSigns { append(byte) }
            isBroken = true
        default: isBroken = true
        }
    }

    private mutating func append(_ byte: UInt8) {
        if isSpaced, keepsSigns, !bytes.isEmpty { bytes.append(0x20) }
        isSpaced = false
        if isBroken { wordStarts.append(bytes.count) }
        isBroken = false
        bytes.append(byte)
    }

    /// Adds what is not ASCII.
    private mutating func append(decomposing run: [UInt8]) {
        for scalar in Self.decomposed(run).unicodeScalars {
            if scalar.isASCII {
                append(ascii: UInt8(scalar.value))
                continue
            }
            if let latin = Lookalikes.latin[scalar] {
                append(ascii: UInt8(latin.value))
                continue
            }
            let properties = scalar.properties
            if properties.isWhitespace {
                isSpaced = true
                isBroken = true
                continue
            }
            switch properties.generalCategory {
            case .nonspacingMark: continue
            case .control:
                isBroken = true
                continue
            default:
                // A word may begin at U+200B; that one seems to begin at a soft hyphen does no harm.
                if properties.isDefaultIgnorableCodePoint {
                    isBroken = true
                    continue
                }
            }
            if !keepsSigns, !properties.isAlphabetic, properties.numericType == nil {
                isBroken = true
                continue
            }
            for byte in properties.lowercaseMapping.utf8 { append(byte) }
        }
    }

    /// The compatibility decomposition (NFKD).
    private static func decomposed(_ run: [UInt8]) -> String {
        let text = String(decoding: run, as: UTF8.self)
        return text.withCString { characters in
            guard let decomposed = g_utf8_normalize(characters, -1, G_NORMALIZE_ALL) else { return text }
            defer { g_free(decomposed) }
            return String(cString: decomposed)
        }
    }
}
