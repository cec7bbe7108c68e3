// SPDX-License-Identifier: Apache-2.0

/// A PNG file that is made in a test, chunk by chunk, so that each may be spoilt (ISO/IEC 15948).
package struct PNGFile {
    /// How a pixel is stored: the code of the format and the samples of a pixel.
    package enum Colour: UInt8 {
        case grey = 0
        case colours = 2
        case palette = 3
        case coloursWithAlpha = 6
    }

    /// As the header says them.
    package var width: Int
    package var height: Int
    package var depth: UInt8 = 8
    package var colour = Colour.colours
    /// The samples of each row, without its filter byte; zeroes if `nil`.
    package var rows: [[UInt8]]
    /// Chunks between the header and the pixels, by name.
    package var chunks: [(name: String, data: [UInt8])] = []
    /// Follows the last chunk.
    package var tail: [UInt8] = []

    /// A file whose header says what its rows hold.
    package init(width: Int, height: Int, depth: UInt8 = 8, _ colour: Colour = .colours, rows: [[UInt8]]) {
        self.width = width
        self.height = height
        self.depth = depth
        self.colour = colour
        self.rows = rows
    }

    /// A file of one colour.
    package init(width: Int, height: Int, colour: [UInt8] = [20, 71, 95]) {
        let row = Array(repeatElement(colour, count: width).joined())
        self.init(width: width, height: height, rows: Array(repeating: row, count: height))
    }

    /// The bytes of the file.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let header = Self.number(width) + Self.number(height) + [depth, colour.rawValue, 0, 0, 0]
        bytes += Self.chunk("IHDR", header)
        for chunk in chunks { bytes += Self.chunk(chunk.name, chunk.data) }
        bytes += Self.chunk("IDAT", Self.stored(rows.flatMap { [0] + $0 })) + Self.chunk("IEND", [])
        return bytes + tail
    }

    private static func number(_ value: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - $0 * 8)) }
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let content = Array(name.utf8) + data
        return number(data.count) + content + number(Int(checksum(content)))
    }

    /// Bytes as zlib has them, stored without compression (RFC 1950, RFC 1951).
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let (low, high) = (UInt8(block.count & 255), UInt8(block.count >> 8))
            stream += [rest.isEmpty ? 1 : 0, low, high, ~low, ~high] + block
        } while !rest.isEmpty
        var (one, other) = (1, 0)
        for byte in bytes {
            one = (one + Int(byte)) % 65_521
            other = (other + one) % 65_521
        }
        return stream + number(other << 16 | one)
    }

    /// CRC-32 (ISO/IEC 15948, annex D).
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
        }
        return ~sum
    }
}
