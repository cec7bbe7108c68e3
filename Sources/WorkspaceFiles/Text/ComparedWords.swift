// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// Lines of a file, or rows of a sheet, as words are searched for in them: letters, digits and the points between digits, in small letters.
///
/// Markdown, quotation marks and the ends of lines come between words that an officer copies from a paper, and make no difference. A figure
/// does: `5.13` is not `51.3`.
struct ComparedWords {
    /// A position in the file: a line and a column, both from one.
    typealias Position = (line: Int, column: Int)

    private var scalars: [Unicode.Scalar] = []
    private var positions: [Position] = []

    /// The words of a text without positions.
    init(_ text: String) {
        let all = Array(text.unicodeScalars)
        append(all, at: all.indices.map { (1, $0 + 1) })
    }

    /// The words of lines of a text.
    init(_ text: SourceText, lines wanted: Range<Int>, index: LineIndex) {
        for line in wanted {
            guard let range = index.range(line) else { break }
            let bytes = text.bytes[range]
            WorkMeter.count(bytes.count)
            let all = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
            guard text.sheet != nil else {
                append(all, at: all.indices.map { (line, $0 + 1) })
                continue
            }
            var column = 1
            append(
                all,
                at: all.map { scalar in
                    if scalar.value == UInt32(SourceText.Sheet.cellEnd) { column += 1 }
                    return (line, column)
                }
            )
        }
    }

    private mutating func append(_ all: [Unicode.Scalar], at places: [Position]) {
        for (index, scalar) in all.enumerated() {
            let isKept =
                scalar.isCompared
                || (scalar == "." || scalar == ",") && index > 0 && index + 1 < all.count
                    && all[index - 1].isDigit && all[index + 1].isDigit
            guard isKept else { continue }
            let lower = scalar.isASCII ? scalar.lowercasedASCII : nil
            for small in lower.map({ [$0] }) ?? Array(scalar.properties.lowercaseMapping.unicodeScalars) {
                scalars.append(small)
                positions.append(places[index])
            }
        }
    }

    /// Whether there is nothing to compare.
    var isEmpty: Bool { scalars.isEmpty }

    /// The letters and digits as one text.
    var string: String { String(String.UnicodeScalarView(scalars)) }

    /// Where words begin and end, each time that they are there.
    func occurrences(of words: ComparedWords) -> [ClosedRange<Int>] {
        let wanted = words.scalars
        guard let first = wanted.first, wanted.count <= scalars.count else { return [] }
        WorkMeter.count(scalars.count)
        var found: [ClosedRange<Int>] = []
        var start = 0
        while start + wanted.count <= scalars.count {
            if scalars[start] == first, scalars[start..<(start + wanted.count)].elementsEqual(wanted) {
                if isWhole(start, wanted.count) { found.append(start...(start + wanted.count - 1)) }
                start += wanted.count
            } else {
                start += 1
            }
        }
        return found
    }

    /// Whether no number goes on beyond either end: `NI 7` is not the beginning of `NI 75`.
    private func isWhole(_ start: Int, _ count: Int) -> Bool {
        func joins(_ left: Int, _ right: Int) -> Bool {
            scalars.indices.contains(left) && scalars.indices.contains(right)
                && scalars[left].isInNumber && scalars[right].isInNumber
                && positions[left].line == positions[right].line
                && positions[left].column + 1 >= positions[right].column
        }
        return !joins(start - 1, start) && !joins(start + count - 1, start + count)
    }

    /// Whether a position is within a range of the words.
    func covers(_ range: ClosedRange<Int>, _ line: Int, _ column: Int) -> Bool {
        let (first, last) = (positions[range.lowerBound], positions[range.upperBound])
        return first <= (line, column) && (line, column) <= last
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

    fileprivate var isInNumber: Bool { isDigit || self == "." || self == "," }

    /// Whether it is a letter or a digit.
    fileprivate var isCompared: Bool {
        isASCII
            ? isDigit || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
            : properties.isAlphabetic || properties.numericType != nil
    }

    fileprivate var lowercasedASCII: Unicode.Scalar? {
        ("A"..."Z").contains(self) ? Unicode.Scalar(value + 32) : self
    }
}
