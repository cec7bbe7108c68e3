// SPDX-License-Identifier: Apache-2.0

package import PaperTree

/// A part of a paper that is not as it was, and what is said of it.
package struct Amendment: Sendable, Hashable {
    /// The name by which an officer says it in other words: the anchor of the section.
    package var key: String
    /// "Section 5".
    package var place: String
    /// "figures changed for NI 148; text added", or the officer's own words.
    package var words: [Inline]
    /// What has changed in the paper, or stands before what is no more.
    package var nodes: Set<NodeID>
}

/// A draft of a paper that went out.
package struct CirculatedDraft: Sendable, Hashable {
    /// What it was called: "version 1".
    package var version: String
    /// What it said, without its own amendments.
    package var paper: Paper

    package init(version: String, paper: Paper) {
        self.version = version
        self.paper = paper
    }
}

/// What `{{> amendments }}` tells.
package enum AmendmentsTold: Sendable, Hashable {
    /// Nothing: the paper is to be compared.
    case leftOut
    /// That the paper has not been circulated before.
    case neverCirculated
    case since(CirculatedDraft)
}
