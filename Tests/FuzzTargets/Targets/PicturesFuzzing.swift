// SPDX-License-Identifier: Apache-2.0

import Pictures
import TestSupport

/// A PNG or JPEG file as a picture of a paper: its header, its pixels, and fewer of them.
struct PicturesFuzzing {
    /// Larger ones take longer, and no other way through the decoders.
    private static let mostPixels = 1 << 16

    func run(_ bytes: [UInt8]) throws {
        guard let file = try? PictureFile(bytes), file.pixelCount <= Self.mostPixels else { return }
        guard let image = try? file.decoded() else { return }
        try require(image.width * image.height == file.pixelCount, "the image has another size than its header says")
        try require(try file.decoded().pixels == image.pixels, "the pixels differ")
        let small = image.reduced(toWidth: image.width / 3, height: image.height / 2)
        try require(small.pixels.count == small.width * small.height * 3, "pixels are lost")
        for (least, most) in [(image.pixels.min() ?? 0, image.pixels.max() ?? 0)] {
            try require(small.pixels.allSatisfy { (least...most).contains($0) }, "a mean is none")
        }
    }

    static var seeds: [[UInt8]] {
        var seeds = [
            PNGFile(width: 5, height: 4).bytes,
            PNGFile(width: 3, height: 2, depth: 16, .grey, rows: Array(repeating: [1, 2, 3, 4, 5, 6], count: 2)).bytes,
            PNGFile(width: 9, height: 1, depth: 1, .grey, rows: [[0xA5, 0x80]]).bytes,
            PNGFile(width: 1, height: 1, .coloursWithAlpha, rows: [[1, 2, 3, 4]]).bytes,
            JPEGFile(squares: [[[10], [200]], [[30], [40]]]).bytes, JPEGFile(squares: [[[76, 85, 255]]]).bytes,
            JPEGFile(squares: [[[10, 20, 30, 40]]]).bytes,
        ]
        var palette = PNGFile(width: 2, height: 1, .palette, rows: [[1, 0]])
        palette.chunks = [("PLTE", [10, 20, 30, 40, 50, 60]), ("tRNS", [0]), ("gAMA", [0, 0, 0xB1, 0x8F])]
        seeds.append(palette.bytes)
        var turned = JPEGFile(squares: [[[10], [20]]])
        turned.segments = [JPEGFile.orientation(6), JPEGFile.adobe]
        seeds.append(turned.bytes)
        return seeds
    }
}
