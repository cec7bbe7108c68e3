// SPDX-License-Identifier: Apache-2.0

import Publishing
import TestSupport
import WatchFolder
import WorkspaceFiles

/// A zip file as a return that somebody drops, which then takes the place of the starter's.
///
/// An input that begins with `===` is a list of files, which are put into a good zip file.
struct ArchivesFuzzing {
    let session: FuzzSession

    func run(_ bytes: [UInt8]) throws {
        let archive = bytes.starts(with: "=== ".utf8) ? StoredZip.bytes(of: FileList.files(of: bytes)) : bytes
        guard let files = try? ZipArchive(bytes: archive).files() else { return }
        for (path, contents) in files {
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            try require(!parts.contains("..") && !parts.contains("") && !path.contains("\0"), "\(path) leads out")
            // What is not compressed cannot be larger than its archive, and little can be much larger.
            try require(contents.count <= max(1 << 20, archive.count * 200), "\(path) is \(contents.count) bytes")
        }
        try require(try ZipArchive(bytes: archive).files() == files, "the files differ")
        try drop(archive)
    }

    private func drop(_ archive: [UInt8]) throws {
        let scratch = try session.scratch()
        let name = "community-services.zip"
        try scratch.write(archive, to: name)
        let drop: Drop
        do throws(Drop.Refusal) {
            drop = try Drop(name: name, path: scratch.path + "/" + name, directorates: ["community-services"])
        } catch {
            try require(!error.diagnostics.isEmpty, "a drop is refused without a reason")
            return
        }
        var files = try session.starter()
        for (name, contents) in drop.files { files["returns/community-services/" + name] = .bytes(contents) }
        try WorkspaceRun(session: session).run(files)
    }

    static func seeds() throws -> [[UInt8]] {
        let disk = DiskFiles(root: Repository.program.starter + "/returns/community-services")
        let files = try disk.tree().keys.sorted().map { (path: $0, bytes: try disk.bytes(of: $0) ?? []) }
        let inFolder = files.map { (path: "community-services/" + $0.path, bytes: $0.bytes) }
        return [StoredZip.bytes(of: files), FileList.bytes(of: inFolder), FileList.bytes(of: Array(files.prefix(1)))]
            + [
                StoredZip.bytes(of: [(path: "actions.csv", bytes: Array("unit,action\n".utf8))]),
                StoredZip.bytes(of: []),
            ]
    }
}
