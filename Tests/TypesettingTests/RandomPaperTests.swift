// SPDX-License-Identifier: Apache-2.0

import Foundation
import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing
import TextShaping

@testable import Typesetting

/// Thousands of random papers: nothing is lost, ever.
struct RandomPaperTests {
    /// More of them than by default where `CLEARDAYS_RANDOM_PAPERS` says so.
    static let papers = number("CLEARDAYS_RANDOM_PAPERS") ?? 1600
    /// Others where `CLEARDAYS_RANDOM_SEED` says so.
    static let firstSeed = number("CLEARDAYS_RANDOM_SEED") ?? 0
    private static let papersInBatch = 40

    private static func number(_ variable: String) -> Int? {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
    }

    @Test(arguments: 0..<max(1, papers / papersInBatch))
    func `every word of a random paper stands once, in order, in its place`(
        batch: Int
    ) throws {
        let shaper = try Repository.shaper()
        for index in 0..<Self.papersInBatch {
            let seed = Self.firstSeed + batch * Self.papersInBatch + index
            let paper = RandomPaper(seed: UInt64(seed))
            let faults = try faults(paper.blocks, in: paper.theme, shaper: shaper)
            guard !faults.isEmpty else { continue }
            let kind = Self.kind(of: faults)
            let smallest = try Shrinking { blocks in
                try Self.kind(of: self.faults(blocks, in: paper.theme, shaper: shaper)) == kind
            }.smallest(of: paper.blocks)
            Issue.record(try report(smallest, paper.theme, seed: seed, shaper: shaper))
            return
        }
    }

    /// What is wrong, without what it is wrong with.
    private static func kind(of faults: [String]) -> String? {
        faults.first.map { $0.replacing(/“.*?”/, with: "").filter { !$0.isNumber } }
    }

    private func pages(of blocks: [Block], in theme: Theme, shaper: TextShaper) throws -> [Page] {
        var builder = PaperBuilder()
        return try typeset(builder.paper(blocks), theme: theme, shaper: shaper).pages
    }

    private func faults(_ blocks: [Block], in theme: Theme, shaper: TextShaper) throws -> [String] {
        let pages = try pages(of: blocks, in: theme, shaper: shaper)
        return LayoutProof(pages, of: blocks, in: theme).faults()
            + (try tooManyPages(pages.count, of: blocks, in: theme, shaper: shaper))
    }

    /// A paper goes over no more pages than `Paginator` derives from what two of them hold, with one more for what its endless page does not have: the
    /// padding of rows that are divided.
    ///
    /// A paper on sheets of both orientations is left out: it has no height.
    private func tooManyPages(_ count: Int, of blocks: [Block], in theme: Theme, shaper: TextShaper) throws -> [String]
    {
        var endless = theme
        endless.page.size.height = .points(1_000_000)
        let whole = try pages(of: blocks, in: endless, shaper: shaper)
        if whole.contains(where: { $0.ending.cause == .turn || $0.size.width > $0.size.height }) { return [] }
        guard whole.count == 1, let ending = whole.first?.ending else { return ["an endless page has an end"] }
        let most = 2 / PageEnding.partHeldByTwo * ending.held.points / theme.page.textHeight.points + 2
        return Double(count) > most ? ["\(count) pages where \(most) are enough"] : []
    }

    private func report(_ blocks: [Block], _ theme: Theme, seed: Int, shaper: TextShaper) throws -> Comment {
        var builder = PaperBuilder()
        let pages = try pages(of: blocks, in: theme, shaper: shaper)
        return """
            seed \(seed), page \(theme.page.size.width) × \(theme.page.size.height), waste \(theme.table.waste), \
            padding \(theme.table.padding.top), before \(theme.table.before)
            \(try faults(blocks, in: theme, shaper: shaper).joined(separator: "\n"))
            \(builder.paper(blocks).dump)
            \(pages.map { "\($0.texts(joined: " | "))" }.joined(separator: "\n"))
            """
    }
}

extension Page {
    fileprivate func texts(joined separator: String) -> String {
        "page \(number): " + lines.joined(separator: separator)
    }
}
