// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The family of a font file and its version, as the names in the font tell them.
///
/// Only the table of names is read, since `--version` asks for those of all fonts of the program: FreeType, which reads the other tables too, takes
/// three times the instructions.
package struct FontVersion: Sendable, Hashable, CustomStringConvertible {
    /// The family: `Liberation Sans`.
    package let family: String
    /// The version without the word: `2.1.5`.
    package let version: String

    package var description: String { "\(family) \(version)" }

    /// The family and version of a TrueType or OpenType font; `nil` where the file cannot be read or does not tell them.
    package init?(path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        let header = Self.read(file, at: 0, count: 12)
        guard header.count == 12 else { return nil }
        let directory = Self.read(file, at: 12, count: 16 * header.number(at: 4))
        let records = stride(from: 0, to: directory.count - 15, by: 16)
        guard
            let record = records.first(where: {
                directory.number(at: $0) == 0x6E61 && directory.number(at: $0 + 2) == 0x6D65
            })
        else { return nil }
        let offset = directory.number(at: record + 8) << 16 | directory.number(at: record + 10)
        let length = directory.number(at: record + 12) << 16 | directory.number(at: record + 14)
        // The names of the largest fonts take some tens of kilobytes: a longer table is damage.
        guard length <= 1 << 20 else { return nil }
        let names = Self.read(file, at: offset, count: length)
        guard let family = Self.name(1, in: names), let version = Self.name(5, in: names) else { return nil }
        self.family = family
        let end = version.utf8.firstIndex(of: UInt8(ascii: ";")) ?? version.endIndex
        let isMarked = version.utf8.starts(with: "Version ".utf8)
        self.version = String(Substring(version[..<end].utf8.dropFirst(isMarked ? 8 : 0)))
    }

    private static func read(_ file: Int32, at offset: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = max(0, pread(file, buffer.baseAddress, count, off_t(offset)))
        }
    }

    /// A name in English for Windows, which every font has, in UTF-16.
    private static func name(_ identifier: Int, in table: [UInt8]) -> String? {
        guard table.count >= 6 else { return nil }
        let texts = table.number(at: 4)
        let records = stride(from: 6, to: 6 + 12 * table.number(at: 2), by: 12)
        for record in records where record + 12 <= table.count {
            let isEnglish = table.number(at: record) == 3 && table.number(at: record + 4) == 0x409
            guard isEnglish, table.number(at: record + 6) == identifier else { continue }
            let start = texts + table.number(at: record + 10)
            let end = start + table.number(at: record + 8)
            guard start < end, end <= table.count else { return nil }
            return text(of: table[start..<end])
        }
        return nil
    }
}

extension FontVersion {
    /// A text in UTF-16, most of them in letters of one byte.
    private static func text(of bytes: ArraySlice<UInt8>) -> String {
        var letters: [UInt8] = []
        letters.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            if bytes[index] != 0 || bytes[index + 1] > 0x7F {
                let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
                    UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
                }
                return String(decoding: units, as: UTF16.self)
            }
            letters.append(bytes[index + 1])
            index += 2
        }
        return String(decoding: letters, as: UTF8.self)
    }
}

extension [UInt8] {
    /// The number in two bytes, the higher one first.
    fileprivate func number(at index: Int) -> Int { Int(self[index]) << 8 | Int(self[index + 1]) }
}
