// SPDX-License-Identifier: Apache-2.0

/// A number as a spreadsheet computes with it: fifteen significant decimal digits, rounded half away from zero.
struct DecimalNumber: Hashable {
    var isNegative: Bool
    /// The significant digits, none for zero.
    private(set) var digits: [UInt8]
    /// How many digits stand before the point; negative where zeros follow it.
    private(set) var point: Int

    /// `nil` for a number that is not finite.
    init?(_ value: Double) {
        guard value.isFinite else { return nil }
        isNegative = value.sign == .minus
        digits = []
        point = 0
        // The shortest text that stands for just this number: `123.45`, `1.5e-07`.
        let parts = value.magnitude.description.utf8.split(separator: UInt8(ascii: "e"))
        let exponent = parts.count == 2 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0
        var decimals = 0
        var isAfterPoint = false
        for byte in parts[0] {
            if byte == UInt8(ascii: ".") {
                isAfterPoint = true
            } else {
                digits.append(byte - UInt8(ascii: "0"))
                if isAfterPoint { decimals += 1 }
            }
        }
        point = digits.count - decimals + exponent
        normalise()
        round(toDigits: 15)
    }

    var isZero: Bool { digits.isEmpty }

    /// The digit at a place, counted from the point: 0 for the ones, -1 for the tenths.
    func digit(at place: Int) -> UInt8 {
        let index = point - 1 - place
        return digits.indices.contains(index) ? digits[index] : 0
    }

    /// The places from the highest digit before the point, at least the ones, to the last after it.
    var lastPlace: Int { min(0, point - digits.count) }

    /// Multiplies by a power of ten.
    mutating func scale(by power: Int) { if !isZero { point += power } }

    /// Rounds to so many places behind the point.
    mutating func round(toDecimals count: Int) { round(toDigits: point + count) }

    private mutating func round(toDigits count: Int) {
        guard count < digits.count else { return }
        if count < 0 {
            digits = []
            point = 0
            return
        }
        let goesUp = digits[count] >= 5
        digits.removeSubrange(count...)
        if goesUp {
            var index = count - 1
            while index >= 0, digits[index] == 9 {
                digits[index] = 0
                index -= 1
            }
            if index >= 0 {
                digits[index] += 1
            } else {
                digits.insert(1, at: 0)
                point += 1
            }
        }
        normalise()
    }

    /// Drops zeros at both ends.
    private mutating func normalise() {
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        point -= zeros
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { point = 0 }
    }

    /// The number as a cell shows it that has no format of its own: at most eleven characters, a sign not counted.
    var general: String {
        if isZero { return "0" }
        let sign = isNegative ? "-" : ""
        var rounded = self
        if point > 11 || point < -3 && digits.count - point > 9 {
            return sign + scientific
        }
        rounded.round(toDecimals: point > 0 ? max(0, 10 - point) : 9)
        // Rounded up to one digit more than there is room for.
        if rounded.point > 11 { return sign + scientific }
        return sign + rounded.plain
    }

    /// `1.23457E+12`.
    private var scientific: String {
        var rounded = self
        rounded.round(toDigits: 6)
        let exponent = rounded.point - 1
        rounded.point = 1
        let size = String(abs(exponent))
        return rounded.plain + "E" + (exponent < 0 ? "-" : "+") + (size.count < 2 ? "0" : "") + size
    }

    /// The digits with a point between them, without a sign.
    private var plain: String {
        var text = ""
        for place in stride(from: max(point - 1, 0), through: lastPlace, by: -1) {
            if place == -1 { text += "." }
            text += String(digit(at: place))
        }
        return text
    }
}
