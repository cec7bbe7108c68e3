// SPDX-License-Identifier: Apache-2.0

import UnicodeText

/// What two rows, passages or texts have in common where they are the same, however they are spaced, punctuated and capitalised.
package struct Fingerprint: Sendable, Hashable {
    /// What is compared.
    package enum Kind: String, Sendable, Hashable {
        /// A row by its return, class, unit, and the words of its action, activity or measure.
        case row
        /// A row by its return, class and reference.
        case reference
        /// A text of any length, within the paper or return that it stands in.
        case passage
        /// A text of at least ``leastLetters`` letters, wherever it stands.
        case text
        /// A paper as a whole.
        case paper
        /// A return, appended to a paper.
        case appendix
    }

    /// A text with fewer letters than these says too little to be told from others: "On target" stands everywhere.
    package static let leastLetters = 24

    package let kind: Kind
    private let parts: [String]

    private init(_ kind: Kind, _ parts: [String]) {
        self.kind = kind
        self.parts = parts
    }

    /// All of it as one text, from which a digest can be made.
    package var canonicalText: String { ([kind.rawValue] + parts).joined(separator: "\u{1F}") }

    static func row(in directorate: String, _ reportedClass: ReportedClass, unit: String?, title: String) -> Fingerprint
    {
        Fingerprint(.row, [directorate, reportedClass.rawValue, unit ?? "", title.letterSkeleton])
    }

    static func reference(_ reference: String, in directorate: String, _ reportedClass: ReportedClass) -> Fingerprint {
        Fingerprint(.reference, [directorate, reportedClass.rawValue, reference.letterSkeleton])
    }

    static func paper(_ file: String) -> Fingerprint { Fingerprint(.paper, [file]) }

    static func appendix(_ directorate: String, to file: String) -> Fingerprint {
        Fingerprint(.appendix, [file, directorate])
    }

    /// Those of a text: of all of it in its document, and, where they are long enough, of all of it and of each of its sentences anywhere.
    ///
    /// Sentences by themselves, because an unmarked passage may have been joined to the paragraph before it.
    static func texts(_ text: String, in document: String, _ field: RoundPart.Field) -> [Fingerprint] {
        let whole = text.letterSkeleton
        if whole.isEmpty { return [] }
        var fingerprints = [Fingerprint(.passage, [document, field.rawValue, whole])]
        if whole.unicodeScalars.count < leastLetters { return fingerprints }
        fingerprints.append(Fingerprint(.text, [whole]))
        let sentences = text.sentences
        if sentences.count < 2 { return fingerprints }
        for sentence in sentences {
            let words = sentence.letterSkeleton
            if words.unicodeScalars.count >= leastLetters {
                fingerprints.append(Fingerprint(.text, [words]))
            }
        }
        return fingerprints
    }
}

extension String {
    /// What ends with a full stop, an exclamation mark or a question mark, and white space behind it.
    fileprivate var sentences: [Substring] {
        var sentences: [Substring] = []
        var start = startIndex
        var ends = false
        for index in utf8.indices {
            let byte = utf8[index]
            if ends, byte == 0x20 || (0x09...0x0D).contains(byte) {
                sentences.append(self[start..<index])
                start = index
            }
            ends = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
        }
        if start < endIndex { sentences.append(self[start...]) }
        return sentences
    }
}
