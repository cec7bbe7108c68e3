// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Geometry
import Intake
import Layouts
import Monitoring
import PaperTree
import Publishing
import TestSupport
import Testing
import TextShaping

@testable import Typesetting

/// Random returns with table kinds that a council has declared itself, on small pages and in the themes of the program.
struct OwnTableKindTests {
    private static let papersInBatch = 10
    private static let themes = ["accessible", "heritage", "large-print"]

    @Test(arguments: 0..<max(1, RandomPaperTests.papers / 200))
    func `a table of a council's own kind loses nothing and goes over no more pages than it fills`(batch: Int) throws {
        let shaper = try Repository.shaper()
        for index in 0..<Self.papersInBatch {
            let seed = RandomPaperTests.firstSeed + 2_000_000 + batch * Self.papersInBatch + index
            guard try isProved(seed: seed, shaper: shaper) else { return }
        }
    }

    /// Seeds of ``RandomWorkspace`` that a fault was found by.
    @Test(arguments: [2_900_871, 7_300_595, 7_300_913])
    func `a table of a council's own kind that was at fault is so no more`(seed: Int) throws {
        #expect(try isProved(seed: seed, shaper: Repository.shaper()))
    }

    /// Whether nothing is wrong with the paper of a seed in any theme; reports what is.
    private func isProved(seed: Int, shaper: TextShaper) throws -> Bool {
        let files = RandomWorkspace(seed: UInt64(seed)).files
        let folder = try TemporaryFolder(files)
        let contents = try readWorkspace(at: folder.path, programLayouts: Repository.program.layouts)
        let errors = contents.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "seed \(seed): \(errors)")
        let round = try #require(contents.round)
        let paper = try #require(composePaper(at: 0, of: .restricted(round), layouts: contents.layouts)?.paper)
        let blocks = paper.sections.filter { $0.appendix != nil }.flatMap(\.blocks).filter(\.isProved)
        #expect(blocks.contains { if case .table = $0.content { true } else { false } }, "seed \(seed)")
        var small = RandomPaper(seed: UInt64(seed)).theme
        small.note.place = .page
        for theme in try [small] + Self.themes.map({ try #require(contents.layouts.themes[$0]) }) {
            var builder = PaperBuilder()
            let pages = try typeset(builder.paper(blocks), theme: theme, shaper: shaper).pages
            let proof = LayoutProof(pages, of: blocks, in: theme)
            let faults = theme.id == "plain" ? proof.faults() : proof.faultsInAnyTheme()
            #expect(faults == [], "seed \(seed) in \(theme.id), page \(theme.page.size)\n\(pages.texts)\n\(files)")
            if !faults.isEmpty { return false }
        }
        return true
    }
}

extension Block {
    /// Whether the proof knows blocks of its kind.
    fileprivate var isProved: Bool {
        switch content {
        case .heading, .paragraph, .list, .quotation, .table, .notes: true
        case .masthead, .details, .signature, .contents, .figure: false
        }
    }
}
