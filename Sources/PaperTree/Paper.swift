// SPDX-License-Identifier: Apache-2.0

/// What a paper says, from first to last, before anything is known of pages.
///
/// Every figure is filled in, every heading numbered, every reference worded. The structure of the PDF is made of this
/// tree, whatever pages it falls on.
package struct Paper: Sendable, Hashable {
    /// What the document says of itself: title, language, edition.
    package var properties: Properties
    /// The covering paper, and after it a section for each directorate in an appendix.
    package var sections: [Section]
    /// What a band across the head of every page says, so that nobody takes the paper for another; `nil` for no band.
    package var banner: Banner?
    /// What every page says of a draft; `nil` for a final paper.
    package var draft: Draft?
    /// The line at the head of every page, and the one at its foot.
    package var head: RunningText
    package var foot: RunningText
    /// Printed where a table continues on the next page.
    package var continuation: TableContinuation

    package init(
        properties: Properties,
        sections: [Section],
        banner: Banner? = nil,
        draft: Draft? = nil,
        head: RunningText,
        foot: RunningText,
        continuation: TableContinuation
    ) {
        self.properties = properties
        self.sections = sections
        self.banner = banner
        self.draft = draft
        self.head = head
        self.foot = foot
        self.continuation = continuation
    }

    /// What a band across the head of every page says.
    package struct Banner: Sendable, Hashable {
        /// All of it, as a sentence.
        package var words: String
        /// The same in two parts, for a band with large letters at its left: "NOT FOR PUBLICATION", and the reason in small ones at its right.
        /// Empty for a banner that has no such parts.
        package var mark: String
        package var reason: String

        package init(_ words: String, mark: String = "", reason: String = "") {
            self.words = words
            self.mark = mark
            self.reason = reason
        }
    }

    /// What the pages of a draft say.
    package struct Draft: Sendable, Hashable {
        /// Which draft it is.
        package var mark: [RunningText.Piece]
        /// That it is not cleared, for a theme that has room for it.
        package var notice: String

        package init(mark: [RunningText.Piece], notice: String = "") {
            self.mark = mark
            self.notice = notice
        }
    }

    /// The words of tables that continue on the next page.
    package struct TableContinuation: Sendable, Hashable {
        /// Added to a repeated title or band: "(continued)".
        package var mark: String
        /// At the foot of a part that continues, if the theme asks for it: "continued overleaf".
        package var overleaf: String

        package init(mark: String, overleaf: String) {
            self.mark = mark
            self.overleaf = overleaf
        }
    }

    /// What is known of the document as a whole.
    package struct Properties: Sendable, Hashable {
        /// The file's name without its ending.
        package var id: String
        /// The title of the document, which a reader shows in its window.
        package var title: String
        /// What the document is about, for the metadata.
        package var subject: String
        /// The council, for the metadata.
        package var creator: String
        /// A BCP 47 tag.
        package var language: String
        /// Whether this is the public edition, the restricted one, or the only one.
        package var edition: Edition
        /// The date of the meeting in ISO 8601, which replaces the clock.
        package var date: String
        /// Who may read the paper, in the words of its header block; empty if it does not say.
        package var classification: String
        /// Which draft it is, for the title of its window; empty for a final paper.
        package var draftMark: String

        package init(
            id: String,
            title: String,
            subject: String,
            creator: String,
            language: String,
            edition: Edition = .whole,
            date: String,
            classification: String = "",
            draftMark: String = ""
        ) {
            self.id = id
            self.title = title
            self.subject = subject
            self.creator = creator
            self.language = language
            self.edition = edition
            self.date = date
            self.classification = classification
            self.draftMark = draftMark
        }
    }
}

extension Paper.Banner: ExpressibleByStringLiteral {
    package init(stringLiteral words: String) { self.init(words) }
}

/// A node's name within one paper: nodes are numbered in reading order.
package struct NodeID: Sendable, Hashable, Comparable {
    /// The number: nodes that are read later have larger ones.
    package var index: Int

    package init(_ index: Int) { self.index = index }

    package static func < (lhs: NodeID, rhs: NodeID) -> Bool { lhs.index < rhs.index }
}

/// A part of a paper that begins a page and has a name in its running head: the covering paper, a directorate's
/// return.
package struct Section: Sendable, Hashable {
    package var id: NodeID
    /// What `{{ appendix }}` prints on its pages; empty in the covering paper.
    package var label: String
    /// How it is referred to; empty in the covering paper.
    package var name: String
    /// The name by which links find it; empty in the covering paper.
    package var anchor: String
    /// The number of the appendix that it is part of; `nil` in the covering paper.
    package var appendix: Int?
    /// What the section says, in reading order.
    package var blocks: [Block]

    package init(id: NodeID, label: String, name: String = "", anchor: String = "", blocks: [Block]) {
        self.id = id
        self.label = label
        self.name = name
        self.anchor = anchor
        self.blocks = blocks
    }
}

/// A line at the head or the foot of every page.
package struct RunningText: Sendable, Hashable {
    /// A stretch of it; page numbers are known only once the paper is set.
    package enum Piece: Sendable, Hashable {
        case text(String)
        case page
        case pages
        case sectionLabel
        /// The number of the page within its appendix, counted from one; within the main part for a page before the first appendix.
        case appendixPage
        /// The number of pages of its appendix, or of the main part.
        case appendixPages
    }

    /// What is set at each place of the line; empty for nothing.
    package var left: [Piece]
    package var centre: [Piece]
    package var right: [Piece]

    package init(left: [Piece] = [], centre: [Piece] = [], right: [Piece] = []) {
        self.left = left
        self.centre = centre
        self.right = right
    }
}

extension Paper {
    /// The masthead over its first page, or `nil` if it has none.
    package var masthead: Block? {
        guard let first = sections.first?.blocks.first, case .masthead = first.content else { return nil }
        return first
    }

    /// How many blocks, parts of blocks and rows it holds.
    package var nodeCount: Int {
        var count = 0
        for section in sections {
            section.blocks.walk { block in
                count += 1 + block.parts.count
                switch block.content {
                case .contents(let contents): count += contents.entries.count
                case .table(let table): count += table.header.count + table.rows.count
                case .masthead, .heading, .paragraph, .list, .quotation, .details, .signature, .figure, .notes: break
                }
            }
        }
        return count
    }
}
