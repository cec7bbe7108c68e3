// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import UnicodeText

/// Figures that are no single number, and are printed as they are written: `<5`, `≥95%`, `~40`, `50–60%`, `10:1`, `1 in 4`, `2/3`,
/// `3 hours 20 minutes`, `31 March 2027`.
enum FigureWords {
    /// The figure as papers print it, or `nil` if the text is none of these.
    static func read(_ text: String) -> String? {
        compared(text) ?? range(text) ?? ratio(text) ?? duration(text) ?? date(text)
    }

    /// Whether a single word is one of those with which services and inspectorates rate.
    static func isRating(_ text: String) -> Bool { ratings.contains(text.lowercased()) }

    private static let ratings: Set = [
        "outstanding", "excellent", "good", "satisfactory", "fair", "adequate", "inadequate", "poor", "weak", "strong",
        "gold", "silver", "bronze", "red", "amber", "green", "high", "medium", "low", "pass", "fail", "passed",
        "failed",
        "met", "unmet", "achieved", "improving", "improved", "stable", "declining", "worsening", "accredited",
        "compliant",
    ]

    /// The signs with which a figure is compared, longest first, each as it is printed.
    private static let signs = [
        (">=", "≥"), ("<=", "≤"), ("=>", "≥"), ("=<", "≤"), ("≥", "≥"), ("≤", "≤"), ("<", "<"), (">", ">"), ("~", "~"),
        ("≈", "≈"), ("±", "±"), ("c.", "c."), ("c ", "c."), ("circa ", "c."),
    ]

    private static func compared(_ text: String) -> String? {
        let lower = text.lowercased()
        guard let (sign, printed) = signs.first(where: { lower.hasPrefix($0.0) }),
            case let rest = text.dropFirst(sign.count).trimmed, quantity(rest) != nil
        else { return nil }
        return printed + rest
    }

    private static func range(_ text: String) -> String? {
        for dash in [" to ", "\u{2013}", "\u{2014}", "-"] {
            let ends = parts(of: text, between: dash)
            guard ends.count == 2, let low = quantity(ends[0]), let high = quantity(ends[1]),
                low.unit == nil || low.unit == high.unit, low.scale != .one || size(low) <= size(high)
            else { continue }
            return ends.joined(separator: "\u{2013}")
        }
        return nil
    }

    /// About how much it is, to tell a range from a year such as `2008-09`.
    private static func size(_ quantity: Quantity) -> Double {
        let size = (0..<quantity.decimals).reduce(Double(quantity.digits)) { size, _ in size / 10 }
        return quantity.scale == .one ? size : size * 1_000
    }

    private static func ratio(_ text: String) -> String? {
        for (sign, printed) in [(":", ":"), ("/", "/"), (" in ", " in "), (" out of ", " out of "), (" of ", " of ")] {
            let terms = parts(of: text, between: sign)
            guard terms.count == 2, terms.allSatisfy({ quantity($0).map { $0.unit == nil && $0.digits >= 0 } == true })
            else { continue }
            return terms.joined(separator: printed)
        }
        return nil
    }

    private static func parts(of text: String, between separator: String) -> [String] {
        text.split(separator: separator, omittingEmptySubsequences: false).map(\.trimmed)
    }

    private static let timeUnits: Set = [
        "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes",
        "second",
        "seconds", "hr", "hrs", "h", "min", "mins", "m", "sec", "secs", "s", "wk", "wks", "d",
    ]

    /// Two numbers or more of units of time.
    private static func duration(_ text: String) -> String? {
        var count = 0
        var rest = text.lowercased()[...]
        while !rest.isEmpty {
            rest = rest.drop { $0.isWhitespace || $0 == "," }
            if count > 0, rest.hasPrefix("and ") { rest = rest.dropFirst(4) }
            let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
            rest = rest.dropFirst(number.count).drop { $0.isWhitespace }
            let unit = rest.prefix { $0.isLetter }
            guard !number.isEmpty, timeUnits.contains(String(unit)) else { return nil }
            rest = rest.dropFirst(unit.count)
            count += 1
        }
        return count >= 2 ? text : nil
    }

    private static func date(_ text: String) -> String? {
        guard text.utf8.contains(where: { "/-. ".utf8.contains($0) }),
            case .day(let day)? = try? DateReader(alsoMonthsAndYears: true).date(text)
        else { return nil }
        return "\(day)"
    }

    /// A number that begins with a digit or a currency.
    private static func quantity(_ text: some StringProtocol) -> Quantity? {
        let text = String(text).trimmed
        guard let first = text.first, first.isNumber || "£€".contains(first) else { return nil }
        return try? QuantityReader().read(text)
    }
}
