// SPDX-License-Identifier: Apache-2.0

import CDeflate
import PDFExport
import TestSupport

/// Changes to a PDF file as Cairo painted it, which the finishing pass refuses or finishes.
///
/// The first byte chooses between changes to the bytes of the file, and the instructions of a page, which are put into a file that is good
/// otherwise.
struct FinishingFuzzing {
    let session: FuzzSession

    func run(_ bytes: [UInt8]) throws {
        let (isContent, rest) = bytes.choosing(among: [false, true])
        var painting = try session.painting()
        let good = painting.file
        painting.file = isContent ? Self.replacingContent(of: good, with: rest) : Self.changed(good, by: rest)
        let first = Result { try finish(painting) }
        let second = Result { try finish(painting) }
        switch (first, second) {
        case (.success(let first), .success(let second)):
            try require(first == second, "the same file is finished otherwise")
        case (.failure(let first), .failure(let second)):
            try require("\(first)" == "\(second)", "the same file is refused otherwise")
        default: throw BrokenInvariant(description: "the same file is finished and refused")
        }
    }

    /// A file with some stretches replaced. A change is two bytes for its place, one for how much is left out, one for how much is put in, and
    /// what is put in.
    private static func changed(_ file: [UInt8], by changes: [UInt8]) -> [UInt8] {
        var file = file
        var rest = changes[...]
        while rest.count >= 4 {
            let place =
                (Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])) * max(1, file.count >> 16 + 1)
            let start = place % (file.count + 1)
            let end = min(file.count, start + Int(rest[rest.startIndex + 2] & 31))
            let count = Int(rest[rest.startIndex + 3] & 63)
            rest = rest.dropFirst(4)
            file.replaceSubrange(start..<end, with: rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        return file
    }

    // MARK: - Content of pages

    /// The streams of a file that can be decompressed, with the numbers of their objects.
    private static func streams(of file: [UInt8]) -> [(object: Int, content: [UInt8])] {
        let (opening, closing) = (Array("stream\n".utf8), Array("\nendstream".utf8))
        var streams: [(object: Int, content: [UInt8])] = []
        var position = 0
        while let start = file[position...].firstRange(of: opening)?.upperBound,
            let end = file[start...].firstRange(of: closing)
        {
            let header = Array(file[position..<start])
            if let content = inflated(Array(file[start..<end.lowerBound])), let word = header.lastRange(of: " 0 obj") {
                let digits = header[..<word.lowerBound].reversed().prefix(while: \.isASCIIDigit).reversed()
                streams.append((Int(String(decoding: digits, as: UTF8.self)) ?? 0, content))
            }
            position = end.upperBound
        }
        return streams
    }

    /// The contents of pages among the streams: those with brackets, and the page of all glyphs.
    private static func contents(of file: [UInt8]) -> [(object: Int, content: [UInt8])] {
        streams(of: file).filter { $0.content.text.contains("BT") && $0.content.text.contains(" Tf") }
    }

    /// The file with another content of its second page. It is a new object before the table of objects, and its entry in the table leads there:
    /// no other object moves.
    private static func replacingContent(of file: [UInt8], with content: [UInt8]) -> [UInt8] {
        let pages = contents(of: file)
        guard pages.count > 1, let table = file.lastRange(of: "\nxref\n"), let end = file.lastRange(of: "startxref\n"),
            let entries = file[table.upperBound...].firstIndex(of: UInt8(ascii: "\n"))
        else { return file }
        let (number, data) = (pages[1].object, deflated(content))
        let place = table.lowerBound + 1
        let object =
            Array("\(number) 0 obj\n<< /Length \(data.count) /Filter /FlateDecode >>\nstream\n".utf8) + data
            + Array("\nendstream\nendobj\n".utf8)
        let offset = String(place)
        var entry = Array(file[place..<end.upperBound])
        // An entry has twenty bytes, of which ten are digits.
        let start = entries + 1 + 20 * number - place
        entry.replaceSubrange(
            start..<start + 10,
            with: (String(repeating: "0", count: 10 - offset.count) + offset).utf8
        )
        return Array(file[..<place]) + object + entry + Array("\(place + object.count)\n%%EOF\n".utf8)
    }

    private static func inflated(_ bytes: [UInt8]) -> [UInt8]? {
        guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
        defer { libdeflate_free_decompressor(decompressor) }
        var room = [UInt8](repeating: 0, count: 1 << 20)
        var count = 0
        let result = libdeflate_zlib_decompress(decompressor, bytes, bytes.count, &room, room.count, &count)
        return result == LIBDEFLATE_SUCCESS ? Array(room[..<count]) : nil
    }

    private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        guard let compressor = libdeflate_alloc_compressor(1) else { return [] }
        defer { libdeflate_free_compressor(compressor) }
        var room = [UInt8](repeating: 0, count: libdeflate_zlib_compress_bound(compressor, bytes.count))
        let count = libdeflate_zlib_compress(compressor, bytes, bytes.count, &room, room.count)
        return Array(room[..<count])
    }

    /// The contents of the painted pages, and some changes.
    ///
    /// - Throws: a ``BrokenInvariant`` where the second page, put in as it is, is not finished: nothing else would be then.
    func seeds() throws -> [[UInt8]] {
        var painting = try session.painting()
        let file = painting.file
        let contents = Self.contents(of: file)
        painting.file = Self.replacingContent(of: file, with: contents.count > 1 ? contents[1].content : [])
        do {
            _ = try finish(painting)
        } catch {
            throw BrokenInvariant(description: "a page that is replaced by itself is refused: \(error)")
        }
        var seeds = contents.map { [1] + $0.content }
        for (index, word) in ["/Kids", "/Contents", "startxref", "/Length", "/Filter", "/Resources", " 0 R"]
            .enumerated()
        {
            guard let place = file.lastRange(of: word)?.lowerBound else { continue }
            let place16 = place / max(1, file.count >> 16 + 1)
            seeds.append([0, UInt8(place16 >> 8 & 255), UInt8(place16 & 255), UInt8(index), 4] + Array("99 0".utf8))
        }
        return seeds
    }
}

extension [UInt8] {
    fileprivate func lastRange(of text: String) -> Range<Int>? {
        let wanted = Array(text.utf8)
        guard count >= wanted.count else { return nil }
        return (0...(count - wanted.count)).last { self[$0..<$0 + wanted.count].elementsEqual(wanted) }
            .map { $0..<$0 + wanted.count }
    }
}

extension UInt8 {
    fileprivate var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
