// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing
import TextShaping

@testable import Typesetting

@Suite struct TableFoldingTests {
    private var build = PaperBuilder()

    private static var theme: Theme {
        var theme = Theme.plain(width: 140, height: 200)
        theme.table.folds = true
        return theme
    }

    private let comment = String(repeating: "The reason and what is being done. ", count: 6)

    private mutating func table(_ rows: [Table.Row], folds: Bool = true) -> Block {
        let columns = [Table.Column(), Table.Column(alignment: .decimal, folds: folds), Table.Column(folds: folds)]
        let header = build.row("Measure", "Actual", "Comments", kind: .header)
        return Block(id: build.node(), .table(Table(columns: columns, header: [header], rows: rows)))
    }

    private func labels(_ pages: [Page]) -> [String] {
        pages.flatMap(\.items).compactMap { item in
            guard case .text(let run) = item, run.owner == .furniture(.columnLabel),
                run.text.contains(where: \.isLetter)
            else { return nil }
            return String(run.text.trimmingPrefix { $0 == " " })
        }
    }

    @Test mutating func `a folded table has each value after the title of its column, and its header once`() throws {
        let block = table([build.row("Visits", "12.5%", comment), build.row("Loans", "", comment)])
        let pages = try pages(of: [block], in: Self.theme)
        #expect(labels(pages) == ["Actual: ", "Comments: ", "Comments: "])
        let headers = pages.flatMap(\.items).filter { item in
            guard case .text(let run) = item else { return false }
            return run.owner == .furniture(.repeatedHeader)
        }
        #expect(headers.isEmpty)
        let header = pages[0].items.compactMap { item in
            if case .text(let run) = item { run.text } else { nil }
        }
        #expect(header.prefix(5).joined() == "Measure · Actual · Comments")
    }

    @Test mutating func `a table whose kind does not say how is folded only where its prose is in narrow columns`()
        throws
    {
        let rows = [build.row("Visits", "12.5%", comment)]
        // Eight letters' sizes are left of the page for the comment.
        #expect(try labels(pages(of: [table(rows, folds: false)], in: Self.theme)) == ["Actual: ", "Comments: "])
        var theme = Self.theme
        theme.page.size.width = .points(300)
        #expect(try labels(pages(of: [table(rows, folds: false)], in: theme)).isEmpty)
        let short = [build.row("Visits", "12.5%", "Fewer came.")]
        #expect(try labels(pages(of: [table(short, folds: false)], in: Self.theme)).isEmpty)
    }

    @Test mutating func `a table that would be turned is cards where these take fewer pages`() throws {
        let titles = ["Service", "Planned", "Done", "Progress", "Remark"]
        let cells = ["Inspections", "1,768,000", "1,761,000", "Completed", "Enough."]
        let table = Table(
            columns: titles.map { _ in Table.Column() },
            header: [build.row(titles.map { build.cell($0) }, kind: .header)],
            rows: [build.row(cells.map { build.cell($0) })]
        )
        let block = Block(id: build.node(), .table(table))
        var theme = Self.theme
        let cards = try pages(of: [block], in: theme)
        #expect(cards.map(\.size.height) == [.points(200)])
        #expect(labels(cards) == ["Planned: ", "Done: ", "Progress: ", "Remark: "])
        theme.table.folds = false
        #expect(try pages(of: [block], in: theme).map(\.size.height) == [.points(140)])
    }

    @Test mutating func `the sign between two titles stays at the end of a line`() throws {
        let titles = ["Measure", "Actual of the year", "Target of the year"]
        let table = Table(
            columns: [Table.Column(), Table.Column(folds: true), Table.Column(folds: true)],
            header: [build.row(titles.map { build.cell($0) }, kind: .header)],
            rows: [build.row("Visits", comment, comment)]
        )
        let made = try pages(of: [Block(id: build.node(), .table(table))], in: Self.theme)
        #expect(visibleLines(made[0]).prefix(2) == ["Measure · Actual of the year ·", "Target of the year"])
    }

    @Test(arguments: [true, false])
    mutating func `a value with a label of its own has not that of its column too, whatever words are in bold`(
        isLabel: Bool
    ) throws {
        let next = Block(
            id: build.node(),
            .paragraph(Paragraph([.strong([.text("Next:")]), .text(" the first letting")]))
        )
        let cell = Table.Cell(id: build.node(), beginsWithLabel: isLabel, blocks: [next])
        let rows = [
            build.row([build.cell("Visits"), build.cell("12.5%"), cell]), build.row("Loans", "9%", comment),
        ]
        let labels = try labels(pages(of: [table(rows)], in: Self.theme))
        #expect(labels == ["Actual: "] + (isLabel ? [] : ["Comments: "]) + ["Actual: ", "Comments: "])
    }

    @Test mutating func `a table is folded only if the theme says so`() throws {
        let rows = [build.row("Visits", "12.5%", comment)]
        var theme = Self.theme
        theme.table.folds = false
        let block = table(rows)
        #expect(labels(try pages(of: [block], in: theme)).isEmpty)
    }

    @Test mutating func `a comment that rows share stays beside them, and other rows are folded`() throws {
        let first = build.row([build.cell("Visits"), build.cell("12.5%"), build.cell(comment, rows: 2)])
        let second = build.row([build.cell("Loans"), build.cell("7.5%")])
        let third = build.row("Fines", "3%", comment)
        let block = table([first, second, third])
        let pages = try pages(of: [block], in: Self.theme)
        #expect(
            labels(pages) == ["Actual: ", "Comments: ", "Actual: ", "Actual: ", "Comments: "]
        )
        #expect(LayoutProof(pages, of: [block], in: Self.theme).faults() == [])
        let words = pages.texts.joined().joined(separator: " ")
        #expect(words.split(separator: "The reason").count == 13)
    }

    @Test mutating func `labels with short values share lines, which end between two of them`() throws {
        let titles = ["Measure", "Actual", "Baseline", "Target", "Forecast", "Comments"]
        let columns = titles.map { Table.Column(folds: $0 != "Measure") }
        let cells = ["Visits", "12 days", "", "11 days", "10 days", comment]
        let block = Block(
            id: build.node(),
            .table(
                Table(
                    columns: columns,
                    header: [build.row(titles.map { build.cell($0) }, kind: .header)],
                    rows: [build.row(cells.map { build.cell($0) })]
                )
            )
        )
        var theme = Self.theme
        theme.page.size.width = .points(180)
        let pages = try pages(of: [block], in: theme)
        let lines = visibleLines(pages[0])
        let name = try #require(lines.firstIndex(of: "Visits"))
        #expect(lines[name + 1] == "Actual : 12 days · Target : 11 days")
        #expect(lines[name + 2] == "Forecast : 10 days")
        #expect(lines[name + 3].hasPrefix("Comments : The reason"))
        #expect(LayoutProof(pages, of: [block], in: theme).faults() == [])
    }

    @Test mutating func `paragraphs of one value are closer together than values`() throws {
        let block = table(
            [build.row("Visits", "12 days", "reason\nresponse")] + [build.row("Loans", "9 days\nlate", comment)]
        )
        let page = try #require(try pages(of: [block], in: Self.theme).first)
        let lines = visibleLines(page)
        let baselines = Set(
            page.items.compactMap { item in if case .text(let run) = item { run.origin.y } else { nil } }
        ).sorted()
        func distance(below line: String) throws -> Length {
            let index = try #require(lines.firstIndex(of: line), "\(lines)")
            return baselines[index + 1] - baselines[index]
        }
        #expect(try distance(below: "Actual : 9 days") == .points(11.25))
        #expect(try distance(below: "late") == .points(12.5))
        #expect(try distance(below: "Comments : reason") == .points(11.25))
        #expect(try distance(below: "Loans") == .points(12.5))
    }

    @Test mutating func `a label stands between a symbol and its words, and with the first item of a list`() throws {
        var paragraph = Paragraph([.text("Off target")])
        paragraph.symbol = .star
        let status = Table.Cell(id: build.node(), blocks: [Block(id: build.node(), .paragraph(paragraph))])
        let items = (1...4).map { "item \($0) " + String(repeating: "more words ", count: 8) }
        let list = Table.Cell(id: build.node(), blocks: [build.bullets(items)])
        let block = table([build.row([build.cell("Visits"), status, list])])
        for height in stride(from: 60.0, through: 110, by: 2) {
            var theme = Self.theme
            theme.page.size.height = .points(height)
            let pages = try pages(of: [block], in: theme)
            #expect(labels(pages) == ["Actual: ", "Comments: "])
            let lines = pages.map(visibleLines)
            #expect(lines.joined().contains("Actual : Off target"))
            for lines in lines { #expect(lines.last != "Comments :", "\(height)") }
        }
    }

    @Test mutating func `the items of a list are closer together than two values`() throws {
        var theme = Self.theme
        theme.list.gap = .points(6)
        let list = Table.Cell(id: build.node(), blocks: [build.bullets(["more visits", "more loans"])])
        let comments = build.cell("late")
        let columns = [Table.Column(), Table.Column(folds: true), Table.Column(folds: true)]
        let header = build.row("Measure", "Actual", "Comments", kind: .header)
        let rows = [build.row([build.cell("Visits"), list, comments]), build.row("Loans", comment, comment)]
        let block = Block(id: build.node(), .table(Table(columns: columns, header: [header], rows: rows)))
        let page = try #require(try pages(of: [block], in: theme).first)
        let lines = visibleLines(page)
        let baselines = Set(
            page.items.compactMap { item in if case .text(let run) = item { run.origin.y } else { nil } }
        ).sorted()
        let first = try #require(lines.firstIndex { $0.hasSuffix("more visits") }, "\(lines)")
        #expect(lines[first + 1].hasSuffix("more loans"))
        #expect(lines[first + 2] == "Comments : late")
        #expect(baselines[first + 1] - baselines[first] == .points(11.25))
        #expect(baselines[first + 2] - baselines[first + 1] == .points(12.5))
    }

    @Test mutating func `the title of a column is not put before values that have labels of their own`() throws {
        let columns = [Table.Column(), Table.Column(folds: true), Table.Column(folds: true)]
        let header = build.row("Measure", "Status, now and at year end", "Comments", kind: .header)
        var row = build.row("Visits", "Now: On target\nYear end: Off target", comment)
        row.cells[1].beginsWithLabel = true
        let block = Block(id: build.node(), .table(Table(columns: columns, header: [header], rows: [row])))
        let pages = try pages(of: [block], in: Self.theme)
        #expect(labels(pages) == ["Comments: "])
        let lines = visibleLines(pages[0])
        let name = try #require(lines.firstIndex(of: "Visits"))
        #expect(lines[name + 1] == "Now: On target")
        #expect(lines[name + 2] == "Year end: Off target")
        #expect(LayoutProof(pages, of: [block], in: Self.theme).faults() == [])
    }

    // MARK: - Names over pages

    private func owners(of text: String, on page: Page) -> [Owner] {
        page.items.compactMap { item in
            if case .text(let run) = item, run.text == text || run.text == text + " " { run.owner } else { nil }
        }
    }

    /// A row whose first cell names it, with a comment of a number of sentences.
    private mutating func namedRow(_ name: String, sentences: Int) -> Table.Row {
        var cell = build.cell(name)
        cell.isHeader = true
        let comment = String(repeating: "The reason and what is being done. ", count: sentences)
        return build.row([cell, build.cell("12.5%"), build.cell(comment)])
    }

    @Test mutating func `the name of a folded row stands again on each page that it goes on to, and is read once`()
        throws
    {
        let block = table([namedRow("Visits", sentences: 30)])
        let pages = try pages(of: [block], in: Self.theme)
        #expect(pages.count == 3)
        for page in pages.dropFirst() {
            #expect(owners(of: "Visits", on: page) == [.furniture(.repeatedCell)])
            #expect([page].texts[0].first == "Visits")
        }
        #expect(LayoutProof(pages, of: [block], in: Self.theme).faults() == [])
    }

    @Test mutating func `the comment beside a folded name has no name over it`() throws {
        var theme = Self.theme
        theme.page.size.width = .points(220)
        var cell = build.cell("Visits")
        cell.isHeader = true
        let comment = String(repeating: "The reason and what is being done. ", count: 40)
        let row = build.row([cell, build.cell("12.5%"), build.cell(comment)])
        let columns = [Table.Column(), Table.Column(folds: true), Table.Column()]
        let header = build.row("Measure", "Actual", "Comments", kind: .header)
        let block = Block(id: build.node(), .table(Table(columns: columns, header: [header], rows: [row])))
        let pages = try pages(of: [block], in: theme)
        #expect(pages.count > 1)
        for page in pages.dropFirst() { #expect(owners(of: "Visits", on: page) == [.furniture(.repeatedCell)]) }
        #expect(LayoutProof(pages, of: [block], in: theme).faults() == [])
    }

    @Test mutating func `of a name of more than a quarter of a page the first two lines stand again`() throws {
        // A quarter of a page is 45 points, and a line holds some 28 letters.
        for (words, isWhole) in [(9, true), (15, false)] {
            let block = table([namedRow("Visits " + String(repeating: "anywhere ", count: words), sentences: 24)])
            let pages = try pages(of: [block], in: Self.theme)
            #expect(pages.count > 1)
            #expect(LayoutProof(pages, of: [block], in: Self.theme).faults() == [])
            for page in pages.dropFirst() {
                let lines = visibleLines(page)
                #expect(lines.filter { $0.hasPrefix("Visits") }.count == 1, "\(words): \(lines)")
                #expect(lines.filter { $0.contains("anywhere") }.count == (isWhole ? 4 : 2), "\(words): \(lines)")
                #expect(lines.contains { $0.hasSuffix("\u{2026}") } == !isWhole, "\(words): \(lines)")
            }
        }
    }

    @Test mutating func `what stands under a measure or action in its cell is no part of the name of the row`() throws {
        let outcomes = (1...6).map { "outcome \($0)" }.joined(separator: "\n")
        let block = table([namedRow("Visits\n" + outcomes, sentences: 30)])
        let pages = try pages(of: [block], in: Self.theme)
        #expect(pages.count > 2)
        for page in pages.dropFirst() {
            #expect(owners(of: "Visits", on: page) == [.furniture(.repeatedCell)])
            #expect(owners(of: "outcome 1", on: page) == [])
        }
        #expect(LayoutProof(pages, of: [block], in: Self.theme).faults() == [])
    }

    @Test mutating func `the lines of a name stand on one page, with what follows them`() throws {
        let name = (1...14).map { "anywhere\($0)" }.joined(separator: " ")
        for height in stride(from: 200.0, through: 260, by: 2) {
            var theme = Theme.plain(width: 200, height: height)
            theme.table.folds = true
            let block = table([namedRow("Loans", sentences: 12), namedRow(name, sentences: 50)])
            let pages = try pages(of: [block], in: theme)
            let ownLines = pages.map { page in
                Set(
                    page.items.compactMap { item -> Length? in
                        guard case .text(let run) = item, case .node = run.owner, run.text.contains("anywhere") else {
                            return nil
                        }
                        return run.origin.y
                    }
                ).count
            }
            #expect(ownLines.filter { $0 > 0 } == [4], "\(height)")
            for page in pages {
                #expect(visibleLines(page).last?.contains("anywhere") == false, "\(height)")
            }
            #expect(LayoutProof(pages, of: [block], in: theme).faults() == [], "\(height)")
        }
    }

    @Test mutating func `a label stays with the first item of a list of two`() throws {
        let list = Table.Cell(id: build.node(), blocks: [build.bullets(["more visits", "more loans"])])
        let value = String(repeating: "The reason and what is being done. ", count: 12)
        let block = table([build.row([build.cell("Visits"), build.cell(value), list])])
        for height in stride(from: 60.0, through: 200, by: 2) {
            var theme = Self.theme
            theme.page.size.height = .points(height)
            for lines in try pages(of: [block], in: theme).map(visibleLines) {
                #expect(lines.last != "Comments :", "\(height)")
            }
        }
    }

    @Test mutating func `a page whose row has no room for its name repeats nothing`() throws {
        var counts = [true: 0, false: 0]
        for height in stride(from: 32.0, through: 90, by: 2) {
            var theme = Theme.plain(width: 140, height: height)
            theme.table.folds = true
            let block = table([namedRow("Visits", sentences: 12)])
            let pages = try pages(of: [block], in: theme)
            // On the smallest pages the header is alone on the first.
            let first = try #require(pages.firstIndex { !owners(of: "Visits", on: $0).isEmpty })
            for page in pages.dropFirst(first + 1) {
                let isRepeated = owners(of: "Visits", on: page) == [.furniture(.repeatedCell)]
                counts[isRepeated, default: 0] += 1
                #expect((page.ending.repeated > .zero) == isRepeated, "\(height)")
            }
        }
        #expect(counts.values.allSatisfy { $0 > 0 }, "\(counts)")
    }

    @Test mutating func `on the smallest pages a name leaves the row its room`() throws {
        for height in stride(from: 32.0, through: 90, by: 2) {
            var theme = Theme.plain(width: 140, height: height)
            theme.table.folds = true
            let block = table([namedRow("Visits", sentences: 12)])
            let pages = try pages(of: [block], in: theme)
            #expect(LayoutProof(pages, of: [block], in: theme).faults() == [], "\(height)")
            let lines = max(1, Int((height - 22) / 10))
            #expect(pages.count <= 4 * (24 / lines + 2), "\(height): \(pages.count)")
        }
    }

    // MARK: - Headers of several rows

    /// A table of two header rows: a name, two columns under one heading, a target.
    private mutating func grouped(columns: [Table.Column], rows: [Table.Row]) -> Block {
        let upper = build.row(
            [build.cell("Measure", rows: 2), build.cell("Actual", columns: 2), build.cell("Target", rows: 2)],
            kind: .header
        )
        let lower = build.row("Quarter 1", "Quarter 2", kind: .header)
        return Block(id: build.node(), .table(Table(columns: columns, header: [upper, lower], rows: rows)))
    }

    /// The words of a page by their baselines, each line from left to right.
    private func visibleLines(_ page: Page) -> [String] {
        var lines: [Length: [(x: Length, text: String)]] = [:]
        for case .text(let run) in page.items {
            for piece in run.pieces where piece.piece.text != " " {
                let words = piece.piece.text.filter { $0 != " " }
                lines[run.origin.y, default: []].append((run.origin.x + piece.x, words))
            }
        }
        return lines.sorted { $0.key < $1.key }.map { line in
            line.value.sorted { $0.x < $1.x }.map(\.text).joined(separator: " ")
        }
    }

    @Test mutating func `a folded header of two rows is printed by columns, and is read by rows`() throws {
        let columns = [Table.Column()] + (0..<3).map { _ in Table.Column(folds: true) }
        let comment = String(repeating: "value ", count: 12)
        let block = grouped(columns: columns, rows: [build.row("Visits", comment, comment, comment)])
        let pages = try pages(of: [block], in: Self.theme)
        let header = visibleLines(pages[0]).prefix(3).joined(separator: " ")
        #expect(header.hasPrefix("Measure · Actual : Quarter 1 , Quarter 2 · Target"))
        #expect(labels(pages) == ["Actual, Quarter 1: ", "Actual, Quarter 2: ", "Target: "])
        let read = pages[0].items.compactMap { item -> String? in
            guard case .text(let run) = item, case .node = run.owner else { return nil }
            return run.text.split(separator: " ").joined(separator: " ")
        }
        #expect(read.joined(separator: " ").hasPrefix("Measure Actual Target Quarter 1 Quarter 2 Visits"))
        #expect(LayoutProof(pages, of: [block], in: Self.theme).faults() == [])
    }

    /// The lines of cards whose columns are two under one heading, one beside them, and comments.
    private mutating func cards(beside title: String, rows: [[String]]) throws -> [String] {
        let comment = String(repeating: "The reason and what is being done. ", count: 12)
        let upper = build.row(
            [
                build.cell("Measure", rows: 2), build.cell("Actual", columns: 2), build.cell(title, rows: 2),
                build.cell("Comments", rows: 2),
            ],
            kind: .header
        )
        let lower = build.row("Quarter 1", "Quarter 2", kind: .header)
        let table = Table(
            columns: [Table.Column()] + (0..<4).map { _ in Table.Column(folds: true) },
            header: [upper, lower],
            rows: rows.map { row in build.row((row + [comment]).map { build.cell($0) }) }
        )
        var theme = Self.theme
        theme.page.size = Size(width: .points(320), height: .points(1000))
        let block = Block(id: build.node(), .table(table))
        let pages = try pages(of: [block], in: theme)
        #expect(LayoutProof(pages, of: [block], in: theme).faults() == [])
        return pages.flatMap(visibleLines)
    }

    @Test mutating func `values of one group on one line name the group once`() throws {
        let long = String(repeating: "value ", count: 40)
        let rows = [
            ["Visits", "12", "14", "15"], ["Loans", "", "16", "17"], ["Fines", "18", "", "19"],
            ["Notes", long, "20", "21"],
        ]
        let lines = try cards(beside: "Target", rows: rows)
        for (name, values) in [
            ("Visits", "Actual , Quarter 1 : 12 ; Quarter 2 : 14 · Target : 15"),
            ("Loans", "Actual , Quarter 2 : 16 · Target : 17"), ("Fines", "Actual , Quarter 1 : 18 · Target : 19"),
        ] {
            let line = try #require(lines.firstIndex(of: name), "\(lines)")
            #expect(lines[line + 1] == values)
        }
        // On a line of its own a value has its label in full.
        #expect(lines.contains("Actual , Quarter 2 : 20 · Target : 21"), "\(lines)")
    }

    @Test mutating func `a column beside a group is no part of it, whatever its title`() throws {
        let lines = try cards(beside: "Quarter 3", rows: [["Visits", "12", "14", "15"]])
        #expect(lines.contains("Actual , Quarter 1 : 12 ; Quarter 2 : 14 · Quarter 3 : 15"), "\(lines)")
    }

    @Test mutating func `a theme that folds folds a table of any kind whose words go on no turned sheet`() throws {
        let words = ["performance", "improvements", "achievements", "milestones"]
        let rows = [build.row(words.map { build.cell($0) })]
        let block = grouped(columns: words.map { _ in Table.Column() }, rows: rows)
        let folded = try pages(of: [block], in: Self.theme)
        #expect(labels(folded) == ["Actual, Quarter 1: ", "Actual, Quarter 2: ", "Target: "])
        #expect(folded.map { $0.size.width < $0.size.height } == [true])
        var theme = Self.theme
        theme.table.folds = false
        #expect(labels(try pages(of: [block], in: theme)).isEmpty)
        // There is room on a turned sheet, and of so many rows more than in cards.
        theme = Self.theme
        theme.page.size = Size(width: .points(140), height: .points(260))
        let many = (1...100).map { _ in build.row(words.map { build.cell($0) }) }
        let turned = try pages(of: [grouped(columns: words.map { _ in Table.Column() }, rows: many)], in: theme)
        #expect(labels(turned).isEmpty)
        #expect(turned.allSatisfy { $0.size.width > $0.size.height })
    }

    // MARK: - Right to left

    private mutating func folded(title: String, value: String) throws -> (line: String, left: Length) {
        let columns = [Table.Column(), Table.Column(folds: true), Table.Column(folds: true)]
        let comment = String(repeating: "word ", count: 80)
        let block = Block(
            id: build.node(),
            .table(
                Table(
                    columns: columns,
                    header: [build.row("Name", title, "Comments", kind: .header)],
                    rows: [build.row("Visits", value, comment)]
                )
            )
        )
        let pages = try pages(of: [block], in: Self.theme)
        #expect(LayoutProof(pages, of: [block], in: Self.theme).faults() == [])
        let page = try #require(pages.first)
        let label = page.items.compactMap { item -> Length? in
            guard case .text(let run) = item, run.owner == .furniture(.columnLabel), run.text.contains(":"),
                !run.text.contains("Comments")
            else { return nil }
            return run.origin.y
        }
        let y = try #require(label.last, "\(pages.texts)")
        let pieces = page.items.flatMap { item -> [(x: Length, text: String)] in
            guard case .text(let run) = item, run.origin.y == y else { return [] }
            return run.pieces.filter { $0.piece.text != " " }.map { (run.origin.x + $0.x, $0.piece.text) }
        }.sorted { $0.x < $1.x }
        return (pieces.map(\.text).joined(separator: " "), try #require(pieces.first).x)
    }

    @Test mutating func `the colon of a label stands between it and its value, whatever their directions`() throws {
        let english = try folded(title: "Target 2025", value: "85%")
        #expect(english.line == "Target 2025 : 85%")
        let hebrew = try folded(title: "יעד 2025", value: "85%")
        #expect(hebrew.line == "85% : 2025 יעד")
        #expect(hebrew.left > english.left)
        #expect(try folded(title: "יעד", value: "City Hall 7").line == "City Hall 7 : יעד")
        #expect(try folded(title: "יעד (Q1)", value: "שלום עולם").line == "עולם שלום : ) Q1 ( יעד")
        #expect(try folded(title: "Target", value: "שלום 7 עולם").line == "Target : עולם 7 שלום")
    }
}
