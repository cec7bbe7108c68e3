// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

struct VersionTests {
    @Test func `the program's version is the newest dated one of the changelog, and that of the Debian package`() throws
    {
        let changelog = try String(contentsOfFile: Repository.folder + "/CHANGELOG.md", encoding: .utf8)
        let heading = try #require(changelog.firstMatch(of: /## (\d+\.\d+\.\d+) – \d{4}-\d\d-\d\d/))
        let outcome = try Command.cleardays("--version")
        #expect(outcome.output.hasPrefix("cleardays \(heading.1)\n"))
        let package = try String(contentsOfFile: Repository.folder + "/debian/changelog", encoding: .utf8)
        #expect(package.hasPrefix("cleardays (\(heading.1)) "))
    }

    @Test func `libraries and fonts have a line each`() throws {
        let lines = try Command.cleardays("--version").output.split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        let libraries =
            /libraries: Cairo [\d.]+, Pango [\d.]+, HarfBuzz [\d.]+, FreeType [\d.]+, Fontconfig [\d.]+/
        #expect(lines[1].wholeMatch(of: libraries) != nil, "\(lines[1])")
        #expect(lines[2].hasPrefix("fonts: Amiri "))
        #expect(lines[2].contains(", Liberation Sans "))
    }

    @Test func `where the program's folder is not known, the version is told all the same`() throws {
        let outcome = try Command.cleardays("--version", environment: ["CLEARDAYS_HOME": "/nowhere"])
        #expect(outcome.status == 0)
        #expect(
            outcome.output.hasSuffix(
                "\nfonts: not known, since CLEARDAYS_HOME is /nowhere, and there is no /nowhere/layouts/tables; set it to the folder of the program's `layouts` and `fonts`, or do not set it\n"
            )
        )
    }
}
