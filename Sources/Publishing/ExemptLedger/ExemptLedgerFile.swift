// SPDX-License-Identifier: Apache-2.0

import Digests
import FoundationEssentials
import Glibc
import WorkspaceFiles

/// The ledger on disk: `.cleardays/exempt-ledger` in the workspace, and the key beside it, which the owner alone can read.
///
/// The file's first line is the digest of what follows it, under the key, so that a ledger that was damaged, or is not this
/// workspace's, is told from a good one.
struct ExemptLedgerFile {
    static let folder = ".cleardays"
    static let name = "exempt-ledger"
    static let keyName = "exempt-ledger.key"
    /// Is locked while the ledger is written. Once there is a ledger it says so, so that a lost one is missed.
    static let lockName = "lock"
    /// As problems call it.
    static let place = "\(folder)/\(name)"

    /// What there is.
    enum Contents {
        /// Nothing was ever kept back, or the ledger is lost together with its folder.
        case none
        /// The ledger is lost: its folder is there, and somebody else than a first writer made it.
        case lost
        case ledger(ExemptLedger, DigestKey)
        /// Why it cannot be used.
        case unusable(String)
    }

    let workspace: String

    private var path: String { "\(workspace)/\(Self.folder)" }

    /// What the system says of the file, or `nil` if there is none: two that differ mean that it was written.
    var mark: FileMark? {
        var status = stat()
        return lstat("\(workspace)/\(Self.place)", &status) == 0 ? FileMark(status) : nil
    }

    /// Reads the ledger as a workspace's files are read: nothing outside it, and no pipes.
    func read() -> Contents {
        let files = DiskFiles(root: workspace)
        do throws(FileError) {
            let ledger = try files.bytes(of: Self.place)
            let key = try files.bytes(of: "\(Self.folder)/\(Self.keyName)")
            guard let ledger else { return folderHadLedger ? .lost : .none }
            guard let key, let key = DigestKey(hexadecimal: String(decoding: key, as: UTF8.self).trimmed) else {
                return .unusable("its key, `\(Self.folder)/\(Self.keyName)`, is not there or is damaged")
            }
            return Self.decode(ledger, under: key)
        } catch {
            return .unusable("cannot \(error.operation): \(error.reason)")
        }
    }

    /// Whether the folder is there, though no ledger is: it had one.
    ///
    /// Where its lock is empty somebody is writing the first ledger, or could not: nothing has been published then.
    private var folderHadLedger: Bool {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return false }
        let isFresh = lstat("\(path)/\(Self.lockName)", &status) == 0 && status.st_size == 0
        return !isFresh
    }

    /// Writes what a change makes of the ledger, unless it stays as it is. Others that write to it wait meanwhile.
    ///
    /// - Parameter change: is given what there is now, and returns what there shall be; `nil` to leave it.
    /// - Throws: a ``PublicationError`` where the ledger cannot be written.
    func update(
        _ change: (Contents) throws(PublicationError) -> (ExemptLedger, DigestKey)?
    ) throws(PublicationError) {
        let isFirst = try makeFolder()
        let lock = open("\(path)/\(Self.lockName)", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard lock >= 0 else { throw failure() }
        defer { close(lock) }
        while flock(lock, LOCK_EX) != 0 {
            guard errno == EINTR else { throw failure() }
        }
        var before = read()
        if isFirst, case .lost = before { before = .none }
        guard let (ledger, key) = try change(before) else { return }
        if case .ledger(let old, let oldKey) = before, old == ledger, oldKey == key {
            // Who wrote it may have ended before it said so.
            return try sign(lock)
        }
        guard let body = Self.encode(ledger) else {
            throw PublicationError(.fault, "internal error: the exempt ledger cannot be encoded")
        }
        // The key first: a ledger without one cannot be read.
        try AtomicFile.write(Array((key.hexadecimal + "\n").utf8), to: Self.keyName, in: path, mode: 0o600)
        let file = key.digest(of: body) + "\n" + body
        try AtomicFile.write(Array(file.utf8), to: Self.name, in: path, mode: 0o600)
        try sign(lock)
    }

    /// Has the lock say that there is a ledger.
    private func sign(_ lock: Int32) throws(PublicationError) {
        var status = stat()
        guard fstat(lock, &status) == 0 else { throw failure() }
        let sign = Self.sign.utf8
        if status.st_size == 0, Array(sign).withUnsafeBytes({ write(lock, $0.baseAddress, $0.count) }) != sign.count {
            throw failure()
        }
    }

    /// What the lock says once there is a ledger.
    private static let sign =
        "There is an \(name) in this folder. Where it is missing, no paper is made until it is restored from a backup.\n"

    /// Makes the folder, if there is none, as one in which nobody has written a ledger yet.
    func prepare() {
        guard mkdir(path, 0o700) == 0 else { return }
        let lock = open("\(path)/\(Self.lockName)", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if lock >= 0 { close(lock) }
    }

    /// - Returns: whether it was not there.
    private func makeFolder() throws(PublicationError) -> Bool {
        let isFirst = mkdir(path, 0o700) == 0
        if !isFirst, errno != EEXIST { throw failure() }
        var status = stat()
        guard lstat(path, &status) == 0 else { throw failure() }
        if status.st_mode & S_IFMT != S_IFDIR {
            throw PublicationError(.inputOutput, "\(path) is not a folder, and the exempt ledger is kept in it")
        }
        return isFirst
    }

    private func failure() -> PublicationError {
        PublicationError(
            .inputOutput,
            "\(workspace)/\(Self.place) cannot be written, and without it nothing that is not for publication is made: "
                + String(cString: strerror(errno))
        )
    }

    private static func encode(_ ledger: ExemptLedger) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        return (try? encoder.encode(ledger)).map { String(decoding: $0, as: UTF8.self) + "\n" }
    }

    private static func decode(_ bytes: [UInt8], under key: DigestKey) -> Contents {
        let damaged = Contents.unusable("it is damaged, or not this workspace's")
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return damaged }
        let body = bytes[(end + 1)...]
        guard String(decoding: bytes[..<end], as: UTF8.self) == key.digest(of: String(decoding: body, as: UTF8.self))
        else { return damaged }
        if let ledger = try? JSONDecoder().decode(ExemptLedger.self, from: Data(body)),
            ledger.format == ExemptLedger.currentFormat
        {
            return .ledger(ledger, key)
        }
        return .unusable("it was written by another version of the program")
    }
}

extension String {
    fileprivate var trimmed: Substring { self[...].trimmingPrefix(while: \.isWhitespace).prefix { !$0.isWhitespace } }
}
