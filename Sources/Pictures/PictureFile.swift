// SPDX-License-Identifier: Apache-2.0

import Digests
import ResourceLimits

/// A PNG or JPEG file whose header has been read: its size is known, and bounded, before a pixel is decoded.
///
/// ```
/// let image = try PictureFile(bytes).decoded()
/// ```
package struct PictureFile {
    private enum Content {
        case png(PNGChunks)
        case jpeg(JPEGSegments)
    }

    private let bytes: [UInt8]
    private let content: Content
    private let orientation: Orientation
    /// As it is stored, before it is turned upright.
    private let size: (width: Int, height: Int)

    /// How many pixels it has.
    package var pixelCount: Int { size.width * size.height }

    /// - Throws: a ``PictureError`` for a file that is neither, moves, or has no pixels or too many.
    package init(_ bytes: [UInt8]) throws(PictureError) {
        self.bytes = bytes
        switch try PictureFormat(of: bytes) {
        case .png:
            let chunks = try PNGChunks(bytes)
            content = .png(chunks)
            orientation = chunks.orientation
            size = (chunks.width, chunks.height)
        case .jpeg:
            let segments = try JPEGSegments(bytes)
            content = .jpeg(segments)
            orientation = segments.orientation
            size = (segments.width, segments.height)
        }
        let (width, height) = size
        if width == 0 || height == 0 { throw .noPixels }
        if width > Limits.mostPixels / height { throw .tooManyPixels(width: width, height: height) }
    }

    /// The image, upright, with no more pixels than a page of A4 can show at 300 to the inch.
    ///
    /// An embedded colour profile is dropped with everything else that is not a pixel, and its colours are taken for sRGB.
    package func decoded() throws(PictureError) -> RasterImage {
        WorkMeter.count(pixelCount)
        let pixels: [UInt8]
        switch content {
        case .png:
            var decoder = PNGDecoder()
            pixels = try decoder.pixels(of: bytes, width: size.width, height: size.height)
        case .jpeg(let segments): pixels = try JPEGDecoder().pixels(of: bytes, segments)
        }
        let whole = RasterImage(
            width: size.width,
            height: size.height,
            pixels: pixels,
            digest: contentDigest(of: bytes)
        )
        let sheet = Limits.largestImage
        let box = orientation.isTransposed ? (width: sheet.height, height: sheet.width) : sheet
        let fitting = RasterImage.size(of: size, fitting: box)
        return orientation.applied(to: whole.reduced(toWidth: fitting.width, height: fitting.height))
    }
}
