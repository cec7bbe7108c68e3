// SPDX-License-Identifier: Apache-2.0

/// What a file of Office is by its first bytes, whatever its name says.
enum OfficeContainer {
    /// A zip file, which may be a package.
    case package
    case empty
    /// A package that is encrypted (MS-OFFCRYPTO).
    case locked
    /// A container of Office before 2007 (MS-CFB).
    case old
    case richText
    case other

    init(_ bytes: [UInt8]) {
        if bytes.isEmpty {
            self = .empty
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = bytes.holds(Array("EncryptedPackage".utf8).flatMap { [$0, 0] }) ? .locked : .old
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .package
        } else {
            self = bytes.starts(with: "{\\rtf".utf8) ? .richText : .other
        }
    }
}

extension [UInt8] {
    fileprivate func holds(_ words: [UInt8]) -> Bool {
        guard let first = words.first else { return true }
        var index = startIndex
        while let start = self[index...].firstIndex(of: first) {
            if self[start...].starts(with: words) { return true }
            index = start + 1
        }
        return false
    }
}
