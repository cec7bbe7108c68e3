// SPDX-License-Identifier: Apache-2.0

import Glibc
import ResourceLimits

/// The files of a folder on disk. No link in it ever opens anything outside it.
///
/// A path is walked part by part from the open folder, and links are followed by hand (`openat` with `O_NOFOLLOW`), so that
/// nobody can slip a link in between a check and the reading.
package struct DiskFiles: FileSource {
    /// The folder that paths are relative to, and that no link may lead out of.
    package let root: String

    package init(root: String) { self.root = root }

    package func names(in folder: String) throws(FileError) -> [String] {
        let found: OpenFile? = try open(folder, flags: O_RDONLY | O_DIRECTORY, operation: "open the folder")
        guard let found else { throw missing(folder) }
        return try names(in: found, path: folder).sorted()
    }

    /// The names in an open folder, without those that ``IgnoredFile`` matches.
    private func names(in folder: OpenFile, path: String) throws(FileError) -> [String] {
        guard let names = folder.names(atMost: Limits.mostNamesInFolder + 1) else {
            throw failure("open the folder", path)
        }
        guard names.count <= Limits.mostNamesInFolder else {
            throw refusal(path, "it holds more than \(Limits.mostNamesInFolder) files", "open the folder")
        }
        return names.filter { !IgnoredFile.matches($0) }
    }

    /// The items of a folder and all folders in it, by their paths from the root. Nothing is read. A link that leads out is listed as a file,
    /// and so is a folder that may not be opened or is too deep: reading it reports what is wrong with it.
    ///
    /// - Throws: a ``FileError`` if any item cannot be looked at, since an item that is missing from the tree counts as deleted.
    /// - Parameter excluded: the inodes of folders that are left out.
    package func tree(
        in folder: String = "",
        without excluded: Set<UInt64> = []
    ) throws(FileError) -> [String: TreeEntry] {
        let found: OpenFile? = try open(folder, flags: O_RDONLY | O_DIRECTORY, operation: "open the folder")
        guard let found, let status = found.status else { throw missing(folder.isEmpty ? root : folder) }
        var tree: [String: TreeEntry] = [:]
        try visit(found, path: folder, above: [UInt64(status.st_ino)], without: excluded, into: &tree)
        return tree
    }

    /// - Parameter above: the inodes of the folders above it, so that a link to one of them is no endless loop.
    private func visit(
        _ folder: OpenFile,
        path: String,
        above: [UInt64],
        without excluded: Set<UInt64>,
        into tree: inout [String: TreeEntry]
    ) throws(FileError) {
        for name in try names(in: folder, path: path) {
            guard tree.count < Limits.mostEntriesInTree else {
                throw refusal(
                    root,
                    "it holds more than \(Limits.mostEntriesInTree) files and folders",
                    "open the folder"
                )
            }
            let inner = path.isEmpty ? name : path + "/" + name
            var status = stat()
            guard fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                if errno == ENOENT { continue }
                throw failure("look at", inner)
            }
            let own = FileMark(status)
            let isLink = status.st_mode & S_IFMT == S_IFLNK
            if isLink {
                guard let target = try? open(inner, flags: OpenFile.onlyAsPlace, operation: "open it")?.status else {
                    tree[inner] = .file(own)
                    continue
                }
                status = target
            }
            guard status.kind == .folder else {
                tree[inner] = .file(FileMark(status))
                continue
            }
            let inode = UInt64(status.st_ino)
            if excluded.contains(inode) || above.contains(inode) { continue }
            guard above.count < Limits.deepestFolder else {
                tree[inner] = .file(own)
                continue
            }
            let next =
                isLink
                ? try? open(inner, flags: O_RDONLY | O_DIRECTORY, operation: "open the folder")
                : OpenFile(
                    openat(folder.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
                )
            guard let next else {
                if isLink || errno == EACCES || errno == EPERM {
                    tree[inner] = .file(own)
                    continue
                }
                // It was deleted or replaced in the meantime.
                if errno == ENOENT || errno == ENOTDIR || errno == ELOOP { continue }
                throw failure("open the folder", inner)
            }
            tree[inner] = .folder
            try visit(next, path: inner, above: above + [inode], without: excluded, into: &tree)
        }
    }

    /// Whether there is a folder at a path; `false` for one that cannot be looked at.
    package func isFolder(_ path: String) -> Bool {
        guard let kind = try? kind(of: path) else { return false }
        return kind == .folder
    }

    package func kind(of path: String) throws(FileError) -> FileKind? {
        try open(path, flags: OpenFile.onlyAsPlace, operation: "open it")?.status?.kind
    }

    package func bytes(of path: String) throws(FileError) -> [UInt8]? {
        try contents(of: path)?.bytes
    }

    /// The bytes of a file, and its marks before and after they were read, which differ if somebody was writing to it.
    ///
    /// The kind of item is checked before it is opened: opening a device may have an effect, and opening a pipe may
    /// never end.
    package func contents(
        of path: String
    ) throws(FileError) -> (bytes: [UInt8], before: FileMark, after: FileMark)? {
        let place = try open(path, flags: OpenFile.onlyAsPlace, operation: "open the file")
        guard let place else { return nil }
        guard let status = place.status else { throw failure("read the file", path) }
        if let thing = status.nameUnlessFile { throw FileError.notAFile(thing, at: path) }
        guard status.st_size <= Limits.largestFile else {
            throw refusal(path, "it is larger than \(Limits.largestFile >> 20) MB")
        }
        guard let found = place.reopened() else { throw failure("open the file", path) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                read(found.descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("read the file", path) }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        guard let after = found.status else { throw failure("read the file", path) }
        return (bytes, FileMark(status), FileMark(after))
    }

    /// Opens the item at a path, following links inside the folder; `nil` if there is none.
    private func open(_ path: String, flags: Int32, operation: String) throws(FileError) -> OpenFile? {
        guard let top = OpenFile(Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else {
            throw failure("open the folder", root)
        }
        var folders = [top]
        var names = Array(path.split(separator: "/").reversed())
        var links = 0
        while let name = names.popLast() {
            if name == "." { continue }
            if name == ".." {
                folders.removeLast()
                if folders.isEmpty { throw outside(operation, path) }
                continue
            }
            let folder = folders[folders.count - 1].descriptor
            if let target = target(of: String(name), in: folder) {
                links += 1
                if links > Limits.mostLinksOnPath { throw refusal(path, "its links lead in a circle", operation) }
                if target.hasPrefix("/") {
                    guard let inner = inner(target) else { throw outside(operation, path) }
                    folders = [top]
                    names += inner.split(separator: "/").reversed()
                } else {
                    names += target.split(separator: "/").reversed()
                }
                continue
            }
            let isLast = names.isEmpty
            let opened = OpenFile(
                openat(
                    folder,
                    String(name),
                    (isLast ? flags : OpenFile.onlyAsPlace | O_DIRECTORY) | O_NOFOLLOW | O_CLOEXEC
                )
            )
            guard let opened else {
                guard errno == ENOENT || errno == ENOTDIR else { throw failure(operation, path) }
                if links == 0 { return nil }
                throw FileError(
                    operation: operation,
                    path: path,
                    reason: "it is a link that leads nowhere",
                    hint: "put the thing itself in its place"
                )
            }
            if isLast { return opened }
            folders.append(opened)
        }
        let last = folders[folders.count - 1]
        return OpenFile(openat(last.descriptor, ".", flags | O_CLOEXEC))
    }

    /// The target of a symbolic link, or `nil` if the name is no link.
    private func target(of name: String, in folder: Int32) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlinkat(folder, name, &buffer, buffer.count)
        guard count >= 0 else { return nil }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The part of an absolute path below the folder, or `nil` if the path is outside it.
    private func inner(_ target: String) -> Substring? {
        guard let resolved = realpath(root, nil) else { return nil }
        defer { free(resolved) }
        let prefix = String(cString: resolved)
        if target == prefix { return "" }
        return target.hasPrefix(prefix + "/") ? target.dropFirst(prefix.count + 1) : nil
    }

    private func outside(_ operation: String, _ path: String) -> FileError {
        FileError(
            operation: operation,
            path: path,
            reason: "it is a link that leads out of the workspace",
            hint: "put the thing itself in its place"
        )
    }

    private func refusal(_ path: String, _ reason: String, _ operation: String = "read the file") -> FileError {
        FileError(operation: operation, path: path, reason: reason)
    }

    private func missing(_ path: String) -> FileError {
        errno = ENOENT
        return failure("open the folder", path)
    }

    private func failure(_ operation: String, _ path: String) -> FileError {
        let code = errno
        return FileError(
            operation: operation,
            path: path,
            reason: String(cString: strerror(code)),
            isMissing: code == ENOENT
        )
    }
}
