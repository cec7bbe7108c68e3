// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TestSupport
import Testing
import TextShaping

@testable import PDFExport
@testable import Typesetting

/// A paper that is made again is drawn only where it looks otherwise, and is the same file, byte for byte, as if all of it were drawn.
struct PageCacheTests {
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
        return try typeset(paper, theme: .plain(width: 200, height: 180), shaper: shaper)
    }

    /// - Returns: how many pages were drawn.
    private func export(_ paper: Paper, _ cache: PageCache) throws -> (file: [UInt8], drawn: Int) {
        let file = try exportPDF(try set(paper), shaper: shaper, cache: cache)
        return (file, cache.paintedCount)
    }

    private func coldExport(_ paper: Paper) throws -> [UInt8] {
        let cache = PageCache()
        return try export(paper, cache).file
    }

    @Test func `a changed cell draws its page alone, and the file is the same as if all were drawn`() throws {
        let cache = PageCache()
        let first = try export(paper(), cache)
        let pages = try set(paper()).pages.count
        #expect(pages > 8)
        #expect(first.drawn == pages)
        let edited = paper([50: "not on target"])
        let second = try export(edited, cache)
        #expect(second.drawn == 1)
        #expect(try second.file == coldExport(edited))
        #expect(second.file != first.file)
    }

    @Test func `a paper that is what it was is drawn nowhere`() throws {
        let cache = PageCache()
        let first = try export(paper(), cache)
        let second = try export(paper(), cache)
        #expect(second.drawn == 0)
        #expect(second.file == first.file)
    }

    @Test func `a letter that no page had draws all pages`() throws {
        let cache = PageCache()
        let pages = try export(paper(), cache).drawn
        let edited = paper([50: "on target, £5 spent"])
        let second = try export(edited, cache)
        #expect(second.drawn == pages)
        #expect(try second.file == coldExport(edited))
    }

    @Test func `pages that look as before are found whatever their elements are numbered`() throws {
        let cache = PageCache()
        _ = try export(paper(before: ["get on"]), cache)
        // All elements have other numbers, and all pages but the first look as they did.
        let edited = paper(before: ["get on", "on target"])
        let second = try export(edited, cache)
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
        let cache = PageCache()
        _ = try export(paper(isHeader: false), cache)
        let edited = paper(isHeader: true)
        let second = try export(edited, cache)
        #expect(second.drawn == 1)
        #expect(try second.file == coldExport(edited))
    }

    @Test func `pages drawn with another shaper are of no use`() throws {
        let cache = PageCache()
        let first = try export(paper(), cache)
        let other = try PageCacheTests()
        let second = try other.export(other.paper(), cache)
        #expect(second.drawn == first.drawn)
    }

    @Test(arguments: 0..<40)
    func `any paper after any other is the same as if it were made alone`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let words = ["on", "target", "not", "yet", "soft\u{AD}hyphen", "ﬁve", "£5", "Āā", "ش", "a b"]
        let cache = PageCache()
        var last = (paper: paper(), file: try export(paper(), cache).file)
        for _ in 0..<4 {
            var edits: [Int: String] = [:]
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let said = (0..<Int.random(in: 1...6, using: &random)).compactMap { _ in
                    words.randomElement(using: &random)
                }
                edits[Int.random(in: 0..<108, using: &random)] = said.joined(separator: " ")
            }
            let edited = paper(edits)
            last = (edited, try export(edited, cache).file)
            #expect(try last.file == coldExport(edited))
        }
        // Also as a program that has just begun would make it.
        #expect(try last.file == PageCacheTests().coldExport(last.paper))
    }
}
