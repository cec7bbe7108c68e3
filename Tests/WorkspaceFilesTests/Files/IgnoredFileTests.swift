// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WorkspaceFiles

struct IgnoredFileTests {
    @Test(arguments: [
        "~$actions.csv", "~WRL0003.tmp", ".~lock.actions.csv#", ".actions.csv.swp", "actions.csv~", "#statement.md#",
        ".#statement.md", "4913", ".DS_Store", "Thumbs.db", "desktop.ini", "actions.TMP", ".goutputstream-AB12CD",
        ".actions.csv.Xb3k9Q", "actions.csv.part", "actions.csv.filepart", "sedAb1.tmp", ".git", "4D2A1B00",
        "actions.csv.~1a2b", "report.~lo",
    ])
    func `what programs leave in passing is not read`(name: String) {
        let matches = IgnoredFile.matches(name)
        #expect(matches)
    }

    @Test(arguments: [
        "actions.csv", "statement.md", "council.yaml", "4914", "template.md", "a~b.md", "#1.md", "swp", "20260331",
        "4d2a1b00", "4D2A1B0", "4D2A1B00.csv",
    ])
    func `what officers write is read`(name: String) {
        let matches = IgnoredFile.matches(name)
        #expect(!matches)
    }
}
