// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Foundation
import Geometry
import Intake
import Layouts
import Monitoring
import PaperTree
import Publishing
import TestSupport
import Testing
import TextShaping

@testable import PDFExport
@testable import Typesetting

/// Pages of the sample as they look, against the pictures in `Goldens`.
///
/// With `CLEARDAYS_RECORD` set the pictures are made anew, and the run fails.
struct GoldenPageTests {
    /// A page that is looked at.
    enum Subject: String, CaseIterable {
        case cover, bands, heritage, landscape
        case largePrint = "large-print"

        var theme: String {
            switch self {
            case .cover, .bands, .landscape: "accessible"
            case .heritage, .largePrint: rawValue
            }
        }

        /// Whether a page is one of its kind; the first is taken.
        func isShown(by page: Page) -> Bool {
            switch self {
            case .cover: true
            case .bands: page.holds(.continuedBand)
            case .heritage: page.holds(.repeatedHeader)
            case .largePrint: page.holds(.repeatedCell)
            case .landscape: page.size.width > page.size.height
            }
        }
    }

    /// Pixels to the inch: a figure of ten points is nine pixels high.
    private static let resolution = 96.0
    /// How many pixels of a square of eight by eight may differ.
    ///
    /// Another release of FreeType or Cairo changes a pixel here and there at the edges of letters. A wrong digit changes ten or more
    /// within a square, while of a page as a whole it changes next to nothing.
    private static let tolerance = 4

    private static var folder: String { Repository.folder + "/Tests/PDFExportTests/Goldens/" }

    /// The first page of the sample that a subject asks for; its tables on their side where that is what is looked at.
    private func picture(of subject: Subject) throws -> Picture {
        let contents = try readWorkspace(at: Repository.sample, programLayouts: Repository.program.layouts)
        let round = try #require(contents.round)
        let index = try #require(round.papers.firstIndex { $0.id == "cabinet-2009-11-30" })
        var layouts = contents.layouts
        if subject == .landscape {
            for name in layouts.tables.keys { layouts.tables[name]?.isLandscape = true }
        }
        let paper = try #require(composePaper(at: index, of: .restricted(round), layouts: layouts)).paper
        let theme = try #require(layouts.themes[subject.theme])
        return try picture(of: paper, theme: theme, page: subject.isShown)
    }

    /// The first page of a paper that is looked for.
    private func picture(of paper: Paper, theme: Theme, page isShown: (Page) -> Bool) throws -> Picture {
        let shaper = try Repository.shaper()
        let pages = try typeset(paper, theme: theme, shaper: shaper).pages
        let shown = pages.first(where: isShown)
        let page = try #require(shown)
        return try Picture(png: exportPNG(page, shaper: shaper, resolution: Self.resolution))
    }

    @Test(arguments: Subject.allCases) func `a page looks as it did`(subject: Subject) throws {
        let file = Self.folder + subject.rawValue + ".png"
        let picture = try picture(of: subject)
        if ProcessInfo.processInfo.environment["CLEARDAYS_RECORD"] != nil {
            try write(picture, to: file)
            Issue.record("recorded \(file)")
            return
        }
        let golden = try Picture(png: Array(Data(contentsOf: URL(filePath: file))))
        let difference = picture.difference(from: golden)
        if let difference, difference <= Self.tolerance { return }
        let actual = Self.folder + subject.rawValue + ".actual.png"
        try write(picture, to: actual)
        Issue.record("\(difference.map { "\($0) pixels of a square differ" } ?? "the sizes differ"): see \(actual)")
    }

    /// Digits that look most alike, in a table.
    @Test(arguments: [("3", "8"), ("6", "8"), ("9", "8"), ("0", "8"), ("5", "6"), ("1", "7"), ("0", "6"), ("2", "7")])
    func `one wrong digit is more than may differ`(right: String, wrong: String) throws {
        let layouts = try readWorkspace(at: Repository.sample, programLayouts: Repository.program.layouts).layouts
        for theme in ["accessible", "heritage", "large-print"] {
            let theme = try #require(layouts.themes[theme])
            let pictures = try [right, wrong].map { digit in
                var build = PaperBuilder()
                let header = [build.row("Measure", "Actual", kind: .header)]
                let rows = [build.row("Visits", "12,\(digit)45.0%")]
                let table = build.table(columns: 2, header: header, rows: rows)
                return try picture(of: build.paper([table]), theme: theme) { _ in true }
            }
            let difference = try #require(pictures[0].difference(from: pictures[1]))
            #expect(difference > Self.tolerance, "\(theme.id)")
            #expect(pictures[0].difference(from: pictures[0]) == 0)
        }
    }

    private func write(_ picture: Picture, to file: String) throws {
        try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
        try Data(picture.png()).write(to: URL(filePath: file))
    }
}

extension Page {
    fileprivate func holds(_ kind: Owner.Furniture) -> Bool {
        items.contains { if case .text(let run) = $0 { run.owner == .furniture(kind) } else { false } }
    }
}
