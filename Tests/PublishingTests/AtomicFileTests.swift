// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import Publishing

struct AtomicFileTests {
    @Test func `who holds the old file open keeps it`() throws {
        let folder = try TemporaryFolder(["paper.pdf": "old"])
        let reader = try FileHandle(forReadingFrom: URL(filePath: folder.path + "/paper.pdf"))
        try AtomicFile.write(Array("new".utf8), to: "paper.pdf", in: folder.path)
        let kept = try reader.readToEnd()
        #expect(kept == Data("old".utf8))
        let now = try folder.text(of: "paper.pdf")
        #expect(now == "new")
        let names = try folder.names()
        #expect(names == ["paper.pdf"])
    }

    @Test func `what dead writers left is removed, and what living ones write is not`() throws {
        let folder = try TemporaryFolder([
            ".a.pdf.999999999.part": "dead", ".b.pdf.1.part": "alive", ".c.pdf.\(getpid()).part": "of one before",
            ".d.part": "somebody's own", "e.pdf.999999999.part": "somebody's own",
        ])
        AtomicFile.removeLeftovers(in: folder.path)
        let names = try folder.names()
        #expect(names == [".b.pdf.1.part", ".d.part", "e.pdf.999999999.part"])
    }

    @Test(arguments: [
        (".cabinet.pdf.123.part", 123 as Int32?), (".a.b.c.7.part", 7), (".cabinet.pdf.part", nil),
        ("cabinet.pdf.123.part", nil), (".cabinet.pdf.-1.part", nil), (".cabinet.pdf.0.part", nil), ("", nil),
    ])
    func `a temporary file says who writes it`(name: String, writer: Int32?) {
        let found = AtomicFile.writer(ofTemporary: name)
        #expect(found == writer)
    }
}
