// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import Publishing
import TestSupport
import Testing
import WorkspaceFiles

@testable import Intake

/// The good workspace with a statement and a paper in Word.
struct DocumentReturnTests {
    private typealias Word = WordDocumentBuilder

    private static let statement = "returns/communities/statement.docx"

    /// What is read of the good workspace with a document for its statement.
    private func read(_ document: Word, keepsMarkdown: Bool = false) throws -> WorkspaceContents {
        var files = GoodWorkspace.files.mapValues { Array($0.utf8) }
        if !keepsMarkdown { files["returns/communities/statement.md"] = nil }
        files[Self.statement] = document.bytes
        return try IntakeTests.read(bytes: files)
    }

    private func own(_ contents: WorkspaceContents) throws -> DirectorateReturn {
        try #require(contents.round?.returns.first { $0.directorate == "communities" })
    }

    @Test func `a document is the statement of a return`() throws {
        let contents = try read(Word(Word.paragraph("Progress", style: "Heading1") + Word.paragraph("Work goes on.")))
        #expect(try own(contents).statement.dump == "h1 Progress\np Work goes on.")
        #expect(contents.diagnostics.map(\.line) == [])
    }

    // MARK: - Waivers

    private func commented(_ comment: String, on words: String = "NI 75 at 51%.") -> Word {
        var document = Word(
            Word.paragraph("One.")
                + Word.paragraph(
                    runs: "<w:commentRangeStart w:id=\"1\"/>" + Word.run(words)
                        + "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>"
                )
        )
        document.comments = "<w:comment w:id=\"1\">\(Word.paragraph(comment))</w:comment>"
        return document
    }

    @Test(arguments: [
        "waive misspelt-name: So it is called", "Waive: misspelt-name: So it is called",
        "waive misspelt-name So it is called",
    ])
    func `a comment of Word waives a finding of the words that it is on`(comment: String) throws {
        let contents = try read(commented(comment))
        #expect(contents.diagnostics.map(\.line) == [])
        #expect(contents.waivers.map(\.rule) == [.misspeltName])
        #expect(contents.waivers.map(\.reach) == [.rows(2...2)])
        #expect(contents.waivers.map(\.reason) == ["So it is called"])
        #expect(contents.waivers.map { "\($0.location)" } == ["\(Self.statement), paragraph 2"])
    }

    @Test func `one on several paragraphs, or on a cell of a table, is for all of them`() throws {
        var document = commented("waive mixed-units: They are")
        document.body = document.body.replacing("<w:commentRangeStart w:id=\"1\"/>", with: "")
            .replacing(
                "<w:p><w:pPr></w:pPr><w:r><w:t xml:space=\"preserve\">One.",
                with: "<w:p><w:pPr></w:pPr><w:commentRangeStart w:id=\"1\"/><w:r><w:t xml:space=\"preserve\">One."
            )
        #expect(try read(document).waivers.map(\.reach) == [.rows(1...2)])
        let cell = Word.paragraph(runs: Word.run("x") + "<w:r><w:commentReference w:id=\"1\"/></w:r>")
        document.body = Word.paragraph("One.") + Word.table([["a", "b"], ["c", cell]])
        #expect(try read(document).waivers.map(\.reach) == [.rows(2...5)])
    }

    @Test(arguments: [
        ("waive misspelt-nmae: so", "warning \(statement), paragraph 2: `misspelt-nmae` is not a rule"),
        ("waive misspelt-name", "warning \(statement), paragraph 2: the waiver of `misspelt-name` has no reason"),
        (
            "waive: 3",
            "error \(statement), paragraph 2: this waives no rule, and may say that something is not for publication"
        ),
        ("Is this right?", "warning \(statement), paragraph 2: the text has a comment, which no paper prints"),
    ])
    func `one that waives nothing is told at its paragraph`(comment: String, line: String) throws {
        let contents = try read(commented(comment))
        #expect(contents.diagnostics.map(\.line) == [line])
        #expect(contents.waivers.isEmpty)
    }

    @Test func `the words of a waiver in Word are screened like others`() throws {
        let contents = try read(commented("waive misspelt-name: Exempt under paragraph 3"))
        #expect(contents.diagnostics.contains { $0.isExposure })
        #expect(contents.diagnostics.allSatisfy { !$0.message.contains("paragraph 3") && $0.excerpt == nil })
        #expect(contents.waivers.isEmpty)
    }

    @Test(arguments: ["Exempt - paragraph 3", "Confidential", "RESTRICTED"])
    func `so are the other paragraphs of its comment`(words: String) throws {
        var document = commented("waive misspelt-name: So it is called")
        document.comments = document.comments.replacing("</w:comment>", with: Word.paragraph(words) + "</w:comment>")
        #expect(try read(document).diagnostics.contains { $0.isExposure })
    }

    @Test(arguments: ["<!-- waive misspelt-name: so -->", "<!– waive misspelt-name: so –>"])
    func `a comment of Markdown is no text of a document`(words: String) throws {
        let contents = try read(Word(Word.paragraph("One.") + Word.paragraph(words)))
        #expect(
            contents.diagnostics.map(\.line) == [
                "error \(Self.statement), paragraph 2: a comment of Markdown stands here as text, and would be printed"
            ]
        )
        #expect(
            contents.diagnostics.map(\.hint) == [
                "delete it; to waive a finding, select the words that are right, choose Review, New Comment, and write `waive figure-differs: the reason`"
            ]
        )
    }

    // MARK: - Styles

    @Test func `the styles of Word itself say nothing of what is exempt`() throws {
        let names = [
            "ListParagraph", "Body Text", "No Spacing", "Public Notice", "Subtle Emphasis", "Private Use",
            "Normal (Web)",
            "Default Paragraph Font", "Table Paragraph", "Classified Ad",
        ]
        let contents = try read(Word(names.map { Word.paragraph("Words of \($0.lowercased()).", style: $0) }.joined()))
        #expect(contents.diagnostics.map(\.line) == [])
        let marked = try read(Word(Word.paragraph("Words.", style: "Confidential")))
        #expect(
            marked.diagnostics.map(\.line) == [
                "error \(Self.statement), paragraph 1: the style `…` may say that this is exempt, and it would be public"
            ]
        )
    }

    @Test func `footnotes are notes of the return`() throws {
        var document = Word(Word.paragraph(runs: Word.run("Figures") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"))
        document.footnotes = "<w:footnote w:id=\"2\">\(Word.paragraph("To March."))</w:footnote>"
        let contents = try read(document)
        let notes = try own(contents).notes
        #expect(notes.last?.name == "footnote 1")
        #expect(notes.last?.text.dump == "p To March.")
        #expect(contents.diagnostics.map(\.line) == [])
    }

    @Test func `two statements are an error, and the document is read`() throws {
        let contents = try read(Word(Word.paragraph("From Word.")), keepsMarkdown: true)
        #expect(try own(contents).statement.dump == "p From Word.")
        #expect(
            contents.diagnostics.map(\.line) == [
                "error \(Self.statement): there are two statements, and only the Word document is read"
            ]
        )
    }

    @Test func `an empty document is an empty statement`() throws {
        let contents = try read(Word(Word.paragraph("")))
        #expect(contents.diagnostics.map(\.line) == ["warning \(Self.statement): the statement is empty"])
    }

    @Test func `a picture in a document is read as one in the folder of pictures is`() throws {
        var document = Word(Word.paragraph(runs: Word.picture("rId5", alternativeText: "The weir")))
        document.pictures = [("rId5", "image1.png", Array("GIF89a".utf8))]
        #expect(
            try read(document).diagnostics.map(\.line).first?.hasPrefix(
                "error \(Self.statement), paragraph 1: `image1.png` is"
            ) == true
        )
    }

    @Test(arguments: [
        (
            "statement.doc",
            "error returns/communities/statement.doc: this is a Word 97–2003 document, which is not read"
        ),
        ("statement.rtf", "error returns/communities/statement.rtf: this is a rich text file (RTF), which is not read"),
        ("Words.docx", "warning returns/communities/Words.docx: the document is not read"),
        (
            "Statement v3 FINAL.docx",
            "warning returns/communities/Statement v3 FINAL.docx: the file is not read: it seems to be a copy of `statement.docx`"
        ),
    ])
    func `another document in the folder is reported`(name: String, line: String) throws {
        var files = GoodWorkspace.files.mapValues { Array($0.utf8) }
        files["returns/communities/" + name] = Array("x".utf8)
        #expect(try IntakeTests.read(bytes: files).diagnostics.map(\.line) == [line])
    }

    // MARK: - Papers

    private func paper(_ change: (inout [String: [UInt8]]) -> Void) throws -> WorkspaceContents {
        var files = GoodWorkspace.files.mapValues { Array($0.utf8) }
        let text = GoodWorkspace.paper
        let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
        files["papers/cabinet.md"] = nil
        files["papers/cabinet.yaml"] = Array(parts[1].utf8)
        files["papers/cabinet.docx"] = Word(Word.body(markdown: String(parts[2]))).bytes
        change(&files)
        return try IntakeTests.read(bytes: files)
    }

    @Test func `a document is the body of a paper, and a file beside it has the header`() throws {
        let contents = try paper { _ in }
        let plain = try IntakeTests.read(bytes: GoodWorkspace.files.mapValues { Array($0.utf8) })
        #expect(contents.diagnostics.map(\.line) == [])
        #expect(contents.round?.papers.map(\.body.dump) == plain.round?.papers.map(\.body.dump))
        #expect(contents.round?.papers.map(\.id) == plain.round?.papers.map(\.id))
    }

    @Test func `a paper in two formats, without a header or with a footnote is an error`() throws {
        let both = try paper { $0["papers/cabinet.md"] = Array(GoodWorkspace.paper.utf8) }.diagnostics.map(\.line)
        #expect(
            both == [
                "error papers/cabinet.md: the paper is here and in `cabinet.docx`, and only the Word document is read"
            ]
        )
        let headless = try paper { $0["papers/cabinet.yaml"] = nil }.diagnostics.map(\.line)
        #expect(headless == ["error papers/cabinet.docx: the paper has no header"])
        var document = Word(Word.paragraph(runs: Word.run("x") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"))
        document.footnotes = "<w:footnote w:id=\"2\">\(Word.paragraph("y"))</w:footnote>"
        let noted = try paper { $0["papers/cabinet.docx"] = document.bytes }.diagnostics.map(\.line)
        #expect(noted == ["error papers/cabinet.docx, paragraph 1: the note `footnote 1` stands in a paper"])
    }
}
