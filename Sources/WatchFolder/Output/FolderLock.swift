// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Holds a folder for this process alone, against others that ask too (flock(2)).
///
/// The system lets go of it when the process ends, however it ends.
final class FolderLock {
    /// Why the folder is not ours.
    enum Refusal: Error, Hashable {
        /// By the number of the process that holds it, where it can be read.
        case held(by: String?)
        case unavailable(String)
    }

    static let fileName = ".cleardays.lock"

    private let file: Descriptor
    private let path: String

    init(folder: String) throws(Refusal) {
        path = folder + "/" + Self.fileName
        guard let file = Descriptor(open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)) else {
            throw .unavailable(String(cString: strerror(errno)))
        }
        guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else {
            if errno == EWOULDBLOCK { throw .held(by: Self.holder(file.number)) }
            throw .unavailable(String(cString: strerror(errno)))
        }
        self.file = file
        ftruncate(self.file.number, 0)
        var text = "\(getpid())\n"
        text.withUTF8 { _ = pwrite(self.file.number, $0.baseAddress, $0.count, 0) }
    }

    /// Whether the file that is held still stands in the folder: it does not where the folder was removed and made anew.
    var isInPlace: Bool {
        var own = stat()
        var placed = stat()
        return fstat(file.number, &own) == 0 && stat(path, &placed) == 0 && own.st_ino == placed.st_ino
            && own.st_dev == placed.st_dev
    }

    private static func holder(_ file: Int32) -> String? {
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = pread(file, &buffer, buffer.count, 0)
        guard count > 0 else { return nil }
        let digits = String(decoding: buffer[..<count].prefix { $0 != 0x0A }, as: UTF8.self)
        return digits.allSatisfy(\.isNumber) && !digits.isEmpty ? digits : nil
    }
}
