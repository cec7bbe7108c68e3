// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Finds the spaces of a text that have no business there, of which there is exactly one right answer.
///
/// What is not looked at: spaces at the beginning of a line, which Markdown gives a meaning, and two behind a full stop, which is a habit and no slip.
struct SpaceScanner {
    /// What is wrong with a space.
    enum Fault: Equatable {
        /// More than one between two words.
        case several
        /// One before a mark that follows its word.
        case beforeMark(Character)
        /// One at which no line may end, between two words that may well be divided.
        case unbreakable
        /// At the end of a cell.
        case trailing
    }

    /// A fault and the words around it, as they are and as they should be.
    struct Finding: Equatable {
        let fault: Fault
        /// The offset of the first scalar of the words.
        let offset: Int
        let replacement: Replacement
    }

    private let scalars: [Unicode.Scalar]
    /// Whether nothing but its words is in it: the end of a cell has no meaning.
    private let isCell: Bool
    private(set) var findings: [Finding] = []

    private static let marks: Set<Unicode.Scalar> = [",", ".", ";", ":", "?", "!"]
    private static let closing: Set<Unicode.Scalar> = ["*", "_", "\"", "'", "”", "’", ")", "]"]
    /// The longest words that are taken up into the words around a fault.
    private static let longestWord = 40
    /// The fewest letters of a word beside which a space at which no line may end is no courtesy to a title or a unit.
    private static let fewestLetters = 4

    /// - Parameters:
    ///   - line: of a text, or all of a cell.
    ///   - passesOverMarks: whether a space before a mark is right, as in French.
    init(_ line: some StringProtocol, isCell: Bool = false, passesOverMarks: Bool = false) {
        scalars = Array(line.unicodeScalars)
        self.isCell = isCell
        var index = scalars.firstIndex { !Self.isSpace($0) } ?? scalars.count
        var depth = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == "{" { depth += 1 }
            if scalar == "}" { depth = max(0, depth - 1) }
            guard Self.isSpace(scalar) else {
                index += 1
                continue
            }
            let end = scalars[index...].firstIndex { !Self.isSpace($0) } ?? scalars.count
            // What is in braces is for the program.
            if depth == 0 { judge(index..<end, passesOverMarks: passesOverMarks) }
            index = end
        }
    }

    /// Whether bytes may hold a fault: most lines need no more than this.
    static func mayHold(_ bytes: some Collection<UInt8>) -> Bool {
        var last: UInt8 = 0
        for byte in bytes {
            if last == 0x20 {
                switch byte {
                case 0x20, 0x2C, 0x2E, 0x3B, 0x3A, 0x3F, 0x21, 0xC2, 0x0A, 0x0D, 0x1F, 0x22, 0x09: return true
                default: break
                }
            } else if last == 0xC2, byte == 0xA0 {
                return true
            }
            last = byte
        }
        return last == 0x20
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{A0}" }

    private mutating func judge(_ spaces: Range<Int>, passesOverMarks: Bool) {
        let before = word(endingAt: spaces.lowerBound)
        guard let last = scalars[before].last else { return }
        guard spaces.upperBound < scalars.count else {
            if isCell { add(.trailing, before.lowerBound..<spaces.upperBound, by: before) }
            return
        }
        let after = word(beginningAt: spaces.upperBound)
        let next = scalars[spaces.upperBound]
        if Self.marks.contains(next) {
            let isAlone = after.count == 1
            let isOneOfSeveral = scalars[spaces.upperBound + 1..<scalars.count].first { !Self.isSpace($0) } == next
            guard isAlone, !isOneOfSeveral, !passesOverMarks,
                last.properties.isAlphabetic || last.properties.numericType != nil || last == ")" || last == "%"
            else { return }
            return add(.beforeMark(Character(next)), before.lowerBound..<after.upperBound, by: before, after)
        }
        if scalars[before].allSatisfy({ !$0.properties.isAlphabetic && $0.properties.numericType == nil }) { return }
        if spaces.count > 1 {
            // Behind a full stop it is a habit.
            let end = scalars[before].last { !Self.closing.contains($0) }
            if let end, [".", "?", "!"].contains(end) { return }
            let words = before.lowerBound..<after.upperBound
            return add(.several, words, by: before, with: " ", after)
        }
        if scalars[spaces.lowerBound] == "\u{A0}", isPlainWord(before), isPlainWord(after) {
            add(.unbreakable, before.lowerBound..<after.upperBound, by: before, with: " ", after)
        }
    }

    private func isPlainWord(_ range: Range<Int>) -> Bool {
        range.count >= Self.fewestLetters && scalars[range].allSatisfy(\.properties.isLowercase)
    }

    private func word(endingAt end: Int) -> Range<Int> {
        var start = end
        while start > 0, end - start < Self.longestWord, !Self.isSpace(scalars[start - 1]) { start -= 1 }
        return start..<end
    }

    private func word(beginningAt start: Int) -> Range<Int> {
        var end = start
        while end < scalars.count, end - start < Self.longestWord, !Self.isSpace(scalars[end]) { end += 1 }
        return start..<end
    }

    private mutating func add(
        _ fault: Fault,
        _ words: Range<Int>,
        by before: Range<Int>,
        with space: String = "",
        _ after: Range<Int> = 0..<0
    ) {
        let right = text(before) + space + text(after)
        findings.append(
            Finding(fault: fault, offset: words.lowerBound, replacement: Replacement(of: text(words), by: right))
        )
    }

    private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
}
