// SPDX-License-Identifier: Apache-2.0

/// A number as an officer wrote it: its decimals, its unit and its scale are kept, whatever they are worth.
package struct Quantity: Sendable, Hashable {
    /// What the digits are multiplied by.
    package enum Scale: String, Sendable, Hashable, CaseIterable {
        case one = ""
        case thousand = "k"
        case million = "m"
        case billion = "bn"
    }

    /// All digits, as one whole number: 6869 for 68.69.
    package var digits: Int
    /// The number of digits after the decimal point.
    package var decimals: Int
    /// What the number is in: thousands, millions; printed after the digits.
    package var scale: Scale
    /// Whether a number above zero has its plus sign: a change.
    package var hasPlusSign: Bool
    /// `£` or `€`, before the number.
    package var currency: String?
    /// `%`, `points`, `days`, `per 10,000`: after the number.
    package var unit: String?

    package init(
        digits: Int,
        decimals: Int = 0,
        scale: Scale = .one,
        hasPlusSign: Bool = false,
        currency: String? = nil,
        unit: String? = nil
    ) {
        self.digits = digits
        self.decimals = decimals
        self.scale = scale
        self.hasPlusSign = hasPlusSign
        self.currency = currency
        self.unit = unit
    }
}

extension Quantity: CustomStringConvertible {
    /// `7,262,462`, `68.69%`, `£2.745m`, `33.5 days`, as reports write it.
    package var description: String { formatted(decimalPoint: ".", digitSeparator: ",", scale: scale.rawValue) }

    /// The number in the marks of a language. A negative number has a minus sign (U+2212), and words follow a no-break space.
    ///
    /// - Parameter scale: what follows a number of thousands, millions or billions.
    package func formatted(decimalPoint: String, digitSeparator: String, scale: String) -> String {
        var text = digits < 0 ? "\u{2212}" : hasPlusSign ? "+" : ""
        text += currency ?? ""
        let all = String(digits.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - all.count)) + all
        text += Self.grouped(padded.dropLast(decimals), separator: digitSeparator)
        if decimals > 0 { text += decimalPoint + padded.suffix(decimals) }
        text += scale
        if let unit { text += Self.joinedUnits.contains(unit) ? unit : "\u{A0}" + unit }
        return text
    }

    /// The units that follow the digits without a space; `p` are pence.
    private static let joinedUnits: Set = ["%", "p"]

    /// The digits of a whole number with a separator between thousands.
    package static func grouped(_ digits: some StringProtocol, separator: String = ",") -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += separator }
            text.append(digit)
        }
        return text
    }
}
