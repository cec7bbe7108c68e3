// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Glibc
import Monitoring
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats

/// Damaged documents: each ends in a reading or in a problem, in bounded time and memory.
struct DocumentMutationTests {
    /// Three hundred, or as many as `CLEARDAYS_MUTATIONS` says.
    private static let count = ProcessInfo.processInfo.environment["CLEARDAYS_MUTATIONS"].flatMap { Int($0) } ?? 300

    private static let whole: WordDocumentBuilder = {
        typealias Word = WordDocumentBuilder
        var document = Word(
            Word.paragraph("Progress {#progress}", style: "Heading1")
                + Word.paragraph(
                    runs: Word.run("In {{ ") + Word.run("round.title", "<w:b/>") + Word.run(" }} we met ")
                        + "<w:hyperlink r:id=\"rId7\">" + Word.run("them") + "</w:hyperlink>"
                        + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
                ) + Word.item("one", list: 1) + Word.item("inner", list: 1, level: 1) + Word.item("two", list: 2)
                + Word.paragraph("[!EXEMPT 3] The bid.", style: "Exempt") + Word.paragraph("Said.", style: "Quote")
                + Word.table([["A", "B"], ["x", "1"], ["y", "2"]])
                + Word.paragraph(
                    runs:
                        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"https://a.uk\"</w:instrText></w:r>"
                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + Word.run("x")
                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                ) + Word.paragraph(runs: Word.picture("rId8", alternativeText: "The weir"))
        )
        document.footnotes = "<w:footnote w:id=\"2\">\(Word.paragraph("To March."))</w:footnote>"
        document.comments = "<w:comment w:id=\"1\">\(Word.paragraph("x"))</w:comment>"
        document.foot = Word.paragraph("Page 1")
        document.links = [("rId7", "https://a.uk/x")]
        document.pictures = [("rId8", "image1.png", Array("no picture".utf8))]
        return document
    }()

    private func read(_ bytes: [UInt8]) -> Reading<String> {
        Reading { findings in
            let result = DocumentReader(findings: findings).read(bytes, file: "a.docx")
            return result.prose.dump + result.notes.map(\.text.dump).joined() + "\(result.outline?.blocks.count ?? -1)"
        }
    }

    @Test func `a damaged document is read, or its problem is reported`() {
        var random = SeededGenerator(seed: 17)
        let before = Self.peakMemory
        let damage = PackageDamage(bytes: Self.whole.bytes, parts: Self.whole.files)
        var refused = 0
        for number in 0..<Self.count {
            let bytes = damage.damaged(&random)
            let reading = read(bytes)
            if reading.value == "-1" {
                refused += 1
                #expect(!reading.diagnostics.isEmpty, "mutation \(number) is refused without a reason")
            }
            let other = read(bytes)
            #expect(reading.value == other.value, "mutation \(number) is read in two ways")
            #expect(reading.lines == other.lines, "mutation \(number) is reported in two ways")
        }
        #expect(refused > Self.count / 10)
        #expect(refused < Self.count)
        if Self.isAlone { #expect(Self.peakMemory - before < 512 << 10) }
    }

    /// Whether time and memory are asserted: only where no other tests run in the same process.
    private static let isAlone = ProcessInfo.processInfo.environment["CLEARDAYS_MEASURED"] != nil

    /// The most memory that the process has had, in kilobytes.
    private static var peakMemory: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }

    // MARK: - Bombs

    private static func many(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    /// Bodies that ask for much work, by their names.
    private static let bombs: [String: String] = {
        typealias Word = WordDocumentBuilder
        var bombs: [String: String] = [:]
        bombs["paragraphs"] = many(200_000, "<w:p/>")
        let runs: String = Word.run("x") + Word.run("y", "<w:b/>")
        bombs["runs"] = Word.paragraph(runs: many(40_000, runs))
        bombs["line breaks"] = Word.paragraph(runs: "<w:r>" + many(300_000, "<w:br/>") + "<w:t>x</w:t></w:r>")
        bombs["a long text"] = Word.paragraph(many(400_000, "word "))
        bombs["braces"] = Word.paragraph(many(200_000, "{{é"))
        bombs["depth"] = many(40_000, "<w:sdt>")
        bombs["tables in tables"] = many(60, "<w:tbl><w:tr><w:tc>") + many(60, "</w:tc></w:tr></w:tbl>")
        bombs["cells"] = "<w:tbl>" + many(4_000, "<w:tr>" + many(50, "<w:tc><w:p/></w:tc>") + "</w:tr>") + "</w:tbl>"
        let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
        bombs["fields"] = Word.paragraph(runs: many(100_000, field))
        bombs["notes"] = Word.paragraph(runs: many(50_000, "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"))
        bombs["items"] = many(20_000, Word.item("x", list: 2, level: 8))
        let spaces: String = Word.run(" ") + Word.run(" ", "<w:b/>")
        bombs["spaces"] = Word.paragraph(runs: many(40_000, spaces) + Word.run("x"))
        bombs["changes"] = Word.paragraph(runs: many(100_000, "<w:ins w:id=\"1\">" + Word.run("x") + "</w:ins>"))
        return bombs
    }()

    @Test(arguments: bombs.keys.sorted())
    func `a document that asks for much work is done with soon`(name: String) throws {
        var document = Self.whole
        document.body = try #require(Self.bombs[name])
        let clock = ContinuousClock()
        let before = Self.peakMemory
        let bytes = document.bytes
        let time = clock.measure { _ = read(bytes) }
        guard Self.isAlone else { return }
        #expect(time < .seconds(20), "\(time)")
        #expect(Self.peakMemory - before < 512 << 10)
    }
}
