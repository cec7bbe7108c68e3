// SPDX-License-Identifier: Apache-2.0

/// The format of a picture file, by its first bytes: its name says nothing.
enum PictureFormat {
    case png, jpeg

    init(of bytes: [UInt8]) throws(PictureError) {
        if bytes.isEmpty { throw .empty }
        func begins(_ signature: [UInt8], at offset: Int = 0) -> Bool {
            bytes.dropFirst(offset).starts(with: signature)
        }
        func begins(_ signature: String, at offset: Int = 0) -> Bool { begins(Array(signature.utf8), at: offset) }
        if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if begins([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if begins("GIF8") {
            throw .unsupportedFormat("a GIF picture")
        } else if begins("RIFF"), begins("WEBP", at: 8) {
            throw .unsupportedFormat("a WebP picture")
        } else if begins("ftyp", at: 4) {
            throw .unsupportedFormat(begins("avif", at: 8) ? "an AVIF picture" : "an HEIC picture or a film")
        } else if begins("%PDF") {
            throw .unsupportedFormat("a PDF document")
        } else if begins([0x49, 0x49, 0x2A, 0]) || begins([0x4D, 0x4D, 0, 0x2A]) {
            throw .unsupportedFormat("a TIFF picture")
        } else if begins("BM") {
            throw .unsupportedFormat("a BMP picture")
        } else if begins("PK") {
            throw .unsupportedFormat("a zip file or an Office document")
        } else if Self.isMarkup(bytes) {
            throw .unsupportedFormat("an SVG drawing or another XML or HTML file")
        } else {
            throw .unknownFormat
        }
    }

    /// Whether a file is text whose first sign is `<`.
    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        return text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "<")
    }
}
