// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Publishing
import TestSupport
import Testing

/// What a check finds beside errors: what is sound is set all the same.
struct CheckTests {
    private let missing = "no font has the character `\u{1F9ED}` (U+1F9ED)"

    private func workspace() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        // Two papers: one without the return, so that errors in the return do not concern it.
        let paper = try folder.text(of: "ws/papers/cabinet.md")
        let alone = paper.replacing("appendices:\n  - { title: Directorate returns, of: all-directorates }\n", with: "")
            .replacing("{{> outcomes of: actions }}", with: "North \u{1F9ED}.")
            .replacing("{{> chart status of: actions }}", with: "")
            .replacing("[](#appendix-1) gives the detail of each.", with: "That is all.")
        try folder.write(alone, to: "ws/papers/alone.md")
        return folder
    }

    private func messages(_ folder: TemporaryFolder) throws -> [String] {
        try check(folder.path + "/ws", with: Repository.program).map(\.message)
    }

    @Test func `an error in a return does not hide what cannot be drawn in a paper without it`() throws {
        let folder = try workspace()
        #expect(try messages(folder) == [missing])
        try folder.edit("ws/returns/community-services/actions.csv", "The supplier has withdrawn from the market.", "")
        #expect(try messages(folder) == [missing, "a row that is not on course has no reason"])
    }

    @Test func `an error in one paper does not hide what cannot be drawn in another`() throws {
        let folder = try workspace()
        try folder.edit("ws/papers/cabinet.md", "{{ round.year }}", "{{ round.yaer }} \u{1F9ED}")
        #expect(try messages(folder) == [missing, "`round.yaer` is not a known name"])
    }

    @Test func `a check reviews what texts say, and making papers does not`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        let statement = "ws/returns/community-services/statement.md"
        try folder.write("It rose by 2 per cent, from 50 per cent to 52 per cent.\n", to: statement)
        let review =
            "`It rose by 2 per cent`: the difference between two percentages is in percentage points, not per cent"
        #expect(try messages(folder) == [review])
        let publication = try publish(PublicationRequest(workspace: folder.path + "/ws"), with: Repository.program)
        #expect(publication.diagnostics.map(\.message) == [])
    }

    @Test func `nothing is set where an error concerns everything`() throws {
        let folder = try workspace()
        try folder.edit("ws/round.yaml", "point: half-year", "point: half-time")
        #expect(try messages(folder) == ["`half-time` is no part of a year"])
    }
}
