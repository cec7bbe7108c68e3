// SPDX-License-Identifier: Apache-2.0

import Geometry
package import Diagnostics
package import PaperTree
import Typesetting

/// What a preview shows of an edition of a paper besides its HTML, as of the last run, whether or not the paper was made anew in it.
package struct PaperPreview: Sendable, Hashable {
    /// A page that can be drawn by ``IncrementalPublisher/picture(ofPage:of:)``.
    package struct Page: Sendable, Hashable {
        /// A digest of what the page shows, valid in this process: the same picture has the same one.
        package var digest: Int
        /// The size of its picture in pixels.
        package var width: Int
        package var height: Int
    }

    /// The title of the document.
    package var title: String
    /// Where its blocks were written, in the files as they are now.
    package var places: [NodeID: SourceLocation]
    /// None if the paper could not be made.
    package var pages: [Page] = []

    /// How many pixels a picture has to the inch: enough for a page to be read that is as wide as the text of a screen.
    static let resolution = 144.0

    init(_ paper: Paper, pages: [Page]) {
        title = paper.properties.title
        places = paper.places
        self.pages = pages
    }
}

extension TypesetPaper {
    /// The pages as a preview shows them. To be worked out once: all that they draw is in their digests.
    var previewPages: [PaperPreview.Page] {
        pages.map { page in
            PaperPreview.Page(
                digest: page.hashValue,
                width: Int((page.size.width.points * PaperPreview.resolution / 72).rounded(.up)),
                height: Int((page.size.height.points * PaperPreview.resolution / 72).rounded(.up))
            )
        }
    }
}
