// SPDX-License-Identifier: Apache-2.0

/// Adds to Cairo's file what Cairo cannot say: the language, and that a window shows the title.
///
/// The file is read by its cross-reference table, and anything that is not as Cairo 1.16 writes it is refused. The
/// catalogue is written anew in an incremental update (ISO 32000-1, 7.5.6), so every other byte stays.
struct PDFFinisher {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func finished(language: String) throws(ExportError) -> [UInt8] {
        let table = try number(after: "startxref\n", from: max(0, bytes.count - 64))
        guard let trailer = range(of: "trailer\n", from: table) else { throw unknown("the trailer") }
        let size = try number(after: "/Size ", from: trailer.upperBound)
        let root = try number(after: "/Root ", from: trailer.upperBound)
        let info = try number(after: "/Info ", from: trailer.upperBound)
        let catalogue = try object(root, in: table, size: size)
        guard let end = catalogue.lastRange(of: ">>") else { throw unknown("the catalogue") }

        var file = bytes
        let start = file.count
        var object = "\(root) 0 obj\n"
        object += catalogue[..<end.lowerBound]
        object += "   /Lang (\(language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }))\n"
        object += "   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n"
        file += Array(object.utf8)
        let newTable = file.count
        let offset = String(start)
        let padded = String(repeating: "0", count: max(0, 10 - offset.count)) + offset
        file += Array(
            """
            xref
            \(root) 1
            \(padded) 00000 n\u{20}
            trailer
            << /Size \(size)
               /Root \(root) 0 R
               /Info \(info) 0 R
               /Prev \(table)
            >>
            startxref
            \(newTable)
            %%EOF

            """.utf8
        )
        return file
    }

    private func unknown(_ what: String) -> ExportError { ExportError("\(what) of Cairo's file is not as expected") }

    /// The text of an object's dictionary, found by the cross-reference table.
    private func object(_ number: Int, in table: Int, size: Int) throws(ExportError) -> String {
        let head = "xref\n0 \(size)\n"
        guard starts(with: head, at: table), number < size else { throw unknown("the cross-reference table") }
        let entry = table + head.utf8.count + 20 * number
        guard entry + 20 <= bytes.count, let offset = Int(String(decoding: bytes[entry..<entry + 10], as: UTF8.self)),
            starts(with: "\(number) 0 obj\n<<", at: offset), let end = range(of: "endobj", from: offset)
        else { throw unknown("object \(number)") }
        let opening = "\(number) 0 obj\n".utf8.count
        return String(decoding: bytes[offset + opening..<end.lowerBound], as: UTF8.self)
    }

    private func number(after key: StaticString, from start: Int) throws(ExportError) -> Int {
        guard let key = range(of: "\(key)", from: start) else { throw unknown("`\(key)`") }
        let digits = bytes[key.upperBound...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let number = Int(String(decoding: digits, as: UTF8.self)) else { throw unknown("a number") }
        return number
    }

    private func starts(with text: String, at offset: Int) -> Bool {
        offset >= 0 && offset < bytes.count && bytes[offset...].starts(with: text.utf8)
    }

    private func range(of text: String, from start: Int) -> Range<Int>? {
        let wanted = Array(text.utf8)
        guard start >= 0, start <= bytes.count - wanted.count else { return nil }
        for index in start...(bytes.count - wanted.count) where bytes[index] == wanted[0] {
            if bytes[index..<index + wanted.count].elementsEqual(wanted) { return index..<index + wanted.count }
        }
        return nil
    }
}

extension String {
    /// Where a text last stands.
    fileprivate func lastRange(of text: String) -> Range<Index>? { ranges(of: text).last }
}
