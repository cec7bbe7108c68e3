// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Pages of papers as images, one file each.
package enum PageImages {
    /// The name of a page's file.
    static func name(of page: Int, in paper: String) -> String { paper + ending(of: page) }

    /// What follows the name of the paper in that of a page's file.
    static func ending(of page: Int) -> String { "-\(page).png" }

    /// Removes the pages that a paper had before beyond its last one: they show what it says no more.
    ///
    /// - Parameter files: the pages that have been written.
    package static func removeFormerPages(beyond files: [Publication.File], in folders: OutputFolders) {
        let written = Set(files.map { "\(folders.folder(for: $0.edition))/\($0.name)" })
        for path in written {
            guard let hyphen = path.lastIndex(of: "-"),
                let page = Int(path[path.index(after: hyphen)...].prefix(while: \.isNumber))
            else { continue }
            var former = page + 1
            while true {
                let next = name(of: former, in: String(path[..<hyphen]))
                guard !written.contains(next), unlink(next) == 0 else { break }
                former += 1
            }
        }
    }
}
