// SPDX-License-Identifier: Apache-2.0

import Digests
import Publishing
import WorkspaceFiles

/// The files of a workspace, read once: what is checked, what is sent, and what papers are made of are the same bytes, whoever goes on writing.
struct WorkspaceSnapshot: Sendable {
    /// The files, as the stages read them.
    private(set) var files = FileSnapshot()
    /// Their bytes, by their paths; those of the ledger of what is exempt too, which no stage reads as a file of the workspace.
    private var bytes: [String: [UInt8]] = [:]
    private var emptyFolders: [String] = []

    /// The folders of a workspace that the program reads. Others, such as those for papers, are not sent.
    private static let folders: Set<String> = ["returns", "papers", "pictures", "layouts", "fonts", "circulated"]

    /// Whether the program may read what is at a path: a file beside council.yaml that is no YAML is somebody's own, and goes nowhere.
    private static func isRead(_ path: String, _ entry: TreeEntry) -> Bool {
        let top = path.prefix { $0 != "/" }
        if top.utf8.count < path.utf8.count || entry == .folder { return folders.contains(top.lowercased()) }
        let name = top.lowercased()
        return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }

    /// Reads a workspace: what the program reads of one, without hidden and temporary files.
    ///
    /// - Throws: a ``PublicationError`` if a file cannot be read, or is larger than one of a workspace may be.
    init(of workspace: String) throws(PublicationError) {
        let disk = DiskFiles(root: workspace)
        do throws(FileError) {
            var folders: [String] = []
            let tree = try disk.tree()
            for (path, entry) in tree.sorted(by: { $0.key < $1.key }) {
                guard Self.isRead(path, entry) else { continue }
                switch entry {
                case .folder:
                    files.insertFolder(path)
                    folders.append(path)
                case .file:
                    guard let file = try disk.bytes(of: path) else { continue }
                    files[path] = .bytes(file)
                    bytes[path] = file
                }
            }
            let parents = Set((bytes.keys + folders).compactMap { path in path.lastIndex(of: "/").map { path[..<$0] } })
            emptyFolders = folders.filter { !parents.contains($0[...]) }.sorted()
        } catch {
            throw PublicationError(.inputOutput, "\(workspace): \(error)")
        }
    }

    /// Adds the ledger of what is exempt, as it is now, with its key: papers are compared with it wherever they are made.
    ///
    /// - Throws: a ``PublicationError`` if it cannot be read.
    mutating func addLedger(ofWorkspace workspace: String) throws(PublicationError) {
        let disk = DiskFiles(root: workspace)
        do throws(FileError) {
            for path in ledgerFiles { bytes[path] = try disk.bytes(of: path) }
        } catch {
            throw PublicationError(.inputOutput, "\(workspace): \(error)")
        }
    }

    /// Whether it may hold something that is not for publication, by its files: there is a ledger, or a restricted edition that was circulated.
    var isRestricted: Bool {
        bytes.keys.contains { path in
            let parts = path.lowercased().split(separator: "/")
            return ledgerFiles.contains(path) || parts.first == "circulated" && parts.contains("restricted")
        }
    }

    var manifest: SnapshotManifest {
        SnapshotManifest(
            files: bytes.sorted { $0.key < $1.key }.map {
                SnapshotManifest.File(path: $0.key, digest: contentDigest(of: $0.value), size: $0.value.count)
            },
            emptyFolders: emptyFolders
        )
    }

    /// Keeps it in a store: its files first, then what names them. All of it is written again, so that a store which has lost or damaged some is
    /// mended, and one that deletes what is old has it as new.
    ///
    /// - Parameter written: the digests of the files that this submission has written to the store: its workspaces may have files in common.
    /// - Returns: its digest.
    func put(in store: any ObjectStore, written: inout Set<String>) throws(StoreError) -> String {
        let manifest = manifest
        let text = manifest.bytes
        let digest = contentDigest(of: text)
        for file in manifest.files where !written.contains(file.digest) {
            try store.put(bytes[file.path] ?? [], as: ObjectName.blob(file.digest))
            written.insert(file.digest)
        }
        try store.put(text, as: ObjectName.snapshot(digest))
        return digest
    }
}
