// SPDX-License-Identifier: Apache-2.0

import Monitoring
import Testing

/// Numbers as officers wrote them.
struct QuantityTests {
    @Test(arguments: [
        (Quantity(digits: 0), "0"), (Quantity(digits: 0, decimals: 2), "0.00"),
        (Quantity(digits: -5, decimals: 3), "\u{2212}0.005"),
        (Quantity(digits: 100_000), "100,000"), (Quantity(digits: 1_234_567, decimals: 3), "1,234.567"),
        (Quantity(digits: -1_000, currency: "£"), "\u{2212}£1,000"),
        (Quantity(digits: 5, scale: .billion, currency: "€"), "€5bn"),
        (Quantity(digits: 25, decimals: 1, scale: .thousand), "2.5k"),
        (Quantity(digits: -3, hasPlusSign: true), "\u{2212}3"),
        (Quantity(digits: 3, unit: "per 10,000"), "3\u{A0}per 10,000"),
        (Quantity(digits: 3, scale: .million, unit: "%"), "3m%"),
        (Quantity(digits: .max), "9,223,372,036,854,775,807"),
        (Quantity(digits: .min), "\u{2212}9,223,372,036,854,775,808"),
    ])
    func `a quantity prints its sign, currency, digits, scale and unit in that order`(quantity: Quantity, text: String)
    {
        #expect(quantity.description == text)
    }

    @Test(arguments: [
        ("", ""), ("1", "1"), ("12", "12"), ("123", "123"), ("1234", "1,234"), ("123456", "123,456"),
        ("1234567", "1,234,567"),
    ])
    func `thousands have commas between them`(digits: String, text: String) {
        #expect(Quantity.grouped(digits) == text)
    }

    @Test func `reasons and qualifiers have the codes that they are written by`() {
        #expect(
            Absence.allCases.map(\.code) == [
                "[x]", "[z]", "[new]", "[not set]", "[not supplied]", "[not due]", "[awaited]", "[c]",
            ]
        )
        #expect(Qualifier.allCases.map(\.code) == ["[p]", "[e]", "[f]", "[r]"])
    }
}
