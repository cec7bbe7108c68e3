// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree
import ResourceLimits
import Testing

@testable import Composition

/// How much one paper may hold.
struct PaperSizeTests {
    /// What is reported where a paper holds more than it may, once and no more.
    private func reported(_ take: (inout CompositionContext) -> Bool) throws -> [String] {
        let fixture = try Fixture()
        var context = CompositionContext(
            audience: .public,
            nation: fixture.round.council.nation,
            language: nil,
            names: DataNames(of: fixture.round, wording: fixture.layouts.wording),
            wording: fixture.layouts.wording,
            numbersTables: false
        )
        let hasRoom = take(&context)
        #expect(!hasRoom)
        let hasRoomAgain = context.hasRoom(at: Fixture.place)
        #expect(!hasRoomAgain)
        #expect(context.diagnostics.kept.map(\.location) == [Fixture.place])
        return context.diagnostics.kept.map { "\($0.message) (\($0.hint ?? ""))" }
    }

    @Test func `a paper of more parts or more text than it may hold ends there`() throws {
        #expect(
            try reported { $0.hasRoom(parts: Limits.mostNodesInPaper + 1, at: Fixture.place) } == [
                "the paper holds more than 500000 paragraphs, rows, cells and links (it ends here: append fewer returns, or print only exceptions)"
            ]
        )
        #expect(
            try reported { $0.hasRoom(forText: Limits.mostTextInPaper + 1, at: Fixture.place) } == [
                "the paper comes to more than 16 MB of text (it ends here: append fewer returns, or print only exceptions)"
            ]
        )
    }
}
