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

    @Test func `a figure that has no room to move stays where it is, inside its column`() throws {
        let ends = try ends(["1,234,567", "0.123456"], width: 62)
        for (text, place) in ends { #expect(place.start >= .points(11), "\(text)") }
    }
}
