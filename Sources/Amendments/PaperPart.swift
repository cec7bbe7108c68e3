// SPDX-License-Identifier: Apache-2.0

package import PaperTree

/// A part of a paper whose changes are listed together: the blocks under a heading of the first level, or a directorate's return.
package struct PaperPart {
    /// What the part is called.
    package enum Name: Sendable, Hashable {
        /// The blocks before the first heading.
        case head
        case section(number: String)
        case heading(String)
        case appendix(String)
    }

    /// A paragraph, item or table, which is compared as a whole.
    package struct Unit {
        enum Content {
            /// Begins with the kind of block, so that a paragraph that becomes an item has changed.
            case text(String)
            case table(Table)
        }

        var content: Content
        /// The nodes that are drawn for it.
        package var nodes: Set<NodeID>

        /// Equal for the same unit of two drafts.
        var identity: String {
            switch content {
            case .text(let text): text
            case .table(let table): "table \(table.anchor ?? table.title)"
            }
        }
    }

    /// The anchor of the part, by which an officer's own words for its changes refer to it.
    package var key: String
    var name: Name
    var title = ""
    var headingNodes: Set<NodeID> = []
    /// What is compared one by one: paragraphs, items, tables.
    package private(set) var units: [Unit] = []

    /// The parts of a paper, in order.
    package static func parts(of paper: Paper) -> [PaperPart] {
        paper.sections.flatMap { section in
            section.anchor.isEmpty ? parts(ofCover: section.blocks) : [part(ofAppendix: section)]
        }
    }

    private static func parts(ofCover blocks: [Block]) -> [PaperPart] {
        var parts = [PaperPart(key: "head", name: .head)]
        for block in blocks {
            if case .heading(let heading) = block.content, heading.level == 1 {
                let title = heading.inlines.plainText
                let name = heading.number.map { Name.section(number: $0) } ?? .heading(title)
                var part = PaperPart(key: heading.anchor, name: name)
                part.title = ComparableText.text(of: heading.inlines)
                part.headingNodes = block.nodes
                parts.append(part)
            } else {
                // The contact officer follows the last section and is no part of it.
                if case .details(let details) = block.content, details.role == .contact {
                    let label = details.pairs.first?.label.plainText ?? ""
                    var part = PaperPart(key: "contact", name: .heading(label))
                    part.headingNodes = block.nodes
                    parts.append(part)
                }
                parts[parts.count - 1].add(block)
            }
        }
        return parts
    }

    private static func part(ofAppendix section: Section) -> PaperPart {
        var part = PaperPart(key: section.anchor, name: .appendix(section.name))
        for block in section.blocks {
            if part.headingNodes.isEmpty { part.headingNodes = block.nodes }
            part.add(block)
        }
        return part
    }

    private mutating func add(_ block: Block) {
        func text(_ kind: String, _ text: String, _ nodes: Set<NodeID>) {
            units.append(Unit(content: .text("\(kind) \(text)"), nodes: nodes))
        }
        switch block.content {
        case .heading(let heading): text("h\(heading.level)", ComparableText.text(of: heading.inlines), block.nodes)
        case .paragraph(let paragraph): text("p", ComparableText.text(of: paragraph.inlines), block.nodes)
        case .list(let list):
            for item in list.items {
                text("item", ComparableText.text(of: item.blocks), item.blocks.nodes.union([item.id]))
            }
        case .quotation(let blocks): text("quotation", ComparableText.text(of: blocks), block.nodes)
        case .details(let details):
            for pair in details.pairs {
                let words = ComparableText.text(of: pair.label) + "\n" + ComparableText.text(of: pair.values)
                text("pair", words, pair.values.nodes.union([pair.id]))
            }
        case .signature(let signature): text("signature", (signature.name + signature.post).plainText, block.nodes)
        // The look of the council is no part of what a paper says, and its meeting is in the header block.
        case .masthead, .contents: break
        case .table(let table):
            var own = block
            var alone = table
            alone.notes = []
            own.content = .table(alone)
            units.append(Unit(content: .table(alone), nodes: own.nodes))
            add(table.notes)
        case .figure(let figure):
            let words = [ComparableText.text(of: figure.caption), figure.alternativeText, figure.graphic.identity]
            text("figure", words.compactMap(\.self).joined(separator: "\n"), block.nodes)
        case .notes(let notes): add(notes)
        }
    }

    private mutating func add(_ notes: [Note]) {
        for note in notes {
            units.append(Unit(content: .text("note \(ComparableText.text(of: note.blocks))"), nodes: note.nodes))
        }
    }
}
