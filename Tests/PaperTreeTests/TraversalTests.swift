// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport
import Testing

/// The one traversal of the tree: its order, and what it reaches.
struct TraversalTests {
    /// Every text with a letter before it, so that a rewriting that misses one shows.
    private static func marked(_ inlines: [Inline]) -> [Inline] {
        inlines.map { inline in
            if case .text(let text) = inline { return .text("+" + text) }
            return inline.rewritingChildren(marked)
        }
    }

    @Test func `blocks are visited before those inside them, in reading order`() {
        var visited: [Int] = []
        EveryKind.blocks.walk { visited.append($0.id.index) }
        #expect(
            visited == [1, 2, 6, 8, 9, 10, 11, 13, 14, 15, 18, 20, 23, 26, 28, 29, 31, 32, 34, 35, 36, 37, 38, 39, 40]
        )
    }

    @Test func `children are the blocks directly inside`() {
        #expect(
            EveryKind.blocks.map { $0.children.map(\.id.index) } == [
                [], [], [8], [10], [13], [], [18, 20, 23, 26, 28], [31], [], [35, 36], [38, 39, 40],
            ]
        )
    }

    @Test func `the notes of a table come after its rows`() {
        var table = EveryKind.table
        table.notes = EveryKind.notes
        let block = Block(id: NodeID(15), .table(table))
        #expect(block.children.map(\.id.index) == [18, 20, 23, 26, 28, 31])
    }

    @Test func `a part says which nodes what is drawn for it belongs to`() {
        #expect(
            EveryKind.blocks.map { $0.parts.map { $0.nodes.map(\.index) } } == [
                [], [], [[7]], [[]], [[12]], [], [[16], [16], [21], [24], [24]], [[30]], [], [[]],
                [[], [], []],
            ]
        )
    }

    @Test func `inlines are visited before those inside them`() {
        var visited: [String] = []
        EveryKind.inlines.walk { visited.append([$0].plainText) }
        #expect(
            visited == [
                "Visits", "rose", "rose", "fast", "fast", "fast", "survey", "survey", "page 7", "page 7", "", "\n",
                "bore da", "bore da", "ONS", "ONS",
            ]
        )
    }

    @Test func `the words of a block are those of a heading or a paragraph`() {
        #expect(
            EveryKind.blocks.map(\.inlines.plainText) == [
                "Figures", "Visitsrosefastsurveypage 7\nbore daONS", "", "", "", "", "", "", "", "", "",
            ]
        )
    }

    @Test func `rewriting words reaches every paragraph and heading, and nothing else`() {
        let rewritten = EveryKind.blocks.map { $0.rewritingInlines(Self.marked) }
        var before: [String] = []
        var after: [String] = []
        EveryKind.blocks.walk { before.append($0.inlines.plainText) }
        rewritten.walk { after.append($0.inlines.plainText) }
        #expect(
            after
                == before.enumerated().map { index, text in
                    // The paragraph with an inline of every kind; blocks that have no words of their own.
                    index == 1 ? "+Visits+rose+fast+surveypage 7\n+bore da+ONS" : text.isEmpty ? "" : "+" + text
                }
        )
        #expect(rewritten.map(\.id) == EveryKind.blocks.map(\.id))
        #expect(rewritten[5] == EveryKind.blocks[5], "the names of a signature stay")
        #expect(rewritten[8] == EveryKind.blocks[8], "contents are made of headings, and stay")
    }

    @Test func `rewriting children with the same changes nothing`() {
        #expect(EveryKind.blocks.map { $0.rewritingChildren { $0 } } == EveryKind.blocks)
        #expect(EveryKind.inlines.map { $0.rewritingChildren { $0 } } == EveryKind.inlines)
    }

    @Test func `rewriting children takes each part by itself`() {
        var parts: [[Int]] = []
        for block in EveryKind.blocks {
            _ = block.rewritingChildren { blocks in
                parts.append(blocks.map(\.id.index))
                return blocks
            }
        }
        #expect(parts == [[8], [10], [13], [18], [20], [23], [26], [28], [31], [35, 36], [38], [39], [40]])
        let emptied = EveryKind.blocks.map { $0.rewritingChildren { _ in [] } }
        #expect(emptied.allSatisfy { $0.children.isEmpty })
        #expect(
            emptied.map(\.parts.count) == EveryKind.blocks.map(\.parts.count),
            "a part that is empty is still there"
        )
    }

    @Test func `every node that something is drawn for is found`() {
        // 0 is the section; 16, 21 and 24 are rows; 17, 19, 22, 25 and 27 are cells, whose words belong to their paragraphs.
        #expect(
            EveryKind.blocks.nodes.map(\.index).sorted() == [
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 21, 23, 24, 26, 28, 29, 30, 31, 32, 33,
                34, 35, 36, 37, 38, 39, 40, 50, 51,
            ]
        )
        #expect(EveryKind.notes[0].nodes.map(\.index).sorted() == [30, 31])
        #expect(EveryKind.table.rows[1].nodes.map(\.index).sorted() == [24, 26, 28])
        #expect([Block]().nodes == [])
    }

    @Test func `blocks, parts of blocks, rows and entries count as nodes`() {
        // Twenty-five blocks, fourteen parts, three rows and one entry.
        #expect(EveryKind.paper.nodeCount == 43)
        var paper = EveryKind.paper
        paper.sections = []
        #expect(paper.nodeCount == 0)
    }
}
