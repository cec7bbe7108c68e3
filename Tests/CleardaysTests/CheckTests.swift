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
                to read what a rule is about: cleardays explain publication-due

                """
        )
    }

    @Test(arguments: [
        (
            "11/30/2026",
            "`11/30/2026` is not a date with the day first: if the month is first, write `2026-11-30`"
        ),
        ("2025-11-31", "31 November 2025 does not exist: November has 30 days"),
        (
            "soon",
            "`soon` is not a date: write it `2009-11-24`, `24 November 2009`, `24/11/2009` with the day first, or `today`"
        ),
    ])
    func `a day that is none is refused, with what is wrong`(day: String, reason: String) throws {
        let check = try Command.cleardays("check", "--on", day)
        #expect(check.status == 64)
        #expect(check.errors.hasPrefix("Error: --on needs a day: \(reason)\n"))
    }

    @Test(arguments: ["12 November 2025", "12/11/2025", "2025-11-12"])
    func `a day is written as in files`(day: String) throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        let due = try Command.cleardays("check", "round", "--on", day, "--format", "short", in: folder.path)
        #expect(due.output.hasPrefix("round/papers/cabinet.md:4:22: advice: the paper for Cabinet must be public by"))
    }

    @Test func `today is a day`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        #expect(try Command.cleardays("check", "round", "--on", "today", in: folder.path).status == 0)
    }

    // MARK: - Parts

    private func broken() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.edit("round/papers/cabinet.md", "{{ round.year }}", "{{ round.yaer }}")
        return folder
    }

    @Test func `a part of a workspace is checked as that, from wherever it is named`() throws {
        let folder = try broken()
        let own = try Command.cleardays("check", "round/returns/community-services", in: folder.path)
        #expect(own.status == 0)
        #expect(
            own.output == """
                no problems found in returns/community-services
                in the rest of the workspace: 1 error (cleardays check round shows all)
                the return is complete

                """
        )
        let inside = try Command.cleardays("check", "papers", "--format", "short", in: folder.path + "/round")
        #expect(inside.status == 1)
        #expect(inside.output.hasPrefix("papers/cabinet.md:"))
        let here = try Command.cleardays("check", in: folder.path + "/round/returns")
        #expect(
            here.output.hasPrefix(
                "no problems found in returns\nin the rest of the workspace: 1 error (cleardays check "
            )
        )
    }

    @Test func `JSON says of which part it is`() throws {
        let folder = try broken()
        let check = try Command.cleardays("check", "round/returns", "--format", "json", in: folder.path)
        #expect(
            check.output == """
                {
                  "advice" : 0,
                  "diagnostics" : [

                  ],
                  "elsewhere" : {
                    "advice" : 0,
                    "errors" : 1,
                    "warnings" : 0
                  },
                  "errors" : 0,
                  "part" : "returns",
                  "waived" : [

                  ],
                  "warnings" : 0
                }

                """
        )
    }

    // MARK: - What cannot be read

    @Test func `JSON is the same object where a workspace cannot be read`() throws {
        let folder = try TemporaryFolder(["empty/a.txt": ""])
        let missing = try Command.cleardays("check", "nowhere", "--format", "json", in: folder.path)
        #expect(missing.status == 74)
        #expect(missing.errors == "error: cannot open the folder `nowhere`: No such file or directory\n")
        #expect(
            missing.output == """
                {
                  "advice" : 0,
                  "diagnostics" : [
                    {
                      "cell" : null,
                      "column" : null,
                      "endColumn" : null,
                      "excerpt" : null,
                      "field" : null,
                      "file" : null,
                      "hint" : null,
                      "line" : null,
                      "message" : "cannot open the folder `nowhere`: No such file or directory",
                      "paragraph" : null,
                      "replacement" : null,
                      "rule" : "unreadable-file",
                      "severity" : "error"
                    }
                  ],
                  "elsewhere" : {
                    "advice" : 0,
                    "errors" : 0,
                    "warnings" : 0
                  },
                  "errors" : 1,
                  "part" : null,
                  "waived" : [

                  ],
                  "warnings" : 0
                }

                """
        )
        let installed = try Command.cleardays(
            "check",
            "empty",
            "--format",
            "json",
            in: folder.path,
            environment: ["CLEARDAYS_HOME": folder.path]
        )
        #expect(installed.status != 0)
        #expect(installed.output.contains("\"errors\" : 1"))
        let none = try Command.cleardays("check", "empty", "--format", "json", "--completeness", in: folder.path)
        #expect(none.status == 1)
        #expect(none.output.contains("\"rule\" : \"missing-file\""))
    }

    @Test func `what a program reads holds nothing of a report`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        let check = try Command.cleardays(
            "check",
            "round",
            "--format",
            "short",
            "--report",
            "report",
            in: folder.path
        )
        #expect(check.output == "")
        #expect(check.errors.contains("report/completeness.pdf (1 page, "))
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
