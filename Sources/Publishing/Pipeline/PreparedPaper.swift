// SPDX-License-Identifier: Apache-2.0

import Layouts
import OpenData
import PaperTree
import Typesetting

/// How the papers of one run are presented: in which files, in which theme, and with which words of the program beside them.
struct Presentation: Sendable, Hashable {
    var formats: Set<PublicationRequest.Format>
    var theme: Theme
    /// The phrases of an HTML page that are not part of the paper, such as its skip link.
    var wording: Wording
    /// Whether it is for a preview: the paper is typeset whatever its formats are, and its HTML carries the nodes of blocks.
    var isForPreview = false
}

/// A paper that is ready to be written in its formats.
struct PreparedPaper {
    var paper: Paper
    /// `nil` if none of its formats has pages.
    var pages: TypesetPaper?
    var presentation: Presentation
    /// The data that its PDF carries; none in a run that attaches none, and in an edition that is not for publication.
    var attachments: [DataFile] = []

    /// How many pages it has; 1 if it is not typeset.
    var pageCount: Int { pages?.pages.count ?? 1 }
}
