// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A block of a paper: one thing under another.
package struct Block: Sendable, Hashable {
    /// The kinds of block.
    package indirect enum Content: Sendable, Hashable {
        case masthead(Masthead)
        case heading(Heading)
        case paragraph(Paragraph)
        case list(List)
        case quotation([Block])
        case details(Details)
        case signature(Signature)
        case contents(Contents)
        case table(Table)
        case figure(Figure)
        /// What the marks in the text before it refer to.
        case notes([Note])
    }

    package var id: NodeID
    /// The kind of block, with what it holds.
    package var content: Content
    /// Where the officer wrote it. It is no part of equality or of a hash: a line that is inserted above a paragraph makes no other paper.
    package var location: SourceLocation?
    /// The panel that it is in with its neighbours of the same value, or `nil` for none.
    package var panel: Panel?
    /// Whether the block begins a page, because an officer asked for a page break before it. HTML has no pages.
    package var startsPage = false

    package init(id: NodeID, _ content: Content, location: SourceLocation? = nil) {
        self.id = id
        self.content = content
        self.location = location
    }
}

extension Block {
    package static func == (first: Block, second: Block) -> Bool {
        first.id == second.id && first.content == second.content && first.panel == second.panel
            && first.startsPage == second.startsPage
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(content)
        hasher.combine(panel)
        hasher.combine(startsPage)
    }
}

/// A panel around neighbouring blocks: a look, and no element of the structure.
package struct Panel: Sendable, Hashable {
    /// What panels are for, which decides their style.
    package enum Kind: Sendable, Hashable {
        /// What a meeting is asked to do.
        case request
        /// Why a paper is not for publication.
        case exemptionReason
    }

    /// The first of its blocks.
    package var id: NodeID
    /// What it is for.
    package var kind: Kind

    package init(id: NodeID, kind: Kind) {
        self.id = id
        self.kind = kind
    }
}

extension [Block] {
    /// The same blocks in a panel of their own.
    package func inPanel(_ kind: Panel.Kind) -> [Block] {
        guard let first else { return self }
        return map { block in
            var block = block
            block.panel = Panel(id: first.id, kind: kind)
            return block
        }
    }
}

/// The masthead of a paper, over everything else on its first page: who it is from, and which meeting it goes to.
package struct Masthead: Sendable, Hashable {
    /// The council's logo, a figure without a caption; empty for none.
    package var logo: [Block]
    /// The council's name.
    package var name: [Block]
    /// The meeting that the paper goes to.
    package var meeting: [Block]

    package init(logo: [Block], name: [Block], meeting: [Block]) {
        self.logo = logo
        self.name = name
        self.meeting = meeting
    }
}

/// A heading, with the number that the program gave it.
package struct Heading: Sendable, Hashable {
    /// What a heading is the title of, which decides its style and nothing that it says.
    package enum Role: Sendable, Hashable {
        case section
        /// Of the paper, or of a return that is a paper of its own.
        case paper
        /// Of an appendix, whose words begin with what the appendix is called: "Appendix 2".
        case appendix(label: String)
    }

    /// 1 to 6; never more than one deeper than the heading before it.
    package var level: Int
    /// `2.1`, or `nil` if headings have no numbers.
    package var number: String?
    /// What references call the table under the heading: "Table 3", or `nil` for none. Such a heading has no number.
    package var label: String?
    /// Its words, without the number.
    package var inlines: [Inline]
    /// The name by which links find it.
    package var anchor: String
    /// What it is the title of.
    package var role: Role

    package init(
        level: Int,
        number: String? = nil,
        label: String? = nil,
        _ inlines: [Inline],
        anchor: String,
        role: Role = .section
    ) {
        self.level = level
        self.number = number
        self.label = label
        self.inlines = inlines
        self.anchor = anchor
        self.role = role
    }
}

extension Heading {
    /// What is printed before its words.
    package var prefix: String? { number ?? label }

    /// The words of the title of an appendix on two lines: what the appendix is called, with the sign after it, and what it is about. `nil` for
    /// any other heading, and where its words do not begin so.
    package var linesOfAppendix: (label: [Inline], title: [Inline])? {
        guard case .appendix(let label) = role, prefix == nil, case .text(let text)? = inlines.first,
            text.hasPrefix(label)
        else { return nil }
        var title = text.dropFirst(label.count).drop(while: \.isWhitespace)
        // The sign between them is the layout's; a bracket, a quotation mark or a dash after it is the title's own.
        if let sign = title.first, ":.,–—-".contains(sign) { title = title.dropFirst().drop(while: \.isWhitespace) }
        let called = text[..<title.startIndex]
        let rest = [.text(String(title))] + inlines.dropFirst()
        return called.isEmpty || rest.plainText.isEmpty ? nil : ([.text(String(called))], rest)
    }
}

/// A paragraph.
package struct Paragraph: Sendable, Hashable {
    /// What a paragraph is for.
    package enum Role: String, Sendable, Hashable {
        case body
        /// Leads into a list or a table, and stays with it.
        case leadIn = "lead-in"
        /// Says what the passage under it is exempt from, at the head of a quotation that holds the passage.
        case exemptMark = "exempt-mark"
        /// Under a title: what the return reports on.
        case subheading
        /// A line in small type over a table.
        case tableNote = "table-note"
        /// The title of a figure, or of a table without a heading.
        case caption
        /// Under the title of a figure: what is counted, and when.
        case captionNote = "caption-note"
    }

    /// What the paragraph is for, which decides its style and what it stays with.
    package var role: Role
    /// `2.1`, by which minutes cite the paragraph, or `Table 3` before the title of a table; `nil` for none. It is read before the words.
    package var number: String?
    /// Its words.
    package var inlines: [Inline]
    /// Drawn before the words, which say the same, or `nil` for none.
    package var symbol: Symbol?

    package init(_ inlines: [Inline], role: Role = .body, number: String? = nil, symbol: Symbol? = nil) {
        self.role = role
        self.number = number
        self.inlines = inlines
        self.symbol = symbol
    }
}

/// A bulleted or numbered list.
package struct List: Sendable, Hashable {
    /// What marks the items.
    package enum Marker: Sendable, Hashable {
        case bullet
        case decimal(start: Int)
        /// (a), (b), (c): recommendations.
        case letter
    }

    /// One item of a list.
    package struct Item: Sendable, Hashable {
        package var id: NodeID
        /// What the item says: paragraphs, and lists inside it.
        package var blocks: [Block]

        package init(id: NodeID, blocks: [Block]) {
            self.id = id
            self.blocks = blocks
        }
    }

    /// How items are marked, the same for all of a list.
    package var marker: Marker
    /// In order; an item may hold lists of its own.
    package var items: [Item]

    package init(marker: Marker, items: [Item]) {
        self.marker = marker
        self.items = items
    }
}

/// Pairs of a label and what it labels: the header block, the contact officer.
package struct Details: Sendable, Hashable {
    /// The position of the pairs in a paper.
    package enum Role: String, Sendable, Hashable {
        case headerBlock = "header-block"
        /// Large figures side by side, each over what it counts.
        case keyFigures = "key-figures"
        /// What is better and what is worse than before, side by side.
        case changes = "changes"
        case contact
        /// Terms and what they mean, as many as an officer writes.
        case definitions
    }

    /// A label and what it labels.
    package struct Pair: Sendable, Hashable {
        package var id: NodeID
        /// Words such as "To:", in the left column.
        package var label: [Inline]
        /// One or more lines.
        package var values: [Block]

        package init(id: NodeID, label: [Inline], values: [Block]) {
            self.id = id
            self.label = label
            self.values = values
        }
    }

    /// Which of the two groups of pairs a paper has.
    package var role: Role
    /// In the order in which they are printed.
    package var pairs: [Pair]

    package init(role: Role, pairs: [Pair]) {
        self.role = role
        self.pairs = pairs
    }
}

/// Who answers for a statement.
package struct Signature: Sendable, Hashable {
    /// Who signs, and as what.
    package var name: [Inline]
    package var post: [Inline]

    package init(name: [Inline], post: [Inline]) {
        self.name = name
        self.post = post
    }
}

/// The table of contents of a paper; typesetting adds the page numbers.
package struct Contents: Sendable, Hashable {
    /// A heading.
    package struct Entry: Sendable, Hashable {
        package var id: NodeID
        /// The level of the heading that the entry is of.
        package var level: Int
        /// The number of the heading, or the label of its table; `nil` if it has neither.
        package var number: String?
        /// The words of the heading, as plain text.
        package var words: String
        /// The anchor of the heading, to which the entry is a link.
        package var anchor: String

        package init(id: NodeID, level: Int, number: String?, words: String, anchor: String) {
            self.id = id
            self.level = level
            self.number = number
            self.words = words
            self.anchor = anchor
        }
    }

    /// The heading over the entries.
    package var heading: Heading
    /// One for each heading, in the order of the paper.
    package var entries: [Entry]
    /// A paper of fewer pages goes without.
    package var fromPages: Int

    package init(heading: Heading, entries: [Entry], fromPages: Int) {
        self.heading = heading
        self.entries = entries
        self.fromPages = fromPages
    }
}
