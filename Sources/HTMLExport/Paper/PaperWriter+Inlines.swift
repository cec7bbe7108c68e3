// SPDX-License-Identifier: Apache-2.0

import PaperTree
import UnicodeText

extension PaperWriter {
    /// Writes words, with a symbol before them that nobody has to see.
    mutating func write(_ inlines: [Inline], after symbol: Symbol? = nil) {
        if let symbol { write(symbol) }
        for inline in inlines.printsPageNumber ? inlines.withoutPageNumbers : inlines { write(inline) }
    }

    private mutating func write(_ inline: Inline) {
        switch inline {
        case .text(let text): write(text)
        case .emphasis(let inner): element(.em) { page in for inline in inner { page.write(inline) } }
        case .strong(let inner): element(.strong) { page in for inline in inner { page.write(inline) } }
        case .pageReference(let reference): write(reference.words)
        case .link(let link): write(link)
        case .noteMark(let mark):
            // A line may end before it; the words and the mark together can be wider than a column.
            element(.wbr)
            write(mark.link, role: "doc-noteref", id: .name(NoteMark.anchor(of: mark.id)))
        case .lineBreak: element(.br)
        case .span(let span) where span.inlines.showNothing: for inline in span.inlines { write(inline) }
        case .span(let span):
            switch span.property {
            case .language(let tag):
                element(.span, .language(tag.rawValue)) { page in for inline in span.inlines { page.write(inline) } }
            case .expansion(let expansion):
                element(.abbr, .title(expansion)) { page in for inline in span.inlines { page.write(inline) } }
            }
        }
    }

    /// Writes a link; words of which nothing shows, or that lead to an address that is none, are no link.
    mutating func write(_ link: Link, role: StaticString? = nil, id: ElementID? = nil) {
        let address: Address? =
            switch link.target {
            case .address(let text): Address(text)
            case .anchor(let name): .fragment(.name(name))
            }
        guard let address, !link.inlines.showNothing else {
            for inline in link.inlines { write(inline) }
            return
        }
        var attributes: [Attribute] = []
        if let id { attributes.append(.id(id)) }
        attributes.append(.link(to: address))
        if let role { attributes.append(.role(role)) }
        element(.a, attributes) { page in for inline in link.inlines { page.write(inline) } }
    }
}
