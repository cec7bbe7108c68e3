// SPDX-License-Identifier: Apache-2.0

import Publishing
import TestSupport
import Testing

/// A fault of the program says what it was doing, and ends it with the status of a fault.
struct CrashTests {
    private static func report(_ activity: String) -> String {
        """
        error: internal error: the program stopped while \(activity)
          hint: this is a fault of the program: tell whoever looks after it

        """
    }

    @Test(arguments: ["overflow", "abort", "memory", "bus", "arithmetic"])
    func `whatever signal a fault sends, the report is all that is said`(fault: String) throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        let render = try Command.cleardays(
            "render",
            "round",
            in: folder.path,
            environment: ["CLEARDAYS_FAULT": "\(fault):typesetting `cabinet`"]
        )
        #expect(render.status == 70)
        #expect(render.errors == Self.report("typesetting `cabinet`"))
        #expect(render.output == "")
        #expect(try folder.names() == ["round"])
    }

    @Test(arguments: ["composing", "typesetting", "writing"], ["cabinet", "appendix-community-services"])
    func `the report names what its own thread was doing`(stage: String, paper: String) throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        let activity = "\(stage) `\(paper)`"
        let render = try Command.cleardays(
            "render",
            "round",
            "--jobs",
            "2",
            in: folder.path,
            environment: ["CLEARDAYS_FAULT": "overflow:\(activity)"]
        )
        #expect(render.status == 70)
        #expect(render.errors == Self.report(activity))
        #expect(render.output == "")
    }

    /// Swift itself says in a line of its own what was wrong.
    @Test func `a trap says what Swift says of it, and no backtrace`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        let check = try Command.cleardays(
            "check",
            "round",
            in: folder.path,
            environment: ["CLEARDAYS_FAULT": "trap:composing"]
        )
        #expect(check.status == 70)
        let lines = check.errors.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        #expect(lines.first?.hasSuffix("Fatal error: Index out of range") == true)
        #expect(lines.last == Self.report("composing `cabinet`"))
    }

    @Test(arguments: ["starting", "reading `round`", "writing `cabinet`"])
    func `the report names what was being done`(activity: String) throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        let render = try Command.cleardays(
            "render",
            "round",
            in: folder.path,
            environment: ["CLEARDAYS_FAULT": "overflow:\(activity)"]
        )
        #expect(render.status == 70)
        #expect(render.errors == Self.report(activity))
    }

}
