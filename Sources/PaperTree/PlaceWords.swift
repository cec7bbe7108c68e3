// SPDX-License-Identifier: Apache-2.0

/// What a link says of the place that it leads to, where that is known only once the place has a number or a page.
package struct PlaceWords: Sendable, Hashable {
    /// What is said.
    package enum Form: String, Sendable, Hashable, CaseIterable {
        /// What the place is called: "section 3".
        case place
        /// On which page it stands.
        case page
        /// The same, but "overleaf" where it stands on the other side of the leaf.
        case overleaf
    }

    package var form: Form
    /// What the place is called.
    package var place: String
    package var wording: PageWording
    /// Where the place stands, once the paper is set.
    package var page: Int?
    /// Whether that is the other side of the leaf.
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

    /// What is printed; while the page is not known, something of its length.
    package var words: String {
        switch form {
        case .place: place
        case .page: wording.words(page: page)
        case .overleaf: isOverleaf ? wording.overleaf : wording.words(page: page)
        }
    }
}

/// How pages are referred to.
package struct PageWording: Sendable, Hashable {
    /// What stands before, between and after the numbers: "page ", "".
    package var parts: [String]
    package var overleaf: String

    package init(parts: [String], overleaf: String) {
        self.parts = parts
        self.overleaf = overleaf
    }

    /// "page 2"; "page …" while the number is not known.
    package func words(page: Int?) -> String { parts.joined(separator: page.map { String($0) } ?? "…") }
}
