// SPDX-License-Identifier: Apache-2.0

import Foundation
import Publication
import TestSupport
import Testing

@testable import WatchFolder

struct FolderLockTests {
    @Test func `a folder is held by one at a time, and free again when that one has gone`() throws {
        let folder = try TemporaryFolder()
        var first: FolderLock? = try FolderLock(folder: folder.path)
        #expect(first?.isInPlace == true)
        let refusal = #expect(throws: FolderLock.Refusal.self) { try FolderLock(folder: folder.path) }
        #expect(refusal == .held(by: String(getpid())))
        first = nil
        let second = try FolderLock(folder: folder.path)
        #expect(second.isInPlace)
    }

    @Test func `what a dead process left in the folder does not hold it`() throws {
        let folder = try TemporaryFolder([FolderLock.fileName: "999999999\n"])
        let lock = try FolderLock(folder: folder.path)
        #expect(lock.isInPlace)
        let text = try folder.text(of: FolderLock.fileName)
        #expect(text == "\(getpid())\n")
    }

    @Test func `a lock whose folder was made anew is not in place`() throws {
        let folder = try TemporaryFolder(["out/a": "a"])
        let out = folder.path + "/out"
        let lock = try FolderLock(folder: out)
        try FileManager.default.removeItem(atPath: out)
        #expect(!lock.isInPlace)
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        #expect(!lock.isInPlace)
        let again = try FolderLock(folder: out)
        #expect(again.isInPlace)
    }

    @Test func `the refusal names the process and what to do`() throws {
        let folder = try TemporaryFolder()
        let first = OutputFolder(folder.path)
        try first.hold()
        let error = #expect(throws: PublicationError.self) { try OutputFolder(folder.path).hold() }
        let expected =
            "\(folder.path) is in use: process \(getpid()) writes papers to it; stop that one, or name another folder"
        #expect(error?.description == expected)
        #expect(error?.kind == .inputOutput)
    }
}
