// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Publishing
import TestSupport
import Testing

/// References as officers write them in files.
struct ReferenceTests {
    private static let paper = "ws/papers/cabinet.md"
    private static let statement = "ws/returns/community-services/statement.md"

    private func problems(_ reference: String, _ edit: (TemporaryFolder) throws -> Void = { _ in }) throws -> [String] {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        try folder.edit(Self.paper, "[](#appendix-1) gives", "[](#\(reference)) gives")
        try edit(folder)
        return try check(folder.path + "/ws", with: Repository.program).diagnostics.map(\.message)
    }

    @Test(arguments: [
        "appendix-1", "appendix:1", "community-services", "directorate:community-services", "introduction",
        "heading:introduction", "table:outcomes", "heading:outcomes", "heading:community-services/summary",
        "community-services-summary",
    ])
    func `every way to name a place is taken`(reference: String) throws {
        #expect(try problems(reference) == [])
    }

    @Test
    func `a heading that is called like a directorate makes a reference ambiguous, and each name of the hint is taken`()
        throws
    {
        func addHeading(_ folder: TemporaryFolder) throws {
            try folder.edit(Self.paper, "# Outcomes", "# Community services\n\nThey are well.\n\n# Outcomes")
        }
        #expect(
            try problems("community-services", addHeading)
                == ["`#community-services` may be section 2 or Appendix 1, Community Services"]
        )
        #expect(try problems("heading:community-services", addHeading) == [])
        #expect(try problems("directorate:community-services", addHeading) == [])
    }

    @Test(arguments: ["headings:introduction", "heading:", "appendix:x", "heading:a/b/c", "table:Outcomes"])
    func `what is no name of a place is an error`(reference: String) throws {
        #expect(try problems(reference).first == "`#\(reference)` is not the name of a place in the paper")
    }

    @Test func `a name of a kind that no place has is an error`() throws {
        #expect(try problems("table:route") == ["nothing in this paper is named `#table:route`"])
    }
}
