// SPDX-License-Identifier: Apache-2.0

/// Writes zip files without compression (APPNOTE.TXT 6.3.10, 4.3), whatever the names of the files are.
package enum StoredZip {
    package static func bytes(of files: [(path: String, bytes: [UInt8])]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for (path, contents) in files {
            let name = Array(path.utf8.prefix(0xFFFF))
            // Version 2.0, no flags, stored, 1 January 1980.
            let entry: [UInt8] =
                little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(33, 2) + little(crc32(contents), 4)
                + little(contents.count, 4) + little(contents.count, 4) + little(name.count, 2) + little(0, 2)
            directory +=
                Array("PK\u{1}\u{2}".utf8) + little(20, 2) + entry + little(0, 2) + little(0, 2) + little(0, 2)
                + little(0, 4) + little(file.count, 4) + name
            file += Array("PK\u{3}\u{4}".utf8) + entry + name + contents
        }
        let end =
            Array("PK\u{5}\u{6}".utf8) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
            + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
        return file + directory + end
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// ISO 3309, as zip files have it.
    private static func crc32(_ bytes: [UInt8]) -> Int {
        var crc: UInt32 = .max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return Int(~crc)
    }
}
