// SPDX-License-Identifier: Apache-2.0

import Foundation
import Publishing
import TestSupport
import Testing

struct FileCopyTests {
    private static func owner(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.ownerAccountID] as? Int
    }

    @Test func `a copy belongs to whoever makes it`() throws {
        let folder = try TemporaryFolder()
        var original = "/etc/hostname"
        if geteuid() == 0 {
            // Of somebody else.
            try folder.write("text", to: "original/file.txt")
            original = folder.path + "/original"
            for path in [original, original + "/file.txt"] { try #require(chown(path, 65534, 65534) == 0) }
        }
        try FileCopy.copy(original, to: folder.path + "/copy")
        #expect(try Self.owner(of: original) != Int(geteuid()))
        #expect(try Self.owner(of: folder.path + "/copy") == Int(geteuid()))
        if geteuid() == 0 { #expect(try Self.owner(of: folder.path + "/copy/file.txt") == 0) }
    }

    @Test func `a folder is copied with all that is in it, and who may read it`() throws {
        let folder = try TemporaryFolder()
        try folder.write("one", to: "from/a/one.txt")
        try folder.write("key", to: "from/key")
        try #require(chmod(folder.path + "/from/key", 0o600) == 0)
        try #require(chmod(folder.path + "/from/a", 0o500) == 0)
        try #require(symlink("a/one.txt", folder.path + "/from/link") == 0)
        try #require(mkfifo(folder.path + "/from/pipe", 0o600) == 0)
        try FileCopy.copy(folder.path + "/from", to: folder.path + "/to")
        #expect(
            try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/to").sorted() == [
                "a", "a/one.txt", "key", "link",
            ]
        )
        #expect(try folder.text(of: "to/a/one.txt") == "one")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/to/link") == "a/one.txt")
        let modes = try ["key", "a"].map { name in
            try FileManager.default.attributesOfItem(atPath: folder.path + "/to/" + name)[.posixPermissions] as? Int
        }
        #expect(modes == [0o600, 0o500])
        for path in ["from/a", "to/a"] { chmod(folder.path + "/" + path, 0o700) }
    }

    @Test func `what is not there, and what is there already, is told of by its path`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: PublicationError(.inputOutput, "\(folder.path)/none cannot be read: No such file or directory"))
        {
            try FileCopy.copy(folder.path + "/none", to: folder.path + "/copy")
        }
        try folder.write("one", to: "from/one.txt")
        try folder.write("two", to: "to/two.txt")
        #expect(throws: PublicationError(.inputOutput, "\(folder.path)/to cannot be made: File exists")) {
            try FileCopy.copy(folder.path + "/from", to: folder.path + "/to")
        }
    }
}
