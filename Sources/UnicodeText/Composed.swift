// SPDX-License-Identifier: Apache-2.0

import CGLib
import Glibc

extension [UInt8] {
    /// The same text in UTF-8 with each letter and its marks as one character if Unicode has one (Unicode Standard Annex 15, form C).
    package var composed: [UInt8] {
        // GLib takes a NUL for the end of a text.
        let runs = split(separator: 0, omittingEmptySubsequences: false)
        return Array(runs.map(Self.composed).joined(separator: [0]))
    }

    private static func composed(_ run: ArraySlice<UInt8>) -> [UInt8] {
        run.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                let composed = g_utf8_normalize(start, bytes.count, G_NORMALIZE_DEFAULT_COMPOSE)
            else { return Array(run) }
            defer { g_free(composed) }
            return Array(UnsafeRawBufferPointer(start: composed, count: strlen(composed)))
        }
    }
}
