// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import Pictures
import TestSupport
import Testing

@testable import Typesetting

/// Pictures as the items of pages.
struct ImageTests {
    private var build = PaperBuilder()

    /// With 280 points between the margins.
    private static let theme = Theme.plain(width: 300, height: 300)

    private mutating func images(_ blocks: [Block]) throws -> [[ImageMark]] {
        try pages(of: blocks, in: Self.theme).map { page in
            page.items.compactMap { if case .image(let mark) = $0 { mark } else { nil } }
        }
    }

    @Test mutating func `a picture has its natural size at 96 pixels to the inch`() throws {
        let mark = try #require(try images([build.picture(width: 96, height: 48)]).first?.first)
        #expect(mark.rectangle.size == Size(width: .points(72), height: .points(36)))
        #expect(mark.rectangle.origin.x == .points(10))
        #expect([mark.width, mark.height] == [96, 48])
    }

    @Test mutating func `one that is wider than the measure is as wide as that, with its proportions`() throws {
        let mark = try #require(try images([build.picture(width: 560, height: 280)]).first?.first)
        #expect(mark.rectangle.size == Size(width: .points(280), height: .points(140)))
        #expect([mark.width, mark.height] == [560, 280])
    }

    @Test mutating func `no more pixels are printed than 300 to the inch`() throws {
        let mark = try #require(try images([build.picture(width: 2_333, height: 1)]).first?.first)
        #expect(mark.width == 1_167)
    }

    @Test mutating func `one that is higher than a page is reduced to what its caption leaves of it`() throws {
        let tall = build.picture(width: 30, height: 3_000, caption: "A tower")
        let images = try images([build.paragraph("Before."), tall, build.paragraph("After.")])
        let page = try #require(images.firstIndex { !$0.isEmpty })
        let mark = images[page][0]
        #expect(mark.rectangle.origin.y + mark.rectangle.size.height <= .points(290))
        #expect(mark.rectangle.size.height > .points(200))
        #expect(images.joined().count == 1)
        let lines = try pages(of: [build.paragraph("Before."), tall], in: Self.theme)[page].lines
        #expect(lines.contains { $0.contains("A tower") }, "a caption stays with its picture")
    }

    @Test mutating func `one pixel by thousands has an area`() throws {
        for (width, height) in [(1, 5_000), (5_000, 1)] {
            let mark = try #require(try images([build.picture(width: width, height: height)]).first?.first)
            #expect(mark.rectangle.size.width > .zero)
            #expect(mark.rectangle.size.height > .zero)
            #expect(mark.width >= 1 && mark.height >= 1)
        }
    }

    @Test mutating func `one that says something has the area of a figure, and decoration has none`() throws {
        let page = try #require(
            try pages(
                of: [build.picture(width: 9, height: 9), build.picture(width: 9, height: 9, alternativeText: nil)],
                in: Self.theme
            ).first
        )
        let areas = page.items.filter { if case .figure = $0 { true } else { false } }
        #expect(areas.count == 1)
        let owners = page.items.compactMap { if case .image(let mark) = $0 { mark.owner } else { nil } }
        #expect(owners.last == .furniture(.decoration))
        #expect(page.dump.contains("image 10.0 10.0 by 6.8 6.8 of 9 × 9"))
    }
}
