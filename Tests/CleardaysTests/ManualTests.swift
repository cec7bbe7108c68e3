// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

struct ManualTests {
    private static let pages =
        ["cleardays"]
        + [
            "check", "circulate", "diff", "doctor", "explain", "new", "preview", "release", "render", "schema", "watch",
            "workbook",
        ].map { "cleardays-\($0)" }

    private static func manual() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let outcome = try Command.run(
            Repository.folder + "/tools/manual",
            ["--programs", Repository.folder + "/.build/debug", "--out", folder.path],
            environment: ["SOURCE_DATE_EPOCH": "1795305600"]
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        return folder
    }

    /// The lines of a page as a terminal shows them.
    private func shown(_ page: String, of manual: TemporaryFolder) throws -> [String] {
        let outcome = try Command.run(
            "/usr/bin/man",
            ["--warnings", "--local-file", manual.path + "/\(page).1"],
            environment: ["MANWIDTH": "100", "LC_ALL": "C.UTF-8", "MANROFFOPT": "-c", "PAGER": "cat"]
        )
        #expect(outcome.errors == "", "\(page)")
        return outcome.output.replacing(/.\x{8}/, with: "").split(separator: "\n").map(String.init)
    }

    @Test func `there is a page for each command`() throws {
        #expect(Set(try Self.manual().names()) == Set(Self.pages.map { $0 + ".1" }))
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff"), "groff is not installed"),
        arguments: pages
    )
    func `each has all its sections, and is set without a warning`(page: String) throws {
        let lines = try shown(page, of: Self.manual())
        for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "EXAMPLES", "SEE ALSO"] {
            #expect(lines.contains(section), "\(page): \(section)")
        }
        #expect(lines.first?.contains(page.uppercased() + "(1)") == true)
        #expect(lines.last?.contains("2026-11-22") == true)
    }

    @Test func `options, statuses and examples are those of the command`() throws {
        let page = try Self.manual().text(of: "cleardays-render.1")
        #expect(page.contains("\n.TP\n\\fB\\-\\-paper\\fR \\fIpaper\\fR\nA paper by its name; may be given again.\n"))
        #expect(page.contains("\n.SH EXIT STATUS\n.TP\n\\fB0\\fR\nDone.\n.TP\n\\fB1\\fR\nProblems in the workspace.\n"))
        #expect(page.contains("\ncleardays render my\\-round \\-\\-format pdf,html\n"))
        #expect(page.contains("\n.SH ENVIRONMENT\n.TP\n\\fBCLEARDAYS_HOME\\fR\n"))
        #expect(!page.contains("Exit status:"))
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc"), "mandoc is not installed"),
        arguments: pages
    )
    func `mandoc finds nothing wrong`(page: String) throws {
        let manual = try Self.manual()
        let outcome = try Command.run("/usr/bin/mandoc", ["-Tlint", "-Wwarning", manual.path + "/\(page).1"])
        #expect(outcome.output + outcome.errors == "")
        #expect(outcome.status == 0)
    }
}
