// SPDX-License-Identifier: Apache-2.0

/// What a folder held at one moment. While papers are made of it officers may go on writing.
package struct FrozenFiles: FileSource, Equatable {
    /// What is known of one file.
    package enum Entry: Sendable, Equatable {
        case bytes([UInt8])
        /// There, but it could not be read.
        case unreadable(IntakeError)
    }

    /// By path.
    private var entries: [String: Entry] = [:]
    /// The names in each folder.
    private var folders: [String: Set<String>] = ["": []]

    package init() {}

    /// A file; putting one in makes the folders above it known.
    package subscript(path: String) -> Entry? {
        get { entries[path] }
        set {
            guard let newValue else { return remove(path) }
            if folders[path] != nil { remove(path) }
            entries[path] = newValue
            enter(path)
        }
    }

    /// Forgets a file, or a folder with all that is in it.
    package mutating func remove(_ path: String) {
        for inner in folders[path] ?? [] { remove(path.isEmpty ? inner : path + "/" + inner) }
        entries[path] = nil
        guard !path.isEmpty else { return }
        folders[path] = nil
        let (parent, name) = Self.split(path)
        folders[parent]?.remove(name)
    }

    /// Makes a folder known, also where no file is in it.
    package mutating func insertFolder(_ path: String) {
        guard folders[path] == nil else { return }
        entries[path] = nil
        folders[path] = []
        enter(path)
    }

    package func names(in folder: String) throws(IntakeError) -> [String] {
        guard let names = folders[folder] else {
            throw IntakeError(
                operation: "open the folder",
                path: folder,
                reason: "No such file or directory",
                isMissing: true
            )
        }
        return names.sorted()
    }

    package func kind(of path: String) throws(IntakeError) -> FileKind? {
        if folders[path] != nil { return .folder }
        switch entries[path] {
        case .bytes: return .file
        case .unreadable(let error): throw error
        case nil: return nil
        }
    }

    package func bytes(of path: String) throws(IntakeError) -> [UInt8]? {
        switch entries[path] {
        case .bytes(let bytes): return bytes
        case .unreadable(let error): throw error
        case nil:
            if folders[path] != nil { throw IntakeError.notAFile("a folder", at: path) }
            return nil
        }
    }

    /// Makes a path known in the folder above it, and that one in the one above.
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
