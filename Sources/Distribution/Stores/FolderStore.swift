// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Publishing
import Synchronization

/// A store in a folder that all machines have mounted.
final class FolderStore: ObjectStore {
    private let folder: String
    /// Who may read its files, before the process's umask.
    private let mode: mode_t
    private let number = Atomic(0)

    /// - Parameter isRestricted: whether others than its owner and group may read nothing of it.
    /// - Throws: a ``StoreError`` if the folder is not there: a share that is not mounted is not to be filled in its absence.
    init(folder: String, isRestricted: Bool) throws(StoreError) {
        self.folder = folder
        mode = isRestricted ? 0o640 : 0o644
        var status = stat()
        guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw StoreError("the store \(folder) is not a folder that is there")
        }
        removeLeftovers()
    }

    func bytes(of name: String) throws(StoreError) -> [UInt8]? {
        // A named pipe would be waited for.
        let file = open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("read", name)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure("read", name) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= mostBytesOfObject else {
            throw StoreError("\(folder)/\(name) is no file, or larger than one of a workspace may be")
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("read", name) }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    func put(_ bytes: [UInt8], as name: String) throws(StoreError) {
        let slash = name.lastIndex(of: "/")
        let parent = slash.map { "\(folder)/\(name[..<$0])" } ?? folder
        let own = slash.map { String(name[name.index(after: $0)...]) } ?? name
        do throws(PublicationError) {
            try AtomicFile.makeFolder("\(folder)/temporary")
            try AtomicFile.write(bytes, to: own, in: parent, mode: mode, by: "\(folder)/temporary/\(temporaryName)")
        } catch {
            throw StoreError(error.description)
        }
    }

    func update(_ name: String, _ change: ([UInt8]?) -> [UInt8]?) throws(StoreError) {
        // One lock for each of 256 groups of names, so that the number of locks does not grow.
        let group = ObjectName.digest(of: Array(name.utf8)).prefix(2)
        do throws(PublicationError) {
            try AtomicFile.makeFolder("\(folder)/locks")
        } catch {
            throw StoreError(error.description)
        }
        let lock = open("\(folder)/locks/\(group)", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o664)
        guard lock >= 0 else { throw failure("locked", name) }
        defer { close(lock) }
        while flock(lock, LOCK_EX) != 0 {
            guard errno == EINTR else { throw failure("locked", name) }
        }
        guard let bytes = change(try bytes(of: name)) else { return }
        try put(bytes, as: name)
    }

    /// No other process or machine has it, and no other thread.
    private var temporaryName: String {
        let count = number.add(1, ordering: .relaxed).newValue
        return "\(hostName)-\(getpid())-\(count)-\(UInt32.random(in: 0 ... .max)).part"
    }

    /// Removes what writers left that ended a day ago or more.
    private func removeLeftovers() {
        let temporary = "\(folder)/temporary"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: temporary)) ?? []
        where name.hasSuffix(".part") {
            var status = stat()
            if lstat("\(temporary)/\(name)", &status) == 0, status.st_mtim.tv_sec < time(nil) - 86_400 {
                unlink("\(temporary)/\(name)")
            }
        }
    }

    private func failure(_ operation: String, _ name: String) -> StoreError {
        StoreError("\(folder)/\(name) cannot be \(operation): \(String(cString: strerror(errno)))")
    }
}

/// The name of this machine.
let hostName: String = {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "unknown" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}()
