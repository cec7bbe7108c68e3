// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import UnicodeText
import WorkspaceFiles

/// How a block of the top level opens, for what a word processor does by itself and a text has by hand.
struct BlockOpening {
    enum Kind {
        case heading, paragraph, list, other
    }

    var kind: Kind
    /// The words up to the first markup.
    var text: String
    /// Whether it is a paragraph of one line that is bold from end to end and no sentence.
    var isBoldLine: Bool
    var location: SourceLocation

    /// Whether the words of a line in bold may be a heading: few, and no sentence.
    static func mayBeHeading(_ words: String) -> Bool {
        words.utf8.count <= 100 && words.last.map { !".!?:;,".contains($0) } ?? false
    }

    /// What is said of a heading that is only bold, and of numbers.
    struct Hints {
        var boldHeading: DiagnosticText
        var numberedParagraphs: DiagnosticText
    }

    /// Reports headings and paragraphs that are numbered by hand, and lines in bold that are used as headings.
    static func reportHandNumbers(
        of blocks: some Sequence<BlockOpening>,
        hints: Hints,
        to findings: DiagnosticCollector
    ) {
        var hasNumberedHeading = false
        /// Headings that open with a bare number, which may be a part of their words.
        var bareNumbers: [SourceLocation] = []
        var paragraphs: [(location: SourceLocation, number: [Int])] = []
        var bold: SourceLocation?
        for block in blocks {
            if let heading = bold, block.kind == .paragraph || block.kind == .list {
                findings.report(.boldHeading(hints.boldHeading), at: heading)
            }
            bold = block.isBoldLine ? block.location : nil
            switch block.kind {
            case .heading where block.text.opensWithLabel:
                hasNumberedHeading = true
                findings.report(.headingNumberedByHand, at: block.location)
            case .heading where block.text.opensWithBareNumber: bareNumbers.append(block.location)
            case .paragraph: block.text.paragraphNumber.map { paragraphs.append((block.location, $0)) }
            default: break
            }
        }
        if hasNumberedHeading || bareNumbers.count > 1 {
            for location in bareNumbers { findings.report(.headingNumberedByHand, at: location) }
        }
        // `2.5 million people` opens a paragraph too, but not after one that opens with 2.4.
        let areSequence = zip(paragraphs, paragraphs.dropFirst()).contains { $0.number.isFollowed(by: $1.number) }
        if areSequence {
            findings.report(
                .paragraphsNumberedByHand(paragraphs.count, hint: hints.numberedParagraphs),
                at: paragraphs[0].location
            )
        }
    }
}

extension String {
    /// Whether it opens as a heading numbered by hand does: `1. `, `2.3 `, `4) `, `A. `, `(b) `, `iv. `.
    fileprivate var opensWithLabel: Bool {
        guard let gap = firstIndex(where: \.isWhitespace), gap > startIndex else { return false }
        var label = self[..<gap]
        guard label.utf8.count <= 8 else { return false }
        if label.first?.isNumber == true {
            return label.allSatisfy { $0.isNumber || $0 == "." || $0 == ")" } && label.contains { !$0.isNumber }
        }
        let isInBrackets = label.first == "("
        if isInBrackets { label = label.dropFirst() }
        guard label.last == ")" || !isInBrackets && label.last == "." else { return false }
        label = label.dropLast()
        let isLetter = label.count == 1 && label.first?.isLetter == true
        return isLetter || !label.isEmpty && label.lowercased().allSatisfy { "ivx".contains($0) }
    }

    /// Whether it opens with a number of one or two digits before a word with a capital: `2 Progress`.
    fileprivate var opensWithBareNumber: Bool {
        let digits = prefix { $0.isASCII && $0.isNumber }
        let rest = dropFirst(digits.count)
        guard (1...2).contains(digits.count), rest.first?.isWhitespace == true else { return false }
        return rest.first { !$0.isWhitespace }?.isUppercase == true
    }

    /// The number of a paragraph that opens with one of two parts or more: 1 and 2 for `1.2 The library …`.
    fileprivate var paragraphNumber: [Int]? {
        guard let gap = firstIndex(where: \.isWhitespace) else { return nil }
        var number = self[..<gap]
        if number.last == "." || number.last == ")" { number = number.dropLast() }
        let parts = number.split(separator: ".", omittingEmptySubsequences: false).map { part in
            part.utf8.count <= 3 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        let numbers = parts.compactMap(\.self)
        return (2...4).contains(parts.count) && numbers.count == parts.count ? numbers : nil
    }
}

extension [Int] {
    /// Whether another number is the next of the same level, or the first of the next section or the level below.
    fileprivate func isFollowed(by next: [Int]) -> Bool {
        let common = zip(self, next).prefix { $0 == $1 }.count
        guard common < next.count else { return false }
        if common == count { return next[common...].allSatisfy { $0 == 1 } }
        return next[common] == self[common] + 1 && next[(common + 1)...].allSatisfy { $0 == 1 }
    }
}

extension Diagnostic.Message {
    fileprivate static var headingNumberedByHand: Self {
        Self(
            .headingNumberedByHand,
            "a heading is numbered by hand",
            hint: "delete the number: headings are numbered by the program"
        )
    }

    fileprivate static func paragraphsNumberedByHand(_ count: Int, hint: DiagnosticText) -> Self {
        Self(
            .headingNumberedByHand,
            "paragraphs are numbered by hand: \(count) from this one on",
            hint: hint
        )
    }

    fileprivate static func boldHeading(_ hint: DiagnosticText) -> Self {
        Self(
            .headingInBold,
            "a line in bold stands where a heading would",
            hint: hint
        )
    }
}
