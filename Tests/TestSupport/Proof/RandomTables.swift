// SPDX-License-Identifier: Apache-2.0

import Geometry
package import PaperTree

/// A paper of tables with bands, spans, notes, links and lists, and of what shows nothing, all by chance.
package struct RandomTables {
    private var build = PaperBuilder()
    private var random: any RandomNumberGenerator
    private var notes: [Note] = []

    /// - Parameter random: makes every choice: numbers by chance, or the bytes of a fuzzer.
    package init(using random: any RandomNumberGenerator) { self.random = random }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    private mutating func words(_ most: Int) -> String {
        let words = [
            "council", "residents’", "mid-year", "£2.7m", "performance", "a", "NI\u{A0}125", "efficient", "الخطة",
        ]
        return (0..<Int.random(in: 1...most, using: &random)).map { _ in
            words[Int.random(in: words.indices, using: &random)]
        }.joined(separator: " ")
    }

    /// Characters that show nothing, or, of a braille cell without dots, no ink.
    private mutating func invisible() -> String {
        let characters = [
            " ", "\u{A0}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{200D}", "\u{AD}", "\u{34F}", "\u{FE0F}",
            "\u{2003}", "\u{2800}",
            "\u{200F}",
        ]
        return (0..<Int.random(in: 1...3, using: &random)).map { _ in
            characters[Int.random(in: characters.indices, using: &random)]
        }.joined()
    }

    /// Anything next to anything: words, what shows nothing, emphasis, links, marks of notes, line breaks.
    private mutating func inlines(depth: Int = 0) -> [Inline] {
        (0..<Int.random(in: 0...(depth == 0 ? 7 : 3), using: &random)).map { _ in
            switch Int.random(in: 0...(depth == 0 ? 12 : depth < 3 ? 9 : 5), using: &random) {
            case 0...2: .text(words(chance(4) ? 12 : 2))
            case 3...5: .text(invisible())
            case 6: .emphasis(inlines(depth: depth + 1))
            case 7: .strong(inlines(depth: depth + 1))
            case 8: .lineBreak
            case 9: .span(Span(id: build.node(), .language(.welsh), inlines(depth: depth + 1)))
            case 10, 11:
                .link(
                    Link(
                        id: build.node(),
                        target: .address("https://a.example/?q=(x)"),
                        inlines(depth: depth + 1)
                    )
                )
            default: mark()
            }
        }
    }

    /// A mark of a note, new or known.
    private mutating func mark() -> Inline {
        if let known = notes.last, chance(2) {
            return .noteMark(NoteMark(id: build.node(), note: known.id, label: known.label))
        }
        let note = build.note("note \(notes.count + 1)", chance(6) ? invisible() : words(9))
        notes.append(note)
        return build.mark(of: note)
    }

    private mutating func blocks() -> [Block] {
        if chance(8) { return [] }
        var blocks = [Block(id: build.node(), .paragraph(Paragraph(inlines())))]
        if chance(5) { blocks.append(build.bullets([words(5), words(9)])) }
        return blocks
    }

    private mutating func cell(columns: Int = 1, rows: Int = 1, isHeader: Bool = false) -> Table.Cell {
        let id = build.node()
        return Table.Cell(id: id, columnSpan: columns, rowSpan: rows, isHeader: isHeader, blocks: blocks())
    }

    private mutating func table() -> Block {
        let id = build.node()
        let columns = Int.random(in: 1...4, using: &random)
        var header: [Table.Row] = []
        if columns > 1, chance(2) {
            let upper = build.row([cell(columns: columns - 1), cell(rows: 2)], kind: .header)
            header = [upper, build.row((1..<columns).map { _ in cell() }, kind: .header)]
        } else {
            header = [build.row((0..<columns).map { _ in cell() }, kind: .header)]
        }
        var rows: [Table.Row] = []
        var open = Array(repeating: 0, count: columns)
        let count = Int.random(in: 0...12, using: &random)
        for index in 0..<count {
            if open.allSatisfy({ $0 == 0 }), chance(4) {
                let level = Int.random(in: 1...2, using: &random)
                rows.append(build.row([cell(columns: columns)], kind: .band(level: level)))
            }
            var cells: [Table.Cell] = []
            for column in 0..<columns where open[column] == 0 {
                let span = chance(5) ? Int.random(in: 1...(count - index), using: &random) : 1
                open[column] = span
                cells.append(cell(rows: span, isHeader: column == 0))
            }
            rows.append(build.row(cells))
            for column in 0..<columns { open[column] -= 1 }
        }
        defer { notes = [] }
        var shape = Array(repeating: Table.Column(width: .share(1)), count: columns)
        if chance(3) { shape[columns - 1].rotatesTitle = true }
        var table = Table(columns: shape, header: header, rows: rows, notes: notes)
        if columns > 1, chance(3) {
            table.carriedTotals = Table.CarriedTotals(columns: [columns - 1], forward: "Carried", brought: "Brought")
            for row in table.rows.indices { table.rows[row].totals = ["£\(row),000"] }
        }
        return Block(id: id, .table(table))
    }

    package mutating func paper() -> Paper {
        var blocks: [Block] = []
        for index in 0..<3 {
            var words = [Inline.text("Part \(index)")]
            if chance(2) { words = [.link(Link(id: build.node(), target: .anchor("part-0"), words))] }
            let heading = Heading(level: 1, inlines(depth: 1) + words + inlines(depth: 1), anchor: "part-\(index)")
            blocks.append(Block(id: build.node(), .heading(heading)))
            blocks.append(table())
        }
        return build.paper(
            blocks,
            head: RunningText(left: [.text("Head")]),
            foot: RunningText(left: [.page, .text(" of "), .pages])
        )
    }

    /// A page for it, high enough for every header: what stands out of a page Cairo leaves out, and the paper is refused.
    package mutating func pageSize() -> (width: Double, height: Double) {
        let height = Double.random(in: 400...600, using: &random)
        return (Double.random(in: 200...320, using: &random), height)
    }
}
