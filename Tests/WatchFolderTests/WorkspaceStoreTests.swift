// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Intake
import TestSupport
import Testing
import WorkspaceFiles

@testable import WatchFolder

struct WorkspaceStoreTests {
    private func entry(_ path: String, in folder: TemporaryFolder) throws -> TreeEntry? {
        try DiskFiles(root: folder.path).tree()[path]
    }

    @Test(arguments: ["a.md", "council.yaml", "bank-holidays.json", "returns/a/actions.csv"])
    func `a file is kept as it was when it stood still`(name: String) throws {
        let folder = try TemporaryFolder([name: "one"])
        var store = WorkspaceStore(workspace: folder.path)
        let first = store.take(name, try entry(name, in: folder))
        #expect(first == .changed)
        try folder.write("two", to: name)
        let kept = try store.files.bytes(of: name)
        #expect(kept == Array("one".utf8))
        let second = store.take(name, try entry(name, in: folder))
        #expect(second == .changed)
        let now = try store.files.bytes(of: name)
        #expect(now == Array("two".utf8))
    }

    @Test func `a file that was touched, or written again as it was, is the same`() throws {
        let folder = try TemporaryFolder(["a.md": "one"])
        var store = WorkspaceStore(workspace: folder.path)
        _ = store.take("a.md", try entry("a.md", in: folder))
        try folder.write("one", to: "a.md")
        let outcome = store.take("a.md", try entry("a.md", in: folder))
        #expect(outcome == .same)
    }

    @Test func `a file that is written or truncated after it settled is not taken`() throws {
        let folder = try TemporaryFolder(["a.md": "one, and all that follows"])
        var store = WorkspaceStore(workspace: folder.path)
        let settled = try entry("a.md", in: folder)
        truncate(folder.path + "/a.md", 3)
        let outcome = store.take("a.md", settled)
        #expect(outcome == .moved)
        let kept = try store.files.bytes(of: "a.md")
        #expect(kept == nil)
    }

    @Test func `a file of the same size whose time was put back is a change`() throws {
        let folder = try TemporaryFolder(["a.md": "one"])
        let path = folder.path + "/a.md"
        let day = Date(timeIntervalSince1970: 1_000_000_000)
        try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: path)
        let before = try entry("a.md", in: folder)
        // In the same place, so that the inode is the same too.
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.write(contentsOf: Data("two".utf8))
        try file.close()
        try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: path)
        let after = try entry("a.md", in: folder)
        #expect(before != after)
    }

    @Test func `what has gone is forgotten, and a file may take a folder's place`() throws {
        let folder = try TemporaryFolder(["a/b.md": "one"])
        var store = WorkspaceStore(workspace: folder.path)
        for (path, entry) in try DiskFiles(root: folder.path).tree() { _ = store.take(path, entry) }
        try FileManager.default.removeItem(atPath: folder.path + "/a")
        let gone = store.take("a", nil)
        #expect(gone == .changed)
        let names = try store.files.names(in: "")
        #expect(names == [])
        let again = store.take("a", nil)
        #expect(again == .same)
    }

    @Test func `of a font only what tells one from another is kept`() throws {
        let folder = try TemporaryFolder(["fonts/a.ttf": String(repeating: "x", count: 10_000)])
        var store = WorkspaceStore(workspace: folder.path)
        _ = store.take("fonts/a.ttf", try entry("fonts/a.ttf", in: folder))
        let kept = try store.files.bytes(of: "fonts/a.ttf")
        #expect(kept?.count == 8)
        try folder.write(String(repeating: "y", count: 10_000), to: "fonts/a.ttf")
        let outcome = store.take("fonts/a.ttf", try entry("fonts/a.ttf", in: folder))
        #expect(outcome == .changed)
    }

    @Test func `what comes to too much is not read, by the sizes of the files, until there is less of it`() throws {
        let folder = try TemporaryFolder(["a.md": "one"])
        for number in 1...5 {
            try folder.write("", to: "large-\(number).csv")
            truncate(folder.path + "/large-\(number).csv", 32 << 20)
        }
        let tree = try DiskFiles(root: folder.path).tree()
        var store = WorkspaceStore(workspace: folder.path)
        _ = store.take("a.md", tree["a.md"])
        for number in 1...5 { _ = store.take("large-\(number).csv", tree["large-\(number).csv"]) }
        let kept = try store.files.bytes(of: "a.md")
        #expect(kept == Array("one".utf8))
        let third = try store.files.bytes(of: "large-3.csv")?.count
        #expect(third == 32 << 20)
        #expect {
            _ = try store.files.bytes(of: "large-5.csv")
        } throws: { error in
            (error as? FileError)?.reason == "the texts, tables and pictures in the workspace come to more than 128 MB"
        }
        // It is read as soon as there is room, without being settled anew.
        _ = store.take("large-1.csv", nil)
        _ = store.take("large-2.csv", nil)
        let now = try store.files.bytes(of: "large-5.csv")?.count
        #expect(now == 32 << 20)
    }

    @Test func `of a large file that is never read as a text only the mark is kept`() throws {
        let folder = try TemporaryFolder(["draft.pdf": ""])
        truncate(folder.path + "/draft.pdf", 2 << 20)
        let entry = try entry("draft.pdf", in: folder)
        var store = WorkspaceStore(workspace: folder.path)
        #expect(store.take("draft.pdf", entry) == .changed)
        #expect(store.take("draft.pdf", entry) == .same)
        let kept = try store.files.bytes(of: "draft.pdf")?.count
        #expect(kept == 8)
    }
}
