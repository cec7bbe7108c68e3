// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import Publishing

struct FolderLockTests {
    @Test func `a folder is held by one at a time, and free again when that one has gone`() throws {
        let folder = try TemporaryFolder()
        var first: FolderLock? = try FolderLock(folder: folder.path)
        #expect(first?.isInPlace == true)
        #expect(throws: FolderLock.Refusal.held(by: String(getpid()))) { try FolderLock(folder: folder.path) }
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

    @Test func `those who write once share a folder, and are refused by one that holds it alone`() throws {
        let folder = try TemporaryFolder()
        let unlocked = try FolderLock(sharing: folder.path)
        #expect(unlocked == nil)
        let left = try folder.names()
        #expect(left == [])
        var alone: FolderLock? = try FolderLock(folder: folder.path)
        #expect(throws: FolderLock.Refusal.held(by: String(getpid()))) { try FolderLock(sharing: folder.path) }
        #expect(alone?.isInPlace == true)
        alone = nil
        let first = try FolderLock(sharing: folder.path)
        let second = try FolderLock(sharing: folder.path)
        #expect(first?.isInPlace == true && second?.isInPlace == true)
        // Whoever shares a folder does not write its number into the file: the number is that of the watcher before, which lives still.
        #expect(throws: FolderLock.Refusal.held(by: String(getpid()))) { try FolderLock(folder: folder.path) }
    }

    @Test func `a process that has ended is not named`() throws {
        let folder = try TemporaryFolder([FolderLock.fileName: "999999999\n"])
        let shared = try FolderLock(sharing: folder.path)
        #expect(shared != nil)
        #expect(throws: FolderLock.Refusal.held(by: nil)) { try FolderLock(folder: folder.path) }
    }

    @Test func `either output folder is refused while a watcher has it`() throws {
        let folder = try TemporaryFolder(["out/a": "a", "out-restricted/a": "a"])
        let folders = try OutputFolders(open: folder.path + "/out")
        let free = try folders.share()
        #expect(free.isEmpty)
        let lock = try FolderLock(folder: folder.path + "/out-restricted")
        let error = #expect(throws: PublicationError.self) { try folders.share() }
        let expected =
            "\(folder.path)/out-restricted is in use: process \(getpid()) writes papers to it; "
            + "stop that one, or name another folder"
        #expect(error?.description == expected)
        #expect(error?.kind == .inputOutput)
        #expect(lock.isInPlace)
    }
}
