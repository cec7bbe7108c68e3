// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree
import Publishing

/// One edition of a paper as the preview shows it: as it was made last, and what is wrong with it now.
struct PreviewPaper: Sendable, Equatable {
    /// How a paper is.
    enum State: Sendable, Hashable {
        /// It could be made as the files are now.
        case good
        /// Errors keep it from being made.
        case problems
        /// Something in it may be exempt and is not marked: nothing may be published.
        case heldBack
    }

    let key: PaperKey
    var edition: Edition
    var state: State
    /// The title of the document, or `nil` if it was never made.
    var title: String?
    /// What an agenda says of it, or `nil` for a paper that is not in the round at the moment.
    var announcement: PaperAnnouncement?
    /// As it was made last, or `nil` if it was never made.
    var document: PaperDocument?
    var pages: [PaperPreview.Page] = []
    /// Where its blocks were written.
    var places: [NodeID: SourceLocation] = [:]
    /// Why nobody knows whether it is as the files are now, or `nil`.
    var failure: String?
    /// The problems that are about it.
    var problems: [PlacedProblem] = []
    /// The generation in which anything of it changed last.
    var changed = 0

    /// The name of the paper in lists.
    var name: String { title ?? announcement?.title ?? key.id }

    /// Whether both show the same, whenever that came about.
    func shows(_ other: PreviewPaper) -> Bool {
        var same = other
        same.changed = changed
        return self == same
    }
}
