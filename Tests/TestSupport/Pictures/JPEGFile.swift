// SPDX-License-Identifier: Apache-2.0

/// A baseline JPEG file that is made in a test of squares of 8 by 8 pixels in one colour each, so that its coder is a few lines
/// (ITU-T T.81).
package struct JPEGFile {
    /// The samples of each square, row after row: one for grey, three for YCbCr, four for inks.
    package var squares: [[[UInt8]]]
    /// The size that the header says; that of the squares if `nil`.
    package var size: (width: Int, height: Int)?
    /// Segments before the frame, by the code of their marker.
    package var segments: [(marker: UInt8, data: [UInt8])] = []
    /// Follows the end.
    package var tail: [UInt8] = []

    package init(squares: [[[UInt8]]]) { self.squares = squares }

    /// The segment of Exif that says an orientation.
    package static func orientation(_ value: UInt8) -> (marker: UInt8, data: [UInt8]) {
        (0xE1, Array("Exif\0\0".utf8) + exif(orientation: value))
    }

    /// A TIFF file of one entry: an orientation.
    package static func exif(orientation: UInt8) -> [UInt8] {
        Array("MM".utf8) + [0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
    }

    /// Adobe's segment: inks are inverted, and the transformation is the given one (0 for CMYK, 2 for YCCK).
    package static let adobe: (marker: UInt8, data: [UInt8]) = (0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0])

    /// The bytes of the file.
    package var bytes: [UInt8] {
        let components = squares[0][0].count
        let (width, height) = size ?? (squares[0].count * 8, squares.count * 8)
        var bytes: [UInt8] = [0xFF, 0xD8]
        func add(_ marker: UInt8, _ data: [UInt8]) {
            bytes += [0xFF, marker, UInt8((data.count + 2) >> 8), UInt8((data.count + 2) & 255)] + data
        }
        for segment in segments { add(segment.marker, segment.data) }
        add(0xDB, [0] + Array(repeating: 1, count: 64))
        let frame = [8, UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)]
        add(0xC0, frame + [UInt8(components)] + (1...components).flatMap { [UInt8($0), 0x11, 0] })
        // Twelve sizes of differences in codes of four bits, and the end of a block in one.
        add(0xC4, [0x00, 0, 0, 0, 12] + Array(repeating: 0, count: 12) + (0...11))
        add(0xC4, [0x10, 1] + Array(repeating: 0, count: 15) + [0])
        add(0xDA, [UInt8(components)] + (1...components).flatMap { [UInt8($0), 0x00] } + [0, 63, 0])
        bytes += coded(components: components)
        return bytes + [0xFF, 0xD9] + tail
    }

    /// The squares, each as the difference of its samples from those of the square before.
    private func coded(components: Int) -> [UInt8] {
        var bits: [Bool] = []
        func add(_ value: Int, _ count: Int) {
            for bit in (0..<count).reversed() { bits.append(value >> bit & 1 == 1) }
        }
        var last = Array(repeating: 0, count: components)
        for square in squares.joined() {
            for (component, sample) in square.enumerated() {
                let value = (Int(sample) - 128) * 8
                let difference = value - last[component]
                last[component] = value
                var size = 0
                while abs(difference) >> size > 0 { size += 1 }
                add(size, 4)
                add(difference < 0 ? difference + (1 << size) - 1 : difference, size)
                add(0, 1)
            }
        }
        while bits.count % 8 != 0 { bits.append(true) }
        return stride(from: 0, to: bits.count, by: 8).flatMap { start -> [UInt8] in
            let byte = bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
            return byte == 0xFF ? [0xFF, 0] : [byte]
        }
    }
}
