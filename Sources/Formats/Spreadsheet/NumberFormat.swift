// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// How a cell shows a number or a text (ISO/IEC 29500-1, 18.8.31): `#,##0.0;[Red]-#,##0.0`, `dd/mm/yyyy;@`, `[$£-809]#,##0.00`.
///
/// A format has up to four sections: for numbers above zero, below, zero itself, and texts; or sections with conditions.
struct NumberFormat: Sendable, Hashable {
    /// What a format says of numbers that a condition holds for.
    struct Section: Sendable, Hashable {
        var condition: Condition?
        var pieces: [Piece] = []
        /// Whether it shows a date or a time.
        var isDate = false
        /// Whether it shows a text as it is.
        var showsText: Bool { pieces.contains(.text) }
    }

    /// `[>=1000]`.
    struct Condition: Sendable, Hashable {
        enum Comparison: String, Sendable {
            case less = "<", lessOrEqual = "<=", more = ">", moreOrEqual = ">=", equal = "=", unequal = "<>"
        }

        var comparison: Comparison
        var limit: Double

        func holds(for value: Double) -> Bool {
            switch comparison {
            case .less: value < limit
            case .lessOrEqual: value <= limit
            case .more: value > limit
            case .moreOrEqual: value >= limit
            case .equal: value == limit
            case .unequal: value != limit
            }
        }
    }

    /// A part of a section.
    enum Piece: Sendable, Hashable {
        case literal(String)
        /// A place for a digit: `0` is always shown, `#` and `?` only where there is one.
        case digit(always: Bool)
        case point
        case comma
        case percent
        /// `E+00`; the places of its digits follow.
        case exponent(showsPlus: Bool)
        /// The stroke of a fraction.
        case stroke
        case general
        case text
        case date(DatePart)
    }

    /// A part of a date or a time, with the number of its letters.
    enum DatePart: Sendable, Hashable {
        case year(Int), month(Int), day(Int), hour(Int), minute(Int), second(Int)
        /// Digits behind the second.
        case fraction(Int)
        /// `AM/PM`, or `A/P`.
        case halfOfDay(isShort: Bool)
        /// Hours, minutes or seconds in all: `[h]`.
        case hoursInAll(Int), minutesInAll(Int), secondsInAll(Int)
    }

    let sections: [Section]
    /// Whether a text is shown as it is: nearly every format leaves texts alone, and most cells are texts.
    private(set) var leavesTexts = true

    /// The format of a cell that has none.
    static let general = NumberFormat("General")

    init(_ code: String) {
        guard (1...Limits.longestNumberFormat).contains(code.utf8.count) else {
            sections = [Section(pieces: [.general])]
            return
        }
        var parser = NumberFormatParser(code)
        sections = Array(parser.sections().prefix(4))
        leavesTexts = shown("x") == "x"
    }

    /// The sections for numbers: the last of several is for texts if it shows one, as in `0.0;@`.
    private var numericSections: ArraySlice<Section> {
        guard sections.count > 1, let last = sections.last else { return sections[...] }
        return sections.count == 4 || last.showsText ? sections.dropLast() : sections[...]
    }

    /// The section that shows a number, and whether it says itself that the number is below zero.
    func section(for value: Double) -> (section: Section, hidesSign: Bool)? {
        let numeric = numericSections
        if numeric.contains(where: { $0.condition != nil }) {
            // A section without a condition is for what the others are not for.
            let fitting =
                numeric.first { $0.condition?.holds(for: value) ?? false } ?? numeric.last { $0.condition == nil }
            return fitting.map { section in
                let isBelowZero = section.condition.map {
                    $0.limit <= 0 && ($0.comparison == .less || $0.comparison == .lessOrEqual)
                }
                return (section, isBelowZero ?? false)
            }
        }
        switch numeric.count {
        case 1: return (numeric[0], false)
        case 2: return value < 0 ? (numeric[1], true) : (numeric[0], false)
        default: return value < 0 ? (numeric[1], true) : (value == 0 ? numeric[2] : numeric[0], false)
        }
    }

    /// Whether a number is shown as a date or a time.
    func showsDate(_ value: Double) -> Bool { section(for: value)?.section.isDate ?? false }

    /// A text as a cell shows it.
    func shown(_ text: String) -> String {
        let section = sections.count == 4 ? sections[3] : sections.last { $0.showsText }
        guard let section else { return text }
        return section.pieces.map { piece in
            switch piece {
            case .literal(let words): words
            case .text, .general: text
            default: ""
            }
        }.joined()
    }

    /// The formats that every workbook has, by their numbers, as Excel shows them in Britain.
    static func builtIn(_ number: Int) -> String? {
        switch number {
        case 0: "General"
        case 1: "0"
        case 2: "0.00"
        case 3: "#,##0"
        case 4: "#,##0.00"
        case 5, 6: "\"£\"#,##0;-\"£\"#,##0"
        case 7, 8: "\"£\"#,##0.00;-\"£\"#,##0.00"
        case 9: "0%"
        case 10: "0.00%"
        case 11: "0.00E+00"
        case 12: "# ?/?"
        case 13: "# ??/??"
        case 14, 27...36, 50...58: "dd/mm/yyyy"
        case 15: "d-mmm-yy"
        case 16: "d-mmm"
        case 17: "mmm-yy"
        case 18: "h:mm AM/PM"
        case 19: "h:mm:ss AM/PM"
        case 20: "h:mm"
        case 21: "h:mm:ss"
        case 22: "dd/mm/yyyy hh:mm"
        case 37, 38: "#,##0;-#,##0"
        case 39, 40: "#,##0.00;-#,##0.00"
        case 41: "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-"
        case 42: "_-\"£\"* #,##0_-;-\"£\"* #,##0_-;_-\"£\"* \"-\"_-;_-@_-"
        case 43: "_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-"
        case 44: "_-\"£\"* #,##0.00_-;-\"£\"* #,##0.00_-;_-\"£\"* \"-\"??_-;_-@_-"
        case 45: "mm:ss"
        case 46: "[h]:mm:ss"
        case 47: "mm:ss.0"
        case 48: "##0.0E+0"
        case 49: "@"
        default: nil
        }
    }
}
