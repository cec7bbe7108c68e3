// SPDX-License-Identifier: Apache-2.0

extension Sequence<Inline> {
    /// The links that say on which page they lead.
    package var pageReferences: [Link] {
        var links: [Link] = []
        walk { if case .link(let link) = $0, link.inlines.saysPage { links.append(link) } }
        return links
    }

    /// Whether some of the words are the number of a page.
    package var saysPage: Bool {
        contains { inline in
            if case .placeWords(let words) = inline { return words.form != .place }
            return inline.children.saysPage
        }
    }
}
