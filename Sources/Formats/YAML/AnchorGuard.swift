// SPDX-License-Identifier: Apache-2.0

/// Finds YAML anchors that an alias refers to.
///
/// A few lines of them can expand to billions of values ("billion laughs"), and no form of a workspace needs one, so
/// that a file with a pair of them is refused before it is composed.
enum AnchorGuard {
    /// The offset of the first alias that has an anchor, or `nil` if there is none.
    static func firstAlias(in bytes: [UInt8]) -> Int? {
        guard bytes.contains(UInt8(ascii: "&")), bytes.contains(UInt8(ascii: "*")) else { return nil }
        let anchors = Set(marks(UInt8(ascii: "&"), in: bytes).map(\.name))
        return marks(UInt8(ascii: "*"), in: bytes).first { anchors.contains($0.name) }?.offset
    }

    /// The names that follow a mark where a node may begin.
    private static func marks(_ mark: UInt8, in bytes: [UInt8]) -> [(name: ArraySlice<UInt8>, offset: Int)] {
        var found: [(ArraySlice<UInt8>, Int)] = []
        for (offset, byte) in bytes.enumerated() where byte == mark {
            if offset > 0, !mayPrecedeNode(bytes[offset - 1]) { continue }
            let name = bytes[(offset + 1)...].prefix(while: isNamePart)
            if !name.isEmpty { found.append((name, offset)) }
        }
        return found
    }

    private static func mayPrecedeNode(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0x80 || "[]{},:?-\"'".utf8.contains(byte)
    }

    /// Whether libyaml takes a byte as part of an anchor's name.
    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
