// SPDX-License-Identifier: Apache-2.0

import UnicodeText

/// What runs along a line.
package indirect enum Inline: Sendable, Hashable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case link(Link)
    case pageReference(PageReference)
    case noteMark(NoteMark)
    case lineBreak
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

extension Inline {
    /// The words alone, without the marks of notes.
    package var plainText: String {
        switch self {
        case .text(let text): text
        case .emphasis, .strong, .link: children.plainText
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
            case .emphasis, .strong, .link: inline.children.showNothing
            case .pageReference(let words): words.words.isBlank
            case .noteMark: false
            case .lineBreak: true
            }
        }
    }
}
