// SPDX-License-Identifier: Apache-2.0

/// What the chunks of a PNG file before its pixels say (ISO/IEC 15948, 5.3).
struct PNGChunks {
    var width: Int
    var height: Int
    var orientation = Orientation.upright

    init(_ bytes: [UInt8]) throws(PictureError) {
        let reader = ByteReader(bytes: bytes[...])
        guard reader.holds("IHDR", at: 12), let width = reader.number(4, at: 16), let height = reader.number(4, at: 20)
        else { throw .damaged("it has no header") }
        self.width = width
        self.height = height
        var offset = 8
        while let length = reader.number(4, at: offset), !reader.holds("IDAT", at: offset + 4) {
            let data = offset + 8
            guard length <= bytes.count - data else { break }
            if reader.holds("acTL", at: offset + 4) { throw .animated }
            if reader.holds("eXIf", at: offset + 4) { orientation = Orientation(exif: bytes[data..<data + length]) }
            offset = data + length + 4
        }
    }
}
