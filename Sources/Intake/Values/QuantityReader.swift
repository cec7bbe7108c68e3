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
        "%", "points", "days", "working days", "weeks", "months", "years", "hours", "minutes", "miles", "tonnes",
        "per 1,000", "per 10,000", "per 100,000",
    ]

    /// The number with its sign, currency, scale and unit; its decimals are kept.
    ///
    /// - Throws: the message of the rule that the text breaks.
    package func read(_ text: String) throws(Diagnostic.Message) -> Quantity {
        var rest = Array(text.unicodeScalars)[...]
        let isNegative = rest.first == "-" || rest.first == "\u{2212}" || rest.first == "\u{2013}"
        let hasPlusSign = rest.first == "+"
        if isNegative || hasPlusSign { rest.removeFirst() }
        var currency: String?
        if let sign = rest.first, sign == "£" || sign == "€" {
            currency = String(sign)
            rest.removeFirst()
        }
        let number = rest.prefix { isDigit($0) || $0 == "," || $0 == "." }
        rest = rest.dropFirst(number.count)
        var quantity = try read(number, of: text)
        if isNegative { quantity.digits = -quantity.digits }
        quantity.hasPlusSign = hasPlusSign
        quantity.currency = currency
        if let scale = scale(of: rest) {
            quantity.scale = scale
            rest = rest.dropFirst(scale.rawValue.unicodeScalars.count)
        }
        if rest.isEmpty { return quantity }
        let unit = String(String.UnicodeScalarView(rest)).trimmed
        quantity.unit = unit == "%" ? unit : try read(unit: unit, of: text)
        return quantity
    }

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
        if groups.count > 1, !(1...3).contains(groups[0].count) || groups.dropFirst().contains(where: { $0.count != 3 })
        {
            let digits = String(String.UnicodeScalarView(whole.filter { $0 != "," }))
            throw .misplacedComma(in: text, digits: digits)
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
        let unit = written.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if Self.units.contains(unit) || unit != "%" && unit != "" && Self.units.contains(unit + "s") { return unit }
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
        throw .unknownUnit(written, in: text, unit: unit)
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
        "hrs": "hours", "hr": "hours", "mins": "minutes", "min": "minutes", "wks": "weeks", "yrs": "years",
        "t": "tonnes",
        "tons": "tonnes",
    ]
}

extension Diagnostic.Message {
    fileprivate static func notAValue(_ text: String) -> Self {
        Self(.invalidValue, "`\(text.shortened)` is not a value", hint: ObservationReader.sayWhy)
    }

    fileprivate static func severalDecimalPoints(in text: String) -> Self {
        Self(.invalidFigure, "`\(text.shortened)` has more than one decimal point")
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

    fileprivate static func misplacedComma(in text: String, digits: String) -> Self {
        Self(
            .invalidFigure,
            "a comma in `\(text.shortened)` does not stand between thousands",
            hint: "write `\(Quantity.grouped(digits))`, or a point for decimals"
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

    fileprivate static func unknownUnit(_ written: String, in text: String, unit: String) -> Self {
        Self(
            .unknownUnitOfMeasure,
            "unknown unit `\(written.shortened)` in `\(text.shortened)`",
            hint: QuantityReader.unit(meantBy: unit).map { "did you mean `\(own: $0)`?" }
                ?? "units: \(own: QuantityReader.units.inBackticks); words begin with a letter"
        )
    }
}
