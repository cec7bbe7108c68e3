// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Intake
import Monitoring
import TestSupport
import Testing

/// Numbers without signs, commas and words, which are read without taking them apart.
struct QuantityReaderTests {
    private func read(_ text: String) throws(Diagnostic.Message) -> Quantity { try QuantityReader().read(text) }

    @Test(
        arguments: [
            ("0", 0, 0, nil), ("42", 42, 0, nil), ("68.69%", 6869, 2, "%"), ("0.50", 50, 2, nil), ("007", 7, 0, nil),
            ("100%", 100, 0, "%"), ("999999999999999", 999_999_999_999_999, 0, nil),
        ] as [(String, Int, Int, String?)]
    )
    func `a plain number has its digits, its decimals and its per cent sign`(
        text: String,
        digits: Int,
        decimals: Int,
        unit: String?
    ) throws {
        var quantity = Quantity(digits: digits, decimals: decimals)
        quantity.unit = unit
        #expect(try read(text) == quantity)
    }

    @Test(arguments: [
        (".5", "`.5` begins with a point"), ("5.", "`5.` has no proper decimals"),
        ("5.%", "`5.%` has no proper decimals"),
        ("1.2.3", "`1.2.3` has more than one decimal point"), ("%", "`%` is not a value"),
        ("1234567890123456", "`1234567890123456` has more than 15 digits"),
    ])
    func `what is nearly a plain number is told as it is`(text: String, message: String) {
        #expect {
            _ = try read(text)
        } throws: {
            ($0 as? Diagnostic.Message).map {
                Diagnostic($0, at: SourceLocation(file: "a.csv", line: 1, column: 1)).message
            } == message
        }
    }

    @Test(arguments: [
        ("1,234", 1234, nil), ("(1,234)", -1234, nil), ("12.5 days", 125, "days"), ("50\u{AD}%", 50, "%"),
    ])
    func `other numbers are read as before`(text: String, digits: Int, unit: String?) throws {
        let quantity = try read(text)
        #expect(quantity.digits == digits)
        #expect(quantity.unit == unit)
    }
}
