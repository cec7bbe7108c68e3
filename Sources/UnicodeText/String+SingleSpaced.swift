// SPDX-License-Identifier: Apache-2.0

extension String {
    /// Whether all of it is visible ASCII with single spaces between words, so that no name has to be made plain. Every row is asked.
    package var isSingleSpacedASCII: Bool {
        let space = UInt8(ascii: " ")
        var last = space
        for byte in utf8 {
            guard (space..<0x7F).contains(byte), byte != space || last != space else { return false }
            last = byte
        }
        return last != space || utf8.isEmpty
    }
}
