// SPDX-License-Identifier: Apache-2.0

package import PaperTree

/// Where papers are written: those for everybody in one folder, those that are not for publication in another, and neither folder
/// in the other, so that whoever publishes the first publishes nothing of the second.
package struct OutputFolders: Sendable, Hashable {
    /// The folder for papers that everybody may read.
    package let open: String
    /// The folder for papers that are not for publication.
    package let restricted: String

    /// Takes two folders, which need not be there yet.
    ///
    /// - Parameter restricted: beside the other folder, with `-restricted` behind its name, where it is not given.
    /// - Throws: a ``PublicationError`` where one folder is the other or is in it.
    package init(open: String, restricted: String? = nil) throws(PublicationError) {
        if open.isEmpty || restricted?.isEmpty == true {
            throw PublicationError(.usage, "the name of the folder is empty")
        }
        self.open = open
        self.restricted = restricted ?? Self.restricted(beside: open)
        try verify()
    }

    /// The folder for papers that are not for publication, if none is given: beside the other, with `-restricted` behind its name.
    package static func restricted(beside open: String) -> String {
        var trimmed = Substring(open)
        while trimmed.hasSuffix("/"), trimmed.count > 1 { trimmed.removeLast() }
        // `.` and `..` have no name to put anything behind.
        let isNamed = trimmed.split(separator: "/").last.map { $0 != "." && $0 != ".." } ?? false
        return (isNamed ? String(trimmed) : FolderIdentity.real(open)) + "-restricted"
    }

    /// Sees that neither folder is the other, or in it. What was so may change while a service runs: a folder can be mounted.
    ///
    /// - Throws: a ``PublicationError`` where they are not apart.
    package func verify() throws(PublicationError) {
        if FolderIdentity(open).isApart(from: FolderIdentity(restricted)) { return }
        throw PublicationError(
            .usage,
            "papers that are not for publication cannot go to \(restricted): it is in the same place as \(open), or one is in the other"
        )
    }

    /// Sees that a folder from which things are taken is none of those that papers are made of or go to.
    ///
    /// - Throws: a ``PublicationError`` where it is in one of them, or one is in it.
    package func check(inbox: String, workspace: String) throws(PublicationError) {
        let own = ["returns", "papers", "layouts", "fonts", "circulated"].map { workspace + "/" + $0 }
        let place = FolderIdentity(inbox)
        for other in [open, restricted] + own where !place.isApart(from: FolderIdentity(other)) {
            throw PublicationError(.usage, "\(inbox) cannot be the inbox: it and \(other) are in one another")
        }
        if FolderIdentity(workspace).isIn(place) {
            throw PublicationError(.usage, "\(inbox) cannot be the inbox: the workspace is in it")
        }
    }

    /// Checks that a file which the service writes again and again is not in a folder that it watches: each time would be a change.
    ///
    /// - Throws: a ``PublicationError`` that names the file.
    package func check(report file: String, workspace: String, inbox: String?) throws(PublicationError) {
        let place = FolderIdentity(file.lastIndex(of: "/").map { String(file[..<$0]) + "/" } ?? ".")
        for watched in [workspace, inbox].compactMap(\.self) where place.isIn(FolderIdentity(watched)) {
            throw PublicationError(.usage, "\(file) cannot be written there: \(watched) is watched")
        }
    }

    /// Writes a file into the folder for its edition.
    ///
    /// - Returns: its path.
    /// - Throws: a ``PublicationError`` where it cannot be written, or the folders are no longer apart.
    package func write(_ file: Publication.File) throws(PublicationError) -> String {
        let folder = folder(for: file.edition)
        if file.edition == .restricted { try verify() }
        try AtomicFile.write(file.bytes, to: file.name, in: folder)
        return "\(folder)/\(file.name)"
    }

    /// The folder for an edition.
    package func folder(for edition: Edition) -> String {
        switch edition {
        case .whole, .open: open
        case .restricted: restricted
        }
    }
}
