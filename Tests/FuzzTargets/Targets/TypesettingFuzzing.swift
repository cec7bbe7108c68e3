// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PDFExport
import PaperTree
import TestSupport
import Typesetting
import WorkspaceFiles

/// A paper that the bytes choose part by part: of one of three kinds, by the first byte.
struct TypesettingFuzzing {
    let session: FuzzSession

    private enum Kind: CaseIterable {
        /// Small pages that are proofread: nothing is lost, stranded or out of place.
        case proofread
        /// Anything next to anything in tables, exported: the assertions of the export hold.
        case tables
        /// Text of any characters, as it is in no list of words, exported.
        case text
    }

    func run(_ bytes: [UInt8]) throws {
        let (kind, rest) = bytes.choosing(among: Kind.allCases)
        switch kind {
        case .proofread: try proofread(RandomPaper(using: FuzzBytes(rest)))
        case .tables:
            var tables = RandomTables(using: FuzzBytes(rest))
            let paper = tables.paper()
            let (width, height) = tables.pageSize()
            try export(paper, in: .plain(width: width, height: height), isRepeated: rest.fingerprint % 8 == 0)
        case .text:
            if let paper = try paper(of: rest) { try export(paper, in: .plain(width: 150, height: 400)) }
        }
    }

    private func proofread(_ paper: RandomPaper) throws {
        var builder = PaperBuilder()
        let pages = try typeset(builder.paper(paper.blocks), theme: paper.theme, shaper: session.shaper())
        let faults = LayoutProof(pages.pages, of: paper.blocks, in: paper.theme).faults()
        try require(faults.isEmpty, Self.report(faults, paper, pages))
    }

    private func export(_ paper: Paper, in theme: Theme, isRepeated: Bool = false) throws {
        let shaper = try session.shaper()
        let pages = try typeset(paper, theme: theme, shaper: shaper)
        // A character that no font has is an error.
        if pages.diagnostics.holdsErrors { return }
        let bytes = try exportPDF(pages, shaper: shaper)
        if isRepeated { try require(try exportPDF(pages, shaper: shaper) == bytes, "the same pages make other bytes") }
    }

    /// A line a block: `#` a heading, `-` an item, `|` between the cells of a row, anything else a paragraph; as the program reads texts, or `nil` where
    /// it refuses the text.
    private func paper(of bytes: [UInt8]) throws -> Paper? {
        var files = FileSnapshot()
        files["a"] = .bytes(bytes)
        let findings = DiagnosticCollector()
        guard let text = WorkspaceFolder(files, prefix: "", findings: findings).text("a"), findings.count == 0 else {
            return nil
        }
        var build = PaperBuilder()
        var blocks: [Block] = []
        for line in text.string.split(whereSeparator: \.isNewline) {
            let words = String(line.dropFirst())
            switch line.first {
            case "#":
                let heading = Heading(level: 1, [.text("a " + words)], anchor: "a-\(blocks.count)")
                blocks.append(Block(id: build.node(), .heading(heading)))
            case "-": blocks.append(build.bullets(["a " + words]))
            case "|":
                let cells = line.split(separator: "|", maxSplits: 5, omittingEmptySubsequences: true).map(String.init)
                if cells.isEmpty { continue }
                let header = cells.indices.map { "a \($0)" }.map { build.cell($0) }
                let row = cells.map { build.cell($0) }
                blocks.append(
                    build.table(
                        columns: cells.count,
                        header: [build.row(header, kind: .header)],
                        rows: [build.row(row)]
                    )
                )
            default: blocks.append(build.paragraph(String(line)))
            }
        }
        return build.paper([build.heading("a")] + blocks)
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

    /// Choices by chance, as many as a paper takes, and texts in the scripts that papers are written in.
    static let seeds =
        (0..<24).map { seed in
            var random = SeededGenerator(seed: UInt64(seed))
            return [UInt8(seed % 2)] + (0..<(40 << (seed / 6))).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        }
        + [
            "#Heading\nWords of a paragraph\n-item\n|cell|another cell|12.5%\n",
            "ਪੰਜਾਬੀ ਵਿੱਚ\nবাংলাদেশ\nதமிழ் மொழி\nગુજરાતી\nहिन्दी\n", "الخطة (2025) ok\n|אב|abc الخطة 12|\n",
            "e\u{301}\u{327} ﬁ ﬂ a\u{AD}b \u{200B}c\u{2060}d\n",
            "\u{202E}abc\u{202C} \u{2067}x\u{2069}\nsuper\u{AD}cali\u{AD}fragilistic NI\u{A0}12/3 — “q” £1\n",
        ].map { [2] + Array($0.utf8) }
}
