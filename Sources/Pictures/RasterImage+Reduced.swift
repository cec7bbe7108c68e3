// SPDX-License-Identifier: Apache-2.0

extension RasterImage {
    /// The image with fewer pixels, or itself where it has no more than these.
    ///
    /// A box filter in whole numbers: each new pixel is the mean of the area that it covers, so that the same picture gives the same bytes
    /// on every machine.
    package func reduced(toWidth newWidth: Int, height newHeight: Int) -> RasterImage {
        let (newWidth, newHeight) = (max(1, min(newWidth, width)), max(1, min(newHeight, height)))
        if newWidth == width, newHeight == height { return self }
        let narrow = Self.filtered(
            pixels,
            lines: height,
            from: width,
            to: newWidth,
            step: 3,
            lineStep: (width * 3, newWidth * 3)
        )
        let small = Self.filtered(
            narrow,
            lines: newWidth,
            from: height,
            to: newHeight,
            step: newWidth * 3,
            lineStep: (3, 3)
        )
        return RasterImage(width: newWidth, height: newHeight, pixels: small, digest: digest)
    }

    /// Filters in one direction.
    ///
    /// - Parameters:
    ///   - lines: how many lines of pixels are filtered, each by itself.
    ///   - count: how many pixels a line has.
    ///   - newCount: how many it gets.
    ///   - step: the distance in bytes from a pixel of a line to the next.
    ///   - lineStep: the distance in bytes from a line to the next, before and after.
    private static func filtered(
        _ pixels: [UInt8],
        lines: Int,
        from count: Int,
        to newCount: Int,
        step: Int,
        lineStep: (before: Int, after: Int)
    ) -> [UInt8] {
        if count == newCount { return pixels }
        let size = pixels.count / count * newCount
        return pixels.withUnsafeBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: size) { target, initialized in
                for line in 0..<lines {
                    for index in 0..<newCount {
                        // In `newCount`ths of a pixel, the new pixel covers `count` of them.
                        let start = index * count
                        let end = start + count
                        let first = start / newCount
                        let last = (end - 1) / newCount
                        for channel in 0..<3 {
                            var sum = 0
                            for pixel in first...last {
                                let overlap = min(end, (pixel + 1) * newCount) - max(start, pixel * newCount)
                                sum += overlap * Int(source[line * lineStep.before + pixel * step + channel])
                            }
                            target[line * lineStep.after + index * step + channel] = UInt8((sum + count / 2) / count)
                        }
                    }
                }
                initialized = size
            }
        }
    }

    /// The size with the same proportions that fits into a width and a height; its own where that fits.
    package static func size(of image: (width: Int, height: Int), fitting box: (width: Int, height: Int)) -> (
        width: Int, height: Int
    ) {
        if image.width <= box.width, image.height <= box.height { return image }
        if image.width * box.height >= image.height * box.width {
            return (box.width, max(1, (image.height * box.width + image.width / 2) / image.width))
        }
        return (max(1, (image.width * box.height + image.height / 2) / image.height), box.height)
    }
}
