// SPDX-License-Identifier: Apache-2.0

/// A file source in which some files have other bytes.
package struct FileOverlay: FileSource {
    private let files: any FileSource
    private var replaced: [String: [UInt8]] = [:]

    package init(_ files: any FileSource) { self.files = files }

    /// Gives a file of the source other bytes.
    package mutating func replace(_ path: String, by bytes: [UInt8]) { replaced[path] = bytes }

    package func names(in folder: String) throws(FileError) -> [String] { try files.names(in: folder) }

    package func kind(of path: String) throws(FileError) -> FileKind? { try files.kind(of: path) }

    package func bytes(of path: String) throws(FileError) -> [UInt8]? {
        if let bytes = replaced[path] { return bytes }
        return try files.bytes(of: path)
    }
}
