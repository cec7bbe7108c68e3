// SPDX-License-Identifier: Apache-2.0

import Glibc
import Publishing
import TestSupport
import Testing

@testable import Distribution

struct WorkspaceSnapshotTests {
    private func starter() throws -> TemporaryFolder {
        try TemporaryFolder(copying: Repository.program.starter, to: "round")
    }

    @Test func `the same files have the same digest wherever they are, and another file another`() throws {
        let (first, second) = (try starter(), try starter())
        // In another order, at another time, with what programs leave behind, and with papers of an earlier run.
        try second.write(try second.bytes(of: "round/council.yaml"), to: "round/council.yaml")
        try second.write("swap", to: "round/papers/.cabinet.md.swp")
        try second.write("paper", to: "round/out/cabinet.pdf")
        let digest = try WorkspaceSnapshot(of: first.path + "/round").manifest.digest
        #expect(try WorkspaceSnapshot(of: second.path + "/round").manifest.digest == digest)
        try second.edit("round/papers/cabinet.md", "\n# ", "\n#  ")
        #expect(try WorkspaceSnapshot(of: second.path + "/round").manifest.digest != digest)
    }

    @Test func `a snapshot that was fetched is the workspace`() throws {
        let folder = try starter()
        try folder.write("", to: "store/here")
        try folder.write("x", to: "round/pictures/empty/.hidden")
        let store = try FolderStore(folder: folder.path + "/store", isRestricted: false)
        let snapshot = try WorkspaceSnapshot(of: folder.path + "/round")
        let digest = try snapshot.put(in: store)
        let cache = try SnapshotCache(in: folder.path + "/cache")
        let fetched = try cache.take(digest, from: store)
        #expect(try WorkspaceSnapshot(of: fetched).manifest == snapshot.manifest)
        #expect(snapshot.manifest.emptyFolders == ["pictures/empty"])
        // It was changed in the meantime by nobody; two that take it have the same.
        #expect(try cache.take(digest, from: store) == fetched)
    }

    @Test func `files that have not changed are kept once`() throws {
        let folder = try starter()
        try folder.write("", to: "store/here")
        let store = try FolderStore(folder: folder.path + "/store", isRestricted: false)
        _ = try WorkspaceSnapshot(of: folder.path + "/round").put(in: store)
        func blobs() throws -> Int {
            try folder.names(in: "store/blobs").flatMap { try folder.names(in: "store/blobs/\($0)") }.count
        }
        let before = try blobs()
        try folder.edit("round/papers/cabinet.md", "\n# ", "\n#  ")
        _ = try WorkspaceSnapshot(of: folder.path + "/round").put(in: store)
        #expect(try blobs() == before + 1)
        #expect(try folder.names(in: "store/snapshots").count == 2)
    }

    @Test func `a damaged or missing file of a snapshot fails the job, and leaves nothing`() throws {
        let folder = try starter()
        try folder.write("", to: "store/here")
        let store = try FolderStore(folder: folder.path + "/store", isRestricted: false)
        let snapshot = try WorkspaceSnapshot(of: folder.path + "/round")
        let digest = try snapshot.put(in: store)
        let blob = ObjectName.blob(snapshot.manifest.files[0].digest)
        try store.put([0], as: blob)
        let cache = try SnapshotCache(in: folder.path + "/cache")
        #expect(throws: JobFailure(.snapshot, "\(blob) is damaged in the store")) {
            try cache.take(digest, from: store)
        }
        let own = try #require(try folder.names(in: "cache").first)
        #expect(try folder.names(in: "cache/\(own)") == [])
    }

    @Test func `whoever submits again mends what a store has lost or damaged`() throws {
        let folder = try starter()
        try folder.write("", to: "store/here")
        let store = try FolderStore(folder: folder.path + "/store", isRestricted: false)
        let snapshot = try WorkspaceSnapshot(of: folder.path + "/round")
        let digest = try snapshot.put(in: store)
        try store.put([0], as: ObjectName.blob(snapshot.manifest.files[0].digest))
        #expect(unlink("\(folder.path)/store/\(ObjectName.blob(snapshot.manifest.files[1].digest))") == 0)
        #expect(try snapshot.put(in: store) == digest)
        let cache = try SnapshotCache(in: folder.path + "/cache")
        #expect(try WorkspaceSnapshot(of: cache.take(digest, from: store)).manifest == snapshot.manifest)
    }

    @Test func `a submission writes what several workspaces have once`() throws {
        let (folder, other) = (try starter(), try starter())
        try folder.write("", to: "store/here")
        try other.edit("round/papers/cabinet.md", "\n# ", "\n#  ")
        let store = try FolderStore(folder: folder.path + "/store", isRestricted: false)
        let (first, second) = try (
            WorkspaceSnapshot(of: folder.path + "/round"), WorkspaceSnapshot(of: other.path + "/round")
        )
        var written: Set<String> = []
        _ = try first.put(in: store, written: &written)
        let digests = Set(first.manifest.files.map(\.digest))
        #expect(written == digests)
        for digest in digests { try store.put([0], as: ObjectName.blob(digest)) }
        _ = try second.put(in: store, written: &written)
        let changed = Set(second.manifest.files.map(\.digest)).subtracting(digests)
        #expect(changed.count == 1)
        for digest in written {
            #expect(try (store.bytes(of: ObjectName.blob(digest)) == [0]) == !changed.contains(digest))
        }
    }

    @Test func `what the program does not read stays where it is`() throws {
        let folder = try starter()
        for name in ["legal-advice.docx", "notes.md", "minutes/january.md", "drafts/council.yaml"] {
            try folder.write("private", to: "round/" + name)
        }
        let paths = try WorkspaceSnapshot(of: folder.path + "/round").manifest.files.map(\.path)
        #expect(paths.filter { !$0.contains("/") } == ["council.yaml", "round.yaml"])
        #expect(Set(paths.filter { $0.contains("/") }.map { $0.prefix { $0 != "/" } }) == ["papers", "returns"])
    }

    @Test func `a restricted edition that was circulated is one however its folders are written`() throws {
        let folder = try starter()
        try folder.write("x", to: "round/Circulated/2026/Restricted/cabinet.json")
        #expect(try WorkspaceSnapshot(of: folder.path + "/round").isRestricted)
    }

    @Test func `a snapshot whose files are larger than a workspace may be is none`() {
        let digest = String(repeating: "a", count: 64)
        func manifest(_ sizes: Int...) -> SnapshotManifest {
            let files = sizes.enumerated().map { SnapshotManifest.File(path: "f\($0)", digest: digest, size: $1) }
            return SnapshotManifest(files: files, emptyFolders: [])
        }
        #expect(SnapshotManifest.read(manifest(1 << 29, 1 << 29).bytes) != nil)
        #expect(SnapshotManifest.read(manifest(1 << 29, 1 << 29, 1).bytes) == nil)
        #expect(SnapshotManifest.read(manifest(.max, .max).bytes) == nil)
        #expect(SnapshotManifest.read(manifest(-1).bytes) == nil)
    }

    @Test(arguments: ["../council.yaml", "/etc/passwd", "a/../../b", "a//b", ".", ""])
    func `a manifest that leads out of its folder is none`(path: String) {
        let digest = String(repeating: "a", count: 64)
        let manifest = SnapshotManifest(files: [.init(path: path, digest: digest, size: 1)], emptyFolders: [])
        #expect(SnapshotManifest.read(manifest.bytes) == nil)
        #expect(SnapshotManifest.read(SnapshotManifest(files: [], emptyFolders: [path]).bytes) == nil)
        let plain = SnapshotManifest(files: [.init(path: "a/b", digest: digest, size: 1)], emptyFolders: ["c"])
        #expect(SnapshotManifest.read(plain.bytes) == plain)
    }

    @Test func `a workspace that has something exempt, or had, is known by its plan or its files`() throws {
        let folder = try ExemptWorkspace.make()
        let workspace = folder.path + "/round"
        var snapshot = try WorkspaceSnapshot(of: workspace)
        #expect(!snapshot.isRestricted)
        let plan = try plan(
            PublicationRequest(workspace: workspace),
            from: snapshot.files,
            with: Repository.program
        )
        #expect(plan.holdsExemptInformation)
        #expect(
            plan.papers.map(\.stem) == [
                "cabinet", "cabinet.RESTRICTED", "appendix-community-services",
                "appendix-community-services.RESTRICTED",
            ]
        )
        // The plan has remembered what is marked, so that its loss is an event.
        try snapshot.addLedger(ofWorkspace: workspace)
        #expect(snapshot.isRestricted)
        #expect(snapshot.manifest.files.map(\.path).contains(".cleardays/exempt-ledger"))
        let open = try WorkspaceSnapshot(of: Repository.program.starter)
        #expect(!open.isRestricted)
    }
}

extension WorkspaceSnapshot {
    /// Keeps it, as the first of a submission.
    fileprivate func put(in store: any ObjectStore) throws(StoreError) -> String {
        var written: Set<String> = []
        return try put(in: store, written: &written)
    }
}
