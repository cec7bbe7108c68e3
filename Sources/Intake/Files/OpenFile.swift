// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Owns an open file or folder of the system.
final class OpenFile {
    /// `O_PATH` (open(2)), which Glibc keeps from Swift: opens a place in the tree, and nothing that is in it.
    static let onlyAsPlace: Int32 = 0o10_000_000

    let descriptor: Int32

    /// Nothing where the system did not open it.
    init?(_ descriptor: Int32) {
        guard descriptor >= 0 else { return nil }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// What the system knows of it.
    var status: stat? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status : nil
    }

    /// The names in it where it is a folder, in no order; nothing where the system does not tell them.
    func names() -> [String]? {
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
            names.append(name)
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
}
