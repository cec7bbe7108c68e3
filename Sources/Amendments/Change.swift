// SPDX-License-Identifier: Apache-2.0

package import PaperTree

/// A kind of change in a part of a paper.
package enum Change: Sendable, Hashable {
    /// The part is only in the newer draft, or only in the older one.
    case partAdded, partRemoved
    /// The part has another position among the others.
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

/// The changes in one part of a paper.
package struct PartChange: Sendable {
    /// The key of the part (``PaperPart/key``).
    package var key: String
    /// What a list of amendments calls the part.
    package var name: PaperPart.Name
    /// Each kind once, in the order in which they are listed.
    package var changes: [Change]
    /// The changed nodes of the newer draft; for something removed, those before which it was.
    package var nodes: Set<NodeID>
}
