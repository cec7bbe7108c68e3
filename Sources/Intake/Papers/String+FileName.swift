// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

extension String {
    /// An identifier that goes into a file's name: of a longer one whole words, and a digest of all of it, so that no two become one.
    var cutForFileName: String {
        guard utf8.count > Limits.longestFileName else { return self }
        // FNV-1a, as nobody gains anything by two names that are alike.
        let digest = utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0100_0000_01B3 }
        let digits = String(digest, radix: 16)
        let padded = String(repeating: "0", count: 16 - digits.count) + digits
        let room = prefix(Limits.longestFileName - padded.count - 1)
        return "\(room[..<(room.lastIndex(of: "-") ?? room.endIndex)])-\(padded)"
    }
}
