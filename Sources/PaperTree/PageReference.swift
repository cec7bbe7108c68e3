// SPDX-License-Identifier: Apache-2.0

/// The words of a cross-reference that name its target or print the target's page number.
///
/// They are a node of their own because the number is known only once the target has one: typesetting fills in the page.
package struct PageReference: Sendable, Hashable {
    /// Which words are printed.
    package enum Form: String, Sendable, Hashable, CaseIterable {
        /// The name of the target: "section 3".
        case place
        /// The page of the target: "page 7".
        case page
        /// The page of the target, or "overleaf" if that is the other side of the leaf.
        case overleaf
    }

    /// Which of the three is printed.
    package var form: Form
    /// The name of the target.
    package var place: String
    /// The words around the number of the page, in the language of the paper.
    package var wording: PageWording
    /// The page of the target; `nil` until the paper is typeset.
    package var page: Int?
    /// Whether the page is the other side of the leaf.
    package var isOverleaf: Bool

    package init(
        _ form: Form,
        place: String = "",
        wording: PageWording,
        page: Int? = nil,
        isOverleaf: Bool = false
    ) {
        self.form = form
        self.place = place
        self.wording = wording
        self.page = page
        self.isOverleaf = isOverleaf
    }

    /// The printed words; while the page is not known, a placeholder of about its length.
    package var words: String {
        switch form {
        case .place: place
        case .page: wording.words(page: page)
        case .overleaf: isOverleaf ? wording.overleaf : wording.words(page: page)
        }
    }
}

/// The words around the page number of a reference.
package struct PageWording: Sendable, Hashable {
    /// The words before, between and after the numbers: "page ", "".
    package var parts: [String]
    /// What is printed for a place on the other side of the leaf.
    package var overleaf: String

    package init(parts: [String], overleaf: String) {
        self.parts = parts
        self.overleaf = overleaf
    }

    /// "page 2"; "page …" if the number is not known.
    package func words(page: Int?) -> String { parts.joined(separator: page.map { String($0) } ?? "…") }
}
