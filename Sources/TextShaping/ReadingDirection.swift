// SPDX-License-Identifier: Apache-2.0

import CPango
import ResourceLimits

/// The directions of the characters of a paragraph (Unicode Standard Annex 9).
package struct ReadingDirection: Sendable, Hashable {
    /// The embedding level of each scalar of the text: odd ones run from right to left.
    package let levels: [UInt8]
    /// Whether the paragraph as a whole runs from right to left: by its first letter.
    package let isBackward: Bool

    /// Finds the levels of a paragraph.
    ///
    /// - Parameter isBackward: the direction of the paragraph as a whole; by default that of its first letter.
    package init(of text: String, isBackward: Bool? = nil) {
        WorkMeter.count(text.utf8.count)
        var text = text
        var base = isBackward.map { $0 ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR } ?? PANGO_DIRECTION_WEAK_LTR
        var levels: [UInt8] = []
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                guard
                    let found = pango_log2vis_get_embedding_levels(
                        characters.baseAddress,
                        Int32(clamping: characters.count),
                        &base
                    )
                else { return }
                levels = Array(UnsafeBufferPointer(start: found, count: Self.scalarCount(of: characters)))
                g_free(found)
            }
        }
        self.levels = levels
        self.isBackward = base == PANGO_DIRECTION_RTL || base == PANGO_DIRECTION_WEAK_RTL
    }

    /// The number of scalars, of which each has one level.
    private static func scalarCount(of text: UnsafeBufferPointer<CChar>) -> Int {
        text.count { UInt8(bitPattern: $0) & 0xC0 != 0x80 }
    }
}

extension String {
    /// Whether some of the text may run from right to left.
    package var holdsBackwardLetters: Bool {
        var text = self
        // Most texts have no byte with which such a character begins.
        let mayHold = text.withUTF8 { bytes in
            bytes.contains { (0xD6...0xE0).contains($0) || $0 == 0xEF || $0 == 0xF0 || $0 == 0xE2 }
        }
        guard mayHold else { return false }
        return unicodeScalars.contains { scalar in
            switch scalar.value {
            // Hebrew, Arabic, Syriac, Thaana, N'Ko and their like; marks and embeddings; presentation forms; ancient scripts.
            case 0x590...0x8FF, 0x200F, 0x202B, 0x202E, 0x2067, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF,
                0x1E800...0x1EFFF:
                true
            default: false
            }
        }
    }
}
