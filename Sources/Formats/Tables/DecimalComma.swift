// SPDX-License-Identifier: Apache-2.0

extension DataRow {
    /// The text of a column that holds a figure, as ``text(_:)`` returns it, with a point for a decimal comma.
    ///
    /// Where semicolons or tabs separate the fields of a file, the computer that wrote it may have a comma for the decimal point. A comma
    /// before three digits separates thousands all the same.
    package func figure(_ column: DataColumn) -> String {
        let text = text(column)
        return source.hasDecimalCommas && text.utf8.contains(UInt8(ascii: ",")) ? text.withDecimalPoints : text
    }
}

extension String {
    /// The text with each number that has a decimal comma as it is written in English: `33.5` for `33,5`, and `1,234.5` for `1.234,5`.
    var withDecimalPoints: String {
        var result = ""
        var rest = Substring(self)
        while let start = rest.firstIndex(where: \.isFigure) {
            result += rest[..<start]
            let number = rest[start...].prefix { $0.isFigure || $0 == "," || $0 == "." }
            result += number.englishNumber
            rest = rest[number.endIndex...]
        }
        return result + rest
    }
}

extension Substring {
    /// A number in English if it is one with a decimal comma, or else as it is.
    fileprivate var englishNumber: String {
        let halves = split(separator: ",", omittingEmptySubsequences: false)
        guard halves.count == 2, halves[1].allSatisfy(\.isFigure), !halves[1].isEmpty else { return String(self) }
        let groups = halves[0].split(separator: ".", omittingEmptySubsequences: false)
        let areThousands =
            groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isFigure) }
        guard areThousands || groups.count == 1 && halves[1].count != 3 else { return String(self) }
        return groups.joined(separator: ",") + "." + halves[1]
    }
}

extension Character {
    fileprivate var isFigure: Bool { isASCII && isNumber }
}
