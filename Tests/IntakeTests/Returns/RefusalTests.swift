// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import Intake

struct RefusalTests {
    private func messages(_ change: (inout [String: String]) -> Void) throws -> [String] {
        var files = GoodWorkspace.files
        change(&files)
        return try read(files).diagnostics.map(\.message)
    }

    @Test func `a class that is declared and printed has its file`() throws {
        #expect(
            try messages { $0["returns/communities/actions.csv"] = nil }.contains(
                "`actions` is declared, and actions.csv is missing"
            )
        )
    }

    @Test(arguments: [
        ("| a | b |\n| - | - |\n| c | d |", "a table cannot stand in a cell or a note"),
        ("- item\n\n  | a | b |\n  | - | - |\n  | c | d |", "a table cannot stand in a cell or a note"),
        ("# Heading", "a heading cannot stand in a cell or a note"),
        ("- item\n\n  # Heading", "a heading cannot stand in a list or a quotation"),
    ])
    func `what a cell cannot show is refused, not dropped`(text: String, message: String) throws {
        let row = "libraries,L9,Action,Outcome,not on course,\"Before\n\n\(text)\n\nAfter\",,2010,\n"
        let found = try messages { files in files["returns/communities/actions.csv", default: ""] += row }
        #expect(found.contains(message), "\(found)")
    }

    @Test func `a return without a statement, and a workspace without a paper, are told`() throws {
        #expect(try messages { $0["returns/communities/statement.md"] = nil } == ["the return has no statement"])
        #expect(try messages { $0["returns/communities/statement.md"] = "\n" } == ["the statement is empty"])
        #expect(try messages { $0["papers/cabinet.md"] = nil } == ["there is no paper"])
    }
}
