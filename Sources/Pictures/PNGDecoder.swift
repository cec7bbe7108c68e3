// SPDX-License-Identifier: Apache-2.0

import CPNG

/// Decodes PNG files with libpng's simplified interface, which returns errors: the other one leaves by `longjmp`, past Swift's own frames.
///
/// Owns the state of the decoder.
struct PNGDecoder: ~Copyable {
    private var image = png_image()

    init() { image.version = png_uint_32(PNG_IMAGE_VERSION) }

    deinit {
        var image = image
        png_image_free(&image)
    }

    /// The pixels of a file: grey, palettes and 16 bits become 8 bits of red, green and blue; transparency becomes white.
    mutating func pixels(of bytes: [UInt8], width: Int, height: Int) throws(PictureError) -> [UInt8] {
        // libpng keeps the pointer until the pixels are read.
        let result = bytes.withUnsafeBytes { file -> [UInt8]? in
            guard png_image_begin_read_from_memory(&image, file.baseAddress, file.count) != 0,
                Int(image.width) == width, Int(image.height) == height
            else { return nil }
            image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
            // Without this, samples of 16 bits are taken to be linear where the file does not say.
            image.flags |= png_uint_32(PNG_IMAGE_FLAG_16BIT_sRGB)
            var white = png_color(red: 255, green: 255, blue: 255)
            var isRead = false
            let pixels = [UInt8](unsafeUninitializedCapacity: width * height * 3) { buffer, count in
                isRead = png_image_finish_read(&image, &white, buffer.baseAddress, png_int_32(width * 3), nil) != 0
                count = isRead ? width * height * 3 : 0
            }
            return isRead ? pixels : nil
        }
        guard let result else { throw .damaged(message) }
        return result
    }

    /// The library's own words.
    private var message: String {
        let words = withUnsafeBytes(of: image.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        return words.isEmpty ? "its header is not what it says" : words
    }
}
