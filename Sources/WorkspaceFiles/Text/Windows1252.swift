// SPDX-License-Identifier: Apache-2.0

/// The code page that Excel writes in Western Europe (WHATWG index and IANA windows-1252).
enum Windows1252 {
    /// The character of a byte from 0x80 up, or `nil` for the five that have none.
    static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        let code = upper[Int(byte - 0x80)]
        return code == 0 ? nil : Unicode.Scalar(code)
    }

    /// The byte of a character, or `nil` if it has none; the codes without a character stand for themselves.
    static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        if let byte = UInt8(exactly: scalar.value) { return byte }
        return upper.firstIndex { UInt32($0) == scalar.value }.map { UInt8($0) + 0x80 }
    }

    /// The characters of 0x80 to 0x9F; zero for an unassigned byte.
    private static let upper: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
