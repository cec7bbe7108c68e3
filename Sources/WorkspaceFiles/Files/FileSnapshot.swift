// SPDX-License-Identifier: Apache-2.0

/// A snapshot of the files of a folder, so that officers may go on writing while papers are made.
package struct FileSnapshot: FileSource, Equatable {
    /// One file of the snapshot.
    package enum File: Sendable, Equatable {
        /// Its contents.
        case bytes([UInt8])
        /// It exists and could not be read.
        case unreadable(FileError)
    }

    /// By path.
    private var entries: [String: File] = [:]
    /// The names in each folder.
    private var folders: [String: Set<String>] = ["": []]

    /// An empty folder.
    package init() {}

    /// The file at a path, or `nil` if there is none. Setting a file creates the folders above it.
    package subscript(path: String) -> File? {
        get { entries[path] }
        set {
            guard let newValue else { return remove(path) }
            if folders[path] != nil { remove(path) }
            entries[path] = newValue
            enter(path)
        }
    }

    /// Removes a file, or a folder with everything in it.
    package mutating func remove(_ path: String) {
        for inner in folders[path] ?? [] { remove(path.isEmpty ? inner : path + "/" + inner) }
        entries[path] = nil
        guard !path.isEmpty else { return }
        folders[path] = nil
        let (parent, name) = Self.split(path)
        folders[parent]?.remove(name)
    }

    /// Adds a folder, which may be empty.
    package mutating func insertFolder(_ path: String) {
        guard folders[path] == nil else { return }
        entries[path] = nil
        folders[path] = []
        enter(path)
    }

    package func names(in folder: String) throws(FileError) -> [String] {
        guard let names = folders[folder] else {
            throw FileError(
                operation: "open the folder",
                path: folder,
                reason: "No such file or directory",
                isMissing: true
            )
        }
        return names.sorted()
    }

    package func kind(of path: String) throws(FileError) -> FileKind? {
        if folders[path] != nil { return .folder }
        switch entries[path] {
        case .bytes: return .file
        case .unreadable(let error): throw error
        case nil: return nil
        }
    }

    package func bytes(of path: String) throws(FileError) -> [UInt8]? {
        switch entries[path] {
        case .bytes(let bytes): return bytes
        case .unreadable(let error): throw error
        case nil:
            if folders[path] != nil { throw FileError.notAFile("a folder", at: path) }
            return nil
        }
    }

    /// Adds a path to the folder above it, and that folder to the one above it.
    private mutating func enter(_ path: String) {
        guard !path.isEmpty else { return }
        let (parent, name) = Self.split(path)
        insertFolder(parent)
        folders[parent]?.insert(name)
    }

    private static func split(_ path: String) -> (parent: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[..<slash]), String(path[path.index(after: slash)...]))
    }
}
