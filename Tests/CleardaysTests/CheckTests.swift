// SPDX-License-Identifier: Apache-2.0

import Publishing
import TestSupport
import Testing

/// `cleardays check` and `cleardays schema` on the command line.
struct CheckTests {
    @Test func `only a check on a day tells what depends on the day`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        let nothing = "no problems found\nthe return is complete\n"
        #expect(try Command.cleardays("check", "round", in: folder.path).output == nothing)
        #expect(try Command.cleardays("check", "round", "--on", "2025-11-10", in: folder.path).output == nothing)
        let due = try Command.cleardays("check", "round", "--on", "2025-11-12", in: folder.path)
        #expect(due.status == 0)
        #expect(
            due.output == """
                papers/cabinet.md: advice on 1 place

                advice: the paper for Cabinet must be public by 14 November 2025, in 2 working days: 5 clear days before its meeting on 24 November 2025
                  --> papers/cabinet.md:4:22 (date)
                   |
                 4 | to: { body: cabinet, date: 2025-11-24 }
                   |                      ^^^^
                  hint: it is still a draft: have it cleared, write `status: final`, and publish it
                  rule: publication-due

                advice on 1 place
                the return is complete
                cleardays explain RULE tells what a rule is about: cleardays explain publication-due

                """
        )
    }

    @Test(arguments: ["12/11/2025", "2025-11-31", "today"])
    func `a day is written as in files`(day: String) throws {
        let check = try Command.cleardays("check", "--on", day)
        #expect(check.status == 64)
        #expect(check.errors.hasPrefix("Error: --on needs a day, written 2009-11-24, not `\(day)`\n"))
    }

    @Test func `schemas are listed, and printed one at a time`() throws {
        let list = try Command.cleardays("schema")
        #expect(list.output.hasPrefix("council        council.yaml\nround          round.yaml\n"))
        let one = try Command.cleardays("schema", "round")
        #expect(one.output.hasPrefix("{\n  \"$schema\" : \"http://json-schema.org/draft-07/schema#\",\n"))
        let several = try Command.cleardays("schema", "round", "paper")
        #expect(several.status == 64)
        #expect(several.errors.hasPrefix("Error: name one schema, or a folder with --out\n"))
        let unknown = try Command.cleardays("schema", "councl")
        #expect(unknown.status == 64)
        #expect(unknown.errors == "error: there is no schema `councl`; did you mean `council`?\n")
    }
}
