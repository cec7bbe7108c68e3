// SPDX-License-Identifier: Apache-2.0

import Composition
import Foundation
import Geometry
import Intake
import Layouts
import Monitoring
import PaperTree
import Publishing
import TestSupport
import Testing

@testable import Typesetting

/// White space at the foot of the pages of the samples, in every theme.
struct WhiteSpaceTests {
    private static let samples = ["wealdshire-2009", "morhelyg-2027-year-end", "fenwick-vale-2026-q3"]

    /// The list of white space is printed where `CLEARDAYS_WHITE_SPACE` is set.
    @Test(arguments: samples, ["accessible", "heritage", "large-print"])
    func `a page with more than a fifth of it empty, other than a section's last, has a reason`(
        sample: String,
        theme: String
    ) throws {
        let folder = Repository.folder + "/samples/" + sample
        let contents = try readWorkspace(at: folder, programLayouts: Repository.program.layouts)
        let round = try #require(contents.round)
        let theme = try #require(contents.layouts.themes[theme])
        let shaper = try Repository.shaper()
        let isListed = ProcessInfo.processInfo.environment["CLEARDAYS_WHITE_SPACE"] != nil
        for index in round.papers.indices {
            let composed = composePaper(at: index, of: .restricted(round), layouts: contents.layouts)
            guard let paper = composed?.paper else { continue }
            let found = try typeset(paper, theme: theme, shaper: shaper).whiteSpace()
            for white in found {
                if isListed { print("\(sample) \(theme.id) \(paper.properties.id): \(white)") }
                #expect(white.hasReason(in: theme), "\(sample) \(theme.id) \(paper.properties.id): \(white)")
            }
        }
    }

    @Test func `white space without a reason is found`() {
        let theme = Theme.plain()
        func white(_ cause: PageEnding.Cause, _ points: Double) -> WhiteSpace {
            let ending = PageEnding(cause: cause, white: .points(points), capacity: .points(100))
            return WhiteSpace(page: 1, ending: ending)
        }
        func extent(_ whole: Double, _ least: Double) -> PageEnding.Extent {
            PageEnding.Extent(whole: .points(whole), least: .points(least))
        }
        // Half of a page may be left empty to keep a row whole.
        #expect(white(.row(extent(60, 20)), 50).hasReason(in: theme))
        #expect(!white(.row(extent(50, 20)), 50).hasReason(in: theme))
        #expect(!white(.row(extent(60, 20)), 55).hasReason(in: theme))
        #expect(white(.kept(extent(80, 60)), 55).hasReason(in: theme))
        #expect(white(.lastRows(height: .points(20)), 50).hasReason(in: theme))
        #expect(!white(.lastRows(height: .points(20)), 51).hasReason(in: theme))
        #expect(white(.text(height: .points(56)), 55).hasReason(in: theme))
        #expect(!white(.text(height: .points(55)), 55).hasReason(in: theme))
        #expect(!white(.dividedRow, 51).hasReason(in: theme))
        #expect(!white(.notes, 21).hasReason(in: theme))
        #expect(white(.turn, 90).hasReason(in: theme))
    }
}
