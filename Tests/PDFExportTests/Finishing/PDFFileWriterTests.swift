// SPDX-License-Identifier: Apache-2.0

import Geometry
import Testing

@testable import PDFExport

struct PDFFileWriterTests {
    private func written(_ write: (inout PDFBytes) -> Void) -> String {
        var bytes = PDFBytes()
        write(&bytes)
        return String(decoding: bytes.bytes, as: UTF8.self)
    }

    @Test func `numbers, lengths and references`() {
        #expect(
            written { bytes in for number in [0, 7, 10, 1_234_567, -5] { bytes.append(number); bytes.append(" ") } }
                == "0 7 10 1234567 -5 "
        )
        #expect(written { $0.append(reference: 12) } == " 12 0 R")
        for (points, text) in [(12.5, "12.500"), (3, "3"), (-0.25, "-0.250"), (0.0004, "0"), (841.89, "841.890")] {
            #expect(written { $0.append(Length(points: points)) } == text)
        }
    }

    @Test func `text that is not ASCII is UTF-16`() {
        #expect(written { $0.append(text: "a (b) \\") } == "(a \\(b\\) \\\\)")
        #expect(written { $0.append(text: "£1 – 𝒳") } == "<FEFF00A300310020201300 20D835DCB3>".filter { $0 != " " })
        #expect(written { $0.append(string: [0x61, 0x0A, 0xFF]) } == "(a\\012\\377)")
    }

    @Test func `what is compressed comes back`() throws {
        let text = String(repeating: "Cabinet Members are asked to note the report. ", count: 4000)
        let deflater = try Deflater()
        let inflater = try Inflater()
        var data = PDFBytes()
        data.append(text.utf8)
        let deflated = try deflater.compressed(binary: data)
        #expect(deflated.count < text.utf8.count / 50)
        let inflated = try deflated.lend { bytes throws(ExportError) in Array(try inflater.inflated(bytes)) }
        #expect(inflated == Array(text.utf8))
        #expect(throws: ExportError("a stream of Cairo's file cannot be decompressed")) {
            try Array(deflated.dropLast(9)).lend { bytes throws(ExportError) in _ = try inflater.inflated(bytes) }
        }
    }

    /// A checker may take a carriage return at a stream's end for a part of the end of line.
    @Test func `no compressed syntax ends with a carriage return, and only white space is added`() throws {
        let deflater = try Deflater()
        let inflater = try Inflater()
        var longer = 0
        for number in 10_000..<12_000 {
            var data = PDFBytes()
            data.append(number)
            let compressed = try deflater.compressed(syntax: data)
            #expect(compressed.last != 0x0D)
            let read = try compressed.lend { bytes throws(ExportError) in Array(try inflater.inflated(bytes)) }
            #expect(read.starts(with: data.bytes) && read.dropFirst(data.count).allSatisfy { $0 == 0x20 })
            longer += read.count - data.count
        }
        #expect(longer > 0)
    }

    @Test func `binary bytes come back to the last one, whatever their stream ends with`() throws {
        let deflater = try Deflater()
        let inflater = try Inflater()
        var endings = 0
        for number in 10_000..<12_000 {
            var data = PDFBytes()
            data.append(number)
            let compressed = try deflater.compressed(binary: data)
            let read = try compressed.lend { bytes throws(ExportError) in Array(try inflater.inflated(bytes)) }
            #expect(read == data.bytes)
            endings += compressed.last == 0x0D ? 1 : 0
        }
        #expect(endings > 0)
    }

    /// The table of about one file in 256 ends, compressed, with a carriage return.
    @Test func `a cross-reference stream has seven bytes for each object, also where it ends with a carriage return`()
        throws
    {
        let inflater = try Inflater()
        var endings = 0
        for size in 0..<1200 {
            var writer = try PDFFileWriter(capacity: 0)
            let number = writer.reserve()
            try writer.write(number, compressed: Array(repeating: 0x30, count: size))
            try writer.write(writer.reserve()) { $0.append("<<>>") }
            let file = try writer.finish(catalogue: number, information: number)
            let text = String(decoding: file, as: Unicode.ASCII.self)
            let head = try #require(
                text.firstMatch(of: /\/Type\/XRef\/Size (\d+)[^>]*>>.*?\/Length (\d+)>>\nstream\n/.dotMatchesNewlines())
            )
            let start = text.unicodeScalars.distance(from: text.startIndex, to: head.range.upperBound)
            let length = try #require(Int(head.2))
            let objects = try #require(Int(head.1))
            let stream = Array(file[start..<start + length])
            let table = try stream.lend { bytes throws(ExportError) in Array(try inflater.inflated(bytes)) }
            // A byte before each names the predictor.
            #expect(table.count == objects * 8)
            let isReturn = stream.last == 0x0D
            endings += isReturn ? 1 : 0
            #expect(file[(start + length)...].starts(with: Array("\(isReturn ? "\r" : "")\nendstream\n".utf8)))
        }
        #expect(endings > 0)
    }

    @Test func `a stream that is taken over as it is and ends with a carriage return keeps it`() throws {
        var writer = try PDFFileWriter(capacity: 0)
        let number = writer.reserve()
        try Array("abc\r".utf8).lend { bytes throws(ExportError) in
            try writer.write(number, stream: bytes) { $0.append("/N 3") }
        }
        let file = try writer.finish(catalogue: number, information: number)
        #expect(file.starts(with: Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3]))
        let text = String(decoding: file, as: Unicode.ASCII.self)
        #expect(text.contains("1 0 obj\n<</N 3/Length 4>>\nstream\nabc\r\r\nendstream\nendobj\n"))
    }
}
