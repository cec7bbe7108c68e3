// SPDX-License-Identifier: Apache-2.0

import Publishing

/// A file that is written anew again and again, for another program to read.
struct ReportFile {
    private let folder: String
    let name: String

    init(path: String) {
        let slash = path.lastIndex(of: "/")
        folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    }

    func write(_ text: String) throws(PublicationError) { try AtomicFile.write(Array(text.utf8), to: name, in: folder) }
}
