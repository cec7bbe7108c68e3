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

    // MARK: - As Cairo 1.18 writes it

    /// The same page, with its objects in an object stream.
    private static let handmade = HandmadePDF(objects: [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 9 9 ] /Contents 4 0 R /Resources 6 0 R >>",
        "<< /Length 5 0 R >>\nstream\nq Q\nendstream", "3", "<< /Font << >> >>",
    ])

    private static func deflate(_ bytes: [UInt8]) throws -> (data: [UInt8], filter: String) {
        var data = PDFBytes()
        data.append(bytes)
        return (try Deflater().compressed(binary: data), "/Filter /FlateDecode")
    }

    @Test(arguments: [true, false])
    func `objects in object streams are found by the cross-reference stream`(isCompressed: Bool) throws {
        let bytes =
            try isCompressed
            ? Self.handmade.compressedBytes(compress: Self.deflate) : Self.handmade.compressedBytes()
        let read = try CairoFile(bytes)
        let page = try #require(read.pages.first)
        #expect(read.pages.count == 1)
        #expect(String(decoding: read.bytes[page.mediaBox], as: UTF8.self) == "[ 0 0 9 9 ]")
        let data = try #require(try read.object(4).data)
        #expect(String(decoding: read.bytes[data], as: UTF8.self) == "q Q")
        let resources = try read.object(6)
        #expect(String(decoding: read.bytes[resources.value], as: UTF8.self) == "<< /Font << >> >>")
        #expect(resources.data == nil)
        // Nothing is at the number of no object.
        #expect(throws: ExportError("object 0 of Cairo's file is not as expected")) { try read.object(0) }
        #expect(read.objectCount == 9)
    }

    @Test func `a cross-reference stream or an object stream that is not as Cairo writes it is refused`() throws {
        let file = Self.handmade
        let references = "the cross-reference stream of Cairo's file is not as expected"
        let objects = "an object stream of Cairo's file is not as expected"
        let trailer = "the trailer of Cairo's file is not as expected"
        let damaged: [(bytes: [UInt8], refusal: String)] = try [
            (file.compressedBytes(widths: [1, 9, 2]), references),
            (file.compressedBytes(widths: [0, 4, 2]), references),
            (file.compressedBytes(widths: [2, 4, 2]), references),
            (file.compressedBytes(entries: "/Index [ 0 9 ]"), references),
            (file.compressedBytes(entries: "/DecodeParms << /Predictor 12 >>"), references),
            (file.compressedBytes(entries: "/Filter /LZWDecode"), "a filter of Cairo's file is not as expected"),
            (file.compressedBytes(entries: "/Filter /FlateDecode"), "a stream of Cairo's file cannot be decompressed"),
            (file.compressedBytes(entries: "/Prev 9"), trailer),
            (file.compressedBytes(entries: "/Encrypt 4 0 R"), trailer),
            (file.compressedBytes().replacing("/Type /XRef", with: "/Type /Page"), references),
            (file.compressedBytes().replacing("/Size 9", with: "/Size 8"), references),
            (
                file.compressedBytes().replacing("/Root 1 0 R", with: "/Root 0 0 R"),
                "object 0 of Cairo's file is not as expected"
            ),
            (file.compressedBytes(count: 4), objects), (file.compressedBytes(count: 99), objects),
            (file.compressedBytes(streamEntries: "/Filter /LZWDecode"), "a filter of Cairo's file is not as expected"),
            (file.compressedBytes().replacing("/N 5", with: "/M 5"), objects),
            (file.compressedBytes().replacing("/First", with: "/Fifth"), objects),
            // The object stream names another object than the cross-references do.
            (file.compressedBytes().replacing("\n6 0 5 ", with: "\n7 0 5 "), objects),
        ]
        for (index, file) in damaged.enumerated() {
            #expect(throws: ExportError(file.refusal), "file \(index)") { try CairoFile(file.bytes) }
        }
    }

    @Test func `a damaged file of Cairo 1.18 is never more than refused`() throws {
        let bytes = try Self.handmade.compressedBytes(compress: Self.deflate)
        let plain = try Self.handmade.compressedBytes()
        var random = SeededGenerator(seed: 5)
        var refused = 0
        for number in 0..<4000 {
            var damaged = number.isMultiple(of: 2) ? bytes : plain
            for _ in 0..<2 {
                damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do {
                let read = try CairoFile(damaged)
                for object in 0..<read.objectCount { _ = try read.object(object) }
            } catch {
                refused += 1
            }
        }
        #expect(refused > 1000)
    }

    // MARK: - What is refused

    @Test func `a file that is not as Cairo writes it is refused`() {
        let box = "/MediaBox [ 0 0 9 9 ]"
        let damaged: [(bytes: [UInt8], refusal: String)] = [
            ([], "the beginning of Cairo's file is not as expected"),
            (Array("not a PDF".utf8), "the beginning of Cairo's file is not as expected"),
            (file(header: "%!PS"), "the beginning of Cairo's file is not as expected"),
            (Array("%PDF-1.5".utf8), "the end of Cairo's file is not as expected"),
            (
                Array("%PDF-1.5\nstartxref\n9999999\n%%EOF".utf8),
                "what stands at byte 9999999 of Cairo's file is not known"
            ),
            (Array("%PDF-1.5\nstartxref\n0\n%%EOF".utf8), "what stands at byte 9 of Cairo's file is not known"),
            (Array(file().dropLast(40)), "the end of Cairo's file is not as expected"),
            (
                file().replacing("xref\n0", with: "xref\n1"),
                "the cross-reference table of Cairo's file is not as expected"
            ), (file().replacing("0 6\n", with: "0 7\n"), "what stands at byte 429 of Cairo's file is not known"),
            (
                file().replacing("0 6\n", with: "0 99999999\n"),
                "the cross-reference table of Cairo's file is not as expected"
            ), (file().replacing("2 0 obj", with: "7 0 obj"), "object 2 of Cairo's file is not as expected"),
            (file(trailer: "<< /Size 6 /Root 1 0 R /Prev 9 >>"), "the trailer of Cairo's file is not as expected"),
            (file(trailer: "<< /Size 6 /Root 1 0 R /XRefStm 9 >>"), "the trailer of Cairo's file is not as expected"),
            (
                file(trailer: "<< /Size 6 /Root 1 0 R /Encrypt 4 0 R >>"),
                "the trailer of Cairo's file is not as expected"
            ), (file(trailer: "<< /Size 6 >>"), "the trailer of Cairo's file is not as expected"),
            (file(trailer: "<< /Size 6 /Root 9 0 R >>"), "object 9 of Cairo's file is not as expected"),
            (file(catalogue: "<< /Pages 1 >>"), "the catalogue of Cairo's file is not as expected"),
            (file(catalogue: "[ 1 ]"), "what stands at byte 17 of Cairo's file is not known"),
            (file(pages: "<< /Kids [ 3 0 R ] /Count 2 >>"), "the page tree of Cairo's file is not as expected"),
            (file(pages: "<< /Count 1 >>"), "the page tree of Cairo's file is not as expected"),
            (file(pages: "<< /Kids [ 2 0 R ] /Count 1 >>"), "the page tree of Cairo's file is not as expected"),
            (file(page: "<< /Contents 4 0 R >>"), "page 1 of Cairo's file is not as expected"),
            (
                file(page: "<< /Type /Page \(box) /Contents 4 0 R /Resources << >> /Rotate 90 >>"),
                "`Rotate` of a page of Cairo's is not known"
            ),
            (
                file(page: "<< \(box) /Contents [ 4 0 R ] /Resources << >> >>"),
                "page 1 of Cairo's file is not as expected"
            ),
        ]
        for (index, file) in damaged.enumerated() {
            #expect(throws: ExportError(file.refusal), "file \(index)") { try CairoFile(file.bytes) }
        }
    }

    @Test func `a stream whose length is wrong is refused`() throws {
        for (length, refusal) in [
            ("2", "what stands at byte 261 of Cairo's file is not known"),
            ("4", "what stands at byte 263 of Cairo's file is not known"),
            ("99999", "a stream's length of Cairo's file is not as expected"),
            ("x", "what stands at byte 288 of Cairo's file is not known"),
            ("-3", "what stands at byte 288 of Cairo's file is not known"),
            ("3 4", "what stands at byte 290 of Cairo's file is not known"),
        ] {
            let read = try CairoFile(file(length: length))
            #expect(throws: ExportError(refusal), "\(length)") { try read.object(4) }
        }
        for (contents, refusal) in [
            ("<< /Length 3 >>\nstream\nq Q\nendobj", "what stands at byte 259 of Cairo's file is not known"),
            ("<< /Length 3 >>\nstream", "what stands at byte 258 of Cairo's file is not known"),
            ("<< >>\nstream\nq Q\nendstream", "a stream's length of Cairo's file is not as expected"),
        ] {
            let read = try CairoFile(file(contents: contents))
            #expect(throws: ExportError(refusal), "\(contents)") { try read.object(4) }
        }
    }

    @Test func `nesting without end is refused`() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: ExportError("what stands at byte 50 of Cairo's file is not known")) {
            try CairoFile(file(catalogue: deep))
        }
    }

    @Test func `a page tree that holds the same pages over and over is refused`() {
        let levels = (0..<7).map { level in
            let kids = String(repeating: "\(level + 3) 0 R ", count: 100)
            return "<< /Type /Pages /Kids [ \(kids)] /Count 100000000000000 >>"
        }
        let page = "<< /Type /Page /MediaBox [ 0 0 9 9 ] /Contents 10 0 R /Resources << >> >>"
        let objects = ["<< /Type /Catalog /Pages 2 0 R >>"] + levels + [page, "<< /Length 0 >>\nstream\n\nendstream"]
        #expect(throws: ExportError("the page tree of Cairo's file is not as expected")) {
            try CairoFile(HandmadePDF(objects: objects).bytes)
        }
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
        replacing(Array(old.utf8), with: Array(new.utf8), maxReplacements: 1)
    }
}
