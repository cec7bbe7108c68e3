// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Typesetting

extension StructureTree {
    /// Builds the structure tree of a paper.
    ///
    /// - Parameter isDrawn: whether any text is drawn for an owner: short papers have no contents, long contents only their first levels, and a theme
    ///   may have no bullets.
    /// - Throws: an ``ExportError`` for a paper that no structure tree can represent, such as one with a table whose rows do not fill its
    ///   columns.
    init(of paper: Paper, isDrawn: @escaping (Owner) -> Bool) throws(ExportError) {
        var builder = StructureBuilder(isDrawn: isDrawn)
        try builder.add(paper)
        self.init(elements: builder.elements, headers: builder.headers)
    }
}

/// Collects the elements of a structure tree in reading order.
struct StructureBuilder {
    private(set) var elements: [StructureElement] = []
    private(set) var headers: [NodeID] = []
    private var parent = 0
    private let isDrawn: (Owner) -> Bool

    fileprivate init(isDrawn: @escaping (Owner) -> Bool) { self.isDrawn = isDrawn }

    fileprivate mutating func add(_ paper: Paper) throws(ExportError) {
        try add(.document) { builder throws(ExportError) in
            for section in paper.sections {
                try builder.add(.section) { builder throws(ExportError) in
                    try builder.add(
                        section.blocks.compactMap { block in
                            guard case .contents(var contents) = block.content else { return block }
                            contents.entries.removeAll { !builder.isDrawn(.node($0.id)) }
                            var block = block
                            block.content = .contents(contents)
                            return contents.entries.isEmpty ? nil : block
                        }
                    )
                }
            }
        }
    }

    // MARK: - Elements

    /// Adds an element.
    ///
    /// - Parameter fill: adds the content of the element.
    mutating func add(
        _ type: StructureType,
        _ attributes: StructureElement.Attributes = .none,
        identifier: NodeID? = nil,
        fill: (inout StructureBuilder) throws(ExportError) -> Void
    ) throws(ExportError) {
        let index = begin(StructureElement(type: type, parent: parent, end: 0, identifier: identifier))
        elements[index].attributes = attributes
        let outer = parent
        parent = index
        try fill(&self)
        parent = outer
        elements[index].end = elements.count
    }

    /// Adds an element for drawn text, with the links and spans in it.
    mutating func add(_ type: StructureType, _ inlines: [Inline], owner: Owner, number: String? = nil) {
        let index = begin(StructureElement(type: type, parent: parent, end: 0))
        own(index, by: owner, saying: inlines, number: number)
        elements[index].end = elements.count
    }

    private mutating func begin(_ element: StructureElement) -> Int {
        elements.append(element)
        return elements.count - 1
    }

    /// Gives an element drawn text of its own.
    private mutating func own(_ index: Int, by owner: Owner, saying inlines: [Inline], number: String? = nil) {
        var words = TextDigest(number ?? "")
        let outer = parent
        parent = index
        add(inlines, to: &words)
        parent = outer
        elements[index].owner = owner
        elements[index].words = words
    }

    private mutating func add(_ inlines: [Inline], to words: inout TextDigest) {
        for inline in inlines {
            switch inline {
            case .text(let text): words.add(text)
            case .pageReference(let reference): words.add(reference.words)
            case .emphasis(let inner), .strong(let inner): add(inner, to: &words)
            // A link without visible text cannot be activated: its text is a part of the paragraph.
            case .link(let link) where link.inlines.showNothing: add(link.inlines, to: &words)
            case .link(let link): add(.link, link.inlines, owner: .node(link.id))
            case .span(let span) where span.inlines.showNothing: add(span.inlines, to: &words)
            case .span(let span):
                let index = begin(StructureElement(type: .span, parent: parent, end: 0))
                elements[index].attributes = .span(span.property)
                own(index, by: .node(span.id), saying: span.inlines)
                elements[index].end = elements.count
            case .noteMark(let mark):
                let index = begin(StructureElement(type: .reference, parent: parent, end: 0))
                let outer = parent
                parent = index
                add(.link, mark.link.inlines, owner: .node(mark.id))
                parent = outer
                elements[index].end = elements.count
            case .lineBreak: break
            }
        }
    }

    // MARK: - Blocks

    mutating func add(_ blocks: [Block]) throws(ExportError) {
        var rest = blocks[...]
        while let block = rest.first {
            let caption = rest.captionOfTable
            rest = rest.dropFirst(caption.count)
            if !caption.isEmpty, let block = rest.first, case .table(let table) = block.content {
                try add(table, caption: caption)
            } else {
                try add(block)
            }
            rest = rest.dropFirst()
        }
    }

    /// Adds the content of an item or a cell. A paragraph that is alone in it needs no element of its own.
    mutating func fill(with blocks: [Block]) throws(ExportError) {
        if blocks.count == 1, case .paragraph(let paragraph) = blocks[0].content {
            own(parent, by: .node(blocks[0].id), saying: paragraph.inlines, number: paragraph.number)
        } else {
            try add(blocks)
        }
    }

    private mutating func add(_ block: Block) throws(ExportError) {
        switch block.content {
        // No element groups it: a figure and paragraphs, before everything else.
        case .masthead: try add(block.children)
        case .heading(let heading): try add(heading, of: block)
        case .paragraph(let paragraph):
            add(.paragraph, paragraph.inlines, owner: .node(block.id), number: paragraph.number)
        case .list(let list): try add(list)
        case .quotation(let blocks):
            try add(.quotation) { builder throws(ExportError) in try builder.add(blocks) }
        case .details(let details): try add(details)
        case .signature(let signature):
            add(.paragraph, signature.name + signature.post, owner: .node(block.id))
        case .contents(let contents):
            try add(contents.heading, of: block)
            try add(contents.entries[...])
        case .table(let table): try add(table, caption: [])
        case .figure(let figure): try add(figure, of: block)
        case .notes(let notes): try add(notes)
        }
    }

    private mutating func add(_ heading: Heading, of block: Block) throws(ExportError) {
        guard let type = StructureType(headingLevel: heading.level) else {
            throw ExportError("there is no heading of level \(heading.level)")
        }
        add(type, heading.inlines, owner: .node(block.id), number: heading.prefix)
    }

    private mutating func add(_ list: List) throws(ExportError) {
        let numbering: StructureElement.ListNumbering =
            switch list.marker {
            case .bullet: .disc
            case .decimal: .decimal
            case .letter: .lowerAlpha
            }
        try add(.list, .list(numbering)) { builder throws(ExportError) in
            for item in list.items {
                try builder.add(.listItem) { builder throws(ExportError) in
                    if list.marker != .bullet || builder.isDrawn(.label(item.id)) { builder.addLabel(of: item.id) }
                    try builder.add(.listBody) { builder throws(ExportError) in try builder.fill(with: item.blocks) }
                }
            }
        }
    }

    /// Adds the marker of a list item, whose words only the theme knows.
    private mutating func addLabel(of item: NodeID) {
        let index = begin(StructureElement(type: .label, parent: parent, end: 0, owner: .label(item)))
        elements[index].end = elements.count
    }

    /// Adds pairs of label and value as a list whose items are marked by words.
    private mutating func add(_ details: Details) throws(ExportError) {
        try add(.list, .list(.none)) { builder throws(ExportError) in
            for pair in details.pairs {
                try builder.add(.listItem) { builder throws(ExportError) in
                    builder.add(.label, pair.label, owner: .label(pair.id))
                    try builder.add(.listBody) { builder throws(ExportError) in try builder.fill(with: pair.values) }
                }
            }
        }
    }

    /// Adds entries of one level, each with the deeper ones that follow it.
    private mutating func add(_ entries: ArraySlice<Contents.Entry>) throws(ExportError) {
        guard let level = entries.first?.level else { return }
        try add(.contents) { builder throws(ExportError) in
            var rest = entries
            while let entry = rest.popFirst() {
                let deeper = rest.prefix { $0.level > level }
                rest = rest.dropFirst(deeper.count)
                try builder.add(.contentsItem) { builder throws(ExportError) in
                    try builder.add(.reference) { builder in builder.addLink(to: entry) }
                    try builder.add(deeper)
                }
            }
        }
    }

    /// Adds the link of an entry: its page is known to the typesetter alone.
    private mutating func addLink(to entry: Contents.Entry) {
        let index = begin(StructureElement(type: .link, parent: parent, end: 0, owner: .node(entry.id)))
        elements[index].end = elements.count
    }

    /// Adds notes, each with its label, which leads back to its first mark.
    private mutating func add(_ notes: [Note]) throws(ExportError) {
        for note in notes {
            try add(.note, identifier: note.id) { builder throws(ExportError) in
                try builder.add(.label) { builder in
                    builder.add(.link, note.backLink.inlines, owner: .label(note.id))
                }
                try builder.add(note.blocks)
            }
        }
    }

    // MARK: - Figures

    /// Adds a figure with its caption before it; one that only decorates is an artifact, and no element.
    private mutating func add(_ figure: Figure, of block: Block) throws(ExportError) {
        if figure.caption.isEmpty {
            if figure.alternativeText != nil { addGraphic(of: figure, owner: .node(block.id)) }
            return
        }
        try add(.division) { builder throws(ExportError) in
            try builder.add(.caption) { builder throws(ExportError) in
                for (index, block) in figure.caption.enumerated() {
                    guard case .paragraph(let paragraph) = block.content else { try builder.add(block); continue }
                    let label = index == 0 ? figure.label : nil
                    builder.add(.paragraph, paragraph.inlines, owner: .node(block.id), number: label)
                }
            }
            builder.addGraphic(of: figure, owner: .node(block.id))
        }
    }

    private mutating func addGraphic(of figure: Figure, owner: Owner) {
        let index = begin(StructureElement(type: .figure, parent: parent, end: 0, owner: owner))
        elements[index].words = TextDigest(figure.graphic.words.joined())
        elements[index].alternativeText = figure.alternativeText
        elements[index].end = elements.count
    }

    // MARK: - Tables

    /// Adds a table with its caption as its first child, and its notes behind it.
    private mutating func add(_ table: Table, caption: ArraySlice<Block>) throws(ExportError) {
        let naming: TableHeaders
        do { naming = try TableHeaders(of: table) } catch { throw ExportError(error.description) }
        try add(.table) { builder throws(ExportError) in
            if !caption.isEmpty {
                try builder.add(.caption) { builder throws(ExportError) in
                    for block in caption { try builder.add(block) }
                }
            }
            var cells = naming.cells[...]
            // There is no table head without a body (ISO 32000-1, table 337).
            if table.rows.isEmpty { return try builder.add(table.header, &cells) }
            let parts: [(StructureType, [Table.Row])] = [(.tableHead, table.header), (.tableBody, table.rows)]
            for (type, rows) in parts where !rows.isEmpty {
                try builder.add(type) { builder throws(ExportError) in try builder.add(rows, &cells) }
            }
        }
        try add(table.notes)
    }

    private mutating func add(_ rows: [Table.Row], _ cells: inout ArraySlice<TableHeaders.Cell>) throws(ExportError) {
        for row in rows {
            try add(.tableRow) { builder throws(ExportError) in
                for cell in row.cells {
                    guard let naming = cells.popFirst() else { return }
                    try builder.add(cell, naming)
                }
            }
        }
    }

    private mutating func add(_ cell: Table.Cell, _ naming: TableHeaders.Cell) throws(ExportError) {
        let first = headers.count
        headers += naming.headers
        let attributes = StructureElement.CellAttributes(
            scope: naming.scope,
            rowSpan: cell.rowSpan,
            columnSpan: cell.columnSpan,
            headers: first..<headers.count
        )
        let isHeader = naming.scope != nil
        try add(isHeader ? .headerCell : .dataCell, .cell(attributes), identifier: isHeader ? cell.id : nil) {
            builder throws(ExportError) in
            try builder.fill(with: cell.blocks)
        }
    }
}
