// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import PaperTree
import Publishing
import TestSupport
import Testing

/// The sample, with texts that come as Word documents.
struct DocumentSampleTests {
    private func expectSame(_ folder: TemporaryFolder, _ change: () throws -> Void) throws {
        let plain = try WorkspaceTrees(of: folder.path + "/round")
        try change()
        let made = try WorkspaceTrees(of: folder.path + "/round")
        #expect(made.problems == plain.problems)
        made.expectSameTrees(as: plain)
    }

    @Test(arguments: ["communities", "adult-social-services", "environment-highways-waste"])
    func `the papers of a return are the same with a statement from Word as from Markdown`(directorate: String) throws {
        let folder = try TemporaryFolder(copying: Repository.sample, to: "round")
        let statement = "round/returns/\(directorate)/statement"
        try expectSame(folder) {
            let document = WordDocumentBuilder(
                WordDocumentBuilder.body(markdown: try folder.text(of: statement + ".md"))
            )
            try folder.write(document.bytes, to: statement + ".docx")
            try FileManager.default.removeItem(atPath: "\(folder.path)/\(statement).md")
        }
    }

    @Test func `a paper is the same with its body from Word and its header beside it`() throws {
        let folder = try TemporaryFolder(copying: Repository.sample, to: "round")
        let paper = "round/papers/annual-report-2009-09"
        try expectSame(folder) {
            let text = try folder.text(of: paper + ".md")
            let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
            let document = WordDocumentBuilder(WordDocumentBuilder.body(markdown: String(parts[2])))
            try folder.write(document.bytes, to: paper + ".docx")
            try folder.write(Array(parts[1].utf8), to: paper + ".yaml")
            try FileManager.default.removeItem(atPath: "\(folder.path)/\(paper).md")
        }
    }
}
