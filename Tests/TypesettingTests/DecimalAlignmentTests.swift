// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing
import TextShaping

@testable import Typesetting

struct DecimalAlignmentTests {
    /// Where the lines of a decimal column begin and end, by their words.
    private func ends(_ figures: [String], width: Double = 120) throws -> [String: (start: Length, end: Length)] {
        var build = PaperBuilder()
        let header = build.row("Figure", kind: .header)
        let columns = [Table.Column(width: .share(1), alignment: .decimal)]
        let rows = figures.map { build.row($0) }
        let block = Block(id: build.node(), .table(Table(columns: columns, header: [header], rows: rows)))
        let pages = try pages(of: [block], in: .plain(width: width, height: 400))
        var ends: [String: (start: Length, end: Length)] = [:]
        for case .text(let run) in pages.flatMap(\.items) { ends[run.text] = (run.origin.x, run.origin.x + run.width) }
        return ends
    }

    private func width(_ text: String) throws -> Length {
        let shaper = try Repository.shaper()
        return shaper.piece(
            Substring(text),
            in: try shaper.prepare(Theme.plain().body.text.fontStyle(language: "en-GB"))
        )
        .width
    }

    @Test func `decimal marks stand under one another, whatever the decimals and the sign`() throws {
        let ends = try ends(["68.69", "7.5", "1,234.25", "75", "\u{2212}3.5"])
        let marks = try ["68.69": "68", "7.5": "7", "1,234.25": "1,234", "75": "75", "\u{2212}3.5": "\u{2212}3"].map {
            try #require(ends[$0.key]).start + (try width($0.value))
        }
        let first = try #require(marks.first)
        // Kerning may move a mark by a hair.
        #expect(marks.allSatisfy { abs(($0 - first).units) < 256 })
        #expect(ends["68.69"]?.end == .points(120 - 10 - 1))
    }

    @Test func `figures of other units stay at the right`() throws {
        let ends = try ends(["9.5%", "84%", "5,500", "33.5\u{A0}days"])
        #expect(ends["9.5%"]?.end == .points(109))
        #expect(ends["5,500"]?.end == .points(109))
        #expect(try #require(ends["84%"]).end < .points(109))
    }

    @Test func `a numbered list in a column of figures stays in its cell`() throws {
        var build = PaperBuilder()
        let columns = [Table.Column(width: .share(1), alignment: .decimal)]
        let items = ["Alpha", "Beta"].map { List.Item(id: build.node(), blocks: [build.paragraph($0)]) }
        let list = Block(id: build.node(), .list(List(marker: .decimal(start: 1), items: items)))
        let cell = Table.Cell(id: build.node(), blocks: [list])
        let rows = [build.row([cell]), build.row("12.345678")]
        let block = Block(id: build.node(), .table(Table(columns: columns, header: [], rows: rows)))
        for case .text(let run) in try pages(of: [block]).flatMap(\.items) { #expect(run.origin.x >= .points(11)) }
    }

    @Test func `words stay at the right`() throws {
        let ends = try ends(["Not available", "7.5", "10.25"])
        #expect(ends["Not available"]?.end == .points(109))
    }

    @Test func `words in brackets are no marks, and move nothing`() throws {
        for words in ["[not supplied]", "[not set]", "[x]"] {
            let ends = try ends(["3,000", words, "4,500"])
            #expect(ends["3,000"]?.end == .points(109))
            #expect(ends["4,500"]?.end == .points(109))
            #expect(ends[words]?.end == .points(109))
        }
    }

    @Test func `a figure that has no room to move stays where it is, inside its column`() throws {
        let ends = try ends(["1,234,567", "0.123456"], width: 62)
        for (text, place) in ends { #expect(place.start >= .points(11), "\(text)") }
    }

    // MARK: - Marks behind figures

    /// Where the lines of a column of figures end, by their words, with marks of a note in brackets at the ends of some figures (`75% [1]`).
    private func lines(
        _ figures: [String],
        title: String = "Figure",
        width: Double = 160
    ) throws -> [(text: String, end: Length)] {
        var build = PaperBuilder()
        let columns = [Table.Column(width: .share(1), alignment: .decimal)]
        let rows = figures.map { build.row($0) }
        let header = [build.row(title, kind: .header)]
        let block = Block(id: build.node(), .table(Table(columns: columns, header: header, rows: rows)))
        let theme = Theme.plain(width: width, height: 400)
        let pages = try pages(of: [block], in: theme)
        #expect(LayoutProof(pages, of: [block], in: theme).faults() == [])
        return pages.flatMap(\.items).compactMap { item in
            guard case .text(let run) = item else { return nil }
            let pieces = run.pieces.filter { $0.piece.text != " " }
            return (
                run.text.split(separator: " ").joined(separator: " "),
                run.origin.x + (pieces.last.map { $0.x + $0.piece.width } ?? .zero)
            )
        }
    }

    @Test func `marks hang outside the figures, and titles end over these`() throws {
        let right = Length.points(160 - 10 - 1)
        let lines = try lines(["76.8% [note 1]", "80.1%", "412", "33.5 [p]", "Not set", "[x]"])
        let slot = try width(" [note 1]")
        #expect(lines.map(\.text) == ["Figure", "76.8% [note 1]", "80.1%", "412", "33.5 [p]", "Not set", "[x]"])
        // Its decimal mark is under that of the figure of the same unit.
        let whole = right - slot - (try width(".5"))
        let shorthand = right - slot + (try width(" [p]"))
        let ends = [right - slot, right, right - slot, whole, shorthand, right - slot, right - slot]
        for (line, end) in zip(lines, ends) { #expect(abs((line.end - end).points) < 0.6, "\(line.text)") }
    }

    @Test
    func
        `a slot is as wide as the widest marks: of the total only, of two marks, behind words, behind a space that does not break`()
        throws
    {
        let right = Length.points(160 - 10 - 1)
        for (figures, mark) in [
            (["412", "33", "445 [note 1]"], " [note 1]"), (["412 [p] [note 1]", "33"], " [p] [note 1]"),
            (["412", "Not set [note 1]"], " [note 1]"), (["86%\u{A0}[p]", "7%"], "\u{A0}[p]"),
        ] {
            let lines = try lines(figures)
            let plain = try #require(lines.first { !$0.text.contains("[") && $0.text != "Figure" })
            let marked = try #require(lines.first { $0.text.contains("[") })
            #expect(abs((plain.end - (right - (try width(mark)))).points) < 0.6, "\(figures)")
            #expect(abs((marked.end - right).points) < 0.6, "\(figures)")
        }
    }

    @Test func `a column without room for the slot has marks in the tails of their units`() throws {
        // The longest figure has fifty-eight points, and no room beside the slot.
        let lines = try lines(["1,234,567.89 days", "76% [note 1]", "5%"], width: 82)
        let right = Length.points(82 - 10 - 1)
        let days = try #require(lines.first { $0.text.hasPrefix("1,234") })
        #expect(abs((days.end - right).points) < 0.6)
        let slot = try width(" [note 1]")
        let five = try #require(lines.first { $0.text == "5%" })
        #expect(abs((five.end - (right - slot)).points) < 0.6)
    }

    @Test func `a title whose words have no room beside the slot takes of it what they lack`() throws {
        let lines = try lines(["5 [note 1]", "6"], title: "Figures", width: 74)
        #expect(lines[0].text == "Figures")
        let figure = try #require(lines.first { $0.text == "6" })
        #expect(lines[0].end > figure.end && lines[0].end < .points(63))
    }

    @Test func `figures with words from right to left stay inside their column`() throws {
        for line in try lines(["45 \u{5D9}\u{5DE}\u{5D9}\u{5DD} [note 1]", "45", "45 [note 1]"]) {
            #expect(line.end <= .points(149.6), "\(line.text)")
        }
    }

    @Test func `the title of a group of figures is at the left of its columns`() throws {
        var build = PaperBuilder()
        let columns = (0..<3).map { Table.Column(width: .share(1), alignment: $0 == 0 ? .left : .decimal) }
        let header = [
            build.row([build.cell("Name", rows: 2), build.cell("Actual", columns: 2)], kind: .header),
            build.row("Q1", "Q2", kind: .header),
        ]
        let block = Block(
            id: build.node(),
            .table(Table(columns: columns, header: header, rows: [build.row("visits", "1", "2")]))
        )
        let pages = try pages(of: [block], in: .plain(width: 200, height: 200))
        var starts: [String: Length] = [:]
        for case .text(let run) in pages.flatMap(\.items) { starts[run.text] = run.origin.x }
        // The second of three columns of sixty points, and a point of padding.
        #expect(starts["Actual"] == .points(10 + 60 + 1))
        #expect(try #require(starts["Q1"]) > .points(110))
    }
}
