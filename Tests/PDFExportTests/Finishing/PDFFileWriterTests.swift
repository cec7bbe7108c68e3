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
        let deflated = try deflater.stream(of: data)
        #expect(deflated.count < text.utf8.count / 50)
        let inflated = try deflated.lend { bytes throws(ExportError) in Array(try inflater.inflated(bytes)) }
        #expect(inflated == Array(text.utf8))
        #expect(throws: ExportError.self) {
            try Array(deflated.dropLast(9)).lend { bytes throws(ExportError) in _ = try inflater.inflated(bytes) }
        }
    }

    /// A checker may take a carriage return at a stream's end for a part of the end of line.
    @Test func `no compressed stream ends with a carriage return`() throws {
        var writer = try PDFFileWriter(capacity: 0)
        for number in 0..<2000 {
            var data = PDFBytes()
            data.append(number)
            try writer.write(writer.reserve(), compressing: data)
        }
        let number = writer.reserve()
        try writer.write(number) { $0.append("<<>>") }
        let file = try writer.finish(catalogue: number, information: number)
        let ending = Array("\r\nendstream".utf8)
        #expect(file.count > 100_000)
        #expect(file.indices.dropLast(ending.count).allSatisfy { !file[$0...].starts(with: ending) })
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
