// SPDX-License-Identifier: Apache-2.0

import Publishing
import TestSupport
import Testing

/// `cleardays check --fix`, from outside.
struct CheckFixTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.edit("round/round.yaml", "as-at: 2025-09-30", "as-at: 09/30/2025")
    }

    private let difference = """
        round.yaml:6:8
        - as-at: 09/30/2025
        + as-at: 2025-09-30


        """

    @Test func `the changes are shown, and without an answer none is made`() throws {
        let fix = try Command.cleardays("check", "round", "--fix", in: folder.path)
        #expect(fix.status == 0)
        #expect(fix.output == difference + "--fix --yes makes this change\nnothing has been changed\n")
        #expect(try Command.cleardays("check", "round", in: folder.path).status == 1)
    }

    @Test func `with --yes they are made, and a second time there is nothing to do`() throws {
        let fix = try Command.cleardays("check", "round", "--fix", "--yes", in: folder.path)
        #expect(
            fix.output == difference + "changed round/round.yaml\ncheck again for the problems that are left\n"
        )
        #expect(try Command.cleardays("check", "round", in: folder.path).status == 0)
        let again = try Command.cleardays("check", "round", "--fix", "--yes", in: folder.path)
        #expect(again.output == "nothing to put right that has exactly one right answer\n")
    }

    @Test(arguments: [
        (["--yes"], "--yes answers the question of --fix"),
        (
            ["--fix", "--format", "json"],
            "--fix changes files: it goes with no other option but --yes"
        ),
    ])
    func `options that make no sense together are refused`(options: [String], reason: String) throws {
        let fix = try Command.run(
            Repository.folder + "/.build/debug/cleardays",
            ["check", "round"] + options,
            in: folder.path
        )
        #expect(fix.status == 64)
        #expect(fix.errors.contains(reason))
    }
}
