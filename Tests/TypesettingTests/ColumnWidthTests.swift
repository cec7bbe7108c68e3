// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

struct ColumnWidthTests {
    private func edges(_ rows: [[String]], widths: [ColumnWidth], height: Double = 2000) throws -> [Length] {
        var build = PaperBuilder()
        let header = build.row(widths.indices.map { build.cell("H\($0)") }, kind: .header)
        let body = rows.map { cells in build.row(cells.map { build.cell($0) }) }
        let columns = widths.map { Table.Column(width: $0) }
        let block = Block(id: build.node(), .table(Table(columns: columns, header: [header], rows: body)))
        let pages = try pages(of: [block], in: .plain(width: 320, height: height))
        var edges: Set<Length> = []
        for case .rule(let rule) in pages.flatMap(\.items) where rule.from.x == rule.to.x { edges.insert(rule.from.x) }
        return edges.sorted()
    }

    private func height(_ rows: [[String]], widths: [ColumnWidth]) throws -> Length {
        var build = PaperBuilder()
        let body = rows.map { cells in build.row(cells.map { build.cell($0) }) }
        let columns = widths.map { Table.Column(width: $0) }
        let block = Block(id: build.node(), .table(Table(columns: columns, header: [], rows: body)))
        let pages = try pages(of: [block], in: .plain(width: 320, height: 4000))
        return pages.flatMap(\.items).reduce(.zero) { lowest, item in
            if case .rule(let rule) = item { max(lowest, rule.to.y) } else { lowest }
        }
    }

    private static let words = "the service has changed the way in which attendance is counted and recorded since April"

    @Test func `a promise is kept and shares divide the rest`() throws {
        let edges = try edges([["a", "b", "c"]], widths: [.fixed(.points(60)), .share(1), .share(3)])
        #expect(edges == [.points(10), .points(70), .points(130), .points(310)])
    }

    @Test func `a promise that leaves the other columns no room for a letter is not kept`() throws {
        let edges = try edges(
            [["a", "words", "1,250"]],
            widths: [.fixed(.points(290)), .solved, .solved],
            height: 320
        )
        let widths = zip(edges, edges.dropFirst()).map { $1 - $0 }
        #expect(widths.count == 3 && widths.total == .points(300), "\(edges)")
        #expect(widths.allSatisfy { $0 > .points(20) }, "\(edges)")
    }

    @Test func `a column of prose gets the width that columns of figures leave`() throws {
        let rows = (0..<8).map { ["measure \($0)", "70%", "90%", Self.words] }
        let edges = try edges(rows, widths: Array(repeating: .solved, count: 4))
        let widths = zip(edges, edges.dropFirst()).map { $1 - $0 }
        #expect(widths[3] > widths[0] + widths[1] + widths[2])
        #expect(widths.total == .points(300))
    }

    @Test(arguments: 0..<40) func `solved columns are never higher than columns of equal shares, or hardly`(seed: Int)
        throws
    {
        var random = SeededGenerator(seed: UInt64(seed))
        let vocabulary = Self.words.split(separator: " ").map(String.init)
        let columns = Int.random(in: 2...5, using: &random)
        let lengths = (0..<columns).map { _ in [2, 4, 12, 40].randomElement(using: &random) ?? 4 }
        let rows = (0..<Int.random(in: 1...12, using: &random)).map { _ in
            lengths.map { length in
                (0..<Int.random(in: 1...length, using: &random)).map { _ in
                    vocabulary.randomElement(using: &random) ?? "word"
                }.joined(separator: " ")
            }
        }
        let solved = try height(rows, widths: Array(repeating: .solved, count: columns))
        let equal = try height(rows, widths: Array(repeating: .share(1), count: columns))
        // The search goes by estimates: a line here or there may be amiss.
        #expect(solved <= equal + .points(10))
    }
}
