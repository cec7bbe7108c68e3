// SPDX-License-Identifier: Apache-2.0

/// The PDF of a paper in the folder of its HTML.
package struct PDFSibling: Sendable, Hashable {
    /// The file's name without a folder.
    package var name: String
    /// Its size in bytes, and how many pages it has.
    package var size: Int
    package var pages: Int

    package init(name: String, size: Int, pages: Int) {
        self.name = name
        self.size = size
        self.pages = pages
    }
}
