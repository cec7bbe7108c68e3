// SPDX-License-Identifier: Apache-2.0

import Formats
import Monitoring

/// Makes cells of a workbook from texts of a return, so that they show what the text says.
enum CellContents {
    /// The cell of a text in a column of dates: a day, or a month, where it is one.
    static func date(_ text: String) -> WorkbookContents.Cell {
        guard !text.isEmpty else { return .empty }
        switch try? DateReader(alsoMonthsAndYears: true).date(text) {
        case .day(let date)?: return .date(date)
        case .month(let year, let month)?:
            return CalendarDate(year: year, month: month, day: 1).map { .month($0) } ?? .text(text)
        case .year?, nil: return .text(text)
        }
    }

    /// The cell of a text in a column of figures: a number where a number format shows it as it is written.
    static func figure(_ text: String) -> WorkbookContents.Cell {
        guard !text.isEmpty else { return .empty }
        guard let number = PlainNumber(text) else { return .text(text) }
        return .number(number.value, format: number.format)
    }

    /// The cell of any other text.
    static func text(_ text: String) -> WorkbookContents.Cell { text.isEmpty ? .empty : .text(text) }
}

/// A number that a spreadsheet can keep as such: digits with thousands or without them, decimals, and a per cent sign.
private struct PlainNumber {
    let value: Double
    /// The number format that shows it as it was written.
    let format: String

    init?(_ text: String) {
        var rest = text.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest.removeFirst() }
        let isPercentage = rest.last == UInt8(ascii: "%")
        if isPercentage { rest.removeLast() }
        let halves = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let whole = halves.first, halves.count <= 2 else { return nil }
        let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        let decimals = halves.count == 2 ? halves[1] : rest[rest.endIndex...]
        guard let first = groups.first, !first.isEmpty, groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups.count == 1 || first.count <= 3, first.count == 1 || first.first != UInt8(ascii: "0"),
            halves.count == 1 || !decimals.isEmpty,
            (groups + [decimals]).joined().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            // A spreadsheet keeps fifteen digits of a number.
            whole.count + decimals.count <= 15,
            // `0,123` and `-0` would be shown otherwise.
            groups.count == 1 || first.first != UInt8(ascii: "0"),
            let digits = Int(String(decoding: Array(groups.joined()) + decimals, as: UTF8.self)),
            !isNegative || digits > 0
        else { return nil }
        // Divided once: 56.4% is 0.564, and not 0.5639999999999999.
        let places = decimals.count + (isPercentage ? 2 : 0)
        let power = (0..<places).reduce(1.0) { power, _ in power * 10 }
        value = Double(isNegative ? -digits : digits) / power
        format =
            (groups.count > 1 ? "#,##0" : "0")
            + (decimals.isEmpty ? "" : "." + String(repeating: "0", count: decimals.count)) + (isPercentage ? "%" : "")
    }
}
