// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

struct TablePaginationTests {
    @Test func `a header row is repeated on every page, as furniture after the first`() throws {
        var build = PaperBuilder()
        let rows = (1...12).map { build.row("row \($0)", "value \($0)") }
        let header = build.row("Name", "Value", kind: .header)
        let pages = try pages(of: [build.table(columns: 2, header: [header], rows: rows)])
        let expected: [[String]] = [1...5, 6...10, 11...12].map { numbers in
            ["Name", "Value"] + numbers.flatMap { ["row \($0)", "value \($0)"] }
        }
        #expect(pages.texts == expected)
        let owners = pages.map { page in
            page.items.compactMap { item in
                if case .text(let run) = item, run.text.hasPrefix("Name") { run.owner } else { nil }
            }
        }
        #expect(owners[0].allSatisfy { if case .node = $0 { true } else { false } })
        #expect(owners[1] == [.furniture(.repeatedHeader)])
        #expect(owners[2] == [.furniture(.repeatedHeader)])
    }

    @Test func `a row that goes on a page is not divided`() throws {
        var build = PaperBuilder()
        let rows = [
            build.row("one", "a\nb\nc\nd"),
            build.row("two", "e\nf\ng"),
        ]
        let header = build.row("Name", "Value", kind: .header)
        let pages = try pages(of: [build.table(columns: 2, header: [header], rows: rows)])
        #expect(
            pages.texts == [["Name", "Value", "one", "a", "b", "c", "d"], ["Name", "Value", "two", "e", "f", "g"]]
        )
    }

    @Test func `a row higher than a page is divided and loses nothing`() throws {
        var build = PaperBuilder()
        let words = (1...60).map { "word\($0)" }
        let rows = [build.row("long", words.joined(separator: " "))]
        let header = build.row("Name", "Value", kind: .header)
        let pages = try pages(of: [build.table(columns: 2, header: [header], rows: rows)])
        #expect(pages.count > 1)
        let placed = pages.texts.joined().joined(separator: " ").split(separator: " ").map(String.init)
        #expect(placed.filter { $0.hasPrefix("word") } == words)
        #expect(pages.texts.map { $0.prefix(2) } == Array(repeating: ["Name", "Value"], count: pages.count))
    }

    @Test func `a band stays with its first row and is repeated after a break`() throws {
        var build = PaperBuilder()
        let header = build.row("Name", "Value", kind: .header)
        var rows = (1...3).map { build.row("row \($0)", "\($0)") }
        rows.append(build.band("Libraries", columns: 2))
        rows += (4...10).map { build.row("row \($0)", "\($0)") }
        let pages = try pages(of: [build.table(columns: 2, header: [header], rows: rows)])
        #expect(
            pages.texts[0] == ["Name", "Value", "row 1", "1", "row 2", "2", "row 3", "3", "Libraries", "row 4", "4"]
        )
        #expect(pages.texts[1].prefix(4) == ["Name", "Value", "Libraries (continued)", "row 5"])

        var late = (1...4).map { build.row("row \($0)", "\($0)") }
        late.append(build.band("Libraries", columns: 2))
        late += (5...6).map { build.row("row \($0)", "\($0)") }
        let moved = try TypesettingTests.pages(of: [build.table(columns: 2, header: [header], rows: late)])
        #expect(moved.texts[0].last == "4")
        #expect(moved.texts[1] == ["Name", "Value", "Libraries", "row 5", "5", "row 6", "6"])
    }

    @Test func `a cell over several rows goes on where a page ends between them`() throws {
        var build = PaperBuilder()
        let header = build.row("Name", "Value", kind: .header)
        let shared = (1...9).map { "line \($0)" }.joined(separator: "\n")
        var rows = [build.row([build.cell("row 1"), build.cell(shared, rows: 8)])]
        rows += (2...8).map { build.row("row \($0)") }
        let pages = try pages(of: [build.table(columns: 2, header: [header], rows: rows)])
        let placed = pages.texts.joined().filter { $0.hasPrefix("line") }
        #expect(placed == (1...9).map { "line \($0)" })
        #expect(pages.texts[0].contains("line 1") && pages.texts[1].contains("line 9"))
        #expect(pages.texts.joined().filter { $0.hasPrefix("row") }.sorted() == (1...8).map { "row \($0)" })
    }

    @Test func `a cell over several rows that ended on an earlier page is shown again beside the rows left`() throws {
        var build = PaperBuilder()
        let header = build.row("Name", "Value", kind: .header)
        var rows = [build.row([build.cell("row 1"), build.cell("shared", rows: 9)])]
        rows += (2...9).map { build.row("row \($0)") }
        let pages = try pages(of: [build.table(columns: 2, header: [header], rows: rows)])
        #expect(pages.texts[0] == ["Name", "Value", "row 1", "shared"] + (2...5).map { "row \($0)" })
        #expect(pages.texts[1] == ["Name", "Value", "shared"] + (6...9).map { "row \($0)" })
        let owners = pages[1].items.compactMap { item in
            if case .text(let run) = item, run.text == "shared" { run.owner } else { nil }
        }
        #expect(owners == [.furniture(.repeatedCell)])
    }

    @Test func `a heading is not left at the foot of a page before a table`() throws {
        var build = PaperBuilder()
        var blocks = (1...4).map { build.paragraph("paragraph \($0)") }
        blocks.append(build.heading("Exceptions"))
        let header = build.row("Name", "Value", kind: .header)
        blocks.append(build.table(columns: 2, header: [header], rows: [build.row("one", "1")]))
        let pages = try pages(of: blocks)
        #expect(pages.texts[0] == (1...4).map { "paragraph \($0)" })
        #expect(pages.texts[1] == ["Exceptions", "Name", "Value", "one", "1"])
    }

    @Test func `notes stay with the last row, and bring it with them`() throws {
        var build = PaperBuilder()
        let header = build.row("Name", "Value", kind: .header)
        let rows =
            (1...5).map { build.row("row \($0)", "\($0)") } + [build.band("Band", columns: 2), build.row("last", "6")]
        func table(_ rows: [Table.Row]) -> Block {
            let columns = Array(repeating: Table.Column(width: .share(1)), count: 2)
            let note = build.note("note 1", "The note.")
            return Block(
                id: build.node(),
                .table(Table(columns: columns, header: [header], rows: rows, notes: [note]))
            )
        }
        var theme = Theme.plain()
        theme.note.place = .text
        let whole = try pages(of: [table(Array(rows.prefix(4)))], in: theme)
        #expect(whole.texts.last?.suffix(4) == ["row 4", "4", "[note\u{A0}1]", "The note."])
        #expect(whole.count == 1)
        let short = try pages(of: [table(Array(rows.prefix(5)))], in: theme)
        #expect(
            short.texts.last == ["Name", "Value", "row 4", "4", "row 5", "5", "[note\u{A0}1]", "The note."]
        )
        let banded = try pages(of: [table([rows[0], rows[1], rows[2], rows[5], rows[6]])], in: theme)
        #expect(banded.texts.last == ["Name", "Value", "Band", "last", "6", "[note\u{A0}1]", "The note."])
    }

    @Test func `the last row does not stand alone under a repeated header`() throws {
        var build = PaperBuilder()
        let header = build.row("Name", "Value", kind: .header)
        var rows = (1...6).map { build.row("row \($0)", "\($0)") }
        let pages = try pages(of: [build.table(columns: 2, header: [header], rows: rows)])
        // Five rows go on a page.
        #expect(pages.texts[0].last == "4")
        #expect(pages.texts[1] == ["Name", "Value", "row 5", "5", "row 6", "6"])

        // Under a band of its own it is alone as well.
        rows.insert(build.band("Band", columns: 2), at: 5)
        let banded = try TypesettingTests.pages(of: [build.table(columns: 2, header: [header], rows: rows)])
        #expect(banded.texts[1] == ["Name", "Value", "row 5", "5", "Band", "row 6", "6"])

        // Two bands are not left without their row.
        for above in 1...4 {
            let few = (1...above).map { build.row("row \($0)", "\($0)") }
            let bands = [build.band("Band 1", columns: 2), build.band("Band 2", level: 2, columns: 2)]
            let nested = try TypesettingTests.pages(
                of: [
                    build.table(
                        columns: 2,
                        header: [header],
                        rows: few + bands + [build.row("last but one", "x"), build.row("last", "y")]
                    )
                ]
            )
            #expect(!nested.texts.contains { $0.last?.hasPrefix("Band") == true }, "\(nested.texts)")
        }

        // A row that would leave too much of the page empty stays.
        let high = [build.row("row 1", "1"), build.row("row 2", "a\nb\nc\nd"), build.row("row 3", "3")]
        let kept = try TypesettingTests.pages(of: [build.table(columns: 2, header: [header], rows: high)])
        #expect(kept.texts.map(\.last) == ["d", "3"])
    }

    @Test func `of a head higher than half a page the title is left out first, then the bands, then the header`() throws
    {
        func head(header: Int, band: Int) throws -> [String] {
            func lines(_ name: String, _ count: Int) -> String {
                (1...count).map { "\(name)\($0)" }.joined(separator: "\n")
            }
            var build = PaperBuilder()
            let table = Table(
                columns: [Table.Column(width: .share(1))],
                header: [build.row(lines("h", header), kind: .header)],
                rows: [build.band(lines("b", band), columns: 1)] + (1...16).map { build.row("row \($0)") },
                title: "title"
            )
            var theme = Theme.plain(height: 160)
            theme.table.repeatsTitle = true
            let pages = try TypesettingTests.pages(of: [Block(id: build.node(), .table(table))], in: theme)
            return pages.texts[1].filter { !$0.hasPrefix("row") }
        }
        // Half of the page is seventy points: a line has ten, with three between two, and a row two more.
        #expect(try head(header: 3, band: 1) == ["title (continued)", "h1", "h2", "h3", "b1 (continued)"])
        #expect(try head(header: 4, band: 1) == ["h1", "h2", "h3", "h4", "b1 (continued)"])
        #expect(try head(header: 4, band: 2) == ["h1", "h2", "h3", "h4"])
        #expect(try head(header: 6, band: 1) == [])
    }

    @Test func `a signature behind a table brings its last row with it`() throws {
        var build = PaperBuilder()
        let header = build.row("Name", "Value", kind: .header)
        let rows = (1...5).map { build.row("row \($0)", "\($0)") }
        let signature = Block(
            id: build.node(),
            .signature(Signature(name: [.text("Pat Smith")], post: [.text("Director")]))
        )
        let pages = try pages(of: [build.table(columns: 2, header: [header], rows: rows), signature])
        #expect(pages.texts[0] == ["Name", "Value", "row 1", "1", "row 2", "2", "row 3", "3"])
        #expect(pages.texts[1] == ["Name", "Value", "row 4", "4", "row 5", "5", "Pat Smith", "Director"])
    }

    @Test func `a table that asks for it stands on its side with its heading, and the rest upright`() throws {
        var build = PaperBuilder()
        let header = build.row("Name", "Value", kind: .header)
        let columns = Array(repeating: Table.Column(width: .share(1)), count: 2)
        let table = Table(columns: columns, header: [header], rows: [build.row("one", "1")], isLandscape: true)
        let pages = try pages(
            of: [
                build.paragraph("before"), build.heading("Wide"), Block(id: build.node(), .table(table)),
                build.paragraph("after"),
            ],
            in: .plain(width: 100, height: 200)
        )
        #expect(pages.texts == [["before"], ["Wide", "Name", "Value", "one", "1"], ["after"]])
        let (upright, onItsSide) = (
            Size(width: .points(100), height: .points(200)), Size(width: .points(200), height: .points(100))
        )
        #expect(pages.map(\.size) == [upright, onItsSide, upright])
    }

    @Test func `a heading stays with a first row that is almost as high as a page`() throws {
        var build = PaperBuilder()
        let header = build.row("Name", "Value", kind: .header)
        let long = (1...7).map { "line \($0)" }.joined(separator: "\n")
        let blocks = [
            build.paragraph("before"), build.heading("Progress"), build.heading("Exceptions"),
            build.table(columns: 2, header: [header], rows: [build.row("row", long)]),
        ]
        let pages = try pages(of: blocks, in: .plain(height: 120))
        let page = try #require(pages.texts.first { $0.contains("Exceptions") })
        #expect(page.contains("Progress") && page.contains("line 1"))
        #expect(pages.texts.joined().filter { $0.hasPrefix("line") } == (1...7).map { "line \($0)" })
    }

    @Test func `a row under a band is divided rather than leave more of a page empty than the theme allows`() throws {
        var build = PaperBuilder()
        var theme = Theme.plain(height: 140)
        theme.table.waste = 0.3
        let header = build.row("Name", "Value", kind: .header)
        let long = (1...7).map { "line \($0)" }.joined(separator: "\n")
        let rows = [build.row("a", "1"), build.band("Band", columns: 2), build.row("row", long), build.row("b", "2")]
        let pages = try pages(
            of: [build.paragraph("before"), build.table(columns: 2, header: [header], rows: rows)],
            in: theme
        )
        #expect(pages.texts[0].contains("Band") && pages.texts[0].contains("line 2"))
        #expect(pages.texts[1].starts(with: ["Name", "Value", "Band (continued)"]))
        #expect(pages.texts.joined().filter { $0.hasPrefix("line") } == (1...7).map { "line \($0)" })
    }

    @Test func `a band higher than a page is divided, and stays inside it`() throws {
        var build = PaperBuilder()
        let words = (1...80).map { "w\($0)" }
        let rows = [build.band(words.joined(separator: " "), columns: 2), build.row("a", "1")]
        let header = build.row("Name", "Value", kind: .header)
        let theme = Theme.plain(width: 100, height: 80)
        let pages = try pages(of: [build.table(columns: 2, header: [header], rows: rows)], in: theme)
        let placed = pages.flatMap(\.items).compactMap { item -> TextRun? in
            if case .text(let run) = item, case .node = run.owner { run } else { nil }
        }
        let lowest = try #require(placed.map(\.origin.y).max())
        #expect(lowest <= theme.page.size.height - theme.page.margins.bottom)
        let drawn = placed.flatMap { $0.text.split(separator: " ").map(String.init) }.filter { $0.hasPrefix("w") }
        #expect(drawn == words)
    }

    @Test func `a table that is no more of a page than may be left empty is not divided`() throws {
        var build = PaperBuilder()
        let header = build.row("Name", "Value", kind: .header)
        func rows(_ count: Int) -> [Table.Row] { (1...count).map { build.row("row \($0)", "\($0)") } }
        let before = build.paragraph((1...4).map { "paragraph \($0)" }.joined(separator: " "))
        let filler = (1...4).map { build.paragraph("line \($0)") }
        // Half of a page of eighty points may be left empty: three rows of twelve points, but not four.
        let small = try pages(of: filler + [build.table(columns: 2, header: [header], rows: rows(2))])
        #expect(small.texts == [(1...4).map { "line \($0)" }, ["Name", "Value", "row 1", "1", "row 2", "2"]])
        let large = try pages(of: [before, build.table(columns: 2, header: [header], rows: rows(6))])
        #expect(large.texts[0].contains("row 1") && large.texts[1].contains("row 6"))
    }

    @Test func `what a page leaves of a shared cell raises its last row, and nothing is drawn over anything`() throws {
        var build = PaperBuilder()
        let header = build.row("Name", "Value", kind: .header)
        let shared = (1...5).map { "line \($0)" }.joined(separator: "\n")
        var rows = (1...3).map { build.row("before \($0)", "x") }
        // The first row is two lines high, of which the shared cell can use one.
        rows.append(build.row([build.cell("first of the rows that share"), build.cell(shared, rows: 2)]))
        rows += [build.row("second"), build.row("after", "next")]
        let pages = try pages(of: [build.table(columns: 2, header: [header], rows: rows)])
        #expect(pages.texts[0].suffix(3) == ["first of the rows", "that share", "line 1"])
        #expect(pages.texts[1].prefix(6) == ["Name", "Value", "line 2", "line 3", "line 4", "line 5"])
        let heights = pages[1].items.reduce(into: [String: Length]()) { heights, item in
            if case .text(let run) = item { heights[run.text] = run.origin.y }
        }
        // A line and the padding on either side of the border.
        let gap = try #require(heights["next"]) - (try #require(heights["line 5"]))
        #expect(gap == .points(12), "\(pages[1].dump)")
    }

    @Test(arguments: [4, 5, 6, 7, 8, 9, 10])
    func `headings are not left alone before a row that goes on no page with them`(
        lines: Int
    ) throws {
        var build = PaperBuilder()
        var theme = Theme.plain(height: 120)
        theme.table.waste = 1
        let header = build.row("Name", "Value", kind: .header)
        let long = (1...lines).map { "line \($0)" }.joined(separator: "\n")
        let blocks = [
            build.paragraph("before"), build.heading("Progress"), build.heading("Exceptions"),
            build.table(columns: 2, header: [header], rows: [build.row("row", long)]),
        ]
        let pages = try pages(of: blocks, in: theme)
        let page = try #require(pages.texts.first { $0.contains("Progress") })
        #expect(page.contains("Exceptions") && page.contains("line 1"), "\(pages.texts)")
        #expect(pages.texts.joined().filter { $0.hasPrefix("line") } == (1...lines).map { "line \($0)" })
    }

    @Test func `padding higher than a page does not go on for ever`() throws {
        var build = PaperBuilder()
        var theme = Theme.plain()
        theme.table.padding.top = .points(300)
        let header = build.row("Name", "Value", kind: .header)
        let rows = [build.row("a", ""), build.row("", ""), build.row("b", "2")]
        let pages = try pages(of: [build.table(columns: 2, header: [header], rows: rows)], in: theme)
        #expect(pages.texts.joined().sorted() == ["2", "Name", "Value", "a", "b"])
    }

    @Test func `one endless word does not divide the words of its neighbours`() throws {
        var build = PaperBuilder()
        let header = build.row("Development", "Deliverable", "Comments", kind: .header)
        let endless = String(repeating: "abcdefghij", count: 10)
        let pages = try pages(of: [build.table(columns: 3, header: [header], rows: [build.row("a", "b", endless)])])
        #expect(pages.texts[0].prefix(3) == ["Development", "Deliverable", "Comments"])
        #expect(pages.texts.joined().dropFirst(5).joined() == endless)
    }

    @Test func `columns promised more than the page are told and kept on it`() throws {
        var build = PaperBuilder()
        let columns = Array(repeating: Table.Column(width: .fixed(.points(100))), count: 3)
        let header = build.row("A", "B", "C", kind: .header)
        let block = Block(id: build.node(), .table(Table(columns: columns, header: [header], rows: [])))
        let set = try typeset(
            build.paper([block]),
            theme: .plain(width: 200, height: 200),
            shaper: Repository.shaper()
        )
        #expect(set.diagnostics.map(\.severity.rawValue) == ["warning"])
        for case .text(let run) in set.pages.flatMap(\.items) { #expect(run.origin.x + run.width <= .points(190)) }
    }

    @Test func `a header higher than half a page is not repeated, and the table still ends`() throws {
        var build = PaperBuilder()
        let header = build.row((1...5).map { "h\($0)" }.joined(separator: "\n"), "Value", kind: .header)
        let rows = (1...9).map { build.row("row \($0)", "\($0)") }
        let pages = try pages(of: [build.table(columns: 2, header: [header], rows: rows)])
        #expect(pages.texts.joined().filter { $0.hasPrefix("row") } == (1...9).map { "row \($0)" })
        #expect(pages.texts.joined().filter { $0 == "h1" }.count == 1)
    }

    @Test func `an empty table and a table of only a header are drawn`() throws {
        var build = PaperBuilder()
        let header = build.row("Name", "Value", kind: .header)
        let onlyHeader = try pages(of: [build.table(columns: 2, header: [header], rows: [])])
        #expect(onlyHeader.texts == [["Name", "Value"]])
        let empty = try pages(of: [build.table(columns: 2, header: [], rows: [])])
        #expect(empty.texts == [[]])
    }

    @Test func `a word wider than its column is divided, not lost and not outside`() throws {
        var build = PaperBuilder()
        let code = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCD"
        let header = build.row("A", "B", "C", kind: .header)
        let rows = [build.row(code, code, code)]
        let pages = try pages(of: [build.table(columns: 3, header: [header], rows: rows)])
        let pieces = pages.texts.joined().dropFirst(3)
        #expect(pieces.joined() == code + code + code)
        for case .text(let run) in pages.flatMap(\.items) {
            #expect(run.origin.x + run.width <= .points(190))
        }
    }
}
