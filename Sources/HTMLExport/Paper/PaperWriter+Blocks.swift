// SPDX-License-Identifier: Apache-2.0

import PaperTree

extension PaperWriter {
    /// Writes blocks one under another, those of a panel in a box.
    mutating func write(_ blocks: [Block]) {
        var rest = blocks[...]
        while let first = rest.first {
            let caption = rest.captionOfTable
            if !caption.isEmpty, case .table(let table) = rest[caption.endIndex].content {
                write(table, caption: Array(caption))
                enter(nil)
                rest = rest.dropFirst(caption.count + 1)
                continue
            }
            guard let panel = first.panel else {
                write(first)
                rest.removeFirst()
                continue
            }
            let boxed = rest.prefix { $0.panel == panel }
            element(.div, .class(panel.kind == .exemptionReason ? "panel why" : "panel")) { page in
                for block in boxed { page.write(block) }
            }
            rest = rest.dropFirst(boxed.count)
        }
    }

    /// Writes the content of an item or a cell. A paragraph that is alone in it needs no element of its own.
    mutating func fill(with blocks: [Block]) {
        if blocks.count == 1, case .paragraph(let paragraph) = blocks[0].content {
            writeWords(of: paragraph)
        } else {
            write(blocks)
        }
    }

    /// The node of a block, for the element that is written for it.
    func marks(of block: Block) -> [Attribute] { marksBlocks ? [.node(block.id.index)] : [] }

    /// The node of a paragraph that is alone in an item or a cell and has no element of its own.
    func marks(ofContent blocks: [Block]) -> [Attribute] {
        guard marksBlocks, blocks.count == 1, case .paragraph = blocks[0].content else { return [] }
        return [.node(blocks[0].id.index)]
    }

    private mutating func write(_ block: Block) {
        switch block.content {
        case .masthead(let masthead): write(masthead)
        case .heading(let heading): write(heading, of: block)
        case .paragraph(let paragraph): write(paragraph, of: block)
        case .list(let list): write(list)
        case .quotation(let blocks): element(.blockquote) { $0.write(blocks) }
        case .details(let details): write(details)
        case .signature(let signature): write(signature, of: block)
        case .contents(let contents): write(contents, of: block)
        case .table(let table): write(table, caption: [])
        case .figure(let figure): write(figure, of: block)
        case .notes(let notes): write(notes)
        }
        enter(nil)
    }

    // MARK: - Masthead, headings and paragraphs

    mutating func write(_ masthead: Masthead) {
        element(.div, .class("mast")) { page in
            page.write(masthead.logo)
            page.write(lines: masthead.name, "name")
            page.write(lines: masthead.meeting, "meet")
        }
    }

    private mutating func write(lines blocks: [Block], _ name: StaticString) {
        if blocks.isEmpty { return }
        element(.div, .class(name)) { $0.write(blocks) }
    }

    private mutating func write(_ heading: Heading, of block: Block) {
        let id = identifier(heading.anchor) ?? .numbered("heading", block.id.index)
        enter(heading, id: id)
        write(heading, id: id, marks(of: block))
    }

    private mutating func write(_ paragraph: Paragraph, of block: Block) {
        let marks = marks(of: block)
        switch paragraph.role {
        case .body, .leadIn, .exemptMark: element(.p, marks) { $0.writeWords(of: paragraph) }
        case .subheading: element(.p, [.class("sub")] + marks) { $0.writeWords(of: paragraph) }
        case .tableNote: element(.p, [.class("tn")] + marks) { $0.writeWords(of: paragraph) }
        case .captionNote: element(.p, [.class("cn")] + marks) { $0.writeWords(of: paragraph) }
        case .caption:
            let id = ElementID.numbered("caption", block.id.index)
            element(.p, [.class("cap"), .id(id)] + marks) { $0.writeWords(of: paragraph) }
        }
    }

    private mutating func writeWords(of paragraph: Paragraph) {
        write(number: paragraph.number)
        write(paragraph.inlines, after: paragraph.symbol)
    }

    /// Writes a number or a label before words.
    mutating func write(number: String?) {
        guard let number else { return }
        element(.span, .class("no")) { $0.write(number) }
        write(" ")
    }

    // MARK: - Lists and pairs

    private mutating func write(_ list: List) {
        switch list.marker {
        case .bullet: element(.ul) { $0.write(list.items) }
        case .decimal(let start): element(.ol, .start(start)) { $0.write(list.items) }
        case .letter: element(.ol, .type("a"), .class("letters")) { $0.write(list.items) }
        }
    }

    private mutating func write(_ items: [List.Item]) {
        for item in items { element(.li, marks(ofContent: item.blocks)) { $0.fill(with: item.blocks) } }
    }

    private mutating func write(_ details: Details) {
        let name: StaticString =
            switch details.role {
            case .headerBlock: "pairs head"
            case .contact, .definitions: "pairs"
            case .keyFigures: "cols figures"
            case .changes: "cols changes"
            }
        element(.dl, .class(name)) { page in
            for pair in details.pairs {
                page.element(.div) { page in
                    page.element(.dt) { $0.write(pair.label) }
                    page.element(.dd, page.marks(ofContent: pair.values)) { $0.fill(with: pair.values) }
                }
            }
        }
    }

    private mutating func write(_ signature: Signature, of block: Block) {
        element(.p, [.class("sign")] + marks(of: block)) { page in
            page.element(.span, .class("name")) { $0.write(signature.name) }
            page.write(" ")
            page.element(.span) { $0.write(signature.post) }
        }
    }

    // MARK: - Contents

    private mutating func write(_ contents: Contents, of block: Block) {
        if contents.entries.isEmpty { return }
        let id = identifier(contents.heading.anchor) ?? .numbered("heading", block.id.index)
        element(.nav, .labelled(by: [id])) { page in
            page.write(contents.heading, id: id)
            page.write(contents.entries[...])
        }
    }

    /// Writes entries of one level, each with the deeper ones that follow it.
    private mutating func write(_ entries: ArraySlice<Contents.Entry>) {
        guard let level = entries.first?.level else { return }
        element(.ol) { page in
            var rest = entries
            while let entry = rest.popFirst() {
                let deeper = rest.prefix { $0.level > level }
                rest = rest.dropFirst(deeper.count)
                page.element(.li) { page in
                    page.element(.a, .link(to: .fragment(.name(entry.anchor)))) { page in
                        page.write(number: entry.number)
                        page.write(entry.words)
                    }
                    page.write(deeper)
                }
            }
        }
    }

    // MARK: - Notes

    /// Writes notes, each with its label, which leads back to its first mark.
    mutating func write(_ notes: [Note]) {
        for note in notes {
            element(.div, .class("note"), .role("doc-footnote"), .id(.name(note.anchor))) { page in
                page.write(note.backLink, role: "doc-backlink")
                page.write(" ")
                page.write(note.blocks)
            }
        }
    }
}
