// SPDX-License-Identifier: Apache-2.0

import Foundation
import Intake
import TestSupport
import Testing
import WorkspaceFiles

@testable import WatchFolder

struct InotifyTests {
    /// Things that stir a folder, each after it is watched.
    enum Stirring: String, CaseIterable {
        case create, write, rename, remove, touch, folder

        func happen(in folder: TemporaryFolder) throws {
            let files = FileManager.default
            switch self {
            case .create: try folder.write("new", to: "new.md")
            case .write: try folder.write("changed", to: "old.md")
            case .rename: try files.moveItem(atPath: folder.path + "/old.md", toPath: folder.path + "/other.md")
            case .remove: try files.removeItem(atPath: folder.path + "/old.md")
            case .touch: try files.setAttributes([.modificationDate: Date.now], ofItemAtPath: folder.path + "/old.md")
            case .folder: try files.createDirectory(atPath: folder.path + "/inner", withIntermediateDirectories: true)
            }
        }
    }

    @Test(arguments: Stirring.allCases)
    func `it wakes whoever waits`(stirring: Stirring) throws {
        let folder = try TemporaryFolder(["old.md": "old"])
        let inotify = try Inotify()
        let isNew = try inotify.watch([folder.path])
        #expect(isNew)
        let before = inotify.drain(ignoring: IgnoredFile.matches)
        #expect(!before)
        try stirring.happen(in: folder)
        let after = inotify.drain(ignoring: IgnoredFile.matches)
        #expect(after)
    }

    @Test func `what programs write in passing wakes nobody`() throws {
        let folder = try TemporaryFolder()
        let inotify = try Inotify()
        _ = try inotify.watch([folder.path])
        let made = FileManager.default.createFile(atPath: folder.path + "/~$return.docx", contents: nil)
        #expect(made)
        let stirred = inotify.drain(ignoring: IgnoredFile.matches)
        #expect(!stirred)
    }

    @Test func `a folder that is removed and made again is watched again`() throws {
        let folder = try TemporaryFolder(["inner/a.md": "a"])
        let inner = folder.path + "/inner"
        let inotify = try Inotify()
        _ = try inotify.watch([folder.path, inner])
        try FileManager.default.removeItem(atPath: inner)
        try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
        let stirred = inotify.drain(ignoring: IgnoredFile.matches)
        #expect(stirred)
        let isNew = try inotify.watch([folder.path, inner])
        #expect(isNew)
        try folder.write("b", to: "inner/b.md")
        let again = inotify.drain(ignoring: IgnoredFile.matches)
        #expect(again)
    }

    @Test func `a folder that is no longer asked for is left alone`() throws {
        let folder = try TemporaryFolder(["inner/a.md": "a"])
        let inotify = try Inotify()
        _ = try inotify.watch([folder.path + "/inner"])
        let isNew = try inotify.watch([])
        #expect(!isNew)
        _ = inotify.drain { _ in true }
        try folder.write("b", to: "inner/b.md")
        let stirred = inotify.drain(ignoring: IgnoredFile.matches)
        #expect(!stirred)
    }
}
