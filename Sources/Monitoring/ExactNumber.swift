// SPDX-License-Identifier: Apache-2.0

/// The exact value of a quantity: whole units of some decimal place, so that comparisons with goals are never off by a rounding.
struct ExactNumber: Sendable, Hashable {
    private var units: Int128
    private var decimals: Int

    /// What is counted, which two numbers must share to be compared.
    private(set) var measure: Measure

    /// What a number is of.
    struct Measure: Sendable, Hashable {
        var currency: String?
        var unit: String?
    }

    /// The value of a quantity; `nil` if it is out of all proportion.
    init?(_ quantity: Quantity) {
        let zeros =
            switch quantity.scale {
            case .one: 0
            case .thousand: 3
            case .million: 6
            case .billion: 9
            }
        guard let units = Self.scaled(Int128(quantity.digits), by: zeros) else { return nil }
        self.units = units
        decimals = quantity.decimals
        measure = Measure(currency: quantity.currency, unit: quantity.unit)
    }

    private init(units: Int128, decimals: Int, measure: Measure) {
        self.units = units
        self.decimals = decimals
        self.measure = measure
    }

    private static func scaled(_ units: Int128, by zeros: Int) -> Int128? {
        var units = units
        for _ in 0..<zeros {
            let (product, overflow) = units.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            units = product
        }
        return units
    }

    /// Both numbers in units of the finer decimal place; `nil` if one would be too large.
    private static func aligned(_ first: ExactNumber, _ second: ExactNumber) -> (Int128, Int128, decimals: Int)? {
        let decimals = max(first.decimals, second.decimals)
        guard let left = scaled(first.units, by: decimals - first.decimals),
            let right = scaled(second.units, by: decimals - second.decimals)
        else { return nil }
        return (left, right, decimals)
    }

    /// The difference, in what the first number counts; `nil` if it is too large.
    func minus(_ other: ExactNumber) -> ExactNumber? {
        guard let (left, right, decimals) = Self.aligned(self, other) else { return nil }
        let (units, overflow) = left.subtractingReportingOverflow(right)
        return overflow ? nil : ExactNumber(units: units, decimals: decimals, measure: measure)
    }

    /// The sum, in what the first number counts; `nil` if it is too large.
    func plus(_ other: ExactNumber) -> ExactNumber? { other.negated.flatMap(minus) }

    private var negated: ExactNumber? {
        units == .min ? nil : ExactNumber(units: -units, decimals: decimals, measure: measure)
    }

    /// How far it is from zero.
    var magnitude: ExactNumber? { units < 0 ? negated : self }

    /// Whether it is more than zero.
    var isPositive: Bool { units > 0 }

    /// So many per cent of it; `nil` if it is too large.
    func percent(_ share: ExactNumber) -> ExactNumber? {
        let (product, overflow) = units.multipliedReportingOverflow(by: share.units)
        return overflow
            ? nil : ExactNumber(units: product, decimals: decimals + share.decimals + 2, measure: measure)
    }

    /// Its magnitude in per cent of another's, to one decimal, rounded half up; `nil` if the other is 0 or a number is too large.
    func share(of other: ExactNumber) -> Quantity? {
        guard let (part, whole, _) = Self.aligned(self, other), whole != 0 else { return nil }
        let (thousandfold, overflow) = part.magnitude.multipliedReportingOverflow(by: 2000)
        if overflow { return nil }
        let tenths = (thousandfold / whole.magnitude + 1) / 2
        return Int(exactly: tenths).map { Quantity(digits: $0, decimals: 1, unit: "%") }
    }

    static let hundredPerCent = ExactNumber(units: 100, decimals: 0, measure: Measure(currency: nil, unit: "%"))

    /// How it compares with another: below zero if it is less; `nil` if the two count different things or are too large.
    func compared(with other: ExactNumber) -> Int? {
        guard measure == other.measure, let (left, right, _) = Self.aligned(self, other) else { return nil }
        return left < right ? -1 : left == right ? 0 : 1
    }
}
