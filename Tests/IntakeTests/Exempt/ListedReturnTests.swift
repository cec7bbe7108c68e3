// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import Publishing
import TestSupport
import Testing

@testable import Intake

/// A return that one paper appends as exempt is listed by no other for everybody.
struct ListedReturnTests {
    /// A paper that appends every return as exempt, and one that has a body.
    private func contents(body: String, layout: String = "cabinet") throws -> WorkspaceContents {
        var files = GoodWorkspace.files
        let reason = "exempt:\n  - { paragraph: 3, reason: A price., public-interest: It would rise. }\n"
        let paper = files["papers/cabinet.md"] ?? ""
        files["papers/private.md"] = paper.replacing("of: all-directorates", with: "of: all-directorates, exempt: 3")
            .replacing("status: final\n", with: "status: final\n" + reason)
        files["papers/cabinet.md"] =
            paper.replacing(#/appendices:\n( .*\n)+/#, with: "").replacing("layout: cabinet", with: "layout: \(layout)")
            + "\n\n"
            + body + "\n"
        let folder = try TemporaryFolder()
        for (name, text) in files { try folder.write(text, to: name) }
        return try readWorkspace(at: folder.path, programLayouts: Repository.program.layouts)
    }

    private func isRefused(_ contents: WorkspaceContents) -> Bool {
        let lines = contents.diagnostics.map(\.line)
        return lines.contains { $0.contains("is public here, and exempt in `private`") }
            && lines.contains { $0.contains("is exempt here, and public in `cabinet`") }
    }

    @Test(arguments: [
        "{{> indicators-at-a-glance of: indicators }}", "{{> exceptions-of-all of: actions }}",
        "{{> chart trend of: NI 1 }}",
        "{{> chart status of: indicators, by: period }}",
    ])
    func `a table or a chart of its rows is refused`(body: String) throws {
        #expect(isRefused(try contents(body: body)))
    }

    @Test(arguments: ["highlights", "scorecard", "exceptions"])
    func `a layout that lists its rows is refused`(layout: String) throws {
        #expect(isRefused(try contents(body: "", layout: layout)))
    }

    @Test(arguments: ["{{> outcomes of: actions }}", "{{> chart status of: actions }}", "Words."])
    func `what only counts is not`(body: String) throws {
        #expect(!isRefused(try contents(body: body)))
    }

    @Test func `a paper about other directorates may list theirs`() throws {
        let contents = try contents(body: "{{> exceptions-of-all of: actions }}")
        let paper = try #require(contents.round?.papers.first { $0.file == "cabinet" })
        #expect(paper.printsRows)
        #expect(paper.directorates == nil)
    }
}
