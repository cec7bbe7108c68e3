// SPDX-License-Identifier: Apache-2.0

import Geometry
import Intake
import Layouts
import PaperTree
import Publishing
import TestSupport
import Testing

@testable import Typesetting

/// Random papers in the themes of the program, on their sheets.
struct ThemedPaperTests {
    private static let papersInBatch = 40

    @Test(arguments: ["accessible", "heritage", "large-print"], 0..<max(1, RandomPaperTests.papers / 1600))
    func `a random paper loses nothing, prints nothing twice and nothing over another in any theme`(
        name: String,
        batch: Int
    ) throws {
        let contents = try readWorkspace(at: Repository.sample, programLayouts: Repository.program.layouts)
        let theme = try #require(contents.layouts.themes[name])
        let shaper = try Repository.shaper()
        for index in 0..<Self.papersInBatch {
            let seed = RandomPaperTests.firstSeed + 1_000_000 + batch * Self.papersInBatch + index
            let blocks = RandomPaper(seed: UInt64(seed)).blocks
            var builder = PaperBuilder()
            let pages = try typeset(builder.paper(blocks), theme: theme, shaper: shaper).pages
            let faults = LayoutProof(pages, of: blocks, in: theme).faultsInAnyTheme()
            #expect(faults == [], "seed \(seed)")
            if !faults.isEmpty { return }
        }
    }
}
