// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

struct VersionTests {
    @Test func `the program's version is the newest dated one of the changelog`() throws {
        let changelog = try String(contentsOfFile: Repository.folder + "/CHANGELOG.md", encoding: .utf8)
        let heading = try #require(changelog.firstMatch(of: /## (\d+\.\d+\.\d+) – \d{4}-\d\d-\d\d/))
        let outcome = try Command.cleardays("--version")
        #expect(outcome.output == "\(heading.1)\n")
    }
}
