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
        #expect(repair.changes.map(\.before) == ["as-at: 09/30/2025"])
        #expect(repair.changes.map(\.after) == ["as-at: 2025-09-30"])
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

    @Test(arguments: ["\r\n", "\r"])
    func `nothing exempt is shown, whatever ends the lines`(lineEnd: String) throws {
        try folder.edit(
            "round/returns/community-services/return.yaml",
            "received:",
            "exempt:\n  - { paragraph: 3, reason: Bids, public-interest: Bids }\nreceived:"
        )
        let lines = ["> [!EXEMPT 3]", "> The bid of Zanzibarlock.", "", "The Culture Communities and Sport.", ""]
        try folder.write(lines.joined(separator: lineEnd), to: statement)
        let repair = try Publishing.repair(workspace, with: Repository.program)
        let shown = repair.changes.map { "\($0.before) \($0.after)" }.joined()
        #expect(!shown.contains("Zanzibarlock"))
        #expect(repair.isEmpty == (lineEnd == "\r"))
    }

    @Test func `a date in quotation marks is put right, and a file that may not be written is left`() throws {
        let file = "round/returns/community-services/return.yaml"
        try folder.edit(file, "received: 2025-10-15", "received: \"10/15/2025\"")
        let repair = try Publishing.repair(workspace, with: Repository.program)
        #expect(repair.changes.map(\.after) == ["received: \"2025-10-15\""])
        #expect(!repair.leavesErrors)
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path + "/" + file)
        #expect(try repair.write() == [])
    }

    @Test func `a name with a comma divides no list in brackets`() throws {
        let paper = "round/papers/cabinet.md"
        let header = try text(of: paper)
        let line = try #require(header.split(separator: "\n").first { $0.hasPrefix("background-papers:") })
        try folder.edit(paper, String(line), "background-papers: [Report on Culture Communities and Sport, b]")
        let repair = try Publishing.repair(workspace, with: Repository.program)
        #expect(repair.isEmpty)
        #expect(repair.left.map(\.rule) == [.misspeltName])
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

    @Test func `spaces are put right in texts and in cells, and line by line`() throws {
        try folder.write("The work  goes on , as it did.\n\nIt is well.\n", to: statement)
        let actions = "round/returns/community-services/actions.csv"
        let rows = try text(of: actions)
        try folder.write(rows.replacing(",on course,", with: ",on course ,"), to: actions)
        let repair = try Publishing.repair(workspace, with: Repository.program)
        #expect(Set(repair.repaired.map(\.rule)) == [.straySpace])
        _ = try repair.write()
        #expect(try text(of: statement) == "The work goes on, as it did.\n\nIt is well.\n")
        #expect(try text(of: actions) == rows)
    }

    @Test func `one that cannot be put right holds up no other in its file`() throws {
        let actions = "round/returns/community-services/actions.csv"
        let rows = try text(of: actions)
        try folder.write(
            rows.replacing("libraries,L1,", with: "libraries,L1,Culture Communities and Sport ")
                .replacing(",on course,", with: ",on course ,"),
            to: actions
        )
        let repair = try Publishing.repair(workspace, with: Repository.program)
        #expect(repair.repaired.map(\.rule) == [.straySpace])
        #expect(repair.left.map(\.rule) == [.misspeltName])
        #expect(
            repair.instructions.map { "\($0.written) → \($0.right)" } == [
                "Culture Communities and Sport → Culture, Communities and Sport"
            ]
        )
    }

    @Test func `a name with a comma goes into a list of lines and into quotation marks`() throws {
        let paper = "round/papers/cabinet.md"
        let header = try text(of: paper)
        let line = try #require(header.split(separator: "\n").first { $0.hasPrefix("background-papers:") })
        let papers = "background-papers:\n  - \"Report [a] on Culture Communities and Sport\"\n  - b"
        try folder.edit(paper, String(line), papers)
        let repair = try Publishing.repair(workspace, with: Repository.program)
        #expect(repair.changes.map(\.after) == ["  - \"Report [a] on Culture, Communities and Sport\""])
    }

    @Test func `of a document and a workbook it says what to write where`() throws {
        try FileManager.default.removeItem(atPath: folder.path + "/" + statement)
        let words = WordDocumentBuilder.paragraph("One.") + WordDocumentBuilder.paragraph("Two  words.")
        try folder.write(
            WordDocumentBuilder(words).bytes,
            to: "round/returns/community-services/statement.docx"
        )
        let repair = try Publishing.repair(workspace, with: Repository.program)
        #expect(repair.isEmpty)
        #expect(
            repair.instructions.map { "\($0.location): \($0.written) → \($0.right)" } == [
                "returns/community-services/statement.docx, paragraph 2: Two  words. → Two words."
            ]
        )
    }

    @Test func `only what lies in the part that is named is put right`() throws {
        try folder.edit("round/round.yaml", "as-at: 2025-09-30", "as-at: 09/30/2025")
        try folder.write("The work  goes on.\n", to: statement)
        let repair = try Publishing.repair(
            workspace,
            in: WorkspacePart(path: "returns/community-services"),
            with: Repository.program
        )
        #expect(repair.paths == ["returns/community-services/statement.md"])
        #expect(!repair.leavesErrors)
    }
}
