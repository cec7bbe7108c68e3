// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import WatchFolder

struct PartialArchiveTests {
    private static let whole = WordDocumentBuilder(WordDocumentBuilder.paragraph("Words.")).bytes

    private func isPartial(_ bytes: [UInt8], _ name: String = "statement.docx") throws -> Bool {
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: name)
        return PartialArchive.isThere(at: "\(folder.path)/\(name)")
    }

    @Test func `an archive is whole once its last record is there`() throws {
        let whole = Self.whole
        #expect(try !isPartial(whole))
        #expect(try !isPartial(whole, "Housing.XLSX"))
        for count in [4, 5, 100, whole.count / 2, whole.count - 22] {
            #expect(try isPartial(Array(whole.prefix(count))), "\(count) bytes")
        }
        // Its full size at once, as Samba makes room for it.
        let half = Array(whole.prefix(whole.count / 2))
        #expect(try isPartial(half + [UInt8](repeating: 0, count: whole.count - half.count)))
        #expect(try isPartial([UInt8](repeating: 0, count: 100_000)))
    }

    @Test func `a long comment behind the last record does not matter`() throws {
        var commented = Self.whole
        commented[commented.count - 2] = 0xFF
        commented[commented.count - 1] = 0xFF
        #expect(try !isPartial(commented + [UInt8](repeating: 0x41, count: 65_535)))
        #expect(try isPartial(commented + [UInt8](repeating: 0x41, count: 65_536)))
    }

    @Test func `what is no archive is none that is partial`() throws {
        #expect(try !isPartial([]))
        // A document with a password, and words.
        #expect(try !isPartial([0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600)))
        #expect(try !isPartial(Array("unit,ref\n".utf8)))
        #expect(try !isPartial(Array(Self.whole.prefix(100)), "actions.csv"))
        #expect(!PartialArchive.isThere(at: "/nowhere/at/all.docx"))
    }
}
