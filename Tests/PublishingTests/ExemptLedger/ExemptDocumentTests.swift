// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// The ledger of what is exempt, where statements and papers are Word documents.
struct ExemptDocumentTests {
    private static let place = "round/returns/community-services/"

    /// The starting workspace with a statement in Word that has two exempt passages, published.
    private func published() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.edit(
            Self.place + "return.yaml",
            "declares:",
            "exempt:\n  - { paragraph: 3, reason: It holds bids., public-interest: The price would suffer. }\ndeclares:"
        )
        try FileManager.default.removeItem(atPath: folder.path + "/" + Self.place + "statement.md")
        try write(style: "Exempt", marker: "[!EXEMPT 3] ", in: folder)
        let made = try publish(PublicationRequest(workspace: folder.path + "/round"), with: Repository.program)
        #expect(made.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        return folder
    }

    private func write(style: String?, marker: String, in folder: TemporaryFolder) throws {
        let document = WordDocumentBuilder(
            WordDocumentBuilder.paragraph("Summary", style: "Heading1")
                + WordDocumentBuilder.paragraph(marker + "The preferred bid of Ashdown is very low.", style: style)
                + WordDocumentBuilder.paragraph("Words between them that are open.")
                + WordDocumentBuilder.paragraph(marker + "The second bid of Birchwood is very high.", style: style)
                + WordDocumentBuilder.paragraph("The end of it.")
        )
        try folder.write(document.bytes, to: Self.place + "statement.docx")
    }

    @Test func `one paragraph of a document is released, and not the others`() throws {
        let folder = try published()
        try write(style: nil, marker: "", in: folder)
        let lost = try check(folder.path + "/round", with: Repository.program).diagnostics.filter {
            $0.rule == .lostExemptMark
        }
        let places = [2, 4].map { "returns/community-services/statement.docx:\($0)" }
        #expect(lost.count == 2)
        for (problem, place) in zip(lost, places) {
            #expect(problem.hint?.contains("WORKSPACE \(place) --reason") == true)
        }
        let report = try release(
            ReleaseRequest(
                workspace: folder.path + "/round",
                places: [places[0]],
                reason: "Decided"
            ),
            with: Repository.program
        )
        #expect(report.released == [places[0]])
        let left = try check(folder.path + "/round", with: Repository.program).diagnostics.filter {
            $0.rule == .lostExemptMark
        }
        #expect(left.map { $0.location?.row } == [4])
    }

    @Test func `no report quotes a paper that was exempt in part and is a Word document now`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.edit(
            "round/papers/cabinet.md",
            "status:",
            "exempt:\n  - { paragraph: 3, reason: It holds bids., public-interest: The price would suffer. }\nstatus:"
        )
        let text = try folder.text(of: "round/papers/cabinet.md")
        try folder.write(
            text + "\n> [!EXEMPT 3]\n> The preferred bid of Ashdown is very low.\n",
            to: "round/papers/cabinet.md"
        )
        let made = try publish(PublicationRequest(workspace: folder.path + "/round"), with: Repository.program)
        #expect(made.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        try FileManager.default.removeItem(atPath: folder.path + "/round/papers/cabinet.md")
        let document = WordDocumentBuilder(
            WordDocumentBuilder.paragraph("The preferred bid of Ashdown is {{ nope nope }} very low.")
        )
        try folder.write(document.bytes, to: "round/papers/cabinet.docx")
        try folder.write("classification: Unrestricted\n  - : [\n", to: "round/papers/cabinet.yaml")
        let problems = try check(folder.path + "/round", with: Repository.program).diagnostics
        #expect(
            problems.contains {
                $0.location?.file == "papers/cabinet.docx" || $0.location?.file == "papers/cabinet.yaml"
            }
        )
        #expect(!problems.contains { "\($0.message) \($0.excerpt ?? "") \($0.hint ?? "")".contains("Ashdown") })
    }

    @Test func `a document of a paper whose ending has capitals is told, and not taken for a paper`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        let document = WordDocumentBuilder(WordDocumentBuilder.paragraph("Words."))
        try folder.write(document.bytes, to: "round/papers/plan.DOCX")
        let problems = try check(folder.path + "/round", with: Repository.program).diagnostics
        #expect(problems.map(\.message) == ["the file is not read"])
        #expect(problems.first?.hint?.contains("`plan.docx`") == true)
    }
}
