// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import TextShaping

/// Shapes the blocks of a section, and running lines, in the styles of a theme.
struct BlockShaper {
    let theme: Theme
    var text: TextBlockShaper

    var diagnostics: [Diagnostic] { text.diagnostics }

    init(
        theme: Theme,
        shaper: TextShaper,
        language: String,
        continuation: Paper.TableContinuation,
        cache: ParagraphCache = ParagraphCache()
    ) {
        self.theme = theme
        text = TextBlockShaper(
            theme: theme,
            shaper: shaper,
            language: language,
            continuation: continuation,
            cache: cache
        )
    }

    /// Shapes a line of running text.
    ///
    /// - Parameter style: by default the theme's style for running text.
    mutating func shapeRunning(
        _ words: String,
        _ furniture: Owner.Furniture,
        in style: Theme.TextStyle? = nil
    ) throws(FontError) -> ShapedText {
        try text.shape([.text(words)], in: style ?? theme.running.text, owner: .furniture(furniture), at: nil)
    }

    /// Shapes the blocks of a section.
    mutating func shape(_ blocks: [Block]) throws(FontError) -> [ShapedBlock] {
        var shaped: [ShapedBlock] = []
        shaped.reserveCapacity(blocks.count)
        let gutters = blocks.areBesideGutter
        var panel: Panel?
        for (index, block) in blocks.enumerated() {
            var new = try shape(block, isBesideGutter: gutters[index])
            if index + 1 < blocks.count { new.closeUp(block, over: blocks[index + 1], in: theme) }
            if index > 0 {
                new.keepSpace(of: blocks[index - 1], under: block, in: theme)
                if blocks[index - 1].leadsIntoNext { new.keepFirstItems() }
            }
            if block.startsPage { shaped.append(.pageBreak) }
            guard let own = block.panel, case .text(let text)? = new.first, new.count == 1 else {
                shaped += new
                panel = nil
                continue
            }
            if own == panel, case .panel(let texts, let kind)? = shaped.last {
                shaped[shaped.count - 1] = .panel(texts + [text], kind)
            } else {
                shaped.append(.panel([text], own.kind))
            }
            panel = own
        }
        return shaped
    }

    /// - Parameter isBesideGutter: whether text and headings begin after the gutter for numbers.
    private mutating func shape(_ block: Block, isBesideGutter: Bool) throws(FontError) -> [ShapedBlock] {
        switch block.content {
        case .masthead(let masthead): return [.masthead(try shape(masthead))]
        case .heading(let heading):
            if let style = theme.title, heading.role != .section {
                return try shape(title: heading, in: style, of: block).map { .text($0) }
            }
            return [.text(try shape(heading, of: block, isBesideGutter: isBesideGutter))]
        case .list(let list) where list.holdsTables:
            return try shape(list, of: block, gutter: isBesideGutter ? theme.numberGutter : .zero)
        case .paragraph, .list, .quotation:
            guard var shaped = try text.shape(block, in: theme.body) else { return [] }
            if isBesideGutter, block.isRunningText { shaped.gutter = theme.numberGutter }
            return [.text(shaped)]
        case .details(let details):
            switch details.role {
            case .headerBlock, .contact, .definitions: return [.details(try shape(details, of: block))]
            case .keyFigures, .changes: return [.columns(try columns(details, of: block))]
            }
        case .contents(let contents): return [.contents(try shape(contents, of: block))]
        case .signature(let signature): return try shape(signature, of: block).map { .text($0) }
        case .table(let table): return try shape(table, of: block)
        case .figure(let figure): return [.figure(try shape(figure, of: block))]
        case .notes(let notes): return try shape(notes, after: theme.body.after) { .text($0) }
        }
    }

    /// Shapes a list in whose items tables stand.
    ///
    /// - Parameter gutter: the distance from the margin to the list.
    private mutating func shape(
        _ list: List,
        of block: Block,
        gutter: Length
    ) throws(FontError) -> [ShapedBlock] {
        var shaped: [ShapedBlock] = []
        let parts = try text.parts(of: list, in: block, style: theme.body)
        for (index, part) in parts.enumerated() {
            switch part {
            case .text(var own):
                own.gutter = gutter
                if index == 0 { own.spaceBefore = theme.body.before }
                if index == parts.count - 1 { own.spaceAfter = theme.body.after }
                shaped.append(.text(own))
            case .table(let table, let inner, let inset):
                for new in try shape(table, of: inner) {
                    guard case .table(var own) = new else {
                        shaped.append(new)
                        continue
                    }
                    own.inset = gutter + inset
                    shaped.append(.table(own))
                }
            }
        }
        return shaped
    }

    private mutating func shape(_ masthead: Masthead) throws(FontError) -> ShapedMasthead {
        var logo: ShapedFigure?
        if let block = masthead.logo.first, case .figure(let figure) = block.content {
            logo = try shape(figure, of: block)
        }
        return ShapedMasthead(
            logo: logo,
            name: try text.shape(masthead.name, in: theme.masthead.name),
            meeting: try text.shape(masthead.meeting, in: theme.masthead.meeting)
        )
    }

    private mutating func shape(
        _ heading: Heading,
        of block: Block,
        isBesideGutter: Bool = false
    ) throws(FontError) -> TextBlock {
        // In a panel a heading of the first level is no larger than those of the second.
        let level = max(heading.level, block.panel == nil ? 1 : 2)
        let style = theme.heading(ofLevel: level)
        var inlines = heading.inlines
        var hanging: ShapedText?
        // The title of a table is above it, at the margin.
        let isBesideGutter = isBesideGutter && heading.label == nil
        if isBesideGutter {
            hanging = try text.shape(number: heading.number, before: &inlines, in: style.text, of: block)
        } else if let number = heading.prefix {
            inlines.insert(.text("\(number)\u{2002}"), at: 0)
        }
        let shaped = try text.shape(inlines, in: style.text, owner: .node(block.id), at: block.location)
        var block = TextBlock(
            content: .paragraph(shaped),
            gutter: isBesideGutter ? theme.numberGutter : .zero,
            spaceBefore: style.before,
            spaceAfter: style.after,
            keep: [.withNext, .together],
            anchor: heading.anchor,
            outlineEntry: OutlineEntry(of: heading)
        )
        block.number = hanging
        return block
    }

    private mutating func shape(_ details: Details, of block: Block) throws(FontError) -> ShapedDetails {
        var label = theme.body.text
        label.isBold = true
        var value = theme.body
        value.after = .zero
        var pairs: [ShapedDetails.Pair] = []
        for pair in details.pairs {
            pairs.append(
                ShapedDetails.Pair(
                    label: try text.shape(pair.label, in: label, owner: .label(pair.id), at: block.location),
                    values: try text.shape(pair.values, in: value)
                )
            )
        }
        return ShapedDetails(
            pairs: pairs,
            isProse: details.role == .definitions,
            rule: details.role == .headerBlock ? theme.details.rule : .zero,
            spaceBefore: theme.body.before,
            spaceAfter: theme.body.after
        )
    }

    /// Labels side by side: figures half as large again as the first heading, or words in bold over others in the size of tables.
    private mutating func columns(_ details: Details, of block: Block) throws(FontError) -> ShapedColumns {
        var label = theme.body.text
        label.isBold = true
        var words = Theme.BlockStyle(text: theme.body.text, before: .zero, after: .zero)
        var leastWidth = Length.zero
        var before = theme.body.after
        if details.role == .keyFigures {
            before = theme.figure.after
            label = theme.headings[0].text
            label.isBold = true
            label.size = label.size * 1.45
            label.leading = label.leading * 1.3
        } else {
            words = Theme.BlockStyle(text: theme.table.text, before: .zero, after: theme.table.text.leading / 6)
            leastWidth = theme.table.text.size * 16
        }
        var columns: [ShapedColumns.Column] = []
        for pair in details.pairs {
            var blocks = try text.shape(pair.values, in: words)
            for index in blocks.indices {
                blocks[index].spaceAfter = words.after
                blocks[index].keep = []
            }
            columns.append(
                ShapedColumns.Column(
                    label: try text.shape(pair.label, in: label, owner: .label(pair.id), at: block.location),
                    words: blocks
                )
            )
        }
        return ShapedColumns(
            columns: columns,
            leastWidth: leastWidth,
            spaceBefore: before,
            spaceAfter: theme.figure.after
        )
    }

    private mutating func shape(_ contents: Contents, of block: Block) throws(FontError) -> ShapedContents {
        var entries: [ShapedContents.Entry] = []
        for entry in contents.entries {
            var style = theme.body.text
            style.isBold = entry.level == 1 && theme.contents.isBold
            let words = [entry.number, entry.words].compactMap(\.self).joined(separator: "\u{2002}")
            entries.append(
                ShapedContents.Entry(
                    text: try text.shape([.text(words)], in: style, owner: .node(entry.id), at: block.location),
                    level: entry.level,
                    indent: theme.list.indent * (entry.level - 1),
                    anchor: entry.anchor,
                    node: entry.id,
                    words: words
                )
            )
        }
        return ShapedContents(
            heading: try shape(contents.heading, of: block),
            entries: entries,
            fromPages: contents.fromPages,
            spaceAfter: theme.body.after
        )
    }

    private mutating func shape(_ signature: Signature, of block: Block) throws(FontError) -> [TextBlock] {
        var name = theme.body.text
        name.isBold = true
        // The space is drawn at the end of the line, so that the lines are read as two words.
        let lines = [(signature.name + [.text(" ")], name), (signature.post, theme.body.text)]
        var shaped: [TextBlock] = []
        for (inlines, style) in lines {
            let line = try text.shape(inlines, in: style, owner: .node(block.id), at: block.location)
            shaped.append(
                TextBlock(content: .paragraph(line), spaceBefore: .zero, spaceAfter: .zero, keep: .withPrevious)
            )
        }
        shaped[0].spaceBefore = theme.signature.gap
        if theme.signature.rule > .zero { shaped[0].isUnderRule = true }
        shaped[0].keep.insert(.withNext)
        shaped[1].spaceAfter = theme.body.after
        return shaped
    }

    // MARK: - Figures

    private mutating func shape(_ figure: Figure, of block: Block) throws(FontError) -> ShapedFigure {
        var caption = figure.caption
        // An en space, as after the number of a heading.
        if let label = figure.label, case .paragraph(var title) = caption.first?.content {
            title.inlines.insert(.text("\(label)\u{2002}"), at: 0)
            caption[0].content = .paragraph(title)
        }
        var shaped = try text.shape(caption, in: theme.figure.note)
        for index in shaped.indices { shaped[index].keep = [.withNext, .together] }
        if !shaped.isEmpty { shaped[0].anchor = figure.anchor }
        return ShapedFigure(
            id: block.id,
            isDecoration: figure.alternativeText == nil,
            caption: shaped,
            graphic: try text.shape(figure.graphic, of: block.id, at: block.location)
        )
    }

    // MARK: - Tables

    private mutating func shape(_ table: Table, of block: Block) throws(FontError) -> [ShapedBlock] {
        var shaped = try text.shape(table, at: block.location)
        let notes = try shape(table.notes, after: theme.table.after) { .tableNote($0) }
        if !notes.isEmpty, theme.note.place == .text { shaped.spaceAfter = theme.note.block.text.leading / 2 }
        return [.table(shaped)] + notes
    }
}

extension [Block] {
    /// Whether each of them begins after the gutter in which numbers hang: in a text with numbered paragraphs everything under a numbered
    /// heading, down to a heading without a number that is not below it.
    fileprivate var areBesideGutter: [Bool] {
        guard contains(where: \.isNumberedParagraph) else { return [Bool](repeating: false, count: count) }
        var numberedLevel: Int?
        return map { block in
            if case .heading(let heading) = block.content, heading.number != nil || heading.level <= numberedLevel ?? 6
            {
                numberedLevel = heading.number == nil ? nil : heading.level
            }
            return numberedLevel != nil
        }
    }
}

extension [ShapedBlock] {
    /// Keeps the first items of a list together.
    fileprivate mutating func keepFirstItems() {
        guard case .text(var text)? = first, case .list = text.content else { return }
        text.keep.insert(.firstItems)
        self[0] = .text(text)
    }
}

extension Block {
    /// Whether it is a paragraph that leads into the block after it.
    fileprivate var leadsIntoNext: Bool {
        if case .paragraph(let paragraph) = content { paragraph.role == .leadIn } else { false }
    }

    /// Whether it is text of a section itself, and not of a table or a figure after it.
    fileprivate var isRunningText: Bool {
        switch content {
        case .paragraph(let paragraph): paragraph.role.isRunningText
        case .list, .quotation: true
        case .masthead, .heading, .details, .signature, .contents, .table, .figure, .notes: false
        }
    }

    /// Whether it is a paragraph of a section with a number.
    fileprivate var isNumberedParagraph: Bool {
        if case .paragraph(let paragraph) = content { paragraph.number != nil && isRunningText } else { false }
    }
}
