// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Glibc
import TestSupport
import Testing
import WorkspaceFiles

@testable import ProgramConfiguration

/// Folders on a share that is away.
struct UnansweredFoldersTests {
    @Test func `a folder that does not answer is told of, and does not hold up the others`() {
        // Reading an empty pipe blocks, as a call on a share that is down does.
        var pipes: [Int32] = [-1, -1]
        #expect(pipe(&pipes) == 0)
        let end = pipes[0]
        let unanswered = UnansweredFolders.of(
            [["/srv/a"], ["/srv/b/workspace", "/mnt/away", "/srv/b/papers"], [], ["/nowhere/at/all"]],
            within: .milliseconds(200)
        ) { path in
            var byte: UInt8 = 0
            if path == "/mnt/away" { _ = read(end, &byte, 1) }
        }
        #expect(unanswered == [1])
        close(pipes[1])
    }

    @Test func `of folders that do not answer the written paths are compared`() throws {
        let folder = try TemporaryFolder([
            "cleardays.yaml": """
            councils:
              a: { workspace: /mnt/a/../a/workspace, out: /mnt/a/papers }
              b: { workspace: /srv/b/workspace, out: /srv/b/papers }
              c: { workspace: /mnt/a/workspace, out: /mnt/c/papers, inbox: /mnt/a/papers-restricted/in }
            """
        ])
        let findings = DiagnosticCollector()
        let files = WorkspaceFolder(DiskFiles(root: folder.path), prefix: "", subject: .program, findings: findings)
        let value = try #require(files.yaml("cleardays.yaml"))
        let reader = ConfigurationReader(findings: findings) { groups in
            #expect(groups.map(\.count) == [2, 2, 3])
            return [0, 2]
        }
        #expect(reader.read(value, .councils).councils.map(\.name) == ["a", "b", "c"])
        let found = findings.report().map { "\($0.location?.line ?? 0): \($0.severity.rawValue): \($0.message)" }
        #expect(
            found == [
                "2: warning: the folders of this council do not answer",
                "4: warning: the folders of this council do not answer",
                "4: error: `/mnt/a/workspace`, `workspace` of this council, is `/mnt/a/../a/workspace`, `workspace` of `a`",
                "4: error: `/mnt/a/papers-restricted/in`, `inbox` of this council, is in `/mnt/a/papers-restricted`, `restricted-out` of `a`",
            ]
        )
        #expect(
            findings.report().first?.hint
                == "a share of the network may be away: the council is started all the same, and begins when its folders are there"
        )
    }

    @Test func `all folders of this machine answer`() {
        let start = ContinuousClock.now
        #expect(UnansweredFolders.of((0..<200).map { ["/", "/tmp/\($0)/papers"] }) == [])
        // Nobody waits for the end of the time that they have.
        #expect(ContinuousClock.now - start < UnansweredFolders.patience)
    }
}
