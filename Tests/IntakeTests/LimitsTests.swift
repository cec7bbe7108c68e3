// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import Intake

/// Files that somebody made to stop the program: they are read in a moment, or refused.
struct LimitsTests {
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            String(repeating: "[", count: 20_000), String(repeating: "*a _b ", count: 20_000),
            String(repeating: "{{", count: 20_000), String(repeating: "{{ a }} ", count: 20_000),
            String(repeating: "[^a] ", count: 20_000), String(repeating: "- ", count: 5_000) + "a",
            String(repeating: "|a", count: 20_000) + "|\n" + String(repeating: "|-", count: 20_000) + "|\n"
                + String(repeating: "|b|\n", count: 5_000),
        ]
    )
    func `a statement`(text: String) throws {
        var files = GoodWorkspace.files
        files["returns/communities/statement.md"] = text
        _ = try read(files)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            String(repeating: "[", count: 100_000), "a: [" + String(repeating: "x,", count: 20_000) + "]",
            String(repeating: "a: 1\n", count: 2_000), "{" + String(repeating: "a: 1,", count: 2_000) + "}",
            String(repeating: "? ", count: 5_000), "\"" + String(repeating: "\\", count: 50_000),
        ]
    )
    func `a form`(text: String) throws {
        var files = GoodWorkspace.files
        files["round.yaml"] = text
        _ = try read(files)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            String(repeating: ",", count: 100_000), String(repeating: "\"", count: 100_001),
            "unit,action,status,comment\n" + String(repeating: "sport,a,on course,same as A1\n", count: 3_000),
            "unit,ref,action,status\n" + String(repeating: "sport,1,a,on course\n", count: 3_000),
        ]
    )
    func `a file of rows`(text: String) throws {
        var files = GoodWorkspace.files
        files["returns/communities/actions.csv"] = text
        _ = try read(files)
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
}
