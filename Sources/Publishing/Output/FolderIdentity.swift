// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The identity of a folder, however it is named: links are followed, and a folder that is mounted in two places is one folder.
///
/// What is not there yet is known by what is above it.
package struct FolderIdentity {
    /// With what the path of everything in the folder begins, links followed.
    let path: String
    /// The same on the file system that the folder is on, from that one's own top: a bind mount has another path, and the same place.
    private let placeOnDevice: String?
    /// The folder, where it is there, and those above it, by device and inode.
    private let chain: [Inode]
    private let isThere: Bool

    /// - Parameter folder: its path, which need not be there.
    package init(_ folder: String) {
        let real = Self.real(folder)
        path = Self.inside(real)
        placeOnDevice = Self.placeOnDevice(of: real).map(Self.inside)
        var chain: [Inode] = []
        var place = real
        var isThere = false
        while true {
            if let inode = Inode(of: place) {
                if place == real { isThere = true }
                chain.append(inode)
            }
            guard place != "/", let slash = place.lastIndex(of: "/") else { break }
            place = slash == place.startIndex ? "/" : String(place[..<slash])
        }
        self.chain = chain
        self.isThere = isThere
    }

    /// The identity of a folder whose file system does not respond, by its written path alone.
    ///
    /// - Parameter path: from the root.
    package init(unanswered path: String) {
        let names = path.split(separator: "/").reduce(into: [Substring]()) { names, name in
            switch name {
            case ".": break
            case "..": _ = names.popLast()
            default: names.append(name)
            }
        }
        self.path = Self.inside("/" + names.joined(separator: "/"))
        placeOnDevice = nil
        chain = []
        isThere = false
    }

    /// The folder above, by its path alone; `nil` if that would be all of the file system.
    package var above: FolderIdentity? {
        let names = path.split(separator: "/")
        return names.count < 2 ? nil : FolderIdentity(unanswered: "/" + names.dropLast().joined(separator: "/"))
    }

    /// Whether the folder is another one, or in it.
    package func isIn(_ other: FolderIdentity) -> Bool {
        if path.hasPrefix(other.path) { return true }
        if let own = placeOnDevice, let others = other.placeOnDevice, own.hasPrefix(others) { return true }
        guard other.isThere, let inode = other.chain.first else { return false }
        return chain.contains(inode)
    }

    /// Whether neither folder is the other, or in it.
    package func isApart(from other: FolderIdentity) -> Bool { !isIn(other) && !other.isIn(self) }

    private static func inside(_ path: String) -> String { path.hasSuffix("/") ? path : path + "/" }

    /// The file system's device and the path from its top, by proc_pid_mountinfo(5); `nil` where the system does not tell.
    private static func placeOnDevice(of path: String) -> String? {
        guard let table = ProcessFile.text(of: "/proc/self/mountinfo") else { return nil }
        var best: (point: String, place: String)?
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 4 else { continue }
            let (root, point) = (unescaped(fields[3]), unescaped(fields[4]))
            guard inside(path).hasPrefix(inside(point)), point.utf8.count >= best?.point.utf8.count ?? 0 else {
                continue
            }
            let rest = path.dropFirst(point.count).drop { $0 == "/" }
            best = (point, "\(fields[2]):" + (rest.isEmpty ? root : inside(root) + rest))
        }
        return best?.place
    }

    /// Without the octal escapes of the system's tables: `\040` is a space.
    private static func unescaped(_ field: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(field.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(3), as: UTF8.self)
            if byte == UInt8(ascii: "\\"), digits.utf8.count == 3, let code = UInt8(digits, radix: 8) {
                bytes.append(code)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The path with every link followed; of what is not there yet, the names behind what is.
    static func real(_ path: String) -> String {
        var existing = path
        var rest: [Substring] = []
        while true {
            if let resolved = realpath(existing.isEmpty ? "." : existing, nil) {
                defer { free(resolved) }
                return rest.reversed().reduce(String(cString: resolved)) { folder, name in
                    switch name {
                    case ".", "": folder
                    case "..": String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
                    default: folder == "/" ? "/\(name)" : "\(folder)/\(name)"
                    }
                }
            }
            guard let slash = existing.lastIndex(of: "/") else {
                rest.append(Substring(existing))
                existing = ""
                continue
            }
            rest.append(existing[existing.index(after: slash)...])
            existing = slash == existing.startIndex ? "/" : String(existing[..<slash])
        }
    }
}
