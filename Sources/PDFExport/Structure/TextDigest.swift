// SPDX-License-Identifier: Apache-2.0

import UnicodeText

/// A digest of words in their order, without spaces, invisible characters, and the difference between capitals and small letters.
///
/// With it, a few operations for each letter show whether all text of the tree has been drawn (FNV-1a, 64 bits).
struct TextDigest: Hashable {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var isEmpty = true

    init() {}

    init(_ text: String) { add(text) }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    /// - Parameter text: in UTF-8.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        for (index, byte) in text.enumerated() {
            guard byte < 0x80 else { return add(beyondASCII: text[index...]) }
            if byte > 0x20 { add(byte &- 0x61 < 26 ? byte - 0x20 : byte) }
        }
    }

    private mutating func add(beyondASCII bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if scalar.isInvisible || scalar.value <= 0x20 { continue }
            for byte in scalar.properties.uppercaseMapping.utf8 { add(byte) }
        }
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
        isEmpty = false
    }
}
