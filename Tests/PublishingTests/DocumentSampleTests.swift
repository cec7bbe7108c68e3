// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import PaperTree
import Publishing
import TestSupport
import Testing

/// The sample, with texts that come as Word documents.
struct DocumentSampleTests {
    private func trees(_ folder: TemporaryFolder) throws -> (trees: [String: String], problems: [String]) {
        let publication = try publish(
            PublicationRequest(workspace: folder.path + "/round", format: .tree),
            with: Repository.program
        )
        let trees = publication.files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
        return (Dictionary(uniqueKeysWithValues: trees), publication.diagnostics.map(\.line))
    }

    private func expectSame(_ folder: TemporaryFolder, _ change: () throws -> Void) throws {
        let plain = try trees(folder)
        try change()
        let made = try trees(folder)
        #expect(made.problems == plain.problems)
        #expect(made.trees.count >= 2)
        #expect(made.trees.keys.sorted() == plain.trees.keys.sorted())
        for (name, tree) in plain.trees {
            let lines = tree.split(separator: "\n")
            let others = (made.trees[name] ?? "").split(separator: "\n")
            #expect(lines.count == others.count, "\(name)")
            for (line, other) in zip(lines, others) where line != other { #expect(line == other, "\(name)") }
        }
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
