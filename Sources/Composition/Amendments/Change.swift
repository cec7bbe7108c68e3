// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// What has changed in a part of a paper.
enum Change: Hashable {
    /// The part is new, or is no more.
    case partAdded, partRemoved
    /// The part stands elsewhere among the others.
    case partMoved
    case headingChanged
    case figuresChanged(rows: [String])
    case figuresInTextChanged
    case rowsAdded([String])
    case rowsRemoved([String])
    case rowsReordered
    case tableAdded, tableRemoved
    case wordsChanged(rows: [String])
    case textChanged, textAdded, textRemoved
}

/// A part of a paper that is not as it was.
struct PartChange {
    var key: String
    var name: PaperPart.Name
    /// Each kind once, in the order in which they are told.
    var changes: [Change]
    /// What has changed in the newer paper, or stands before what is no more.
    var nodes: Set<NodeID>
}
