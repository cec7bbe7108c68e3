// SPDX-License-Identifier: Apache-2.0

import Formats
import Monitoring
import Testing

@testable import Intake

/// Texts of a return as cells of a workbook.
struct CellContentsTests {
    @Test(arguments: [
        ("0", 0, "0"), ("42", 42, "0"), ("68.69%", 0.6869, "0.00%"), ("2,055", 2055, "#,##0"), ("-3.5", -3.5, "0.0"),
        ("1,234,567.80", 1_234_567.8, "#,##0.00"), ("1234", 1234, "0"), ("0.5", 0.5, "0.0"), ("56.4%", 0.564, "0.0%"),
    ])
    func `a number is kept with the format that shows it`(text: String, value: Double, format: String) {
        #expect(CellContents.figure(text) == .number(value, format: format))
    }

    @Test(arguments: [
        "007", "1,23", "1,2345", ",5", "5.", ".5", "-0", "-0.0", "£5", "5 days", "[x]", "5 [p]", "0,123", "1234,567",
        "1234567890123456", "5%%", "--5", "1.2.3", "+3", "٣",
    ])
    func `what no format shows as it is written stays a text`(text: String) {
        #expect(CellContents.figure(text) == .text(text))
    }

    @Test func `days and months are dates`() throws {
        let day = try #require(CalendarDate("2026-03-31"))
        let month = try #require(CalendarDate("2026-03-01"))
        #expect(CellContents.date("2026-03-31") == .date(day))
        #expect(CellContents.date("31/03/2026") == .date(day))
        #expect(CellContents.date("March 2026") == .month(month))
        #expect(CellContents.date("2026") == .text("2026"))
        #expect(CellContents.date("soon") == .text("soon"))
        #expect(CellContents.date("") == .empty)
    }
}
