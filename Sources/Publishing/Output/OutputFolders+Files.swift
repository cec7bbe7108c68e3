// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Parallelism

extension OutputFolders {
    /// Writes files into the folders for their editions, several at a time: what a small file takes is mostly waiting for the disk.
    ///
    /// All are safe on disk under temporary names before the first has its own: where one cannot be written, what was there before stays, and which
    /// files are there does not depend on the number of threads.
    ///
    /// - Parameter told: is called with each file that is in its place, in order.
    /// - Throws: a ``PublicationError`` for the first file that cannot be written or put in place, or where the folders are not apart.
    package func write(
        _ files: [Publication.File],
        jobs: Int,
        told: (Publication.File) -> Void
    ) throws(PublicationError) {
        if files.contains(where: { $0.edition == .restricted }) { try verify() }
        for folder in Set(files.map { folder(for: $0.edition) }).sorted() {
            try AtomicFile.makeFolder(folder)
            // Of runs that were ended: a part of what is not for publication, in a file that nobody sees.
            AtomicFile.removeLeftovers(in: folder)
        }
        let prepared = Jobs(jobs).map(Array(files.indices), with: (), others: {}) { _, index in
            Result { () throws(PublicationError) in
                let file = files[index]
                return try AtomicFile.prepare(file.bytes, for: file.name, in: folder(for: file.edition))
            }
        }
        var waiting = prepared.compactMap { try? $0.get() }[...]
        defer { for file in waiting { file.discard() } }
        for outcome in prepared { _ = try outcome.get() }
        for file in files {
            guard let next = waiting.popFirst() else { return }
            try next.put()
            told(file)
        }
    }
}
