// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

struct RunningLinesTests {
    private func page(head: RunningText, width: Double = 200) throws -> Page {
        var build = PaperBuilder()
        let paper = build.paper([build.paragraph("text")], head: head)
        return try #require(
            try typeset(paper, theme: .plain(width: width), shaper: Repository.shaper()).pages.first
        )
    }

    @Test func `left and right share a line where they go on one`() throws {
        let page = try page(
            head: RunningText(left: [.text("Left")], right: [.text("Page "), .page, .text(" of "), .pages])
        )
        let runs = page.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
        #expect(runs.map(\.text) == ["text", "Left", "Page 1 of 1"])
        #expect(runs[1].origin.y == runs[2].origin.y)
        #expect(runs[2].origin.x + runs[2].width == .points(190))
    }

    @Test func `where they do not, they stand one under the other, clear of the text, and no word is lost`() throws {
        let long = "Half-year monitoring of the annual operating plans 2009/10"
        let page = try page(
            head: RunningText(left: [.text(long)], right: [.text("Appendix 1: Environment")]),
            width: 150
        )
        let runs = page.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
        let head = runs.dropFirst()
        #expect(head.map(\.text).joined() == long + "Appendix 1: Environment")
        #expect(Set(head.map(\.origin.y)).count == head.count)
        let lowest = try #require(head.map(\.origin.y).max())
        #expect(runs[0].origin.y >= lowest + .points(10))
    }
}
