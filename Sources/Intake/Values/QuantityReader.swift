// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Monitoring
import ResourceLimits
import UnicodeText

/// Reads a number as an officer writes it: `2,055`, `68.69%`, `£2.745m`, `33.5 days`.
package struct QuantityReader {
    package init() {}

    /// The units as they are printed; the singular of a word is a unit too.
    static let units = [
        "%", "points", "days", "working days", "weeks", "months", "years", "hours", "minutes", "seconds", "miles", "km",
        "tonnes", "kg", "litres", "hectares", "m²", "FTE", "kW", "MW", "kWh", "MWh", "GWh", "tCO2e", "p", "per 1,000",
        "per 10,000", "per 100,000",
    ]

    /// The units by their names in small letters.
    private static let unitsByName = Dictionary(units.map { ($0.lowercased(), $0) }) { first, _ in first }

    /// The number with its sign, currency, scale and unit; its decimals are kept.
    ///
    /// A number in brackets is below zero, as accountants write it, and so is one with a minus sign behind it.
    ///
    /// - Throws: the message of the rule that the text breaks.
    package func read(_ text: String) throws(Diagnostic.Message) -> Quantity {
        if let quantity = plainNumber(text) { return quantity }
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        var rest = Array(text.unicodeScalars)[...]
        if !isASCII { rest.removeAll(where: \.properties.isDefaultIgnorableCodePoint) }
        let opening = takeOpening(of: &rest)
        let number = takeNumber(of: &rest)
        var quantity = try read(number, of: text)
        quantity.hasPlusSign = opening.hasPlusSign
        quantity.currency = opening.currency
        if opening.isInBrackets {
            guard !opening.isNegative, !opening.hasPlusSign, let close = rest.firstIndex(of: ")") else {
                throw .notAValue(text)
            }
            rest = rest[..<close] + rest[(close + 1)...]
        }
        if let scale = scale(of: rest) {
            quantity.scale = scale
            rest = rest.dropFirst(scale.rawValue.unicodeScalars.count)
        }
        var isNegative = opening.isNegative || opening.isInBrackets
        var unit = String(String.UnicodeScalarView(rest)).trimmed
        if unit == "-" || unit == "\u{2212}", !isNegative, !opening.hasPlusSign {
            isNegative = true
            unit = ""
        }
        if isNegative { quantity.digits = -quantity.digits }
        if unit.isEmpty { return quantity }
        quantity.unit = unit == "%" ? unit : try read(unit: unit, of: text)
        return quantity
    }

    /// A number as most are written: digits, with a point among them or none, and a per cent sign or none. `nil` for any other text.
    private func plainNumber(_ text: String) -> Quantity? {
        var number = text.utf8[...]
        let isPercentage = number.last == UInt8(ascii: "%")
        if isPercentage { number.removeLast() }
        var digits = 0
        var count = 0
        var wholeDigits: Int?
        for byte in number {
            if byte == UInt8(ascii: "."), wholeDigits == nil, count > 0 {
                wholeDigits = count
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), count < Limits.mostDigits else { return nil }
            digits = 10 * digits + Int(byte - UInt8(ascii: "0"))
            count += 1
        }
        guard count > 0, wholeDigits != count else { return nil }
        var quantity = Quantity(digits: digits, decimals: count - (wholeDigits ?? count))
        if isPercentage { quantity.unit = "%" }
        return quantity
    }

    /// What stands before the digits of a number.
    private struct Opening {
        var isNegative = false
        var hasPlusSign = false
        var currency: String?
        var isInBrackets = false
    }

    /// Takes the sign, the currency and the bracket before a number, each once, in any order.
    private func takeOpening(of rest: inout ArraySlice<Unicode.Scalar>) -> Opening {
        var opening = Opening()
        while let scalar = rest.first {
            switch scalar {
            case "-" where !opening.isNegative && !opening.hasPlusSign,
                "\u{2212}" where !opening.isNegative && !opening.hasPlusSign,
                "\u{2013}" where !opening.isNegative && !opening.hasPlusSign:
                opening.isNegative = true
            case "+" where !opening.isNegative && !opening.hasPlusSign: opening.hasPlusSign = true
            case "£" where opening.currency == nil, "€" where opening.currency == nil: opening.currency = String(scalar)
            case "(" where !opening.isInBrackets: opening.isInBrackets = true
            case _ where scalar.properties.isWhitespace: break
            default: return opening
            }
            rest.removeFirst()
        }
        return opening
    }

    /// Takes the digits of a number with commas and points. Spaces between groups of three digits separate thousands as commas do.
    private func takeNumber(of rest: inout ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var number: ArraySlice<Unicode.Scalar> = []
        while true {
            let part = rest.prefix { isDigit($0) || $0 == "," || $0 == "." }
            number += part
            rest = rest.dropFirst(part.count)
            guard (1...3).contains(part.count), part.allSatisfy(isDigit),
                Self.thousandSpaces.contains(rest.first ?? "x"),
                case let group = rest.dropFirst().prefix(while: isDigit), group.count == 3
            else { return number }
            number.append(",")
            rest = rest.dropFirst()
        }
    }

    /// A space, and the no-break, figure, thin and narrow no-break spaces.
    private static let thousandSpaces: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}"]

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// The digits, their groups and their decimals.
    private func read(_ number: ArraySlice<Unicode.Scalar>, of text: String) throws(Diagnostic.Message) -> Quantity {
        guard number.contains(where: isDigit) else {
            throw .notAValue(text)
        }
        let halves = number.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count <= 2 else {
            throw .severalDecimalPoints(in: text)
        }
        let whole = halves[0]
        let decimals = halves.count == 2 ? halves[1] : []
        if whole.isEmpty {
            throw .missingWholeNumber(in: text)
        }
        if halves.count == 2, decimals.isEmpty || decimals.contains(",") {
            throw .invalidDecimals(in: text)
        }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        if groups.count == 2, halves.count == 1, (1...9).contains(groups[0].count), (1...2).contains(groups[1].count) {
            throw .decimalComma(in: text)
        }
        // No thousands are counted from a nought.
        if groups.count == 2, halves.count == 1, groups[0].count == 1, groups[0].first == "0" {
            throw .decimalComma(in: text)
        }
        if groups.count > 1, !(1...3).contains(groups[0].count) || groups.dropFirst().contains(where: { $0.count != 3 })
        {
            throw .misplacedComma(in: text)
        }
        let digits = (whole + decimals).filter(isDigit)
        guard digits.count <= Limits.mostDigits, let value = Int(String(String.UnicodeScalarView(digits))) else {
            throw .tooManyDigits(in: text)
        }
        return Quantity(digits: value, decimals: decimals.count)
    }

    /// `k`, `m` or `bn` directly behind the digits.
    private func scale(of rest: ArraySlice<Unicode.Scalar>) -> Quantity.Scale? {
        guard let first = rest.first, "kmb".unicodeScalars.contains(first) else { return nil }
        let word = String(String.UnicodeScalarView(rest.prefix { !$0.properties.isWhitespace }))
        return Quantity.Scale.allCases.first { $0 != .one && $0.rawValue == word }
    }

    private func read(unit written: String, of text: String) throws(Diagnostic.Message) -> String {
        if let known = Self.unitsByName[written] { return known }
        let unit = written.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let known = Self.unitsByName[unit] { return known }
        // `1 day` is a day; nothing but words have a plural.
        if Self.units.contains(unit + "s"), unit.utf8.count > 2 { return unit }
        switch unit {
        case "per 1000": return "per 1,000"
        case "per 10000": return "per 10,000"
        case "per 100000": return "per 100,000"
        default: break
        }
        if let scale = Self.scaleWords[unit] {
            let number = text.dropLast(written.count).trimmed
            throw .wordForScale(written, in: text, number: number, scale: scale)
        }
        if let figure = Self.figure(of: text, markedBy: written) { throw .noteMark(written, in: text, figure: figure) }
        throw .unknownUnit(written, in: text, unit: unit)
    }

    /// What is in front of the marks of a note, or `nil` if a text does not end with a mark that tables have: `9.8%` for `9.8% ¹`.
    ///
    /// - Parameter unit: what is written where a unit is.
    private static func figure(of text: String, markedBy unit: String) -> String? {
        let marks = unit.unicodeScalars.reversed().prefix { "*†‡§¹²³⁰⁴⁵⁶⁷⁸⁹ ".unicodeScalars.contains($0) }
        let own = String(String.UnicodeScalarView(unit.unicodeScalars.dropLast(marks.count)))
        guard marks.contains(where: { $0 != " " }), own.isEmpty || unitsByName[own.lowercased()] != nil else {
            return nil
        }
        return String(String.UnicodeScalarView(text.unicodeScalars.dropLast(marks.count)))
    }

    /// The known unit that is nearest to an unknown one.
    fileprivate static func unit(meantBy unit: String) -> String? {
        unitWords[unit] ?? NearestName.of(unit, among: units)
    }

    /// Words for the scales.
    private static let scaleWords = [
        "million": "m", "mn": "m", "mio": "m", "m": "m", "billion": "bn", "b": "bn", "bn": "bn", "thousand": "k",
        "k": "k",
    ]

    /// Other words for the units.
    private static let unitWords = [
        "per cent": "%", "percent": "%", "pc": "%", "percentage points": "points", "pp": "points", "ppt": "points",
        "pence": "p", "penny": "p", "ftes": "FTE", "wte": "FTE", "secs": "seconds", "kms": "km", "ha": "hectares",
        "sqm": "m²", "m2": "m²", "hrs": "hours", "hr": "hours", "mins": "minutes", "min": "minutes", "wks": "weeks",
        "yrs": "years",
        "t": "tonnes",
        "tons": "tonnes",
    ]
}

extension Diagnostic.Message {
    fileprivate static func notAValue(_ text: String) -> Self {
        Self(.invalidValue, "`\(text.shortened)` is not a value", hint: ObservationReader.sayWhy)
    }

    fileprivate static func severalDecimalPoints(in text: String) -> Self {
        Self(
            .invalidFigure,
            "`\(text.shortened)` has more than one decimal point",
            hint: "keep one of the points; thousands have commas, as in `1,234.5`"
        )
    }

    fileprivate static func missingWholeNumber(in text: String) -> Self {
        Self(.invalidFigure, "`\(text.shortened)` begins with a point", hint: "write a `0` before it")
    }

    fileprivate static func invalidDecimals(in text: String) -> Self {
        Self(
            .invalidFigure,
            "`\(text.shortened)` has no proper decimals",
            hint: "after a decimal point stand only digits"
        )
    }

    fileprivate static func misplacedComma(in text: String) -> Self {
        Self(
            .invalidFigure,
            "a comma in `\(text.shortened)` does not stand between thousands",
            hint: "a comma stands before each three digits, `1,234,567`, and a point before decimals"
        )
    }

    fileprivate static func decimalComma(in text: String) -> Self {
        Self(
            .invalidFigure,
            "a comma in `\(text.shortened)` does not stand between thousands",
            hint: "if it is the decimal point, write `\(text.replacing(",", with: ".").shortened)`"
        )
    }

    fileprivate static func tooManyDigits(in text: String) -> Self {
        Self(
            .invalidFigure,
            "`\(text.shortened)` has more than \(Limits.mostDigits) digits",
            hint: "write a large number shorter: `£2.745m`"
        )
    }

    fileprivate static func wordForScale(_ written: String, in text: String, number: String, scale: String) -> Self {
        Self(
            .unknownUnitOfMeasure,
            "unknown unit `\(written)` in `\(text.shortened)`",
            hint: "write `\(number)\(scale)`"
        )
    }

    fileprivate static func noteMark(_ written: String, in text: String, figure: String) -> Self {
        Self(
            .unknownUnitOfMeasure,
            "unknown unit `\(written)` in `\(text.shortened)`",
            hint: "the mark of a note has a name: write `\(figure)[^name]`, and `name: …` under `notes:`"
        )
    }

    fileprivate static func unknownUnit(_ written: String, in text: String, unit: String) -> Self {
        Self(
            .unknownUnitOfMeasure,
            "unknown unit `\(written.shortened)` in `\(text.shortened)`",
            hint: written.contains("£")
                ? "write the sign before the number: `£2.745m`"
                : QuantityReader.unit(meantBy: unit).map { "did you mean `\(own: $0)`?" }
                    ?? "units: \(own: QuantityReader.units.inBackticks); words begin with a letter"
        )
    }
}
