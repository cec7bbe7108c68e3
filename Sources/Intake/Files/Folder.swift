// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A folder on disk.
struct Folder {
    /// A file may not be larger: no return comes near, and memory stays bounded.
    static let largestFile = 32 << 20

    let path: String

    init(_ path: String) { self.path = path }

    func folder(_ name: String) -> Folder { Folder(path + "/" + name) }

    /// The names in it, in alphabetical order, without hidden ones and Office's lock files.
    func names() throws(IntakeError) -> [String] {
        guard let stream = opendir(path) else { throw failure("open the folder", path) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if !name.hasPrefix("."), !name.hasPrefix("~") { names.append(name) }
        }
        return names.sorted()
    }

    func holdsFolder(_ name: String) -> Bool { kind(of: path + "/" + name) == S_IFDIR }

    func holdsFile(_ name: String) -> Bool { kind(of: path + "/" + name) == S_IFREG }

    /// The bytes of a file in it; nothing where there is no such file.
    func bytes(of name: String) throws(IntakeError) -> [UInt8]? {
        let file = path + "/" + name
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if descriptor < 0 {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw failure("open the file", name)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("read the file", name) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw IntakeError(operation: "read the file", path: name, reason: "it is not a file")
        }
        guard status.st_size <= Self.largestFile else {
            throw IntakeError(operation: "read the file", path: name, reason: "it is larger than 32 MB")
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("read the file", name) }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    private func kind(of path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
    }

    private func failure(_ operation: String, _ path: String) -> IntakeError {
        let code = errno
        return IntakeError(
            operation: operation,
            path: path,
            reason: String(cString: strerror(code)),
            isMissing: code == ENOENT
        )
    }
}
