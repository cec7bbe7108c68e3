// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import TestSupport
import WorkspaceFiles

/// A Word document as prose, and as the statement of the starter.
///
/// An input that begins with `===` is a list of parts, which are put into a good zip file.
struct DocumentsFuzzing {
    let session: FuzzSession

    func run(_ bytes: [UInt8]) throws {
        let file = bytes.starts(with: "=== ".utf8) ? StoredZip.bytes(of: FileList.files(of: bytes)) : bytes
        let first = try read(file)
        try require(try read(file) == first, "the document is read in two ways")
        if bytes.fingerprint % 8 == 0 {
            var files = try session.starter()
            let folder = "returns/community-services/"
            files.remove(folder + "statement.md")
            files[folder + "statement.docx"] = .bytes(file)
            try WorkspaceRun(session: session).run(files)
        }
    }

    /// The prose and what is reported; each block is where a paragraph is, and behind the one before it.
    private func read(_ file: [UInt8]) throws -> [String] {
        let findings = DiagnosticCollector()
        let result = DocumentReader(findings: findings).read(file, file: "a.docx")
        guard let outline = result.outline else {
            try require(findings.count > 0, "a document is refused without a reason")
            return findings.report().map(\.line)
        }
        var last = 0
        for block in result.prose.blocks {
            let number = block.location.position.paragraph ?? 0
            try require(number >= last && number > 0, "a block is before the one before it")
            last = number
        }
        for block in outline.blocks {
            try require(outline.line(block.lines.lowerBound) != nil, "a block of the outline is in no paragraph")
        }
        return [result.prose.dump] + result.notes.map(\.text.dump) + findings.report().map(\.line)
    }

    static var seeds: [[UInt8]] {
        typealias Word = WordDocumentBuilder
        var document = Word(
            Word.paragraph("Progress", style: "Heading1")
                + Word.paragraph(
                    runs: Word.run("In {{ ") + Word.run("round.title", "<w:b/>") + Word.run(" }} we met")
                        + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
                ) + Word.item("one", list: 1) + Word.item("two", list: 2)
        )
        document.footnotes = "<w:footnote w:id=\"2\">\(Word.paragraph("To March."))</w:footnote>"
        var strict = Word(
            Word.paragraph("[!EXEMPT 3] The bid.", style: "Exempt") + Word.table([["A", "B"], ["x", "1"]])
                + Word.paragraph(runs: "<w:hyperlink r:id=\"rId7\">" + Word.run("them") + "</w:hyperlink>")
        )
        strict.isStrict = true
        strict.links = [("rId7", "https://a.uk/x")]
        return [document, strict].flatMap { document in
            [document.bytes, FileList.bytes(of: document.files.map { (path: $0.path, bytes: Array($0.text.utf8)) })]
        }
    }
}
