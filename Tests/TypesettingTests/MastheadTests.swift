// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// The logo, the name and the meeting side by side over a rule.
struct MastheadTests {
    private var build = PaperBuilder()

    /// With 580 points between the margins.
    private static let theme = Theme.plain(width: 600, height: 300)

    private mutating func page(_ masthead: Block, in theme: Theme = theme) throws -> Page {
        try #require(try pages(of: [masthead, build.paragraph("text")], in: theme).first)
    }

    private func image(_ page: Page) throws -> ImageMark {
        try #require(page.items.compactMap { if case .image(let mark) = $0 { mark } else { nil } }.first)
    }

    private func runs(_ page: Page) -> [TextRun] {
        page.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
    }

    @Test mutating func `a logo is 15 mm high, with its own proportions`() throws {
        let mark = try image(page(build.masthead(logo: (400, 200))))
        #expect(mark.rectangle.size == Size(width: .millimetres(30), height: .millimetres(15)))
        #expect(mark.rectangle.origin.x == .points(10))
    }

    @Test mutating func `a wide one is 60 mm wide, or a third of a narrow page`() throws {
        let wide = build.masthead(logo: (4_000, 200))
        #expect(try image(page(wide)).rectangle.size.width == .millimetres(60))
        let narrow = try image(page(build.masthead(logo: (4_000, 200)), in: .plain(width: 200, height: 300)))
        #expect(narrow.rectangle.size.width == .points(180) / 3)
    }

    @Test mutating func `the name follows the logo, and the meeting ends at the right margin`() throws {
        let page = try page(build.masthead(logo: (400, 200)))
        let logo = try image(page).rectangle
        let runs = runs(page)
        #expect(runs.map(\.text) == ["Test Council", "Report to Cabinet", "text"])
        #expect(runs[0].origin.x == logo.origin.x + logo.size.width + Self.theme.masthead.gap)
        #expect(runs[1].origin.x + runs[1].width == .points(590))
        // Both are centred on the logo.
        let middle = logo.origin.y + logo.size.height / 2
        #expect(runs.prefix(2).allSatisfy { abs(($0.origin.y - middle).points) < 5 })
    }

    @Test mutating func `without a logo the name begins at the margin, and the rule has its colour`() throws {
        var theme = Self.theme
        theme.accent.colour = Colour(red: 10, green: 20, blue: 30)
        let page = try page(build.masthead(logo: nil), in: theme)
        #expect(runs(page)[0].origin.x == .points(10))
        #expect(runs(page)[0].colour == theme.accent.colour)
        let rules = page.items.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
        #expect(rules.map(\.colour) == [theme.accent.colour])
        #expect(rules[0].to.x - rules[0].from.x == .points(580))
        #expect(rules[0].from.y > runs(page)[1].origin.y && rules[0].from.y < runs(page)[2].origin.y)
    }

    @Test mutating func `long names and meetings have several lines, and overlap nothing`() throws {
        let long = "The Royal and Ancient Borough of Much Fenwick in the Vale and the Hundreds Beyond"
        let page = try page(
            build.masthead(logo: (4_000, 200), name: long, meeting: "Report to the " + long),
            in: .plain(width: 300, height: 300)
        )
        let runs = runs(page)
        let meeting = runs.filter { $0.origin.x >= .points(196) }
        let name = runs.filter { $0.origin.x > .points(110) && $0.origin.x < .points(196) }
        #expect(name.count > 3 && meeting.count > 3)
        #expect(name.allSatisfy { $0.origin.x + $0.width <= .points(196) })
        let words = runs.flatMap { $0.text.split(separator: " ") }
        #expect(words.count == long.split(separator: " ").count * 2 + 4)
        #expect(runs.last?.text == "text")
        #expect(runs.dropLast().allSatisfy { $0.origin.y < runs[runs.count - 1].origin.y })
    }

    @Test mutating func `over a masthead there is no head but the mark of a draft`() throws {
        let words = String(repeating: "words ", count: 200)
        let blocks = [build.masthead(logo: nil), build.paragraph(words)]
        let head = RunningText(left: [.text("Subject")], centre: [.text("DRAFT")], right: [.text("Appendix")])
        let pages = try typeset(
            build.paper(blocks, head: head),
            theme: .plain(width: 200, height: 100),
            shaper: Repository.shaper()
        ).pages
        #expect(pages.count > 1)
        let heads = pages.prefix(2).map { page in
            runs(page).filter { $0.owner == .furniture(.head) }.map(\.text)
        }
        #expect(heads == [["DRAFT"], ["Subject", "DRAFT", "Appendix"]])
    }

    @Test mutating func `the first page begins higher where the theme says so, and the others do not`() throws {
        var theme = Theme.plain(width: 200, height: 200, margin: 40)
        theme.page.mastheadTop = .points(15)
        let words = String(repeating: "words ", count: 300)
        let blocks = [build.masthead(logo: nil), build.paragraph(words)]
        func tops(_ blocks: [Block], head: RunningText = RunningText()) throws -> [Length] {
            var build = PaperBuilder()
            let paper = build.paper(blocks, head: head)
            return try typeset(paper, theme: theme, shaper: Repository.shaper()).pages.map { page in
                try #require(runs(page).filter { $0.owner != .furniture(.head) }.map(\.origin.y).min())
            }
        }
        let high = try tops(blocks)
        #expect(high.count > 2)
        let plain = try tops([build.paragraph(words)])
        #expect(plain.allSatisfy { $0 == plain[0] })
        // The name's line is as high as its letters, seven sixths of the body's.
        #expect(high[0] < plain[0] - .points(20))
        #expect(high.dropFirst().allSatisfy { $0 == plain[0] })
        // A head that the first page does not print takes no room on it, and the mark of a draft does.
        #expect(try tops(blocks, head: RunningText(left: [.text("Subject")]))[0] == high[0])
        theme.running.fromEdge = .points(20)
        #expect(try tops(blocks, head: RunningText(centre: [.text("DRAFT")]))[0] > high[0])
        #expect(try tops(blocks, head: RunningText(left: [.text("Subject")]))[0] == high[0])
    }

    @Test mutating func `bands inside others have the accent colour where it is on them`() throws {
        var theme = Self.theme
        let rows = (1...2).map { level in
            Table.Row(id: build.node(), kind: .band(level: level), cells: [build.cell("Band \(level)")])
        }
        let table = Block(id: build.node(), .table(Table(columns: [Table.Column()], header: [], rows: rows)))
        #expect(try runs(page(table, in: theme)).allSatisfy { $0.colour == .black })
        theme.table.innerBandColour = Colour(red: 10, green: 20, blue: 30)
        let colours = try runs(page(table, in: theme)).map(\.colour)
        #expect(colours == [.black, Colour(red: 10, green: 20, blue: 30), .black])
    }
}
