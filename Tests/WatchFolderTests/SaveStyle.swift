// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TestSupport
import Testing

/// How programs save a file, as the system calls that they make.
enum SaveStyle: String, CaseIterable, CustomTestStringConvertible {
    case truncateAndWrite = "nano, Notepad: truncates and writes"
    case twoWrites = "VS Code: truncates and writes in pieces"
    case renameOver = "gedit: a hidden file renamed over"
    case excel =
        "Excel: a file of eight digits, the old one renamed to another, the new one renamed, the old one removed"
    case excelInPlace = "Excel, shared workbook: written in place in pieces, with pauses"
    case word = "Word: a temporary file, the old one put aside, the new one renamed, the old one removed"
    case wordOverShare = "Word over a share: the old one is away for longer than files settle"
    case libreOffice = "LibreOffice: a lock, a temporary file renamed over"
    case vim = "Vim: a trial file, the old one renamed to a backup, a new one written"
    case vimInPlace = "Vim with backupcopy: a backup, then written in place, and a swap file"
    case emacs = "Emacs: a link as lock, an autosave, a backup, a new file"
    case removeAndCreate = "removes and creates"
    case rsync = "rsync: a hidden file with the source's time renamed over"
    case rsyncInPlace = "rsync --inplace: written in place, the time put back"
    case copy = "cp: truncates and copies"
    case preallocated = "Samba: full size at once, filled in pieces"
    case sameTime = "a file of the same size and time renamed over"
    case earlier = "a clock that is set back: a time before the last one"
    case macOS = "macOS over SMB: .DS_Store and ._ files beside"

    var testDescription: String { rawValue }

    /// Saves so that the file ends as `bytes`.
    func save(_ bytes: [UInt8], to path: String) throws {
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        let folder = String(path[..<slash])
        let name = String(path[path.index(after: slash)...])
        let now = try times(of: path)
        switch self {
        case .truncateAndWrite, .copy:
            write(bytes, to: path)
        case .twoWrites:
            let half = bytes.count / 2
            let file = open(path, O_WRONLY | O_TRUNC)
            append(bytes[..<half], to: file)
            usleep(20_000)
            append(bytes[half...], to: file)
            close(file)
        case .renameOver:
            write(bytes, to: folder + "/.goutputstream-AB12CD")
            rename(folder + "/.goutputstream-AB12CD", path)
        case .excel:
            write([1], to: folder + "/~$" + name)
            write(bytes, to: folder + "/4D2A1B00")
            usleep(20_000)
            rename(path, folder + "/9C7E5A00")
            rename(folder + "/4D2A1B00", path)
            usleep(20_000)
            unlink(folder + "/9C7E5A00")
            unlink(folder + "/~$" + name)
        case .excelInPlace:
            let file = open(path, O_RDWR | O_TRUNC)
            append(bytes.prefix(bytes.count / 2), to: file)
            // Longer than the tests' files settle.
            usleep(1_300_000)
            append(bytes.dropFirst(bytes.count / 2), to: file)
            close(file)
        case .word, .wordOverShare:
            write([1], to: folder + "/~$" + name)
            write(bytes, to: folder + "/~WRD0001.tmp")
            rename(path, folder + "/~WRL0002.tmp")
            // Longer than the tests' files settle, or shorter.
            usleep(self == .wordOverShare ? 1_300_000 : 20_000)
            rename(folder + "/~WRD0001.tmp", path)
            unlink(folder + "/~WRL0002.tmp")
            unlink(folder + "/~$" + name)
        case .libreOffice:
            write([1], to: folder + "/.~lock.\(name)#")
            write(bytes, to: folder + "/lu1234abcd.tmp")
            rename(folder + "/lu1234abcd.tmp", path)
            unlink(folder + "/.~lock.\(name)#")
        case .vim:
            write([], to: folder + "/4913")
            unlink(folder + "/4913")
            rename(path, path + "~")
            write(bytes, to: path)
            chmod(path, 0o644)
            unlink(path + "~")
        case .vimInPlace:
            write([1], to: folder + "/.\(name).swp")
            write([1], to: path + "~")
            write(bytes, to: path)
            unlink(path + "~")
            unlink(folder + "/.\(name).swp")
        case .emacs:
            symlink("officer@machine.123:456", folder + "/.#" + name)
            write(bytes, to: folder + "/#\(name)#")
            rename(path, path + "~")
            write(bytes, to: path)
            unlink(folder + "/#\(name)#")
            unlink(folder + "/.#" + name)
        case .removeAndCreate:
            unlink(path)
            usleep(20_000)
            write(bytes, to: path)
        case .rsync:
            write(bytes, to: folder + "/.\(name).Xb3k9Q")
            set(now, on: folder + "/.\(name).Xb3k9Q")
            rename(folder + "/.\(name).Xb3k9Q", path)
        case .rsyncInPlace:
            let file = open(path, O_WRONLY)
            append(bytes[...], to: file)
            ftruncate(file, bytes.count)
            close(file)
            set(now, on: path)
        case .preallocated:
            let file = open(path, O_WRONLY)
            ftruncate(file, 0)
            ftruncate(file, bytes.count)
            var rest = bytes[...]
            while !rest.isEmpty {
                append(rest.prefix(bytes.count / 4 + 1), to: file)
                rest = rest.dropFirst(bytes.count / 4 + 1)
                usleep(50_000)
            }
            close(file)
        case .sameTime:
            write(bytes, to: folder + "/.new")
            set(now, on: folder + "/.new")
            rename(folder + "/.new", path)
        case .earlier:
            write(bytes, to: path)
            let past = timespec(tv_sec: 631_152_000, tv_nsec: 0)
            set([past, past], on: path)
        case .macOS:
            write([1], to: folder + "/.DS_Store")
            write([1], to: folder + "/._" + name)
            write(bytes, to: path)
            unlink(folder + "/._" + name)
        }
    }

    private func write(_ bytes: [UInt8], to path: String) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        append(bytes[...], to: file)
        close(file)
    }

    private func append(_ bytes: ArraySlice<UInt8>, to file: Int32) {
        bytes.withUnsafeBytes { _ = Glibc.write(file, $0.baseAddress, $0.count) }
    }

    private func times(of path: String) throws -> [timespec] {
        var status = stat()
        stat(path, &status)
        return [status.st_atim, status.st_mtim]
    }

    private func set(_ times: [timespec], on path: String) { utimensat(AT_FDCWD, path, times, 0) }
}
