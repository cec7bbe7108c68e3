// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// The band across the head of pages that are not for publication, and of drafts.
struct BandTests {
    private static let banner = Paper.Banner("SECRET: by law", mark: "SECRET", reason: "By law")
    private static let draft = Paper.Draft(mark: [.text("DRAFT 2")], notice: "Not cleared")

    /// Margins of 60 points, and the head at 20.
    private static func theme(_ change: (inout Theme) -> Void = { _ in }) -> Theme {
        var theme = Theme.plain(width: 400, height: 300, margin: 60)
        theme.running.fromEdge = .points(20)
        change(&theme)
        return theme
    }

    private static func marked(_ theme: inout Theme) {
        var mark = theme.body.text
        mark.size = .points(12)
        mark.leading = .points(15)
        mark.isBold = true
        theme.running.banner.mark = mark
        theme.running.banner.fromEdge = .points(14)
    }

    private func page(
        banner: Paper.Banner? = nil,
        draft: Paper.Draft? = nil,
        head: RunningText = RunningText(centre: [.text("Head")]),
        in theme: Theme
    ) throws -> Page {
        var build = PaperBuilder()
        var paper = build.paper([build.paragraph("text")], head: head)
        paper.banner = banner
        paper.draft = draft
        return try #require(typeset(paper, theme: theme, shaper: Repository.shaper()).pages.first)
    }

    private func runs(_ page: Page) -> [TextRun] {
        page.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
    }

    private func fills(_ page: Page) -> [Rectangle] {
        page.items.compactMap { if case .fill(let fill) = $0 { fill.rectangle } else { nil } }
    }

    private func dashes(_ page: Page) -> [PathMark] {
        page.items.compactMap { if case .path(let mark) = $0 { mark } else { nil } }
    }

    @Test func `a banner is one sentence where the theme has no style for its mark`() throws {
        let page = try page(banner: Self.banner, in: Self.theme())
        #expect(runs(page).map(\.text) == ["text", "SECRET: by law", "Head"])
        // A third of a line over the words and under them.
        let gap = Length.points(10) / 3
        #expect(fills(page).last?.origin == Point(x: .points(60), y: .points(20)))
        #expect(fills(page).last?.size == Size(width: .points(280), height: .points(10) + gap * 2))
    }

    @Test func `with a mark it has that at its left, and the reason at its right on the same line`() throws {
        let page = try page(banner: Self.banner, in: Self.theme(Self.marked))
        let runs = runs(page)
        #expect(runs.map(\.text) == ["text", "SECRET", "By law", "Head"])
        let gap = Length.points(10) / 3
        #expect(runs[1].origin.x == .points(60) + gap * 2)
        #expect(runs[2].origin.x + runs[2].width == .points(340) - gap * 2)
        #expect(runs[1].origin.y == runs[2].origin.y)
        #expect(runs.prefix(3).map(\.colour) == [.black, .white, .white])
        #expect(fills(page).last?.origin.y == .points(14))
        #expect(fills(page).last?.size.height == .points(15) + gap * 2)
        #expect(fills(page).first == Rectangle(origin: .zero, size: Size(width: .millimetres(5), height: .points(300))))
    }

    @Test func `where both do not share a line the reason is under the mark, and the text further down`() throws {
        let long = Paper.Banner("x", mark: "SECRET", reason: String(repeating: "reason ", count: 20))
        let page = try page(banner: long, in: Self.theme(Self.marked))
        let words = runs(page)
        #expect(words[1].text == "SECRET" && words[2].origin.x == words[1].origin.x)
        #expect(words[2].origin.y > words[1].origin.y)
        let foot = try #require(fills(page).last)
        #expect(words[0].origin.y > foot.origin.y + foot.size.height)
    }

    @Test func `the mark of a draft is in the middle of the head, before what the layout has there`() throws {
        #expect(try runs(page(draft: Self.draft, in: Self.theme())).map(\.text) == ["text", "DRAFT 2 – Head"])
        #expect(
            try runs(page(draft: Self.draft, head: RunningText(), in: Self.theme())).map(\.text) == ["text", "DRAFT 2"]
        )
    }

    @Test func `or in a band of its own between dashed rules, with the words that it is not cleared`() throws {
        let page = try page(
            draft: Self.draft,
            in: Self.theme { theme in
                Self.marked(&theme)
                theme.running.draftRule = .points(1.25)
            }
        )
        let words = runs(page)
        #expect(words.map(\.text) == ["text", "DRAFT 2", "Not cleared", "Head"])
        #expect(words[1].origin.x == .points(60))
        #expect(words[2].origin.x + words[2].width == .points(340))
        #expect(words.allSatisfy { $0.colour == .black })
        #expect(fills(page) == [])
        let marks = dashes(page)
        #expect(marks.map(\.owner) == [.furniture(.head)])
        // Forty dashes of four points, three apart, go on 280 points; they are at two heights.
        let starts = try #require(marks.first).path.elements.compactMap { element in
            if case .move(let point) = element { point } else { nil }
        }
        #expect(starts.count == 80)
        #expect(starts[1].x - starts[0].x == .points(7))
        #expect(Set(starts.map(\.y)).count == 2)
    }

    @Test func `the mark of a draft in a band may count the pages`() throws {
        let page = try page(
            draft: Paper.Draft(mark: [.text("DRAFT, page "), .page, .text(" of "), .pages], notice: "Not cleared"),
            in: Self.theme { theme in
                Self.marked(&theme)
                theme.running.draftRule = .points(1.25)
            }
        )
        #expect(runs(page).map(\.text) == ["text", "DRAFT, page 1 of 1", "Not cleared", "Head"])
    }

    @Test func `a draft that is not for publication has the banner, and its mark in the head`() throws {
        let page = try page(
            banner: Self.banner,
            draft: Self.draft,
            in: Self.theme { theme in
                Self.marked(&theme)
                theme.running.draftRule = .points(1.25)
            }
        )
        #expect(runs(page).map(\.text) == ["text", "SECRET", "By law", "DRAFT 2 – Head"])
        #expect(dashes(page) == [])
    }

    @Test func `under a band the head is as far from the text as elsewhere`() throws {
        func distance(_ banner: Paper.Banner?) throws -> Length {
            let page = try page(
                banner: banner,
                in: Self.theme { theme in
                    Self.marked(&theme)
                    theme.running.headFromEdge = .points(40)
                }
            )
            let head = try #require(runs(page).last { $0.owner == .furniture(.head) })
            return runs(page)[0].origin.y - head.origin.y
        }
        #expect(try distance(Self.banner) == distance(nil))
    }
}
