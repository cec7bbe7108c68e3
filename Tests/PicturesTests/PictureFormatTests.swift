// SPDX-License-Identifier: Apache-2.0

import Pictures
import Testing

struct PictureFormatTests {
    @Test(arguments: [
        ("GIF89a", "a GIF picture"), ("RIFF\0\0\0\0WEBPVP8 ", "a WebP picture"),
        ("\0\0\0\u{18}ftypheic", "an HEIC picture or a film"), ("\0\0\0\u{18}ftypavif", "an AVIF picture"),
        ("%PDF-1.7", "a PDF document"), ("II*\0", "a TIFF picture"), ("MM\0*", "a TIFF picture"),
        ("BM6\0", "a BMP picture"), ("PK\u{3}\u{4}", "a zip file or an Office document"),
        ("<svg xmlns=\"http://www.w3.org/2000/svg\">", "an SVG drawing or another XML or HTML file"),
        ("\u{FEFF}\n <?xml version=\"1.0\"?>", "an SVG drawing or another XML or HTML file"),
    ])
    func `what is neither PNG nor JPEG is refused by its first bytes`(text: String, name: String) {
        #expect(throws: PictureError.unsupportedFormat(name)) { try PictureFile(Array(text.utf8)) }
    }

    @Test func `nothing, and what no format begins with, are refused`() {
        #expect(throws: PictureError.empty) { try PictureFile([]) }
        #expect(throws: PictureError.unknownFormat) { try PictureFile(Array("photo".utf8)) }
    }
}
