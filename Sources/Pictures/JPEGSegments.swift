// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// What the segments of a JPEG file say (ITU-T T.81, annex B).
struct JPEGSegments {
    var width: Int
    var height: Int
    var orientation = Orientation.upright
    /// Whether Adobe's segment is there: inks are then written from 255 for none to 0 for all.
    var hasAdobeMarker = false

    init(_ bytes: [UInt8]) throws(PictureError) {
        let reader = ByteReader(bytes: bytes[...])
        var size: (width: Int, height: Int)?
        var scans = 0
        var offset = 2
        while let marker = Self.marker(from: &offset, in: bytes) {
            if marker == 0xD9 { break }
            // Restarts and the beginning have no length.
            if (0xD0...0xD8).contains(marker) || marker == 0x01 { continue }
            guard let length = reader.number(2, at: offset), length >= 2 else { break }
            let data = offset + 2
            let end = min(offset + length, bytes.count)
            switch marker {
            case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
                guard size == nil, let height = reader.number(2, at: data + 1),
                    let width = reader.number(2, at: data + 3)
                else { throw .damaged("it has more than one frame") }
                size = (width, height)
            case 0xDA:
                scans += 1
                // Each goes through all pixels again.
                if scans > Limits.mostScans { throw .tooManyScans }
            case 0xE1 where reader.holds("Exif\0\0", at: data):
                orientation = Orientation(exif: bytes[min(data + 6, end)..<end])
            case 0xEE where reader.holds("Adobe", at: data): hasAdobeMarker = true
            default: break
            }
            offset = end
        }
        guard let size else { throw .damaged("it has no header") }
        (width, height) = size
    }

    /// The code of the next marker, and the offset after it. Coded pixels hold none: a byte FF among them is followed by a zero.
    private static func marker(from offset: inout Int, in bytes: [UInt8]) -> UInt8? {
        while offset + 1 < bytes.count {
            if bytes[offset] == 0xFF, bytes[offset + 1] != 0, bytes[offset + 1] != 0xFF {
                offset += 2
                return bytes[offset - 1]
            }
            offset += 1
        }
        return nil
    }
}
