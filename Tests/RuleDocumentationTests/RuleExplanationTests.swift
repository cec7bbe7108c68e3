// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Publishing
import RuleDocumentation
import TestSupport
import Testing

/// `cleardays explain`.
struct RuleExplanationTests {
    @Test func `a rule is explained on a terminal`() throws {
        let catalogue = try RuleCatalogue(program: Repository.folder)
        #expect(
            try RuleExplanation(catalogue).text(of: .impossibleDate) == """
                impossible-date (warning)

                A date of a text does not exist, or is not of the day of the week that stands
                beside it.

                Why it matters: A reader who wants to come on “Monday 13 October” comes on the
                wrong day.
                What to do: Look the day up, and put the weekday or the date right.
                Not found: Dates without a year.

                Reported, in returns/people/statement.md:

                    1 | The scheme opened on 31 September 2009.

                    warning: there is no `31 September 2009`
                    hint: September has 30 days

                Not reported, in returns/people/statement.md:

                    The scheme opened on 30 September 2009, and 31 people came in May.

                """
        )
    }

    @Test func `an example that needs words has them above its line`() throws {
        let catalogue = try RuleCatalogue(program: Repository.folder)
        let text = try #require(try RuleExplanation(catalogue).text(of: .lostExemptMark))
        #expect(text.contains("    been made.\n\n    3 | > The contractor of the new harbour wall owes"))
        #expect(text.hasSuffix("\nNot reported:\n\n    The whole passage was deleted.\n"))
    }

    @Test func `where the program has no documentation of rules it says so`() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: RuleCatalogue.UnreadableFile.self) { try RuleCatalogue(program: folder.path) }
        #expect(
            error?.description == "\(folder.path)/docs/rules cannot be read: it is not among the files of the program"
        )
    }

    @Test func `every rule is explained, and listed`() throws {
        let explanation = RuleExplanation(try RuleCatalogue(program: Repository.folder))
        for rule in Rule.allCases {
            let text = try #require(try explanation.text(of: rule))
            #expect(text.hasPrefix("\(rule.rawValue) (\(rule.severity.rawValue))\n\n"))
            #expect(text.contains("\nWhy it matters: ") && text.contains("\nWhat to do: "))
            #expect(text.contains("\(rule.severity.rawValue): "), "\(rule.rawValue)")
            #expect(explanation.list.contains("\n  \(rule.rawValue) "))
        }
        #expect(explanation.list.hasPrefix("Files and folders\n  unreadable-file "))
    }

    @Test(arguments: [
        ("missing-cell", Rule.missingCell), ("[missing-cell]", .missingCell), ("`Missing-Cell`", .missingCell),
        ("missing cell", nil), ("", nil),
    ])
    func `a rule is known by what a finding says`(name: String, rule: Rule?) {
        #expect(RuleExplanation.rule(named: name) == rule)
    }

    @Test(arguments: [
        ("mising-cell", ["missing-cell"]), ("abbreviation", ["undefined-abbreviation"]), ("figur", ["missing-figures"]),
        ("xyzzy", []), ("", []),
    ])
    func `what is no rule is answered with those that it may mean`(name: String, nearest: [String]) {
        #expect(Array(RuleExplanation.nearest(to: name).prefix(1)) == nearest)
    }

    @Test func `the command explains, lists and refuses`() throws {
        let one = try Command.cleardays("explain", "[missing-cell]")
        #expect(one.status == 0)
        #expect(one.output.hasPrefix("missing-cell (error)\n\n"))
        let all = try Command.cleardays("explain")
        #expect(all.status == 0)
        #expect(all.output.hasPrefix("Files and folders\n  unreadable-file "))
        let none = try Command.cleardays("explain", "mising-cell")
        #expect(none.status == 64)
        #expect(
            none.errors.hasPrefix("error: there is no rule `mising-cell`; like it are `missing-cell`")
        )
    }
}
