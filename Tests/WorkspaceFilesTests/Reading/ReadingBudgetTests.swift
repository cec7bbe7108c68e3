// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits
import TestSupport
import Testing
import WorkspaceFiles

/// What one workspace may ask for, counted as it is read.
struct ReadingBudgetTests {
    @Test func `pixels are decoded up to a limit, and kept up to another`() {
        var budget = ReadingBudget()
        let decoded = [Limits.mostPixelsDecoded, 1].map { budget.decodePixels($0) }
        #expect(decoded == [true, false])
        let held = [Limits.mostPixelsHeld, 1].map { budget.holdPixels($0) }
        #expect(held == [true, false])
    }

    @Test func `files that are too much together are reported, and not read`() throws {
        let folder = try TemporaryFolder(["round.yaml": "year: 2009/10"])
        let findings = DiagnosticCollector()
        let hasRoom = findings.budget.takeFile(ofBytes: Limits.largestWorkspace)
        #expect(hasRoom)
        let workspace = WorkspaceFolder(
            DiskFiles(root: folder.path),
            path: "",
            prefix: "",
            subject: .workspace,
            findings: findings
        )
        #expect(workspace.bytes("round.yaml") == nil)
        let reported = findings.report()
        #expect(reported.map(\.line) == ["error round.yaml: the files of the workspace come to more than 64 MB"])
        #expect(
            reported.map(\.hint) == [
                "this file and those after it are not read: move what belongs to no paper out of the workspace"
            ]
        )
    }
}
