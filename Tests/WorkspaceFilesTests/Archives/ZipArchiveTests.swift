// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import WorkspaceFiles

struct ZipArchiveTests {
    /// Makes a zip file by a short program, which can also make what no good program makes.
    private func zip(_ program: String) throws -> (folder: TemporaryFolder, bytes: [UInt8]) {
        let folder = try TemporaryFolder()
        let outcome = try Command.run(
            "/usr/bin/python3",
            ["-c", "import zipfile\nz = zipfile.ZipFile('a.zip', 'w', zipfile.ZIP_DEFLATED)\n\(program)\nz.close()\n"],
            in: folder.path
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        return (folder, try folder.bytes(of: "a.zip"))
    }

    @Test func `the files in it are read, without what programs leave`() throws {
        let made = try zip(
            """
            z.writestr('communities/actions.csv', 'unit,ref')
            z.writestr('communities/', '')
            z.writestr('__MACOSX/communities/._actions.csv', 'x')
            z.writestr('communities/.DS_Store', 'x')
            """
        )
        let files = try ZipArchive(bytes: made.bytes).files()
        #expect(files == ["communities/actions.csv": Array("unit,ref".utf8)])
    }

    @Test(arguments: ["../actions.csv", "/etc/cron.d/x", "a/../../actions.csv", "..\\\\actions.csv", "C:/actions.csv"])
    func `a name that leads out is refused`(name: String) throws {
        let made = try zip("z.writestr('\(name)', 'x')")
        let refusal = #expect(throws: ZipArchive.Refusal.self) { try ZipArchive(bytes: made.bytes).files() }
        #expect(refusal?.rule == "the zip file holds a name that leads out of it")
    }

    /// What the fuzzer found: no folder can hold a file of no name, nor one of its own name.
    @Test(arguments: ["", ".", "./."])
    func `a file without a name is refused`(name: String) throws {
        let bytes = StoredZip.bytes(of: [(path: name, bytes: [0x78])])
        let refusal = #expect(throws: ZipArchive.Refusal.self) { try ZipArchive(bytes: bytes).files() }
        #expect(refusal?.rule == "the zip file holds a file without a name")
        #expect(refusal?.hint == "make it again, or drop the folder itself")
    }

    @Test func `a path is read as a file system reads it`() throws {
        let made = try zip("z.writestr('./communities//./actions.csv', 'unit,ref')")
        #expect(try ZipArchive(bytes: made.bytes).files() == ["communities/actions.csv": Array("unit,ref".utf8)])
        let twice = try zip("z.writestr('actions.csv', 'a')\nz.writestr('./actions.csv', 'b')")
        let refusal = #expect(throws: ZipArchive.Refusal.self) { try ZipArchive(bytes: twice.bytes).files() }
        #expect(refusal?.rule == "the zip file holds `actions.csv` twice")
    }

    @Test func `a link is refused`() throws {
        let made = try zip(
            """
            i = zipfile.ZipInfo('actions.csv')
            i.create_system = 3
            i.external_attr = 0o120777 << 16
            z.writestr(i, '/etc/passwd')
            """
        )
        let refusal = #expect(throws: ZipArchive.Refusal.self) { try ZipArchive(bytes: made.bytes).files() }
        #expect(refusal?.rule == "the zip file holds a link, `actions.csv`")
    }

    @Test func `too many files are refused`() throws {
        let made = try zip("for n in range(201): z.writestr('%d.csv' % n, 'x')")
        let refusal = #expect(throws: ZipArchive.Refusal.self) { try ZipArchive(bytes: made.bytes).files() }
        #expect(refusal?.rule == "the zip file holds more than 200 files")
    }

    /// Twenty million zeros pack to twenty thousand bytes; forty million and one spaces are larger than a return.
    @Test(arguments: ["b'\\0' * 20_000_000", "b' ' * 40_000_000"])
    func `what was made to fill memory is refused`(contents: String) throws {
        let made = try zip("z.writestr('actions.csv', \(contents))")
        let refusal = #expect(throws: ZipArchive.Refusal.self) { try ZipArchive(bytes: made.bytes).files() }
        #expect(refusal?.rule == "`actions.csv` in the zip file is larger than a return can be")
    }

    @Test func `files that are too large together are refused`() throws {
        let made = try zip(
            """
            import random
            random.seed(1)
            b = random.randbytes(25_000_000)
            for n in range(3): z.writestr('%d.csv' % n, b, zipfile.ZIP_STORED)
            """
        )
        let refusal = #expect(throws: ZipArchive.Refusal.self) { try ZipArchive(bytes: made.bytes).files() }
        #expect(refusal?.rule == "`2.csv` in the zip file is larger than a return can be")
    }

    @Test func `what is damaged, or no zip file at all, is refused`() throws {
        let made = try zip("z.writestr('actions.csv', 'unit,ref\\n' * 1000)")
        var bytes = try made.folder.bytes(of: "a.zip")
        for index in 50..<90 { bytes[index] ^= 0xFF }
        try made.folder.write(bytes, to: "damaged.zip")
        let damaged = #expect(throws: ZipArchive.Refusal.self) {
            try ZipArchive(bytes: try made.folder.bytes(of: "damaged.zip")).files()
        }
        #expect(damaged?.rule == "the file is damaged, or is no zip file")
        try made.folder.write("not a zip file", to: "text.zip")
        let refusal = #expect(throws: ZipArchive.Refusal.self) {
            try ZipArchive(bytes: try made.folder.bytes(of: "text.zip")).files()
        }
        #expect(refusal?.rule == "the file is damaged, or is no zip file")
    }
}
