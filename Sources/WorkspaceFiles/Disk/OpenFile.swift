// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Owns an open file or folder of the system.
final class OpenFile {
    /// `O_PATH` (open(2)), which Glibc keeps from Swift: opens a place in the tree, and nothing that is in it.
    static let onlyAsPlace: Int32 = 0o10_000_000

    let descriptor: Int32

    /// Takes a descriptor; `nil` if the system returned an error.
    init?(_ descriptor: Int32) {
        guard descriptor >= 0 else { return nil }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The status of the file (stat(2)).
    var status: stat? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status : nil
    }

    /// The same file open for reading, where it was opened as a place; `nil` where the system refuses, with `errno`.
    ///
    /// It is the file that was checked, even if its path names another one by now (proc(5), `/proc/self/fd`).
    func reopened() -> OpenFile? {
        OpenFile(Glibc.open("/proc/self/fd/\(descriptor)", O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC))
    }

    /// The names in it where it is a folder, in no order, up to a number of them; `nil` where the system does not tell them.
    func names(atMost most: Int) -> [String]? {
        // The stream closes what it is given.
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { return nil }
        guard let stream = fdopendir(copy) else {
            close(copy)
            return nil
        }
        defer { closedir(stream) }
        var names: [String] = []
        // A listing that breaks off, as on a share that goes away, is none.
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
            if names.count == most { return names }
            errno = 0
        }
        return errno == 0 ? names : nil
    }
}

extension stat {
    var kind: FileKind {
        switch st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    /// The kind of item in words, or `nil` if it is a file: `a folder`, `a pipe`.
    var nameUnlessFile: String? {
        switch st_mode & S_IFMT {
        case S_IFREG: nil
        case S_IFDIR: "a folder"
        case S_IFIFO: "a pipe"
        case S_IFSOCK: "a socket"
        case S_IFCHR, S_IFBLK: "a device"
        default: "something else"
        }
    }
}
