// SPDX-License-Identifier: Apache-2.0

/// Copies the objects that pages are drawn with (fonts, images, patterns) from Cairo's file, under new numbers.
struct ObjectImporter {
    private let file: CairoFile
    /// New numbers by old; zero for an object that is not imported.
    private var numbers: [Int]
    /// Objects that are imported and not yet written.
    private var waiting: [Int] = []

    init(of file: CairoFile) {
        self.file = file
        numbers = Array(repeating: 0, count: file.objectCount)
    }

    /// Copies a value, and imports what it refers to.
    mutating func copy(_ value: Range<Int>, to bytes: inout PDFBytes, in writer: inout PDFFileWriter)
        throws(ExportError)
    {
        var scanner = PDFScanner(file.bytes, in: value)
        var copied = value.lowerBound
        while !scanner.isAtEnd {
            scanner.skipSpace()
            let start = scanner.position
            guard let old = try scanner.token() else { continue }
            bytes.append(file.bytes[copied..<start])
            bytes.append(try number(of: old, in: &writer))
            bytes.append(" 0 R")
            copied = scanner.position
        }
        bytes.append(file.bytes[copied..<value.upperBound])
    }

    private mutating func number(of old: Int, in writer: inout PDFFileWriter) throws(ExportError) -> Int {
        guard numbers.indices.contains(old) else { throw ExportError("Cairo's file has no object \(old)") }
        if numbers[old] == 0 {
            numbers[old] = writer.reserve()
            waiting.append(old)
        }
        return numbers[old]
    }

    /// Writes all imported objects.
    mutating func write(to writer: inout PDFFileWriter) throws(ExportError) {
        while let old = waiting.popLast() {
            let object = try file.object(old)
            if let data = object.data {
                try writeStream(old, object.value, data, to: &writer)
            } else {
                var copy = PDFBytes()
                try self.copy(object.value, to: &copy, in: &writer)
                let font = try subtype(of: object.value)
                // Cairo makes a Type 3 font of bitmaps.
                if font == "/Type3" { throw ExportError("a font of Cairo's file has no outlines") }
                if font == "/CIDFontType2" { try addGlyphMap(to: &copy) }
                try writer.write(numbers[old]) { bytes in bytes.append(copy.bytes) }
            }
        }
    }

    private mutating func writeStream(
        _ old: Int,
        _ value: Range<Int>,
        _ data: Range<Int>,
        to writer: inout PDFFileWriter
    ) throws(ExportError) {
        var entries = PDFBytes()
        let dictionary = try file.dictionary(value)
        if let subtype = dictionary["Subtype"], file.bytes[subtype].elementsEqual("/Image".utf8) {
            try ImageObject.check(dictionary, in: file)
        }
        for entry in dictionary.entries {
            let text = file.bytes[entry.value]
            // The text of a form would be outside the brackets of the page.
            if entry.key == "Subtype", text.elementsEqual("/Form".utf8) {
                throw ExportError("a page of Cairo's is drawn as a form")
            }
            // The length is written anew; a smoothed image is not allowed (ISO 19005-2, 6.2.8).
            if entry.key == "Length" || entry.key == "Interpolate" { continue }
            entries.append("/")
            entries.append(entry.key.utf8)
            entries.append(byte: 0x20)
            try copy(entry.value, to: &entries, in: &writer)
        }
        let number = numbers[old]
        try file.bytes.lend { bytes throws(ExportError) in
            try writer.write(number, stream: UnsafeRawBufferPointer(rebasing: bytes[data])) { dictionary in
                dictionary.append(entries.bytes)
            }
        }
    }

    /// The subtype of a dictionary, `/CIDFontType2`, or `nil` if it has none or the value is not a dictionary.
    private func subtype(of value: Range<Int>) throws(ExportError) -> String? {
        guard file.bytes[value].starts(with: "<<".utf8) else { return nil }
        let dictionary = try file.dictionary(value)
        return dictionary["Subtype"].map { String(decoding: file.bytes[$0], as: UTF8.self) }
    }

    /// Cairo numbers the glyphs of an embedded font as its characters, and does not say so (ISO 19005-2, 6.2.11.3.2).
    private func addGlyphMap(to dictionary: inout PDFBytes) throws(ExportError) {
        guard dictionary.removeEnd(">>") else { throw ExportError("a font of Cairo's file is not as expected") }
        dictionary.append("/CIDToGIDMap/Identity>>")
    }
}
