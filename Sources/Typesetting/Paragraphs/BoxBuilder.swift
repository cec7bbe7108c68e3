// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// Lays out text blocks in a measure as boxes, one under another: breaks their lines, and marks where a page may not end.
struct BoxBuilder {
    let theme: Theme
    let breaker: LineBreaker
    private(set) var boxes: [Box] = []
    /// The space that the last block leaves below itself: the next box has it above, or its own if that is larger.
    var spaceAfter: Length
    /// Where the bars of exempt passages are drawn.
    let bars: BarPlace
    /// The left edge and the width of the text around a list or a quotation, in whose margin the bars of passages in it are drawn; `nil` outside of one.
    private(set) var outerText: (indent: Length, measure: Length)?
    /// The last paragraph: its first box, and whether it is a status.
    private var last = (start: 0, isStatus: false)

    init(theme: Theme, breaker: LineBreaker, spaceAfter: Length = .zero, bars: BarPlace = .margin) {
        self.theme = theme
        self.breaker = breaker
        self.spaceAfter = spaceAfter
        self.bars = bars
    }

    /// The boxes of a cell or a note.
    static func boxes(
        of blocks: [TextBlock],
        measure: Length,
        alignment: HorizontalAlignment,
        theme: Theme,
        breaker: LineBreaker,
        bars: BarPlace = .margin
    ) -> [Box] {
        // Most cells hold one paragraph.
        if blocks.count == 1, blocks[0].symbol == nil, blocks[0].gutter == .zero,
            case .paragraph(let text) = blocks[0].content
        {
            return breaker.boxes(of: text, measure: measure, alignment: alignment, anchor: blocks[0].anchor)
        }
        var builder = BoxBuilder(theme: theme, breaker: breaker, bars: bars)
        for block in blocks { builder.append(block, measure: measure, alignment: alignment) }
        return builder.boxes
    }

    /// Lays out blocks one under another.
    mutating func append(_ blocks: [TextBlock], measure: Length, indent: Length) {
        for block in blocks { append(block, measure: measure, indent: indent) }
    }

    /// Lays out a block.
    ///
    /// - Parameter alignment: how the lines of a paragraph are aligned; lists and quotations are at the left.
    mutating func append(
        _ block: TextBlock,
        measure: Length,
        indent: Length = .zero,
        alignment: HorizontalAlignment = .left
    ) {
        if block.gutter > .zero { return append(besideGutter: block, measure: measure, indent: indent) }
        switch block.content {
        case .paragraph(let text):
            // The height of a line is more than the width of any letter: where less is left beside the symbol, the words go under it.
            let symbol = block.symbol
            let isOverWords = symbol.map { measure - $0.width < text.leading } ?? false
            let inset = isOverWords ? .zero : symbol?.width ?? .zero
            var boxes = breaker.boxes(
                of: text,
                measure: max(.zero, measure - inset),
                alignment: alignment,
                anchor: block.anchor
            )
            if let symbol {
                boxes = boxes.indented(by: inset)
                if isOverWords { boxes.insert(Box(height: text.leading), at: 0) }
                boxes[0].items.insert(contentsOf: symbol.items(baseline: text.baseline, x: .zero), at: 0)
            }
            if block.isUnderRule {
                boxes[0].drawRule(over: text, style: theme.signature, measure: measure, colour: theme.body.text.colour)
            }
            if text.isStatus { keepFigure(withLines: boxes.count) }
            last = (self.boxes.count, text.isStatus)
            append(boxes.indented(by: indent), of: block)
        case .list(let items):
            if !items.isEmpty { spaceAfter = max(spaceAfter, block.spaceBefore) }
            let outer = outerText
            outerText = outer ?? (indent, measure)
            let first = boxes.count
            append(items.prefix(1), of: items, measure: measure, indent: indent)
            if block.keep.contains(.firstItems), items.count > 1 { keepWithNext(from: first) }
            append(items.dropFirst(), of: items, measure: measure, indent: indent)
            outerText = outer
            spaceAfter = max(spaceAfter, block.spaceAfter)
        case .quotation(let blocks):
            spaceAfter = max(spaceAfter, block.spaceBefore)
            let start = boxes.count
            if block.isBesideBar, let style = theme.exempt {
                append(besideBar: block, of: blocks, style: style, measure: measure, indent: indent)
                spaceAfter = max(spaceAfter, block.spaceAfter)
                return
            }
            let outer = outerText
            outerText = outer ?? (indent, measure)
            let inset = quotationInset(in: measure)
            append(blocks, measure: measure - inset * 2, indent: indent + inset)
            outerText = outer
            drawQuotationRule(from: start, indent: indent)
            spaceAfter = max(spaceAfter, block.spaceAfter)
        case .sparkline(let line):
            append([line.box(measure: measure)].indented(by: indent), of: block)
        }
    }

    /// Lays out a block beside its gutter, which is at the beginning of the line: at the right of text from right to left.
    private mutating func append(besideGutter block: TextBlock, measure: Length, indent: Length) {
        var inner = block
        inner.gutter = .zero
        // However narrow the page is, at least half of it is for the words.
        let gutter = min(block.gutter, max(.zero, measure / 2))
        let first = boxes.count
        defer { if let anchor = block.anchorOutsideLines { anchorLine(at: first, as: anchor) } }
        if let number = block.number, number.naturalWidth > gutter {
            let item = TextBlock.Item(marker: number, blocks: [inner.withoutNumber])
            return append(underMarker: item, measure: measure, indent: indent)
        }
        append(inner, measure: measure - gutter, indent: block.isBackward ? indent : indent + gutter)
        guard let number = block.number else { return }
        let right = indent + measure - number.naturalWidth
        place(number, at: first, indent: block.isBackward ? max(indent, right) : indent)
    }

    private mutating func anchorLine(at index: Int, as anchor: String) {
        if boxes.indices.contains(index) { boxes[index].anchors.insert(anchor, at: 0) }
    }

    /// Adds boxes as they are.
    ///
    /// - Parameter before: the space above the first, or that below the block before it if that is larger.
    mutating func append(_ new: [Box], before: Length, after: Length) {
        for (index, var box) in new.enumerated() {
            if index == 0 { box.spaceBefore = max(spaceAfter, before) }
            boxes.append(box)
        }
        spaceAfter = after
    }

    /// Changes boxes that have been added.
    mutating func update(_ range: Range<Int>, change: (inout Box) -> Void) {
        for index in range { change(&boxes[index]) }
    }

    // MARK: - Paragraphs

    /// Adds the lines of a paragraph. At least two of them stay together at either end of a page, and all of a heading.
    private mutating func append(_ lines: [Box], of block: TextBlock) {
        var lines = lines
        let last = lines.count - 1
        for index in lines.indices {
            let isOrphan = index == 0 && last > 0
            let isWidow = index == last - 1
            let isKept = block.keep.contains(.together) && index < last
            lines[index].keepsWithNext = isOrphan || isWidow || isKept || lines[index].isMarkedBelow
        }
        if block.keep.contains(.withNext) { lines[last].keepsWithNext = true }
        lines[0].outline = block.outlineEntry.map { [$0] } ?? []
        append(lines, before: block.spaceBefore, after: block.spaceAfter)
    }

    /// Keeps a figure of one line with the first status after it, of one or two lines: no more than three lines stay together in a cell.
    private mutating func keepFigure(withLines count: Int) {
        if count <= 2, !last.isStatus, boxes.count == last.start + 1 { boxes[last.start].keepsWithNext = true }
    }

    // MARK: - Lists

    /// The greatest part of a page that the first item of a list takes to stay with the second.
    private static let mostOfFirstItem = 0.25

    /// Keeps the lines of the first item of a list together and with the next item, weakly, unless they take too much of a page.
    private mutating func keepWithNext(from first: Int) {
        guard boxes[first...].height <= theme.page.textHeight * Self.mostOfFirstItem else { return }
        update(first..<boxes.count) { box in
            box.isKeptWeakly = !box.keepsWithNext
            box.keepsWithNext = true
        }
    }

    /// Adds some items of a list, set in as all of them are.
    private mutating func append(
        _ items: ArraySlice<TextBlock.Item>,
        of all: [TextBlock.Item],
        measure: Length,
        indent: Length
    ) {
        let markers = all.map(\.marker)
        // However narrow a cell is, at least half of it is for the words. No letter is wider than its line is high.
        let half = max(.zero, measure / 2)
        if markers.contains(where: { max($0.naturalWidth, $0.leading) > half }) {
            for item in items { append(underMarker: item, measure: measure, indent: indent) }
            return
        }
        let leastInset = all.map(\.leastInset).max() ?? .zero
        let inset = min(max(theme.list.inset(of: markers), leastInset), half)
        for item in items {
            let first = boxes.count
            append(item.blocks, measure: measure - inset, indent: item.isBackward ? indent : indent + inset)
            // The marker is at the beginning of the line: at its right for text from right to left.
            let right = indent + measure - item.marker.naturalWidth
            place(item.marker, at: first, indent: item.isBackward ? max(indent, right) : indent)
        }
    }

    /// Lays out an item under its marker, where the measure is too narrow for both beside one another.
    private mutating func append(underMarker item: TextBlock.Item, measure: Length, indent: Length) {
        var mark = breaker.boxes(of: item.marker, measure: item.marker.naturalWidth, alignment: .left)
        if !item.blocks.isEmpty { for index in mark.indices { mark[index].keepsWithNext = true } }
        let right = max(indent, indent + measure - item.marker.naturalWidth)
        append(mark.indented(by: item.isBackward ? right : indent), before: .zero, after: .zero)
        append(item.blocks, measure: measure, indent: indent)
    }

    /// Draws the marker of an item or the number of a paragraph, whole, beside its first line.
    private mutating func place(_ marker: ShapedText, at index: Int, indent: Length) {
        guard let mark = breaker.boxes(of: marker, measure: marker.naturalWidth, alignment: .left).first else { return }
        if boxes.indices.contains(index) {
            boxes[index].place(mark, x: indent)
        } else {
            append([mark].indented(by: indent), before: .zero, after: theme.list.gap)
        }
    }

    // MARK: - Quotations

    /// How far a quotation is set in: less in a narrow cell.
    func quotationInset(in measure: Length) -> Length { min(theme.quotation.indent, max(.zero, measure / 6)) }

    private mutating func drawQuotationRule(from start: Int, indent: Length) {
        guard theme.quotation.rule > .zero else { return }
        for index in start..<boxes.count {
            boxes[index].items.append(.rule(quotationRule(from: .zero, to: boxes[index].height, indent: indent)))
            if index > start {
                let rule = quotationRule(from: -boxes[index].spaceBefore, to: .zero, indent: indent)
                boxes[index].itemsInSpaceBefore.append(.rule(rule))
            }
        }
    }

    private func quotationRule(from top: Length, to bottom: Length, indent: Length) -> RuleLine {
        let x = indent + theme.quotation.rule / 2
        return RuleLine(
            from: Point(x: x, y: top),
            to: Point(x: x, y: bottom),
            thickness: theme.quotation.rule,
            colour: theme.quotation.ruleColour
        )
    }
}

extension TextBlock {
    /// The anchor of a list or a quotation: that of a paragraph is in its first line.
    fileprivate var anchorOutsideLines: String? {
        if case .paragraph = content { nil } else { anchor }
    }

    /// The same without the number in its gutter.
    fileprivate var withoutNumber: TextBlock {
        var block = self
        block.number = nil
        return block
    }
}

extension Box {
    /// Draws the rule of a signature over the line that the box holds, which moves down under it.
    fileprivate mutating func drawRule(
        over line: ShapedText,
        style: Theme.SignatureStyle,
        measure: Length,
        colour: Colour
    ) {
        let depth = style.rule + line.leading / 3
        let length = min(style.ruleLength, measure)
        let left = line.isBackward ? measure - length : .zero
        items = items.map { $0.moved(x: .zero, y: depth) }
        let rule = RuleLine(
            from: Point(x: left, y: style.rule / 2),
            to: Point(x: left + length, y: style.rule / 2),
            thickness: style.rule,
            colour: colour
        )
        items.append(.rule(rule))
        height += depth
    }
}

extension Theme.ListStyle {
    /// The distance from the margin to the text of the items: the theme's indent, or more if the widest marker needs it.
    func inset(of markers: [ShapedText]) -> Length {
        guard let widest = markers.map(\.naturalWidth).max(), let marker = markers.first else { return indent }
        return max(indent, widest + marker.leading / 3)
    }
}
