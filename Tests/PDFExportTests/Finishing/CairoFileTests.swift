// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport
import Testing

@testable import PDFExport

struct CairoFileTests {
    /// A file of one page, with places to damage it.
    private func file(
        header: String = "%PDF-1.5",
        catalogue: String = "<< /Type /Catalog /Pages 2 0 R >>",
        pages: String = "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
        page: String = "<< /Type /Page % 1\n /Parent 2 0 R /MediaBox [ 0 0 9 9 ] /Contents 4 0 R /Resources << >> >>",
        contents: String = "<< /Length 5 0 R >>\nstream\nq Q\nendstream",
        length: String = "   3",
        trailer: String = "<< /Size 6 /Root 1 0 R /Info 1 0 R >>"
    ) -> [UInt8] {
        HandmadePDF(header: header, objects: [catalogue, pages, page, contents, length], trailer: trailer).bytes
    }

    @Test func `a page is found by the cross-reference table`() throws {
        let read = try CairoFile(file())
        #expect(read.pages.count == 1)
        let page = try #require(read.pages.first)
        #expect(String(decoding: read.bytes[page.mediaBox], as: UTF8.self) == "[ 0 0 9 9 ]")
        #expect(page.contents == 4)
        let data = try #require(try read.object(4).data)
        #expect(String(decoding: read.bytes[data], as: UTF8.self) == "q Q")
    }

    @Test func `a file that is not as Cairo writes it is refused`() {
        let damaged = [
            [], Array("not a PDF".utf8), Array("startxref\n9999999\n%%EOF".utf8), Array("startxref\n0\n%%EOF".utf8),
            Array(file().dropLast(40)), file().replacing("xref\n0", with: "xref\n1"),
            file().replacing("0 6\n", with: "0 7\n"), file().replacing("0 6\n", with: "0 99999999\n"),
            file().replacing("2 0 obj", with: "7 0 obj"), file(header: "%!PS"),
            file(trailer: "<< /Size 6 /Root 1 0 R /Prev 9 >>"),
            file(trailer: "<< /Size 6 /Root 1 0 R /Encrypt 4 0 R >>"),
            file(trailer: "<< /Size 6 >>"), file(trailer: "<< /Size 6 /Root 9 0 R >>"),
            file(catalogue: "<< /Pages 1 >>"),
            file(catalogue: "[ 1 ]"), file(pages: "<< /Kids [ 3 0 R ] /Count 2 >>"), file(pages: "<< /Count 1 >>"),
            file(pages: "<< /Kids [ 2 0 R ] /Count 1 >>"), file(page: "<< /Contents 4 0 R >>"),
            file(
                page: "<< /Type /Page /MediaBox [ 0 0 9 9 ] /Contents 4 0 R /Resources << >> /Rotate 90 >>"
            ),
            file(page: "<< /MediaBox [ 0 0 9 9 ] /Contents [ 4 0 R ] /Resources << >> >>"),
        ]
        for (index, bytes) in damaged.enumerated() {
            #expect(throws: ExportError.self, "file \(index)") { try CairoFile(bytes) }
        }
    }

    @Test func `a stream whose length is wrong is refused`() throws {
        for length in ["2", "4", "99999", "x", "-3", "3 4"] {
            let read = try CairoFile(file(length: length))
            #expect(throws: ExportError.self, "\(length)") { try read.object(4) }
        }
        for contents in [
            "<< /Length 3 >>\nstream\nq Q\nendobj", "<< /Length 3 >>\nstream", "<< >>\nstream\nq Q\nendstream",
        ] {
            let read = try CairoFile(file(contents: contents))
            #expect(throws: ExportError.self, "\(contents)") { try read.object(4) }
        }
    }

    @Test func `nesting without end is refused`() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: ExportError.self) { try CairoFile(file(catalogue: deep)) }
    }

    /// No byte of a real file, changed, may end in a crash: it is read or refused.
    @Test func `a damaged file is never more than refused`() throws {
        var build = PaperBuilder()
        let exported = try ExportedPaper(build.paper([build.heading("One"), build.paragraph("Words.")]))
        var random = SeededGenerator(seed: 4)
        var refused = 0
        for _ in 0..<400 {
            var painted = exported.painted
            for _ in 0..<3 {
                let place = Int.random(in: painted.file.indices, using: &random)
                painted.file[place] = UInt8.random(in: 0...255, using: &random)
            }
            do {
                _ = try finish(painted)
            } catch {
                refused += 1
            }
        }
        #expect(refused > 0)
    }
}

extension [UInt8] {
    fileprivate func replacing(_ old: String, with new: String) -> [UInt8] {
        Array(String(decoding: self, as: UTF8.self).replacing(old, with: new, maxReplacements: 1).utf8)
    }
}
