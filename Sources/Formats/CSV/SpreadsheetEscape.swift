// SPDX-License-Identifier: Apache-2.0

/// The escapes `_x000D_` with which workbooks write control characters, and which programs that convert workbooks leave in the text
/// (ECMA-376 Part 1, 22.9.2.19, `ST_Xstring`).
package enum SpreadsheetEscape {
    /// The length of `_x000D_`.
    private static let length = 7

    /// Whether an escape begins at an offset.
    static func begins(at offset: Int, of bytes: [UInt8]) -> Bool {
        bytes[offset] == UInt8(ascii: "_") && offset + length <= bytes.count && bytes[offset + 1] == UInt8(ascii: "x")
            && bytes[offset + length - 1] == UInt8(ascii: "_")
            && bytes[(offset + 2)..<(offset + length - 1)].allSatisfy(\.isHexDigit)
    }

    /// The text with line ends, tabs and underscores in place of their escapes, and without those of other control characters.
    package static func decoded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard begins(at: index, of: bytes),
                let code = UInt32(
                    String(decoding: bytes[(index + 2)..<(index + length - 1)], as: UTF8.self),
                    radix: 16
                ),
                code < 0x20 || code == 0x5F
            else {
                result.append(bytes[index])
                index += 1
                continue
            }
            index += length
            let isBeforeLineEnd = index < bytes.count && (bytes[index] == 0x0A || bytes[index] == 0x0D)
            switch code {
            case 0x5F: result.append(UInt8(ascii: "_"))
            case 0x09: result.append(0x09)
            case 0x0A, 0x0B, 0x0D: if !isBeforeLineEnd { result.append(0x0A) }
            default: break
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: "a")...UInt8(ascii: "f"):
            true
        default: false
        }
    }
}
