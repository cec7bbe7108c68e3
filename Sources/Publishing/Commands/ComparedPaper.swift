// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import PaperTree

/// What is to be held against a draft that went out.
package struct ComparisonRequest: Sendable, Hashable {
    /// The folder that holds `council.yaml`.
    package var workspace: String
    /// A paper by its own name, or all papers of a file.
    package var paper: String
    /// The draft; the last one where none is named.
    package var version: String?
    package var theme: String?
    /// Whether PDFs with bars beside what has changed are wanted.
    package var wantsProof: Bool
    /// When PDFs say that they were made, in seconds since 1970.
    package var madeAt: Int?
    /// Where editions that are not for publication are kept, if that is known.
    package var restrictedFolder: String?

    package init(
        workspace: String,
        paper: String,
        version: String? = nil,
        theme: String? = nil,
        wantsProof: Bool = false,
        madeAt: Int? = nil,
        restrictedFolder: String? = nil
    ) {
        self.workspace = workspace
        self.paper = paper
        self.version = version
        self.theme = theme
        self.wantsProof = wantsProof
        self.madeAt = madeAt
        self.restrictedFolder = restrictedFolder
    }
}

/// A paper held against a draft of it.
package struct ComparedPaper: Sendable {
    /// A part that is not as it was.
    package struct Line: Sendable, Hashable {
        /// By which an officer says it in other words.
        package var key: String
        /// "Section 5".
        package var place: String
        package var words: String
    }

    package var id: String
    /// The name of its file without its ending.
    package var file: String
    /// Whose edition of the paper was compared.
    package var edition: Edition
    /// The draft that it is held against.
    package var version: String
    /// Whether that draft had a paper for the same body.
    package var isNew: Bool
    /// The changes, in the order of the paper.
    package var lines: [Line]
    /// From one, in order.
    package var changedPages: [Int]
}

/// Papers held against a draft, and their proofs.
package struct Comparison: Sendable {
    /// None where there are errors.
    package var papers: [ComparedPaper] = []
    /// PDFs with bars beside what has changed, if they were asked for.
    package var proofs: [Publication.File] = []
    /// What was found while the papers were made.
    package var diagnostics: [Diagnostic] = []
}
