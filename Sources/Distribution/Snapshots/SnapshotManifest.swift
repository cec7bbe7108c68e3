// SPDX-License-Identifier: Apache-2.0

/// The files of a workspace at one moment, by their digests. Its own digest stands for all of them: the same files have the same one, wherever
/// they are.
///
/// Files are kept in a store by their digests, so that a file that has not changed is kept, sent and fetched once.
struct SnapshotManifest: Codable, Sendable, Hashable {
    static let currentFormat = 1

    struct File: Codable, Sendable, Hashable {
        /// From the workspace's folder, with `/` between its parts.
        var path: String
        var digest: String
        var size: Int
    }

    var format = currentFormat
    /// In the order of their paths.
    var files: [File]
    /// Folders without a file in them, in the order of their paths.
    var emptyFolders: [String]

    /// The bytes that are kept, and digested.
    var bytes: [UInt8] { StableJSON.write(self) }
    var digest: String { ObjectName.digest(of: bytes) }

    /// Reads what a store gave; its paths become files, so each is looked at.
    ///
    /// - Returns: `nil` if it is no manifest, or one that leads out of its folder.
    static func read(_ bytes: [UInt8]) -> SnapshotManifest? {
        guard let manifest: SnapshotManifest = StableJSON.read(bytes), manifest.format == currentFormat else {
            return nil
        }
        let paths = manifest.files.map(\.path) + manifest.emptyFolders
        guard paths.allSatisfy(isInside),
            manifest.files.allSatisfy({ ObjectName.isDigest($0.digest) && (0...mostBytesOfObject).contains($0.size) }),
            manifest.files.count <= mostBytesOfObject, manifest.files.reduce(0, { $0 + $1.size }) <= mostBytesOfObject
        else { return nil }
        return manifest
    }

    private static func isInside(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return path.utf8.count < 4096
            && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.contains("\0") && $0.utf8.count < 256 }
    }
}
