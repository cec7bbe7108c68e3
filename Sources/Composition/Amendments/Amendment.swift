// SPDX-License-Identifier: Apache-2.0

package import PaperTree

/// A part of a paper that has changed since a draft, and the words for the change.
package struct Amendment: Sendable, Hashable {
    /// The anchor of the section, by which an officer's own words for the change refer to it.
    package var key: String
    /// "Section 5".
    package var place: String
    /// "figures changed for NI 148; text added", or the officer's own words.
    package var words: [Inline]
    /// The changed nodes of the paper; for a removed part, those before which it was.
    package var nodes: Set<NodeID>
}

/// A draft of a paper that was circulated.
package struct CirculatedDraft: Sendable, Hashable {
    /// "version 1".
    package var version: String
    /// Without its own list of amendments.
    package var paper: Paper

    package init(version: String, paper: Paper) {
        self.version = version
        self.paper = paper
    }
}

/// What the list of amendments that a paper prints, `{{> amendments }}`, is made against.
package enum AmendmentBaseline: Sendable, Hashable {
    /// There is no list: the paper is composed to be compared.
    case omitted
    /// The paper has not been circulated before.
    case neverCirculated
    case draft(CirculatedDraft)
}
