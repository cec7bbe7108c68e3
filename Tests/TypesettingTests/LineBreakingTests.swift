// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

struct LineBreakingTests {
    @Test func `lines hold as many words as go and end in a space`() throws {
        var build = PaperBuilder()
        let pages = try pages(of: [build.paragraph("one two three four five six seven eight nine ten eleven twelve")])
        #expect(pages[0].lines == ["one two three four five six seven eight nine ten ", "eleven twelve"])
    }

    @Test func `a line may end after a hyphen or a slash but not at a no-break space`() throws {
        var build = PaperBuilder()
        let theme = Theme.plain(width: 58)
        let pages = try pages(
            of: [build.paragraph("multi-agency care/education rate NI\u{A0}125 rate")],
            in: theme
        )
        #expect(pages.texts == [["multi-", "agency", "care/", "education", "rate", "NI\u{A0}125", "rate"]])
    }

    @Test func `a heading keeps the paragraph after it and a paragraph keeps two lines on either side`() throws {
        var build = PaperBuilder()
        let theme = Theme.plain(width: 75, height: 60)
        let pages = try pages(
            of: [build.paragraph("aa bb"), build.paragraph("ccccccccc ddddddddd eeeeeeeee fffffffff")],
            in: theme
        )
        #expect(pages.texts == [["aa bb", "ccccccccc", "ddddddddd"], ["eeeeeeeee", "fffffffff"]])
    }

    @Test func `an item's mark stands beside its first line`() throws {
        var build = PaperBuilder()
        let pages = try pages(of: [build.bullets(["first", "second"])])
        #expect(pages.texts == [["•", "first", "•", "second"]])
    }

    @Test func `the mark of an item is never divided, however wide`() throws {
        var build = PaperBuilder()
        func list(_ marker: List.Marker, _ count: Int) -> Block {
            let items = (0..<count).map { _ in List.Item(id: build.node(), blocks: [build.paragraph("x")]) }
            return Block(id: build.node(), .list(List(marker: marker, items: items)))
        }
        let numbers = try pages(of: [list(.decimal(start: 1_000_000), 1)])
        #expect(numbers.texts == [["1000000.", "x"]])
        let letters = try pages(of: [list(.letter, 28)]).texts.joined().filter { $0 != "x" }
        #expect(Array(letters.suffix(3)) == ["(z)", "(aa)", "(ab)"])
        for case .text(let run) in numbers.flatMap({ $0.items }) where run.text == "x" {
            #expect(run.origin.x > .points(10 + 8 * 4))
        }
    }

    @Test func `a character that no font has is an error that names it and its place`() throws {
        var build = PaperBuilder()
        var block = build.paragraph("north \u{1F9ED}\u{1F680} and \u{1F680}")
        block.location = .init(file: "papers/a.md", line: 3)
        let set = try typeset(build.paper([block]), theme: .plain(), shaper: Repository.shaper())
        #expect(
            set.diagnostics.map(\.message) == [
                "no font has the character `\u{1F9ED}` (U+1F9ED)", "no font has the character `\u{1F680}` (U+1F680)",
            ]
        )
        #expect(set.diagnostics.first?.location == .init(file: "papers/a.md", line: 3))
    }

    @Test(arguments: [
        ("\u{1F9ED}", "say it in words, or with one of `✓`, `✗`, `▲`, `▼`, `●`"),
        ("\u{2705}", "write `✓`"), ("\u{274C}", "write `✗`"), ("\u{1F53A}", "write `▲`"), ("\u{1F4C9}", "write `▼`"),
        ("\u{1F7E2}", "write `●` and what it stands for in words: some readers do not see its colour"),
        ("\u{3042}", "put a font that has it into the folder `fonts`, or write it another way"),
        ("\u{3164}", "delete it"),
    ])
    func `a character that no font has comes with what to write instead`(character: String, hint: String) throws {
        var build = PaperBuilder()
        let blocks = [build.paragraph("a\(character)b")]
        let set = try typeset(build.paper(blocks), theme: .plain(), shaper: Repository.shaper())
        #expect(set.diagnostics.map(\.hint) == [hint])
        let isInvisible = character == "\u{3164}"
        #expect(
            set.diagnostics.map { $0.message.contains("`\(character)`") } == [!isInvisible],
            "\(set.diagnostics.map(\.message))"
        )
    }
}
