// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// The rule and the space over a signature.
struct SignatureTests {
    private func page(_ style: Theme.SignatureStyle, name: String = "Pat Smith") throws -> Page {
        var build = PaperBuilder()
        var theme = Theme.plain(width: 200, height: 200)
        theme.signature = style
        let signature = Signature(name: [.text(name)], post: [.text("Director")])
        let blocks = [build.paragraph("text"), Block(id: build.node(), .signature(signature))]
        return try #require(pages(of: blocks, in: theme).first)
    }

    private func runs(_ page: Page) -> [TextRun] {
        page.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
    }

    private func rules(_ page: Page) -> [RuleLine] {
        page.items.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
    }

    @Test func `the rule is under the space for the signing, and the name a third of a line under it`() throws {
        let plain = try page(Theme.SignatureStyle(gap: .points(20)))
        let ruled = try page(Theme.SignatureStyle(gap: .points(20), rule: .points(1), ruleLength: .points(90)))
        #expect(rules(plain) == [])
        // The text ends twenty points from the upper edge, and the space is twenty more.
        let rule = try #require(rules(ruled).first)
        #expect(rule.from == Point(x: .points(10), y: .points(40.5)))
        #expect(rule.to == Point(x: .points(100), y: .points(40.5)))
        #expect(rule.thickness == .points(1))
        let lower = zip(runs(ruled), runs(plain)).map { $0.origin.y - $1.origin.y }
        let depth = Length.points(1) + Length.points(10) / 3
        #expect(lower == [Length.zero, depth, depth])
        #expect(runs(ruled).map(\.text) == runs(plain).map(\.text))
    }

    @Test func `it is no longer than the text is wide`() throws {
        let ruled = try page(Theme.SignatureStyle(gap: .zero, rule: .points(1), ruleLength: .points(900)))
        #expect(rules(ruled).map(\.to.x) == [.points(190)])
    }

    @Test func `over a name from right to left it begins at the right`() throws {
        let ruled = try page(Theme.SignatureStyle(gap: .zero, rule: .points(1), ruleLength: .points(90)), name: "שלום")
        let rule = try #require(rules(ruled).first)
        #expect(rule.from.x == .points(100) && rule.to.x == .points(190))
    }
}
