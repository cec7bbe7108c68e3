// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

@testable import WorkspaceFiles

/// Bytes as text.
struct TextDecoderTests {
    private func decode(_ bytes: [UInt8], fallback: TextDecoder.Fallback = .windows1252) -> Reading<String> {
        Reading { TextDecoder(findings: $0).decode(bytes, file: "a.csv", fallback: fallback)?.string ?? "" }
    }

    @Test func `UTF-8 is taken as it is, with or without a mark`() {
        #expect(decode(Array("£é–😀".utf8)).value == "£é–😀")
        let marked = decode([0xEF, 0xBB, 0xBF] + Array("£".utf8))
        #expect(marked.value == "£")
        #expect(marked.lines == [])
    }

    @Test func `a letter and its mark are one character, however they were typed`() {
        let typed = decode(Array("cafe\u{301}, 300 \u{212A}, 5 \u{2126}, \u{1100}\u{1161}\nx".utf8))
        #expect(Array(typed.value.utf8) == Array("café, 300 K, 5 \u{3A9}, 가\nx".utf8))
        #expect(typed.lines == [])
        let plain = "naïve £5 – “quoted” … مرحبا नमस्ते"
        #expect(Array(decode(Array(plain.utf8)).value.utf8) == Array(plain.utf8))
    }

    @Test func `a CSV file that is not UTF-8 is Windows-1252`() {
        let reading = decode([0x80, 0xA3, 0x92, 0x96, 0x85, 0xE9, 0x41])
        #expect(reading.value == "€£’–…éA")
        #expect(reading.lines == [])
    }

    @Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
    func `a byte that Windows-1252 does not have is an error at its place`(byte: UInt8) {
        let reading = decode(Array("a,b\nc,caf".utf8) + [0xE9, 0x20, byte])
        #expect(reading.value == "a,b\nc,café \u{FFFD}")
        #expect(
            reading.lines == [
                "error a.csv:2:8: no character has this code in Windows-1252, and the file is not UTF-8"
            ]
        )
    }

    @Test func `a bad byte among good UTF-8 is an error at its place`() {
        let reading = decode(Array("é,b\nc,é".utf8) + [0xA3] + Array("1".utf8))
        #expect(reading.value == "é,b\nc,é\u{FFFD}1")
        #expect(reading.lines == ["error a.csv:2:4: the file is not good UTF-8 here"])
    }

    @Test func `a bad byte behind a mark is an error`() {
        let reading = decode([0xEF, 0xBB, 0xBF, 0x41, 0xA3])
        #expect(reading.lines == ["error a.csv:1:2: the file is not good UTF-8 here"])
    }

    @Test func `other files are UTF-8 or wrong`() {
        #expect(decode([0x41, 0xA3], fallback: .none).lines == ["error a.csv:1:2: the file is not good UTF-8 here"])
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xC1, 0xBF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
            [0xF5, 0x80, 0x80, 0x80],
        ] as [[UInt8]]
    )
    func `overlong, surrogate and unfinished sequences are bad`(bytes: [UInt8]) {
        #expect(
            decode(Array("é".utf8) + bytes, fallback: .none).lines.first
                == "error a.csv:1:2: the file is not good UTF-8 here"
        )
    }

    @Test func `UTF-16 is told as such`() {
        #expect(decode([0xFF, 0xFE, 0x41, 0x00]).lines == ["error a.csv: the file is UTF-16, not UTF-8"])
    }

    @Test func `a control character is an error at its place`() {
        #expect(
            decode(Array("a\nb".utf8) + [0]).lines == [
                "error a.csv:2:2: a character that cannot be seen or printed (code 0) stands in the text"
            ]
        )
    }

    @Test(
        arguments: [
            ("Mac Roman", [0xD5], "councilÕs", "council’s"),
            ("MS-DOS (code page 850)", [0x9C], "councilœs", "council£s"),
        ] as [(String, [UInt8], String, String)]
    )
    func `another code page is an error that says what the text would be`(
        page: String,
        bytes: [UInt8],
        windows: String,
        meant: String
    ) {
        // With a pound sign of its own before a number, which Mac Roman and Windows-1252 share.
        let sum: [UInt8] = page == "Mac Roman" ? [0xA3] : [0x9C]
        let reading = decode(Array("a,".utf8) + sum + Array("4m council".utf8) + bytes + Array("s".utf8))
        let first = page == "Mac Roman" ? (windows, meant) : ("œ4m", "£4m")
        let column = page == "Mac Roman" ? 14 : 3
        #expect(
            reading.lines == [
                "error a.csv:1:\(column): the file seems to be in \(page), in which `\(first.0)` is `\(first.1)`"
            ]
        )
        #expect(reading.value == "a,£4m \(meant)")
    }

    @Test(arguments: ["£4m – “late”… 20 °C, ½, café, naïve, €5", "CAFÉ RENÉ", "Siân O’Brien", "Žižek", "Måløy", "5 m²"])
    func `English and names in Windows-1252 are no other code page`(text: String) {
        let bytes = text.unicodeScalars.compactMap(Windows1252.byte)
        #expect(bytes.count == text.unicodeScalars.count)
        let reading = decode(bytes)
        #expect(reading.value == text)
        #expect(reading.lines == [])
    }

    @Test(arguments: [
        (
            "The councilâ€™s Â£2.4m â€“ again",
            "error a.csv:1:12: the text has been saved in the wrong encoding in 3 places: `â€™` was `’`"
        ),
        ("cafÃ©", "error a.csv:1:4: the text has been saved in the wrong encoding: `Ã©` was `é`"),
        ("DÅµr", "error a.csv:1:2: the text has been saved in the wrong encoding: `Åµ` was `ŵ`"),
        ("a\u{FFFD}b", "error a.csv:1:2: a character has been lost"),
    ])
    func `text that was saved in the wrong encoding is an error, with what it was`(text: String, line: String) {
        #expect(decode(Array(text.utf8)).lines == [line])
    }

    @Test(arguments: ["Château, Ångström, Ça va", "Åre Â", "â 5", "ÂA"])
    func `letters with accents are letters`(text: String) {
        #expect(decode(Array(text.utf8)).lines == [])
    }

    @Test func `UTF-16 of a spreadsheet is read, and half a character at its end is told`() {
        let bytes: [UInt8] = [0xFF, 0xFE] + "£5–é".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
        #expect(decode(bytes, fallback: .spreadsheet).value == "£5–é")
        #expect(decode(bytes, fallback: .spreadsheet).lines == [])
        #expect(decode(bytes + [0x41], fallback: .spreadsheet).lines == ["error a.csv:1:5: a character has been lost"])
    }

    @Test func `the mark with which DOS ended a file is told and no row`() {
        let reading = decode(Array("a\n".utf8) + [0x1A])
        #expect(reading.value == "a\n")
        #expect(
            reading.lines == [
                "error a.csv:2:1: a character that cannot be seen or printed (code 1A) stands in the text"
            ]
        )
    }

    @Test func `ligatures are letters, and the manual line break of Word is kept`() {
        #expect(decode(Array("o\u{FB03}ce \u{FB06}".utf8)).value == "office st")
        #expect(decode(Array("a\u{B}b".utf8)).lines == [])
    }
}
