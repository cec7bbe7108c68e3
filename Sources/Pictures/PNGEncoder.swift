// SPDX-License-Identifier: Apache-2.0

import CPNG

extension RasterImage {
    /// The image as a PNG file, with nothing in it but its pixels: the same pixels always make the same file.
    ///
    /// - Throws: a ``PictureError`` if libpng cannot write it.
    package func png() throws(PictureError) -> [UInt8] {
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        image.width = png_uint_32(width)
        image.height = png_uint_32(height)
        image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
        defer { png_image_free(&image) }
        let stride = png_int_32(width * 3)
        // libpng says how long the file is, if it gets no room for it.
        var size: png_alloc_size_t = 0
        guard png_image_write_to_memory(&image, nil, &size, 0, pixels, stride, nil) != 0 else {
            throw .damaged("it cannot be written as PNG")
        }
        var isWritten = false
        let file = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            isWritten = png_image_write_to_memory(&image, buffer.baseAddress, &size, 0, pixels, stride, nil) != 0
            count = isWritten ? size : 0
        }
        guard isWritten else { throw .damaged("it cannot be written as PNG") }
        return file
    }
}
