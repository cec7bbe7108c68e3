// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import RuleDocumentation
import TestSupport
import Testing

/// What is shown of an example without a check of it.
struct ExampleExcerptTests {
    @Test(.enabled(if: ExampleFindings.areComplete, "a file cannot be decoded, as its own test says"))
    func `the message, the hint and the line of an example are those of its check`() throws {
        for rule in Rule.allCases {
            guard let excerpt = try ExampleFindings.catalogue.mistake(rule) else { continue }
            let found = try ExampleFindings.of(rule.rawValue, passes: false, 0).first { $0.rule == rule }
            #expect(excerpt.message == found?.message)
            #expect(excerpt.hint == found?.hint)
            // What may be exempt is not quoted in a finding, and of a long line only what is around the spot.
            if let line = excerpt.lines.last?.text, let quoted = found?.excerpt, !(line + quoted).contains("…") {
                #expect(line == quoted, "\(rule.rawValue)")
            }
        }
    }

    @Test func `a row of a table is shown below the names of its columns, and one that passes as it differs`() throws {
        let catalogue = try RuleCatalogue(program: Repository.folder)
        let mistake = try #require(try catalogue.mistake(.missingCell))
        #expect(mistake.place == "returns/people/actions.csv")
        #expect(mistake.lines.map(\.number) == [1, 2])
        #expect(mistake.lines.first?.text == "unit,ref,action,outcome,status,reason,response,due")
        let right = try #require(try catalogue.counterexample(.missingCell))
        #expect(right.message == nil)
        #expect(right.lines.allSatisfy { line in !mistake.lines.contains { $0.text == line.text } })
    }
}
