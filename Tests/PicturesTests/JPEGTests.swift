// SPDX-License-Identifier: Apache-2.0

import Pictures
import ResourceLimits
import TestSupport
import Testing

struct JPEGTests {
    private func image(_ file: JPEGFile) throws -> RasterImage { try PictureFile(file.bytes).decoded() }

    /// The colour of a pixel.
    private func pixel(_ image: RasterImage, _ x: Int, _ y: Int) -> [UInt8] {
        Array(image.pixels[(y * image.width + x) * 3..<(y * image.width + x) * 3 + 3])
    }

    @Test func `grey becomes red, green and blue`() throws {
        let image = try image(JPEGFile(squares: [[[40], [200]]]))
        #expect(image.width == 16)
        #expect(image.height == 8)
        #expect(pixel(image, 0, 0) == [40, 40, 40])
        #expect(pixel(image, 15, 7) == [200, 200, 200])
    }

    @Test func `luminance and chrominance become red, green and blue`() throws {
        let image = try image(JPEGFile(squares: [[[76, 85, 255]]]))
        #expect(pixel(image, 3, 3) == [254, 0, 0])
    }

    @Test func `inks become red, green and blue, whether Adobe's program wrote them or another`() throws {
        var file = JPEGFile(squares: [[[0, 255, 255, 255]]])
        #expect(pixel(try image(file), 0, 0) == [0, 0, 0])
        file.segments = [JPEGFile.adobe]
        #expect(pixel(try image(file), 0, 0) == [0, 255, 255])
        file = JPEGFile(squares: [[[0, 255, 255, 0]]])
        #expect(pixel(try image(file), 0, 0) == [255, 0, 0])
    }

    @Test(
        arguments: [
            (1, [10, 20, 30, 40]), (2, [20, 10, 40, 30]), (3, [40, 30, 20, 10]), (4, [30, 40, 10, 20]),
            (5, [10, 30, 20, 40]), (6, [30, 10, 40, 20]), (7, [40, 20, 30, 10]), (8, [20, 40, 10, 30]),
        ] as [(UInt8, [UInt8])]
    )
    func `a photograph is turned upright`(value: UInt8, corners: [UInt8]) throws {
        var file = JPEGFile(squares: [[[10], [20]], [[30], [40]]])
        file.segments = [JPEGFile.orientation(value)]
        let image = try image(file)
        let found = [(0, 0), (15, 0), (0, 15), (15, 15)].map { pixel(image, $0.0, $0.1)[0] }
        #expect(found == corners)
    }

    @Test func `a photograph that lies on its side changes its width and height`() throws {
        var file = JPEGFile(squares: [[[10], [20], [30]]])
        file.segments = [JPEGFile.orientation(6)]
        let image = try image(file)
        #expect(image.width == 8)
        #expect(image.height == 24)
        #expect(pixel(image, 0, 23) == [30, 30, 30])
    }

    @Test(arguments: [0, 9, 255] as [UInt8])
    func `an orientation that is nonsense is none`(value: UInt8) throws {
        var file = JPEGFile(squares: [[[10], [20]]])
        file.segments = [JPEGFile.orientation(value)]
        #expect(try image(file).width == 16)
    }

    @Test func `a picture of more pixels than a limit is refused by its header`() {
        var file = JPEGFile(squares: [[[10]]])
        file.size = (65_535, 65_535)
        #expect(throws: PictureError.tooManyPixels(width: 65_535, height: 65_535)) { try PictureFile(file.bytes) }
    }

    @Test func `a picture without rows is refused`() {
        var file = JPEGFile(squares: [[[10]]])
        file.size = (8, 0)
        #expect(throws: PictureError.noPixels) { try PictureFile(file.bytes) }
    }

    @Test func `a picture that ends too early is refused, not made up`() throws {
        let bytes = JPEGFile(squares: Array(repeating: Array(repeating: [10], count: 4), count: 4)).bytes
        for count in 0..<bytes.count - 4 {
            #expect(throws: PictureError.self, "\(count)") { try PictureFile(Array(bytes.prefix(count))).decoded() }
        }
    }

    @Test func `a second frame is refused: its size would be another than the one that was looked at`() {
        var file = JPEGFile(squares: [[[10]]])
        file.segments = [(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0])]
        #expect(throws: PictureError.damaged("it has more than one frame")) { try PictureFile(file.bytes) }
    }

    @Test func `more scans than a limit are refused before any is decoded`() {
        var file = JPEGFile(squares: [[[10]]])
        let scan: (marker: UInt8, data: [UInt8]) = (0xDA, [1, 1, 0, 0, 63, 0])
        file.segments = Array(repeating: scan, count: Limits.mostScans)
        #expect(throws: PictureError.tooManyScans) { try PictureFile(file.bytes) }
    }

    @Test func `what follows a picture is left aside`() throws {
        var file = JPEGFile(squares: [[[10]]])
        file.tail = Array("%PDF-1.7".utf8)
        #expect(pixel(try image(file), 0, 0) == [10, 10, 10])
    }
}
