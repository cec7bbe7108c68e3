// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import ResourceLimits
import TestSupport
import Testing

@testable import Typesetting

/// Notes that several tables or texts mark, their order, and notes that are too short to be divided.
struct SharedNoteTests {
    private var build = PaperBuilder()

    private mutating func note(_ number: Int, _ text: String = "The note.") -> Note {
        var note = build.note("note \(number)", text)
        note.number = number
        return note
    }

    private mutating func paragraph(_ text: String, marking notes: Note...) -> Block {
        Block(id: build.node(), .paragraph(Paragraph([.text(text)] + notes.map { build.mark(of: $0) })))
    }

    private mutating func table(_ text: String, marking note: Note) -> Block {
        let cell = Table.Cell(id: build.node(), blocks: [paragraph(text, marking: note)])
        let columns = [Table.Column(width: .share(1))]
        return Block(
            id: build.node(),
            .table(Table(columns: columns, header: [], rows: [build.row([cell])], notes: [note]))
        )
    }

    private func typesetPaper(_ blocks: [Block], _ theme: Theme = .plain(height: 120)) throws -> TypesetPaper {
        var build = build
        return try typeset(build.paper(blocks), theme: theme, shaper: Repository.shaper())
    }

    @Test mutating func `a note that two tables of a page mark stands once, and the marks of both lead to it`() throws {
        let notes = [note(1), note(1)]
        let paper = try typesetPaper(notes.map { table("row", marking: $0) })
        #expect(paper.pages.texts == [["row", "[note\u{A0}1]", "row", "[note\u{A0}1]", "[note\u{A0}1]", "The note."]])
        let places = notes.map { note in paper.pages[0].destinations.filter { $0.anchor == note.anchor }.map(\.point) }
        #expect(places[0].count == 1 && places[0] == places[1])
        // What is read is what is printed.
        #expect(paper.paper.dump.split(separator: "\n").count { $0.contains("The note.") } == 1)
        let marks = paper.paper.sections[0].blocks.noteMarks
        #expect(marks.map(\.note) == [notes[0].id, notes[0].id])
    }

    /// Two tables of one row, each with a note of its own that marks another.
    private mutating func tablesWithNestedNotes(_ inner: String...) -> (blocks: [Block], notes: [[Note]]) {
        var blocks: [Block] = []
        var notes: [[Note]] = []
        for words in inner {
            let second = note(2, words)
            var first = note(1)
            first.blocks = [paragraph("See", marking: second)]
            var block = table("row", marking: first)
            if case .table(var table) = block.content {
                table.notes.append(second)
                block.content = .table(table)
            }
            blocks.append(block)
            notes.append([first, second])
        }
        return (blocks, notes)
    }

    @Test mutating func `a note that marks another stands once, and so does the other`() throws {
        let (blocks, notes) = tablesWithNestedNotes("The other.", "The other.")
        let paper = try typesetPaper(blocks, .plain(height: 200))
        #expect(paper.pages.texts[0].count { $0.contains("See") } == 1)
        #expect(paper.pages.texts[0].count { $0 == "The other." } == 1)
        #expect(paper.paper.dump.split(separator: "\n").count { $0.contains("The other.") } == 1)
        #expect(paper.paper.dump.split(separator: "\n").count { $0.contains("See") } == 1)
        for (first, second) in zip(notes[0], notes[1]) {
            let places = [first, second].map { note in
                paper.pages[0].destinations.filter { $0.anchor == note.anchor }.map(\.point)
            }
            #expect(places[0].count == 1 && places[0] == places[1])
        }
        #expect(paper.paper.sections[0].blocks.noteMarks.allSatisfy { notes[0].map(\.id).contains($0.note) })
    }

    @Test mutating func `notes of the same words that mark notes of other words all stand`() throws {
        let (blocks, notes) = tablesWithNestedNotes("The other.", "Another.")
        let paper = try typesetPaper(blocks, .plain(height: 200))
        #expect(paper.pages.texts[0].count { $0.contains("See") } == 2)
        #expect(Set(paper.paper.sections[0].blocks.noteMarks.map(\.note)) == Set(notes.joined().map(\.id)))
    }

    @Test mutating func `notes that mark each other are shared as others are`() throws {
        var blocks: [Block] = []
        for _ in 1...2 {
            var first = note(1)
            var second = note(2)
            first.blocks = [paragraph("See", marking: second)]
            let mark = NoteMark(id: build.node(), note: first.id, label: first.label)
            second.blocks = [Block(id: build.node(), .paragraph(Paragraph([.text("Or"), .noteMark(mark)])))]
            var block = table("row", marking: first)
            if case .table(var table) = block.content {
                table.notes.append(second)
                block.content = .table(table)
            }
            blocks.append(block)
        }
        let paper = try typesetPaper(blocks, .plain(height: 200))
        #expect(paper.pages.texts[0].count { $0.contains("See") } == 1)
        #expect(paper.pages.texts[0].count { $0.contains("Or") } == 1)
    }

    /// Two chains of notes that say the same, each of which marks the next, and a text before them that marks the last of the second.
    private mutating func chains(of count: Int) -> [Block] {
        var chains: [[Note]] = []
        for _ in 1...2 {
            var chain = [note(count, "The last.")]
            for number in (1..<count).reversed() {
                var next = note(number)
                next.blocks = [paragraph("See", marking: chain[0])]
                chain.insert(next, at: 0)
            }
            chains.append(chain)
        }
        return [
            paragraph("text", marking: chains[1][count - 1]), paragraph("text", marking: chains[0][0]),
            paragraph("text", marking: chains[1][0]), Block(id: build.node(), .notes(chains.flatMap(\.self))),
        ]
    }

    @Test mutating func `chains of notes of twice the length take at most two and a half times the work`() throws {
        func steps(_ blocks: [Block]) throws -> Int {
            let meter = WorkMeter()
            let pages = try WorkMeter.$current.withValue(meter) {
                try typesetPaper(blocks, .plain(height: 100_000)).pages
            }
            #expect(pages.texts.joined().count { $0 == "The last." } == 1)
            return meter.steps
        }
        let (once, twice) = (try steps(chains(of: 100)), try steps(chains(of: 200)))
        #expect(Double(twice) <= Double(once) * 2.5, "\(once), \(twice)")
    }

    @Test mutating func `where notes stand under their table, each table has its own`() throws {
        var theme = Theme.plain(height: 200)
        theme.note.place = .text
        let notes = [note(1), note(1)]
        let paper = try typesetPaper(notes.map { table("row", marking: $0) }, theme)
        #expect(paper.pages.texts[0].count { $0 == "The note." } == 2)
        #expect(paper.paper.sections[0].blocks.noteMarks.map(\.note) == notes.map(\.id))
    }

    @Test mutating func `a later page shows the note again`() throws {
        let notes = [note(1), note(1)]
        let blocks = [table("row", marking: notes[0])] + (1...8).map { build.paragraph("line \($0)") }
        let paper = try typesetPaper(blocks + [table("row", marking: notes[1])])
        #expect(paper.pages.texts.map { $0.count { $0 == "The note." } } == [1, 1])
    }

    @Test mutating func `notes of one number that say other things both stand`() throws {
        let notes = [note(1), note(1, "Another.")]
        let paper = try typesetPaper(notes.map { table("row", marking: $0) })
        #expect(paper.pages.texts[0].suffix(4) == ["[note\u{A0}1]", "The note.", "[note\u{A0}1]", "Another."])
        #expect(paper.paper.sections[0].blocks.noteMarks.map(\.note) == notes.map(\.id))
    }

    @Test mutating func `notes stand at the foot of a page in the order of their numbers`() throws {
        let notes = [note(2, "Second."), note(10, "Tenth."), note(1, "First.")]
        let paper = try typesetPaper(notes.map { table("row", marking: $0) })
        let foot = paper.pages.texts[0].filter { $0.hasSuffix(".") }
        #expect(foot == ["First.", "Second.", "Tenth."])
    }

    @Test mutating func `the rest of a note of an earlier page stands before the notes of the page`() throws {
        let long = note(2, (1...80).map { "n\($0)" }.joined(separator: " "))
        let short = note(1, "First.")
        let blocks =
            [paragraph("line", marking: long)] + (1...4).map { build.paragraph("more \($0)") } + [
                paragraph("end", marking: short), Block(id: build.node(), .notes([long, short])),
            ]
        let paper = try typesetPaper(blocks)
        let page = try #require(paper.pages.texts.first { $0.contains("First.") })
        let rest = page.firstIndex { $0.hasPrefix("n") && $0.contains("n80") }
        #expect(try #require(rest) < #require(page.firstIndex(of: "First.")), "\(paper.pages.texts)")
    }

    @Test mutating func `a note of few lines is not divided where its line can go to the next page`() throws {
        let text = (1...60).map { "n\($0)" }.joined(separator: " ")
        for before in 1...14 {
            let own = note(1, text)
            var blocks = (1...before).map { build.paragraph("line \($0)") }
            blocks += [paragraph("marked", marking: own), Block(id: build.node(), .notes([own]))]
            let pages = try typesetPaper(blocks, .plain(height: 220)).pages.texts
            let holding = pages.filter { page in page.contains { $0.hasPrefix("n1 ") || $0.contains("n60") } }
            #expect(holding.count == 1, "\(pages)")
            #expect(holding[0].contains("marked"))
        }
    }

    @Test mutating func `a note that begins with a list hangs beside its label`() throws {
        var theme = Theme.plain(height: 120)
        theme.note.hang = .points(50)
        var own = note(1)
        own.blocks = [build.bullets(["one", "two"]), build.paragraph("three")]
        let paper = try typesetPaper([paragraph("line", marking: own), Block(id: build.node(), .notes([own]))], theme)
        let runs = paper.pages[0].items.compactMap { if case .text(let run) = $0 { run } else { nil } }
        let label = try #require(runs.last { $0.text.hasPrefix("[note") })
        let one = try #require(runs.first { $0.text.split(separator: " ") == ["one"] })
        let three = try #require(runs.first { $0.text.split(separator: " ") == ["three"] })
        #expect(label.origin.x == .points(10))
        #expect(one.origin == Point(x: .points(70), y: label.origin.y))
        #expect(three.origin.x == .points(60))
        #expect(paper.pages[0].destinations.contains { $0.anchor == own.anchor })
    }
}

extension [Block] {
    /// The marks of notes in them, in reading order.
    fileprivate var noteMarks: [NoteMark] {
        var marks: [NoteMark] = []
        walk { block in
            block.inlines.walk { if case .noteMark(let mark) = $0 { marks.append(mark) } }
        }
        return marks
    }
}
