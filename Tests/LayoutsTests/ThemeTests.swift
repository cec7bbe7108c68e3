// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import TestSupport
import Testing

/// Sheets and their margins.
struct ThemeTests {
    private let margins = Sides(
        top: Length.points(10),
        right: Length.points(20),
        bottom: Length.points(30),
        left: Length.points(40)
    )

    private func page(_ width: Double, _ height: Double) -> Theme.PageStyle {
        Theme.PageStyle(size: Size(width: .points(width), height: .points(height)), margins: margins)
    }

    @Test func `the measure is the width between the margins`() {
        #expect(page(600, 800).measure == .points(540))
        #expect(page(60, 800).measure == .zero)
    }

    @Test(arguments: [(600.0, 800.0), (800, 600), (600, 600)])
    func `a landscape sheet is wider than it is high, and its margins stay on their sides`(
        width: Double,
        height: Double
    ) {
        let page = page(width, height).turned(to: .landscape)
        #expect(page.size == Size(width: .points(max(width, height)), height: .points(min(width, height))))
        #expect(page.margins == margins)
        #expect(page.turned(to: .landscape) == page)
    }

    @Test func `a portrait sheet is the theme's own`() {
        #expect(page(600, 800).turned(to: .portrait) == page(600, 800))
        #expect(page(800, 600).turned(to: .portrait) == page(800, 600))
    }

    /// A style that is added and not listed would have characters that nobody has looked for.
    @Test func `every style of words is listed`() {
        func styles(in value: Any) -> [Theme.TextStyle] {
            if let style = value as? Theme.TextStyle { return [style] }
            return Mirror(reflecting: value).children.flatMap { styles(in: $0.value) }
        }
        #expect(Theme.plain().textStyles.count == styles(in: Theme.plain()).count)
        #expect(Set(Theme.plain().textStyles) == Set(styles(in: Theme.plain())))
    }
}
