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

extension Sequence<Inline> {
    /// The same for a medium without pages: no link prints the page number of its target.
    ///
    /// A number that punctuation sets off from other words of its link is left out with the punctuation: "section 4, page 2" becomes
    /// "section 4". Any other link that prints a page number has the name of its target in place of all its words: "page 2" becomes
    /// "section 4", and the sentence around it stays right.
    package var withoutPageNumbers: [Inline] {
        map { inline in
            guard case .link(var link) = inline, link.inlines.printsPageNumber else {
                return inline.rewritingChildren { $0.withoutPageNumbers }
            }
            link.inlines = link.inlines.droppingPageNumbers ?? [.text(link.inlines.namedPlace ?? "")]
            return .link(link)
        }
    }

    /// The name of the target of their page reference, or `nil` if they have none.
    package var namedPlace: String? {
        lazy.compactMap { inline -> String? in
            switch inline {
            case .pageReference(let words): words.place
            case .link: nil
            case .text, .emphasis, .strong, .noteMark, .lineBreak, .span: inline.children.namedPlace
            }
        }.first
    }

    /// The words of a link without its page numbers, or `nil` if these are not set off from other words.
    private var droppingPageNumbers: [Inline]? {
        var kept: [Inline] = []
        var closing = ""
        for inline in self {
            switch inline {
            case .pageReference(let reference) where reference.form != .place:
                guard case .text(let before)? = kept.popLast() else { return nil }
                let words = before.trimmingTrailing { $0.isWhitespace }
                guard let mark = words.last, ",;:(–—".contains(mark) else { return nil }
                let rest = words.dropLast().trimmingTrailing { $0.isWhitespace }
                if !rest.contains(where: { $0.isLetter || $0.isNumber }), kept.isEmpty { return nil }
                closing = mark == "(" ? ")" : ""
                kept.append(.text(String(rest)))
            case .text(let text) where text.hasPrefix(closing):
                kept.append(.text(String(text.dropFirst(closing.count))))
                closing = ""
            case .text, .emphasis, .strong, .link, .pageReference, .noteMark, .lineBreak, .span:
                guard closing.isEmpty, !inline.children.printsPageNumber else { return nil }
                kept.append(inline)
            }
        }
        return closing.isEmpty ? kept : nil
    }
}

extension StringProtocol {
    /// Without the last characters of which a condition holds.
    fileprivate func trimmingTrailing(while condition: (Character) -> Bool) -> SubSequence {
        var rest = self[...]
        while let last = rest.last, condition(last) { rest.removeLast() }
        return rest
    }
}
