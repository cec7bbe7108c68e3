// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TestSupport
import Testing
import TextShaping

@testable import PDFExport
@testable import Typesetting

/// A paper that is made again is drawn only where it looks otherwise, and is the same file, byte for byte, as if all of it were drawn.
struct KeptPagesTests {
    private let shaper: TextShaper

    init() throws { shaper = try Repository.shaper() }

    /// Twelve tables of a page each, with words in some of their cells.
    private func paper(_ words: [Int: String] = [:], before: [String] = []) -> Paper {
        var build = PaperBuilder()
        let opening = before.map { build.paragraph($0) }
        var blocks: [Block] = []
        for number in 0..<12 {
            let rows = (0..<9).map { build.row("\(number) \($0)", words[number * 9 + $0] ?? "on target") }
            blocks.append(build.table(columns: 2, header: [build.row("Action", "Status", kind: .header)], rows: rows))
        }
        var paper = build.paper(blocks)
        if !opening.isEmpty { paper.sections.insert(Section(id: build.node(), label: "", blocks: opening), at: 0) }
        return paper
    }

    private func set(_ paper: Paper) throws -> TypesetPaper {
        var timer = StageTimer()
        return try typeset(paper, theme: .plain(width: 200, height: 180), shaper: shaper, timer: &timer)
    }

    /// - Returns: how many pages were drawn.
    private func export(_ paper: Paper, _ kept: inout KeptPages) throws -> (file: [UInt8], drawn: Int) {
        var timer = StageTimer()
        let file = try exportPDF(try set(paper), shaper: shaper, kept: &kept, timer: &timer)
        return (file, kept.drawn)
    }

    private func coldExport(_ paper: Paper) throws -> [UInt8] {
        var kept = KeptPages()
        return try export(paper, &kept).file
    }

    @Test func `a changed cell draws its page alone, and the file is the same as if all were drawn`() throws {
        var kept = KeptPages()
        let first = try export(paper(), &kept)
        let pages = try set(paper()).pages.count
        #expect(pages > 8)
        #expect(first.drawn == pages)
        let edited = paper([50: "not on target"])
        let second = try export(edited, &kept)
        #expect(second.drawn == 1)
        #expect(try second.file == coldExport(edited))
        #expect(second.file != first.file)
    }

    @Test func `a paper that is what it was is drawn nowhere`() throws {
        var kept = KeptPages()
        let first = try export(paper(), &kept)
        let second = try export(paper(), &kept)
        #expect(second.drawn == 0)
        #expect(second.file == first.file)
    }

    @Test func `a letter that no page had draws all pages`() throws {
        var kept = KeptPages()
        let pages = try export(paper(), &kept).drawn
        let edited = paper([50: "on target, £5 spent"])
        let second = try export(edited, &kept)
        #expect(second.drawn == pages)
        #expect(try second.file == coldExport(edited))
    }

    @Test func `pages that look as before are found whatever their elements are numbered`() throws {
        var kept = KeptPages()
        _ = try export(paper(before: ["get on"]), &kept)
        // All elements have other numbers, and all pages but the first look as they did.
        let edited = paper(before: ["get on", "on target"])
        let second = try export(edited, &kept)
        #expect(second.drawn == 1)
        #expect(try second.file == coldExport(edited))
    }

    @Test func `a page whose text is an element of another type is drawn anew`() throws {
        func paper(isHeader: Bool) -> Paper {
            var build = PaperBuilder()
            var row = build.row("Paint", "May")
            row.cells[0].isHeader = isHeader
            return build.paper([build.table(columns: 2, header: [build.row("A", "B", kind: .header)], rows: [row])])
        }
        var kept = KeptPages()
        _ = try export(paper(isHeader: false), &kept)
        let edited = paper(isHeader: true)
        let second = try export(edited, &kept)
        #expect(second.drawn == 1)
        #expect(try second.file == coldExport(edited))
    }

    @Test func `pages drawn with another shaper are of no use`() throws {
        var kept = KeptPages()
        let first = try export(paper(), &kept)
        let other = try KeptPagesTests()
        let second = try other.export(other.paper(), &kept)
        #expect(second.drawn == first.drawn)
    }

    @Test(arguments: 0..<40)
    func `any paper after any other is the same as if it were made alone`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let words = ["on", "target", "not", "yet", "soft\u{AD}hyphen", "ﬁve", "£5", "Āā", "ش", "a b"]
        var kept = KeptPages()
        var last = (paper: paper(), file: try export(paper(), &kept).file)
        for _ in 0..<4 {
            var edits: [Int: String] = [:]
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let said = (0..<Int.random(in: 1...6, using: &random)).compactMap { _ in
                    words.randomElement(using: &random)
                }
                edits[Int.random(in: 0..<108, using: &random)] = said.joined(separator: " ")
            }
            let edited = paper(edits)
            last = (edited, try export(edited, &kept).file)
            #expect(try last.file == coldExport(edited))
        }
        // Also as a program that has just begun would make it.
        #expect(try last.file == KeptPagesTests().coldExport(last.paper))
    }
}
