// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats

/// YAML as values with places.
struct YAMLReaderTests {
    private func read(_ text: String, linesBefore: Int = 0) -> Reading<YAMLValue?> {
        Reading { YAMLReader(findings: $0, file: "a.yaml", linesBefore: linesBefore).read(text) }
    }

    /// Every scalar as it is found, with its place.
    private func scalars(_ value: YAMLValue?) -> [String] {
        switch value?.content {
        case .text(let text): ["\(text.string) \(text.location.line):\(text.location.column)"]
        case .list(let items): items.flatMap { scalars($0) }
        case .group(let entries): entries.flatMap { scalars($0.value) }
        case .nothing, nil: []
        }
    }

    @Test func `scalars are the text that was written`() {
        let text = "a: 2009-11-30\nb: 2009/10\nc: NO\nd: 1.0\ne: 0x10\nf: 'q'\ng: null\nh: [1e3, ~]\ni:\n"
        #expect(
            scalars(read(text).value) == [
                "2009-11-30 1:4", "2009/10 2:4", "NO 3:4", "1.0 4:4", "0x10 5:4", "q 6:4", "null 7:4", "1e3 8:5",
            ]
        )
    }

    @Test func `lines before the text count`() {
        #expect(scalars(read("a: b", linesBefore: 4).value) == ["b 5:4"])
    }

    @Test(arguments: [
        ("a: 'é' # x", "1:5"), ("a: b c", "1:4"), ("a: |\n  one\n", "2:3"), ("a: |\n\n    one\n", "2:5"),
        ("a: |2\n    one\n  two\n", "2:3"), ("a: |+1\n\n   \n   one\n", "2:2"),
        ("a: >\n  one\n  two\n", "1:4"), ("a: one\n  two\n", "1:4"),
    ])
    func `the text of a scalar has a place of its own`(text: String, place: String) throws {
        guard case .group(let entries) = read(text).value?.content else {
            Issue.record("there is a group")
            return
        }
        let origin = try #require(entries.first?.value.text?.origin.start)
        #expect("\(origin.line):\(origin.column)" == place)
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", "error a.yaml:3:1 (a): `a` is given twice"),
        ("x:\n  a: 1\n  b: |\n    a: 5\n  'a': 3\n", "error a.yaml:5:3 (a): `a` is given twice"),
        ("x: { a: 1, b: { a: 2 }, a: 3 }\n", "error a.yaml:1:25 (a): `a` is given twice"),
        ("- a: 1\n  a: 2\n- a: 3\n", "error a.yaml:2:3 (a): `a` is given twice"),
        ("a: b: c\n", "error a.yaml:1:5: a `:` stands where a value cannot hold one"),
        ("a: 1\n\tb: 2\n", "error a.yaml:2:1: a tab stands where only spaces may"),
        ("a: @b\n", "error a.yaml:1:4: a text cannot begin with `@`"),
        ("a: *b\n", "error a.yaml:1:4: a text cannot begin with `*`"),
        ("a: **b**\n", "error a.yaml:1:4: a text cannot begin with `*` or `&`"),
        ("a: [b, c\nd: e\n", "error a.yaml:1:4: a list in `[ ]` is not closed, or a comma is missing"),
        ("a: { b: c\n", "error a.yaml:1:4: a group in `{ }` is not closed, or a comma is missing"),
        ("a: \"b\nc: d\n", "error a.yaml:1:4: a quote is opened and not closed"),
        ("a: 'b' c\n", "error a.yaml:1:8: this line does not fit the lines above it"),
        ("a: 1\n---\nb: 2\n", "error a.yaml:2:1: a second document begins here; a file holds one"),
        (
            "a: \"\\q\"\n",
            "error a.yaml:1:5: a `\\` in double quotes is not followed by a letter that it can stand before"
        ),
        ("? [a]\n: b\n", "error a.yaml:1:3: a key is a word, not a list or a group"),
        ("a: &x [1]\nb: *x\n", "error a.yaml:2:4: `*` refers to an anchor (`&`), which is not read here"),
        ("a: !EXEMPT 3\n", "error a.yaml:1:4 (a): a text cannot begin with `!`"),
        ("a: ! b\n", "error a.yaml:1:4 (a): a text cannot begin with `!`"),
        ("a: [!EXEMPT 3]\n", "error a.yaml:1:5 (a): a text cannot begin with `!`"),
        ("!EXEMPT a: b\n", "error a.yaml:1:1: a text cannot begin with `!`"),
        ("a: &Co 3\n", "error a.yaml:1:4 (a): a text cannot begin with `&`"),
        ("&Co a: b\n", "error a.yaml:1:1: a text cannot begin with `&`"),
        ("a: [b, &c]\n", "error a.yaml:1:8 (a): a text cannot begin with `&`"),
    ])
    func `what is wrong is told at its place`(text: String, line: String) {
        #expect(read(text).lines == [line])
    }

    @Test func `two keys of one name do not hide what else there is`() {
        let reading = read("a: 1\na: 2\nb: 3\nb: 4\nc: 5\na: 6\n")
        #expect(scalars(reading.value) == ["1 1:4", "3 3:4", "5 5:4"])
        #expect(
            reading.lines == [
                "error a.yaml:2:1 (a): `a` is given twice", "error a.yaml:4:1 (b): `b` is given twice",
                "error a.yaml:6:1 (a): `a` is given twice",
            ]
        )
    }

    @Test func `what follows a key that is given twice is not read, however it is written`() {
        let reading = read("a: 1\n'a':\n  - { b: 2 }\n  - 3\n\"a\": |\n  four\nb: 5\n")
        #expect(scalars(reading.value) == ["1 1:4", "5 7:4"])
        #expect(
            reading.diagnostics.map(\.hint)
                == Array(repeating: "it is given first in line 1; keep one of the two", count: 2)
        )
    }

    /// A mark in quotes is a text, also where an anchor has its name.
    @Test func `an asterisk in quotes is no alias`() {
        let reading = read("a: '*x'\nb: '&x'\n")
        #expect(scalars(reading.value) == ["*x 1:4", "&x 2:4"])
        #expect(reading.lines == [])
    }

    @Test(arguments: [("a: b\u{1}\n", "error a.yaml:1:5"), ("é: é\nb: \u{7}\n", "error a.yaml:2:4")])
    func `a control character has its place`(text: String, place: String) {
        #expect(read(text).lines == [place + ": the YAML cannot be read: control characters are not allowed"])
    }

    @Test func `a bomb of aliases is refused at once`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
        }
        #expect(read(text).value == nil)
        #expect(read(text).lines.count == 1)
    }

    @Test(arguments: ["[", "{", "- ", "? ", "a: {", "\"", "!!binary ", "&a ", "*a ", "%", "---\n", "|"])
    func `deep or endless beginnings are one problem`(beginning: String) {
        for count in [1, 10, 100] { #expect(read(String(repeating: beginning, count: count)).lines.count <= 1) }
        #expect(read(String(repeating: beginning, count: 5_000)).lines.count == 1)
    }

    @Test(arguments: [
        ("[", "error a.yaml:1:2: a value is missing here, or a `]` or `}` that closes what is open"),
        ("a: {", "error a.yaml:1:5: a value is missing here, or a `]` or `}` that closes what is open"),
        ("a: {\n", "error a.yaml:2:1: a value is missing here, or a `]` or `}` that closes what is open"),
        ("a: 1\nb: [é", "error a.yaml:2:4: a list in `[ ]` is not closed, or a comma is missing"),
        ("a: [1, 2]\nbé", "error a.yaml:2:3: a `:` is missing after a key"),
    ])
    func `a problem at the end of a text without a line end has its place in the last line`(text: String, line: String)
    {
        #expect(read(text).lines == [line])
    }

    @Test func `lists and groups too deep in one another are an error`() {
        let text = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(read(text).lines == ["error a.yaml:1:33: lists and groups stand too deep in one another here"])
    }

    @Test(arguments: [
        ("a: After incident #2 it closed\n", ["error a.yaml:1:19 (a): what follows `#` is a comment, and is not read"]),
        ("a: Flood # 2 closed\n", ["error a.yaml:1:10 (a): what follows `#` is a comment, and is not read"]),
        ("a: #2 closed\n", ["error a.yaml:1:4 (a): what follows `#` is a comment, and is not read"]),
        ("- one #two\n", ["error a.yaml:1:7: what follows `#` is a comment, and is not read"]),
        ("a: b # a comment\n", []), ("a: b    # 2 of them\n", []), ("a: 'one #2'\n", []), ("a: b#2\n", []),
        ("a: b  ## two\n", []), ("#a comment\na: b\n", []),
    ])
    func `a number sign in a text without quotes is told`(text: String, lines: [String]) {
        #expect(read(text).lines == lines)
    }

    @Test func `a group of more keys than a limit is read up to it`() {
        let reading = read((0...Limits.mostEntries).map { "k\($0): 1\n" }.joined())
        #expect(reading.lines == ["error a.yaml:10001:1: the group has more than 10000 keys"])
        #expect(reading.diagnostics.map(\.hint) == ["this one and those after it are not read"])
    }
}
