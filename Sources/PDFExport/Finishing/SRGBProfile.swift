// SPDX-License-Identifier: Apache-2.0

/// The colour space of every paper: a display profile of sRGB (IEC 61966-2-1) in the form of ICC.1:2004, version 4.2.
///
/// Built from the numbers of the standards: primaries and white adapted to D50, and one curve for the three channels.
enum SRGBProfile {
    static let bytes: [UInt8] = {
        let white = xyz(0.9642, 1, 0.8249)
        let curve = Self.curve
        let tags: [(signature: StaticString, data: [UInt8])] = [
            ("desc", text("sRGB IEC61966-2-1")),
            ("cprt", text("No copyright, use freely")),
            ("wtpt", white),
            ("chad", adaptation),
            ("rXYZ", xyz(0.436066, 0.222488, 0.013916)),
            ("gXYZ", xyz(0.385147, 0.716873, 0.097076)),
            ("bXYZ", xyz(0.143066, 0.060608, 0.714096)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ]
        var table = big32(UInt32(tags.count))
        var data: [UInt8] = []
        let start = headerSize + 4 + 12 * tags.count
        var curveOffset: Int?
        for tag in tags {
            let isCurve = tag.data == curve
            let offset = isCurve ? curveOffset ?? start + data.count : start + data.count
            table += bytes(tag.signature) + big32(UInt32(offset)) + big32(UInt32(tag.data.count))
            if isCurve, curveOffset != nil { continue }
            if isCurve { curveOffset = offset }
            data += tag.data
        }
        return header(size: start + data.count) + table + data
    }()

    private static let headerSize = 128

    /// ICC.1:2004, 7.2: a display profile from RGB to XYZ, perceptual, made on a fixed day.
    private static func header(size: Int) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: headerSize)
        func set(_ values: [UInt8], at offset: Int) {
            header.replaceSubrange(offset..<offset + values.count, with: values)
        }
        set(big32(UInt32(size)), at: 0)
        set(big32(0x0420_0000), at: 8)
        set(bytes("mntrRGB XYZ "), at: 12)
        set([0x07, 0xDA, 0, 1, 0, 1], at: 24)
        set(bytes("acsp"), at: 36)
        set(fixed(0.9642) + fixed(1) + fixed(0.8249), at: 68)
        return header
    }

    /// From D65 to D50 by the Bradford transform.
    private static var adaptation: [UInt8] {
        let matrix = [
            1.047882, 0.022918, -0.050217, 0.029587, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678,
        ]
        return bytes("sf32") + big32(0) + matrix.flatMap(fixed)
    }

    /// A parametric curve of type 3: (ax + b)^g from d on, cx below.
    private static var curve: [UInt8] {
        let parameters = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]
        return bytes("para") + big32(0) + [0, 3, 0, 0] + parameters.flatMap(fixed)
    }

    private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
        bytes("XYZ ") + big32(0) + fixed(x) + fixed(y) + fixed(z)
    }

    /// One name in English, padded to four bytes.
    private static func text(_ text: String) -> [UInt8] {
        let units = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let record = big32(1) + big32(12) + bytes("enUS") + big32(UInt32(units.count)) + big32(28)
        return bytes("mluc") + big32(0) + record + units + [UInt8](repeating: 0, count: (4 - units.count % 4) % 4)
    }

    private static func bytes(_ text: StaticString) -> [UInt8] {
        Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private static func big32(_ value: UInt32) -> [UInt8] {
        [UInt8(value >> 24), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
    }

    /// 16 bits before the point and 16 after it.
    private static func fixed(_ value: Double) -> [UInt8] {
        big32(UInt32(bitPattern: Int32((value * 65536).rounded())))
    }
}
