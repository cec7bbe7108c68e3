// SPDX-License-Identifier: Apache-2.0

package import UnicodeText

/// What runs along a line.
package indirect enum Inline: Sendable, Hashable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case link(Link)
    case pageReference(PageReference)
    case noteMark(NoteMark)
    case lineBreak
    case span(Span)
}

/// Words that lead somewhere.
package struct Link: Sendable, Hashable {
    /// Where a link leads.
    package enum Target: Sendable, Hashable {
        /// An address outside the paper.
        case address(String)
        /// A heading, an appendix or a table of the paper, by its anchor.
        case anchor(String)
    }

    package var id: NodeID
    /// A place in the paper, or an address outside it.
    package var target: Target
    /// The words that are the link.
    package var inlines: [Inline]

    package init(id: NodeID, target: Target, _ inlines: [Inline]) {
        self.id = id
        self.target = target
        self.inlines = inlines
    }
}

/// Words with a property that assistive technology needs and that is not printed.
package struct Span: Sendable, Hashable {
    /// What is known of the words.
    package enum Property: Sendable, Hashable {
        /// They are in another language than the words around them (WCAG 2.2, 3.1.2).
        case language(LanguageTag)
        /// They are an abbreviation, with this expansion (WCAG 2.2, 3.1.4).
        case expansion(String)
    }

    package var id: NodeID
    /// What is known of the words.
    package var property: Property
    /// The words.
    package var inlines: [Inline]

    package init(id: NodeID, _ property: Property, _ inlines: [Inline]) {
        self.id = id
        self.property = property
        self.inlines = inlines
    }
}

extension Inline {
    /// The words alone, without the marks of notes.
    package var plainText: String {
        switch self {
        case .text(let text): text
        case .emphasis, .strong, .link, .span: children.plainText
        case .pageReference(let words): words.words
        case .noteMark: ""
        case .lineBreak: "\n"
        }
    }
}

extension Sequence<Inline> {
    /// The words alone.
    package var plainText: String { map(\.plainText).joined() }
}

extension Sequence<Inline> {
    /// Whether nothing of them shows when they are set: no words but invisible characters, and no mark of a note.
    package var showNothing: Bool {
        allSatisfy { inline in
            switch inline {
            case .text(let text): text.isBlank
            case .emphasis, .strong, .link, .span: inline.children.showNothing
            case .pageReference(let words): words.words.isBlank
            case .noteMark: false
            case .lineBreak: true
            }
        }
    }
}
