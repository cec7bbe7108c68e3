// SPDX-License-Identifier: Apache-2.0

extension Sequence<Inline> {
    /// The links that print the page number of their target.
    package var pageReferences: [Link] {
        var links: [Link] = []
        walk { if case .link(let link) = $0, link.inlines.printsPageNumber { links.append(link) } }
        return links
    }

    /// Whether some of the words are a page number.
    package var printsPageNumber: Bool {
        contains { inline in
            if case .pageReference(let reference) = inline { return reference.form != .place }
            return inline.children.printsPageNumber
        }
    }
}
