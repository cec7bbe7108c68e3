// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import OpenData

/// Tables as comma-separated values.
struct CSVTextTests {
    private func text(_ rows: [[DataValue]], _ types: [DataType]) -> String {
        let columns = types.enumerated().map { ColumnDescription("c\($0)", "", "", $1, false) }
        let description = TableDescription(name: "t", title: "", note: "", columns: columns, key: [], references: [])
        return String(decoding: CSVText(OpenTable(description: description, rows: rows)).bytes, as: UTF8.self)
    }

    @Test func `it has a mark, one header row, and lines that end in CR LF`() {
        #expect(
            text(
                [[.text("a"), .number("-3.50"), .flag(true)], [.none, .none, .flag(false)]],
                [.text, .decimal, .flag]
            )
                == "\u{FEFF}c0,c1,c2\r\na,-3.50,true\r\n,,false\r\n"
        )
    }

    @Test func `commas, quotes, line ends and outer spaces are in quotes`() {
        #expect(
            text([[.text("a,b"), .text("say \"no\""), .text("a\nb"), .text(" a")]], [.text, .text, .text, .code])
                == "\u{FEFF}c0,c1,c2,c3\r\n\"a,b\",\"say \"\"no\"\"\",\"a\nb\",\" a\"\r\n"
        )
    }

    @Test func `a quotation mark is doubled whatever stands behind it`() {
        for mark in ["\u{301}", "\u{200D}", "\u{FE0F}"] {
            #expect(
                text([[.text("a\"\(mark),=b")]], [.text]).unicodeScalars.elementsEqual(
                    "\u{FEFF}c0\r\n\"a\"\"\(mark),=b\"\r\n".unicodeScalars
                )
            )
        }
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+3", "'+3"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\rx", "'\rx"),
        ("'=1", "''=1"), ("''-1", "'''-1"), ("'tis", "'tis"), ("a=1", "a=1"), ("\u{2212}3", "\u{2212}3"), ("", ""),
        ("'", "'"), ("＝1", "'＝1"),
    ])
    func `a text that a spreadsheet takes for a formula has an apostrophe before it`(text: String, neutralised: String)
    {
        #expect(CSVText.neutralised(text) == neutralised)
    }

    @Test func `a number keeps its minus sign`() {
        #expect(text([[.number("-3")]], [.decimal]) == "\u{FEFF}c0\r\n-3\r\n")
        #expect(text([[.text("-3")]], [.text]) == "\u{FEFF}c0\r\n'-3\r\n")
    }
}
