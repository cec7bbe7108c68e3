// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// What random papers once got wrong, each made as small as it could be.
struct RandomFindingTests {
    private var build = PaperBuilder()

    private func faults(_ blocks: [Block], in theme: Theme) throws -> [String] {
        LayoutProof(try pages(of: blocks, in: theme), of: blocks, in: theme).faults()
    }

    /// Paragraphs of a line each, the last of which marks a note.
    private mutating func lines(_ count: Int, lastMarkedBy note: Note) -> [Block] {
        let last = Paragraph([.text("\(count)"), build.mark(of: note)])
        return (1..<count).map { build.paragraph("\($0)") } + [Block(id: build.node(), .paragraph(last))]
    }

    @Test mutating func `a cell over columns that hold nothing else has room for its words`() throws {
        let row = build.row([build.cell("abcdef"), build.cell("abcde", columns: 2)])
        var table = Table(columns: [], header: [], rows: [row])
        table.columns = Array(repeating: Table.Column(width: .solved), count: 3)
        let blocks = [Block(id: build.node(), .table(table))]
        #expect(try pages(of: blocks, in: .plain(width: 100)).texts == [["abcdef", "abcde"]])
        #expect(try faults(blocks, in: .plain(width: 100)) == [])
    }

    @Test mutating func `under headings that could not stay with it, a table of only a header is not cut off`() throws {
        let header = ["abc", "abcdef", "abcdefghi"].map { build.row($0, kind: .header) }
        let blocks = [
            build.heading("one"), build.heading("two", level: 2), build.table(columns: 1, header: header, rows: []),
        ]
        let theme = Theme.plain(height: 72)
        #expect(try pages(of: blocks, in: theme).texts == [["one", "two"], ["abc", "abcdef", "abcdefghi"]])
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `under headings that could not stay with it, a table does not leave its header or band alone`()
        throws
    {
        let header = ["a", "b"].map { build.row($0, kind: .header) }
        let rows = [
            build.band("band", columns: 1), build.band("inner", level: 2, columns: 1), build.row("row"),
        ]
        let blocks = [
            build.heading("one"), build.heading("two"), build.paragraph("lead", role: .leadIn),
            build.table(columns: 1, header: header, rows: rows),
        ]
        let theme = Theme.plain(height: 116)
        #expect(
            try pages(of: blocks, in: theme).texts == [["one", "two", "lead"], ["a", "b", "band", "inner", "row"]]
        )
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `a header higher than half a page takes the first lines of a row that would fit without it`()
        throws
    {
        let header = ["a", "b", "c"].map { build.row($0, kind: .header) }
        let rows = [build.row("1\n2\n3")]
        let blocks = [build.table(columns: 1, header: header, rows: rows)]
        let theme = Theme.plain(height: 84)
        #expect(try pages(of: blocks, in: theme).texts == [["a", "b", "c", "1", "2"], ["3"]])
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `a row of which every cell goes on below has room for their first lines`() throws {
        let header = build.row("Name", kind: .header)
        let rows =
            (1...4).map { build.row("row \($0)") } + [build.row([build.cell("shared", rows: 2)]), build.row([])]
        let blocks = [build.table(columns: 1, header: [header], rows: rows)]
        let theme = Theme.plain(height: 84)
        #expect(
            try pages(of: blocks, in: theme).texts == [
                ["Name", "row 1", "row 2", "row 3", "row 4"], ["Name", "shared"],
            ]
        )
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test(arguments: Array(stride(from: 60.0, through: 120, by: 1)))
    mutating func `a row of which every cell goes on below begins with the lines that stay together`(
        height: Double
    ) throws {
        let words = "abcdefg abcdefg abcdefg"
        let rows = [
            build.row([build.cell(words, rows: 2), build.cell(words)]), build.row([build.cell(words, rows: 2)]),
            build.row("58.8%"),
        ]
        let blocks = [build.table(columns: 2, header: [build.row("a", "b", kind: .header)], rows: rows)]
        #expect(try faults(blocks, in: .plain(width: 90, height: height)) == [])
    }

    @Test mutating func `a heading over a table whose header has no room under it stays where it is`() throws {
        let header = (1...6).map { build.row("h\($0)", kind: .header) }
        let blocks = [
            build.paragraph("text"), build.heading("Progress"),
            build.table(columns: 1, header: header, rows: [build.row("row")]),
        ]
        let theme = Theme.plain(height: 110)
        #expect(
            try pages(of: blocks, in: theme).texts == [
                ["text", "Progress"], ["h1", "h2", "h3", "h4", "h5", "h6", "row"],
            ]
        )
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `rows do not wait for notes that have no room beside a header of nearly half a page`() throws {
        let notes = (1...5).map { build.note("note \($0)", "abcdefgh") }
        let header = ["ab", "abc"].map { build.row($0, kind: .header) }
        let rows = notes.map { note in
            let words = Block(id: build.node(), .paragraph(Paragraph([build.mark(of: note)])))
            return build.row([Table.Cell(id: build.node(), blocks: [words])])
        }
        var table = Table(columns: [Table.Column(width: .solved)], header: header, rows: rows)
        table.notes = notes
        let blocks = [Block(id: build.node(), .table(table))]
        let theme = Theme.plain(width: 160, height: 75)
        let proof = LayoutProof(try pages(of: blocks, in: theme), of: blocks, in: theme)
        #expect(proof.pages(ofRow: 1, block: 0) == proof.pages(ofRow: 2, block: 0))
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `a note of a text keeps its room where a table with a high header begins under it`() throws {
        let note = build.note("note 1", "abcdef")
        let text = Block(id: build.node(), .paragraph(Paragraph([.text("text"), build.mark(of: note)])))
        let header = (1...5).map { build.row("h\($0)", kind: .header) }
        let blocks = [
            text, build.table(columns: 1, header: header, rows: []), Block(id: build.node(), .notes([note])),
        ]
        let theme = Theme.plain(height: 130)
        #expect(try pages(of: blocks, in: theme)[0].texts.contains("abcdef"))
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `an empty table that asks for a sheet on its side gets none`() throws {
        let table = Table(columns: [Table.Column()], header: [], rows: [], isLandscape: true)
        let blocks = [Block(id: build.node(), .table(table)), build.paragraph("after")]
        #expect(try pages(of: blocks).texts == [["after"]])
    }

    @Test mutating func `a band stays with the first lines of a row whose note has no room`() throws {
        let note = build.note("note 1", (1...12).map { "note word \($0)" }.joined(separator: " "))
        let id = build.node()
        let words = (1...4).map { "line \($0)" }
        var blocks = words.map { build.paragraph($0) }
        if case .paragraph(var last) = blocks[3].content {
            last.inlines.append(build.mark(of: note))
            blocks[3].content = .paragraph(last)
        }
        let rows = [build.band("band", columns: 1), build.row([Table.Cell(id: id, blocks: blocks)])]
        var table = Table(columns: [Table.Column()], header: [build.row("Name", kind: .header)], rows: rows)
        table.notes = [note]
        let theme = Theme.plain(height: 100)
        let all = [Block(id: build.node(), .table(table))]
        let pages = try pages(of: all, in: theme)
        #expect(pages.texts[0].prefix(4) == ["Name", "band", "line 1", "line 2"], "\(pages.texts)")
        #expect(try faults(all, in: theme) == [])
    }

    @Test mutating func `what is left of a shared cell does not bring a page that holds nothing else`() throws {
        let note = build.note("note 1", (1...14).map { "note word \($0)" }.joined(separator: " "))
        let id = build.node()
        var shared = (1...4).map { build.paragraph("shared \($0)") }
        if case .paragraph(var last) = shared[3].content {
            last.inlines.append(build.mark(of: note))
            shared[3].content = .paragraph(last)
        }
        let rows = [
            build.row([Table.Cell(id: id, rowSpan: 2, blocks: shared), build.cell("a\nb\nc")]),
            build.row("d"),
        ]
        var table = Table(
            columns: [Table.Column(), Table.Column()],
            header: [build.row("Name", "Value", kind: .header)],
            rows: rows
        )
        table.notes = [note]
        let all = [Block(id: build.node(), .table(table))]
        let theme = Theme.plain(width: 110, height: 100)
        #expect(try pages(of: all, in: theme).allSatisfy { $0.texts.count > 2 })
        #expect(try faults(all, in: theme) == [])
    }

    @Test mutating func `a table of nothing takes no page before what does not fit under it`() throws {
        let words = "abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi:"
        let blocks = [
            build.table(columns: 1, header: [], rows: []), build.paragraph(words, role: .leadIn),
            build.paragraph(words, role: .leadIn), build.paragraph("aaaaaaaaaaaaaaa"),
        ]
        let theme = Theme.plain(width: 95, height: 64)
        #expect(try pages(of: blocks, in: theme).texts.contains([]) == false)
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test(arguments: Array(stride(from: 80.0, through: 130, by: 1)))
    mutating func `no page has only the rows of no height under a cell`(
        height: Double
    ) throws {
        let note = build.note("note 1", "abcdefgh koiydalohvanadubkayasrlpdefhemtfvowspakdgw NI 85/6 ab abc")
        let words = Block(
            id: build.node(),
            .paragraph(Paragraph([.text("ab abc abc abc"), build.mark(of: note)]))
        )
        let cell = Table.Cell(id: build.node(), rowSpan: 3, blocks: [words])
        var table = Table(
            columns: [Table.Column()],
            header: ["abcdefghi", "ab"].map { build.row($0, kind: .header) },
            rows: [
                build.band("abcde abcdef abcde", level: 2, columns: 1), build.row([cell]), build.row([]), build.row([]),
            ]
        )
        table.notes = [note]
        let blocks = [Block(id: build.node(), .table(table))]
        var theme = Theme.plain(width: 97, height: height)
        theme.table.waste = 0.85
        #expect(try faults(blocks, in: theme) == [])
    }

    /// A paragraph of three lines, with a note mark behind the last.
    private mutating func threeLines(markedBy note: Note? = nil) -> Block {
        let lines: [Inline] = [.text("1"), .lineBreak, .text("2"), .lineBreak, .text("3")]
        return Block(id: build.node(), .paragraph(Paragraph(lines + (note.map { [build.mark(of: $0)] } ?? []))))
    }

    @Test(arguments: Array(stride(from: 76.0, through: 100, by: 1)))
    mutating func `no page has only a row with the padding of a cell that has ended`(height: Double) throws {
        let note = build.note("note 1", "words")
        let long = Table.Cell(id: build.node(), rowSpan: 3, blocks: [threeLines(), build.paragraph("4")])
        let marked = Table.Cell(id: build.node(), blocks: [threeLines(markedBy: note)])
        let rows = [
            build.row([build.cell("c"), build.cell("a", rows: 3)]), build.row([long]), build.row([]),
            build.row([marked]),
        ]
        let header = [build.row("h", "h", kind: .header)]
        var table = Table(columns: [Table.Column(), Table.Column()], header: header, rows: rows)
        table.notes = [note]
        let blocks = [Block(id: build.node(), .table(table))]
        var theme = Theme.plain(height: height)
        theme.table.waste = 0.3
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test(arguments: Array(stride(from: 200.0, through: 240, by: 1)))
    mutating func `a cell over rows asks for room for its note where it is marked, not in its first row`(
        height: Double
    ) throws {
        let note = build.note("note 1", (1...60).map { "word \($0)" }.joined(separator: " "))
        let marked = Table.Cell(id: build.node(), rowSpan: 2, blocks: lines(7, lastMarkedBy: note))
        let words = (1...12).map { "line \($0)" }.joined(separator: "\n")
        let rows = [
            build.row([build.cell(words), build.cell("label", rows: 3)]), build.row([marked]), build.row([]),
        ]
        let header = [build.row("h\nh\nh\nh\nh", "h", kind: .header)]
        var table = Table(columns: [Table.Column(), Table.Column()], header: header, rows: rows)
        table.notes = [note]
        let blocks = [Block(id: build.node(), .table(table))]
        var theme = Theme.plain(width: 160, height: height)
        theme.table.waste = 0.9
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `headings do not take a page on which the note of a header leaves the first row no room`()
        throws
    {
        let note = build.note("note 1", "abcdef")
        let title = Table.Cell(id: build.node(), blocks: lines(3, lastMarkedBy: note))
        let header = build.row([title], kind: .header)
        var table = Table(columns: [Table.Column()], header: [header], rows: [build.row("row")])
        table.notes = [note]
        let blocks = [
            build.paragraph("text"), build.heading("one"), build.heading("two", level: 2),
            Block(id: build.node(), .table(table)),
        ]
        let theme = Theme.plain(height: 114)
        let texts = try pages(of: blocks, in: theme).texts
        #expect(texts.first?.prefix(3) == ["text", "one", "two"], "\(texts)")
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `the marker of an item stands over its words where it has no room beside them`() throws {
        let blocks = [build.bullets(["a", "bc"])]
        let theme = Theme.plain(width: 25, height: 120)
        #expect(try pages(of: blocks, in: theme).texts == [["•", "a", "•", "b", "c"]])
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `the marker of an item stands over words from right to left that have no room for a letter`()
        throws
    {
        let blocks = [build.bullets(["שש"])]
        let theme = Theme.plain(width: 28, height: 120)
        #expect(try pages(of: blocks, in: theme).texts == [["•", "ש", "ש"]])
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `words under a part that would take more than half of a page are left out`() throws {
        let row = build.row((1...8).map { "line \($0)" }.joined(separator: "\n"))
        let blocks = [build.table(columns: 1, header: [], rows: [row])]
        var theme = Theme.plain(width: 70, height: 56)
        theme.table.announcesOverleaf = true
        #expect(
            try pages(of: blocks, in: theme).texts == [
                ["line 1", "line 2"], ["line 3", "line 4"], ["line 5", "line 6"], ["line 7", "line 8"],
            ]
        )
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `words under a part do not take the room of a note on its page`() throws {
        let note = build.note("note 1", "abcdef")
        let marked = Table.Cell(id: build.node(), blocks: lines(4, lastMarkedBy: note))
        var table = Table(
            columns: [Table.Column()],
            header: [],
            rows: [build.row([marked]), build.band("last", columns: 1)]
        )
        table.notes = [note]
        let blocks = [Block(id: build.node(), .table(table))]
        var theme = Theme.plain(height: 94)
        theme.table.announcesOverleaf = true
        let texts = try pages(of: blocks, in: theme).texts
        #expect(texts.first?.prefix(4) == ["1", "2", "3", "4"])
        #expect(texts.dropFirst() == [["last"]])
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `a table whose cells all stay in their columns keeps its header on each page`() throws {
        let header = build.row("a", "b", "c", kind: .header)
        let rows = [
            build.row([build.cell("1\n2\n3\n4\n5\n6"), build.cell("shared", columns: 2, rows: 2)]), build.row("row"),
        ]
        var table = Table(columns: [], header: [header], rows: rows)
        table.columns = Array(repeating: Table.Column(), count: 3)
        for column in 1...2 { table.columns[column].folds = true }
        let blocks = [Block(id: build.node(), .table(table))]
        var theme = Theme.plain()
        theme.table.folds = true
        #expect(
            try pages(of: blocks, in: theme).texts.map { $0.prefix(3) } == [["a", "b", "c"], ["a", "b", "c"]]
        )
        #expect(try faults(blocks, in: theme) == [])
    }

    @Test mutating func `a line from right to left that begins with a number does not leave its column`() throws {
        let columns = [Table.Column(width: .fixed(.points(26)), alignment: .decimal), Table.Column()]
        let table = Table(
            columns: columns,
            header: [],
            rows: [build.row("9 ספר", "words"), build.row("63.2", "words")]
        )
        let blocks = [Block(id: build.node(), .table(table))]
        #expect(try faults(blocks, in: .plain()) == [])
    }

    @Test mutating func `a row goes with the last one only where both have room under the bands of the next page`()
        throws
    {
        let rows = [
            build.row("1\n2\n3"), build.band("outer", columns: 1), build.band("inner", level: 2, columns: 1),
            build.row("4"), build.row("5"), build.band("last", columns: 1), build.row("6\n7\n8\n9\n10"),
        ]
        let header = build.row("h", kind: .header)
        let blocks = [build.table(columns: 1, header: [header], rows: rows)]
        let shorter = [build.table(columns: 1, header: [header], rows: Array(rows.prefix(5)))]
        for height in stride(from: 100.0, through: 160, by: 1) {
            var theme = Theme.plain(height: height)
            theme.table.waste = 0.6
            let texts = try pages(of: blocks, in: theme).texts
            // Under the repeated bands, one line alone would be all that a page brings.
            let hasRoom = try pages(of: shorter, in: theme).count == 1
            let isAlone = texts.contains(["h", "outer (continued)", "inner (continued)", "5"])
            #expect(!(hasRoom && isAlone), "\(height): \(texts)")
            #expect(try faults(blocks, in: theme) == [])
        }
    }

    @Test
    mutating func `a row goes to the next page only where it stays whole there under the bands that are repeated`()
        throws
    {
        let lines = (1...8).map { "line \($0)" }
        let rows = [
            build.band("outer", columns: 1), build.band("inner", level: 2, columns: 1), build.row("first"),
            build.row(lines.joined(separator: "\n")),
        ]
        let blocks = [build.table(columns: 1, header: [build.row("h", kind: .header)], rows: rows)]
        var isMoved = false
        var isDivided = false
        for height in stride(from: 100.0, through: 200, by: 1) {
            var theme = Theme.plain(height: height)
            theme.table.waste = 0.9
            let texts = try pages(of: blocks, in: theme).texts
            let first = texts.firstIndex { $0.contains("line 1") }
            let last = texts.firstIndex { $0.contains("line 8") }
            if first == 1 {
                #expect(last == 1, "\(height): \(texts)")
                isMoved = true
            } else if last == 1 {
                isDivided = true
            }
            #expect(try faults(blocks, in: theme) == [])
        }
        #expect(isMoved && isDivided)
    }

    /// Seeds of ``RandomPaper`` that a fault was found by.
    @Test(arguments: [
        1992, 61969, 86665, 87977, 100882, 102529, 206623, 400142, 406135, 407924, 408452, 410529, 411197, 411313,
        412496, 413187, 413556, 415866, 419152, 704100, 810056, 900586, 914285, 918713, 5300948,
        5311645, 9102094, 9116533, 9118842,
    ])
    func `a random paper that was at fault is so no more`(seed: UInt64) throws {
        let paper = RandomPaper(seed: seed)
        #expect(try faults(paper.blocks, in: paper.theme) == [])
    }
}

extension Page {
    fileprivate var texts: [String] { [self].texts[0] }
}
