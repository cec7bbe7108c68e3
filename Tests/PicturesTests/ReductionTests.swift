// SPDX-License-Identifier: Apache-2.0

import Pictures
import TestSupport
import Testing

struct ReductionTests {
    private func grey(_ rows: [[UInt8]]) -> RasterImage {
        RasterImage(
            width: rows[0].count,
            height: rows.count,
            pixels: rows.joined().flatMap { [$0, $0, $0] },
            digest: "of the file"
        )
    }

    private func samples(_ image: RasterImage) -> [UInt8] {
        stride(from: 0, to: image.pixels.count, by: 3).map { image.pixels[$0] }
    }

    @Test func `a new pixel is the mean of those that it covers`() {
        let image = grey([[10, 20, 30, 50], [10, 20, 30, 50]]).reduced(toWidth: 2, height: 1)
        #expect(samples(image) == [15, 40])
    }

    @Test func `a pixel that two new ones cover counts for both in part`() {
        // The first covers one and a half: (0 + 90 / 2) / 1.5.
        let image = grey([[0, 90, 60]]).reduced(toWidth: 2, height: 1)
        #expect(samples(image) == [30, 70])
    }

    @Test func `a picture is never made larger, and never of no pixels`() {
        let image = grey([[1, 2], [3, 4]])
        #expect(image.reduced(toWidth: 5, height: 5) == image)
        let least = image.reduced(toWidth: 0, height: 0)
        #expect(least.width == 1)
        #expect(least.height == 1)
        #expect(samples(least) == [3])
    }

    @Test(arguments: [
        ((100, 50), (200, 200), (100, 50)), ((400, 200), (200, 200), (200, 100)),
        ((200, 400), (200, 200), (100, 200)),
        ((1, 10_000), (200, 200), (1, 200)),
    ])
    func `a size that fits into a box keeps its proportions`(image: (Int, Int), box: (Int, Int), size: (Int, Int)) {
        let found = RasterImage.size(of: (image.0, image.1), fitting: (box.0, box.1))
        #expect(found.width == size.0)
        #expect(found.height == size.1)
    }

    @Test func `a photograph is reduced to a sheet of A4 when it is read`() throws {
        let image = try PictureFile(PNGFile(width: 4_000, height: 10).bytes).decoded()
        #expect(image.width == 2_480)
        #expect(image.height == 6)
        #expect(image.pixels.prefix(3) == [20, 71, 95])
    }
}
