// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// The labels of notes before their words, where a theme hangs them.
struct HangingNoteTests {
    private var build = PaperBuilder()

    private static func theme(width: Double = 200, hang: Double = 50, place: Theme.NoteStyle.Place = .page) -> Theme {
        var theme = Theme.plain(width: width, height: 200)
        theme.note.hang = .points(hang)
        theme.note.place = place
        return theme
    }

    private func runs(_ page: Page) -> [TextRun] {
        page.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
    }

    /// The runs of a page with some notes that one paragraph marks, from the first label.
    private mutating func notes(_ notes: [Note], in theme: Theme) throws -> [TextRun] {
        let marks = notes.map { build.mark(of: $0) }
        let blocks = [
            Block(id: build.node(), .paragraph(Paragraph([.text("one")] + marks))),
            Block(id: build.node(), .notes(notes)),
        ]
        let page = try #require(pages(of: blocks, in: theme).first)
        let labels = Set(notes.map { Owner.label($0.id) })
        return Array(runs(page).drop { !labels.contains($0.owner) })
    }

    @Test(arguments: Theme.NoteStyle.Place.allCases)
    mutating func `lines and later paragraphs of a note begin where its first words do`(place: Theme.NoteStyle.Place)
        throws
    {
        var note = build.note("note 1", "Some words of a note that has two lines at least, or three of them.")
        note.blocks.append(build.paragraph("Another paragraph."))
        let runs = try notes([note], in: Self.theme(place: place))
        #expect(runs[0].text.hasPrefix("[note\u{A0}1]"))
        #expect(runs[0].origin.x == .points(10))
        #expect(runs.count > 3)
        #expect(runs.dropFirst().allSatisfy { $0.origin.x == .points(60) })
        #expect(runs[1].origin.y == runs[0].origin.y)
    }

    @Test mutating func `a label that is wider than its place pushes the words of its own note alone`() throws {
        let two = [build.note("note 1", "Short."), build.note("note 1234567", "Long.")]
        let runs = try notes(two, in: Self.theme(hang: 40))
        let texts = runs.map { $0.text.replacing(" ", with: "") }
        #expect(texts == ["[note\u{A0}1]", "Short.", "[note\u{A0}1234567]", "Long."])
        #expect(runs[1].origin.x == .points(50))
        #expect(runs[3].origin.x >= runs[2].origin.x + runs[2].width)
        #expect(runs[3].origin.y == runs[2].origin.y)
    }

    @Test mutating func `where the page is too narrow for both, the words are under the label`() throws {
        let runs = try notes([build.note("note 1234567", "Long words.")], in: Self.theme(width: 110))
        #expect(runs[1].origin.x == .points(10))
        #expect(runs[1].origin.y == runs[0].origin.y + .points(10))
    }

    @Test mutating func `the label of a note in Hebrew is at its right`() throws {
        let runs = try notes([build.note("note 1", "שלום עולם")], in: Self.theme())
        #expect(runs[0].origin.x + runs[0].width <= .points(190))
        #expect(runs[0].origin.x > .points(140))
        #expect(runs.dropFirst().allSatisfy { $0.origin.x + $0.width <= .points(140) })
    }

    @Test mutating func `a note without hanging has its label in the line of its words`() throws {
        let runs = try notes([build.note("note 1", "Short.")], in: Self.theme(hang: 0))
        #expect(runs[1].origin.x < .points(50))
    }

    @Test mutating func `the rule over the notes is as long as the theme has it, and no longer than the page is wide`()
        throws
    {
        func rule(_ length: Length?) throws -> Length {
            var theme = Self.theme()
            theme.note.rule = .points(0.5)
            theme.note.ruleLength = length
            var build = PaperBuilder()
            let note = build.note("note 1", "Short.")
            let blocks = [
                Block(id: build.node(), .paragraph(Paragraph([.text("one"), build.mark(of: note)]))),
                Block(id: build.node(), .notes([note])),
            ]
            let items = try #require(pages(of: blocks, in: theme).first).items
            let rules = items.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
            return try #require(rules.first).to.x - .points(10)
        }
        #expect(try rule(nil) == .points(45))
        #expect(try rule(.points(70)) == .points(70))
        #expect(try rule(.points(700)) == .points(180))
    }
}
