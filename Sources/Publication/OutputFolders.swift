// SPDX-License-Identifier: Apache-2.0

import Glibc
package import PaperTree

/// Where papers are written: those for everybody in one folder, those that are not for publication in another, and neither folder
/// in the other, so that whoever publishes the first publishes nothing of the second.
package struct OutputFolders: Sendable, Hashable {
    package let open: String
    package let restricted: String

    /// Takes two folders, which need not be there yet.
    ///
    /// - Parameter restricted: beside the other folder, with `-restricted` behind its name, where it is not given.
    /// - Throws: a ``PublicationError`` where one folder is the other or is in it.
    package init(open: String, restricted: String? = nil) throws(PublicationError) {
        var trimmed = Substring(open)
        while trimmed.hasSuffix("/"), trimmed.count > 1 { trimmed.removeLast() }
        if open.isEmpty || restricted?.isEmpty == true {
            throw PublicationError(.usage, "the name of the folder is empty")
        }
        // `.` and `..` have no name to put anything behind.
        let isNamed = trimmed.split(separator: "/").last.map { $0 != "." && $0 != ".." } ?? false
        let restricted = restricted ?? (isNamed ? String(trimmed) : Self.real(open)) + "-restricted"
        self.open = open
        self.restricted = restricted
        let (first, second) = (Self.inside(Self.real(open)), Self.inside(Self.real(restricted)))
        if !Self.areApart(first, second) {
            throw PublicationError(
                .usage,
                "papers that are not for publication cannot go to \(restricted): it is in the same place as \(open), or one is in the other"
            )
        }
    }

    /// Sees that a folder from which things are taken is none of those that papers are made of or go to.
    ///
    /// - Throws: a ``PublicationError`` where it is in one of them, or one is in it.
    package func check(inbox: String, workspace: String) throws(PublicationError) {
        let own = ["returns", "papers", "layouts", "fonts", "circulated"].map { workspace + "/" + $0 }
        let place = Self.inside(Self.real(inbox))
        for other in [open, restricted] + own where !Self.areApart(place, Self.inside(Self.real(other))) {
            throw PublicationError(.usage, "\(inbox) cannot be the inbox: it and \(other) are in one another")
        }
        if Self.inside(Self.real(workspace)).hasPrefix(place) {
            throw PublicationError(.usage, "\(inbox) cannot be the inbox: the workspace is in it")
        }
    }

    private static func areApart(_ first: String, _ second: String) -> Bool {
        !first.hasPrefix(second) && !second.hasPrefix(first)
    }

    package func folder(for edition: Edition) -> String {
        switch edition {
        case .whole, .open: open
        case .restricted: restricted
        }
    }

    /// With what the path of everything in a folder begins.
    private static func inside(_ path: String) -> String { path == "/" ? path : path + "/" }

    /// The path with every link followed; of what is not there yet, the names behind what is.
    private static func real(_ path: String) -> String {
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
