// SPDX-License-Identifier: Apache-2.0

import Pictures
import ResourceLimits
import TestSupport
import Testing

struct PNGTests {
    private func image(_ file: PNGFile) throws -> RasterImage { try PictureFile(file.bytes).decoded() }

    @Test func `a picture is its pixels, from the top left, and the digest of its file`() throws {
        let image = try image(PNGFile(width: 2, height: 2, rows: [[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12]]))
        #expect(image.width == 2)
        #expect(image.height == 2)
        #expect(image.pixels == Array(1...12))
        #expect(image.digest.count == 64)
    }

    @Test func `grey of one bit becomes black and white`() throws {
        let image = try image(PNGFile(width: 3, height: 1, depth: 1, .grey, rows: [[0b1010_0000]]))
        #expect(image.pixels == [255, 255, 255, 0, 0, 0, 255, 255, 255])
    }

    @Test func `a palette becomes its colours`() throws {
        var file = PNGFile(width: 2, height: 1, .palette, rows: [[1, 0]])
        file.chunks = [("PLTE", [10, 20, 30, 40, 50, 60])]
        #expect(try image(file).pixels == [40, 50, 60, 10, 20, 30])
    }

    @Test func `sixteen bits become the nearest of eight, as sRGB`() throws {
        let image = try image(PNGFile(width: 1, height: 1, depth: 16, .grey, rows: [[0x80, 0x80]]))
        #expect(image.pixels == [128, 128, 128])
    }

    @Test func `what is transparent is white`() throws {
        let rows: [[UInt8]] = [[200, 0, 0, 0, 200, 0, 0, 255]]
        #expect(
            try image(PNGFile(width: 2, height: 1, .coloursWithAlpha, rows: rows)).pixels == [255, 255, 255, 200, 0, 0]
        )
    }

    @Test func `text, a profile and the place of a photograph are not kept`() throws {
        let plain = PNGFile(width: 1, height: 1)
        var file = plain
        file.chunks = [("tEXt", Array("Author\0A. Name".utf8)), ("iCCP", Array("x\0\0".utf8) + [1, 2, 3])]
        #expect(try image(file).pixels == (try image(plain).pixels))
    }

    @Test func `an orientation is applied`() throws {
        var file = PNGFile(width: 2, height: 1, rows: [[1, 1, 1, 2, 2, 2]])
        file.chunks = [("eXIf", JPEGFile.exif(orientation: 6))]
        let image = try image(file)
        #expect(image.width == 1)
        #expect(image.height == 2)
        #expect(image.pixels == [1, 1, 1, 2, 2, 2])
    }

    @Test func `a picture that moves is refused`() {
        var file = PNGFile(width: 1, height: 1)
        file.chunks = [("acTL", [0, 0, 0, 2, 0, 0, 0, 0])]
        #expect(throws: PictureError.animated) { try PictureFile(file.bytes) }
    }

    @Test func `a picture of more pixels than a limit is refused by its header, before any is decoded`() {
        var file = PNGFile(width: 1, height: 1)
        (file.width, file.height) = (100_000, 100_000)
        #expect(throws: PictureError.tooManyPixels(width: 100_000, height: 100_000)) { try PictureFile(file.bytes) }
    }

    @Test(arguments: [(0, 1), (1, 0)])
    func `a picture without pixels is refused`(width: Int, height: Int) {
        var file = PNGFile(width: 1, height: 1)
        (file.width, file.height) = (width, height)
        #expect(throws: PictureError.noPixels) { try PictureFile(file.bytes) }
    }

    @Test func `a picture that ends too early is refused wherever it ends`() throws {
        let bytes = PNGFile(width: 4, height: 4).bytes
        // Without the last chunk, which holds nothing, all pixels are there.
        for count in 0..<bytes.count - 16 {
            #expect(throws: PictureError.self, "\(count)") { try PictureFile(Array(bytes.prefix(count))).decoded() }
        }
    }

    @Test func `what follows a picture is left aside`() throws {
        var file = PNGFile(width: 1, height: 1)
        file.tail = Array("PK\u{3}\u{4}<script>".utf8)
        #expect(try image(file).pixels == [20, 71, 95])
    }

    @Test func `a header that says more than there are pixels is refused`() throws {
        var file = PNGFile(width: 4, height: 4)
        file.height = 400
        let picture = try PictureFile(file.bytes)
        #expect(throws: PictureError.self) { try picture.decoded() }
    }
}

/// Pictures that are written as PNG.
struct PNGEncoderTests {
    @Test func `an image that is written is read as the same pixels`() throws {
        let pixels = (0..<5 * 3 * 3).map { UInt8($0 * 5) }
        let file = try RasterImage(width: 5, height: 3, pixels: pixels, digest: "a").png()
        #expect(file.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let read = try PictureFile(file).decoded()
        #expect(read.width == 5)
        #expect(read.pixels == pixels)
    }
}
