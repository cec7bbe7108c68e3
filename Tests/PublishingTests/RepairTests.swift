// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// What `check --fix` changes, and what it leaves.
struct RepairTests {
    private let folder: TemporaryFolder
    private let statement = "round/returns/community-services/statement.md"

    init() throws {
        folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.edit("round/council.yaml", "name: Community Services", "name: Culture, Communities and Sport")
    }

    private var workspace: String { folder.path + "/round" }

    private func text(of file: String) throws -> String {
        try String(contentsOfFile: folder.path + "/" + file, encoding: .utf8)
    }

    @Test func `a misspelt name and a date with the month first are put right, and nothing else is touched`() throws {
        try folder.edit("round/round.yaml", "as-at: 2025-09-30", "as-at: 09/30/2025")
        let before = try text(of: "round/round.yaml")
        let repair = try Publishing.repair(workspace, with: Repository.program)
        #expect(
            repair.difference == """
                --- round.yaml
                +++ round.yaml
                @@ -6 +6 @@
                -as-at: 09/30/2025
                +as-at: 2025-09-30

                """
        )
        #expect(try text(of: "round/round.yaml") == before)
        #expect(try repair.write() == ["round.yaml"])
        #expect(try text(of: "round/round.yaml") == before.replacing("09/30/2025", with: "2025-09-30"))
        #expect(try Publishing.repair(workspace, with: Repository.program).isEmpty)
    }

    @Test func `several on one line are put right, in a file with a byte order mark and line ends of Windows`() throws {
        let line = "\u{FEFF}Culture, Communities & Sport met Culture Communities and Sport.\r\nThe end.\r\n"
        try folder.write(line, to: statement)
        let repair = try Publishing.repair(workspace, with: Repository.program)
        #expect(repair.repaired.map(\.rule) == [.misspeltName, .misspeltName])
        _ = try repair.write()
        let right = "Culture, Communities and Sport"
        let bytes = try Data(contentsOf: URL(filePath: folder.path + "/" + statement))
        #expect(String(decoding: bytes, as: UTF8.self) == "\u{FEFF}\(right) met \(right).\r\nThe end.\r\n")
    }

    @Test func `a row without quotation marks is left where the answer has a comma`() throws {
        let actions = "round/returns/community-services/actions.csv"
        let rows = try text(of: actions)
        try folder.write(
            rows.replacing("libraries,L1,", with: "libraries,L1,Culture Communities and Sport "),
            to: actions
        )
        let repair = try Publishing.repair(workspace, with: Repository.program)
        #expect(repair.isEmpty)
        #expect(repair.left.map(\.rule) == [.misspeltName])
    }

    @Test func `a file that somebody has changed in between stays as it is`() throws {
        try folder.edit("round/round.yaml", "as-at: 2025-09-30", "as-at: 09/30/2025")
        let repair = try Publishing.repair(workspace, with: Repository.program)
        try folder.edit("round/round.yaml", "09/30/2025", "10/31/2025")
        #expect(try repair.write() == [])
        #expect(try text(of: "round/round.yaml").contains("as-at: 10/31/2025"))
    }

    @Test func `a link stays a link`() throws {
        try folder.edit("round/round.yaml", "as-at: 2025-09-30", "as-at: 09/30/2025")
        let path = workspace + "/round.yaml"
        try FileManager.default.moveItem(atPath: path, toPath: workspace + "/kept.yaml")
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "kept.yaml")
        let repair = try Publishing.repair(workspace, with: Repository.program)
        #expect(try repair.write() == [])
        #expect(try text(of: "round/kept.yaml").contains("as-at: 09/30/2025"))
    }
}
