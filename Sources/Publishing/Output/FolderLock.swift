// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Holds an output folder against other processes that write papers to it (flock(2)).
///
/// A watcher holds its folders alone, for as long as it runs. Whoever writes once shares a folder with others that write once, and
/// is refused by a watcher. The system lets go of a lock when its process ends, however it ends.
package final class FolderLock {
    /// Why the folder cannot be had.
    package enum Refusal: Error, Hashable {
        /// By a process, with its number where the system gives it.
        case held(by: String?)
        case unavailable(String)
    }

    /// The name of the file in the folder that is locked, which holds the number of the process.
    package static let fileName = ".cleardays.lock"

    private let file: Int32
    private let path: String

    /// Holds a folder alone.
    package init(folder: String) throws(Refusal) {
        path = folder + "/" + Self.fileName
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw .unavailable(String(cString: strerror(errno))) }
        try hold(LOCK_EX)
        ftruncate(file, 0)
        var text = "\(getpid())\n"
        text.withUTF8 { _ = pwrite(file, $0.baseAddress, $0.count, 0) }
    }

    /// Shares a folder with others that write to it once.
    ///
    /// - Returns: `nil` where no watcher has ever held the folder: there is nothing to lock, and nothing is left in the folder.
    package init?(sharing folder: String) throws(Refusal) {
        path = folder + "/" + Self.fileName
        file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
        if file < 0 {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .unavailable(String(cString: strerror(errno)))
        }
        try hold(LOCK_SH)
    }

    deinit { if file >= 0 { close(file) } }

    private func hold(_ operation: Int32) throws(Refusal) {
        if flock(file, operation | LOCK_NB) == 0 { return }
        if errno == EWOULDBLOCK { throw .held(by: Self.holder(file)) }
        throw .unavailable(String(cString: strerror(errno)))
    }

    /// Whether the locked file is still the one in the folder: it is not if the folder was removed and made anew.
    package var isInPlace: Bool {
        var own = stat()
        var placed = stat()
        return fstat(file, &own) == 0 && stat(path, &placed) == 0 && own.st_ino == placed.st_ino
            && own.st_dev == placed.st_dev
    }

    /// The number of the process that wrote itself into the file last, while it lives.
    private static func holder(_ file: Int32) -> String? {
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = pread(file, &buffer, buffer.count, 0)
        guard count > 0 else { return nil }
        let digits = String(decoding: buffer[..<count].prefix { $0 != 0x0A }, as: UTF8.self)
        guard let number = Int32(digits), number > 0, kill(number, 0) == 0 || errno == EPERM else { return nil }
        return String(number)
    }
}

extension FolderLock.Refusal {
    /// The error that says who has a folder, or why it cannot be had.
    package func error(of folder: String) -> PublicationError {
        switch self {
        case .held(let holder):
            let holder = holder.map { "process \($0)" } ?? "another process"
            return PublicationError(
                .inputOutput,
                "\(folder) is in use: \(holder) writes papers to it; stop that one, or name another folder"
            )
        case .unavailable(let reason):
            return PublicationError(.inputOutput, "\(folder) cannot be written to: \(reason)")
        }
    }
}
