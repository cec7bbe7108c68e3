// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing
import TextShaping
@testable import Typesetting

@Suite struct HyphenationTests {
    private var build = PaperBuilder()

    private static var theme: Theme {
        var theme = Theme.plain()
        theme.table.text.hyphenateBelow = .points(40)
        return theme
    }

    /// The lines of a cell of a width.
    private mutating func lines(
        of text: String,
        width: Double,
        kind: Table.Row.Kind = .body,
        theme: Theme = Self.theme
    ) throws -> [String] {
        let columns = [Table.Column(width: .fixed(.points(width + 2)))]
        let row = build.row(text, kind: kind)
        let rows = kind == .header ? [build.row("x")] : [row]
        let table = Table(columns: columns, header: kind == .header ? [row] : [], rows: rows)
        let block = Block(id: build.node(), .table(table))
        let lines = try pages(of: [block], in: theme).texts.joined().map { $0.replacing("\u{AD}", with: "~") }
        return kind == .header ? lines.dropLast() : lines
    }

    @Test mutating func `words are hyphenated in a narrow column and nowhere else`() throws {
        let text = "the monitoring of performance"
        let narrow = try lines(of: text, width: 39)
        #expect(narrow == ["the", "monitoring", "of per~", "formance"])
        let wide = try lines(of: text, width: 50)
        #expect(wide == ["the", "monitoring of", "performance"])
    }

    @Test mutating func `headers and bands are never hyphenated`() throws {
        let text = "the monitoring"
        #expect(try lines(of: text, width: 39, kind: .header).allSatisfy { !$0.contains("~") })
        #expect(try lines(of: text, width: 39, kind: .band(level: 1)).allSatisfy { !$0.contains("~") })
    }

    @Test mutating func `names and codes are never hyphenated`() throws {
        for word in ["Communities", "NEETMONITORING", "monitor2ing"] {
            #expect(try lines(of: word, width: 39).allSatisfy { !$0.contains("~") })
        }
    }

    @Test mutating func `a word too long for its column is hyphenated before it is cut anywhere`() throws {
        var theme = Self.theme
        theme.table.text.hyphenateBelow = .points(1)
        #expect(try lines(of: "misunderstandings", width: 45, theme: theme) == ["misunder~", "standings"])
        let cut = try lines(of: "misunderstandings", width: 9, theme: theme)
        #expect(cut.joined().replacing("~", with: "") == "misunderstandings")
    }

    @Test mutating func `a word is divided in several places where it must be`() throws {
        let lines = try lines(of: "(misunderstandings)", width: 30)
        #expect(lines == ["(mis~", "under~", "stand~", "ings)"])
    }

    @Test mutating func `an officer's soft hyphen divides a word in any column, and is read where it does`() throws {
        let text = "Llanfair\u{AD}pwllgwyngyll"
        #expect(try lines(of: text, width: 55) == ["Llanfair~", "pwllgwyngyll"])
        #expect(try lines(of: text, width: 100) == ["Llanfair~pwllgwyngyll"])
    }

    @Test mutating func `a hyphenated line is no wider than its column, and its parts are as wide as they are drawn`()
        throws
    {
        for width in stride(from: 12.0, through: 39, by: 1.5) {
            let columns = [Table.Column(width: .fixed(.points(width + 2)))]
            let text = "a considerable improvement in understanding (notwithstanding) re-establishment"
            let table = Table(columns: columns, header: [], rows: [build.row(text)])
            let pages = try pages(of: [Block(id: build.node(), .table(table))], in: Self.theme)
            var words = ""
            for case .text(let run) in pages.flatMap(\.items) {
                let drawn = run.pieces.filter { $0.piece.text != " " }
                let end = drawn.last.map { $0.x + $0.piece.width } ?? .zero
                #expect(end <= .points(width) + .points(0.3))
                words += run.text
            }
            #expect(words.replacing("\u{AD}", with: "") == text)
        }
    }

    @Test mutating func `where words have to be hyphenated, a column that has room for whole ones keeps them whole`()
        throws
    {
        let words = ["misunderstandings", "interdepartmental", "it"]
        let columns = Array(repeating: Table.Column(), count: 3)
        let table = Table(columns: columns, header: [], rows: [build.row(words.map { build.cell($0) })])
        let pages = try pages(
            of: [Block(id: build.node(), .table(table))],
            in: {
                var theme = Theme.plain(width: 130)
                theme.table.text.hyphenateBelow = .points(1)
                return theme
            }()
        )
        let lines = pages.texts.joined().map { $0.replacing("\u{AD}", with: "~") }
        #expect(lines == ["misunder~", "standings", "interdepartmental", "it"])
    }
}
