// SPDX-License-Identifier: Apache-2.0

/// Where the files of a workspace come from: a folder on disk, or a snapshot of one.
///
/// Paths are relative to the workspace, with `/` between their parts; the empty one is the workspace itself.
package protocol FileSource: Sendable {
    /// The names in a folder, in alphabetical order, without those that ``IgnoredFile`` matches.
    func names(in folder: String) throws(FileError) -> [String]

    /// The kind of item at a path, or `nil` if there is none.
    func kind(of path: String) throws(FileError) -> FileKind?

    /// The bytes of a file, or `nil` if there is no such file.
    func bytes(of path: String) throws(FileError) -> [UInt8]?
}

/// The kind of an item in a folder.
package enum FileKind: Sendable, Hashable {
    case file, folder
    /// A pipe, a socket or a device, none of which is read.
    case other
}

extension FileSource {
    /// The files of a folder, with paths relative to that folder.
    package func subfolder(_ path: String) -> any FileSource { Subfolder(files: self, path: path) }
}

/// A folder of a file source as a file source of its own.
private struct Subfolder: FileSource {
    let files: any FileSource
    /// From the outer source.
    let path: String

    func names(in folder: String) throws(FileError) -> [String] { try files.names(in: outer(folder)) }

    func kind(of path: String) throws(FileError) -> FileKind? { try files.kind(of: outer(path)) }

    func bytes(of path: String) throws(FileError) -> [UInt8]? { try files.bytes(of: outer(path)) }

    private func outer(_ inner: String) -> String { inner.isEmpty ? path : path + "/" + inner }
}
