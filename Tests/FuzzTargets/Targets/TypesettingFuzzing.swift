// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PDFExport
import PaperTree
import TestSupport
import Typesetting

/// A paper that the bytes choose part by part. One kind is small pages that are proofread: nothing is lost, stranded or out of place.
/// The other holds anything next to anything, and is exported: the assertions of the export hold.
struct TypesettingFuzzing {
    let session: FuzzSession

    func run(_ bytes: [UInt8]) throws {
        let (isProofread, rest) = bytes.choosing(among: [true, false])
        let shaper = try session.shaper()
        if isProofread {
            let paper = RandomPaper(using: FuzzBytes(rest))
            var builder = PaperBuilder()
            let pages = try typeset(builder.paper(paper.blocks), theme: paper.theme, shaper: shaper)
            let faults = LayoutProof(pages.pages, of: paper.blocks, in: paper.theme).faults()
            try require(faults.isEmpty, Self.report(faults, paper, pages))
        } else {
            var tables = RandomTables(using: FuzzBytes(rest))
            let paper = tables.paper()
            let (width, height) = tables.pageSize()
            let pages = try typeset(paper, theme: .plain(width: width, height: height), shaper: shaper)
            let bytes = try exportPDF(pages, shaper: shaper)
            if rest.fingerprint % 8 == 0 {
                try require(try exportPDF(pages, shaper: shaper) == bytes, "the same pages make other bytes")
            }
        }
    }

    private static func report(_ faults: [String], _ paper: RandomPaper, _ pages: TypesetPaper) -> String {
        """
        \(faults.joined(separator: "\n"))
        page \(paper.theme.page.size.width) × \(paper.theme.page.size.height), waste \(paper.theme.table.waste), \
        padding \(paper.theme.table.padding.top), before \(paper.theme.table.before), notes \(paper.theme.note.place)
        \(pages.paper.dump)
        \(pages.pages.map { "page \($0.number): \($0.lines.joined(separator: " | "))" }.joined(separator: "\n"))
        """
    }

    /// Choices by chance, as many as a paper takes.
    static let seeds = (0..<24).map { seed in
        var random = SeededGenerator(seed: UInt64(seed))
        return [UInt8(seed % 2)] + (0..<(40 << (seed / 6))).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }
}
