// SPDX-License-Identifier: Apache-2.0

import Layouts
import PaperTree
import TestSupport
import Testing
import TextShaping

@testable import Typesetting

/// A paper that is set with paragraphs of another, or of itself before, is as if it were set alone.
struct ParagraphCacheTests {
    private func set(_ paper: Paper, _ theme: Theme, _ shaper: TextShaper, _ cache: ParagraphCache) throws
        -> TypesetPaper
    {
        return try typeset(paper, theme: theme, shaper: shaper, cache: cache)
    }

    @Test(arguments: 0..<12) func `random papers after one another are as if each were alone`(batch: Int) throws {
        let shaper = try Repository.shaper()
        let cache = ParagraphCache()
        for index in 0..<12 {
            let random = RandomPaper(seed: UInt64(50_000 + batch * 12 + index))
            var builder = PaperBuilder()
            let paper = builder.paper(random.blocks)
            let alone = try set(paper, random.theme, shaper, ParagraphCache())
            // The second time, everything is known.
            for _ in 0..<2 {
                let made = try set(paper, random.theme, shaper, cache)
                let isSame = made == alone
                #expect(isSame, "seed \(50_000 + batch * 12 + index)")
            }
        }
    }

    @Test func `cells that say the same are each their own`() throws {
        var build = PaperBuilder()
        let rows = (0..<40).map { _ in build.row("on target", "a status that goes on for more than a line of its cell")
        }
        let table = build.table(columns: 2, header: [build.row("Action", "Status", kind: .header)], rows: rows)
        let pages = try set(build.paper([table]), .plain(), Repository.shaper(), ParagraphCache()).pages
        var owners: [Owner] = []
        for case .text(let run) in pages.flatMap(\.items) {
            if case .node = run.owner, owners.last != run.owner { owners.append(run.owner) }
        }
        #expect(owners.count == 82)
        #expect(Set(owners).count == 82)
    }

    @Test func `what a paper does not say any more is forgotten`() throws {
        let shaper = try Repository.shaper()
        let cache = ParagraphCache()
        for number in 0..<20 {
            var build = PaperBuilder()
            let paragraphs = (0..<30).map { build.paragraph("Paragraph \($0) of edition \(number)") }
            _ = try set(build.paper(paragraphs), .plain(), shaper, cache)
            #expect((30...40).contains(cache.count))
        }
    }

    @Test func `a character that no font has is told each time, wherever it stands`() throws {
        let shaper = try Repository.shaper()
        let cache = ParagraphCache()
        var build = PaperBuilder()
        let paper = build.paper([build.paragraph("one \u{13000}"), build.paragraph("one \u{13000}")])
        let first = try set(paper, .plain(), shaper, cache).diagnostics
        #expect(!first.isEmpty)
        let second = try set(paper, .plain(), shaper, cache).diagnostics
        #expect(second == first)
    }

    @Test func `another language is set with its own words`() throws {
        let shaper = try Repository.shaper()
        let cache = ParagraphCache()
        var build = PaperBuilder()
        var paper = build.paper([build.paragraph("i nie")])
        _ = try set(paper, .plain(), shaper, cache)
        paper.properties.language = "pl"
        let made = try set(paper, .plain(), shaper, cache)
        let alone = try set(paper, .plain(), shaper, ParagraphCache())
        let isSame = made == alone
        #expect(isSame)
    }
}
