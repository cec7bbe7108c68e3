// SPDX-License-Identifier: Apache-2.0

import Foundation
import Geometry
import PaperTree
import TestSupport
import Testing
import Typesetting

@testable import PDFExport

/// Papers of tables with bands, spans, notes, links and lists, over several pages: all of them hold every promise.
struct RandomPapersTests {
    /// More of them than by default where `CLEARDAYS_RANDOM_PAPERS` says so.
    private static let batches = max(
        3,
        (ProcessInfo.processInfo.environment["CLEARDAYS_RANDOM_PAPERS"].flatMap { Int($0) } ?? 0) / 20
    )

    /// One after another: Cairo keeps ten font files open, and two threads that make it close and open others disturb each other.
    @Test(.serialized, arguments: 0..<batches) func `a paper of random tables holds every promise`(batch: Int) throws {
        for seed in batch * 20..<batch * 20 + 20 {
            var tables = RandomTables(using: SeededGenerator(seed: UInt64(seed)))
            let paper = tables.paper()
            let (width, height) = tables.pageSize()
            do {
                let exported = try ExportedPaper(paper, width: width, height: height)
                #expect(exported.pages.pages.count > 0)
                try exported.keep(as: "random-\(seed)")
                // Poppler finds nothing to complain of.
                _ = try exported.output(of: "pdftotext", "-raw")
            } catch {
                Issue.record("seed \(seed): \(error)")
            }
        }
    }
}
