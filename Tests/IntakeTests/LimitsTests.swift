// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import TestSupport
import Testing

@testable import Intake

/// Files that somebody made to stop the program: they are read in a moment, or refused.
struct LimitsTests {
    /// What somebody made, and what is reported of it: how many problems, and the first of them.
    struct Trap: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var count: Int
        var problem: String?

        init(_ name: String, _ text: String, _ count: Int, _ problem: String? = nil) {
            testDescription = name
            self.text = text
            self.count = count
            self.problem = problem
        }
    }

    /// Reads the good workspace with one file replaced.
    private func expect(_ trap: Trap, in file: String) throws {
        var files = GoodWorkspace.files
        files[file] = trap.text
        let own = try read(files).diagnostics.filter { $0.location?.file == file }
        #expect(own.count == trap.count)
        #expect(own.first?.message == trap.problem)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            Trap("brackets that are opened", String(repeating: "[", count: 20_000), 0),
            Trap("emphasis", String(repeating: "*a _b ", count: 20_000), 1, "the paragraph has more than 20000 words"),
            Trap(
                "braces that are opened",
                String(repeating: "{{", count: 20_000),
                501,
                "19500 more problems are not told: the first 500 are"
            ),
            Trap(
                "names",
                String(repeating: "{{ a }} ", count: 20_000),
                1,
                "the paragraph has more than 4000 links, emphasised words and names in it"
            ),
            Trap(
                "notes",
                String(repeating: "[^a] ", count: 20_000),
                1,
                "the paragraph has more than 4000 links, emphasised words and names in it"
            ),
            Trap(
                "lists in lists",
                String(repeating: "- ", count: 5_000) + "a",
                1,
                "lists and quotations stand too deep in one another here"
            ),
            Trap(
                "a wide table",
                String(repeating: "|a", count: 20_000) + "|\n" + String(repeating: "|-", count: 20_000) + "|\n"
                    + String(repeating: "|b|\n", count: 5_000),
                1,
                "the line has more than 1000 `|`"
            ),
        ]
    )
    func `a statement`(trap: Trap) throws {
        try expect(trap, in: "returns/communities/statement.md")
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            Trap(
                "lists in lists",
                String(repeating: "[", count: 100_000),
                1,
                "lists and groups stand too deep in one another here"
            ),
            Trap(
                "a long list",
                "a: [" + String(repeating: "x,", count: 20_000) + "]",
                6,
                "unknown key `a` in round.yaml"
            ),
            Trap(
                "a key on every line",
                String(repeating: "a: 1\n", count: 2_000),
                501,
                "1504 more problems are not told: the first 500 are"
            ),
            Trap(
                "a key many times on one line",
                "{" + String(repeating: "a: 1,", count: 2_000) + "}",
                501,
                "1504 more problems are not told: the first 500 are"
            ),
            Trap(
                "keys of keys",
                String(repeating: "? ", count: 5_000),
                1,
                "lists and groups stand too deep in one another here"
            ),
            Trap(
                "escapes",
                "\"" + String(repeating: "\\", count: 50_000),
                1,
                "a quote is opened and not closed"
            ),
        ]
    )
    func `a form`(trap: Trap) throws {
        try expect(trap, in: "round.yaml")
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            Trap("columns", String(repeating: ",", count: 100_000), 1, "the file has 100001 columns"),
            Trap("quotes", String(repeating: "\"", count: 100_001), 1, "a quote is opened and not closed"),
            Trap(
                "comments shared with no row",
                "unit,action,status,comment\n" + String(repeating: "sport,a,on course,same as A1\n", count: 3_000),
                501,
                "2500 more problems are not told: the first 500 are"
            ),
            Trap(
                "one reference for every row",
                "unit,ref,action,status\n" + String(repeating: "sport,1,a,on course\n", count: 3_000),
                501,
                "2499 more problems are not told: the first 500 are"
            ),
        ]
    )
    func `a file of rows`(trap: Trap) throws {
        try expect(trap, in: "returns/communities/actions.csv")
    }

    @Test func `of a file with very many problems the first are told, and how many there are`() throws {
        var files = GoodWorkspace.files
        files["returns/communities/actions.csv"] =
            "unit,action,status\n" + String(repeating: "sport,a,on corse\n", count: 1_000)
        let diagnostics = try read(files).diagnostics.filter { $0.location?.file.hasSuffix("actions.csv") == true }
        #expect(diagnostics.count == 501)
        #expect(diagnostics.first?.message == "500 more problems are not told: the first 500 are")
        #expect(diagnostics.first?.severity == .error)
    }

    @Test func `papers beyond those that a round can have are reported, and are not made`() throws {
        var files = GoodWorkspace.files
        for number in 0..<Limits.mostPapers {
            files["papers/x\(number).md"] = GoodWorkspace.paper.replacing(
                "subject: ",
                with: "subject: \(number) ",
                maxReplacements: 1
            )
        }
        let contents = try read(files)
        let reported = contents.diagnostics.filter { $0.rule == .tooManyEntries }
        #expect(reported.map(\.line) == ["error papers/x999.md: there are more than 1000 papers"])
        #expect(
            reported.map(\.hint) == ["those of this file are not made, nor those of the files after it"]
        )
        #expect(contents.round?.papers.count == 1_000)
    }

    @Test func `more directorates or units than a council can have are reported at the first that is too many`() throws
    {
        func reported(_ text: String) throws -> [Diagnostic] {
            var files = GoodWorkspace.files
            files["council.yaml", default: ""] += text
            return try read(files).diagnostics.filter { $0.rule == .tooManyEntries }
        }
        let directorates = try reported(
            (0..<199).map { "  d\($0): { name: D, head: { person: officer, title: Head }, units: { u\($0): U } }\n" }
                .joined()
        )
        #expect(directorates.map(\.message) == ["there are more than 200 directorates"])
        #expect(directorates.map { $0.location?.field } == ["d198"])
        #expect(directorates.map(\.hint) == ["this one and those after it are not read"])
        let units = try reported(
            "  d:\n    name: D\n    head: { person: officer, title: Head }\n    units:\n"
                + (0..<2_000).map { "      u\($0): U\n" }.joined()
        )
        #expect(units.map(\.message) == ["there are more than 2000 units and divisions"])
        #expect(units.map(\.hint) == ["this one and those after it are not read"])
    }
}
