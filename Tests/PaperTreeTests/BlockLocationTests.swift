// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

@testable import PaperTree

/// Where a block was written is known, and is no part of what it says.
struct BlockLocationTests {
    private func block(line: Int, _ words: String = "Words", id: Int = 1) -> Block {
        let file = SourceFile("papers/a.md", subject: .paper(file: "a"))
        let location = SourceLocation(file: file, line: line)
        return Block(id: NodeID(id), .paragraph(Paragraph([.text(words)])), location: location)
    }

    @Test func `blocks that differ in their places alone are equal, and have one hash`() {
        #expect(block(line: 3) == block(line: 4))
        #expect(block(line: 3).hashValue == block(line: 4).hashValue)
        var unplaced = block(line: 3)
        unplaced.location = nil
        #expect(unplaced == block(line: 3))
        #expect([block(line: 3)].inPanel(.request)[0] != block(line: 3))
        #expect(block(line: 3) != block(line: 3, "Others"))
        #expect(block(line: 3) != block(line: 3, id: 2))
    }
}
