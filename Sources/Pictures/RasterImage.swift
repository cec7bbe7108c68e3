// SPDX-License-Identifier: Apache-2.0

/// A decoded picture: opaque pixels in sRGB, from the top left.
///
/// Two images are equal if they were decoded from equal files and have the same size: the digest of the file stands for the pixels, so that
/// a paper with pictures is compared and cached as fast as one without.
package struct RasterImage: Sendable {
    /// The number of pixels in a row, and the number of rows.
    package let width: Int
    package let height: Int
    /// Red, green and blue of each pixel, row after row. Nothing else of the file is kept: no author, no place, no thumbnail.
    package let pixels: [UInt8]
    /// The SHA-256 digest of the file that it was decoded from.
    package let digest: String

    /// An image of `width * height` pixels of three bytes each.
    package init(width: Int, height: Int, pixels: [UInt8], digest: String) {
        precondition(pixels.count == width * height * 3)
        self.width = width
        self.height = height
        self.pixels = pixels
        self.digest = digest
    }
}

extension RasterImage: Hashable {
    package static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.digest == rhs.digest && lhs.width == rhs.width && lhs.height == rhs.height
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(digest)
        hasher.combine(width)
        hasher.combine(height)
    }
}
