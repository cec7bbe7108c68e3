// SPDX-License-Identifier: Apache-2.0

import Geometry
package import Layouts
package import PaperTree

/// A paper of a table or two with text around them, and a small page to set it on, all by chance from a seed.
package struct RandomPaper {
    package private(set) var blocks: [Block] = []
    package private(set) var theme: Theme
    private var random: any RandomNumberGenerator
    private var build = PaperBuilder()
    /// Whether some of its words run from right to left.
    private var isMixed = false
    /// The notes that its paragraphs mark.
    private var notes: [Note] = []

    package init(seed: UInt64) { self.init(using: SeededGenerator(seed: seed)) }

    /// - Parameter random: makes every choice: numbers by chance, or the bytes of a fuzzer.
    package init(using random: any RandomNumberGenerator) {
        var random = random
        theme = .plain(
            width: Double.random(in: 90...260, using: &random),
            height: Double.random(in: 64...220, using: &random)
        )
        theme.table.waste = Double.random(in: 0...1, using: &random)
        // Without a number of its own, so that seeds keep their papers.
        theme.table.folds = theme.table.waste < 0.2
        theme.table.padding = Sides(all: .points([0.5, 1, 3].randomElement(using: &random) ?? 1))
        self.random = random
        if chance(1, in: 6) { theme.table.before = .points(6) }
        theme.note.place = chance(1, in: 2) ? .page : .text
        theme.table.repeatsTitle = chance(1, in: 3)
        theme.table.announcesOverleaf = chance(1, in: 3)
        isMixed = chance(1, in: 4)
        addText()
        addTable()
        addText()
        if chance(1, in: 4) {
            addTable()
            addText()
        }
        if !notes.isEmpty { blocks.append(Block(id: build.node(), .notes(notes))) }
    }

    // MARK: - Choosing

    private mutating func chance(_ wins: Int, in all: Int) -> Bool { Int.random(in: 0..<all, using: &random) < wins }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    // MARK: - Words

    private mutating func word() -> String {
        let letters = "abcdefghijklmnopqrstuvwxyz"
        if isMixed, chance(1, in: 5) {
            let words = ["שלום", "עולם", "ספר", "الخطة", "مجلس", "תוכנית"]
            return words.randomElement(using: &random) ?? "שלום"
        }
        if chance(1, in: 40) {
            return String((0..<number(15...60)).map { _ in letters.randomElement(using: &random) ?? "a" })
        }
        if chance(1, in: 30) { return "NI\u{A0}\(number(1...199))/\(number(1...9))" }
        let word = String(letters.prefix(number(1...9)))
        switch number(0...59) {
        case 0: return word + invisible()
        case 1: return invisible() + word
        case 2: return word + invisible() + word
        case 3: return invisible() + " " + word
        default: return word
        }
    }

    /// Characters that show nothing.
    private mutating func invisible() -> String {
        let characters: [Character] = [
            "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{200D}", "\u{AD}", "\u{A0}", "\u{34F}", "\u{200E}",
        ]
        return String((0..<number(1...2)).map { _ in characters.randomElement(using: &random) ?? "\u{200B}" })
    }

    private mutating func words(_ most: Int) -> String {
        (0..<number(1...most)).map { _ in word() }.joined(separator: " ")
    }

    /// Words with emphasis, links, and what shows nothing, next to one another.
    private mutating func inlines(_ most: Int) -> [Inline] {
        if chance(2, in: 3) { return [.text(words(most))] }
        var inlines: [Inline] = [.text(word())]
        for _ in 0..<number(1...4) {
            if chance(1, in: 2) { inlines.append(.text(" ")) }
            switch number(0...7) {
            case 0: inlines.append(.emphasis([.text(words(2))]))
            case 1: inlines.append(.strong([.text(word()), .emphasis([.text(invisible())]), .text(word())]))
            case 2: inlines.append(.text(invisible()))
            case 3: inlines.append(.lineBreak)
            case 6: inlines.append(.span(Span(id: build.node(), .expansion(words(2)), [.text(word())])))
            case 7:
                let link = Link(id: build.node(), target: .address("https://a.example"), [.text(word())])
                let words: [Inline] =
                    chance(1, in: 6)
                    ? [.text(invisible())] : [.text(words(3)), .link(link), .emphasis([.text(word())])]
                inlines.append(.span(Span(id: build.node(), .language(.welsh), words)))
            default:
                let words: [Inline] =
                    chance(1, in: 6) ? [.text(invisible())] : [.text(words(3)), .strong([.text(word())])]
                inlines.append(.link(Link(id: build.node(), target: .address("https://a.example"), words)))
            }
        }
        return inlines + [.text(" " + words(most))]
    }

    private mutating func paragraph(_ most: Int) -> Block {
        Block(id: build.node(), .paragraph(Paragraph(inlines(most))))
    }

    // MARK: - Text

    private mutating func addText() {
        for _ in 0..<number(0...4) {
            switch number(0...7) {
            case 0...3:
                blocks.append(paragraph(chance(1, in: 3) ? 40 : 8))
                if chance(1, in: 6) { markLast() }
            case 4: blocks.append(build.heading(words(4), level: number(1...3)))
            case 5: blocks.append((0.6..<0.75).contains(theme.table.waste) ? listOfTables() : list())
            case 6:
                blocks.append(build.heading(words(3)))
                blocks.append(build.heading(words(3), level: 2))
            default: blocks.append(build.paragraph(words(6) + ":", role: .leadIn))
            }
        }
    }

    /// Marks the last paragraph.
    private mutating func markLast() {
        guard case .paragraph(var paragraph) = blocks[blocks.count - 1].content else { return }
        let note = build.note("note \(notes.count + 20)", noteWords())
        paragraph.inlines.append(build.mark(of: note))
        blocks[blocks.count - 1].content = .paragraph(paragraph)
        notes.append(note)
    }

    /// The words of a note: mostly a line or two, at times more than a page.
    private mutating func noteWords() -> String {
        switch number(0...11) {
        case 0: words(250)
        case 1...2: words(60)
        default: words(12)
        }
    }

    private mutating func list() -> Block { build.bullets((0..<number(1...4)).map { _ in words(12) }) }

    // MARK: - Tables

    /// A list in whose items tables stand, between paragraphs or without any.
    private mutating func listOfTables() -> Block {
        let id = build.node()
        var items: [List.Item] = []
        for _ in 0..<number(1...3) {
            var own: [Block] = chance(5, in: 6) ? [build.paragraph(words(12), role: .leadIn)] : []
            let columns = number(1...3)
            let header = build.row((0..<columns).map { _ in build.cell(words(2)) }, kind: .header)
            let rows = (0..<number(1...8)).map { _ in
                build.row((0..<columns).map { _ in build.cell(words(5)) })
            }
            own.append(build.table(columns: columns, header: [header], rows: rows))
            if chance(1, in: 2) { own.append(build.paragraph(words(9))) }
            items.append(List.Item(id: build.node(), blocks: own))
        }
        return Block(id: id, .list(List(marker: .bullet, items: items)))
    }

    private mutating func addTable() {
        let isLandscape = chance(1, in: 8)
        let measure = theme.page.turned(to: isLandscape ? .landscape : .portrait).measure
        let columns = number(1...max(1, min(6, Int(measure.points / 24))))
        let kinds = (0..<columns).map { _ in number(0...5) }
        var table = Table(
            columns: kinds.map { kind in
                switch kind {
                case 0...2: Table.Column(width: .solved)
                case 3: Table.Column(width: .share(2), alignment: .centre)
                case 4: Table.Column(width: .share(1), alignment: .right)
                default: Table.Column(width: .solved, alignment: .decimal)
                }
            },
            header: header(columns: columns),
            rows: [],
            title: theme.table.repeatsTitle ? words(4) : "",
            isLandscape: isLandscape
        )
        for index in table.columns.indices.dropFirst() { table.columns[index].folds = kinds[index] != 1 }
        if chance(1, in: 8) { table.columns[0].width = .fixed(measure / (columns + 1)) }
        // These, too, have no numbers of their own.
        if (0.3..<0.45).contains(theme.table.waste) {
            for index in table.columns.indices.dropFirst() { table.columns[index].rotatesTitle = kinds[index] != 2 }
        }
        addRows(to: &table)
        if (0.4..<0.6).contains(theme.table.waste) { carryTotals(of: &table, kinds: kinds) }
        if chance(1, in: 3) { addNotes(to: &table) }
        blocks.append(Block(id: build.node(), .table(table)))
    }

    /// No rows to three; those of two rows and more name groups of columns.
    private mutating func header(columns: Int) -> [Table.Row] {
        let depth = number(0...3)
        return (0..<depth).map { row in
            var cells: [Table.Cell] = []
            var column = 0
            while column < columns {
                let isLast = row == depth - 1
                let span = isLast || chance(1, in: 2) ? 1 : number(1...(columns - column))
                cells.append(build.cell(words(3), columns: span))
                column += span
            }
            return build.row(cells, kind: .header)
        }
    }

    private mutating func addRows(to table: inout Table) {
        let columns = table.columns.count
        let count = chance(1, in: 20) ? 0 : number(1...(chance(1, in: 5) ? 24 : 10))
        let hasBands = chance(1, in: 2)
        let hasSpans = chance(1, in: 2)
        var open = Array(repeating: 0, count: columns)
        for row in 0..<count {
            if hasBands, open.allSatisfy({ $0 == 0 }), chance(1, in: 4) {
                let level = number(1...2)
                table.rows.append(build.band(words(4), level: level, columns: columns))
                if level == 1, chance(1, in: 2) {
                    table.rows.append(build.band(words(4), level: 2, columns: columns))
                }
            }
            var cells: [Table.Cell] = []
            var column = 0
            while column < columns {
                guard open[column] == 0 else {
                    column += 1
                    continue
                }
                let free = open[column...].prefix { $0 == 0 }.count
                let width = hasSpans && chance(1, in: 8) ? number(1...free) : 1
                let height = hasSpans && chance(1, in: 7) ? number(1...min(12, count - row)) : 1
                // A row says something, so that pages can be told where it stands.
                var cell = cell(columns: width, rows: height, mustSpeak: cells.isEmpty || height > 1)
                // Without a number of its own as well.
                cell.isHeader = column == 0 && !(0.1..<0.9).contains(theme.table.waste)
                cells.append(cell)
                for index in column..<column + width { open[index] = height }
                column += width
            }
            table.rows.append(build.row(cells))
            for column in 0..<columns { open[column] -= 1 }
        }
        if hasBands, chance(1, in: 12) { table.rows.append(build.band("last", columns: columns)) }
    }

    /// Gives rows totals that say nothing of them: the engine adds nothing up.
    private func carryTotals(of table: inout Table, kinds: [Int]) {
        let columns = table.columns.indices.dropFirst().filter { kinds[$0] > 2 }
        if columns.isEmpty { return }
        table.carriedTotals = Table.CarriedTotals(columns: columns, forward: "Carried", brought: "Brought")
        for row in table.rows.indices where table.rows[row].kind == .body {
            table.rows[row].totals = columns.map { row < $0 ? nil : "\(row * 1000 + $0)" }
        }
    }

    private mutating func cell(columns: Int, rows: Int, mustSpeak: Bool) -> Table.Cell {
        var blocks: [Block] = []
        let id = build.node()
        for _ in 0..<(mustSpeak ? number(1...2) : number(0...2)) {
            switch number(0...11) {
            case 0: blocks.append(list())
            case 1: blocks.append(paragraph(60))
            case 2: blocks.append(build.paragraph("\(number(0...99)).\(number(0...9))%"))
            default: blocks.append(paragraph(7))
            }
        }
        return Table.Cell(id: id, columnSpan: columns, rowSpan: rows, blocks: blocks)
    }

    /// Marks some paragraphs of cells and says what the marks mean.
    private mutating func addNotes(to table: inout Table) {
        for path in [\Table.header, \Table.rows] {
            for row in table[keyPath: path].indices where !table[keyPath: path][row].kind.isBand {
                for cell in table[keyPath: path][row].cells.indices where table.notes.count < 4 && chance(1, in: 6) {
                    guard case .paragraph(var paragraph) = table[keyPath: path][row].cells[cell].blocks.first?.content
                    else { continue }
                    let note = build.note("note \(table.notes.count + 1)", noteWords())
                    paragraph.inlines.append(build.mark(of: note))
                    table[keyPath: path][row].cells[cell].blocks[0].content = .paragraph(paragraph)
                    table.notes.append(note)
                }
            }
        }
    }
}
