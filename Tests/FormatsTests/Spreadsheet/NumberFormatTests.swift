// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Formats

/// Numbers, dates and texts as cells show them.
struct NumberFormatTests {
    @Test(
        arguments: [
            ("0", 1234.5, "1235"), ("0", 0.4, "0"), ("0", -0.6, "-1"), ("0.00", 1.005, "1.01"), ("0.00", 2.675, "2.68"),
            ("0.0", 0.05, "0.1"), ("#,##0", 1234567, "1,234,567"), ("#,##0", 0, "0"), ("#,##0", 999.5, "1,000"),
            ("#,##0.00", -1234.5, "-1,234.50"), ("#,###", 0, ""), ("#.##", 1.5, "1.5"), ("#.##", 0.5, ".5"),
            ("0.##", 5, "5."), ("000", 7, "007"), ("00-00", 1234, "12-34"), ("0%", 0.853, "85%"),
            ("0.0%", 0.853, "85.3%"),
            ("0.00%", 1, "100.00%"), ("0%", 0.005, "1%"), ("0 %", 0.5, "50 %"), ("+0.0;-0.0", 1.25, "+1.3"),
            ("+0.0;-0.0", -1.25, "-1.3"), ("+0.0;-0.0;0", 0, "0"), ("#,##0,\"k\"", 12_345, "12k"),
            ("0.0,,\"m\"", 2_745_000, "2.7m"), ("[$£-809]#,##0.00", 1234.5, "£1,234.50"),
            ("\"£\"#,##0;[Red]-\"£\"#,##0", -1500, "-£1,500"), ("#,##0;(#,##0)", -1234, "(1,234)"),
            ("_-£* #,##0.00_-;-£* #,##0.00_-;_-£* \"-\"??_-;_-@_-", 1234, " £1,234.00 "),
            ("_-£* #,##0.00_-;-£* #,##0.00_-;_-£* \"-\"??_-;_-@_-", 0, " £- "),
            ("[>=1000000]0.0,,\"m\";[>=1000]0.0,\"k\";0", 2_500_000, "2.5m"),
            ("[>=1000000]0.0,,\"m\";[>=1000]0.0,\"k\";0", 2_500, "2.5k"),
            ("[>=1000000]0.0,,\"m\";[>=1000]0.0,\"k\";0", 25, "25"), ("[<0]-0;0", -3, "-3"),
            ("[=1]0 \"day\";0 \"days\"", 1, "1 day"),
            ("[=1]0 \"day\";0 \"days\"", 3, "3 days"), ("0.0 \"days\"", 33.5, "33.5 days"),
            ("0.00E+00", 12345, "1.23E+04"),
            ("0.00E+00", 0.00012, "1.20E-04"), ("##0.0E+0", 12345, "12.3E+3"), ("# ?/?", 1.5, "1 1/2"),
            ("# ??/??", 0.3333333, "1/3"),
            ("# ?/8", 0.375, "3/8"), ("?/?", 1.25, "5/4"), ("# ?/?", 2, "2"), ("@", 12, "12"),
            ("General \"of 22\"", 8, "8 of 22"),
            // A last section with a text is for texts alone.
            ("0.0;@", -3.5, "-3.5"), ("0.0;-0.0;@", 0, "0.0"), ("[=1]0\" day\";0\" days\";@", 5, "5 days"),
            (";;;", 5, ""), ("0;-0;;@", 0, ""), ("\\£0", 3, "£3"), ("0.0", 1e15, "1000000000000000.0"),
        ] as [(String, Double, String)]
    )
    func `a number is shown in its format`(code: String, value: Double, shown: String) {
        #expect(NumberFormat(code).shown(value, in: .from1900) == shown)
    }

    @Test(
        arguments: [
            (0.1 + 0.2, "0.3"), (33.333333333333336, "33.33333333"), (1_234_567_890_123, "1.23457E+12"),
            (12_345_678_901, "12345678901"), (123_456_789_012, "1.23457E+11"), (0.00001, "0.00001"),
            (0.0000000001, "1E-10"), (0.000012345678, "1.23457E-05"), (-42.5, "-42.5"), (100_000, "100000"), (0, "0"),
            (99_999_999_999.9, "1E+11"), (1e100, "1E+100"), (188_900, "188900"), (0.853, "0.853"),
        ] as [(Double, String)]
    )
    func `a number without a format has eleven characters at most`(value: Double, shown: String) {
        #expect(NumberFormat.general.shown(value, in: .from1900) == shown)
    }

    @Test(
        arguments: [
            ("dd/mm/yyyy;@", 40268, "31/03/2010"), ("[$-809]d mmmm yyyy", 40268, "31 March 2010"),
            ("d-mmm-yy", 40268, "31-Mar-10"),
            ("mmm-yy", 40268, "Mar-10"), ("dddd d mmm", 40268, "Wednesday 31 Mar"), ("ddd", 40268, "Wed"),
            ("yyyy", 40268, "2010"),
            ("mmmmm", 40268, "M"), ("h:mm AM/PM", 0.5, "12:00 PM"), ("h:mm", 0.75, "18:00"),
            ("hh:mm:ss", 0.000011574, "00:00:01"),
            ("mm:ss.0", 0.00001, "00:00.9"), ("[h]:mm", 1.5, "36:00"), ("[h]:mm:ss", 2.0416666666666665, "49:00:00"),
            ("[mm]:ss", 0.0625, "90:00"), ("d/m/yyyy h:mm", 40268.25, "31/3/2010 6:00"),
            ("dd/mm/yyyy", 59, "28/02/1900"),
            ("dd/mm/yyyy", 60, "29/02/1900"), ("dd/mm/yyyy", 61, "01/03/1900"), ("dd/mm/yyyy", 1, "01/01/1900"),
            ("ddd dd/mm/yyyy", 1, "Sun 01/01/1900"), ("dd/mm/yyyy", 2_958_465, "31/12/9999"),
            ("dd/mm/yyyy", 0.99999999, "01/01/1900"),
            ("yyyy-mm-dd", 43890, "2020-02-29"), ("\"as at\" d mmm", 40268, "as at 31 Mar"),
        ] as [(String, Double, String)]
    )
    func `a date is shown in its format`(code: String, value: Double, shown: String) {
        #expect(NumberFormat(code).shown(value, in: .from1900) == shown)
    }

    @Test func `days are counted from 1904 where the workbook says so`() {
        let format = NumberFormat("dd/mm/yyyy")
        #expect(format.shown(0, in: .from1904) == "01/01/1904")
        #expect(format.shown(38_806, in: .from1904) == "31/03/2010")
        #expect(format.section(for: 1)?.section.isoDate(38_806, in: .from1904) == "2010-03-31")
    }

    @Test func `what is no date is not shown as one`() {
        #expect(NumberFormat("dd/mm/yyyy").shown(-1, in: .from1900) == nil)
        #expect(NumberFormat("dd/mm/yyyy").shown(3_000_000, in: .from1900) == nil)
        #expect(NumberFormat("0").shown(.infinity, in: .from1900) == nil)
    }

    @Test(
        arguments: [
            ("dd/mm/yyyy", "2010-03-31"), ("mmm-yy", "2010-03"), ("mmmm", "2010-03"), ("d mmm", "2010-03-31"),
            ("yyyy", nil),
            ("h:mm", nil), ("0.00", nil),
        ] as [(String, String?)]
    )
    func `a date is kept as a date, or as a month`(code: String, date: String?) {
        #expect(NumberFormat(code).section(for: 40268)?.section.isoDate(40268, in: .from1900) == date)
    }

    @Test(
        arguments: [
            (9, 0.5, "50%"), (10, 0.5, "50.00%"), (14, 40268, "31/03/2010"), (15, 40268, "31-Mar-10"),
            (16, 40268, "31-Mar"),
            (17, 40268, "Mar-10"), (18, 0.25, "6:00 AM"), (19, 0.25, "6:00:00 AM"), (20, 0.25, "6:00"),
            (21, 0.25, "6:00:00"),
            (22, 40268.25, "31/03/2010 06:00"), (3, 1234.5, "1,235"), (4, 1234.5, "1,234.50"), (37, -5, "-5"),
            (49, 1.5, "1.5"),
            (44, 3, " £3.00 "),
        ] as [(Int, Double, String)]
    )
    func `formats that every workbook has are known`(number: Int, value: Double, shown: String) {
        #expect(NumberFormat.builtIn(number).flatMap { NumberFormat($0).shown(value, in: .from1900) } == shown)
    }

    @Test(arguments: [
        ("@", "x"), ("0", "x"), ("0;-0;0;@\" (old)\"", "x (old)"), (";;;", ""), ("General", "x"), ("dd/mm/yyyy;@", "x"),
    ])
    func `a text is shown in its format`(code: String, shown: String) {
        #expect(NumberFormat(code).shown("x") == shown)
    }

    @Test func `a format that is too long, or broken, shows the number`() {
        #expect(NumberFormat(String(repeating: "0", count: 2_000)).shown(5, in: .from1900) == "5")
        #expect(NumberFormat("").shown(5, in: .from1900) == "5")
        for code in [
            "\"", "[", "\\", "_", "*", "[$", "0.", ".", "E+", "/", "?/", ";", ";;;;;;", "[>]", "[h", "%%%%%%%%",
        ] {
            #expect(NumberFormat(code).shown(1.5, in: .from1900) != nil, "\(code)")
        }
    }
}
