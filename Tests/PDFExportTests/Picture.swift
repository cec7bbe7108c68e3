// SPDX-License-Identifier: Apache-2.0

import CCairo
import Foundation

/// A picture in sixteen greys.
struct Picture: Equatable {
    let width: Int
    let height: Int
    /// Row by row, 0 for black and 15 for white.
    private let greys: [UInt8]

    struct Unreadable: Error {}

    /// Reads a PNG image of any kind.
    init(png: [UInt8]) throws {
        let source = PNGSource(png)
        let surface = cairo_image_surface_create_from_png_stream(
            PNGSource.read,
            Unmanaged.passUnretained(source).toOpaque()
        )
        defer { cairo_surface_destroy(surface) }
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let pixels = cairo_image_surface_get_data(surface)
        else { throw Unreadable() }
        let width = Int(cairo_image_surface_get_width(surface))
        let height = Int(cairo_image_surface_get_height(surface))
        let stride = Int(cairo_image_surface_get_stride(surface))
        var greys: [UInt8] = []
        greys.reserveCapacity(width * height)
        for row in 0..<height {
            for column in 0..<width {
                // Blue, green, red; ITU-R BT.601 weighs them so.
                let pixel = pixels + row * stride + column * 4
                let luma = (Int(pixel[0]) * 114 + Int(pixel[1]) * 587 + Int(pixel[2]) * 299) / 1000
                greys.append(UInt8((luma * 15 + 127) / 255))
            }
        }
        self.width = width
        self.height = height
        self.greys = greys
    }

    /// The picture as a small PNG image.
    func png() throws -> [UInt8] {
        let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height))
        defer { cairo_surface_destroy(surface) }
        guard let pixels = cairo_image_surface_get_data(surface) else { throw Unreadable() }
        let stride = Int(cairo_image_surface_get_stride(surface))
        for row in 0..<height {
            for column in 0..<width { pixels[row * stride + column] = greys[row * width + column] * 17 }
        }
        cairo_surface_mark_dirty(surface)
        let file = NSTemporaryDirectory() + UUID().uuidString + ".png"
        defer { try? FileManager.default.removeItem(atPath: file) }
        guard cairo_surface_write_to_png(surface, file) == CAIRO_STATUS_SUCCESS else { throw Unreadable() }
        return Array(try Data(contentsOf: URL(filePath: file)))
    }

    /// The side of the squares in which differences are counted: about a digit.
    private static let side = 8

    /// How many pixels of one square of eight by eight, wherever the most are, are clearly lighter or darker than in another picture: by
    /// more than three of the sixteen greys, which is more than another release of FreeType or Cairo makes of the edge of a letter.
    ///
    /// - Returns: `nil` if the sizes differ.
    func difference(from other: Picture) -> Int? {
        guard width == other.width, height == other.height else { return nil }
        let differs = zip(greys, other.greys).map { abs(Int($0) - Int($1)) > 3 }
        // Of each column, how many pixels differ in the last eight rows.
        var columns = [Int](repeating: 0, count: width)
        var most = 0
        for row in 0..<height {
            for column in 0..<width {
                if differs[row * width + column] { columns[column] += 1 }
                if row >= Self.side, differs[(row - Self.side) * width + column] { columns[column] -= 1 }
            }
            var square = 0
            for column in 0..<width {
                square += columns[column] - (column >= Self.side ? columns[column - Self.side] : 0)
                most = max(most, square)
            }
        }
        return most
    }
}

/// Bytes that Cairo reads from first to last.
private final class PNGSource {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    static let read: cairo_read_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
        let source = Unmanaged<PNGSource>.fromOpaque(closure).takeUnretainedValue()
        let count = Int(length)
        guard source.rest.count >= count else { return CAIRO_STATUS_READ_ERROR }
        for (offset, byte) in source.rest.prefix(count).enumerated() { data[offset] = byte }
        source.rest = source.rest.dropFirst(count)
        return CAIRO_STATUS_SUCCESS
    }
}
