// SPDX-License-Identifier: Apache-2.0

import CCairo
import Pictures

/// Owns an opaque image of Cairo's with the pixels of a picture.
final class ImageSurface {
    private let surface: OpaquePointer

    /// - Throws: an ``ExportError`` if Cairo has not been able to make it.
    init(_ image: RasterImage) throws(ExportError) {
        let made = cairo_image_surface_create(
            CAIRO_FORMAT_RGB24,
            Int32(clamping: image.width),
            Int32(clamping: image.height)
        )
        guard let made else { throw ExportError("Cairo has no memory") }
        surface = made
        let status = cairo_surface_status(made)
        guard status == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(made) else {
            throw ExportError("making an image", status: status)
        }
        let stride = Int(cairo_image_surface_get_stride(made))
        image.pixels.withUnsafeBufferPointer { pixels in
            for row in 0..<image.height {
                // A pixel is a number of 32 bits: nothing, red, green, blue.
                let line = UnsafeMutableRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
                for column in 0..<image.width {
                    let place = (row * image.width + column) * 3
                    line[column] =
                        UInt32(pixels[place]) << 16 | UInt32(pixels[place + 1]) << 8 | UInt32(pixels[place + 2])
                }
            }
        }
        cairo_surface_mark_dirty(made)
    }

    deinit { cairo_surface_destroy(surface) }

    /// Makes the image what a context draws with, one unit to a pixel.
    func setSource(of context: OpaquePointer) { cairo_set_source_surface(context, surface, 0, 0) }
}
