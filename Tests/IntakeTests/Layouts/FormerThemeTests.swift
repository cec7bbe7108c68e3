// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Intake

/// A workspace's theme that was written when themes held words.
struct FormerThemeTests {
    private func problems(adding line: String) throws -> [Diagnostic] {
        let file = Repository.folder + "/layouts/themes/accessible.yaml"
        let theme = try String(contentsOfFile: file, encoding: .utf8)
        #expect(theme.contains("  title-continued: true\n"))
        var files = GoodWorkspace.files
        files["layouts/themes/own.yaml"] = theme.replacing(
            "  title-continued: true\n",
            with: "  title-continued: true\n  \(line)\n"
        )
        return try read(files).diagnostics
    }

    @Test func `a key that has moved says where to`() throws {
        let problems = try problems(adding: "continued: (cont.)")
        #expect(problems.map(\.message) == ["unknown key `continued` in the table's style"])
        #expect(
            problems.map(\.hint) == [
                "delete it; other words than “(continued)” are written in layouts/words.yaml, as `continued`"
            ]
        )
    }

    @Test func `words in place of a flag say where words are written`() throws {
        let problems = try problems(adding: "overleaf: continued overleaf")
        #expect(problems.map(\.message) == ["`overleaf` must be `true` or `false`, not `continued overleaf`"])
        #expect(try self.problems(adding: "overleaf: true").isEmpty)
    }

    @Test func `a slip in a key gets the nearest name as before`() throws {
        #expect(try problems(adding: "overlaef: true").map(\.hint) == ["did you mean `overleaf`?"])
    }
}
