// SPDX-License-Identifier: Apache-2.0

import Digests
import FoundationEssentials
import Synchronization
import TextShaping
import WorkspaceFiles

/// The font files of a run, read and digested once for all of its threads.
final class FontFiles: Sendable {
    private let ofWorkspace = Mutex<WorkspaceFonts?>(nil)
    private let digests = Mutex<[FontFile: String?]>([:])

    /// The fonts in a workspace's folder `fonts`.
    ///
    /// - Throws: a ``FontError`` where there is no memory for them.
    func fonts(ofWorkspace workspace: String) throws(FontError) -> WorkspaceFonts {
        try ofWorkspace.withLock { known throws(FontError) in
            if let known { return known }
            let fonts = try WorkspaceFonts(in: DiskFiles(root: workspace))
            known = fonts
            return fonts
        }
    }

    /// The digest of a file, which no other thread works out meanwhile; `nil` if it cannot be read.
    func digest(of file: FontFile) -> String? {
        digests.withLock { known in
            if let digest = known[file] { return digest }
            let digest = file.digest
            known[file] = .some(digest)
            return digest
        }
    }

    /// Drops everything, so that the files are read again.
    func drop() {
        ofWorkspace.withLock { $0 = nil }
        digests.withLock { $0 = [:] }
    }
}

extension FontFile {
    /// The SHA-256 of the file, in hexadecimal digits; `nil` if it cannot be read.
    var digest: String? {
        guard let contents = try? Data(contentsOf: URL(filePath: path)) else { return nil }
        return contents.withUnsafeBytes { contentDigest(of: $0) }
    }
}
