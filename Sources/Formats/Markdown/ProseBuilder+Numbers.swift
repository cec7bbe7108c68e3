// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import UnicodeText
import WorkspaceFiles

/// What a word processor does by itself and a text has by hand: numbers of headings and paragraphs, headings that are only bold.
extension ProseBuilder {
    /// Reports headings and paragraphs that are numbered by hand.
    func reportHandNumbers(of nodes: some Sequence<MarkdownNode>) {
        var hasNumberedHeading = false
        /// Headings that open with a bare number, which may be a part of their words.
        var bareNumbers: [MarkdownNode] = []
        var paragraphs: [(node: MarkdownNode, number: [Int])] = []
        var bold: MarkdownNode?
        for node in nodes {
            let text = node.openingText
            if let heading = bold, node.kind == .paragraph || node.kind == .list {
                findings.report(.boldHeading, at: location(of: heading))
            }
            bold = node.isBoldLine ? node : nil
            switch node.kind {
            case .heading where text.opensWithLabel:
                hasNumberedHeading = true
                findings.report(.headingNumberedByHand, at: location(of: node))
            case .heading where text.opensWithBareNumber: bareNumbers.append(node)
            case .paragraph: text.paragraphNumber.map { paragraphs.append((node, $0)) }
            default: break
            }
        }
        if hasNumberedHeading || bareNumbers.count > 1 {
            for node in bareNumbers { findings.report(.headingNumberedByHand, at: location(of: node)) }
        }
        // `2.5 million people` opens a paragraph too, but not after one that opens with 2.4.
        let areSequence = zip(paragraphs, paragraphs.dropFirst()).contains { $0.number.isFollowed(by: $1.number) }
        if areSequence {
            findings.report(.paragraphsNumberedByHand(paragraphs.count), at: location(of: paragraphs[0].node))
        }
    }
}

extension MarkdownNode {
    /// The text with which it opens, up to the first markup.
    fileprivate var openingText: String { children.prefix { $0.kind == .text }.map(\.literal).joined() }

    /// Whether it is a paragraph of one line that is bold from end to end and no sentence.
    fileprivate var isBoldLine: Bool {
        guard kind == .paragraph, line == lastLine else { return false }
        let parts = children.filter { $0.kind != .text || !$0.literal.isBlank }
        guard parts.count == 1, parts[0].kind == .strong else { return false }
        let words = parts[0].openingText
        return words.utf8.count <= 100 && words.last.map { !".!?:;,".contains($0) } ?? false
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

    fileprivate static func paragraphsNumberedByHand(_ count: Int) -> Self {
        Self(
            .headingNumberedByHand,
            "paragraphs are numbered by hand: \(count) from this one on",
            hint:
                "delete the numbers: a layout with `paragraphs: true` numbers them; a title is a heading, `# Introduction`"
        )
    }

    fileprivate static var boldHeading: Self {
        Self(
            .headingInBold,
            "a line in bold stands where a heading would",
            hint:
                "if it is one, write `# ` before it in place of the asterisks: only a heading is found by a screen reader"
        )
    }
}
