// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A workbook or a Word document of which the end is missing: a save that goes on, or one that was broken off.
///
/// Shares and mounted folders do not say who has a file open (``WriteLease``), but a zip archive says in its last bytes where its entries are.
package enum PartialArchive {
    /// The extensions of files that are zip archives.
    private static let archives = [".xlsx", ".docx"]

    /// The first bytes of an archive, and those of the record at its end (APPNOTE.TXT, 4.3.7 and 4.3.16).
    private static let beginning: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let endRecord: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    /// How long that record is, with the longest comment.
    private static let longestEnd = 22 + 65_535

    /// Whether a file begins as an archive, or has room for one that nothing is written into yet, and does not end as one.
    package static func isThere(at path: String) -> Bool {
        guard archives.contains(where: { path.lowercased().hasSuffix($0) }),
            let file = Descriptor(open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC))
        else { return false }
        var status = stat()
        guard fstat(file.number, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            return false
        }
        let head = bytes(of: file, at: 0, count: 4)
        guard head == beginning || head.allSatisfy({ $0 == 0 }) else { return false }
        let count = min(Int(status.st_size), longestEnd)
        let end = bytes(of: file, at: Int(status.st_size) - count, count: count)
        guard end.count >= endRecord.count else { return true }
        return !(0...end.count - endRecord.count).contains { end[$0...].starts(with: endRecord) }
    }

    /// The bytes at a place of a file; fewer where it ends.
    private static func bytes(of file: borrowing Descriptor, at offset: Int, count: Int) -> [UInt8] {
        let number = file.number
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(number, buffer.baseAddress, count, offset))
        }
    }
}
