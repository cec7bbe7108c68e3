// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Publishing
import TestSupport
import Testing

@testable import Distribution

struct PaperViewTests {
    private func files(_ text: String) -> [Publication.File] {
        [Publication.File(name: "cabinet.pdf", paper: "cabinet", edition: .whole, bytes: Array(text.utf8), pages: 2)]
    }

    @Test func `the view of a council names the files by their digests`() throws {
        let folder = try TemporaryFolder()
        let store = try FolderStore(folder: folder.path, isRestricted: false)
        let job = RenderJobTests.job()
        try store.put(files("one"), of: job)
        let view = try #require(try store.view(ofCouncil: "fenwick-vale", stem: "cabinet"))
        #expect(view.files.map(\.name) == ["cabinet.pdf"])
        #expect(view.files.map(\.size) == [3])
        #expect(try store.blob(view.files[0].digest) == Array("one".utf8))
        #expect(view.holds(job))
        #expect(!view.holds(RenderJobTests.job(submitted: 2)))
    }

    @Test func `a job that comes late does not undo what was submitted after it`() throws {
        let folder = try TemporaryFolder()
        let store = try FolderStore(folder: folder.path, isRestricted: false)
        let former = RenderJobTests.job(snapshot: String(repeating: "b", count: 64), submitted: 1)
        try store.put(files("new"), of: RenderJobTests.job(submitted: 2))
        try store.put(files("old"), of: former)
        let view = try #require(try store.view(ofCouncil: "fenwick-vale", stem: "cabinet"))
        #expect(try store.blob(view.files[0].digest) == Array("new".utf8))
    }

    @Test func `what is done twice is the same`() throws {
        let folder = try TemporaryFolder()
        let store = try FolderStore(folder: folder.path, isRestricted: false)
        try store.put(files("one"), of: RenderJobTests.job())
        let before = try store.bytes(of: "views/fenwick-vale/cabinet.json")
        try store.put(files("one"), of: RenderJobTests.job())
        #expect(try store.bytes(of: "views/fenwick-vale/cabinet.json") == before)
    }

    @Test func `the files that a council has are given out as they were made`() throws {
        let folder = try TemporaryFolder()
        let store = try FolderStore(folder: folder.path, isRestricted: false)
        let key = PaperKey(id: "cabinet", audience: .public)
        #expect(throws: StoreError("views/fenwick-vale/cabinet.json is not in the store")) {
            try store.files(ofCouncil: "fenwick-vale", key)
        }
        try store.put(files("one"), of: RenderJobTests.job())
        #expect(try store.files(ofCouncil: "fenwick-vale", key) == files("one"))
    }

    @Test(arguments: ["../cabinet.pdf", "cabinet.RESTRICTED.pdf", "other.pdf"])
    func `a view that names a file which is none of its paper is not followed`(name: String) throws {
        let folder = try TemporaryFolder()
        let store = try FolderStore(folder: folder.path, isRestricted: false)
        var file = files("one")[0]
        file.name = name
        try store.put([file], of: RenderJobTests.job())
        #expect(throws: StoreError("views/fenwick-vale/cabinet.json names a file that is none of the paper")) {
            try store.files(ofCouncil: "fenwick-vale", PaperKey(id: "cabinet", audience: .public))
        }
    }
}
