// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// Characters that show nothing, in links and headings.
struct InvisibleCharactersTests {
    private var build = PaperBuilder()

    private mutating func typeset(_ blocks: [Block]) throws -> TypesetPaper {
        return try Typesetting.typeset(
            build.paper(blocks),
            theme: .plain(),
            shaper: Repository.shaper()
        )
    }

    @Test mutating func `every area of a link has a width, also on a line of invisible characters`() throws {
        let link = Link(
            id: build.node(),
            target: .address("https://example.org"),
            [.text("\u{FEFF}"), .lineBreak, .text("here"), .lineBreak, .text("\u{200B}\u{2060}")]
        )
        let paper = try typeset([Block(id: build.node(), .paragraph(Paragraph([.text("See "), .link(link)])))])
        let widths = paper.pages.flatMap(\.items).compactMap { item in
            if case .link(let area) = item { area.rectangle.size.width } else { nil }
        }
        #expect(widths.contains { $0 > .points(10) })
        #expect(widths.allSatisfy { $0 >= .points(1) }, "\(widths)")
    }

    @Test mutating func `a bookmark has no soft hyphens`() throws {
        let paper = try typeset([build.heading("Moni\u{AD}tor\u{AD}ing"), build.paragraph("one")])
        #expect(paper.outline.map(\.title) == ["Monitoring"])
    }
}
