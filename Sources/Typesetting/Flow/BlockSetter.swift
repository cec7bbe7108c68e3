// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import TextShaping

/// Sets shaped blocks in a measure: breaks their lines and works out what must stay together.
struct BlockSetter {
    private let theme: Theme
    private let breaker: LineBreaker
    private let tables: TableSetter
    /// Nothing until the paper has been divided into pages once.
    private let pageNumbers: PageNumbers?
    private(set) var items: [FlowItem] = []
    /// Tables that are wider than their page.
    private(set) var diagnostics: [Diagnostic] = []
    /// Where the last table stands among the items.
    private var lastTable: Int?
    /// Of the last block: waits for the space before the next.
    private var spaceAfter = Length.zero

    init(theme: Theme, shaper: TextShaper, pageNumbers: PageNumbers? = nil) {
        self.theme = theme
        self.pageNumbers = pageNumbers
        breaker = LineBreaker(shaper: shaper)
        tables = TableSetter(theme: theme)
    }

    /// Sets a section on pages of its own, each stretch of it on sheets that lie as it asks.
    mutating func set(section blocks: [ShapedBlock], label: String) {
        var notes: [ShapedBlock.ShapedNote] = []
        var flow: [ShapedBlock] = []
        for block in blocks {
            if case .footnotes(let found) = block.content { notes += found } else { flow.append(block) }
        }
        for run in tables.orientedRuns(of: flow) {
            let measure = theme.page.turned(to: run.orientation).measure
            items.append(.newPage(label: label, run.orientation, footnotes: footnotes(of: notes, measure: measure)))
            spaceAfter = .zero
            set(run.blocks, measure: measure)
        }
    }

    private func footnotes(of notes: [ShapedBlock.ShapedNote], measure: Length) -> [NodeID: [FlowBox]] {
        var footnotes: [NodeID: [FlowBox]] = [:]
        for note in notes {
            var boxes = boxes(of: note.blocks, measure: measure, alignment: .left)
            boxes[0].spaceBefore = max(theme.note.block.before, theme.note.block.after)
            footnotes[note.id] = boxes
        }
        return footnotes
    }

    /// Sets blocks one under another.
    mutating func set(_ blocks: [ShapedBlock], measure: Length, indent: Length = .zero) {
        for block in blocks {
            let first = items.count
            set(block, measure: measure, indent: indent)
            if block.isTableNote { keepWithTable(from: first) }
        }
    }

    /// Tells the table before its notes how much room they take.
    private mutating func keepWithTable(from first: Int) {
        guard let index = lastTable, case .table(var table) = items[index] else { return }
        for case .box(let box) in items[first...] { table.notesHeight += box.spaceBefore + box.height }
        items[index] = .table(table)
    }

    /// Sets the content of a cell or a note: boxes only.
    private func boxes(of blocks: [ShapedBlock], measure: Length, alignment: HorizontalAlignment) -> [FlowBox] {
        var boxes: [FlowBox] = []
        // Most cells hold one paragraph.
        if blocks.count == 1, case .text(let text) = blocks[0].content {
            return breaker.boxes(of: text, measure: measure, alignment: alignment, anchor: blocks[0].anchor)
        }
        var setter = BlockSetter(theme: theme, shaper: breaker.shaper)
        for block in blocks {
            if case .text(let text) = block.content {
                setter.append(
                    breaker.boxes(of: text, measure: measure, alignment: alignment, anchor: block.anchor),
                    before: block.before,
                    after: block.after
                )
            } else {
                setter.set(block, measure: measure, indent: .zero)
            }
        }
        for case .box(let box) in setter.items { boxes.append(box) }
        return boxes
    }

    private mutating func set(_ block: ShapedBlock, measure: Length, indent: Length) {
        let start = items.count
        if block.keep.contains(.withPrevious) { keepLastLinesWithNext() }
        switch block.content {
        case .text(let text):
            let boxes = breaker.boxes(of: text, measure: measure, alignment: .left, anchor: block.anchor)
            append(boxes.indented(by: indent), for: block)
        case .list(let list):
            // However narrow a cell is, most of it is for the words.
            let inset = min(theme.list.inset(of: list.map(\.marker)), max(.zero, measure / 2))
            for (index, item) in list.enumerated() {
                let first = items.count
                if index == 0 { spaceAfter = max(spaceAfter, block.before) }
                // The mark stands where the item begins: at the right of what runs from right to left.
                let isBackward = item.isBackward
                set(item.blocks, measure: measure - inset, indent: isBackward ? indent : indent + inset)
                let end = indent + measure - item.marker.naturalWidth
                place(item.marker, at: first, indent: isBackward ? max(indent, end) : indent)
            }
            spaceAfter = max(spaceAfter, block.after)
        case .quotation(let inner):
            spaceAfter = max(spaceAfter, block.before)
            let inset = min(theme.quotation.indent, max(.zero, measure / 6))
            set(inner, measure: measure - inset * 2, indent: indent + inset)
            drawQuotationRule(from: start, indent: indent)
            spaceAfter = max(spaceAfter, block.after)
        case .footnotes: break
        case .contents(let contents):
            set(contents, measure: measure, indent: indent)
            spaceAfter = max(spaceAfter, block.after)
        case .details(let pairs):
            set(pairs, of: block, measure: measure, indent: indent)
        case .table(let table):
            if tables.leastWidth(of: table) > measure {
                diagnostics.report(.columnsTooNarrow, at: table.location)
            }
            var set = tables.set(table, measure: measure, breaker: breaker) {
                boxes(of: $0, measure: $1, alignment: $2)
            }
            let width = set.edges[set.edges.count - 1]
            if let title = table.continuedTitle {
                set.continuedTitle = breaker.boxes(of: title, measure: width, alignment: .left)
            }
            if let overleaf = table.overleaf {
                set.overleaf = breaker.boxes(of: overleaf, measure: width, alignment: .right)
            }
            lastTable = items.count
            items.append(.table(set.placed(after: max(spaceAfter, block.before), anchor: block.anchor)))
            spaceAfter = block.after
        }
    }

    /// Adds the lines of a paragraph with what they ask of page breaks: two lines at least on either side, all of
    /// them for a heading.
    private mutating func append(_ boxes: [FlowBox], for block: ShapedBlock) {
        var boxes = boxes
        let last = boxes.count - 1
        for index in boxes.indices {
            let isOrphan = index == 0 && last > 0
            let isWidow = index == last - 1
            let isKept = block.keep.contains(.together) && index < last
            boxes[index].keepsWithNext = isOrphan || isWidow || isKept
        }
        if block.keep.contains(.withNext) { boxes[last].keepsWithNext = true }
        boxes[0].outline = block.outlineEntry
        append(boxes, before: block.before, after: block.after)
    }

    private mutating func append(_ boxes: [FlowBox], before: Length, after: Length) {
        for (index, var box) in boxes.enumerated() {
            if index == 0 { box.spaceBefore = max(spaceAfter, before) }
            items.append(.box(box))
        }
        spaceAfter = after
    }

    /// A signature stays with the last two lines before it.
    private mutating func keepLastLinesWithNext() {
        for index in items.indices.suffix(2) {
            if case .box(var box) = items[index] {
                box.keepsWithNext = true
                items[index] = .box(box)
            }
        }
    }

    /// Draws the lines of a label, whole, beside those of its values: it is read before them.
    private mutating func place(label: [FlowBox], at index: Int, indent: Length) {
        guard index < items.count, case .box(var box) = items[index] else {
            append(label.indented(by: indent), before: .zero, after: .zero)
            return
        }
        box.items.insert(contentsOf: label[...].items(x: indent, y: .zero), at: 0)
        items[index] = .box(box)
        var height = Length.zero
        for (offset, item) in items[index...].enumerated() {
            if case .box(let box) = item { height += (offset == 0 ? .zero : box.spaceBefore) + box.height }
        }
        let lacking = label.height - height
        if lacking > .zero { append([FlowBox(height: lacking)], before: .zero, after: .zero) }
    }

    /// Draws the mark of a list item, whole, beside its first line.
    private mutating func place(_ marker: ShapedText, at index: Int, indent: Length) {
        guard let mark = breaker.boxes(of: marker, measure: marker.naturalWidth, alignment: .left).first else { return }
        if index < items.count, case .box(var box) = items[index] {
            box.place(mark, x: indent)
            items[index] = .box(box)
        } else {
            append([mark].indented(by: indent), before: .zero, after: theme.list.gap)
        }
    }

    private mutating func drawQuotationRule(from start: Int, indent: Length) {
        guard theme.quotation.rule > .zero else { return }
        for index in start..<items.count {
            guard case .box(var box) = items[index] else { continue }
            box.items.append(.rule(quotationRule(from: .zero, to: box.height, indent: indent)))
            if index > start {
                let rule = quotationRule(from: -box.spaceBefore, to: .zero, indent: indent)
                box.itemsInSpaceBefore.append(.rule(rule))
            }
            items[index] = .box(box)
        }
    }

    private func quotationRule(from top: Length, to bottom: Length, indent: Length) -> Rule {
        let x = indent + theme.quotation.rule / 2
        return Rule(
            from: Point(x: x, y: top),
            to: Point(x: x, y: bottom),
            thickness: theme.quotation.rule,
            colour: theme.quotation.ruleColour
        )
    }

    /// Sets the headings of a paper with their pages at the right, where the paper is long enough to need them.
    private mutating func set(_ contents: ShapedContents, measure: Length, indent: Length) {
        guard let pageNumbers, pageNumbers.count >= contents.fromPages else { return }
        set(contents.heading, measure: measure, indent: indent)
        for entry in contents.entries {
            guard let page = pageNumbers.pages[entry.anchor] else { continue }
            let number = entry.text.number(page, shaper: breaker.shaper)
            let room = measure - entry.indent - number.naturalWidth - entry.text.leading
            var boxes = breaker.boxes(of: entry.text, measure: room, alignment: .left)
                .indented(by: indent + entry.indent)
            for item in breaker.boxes(of: number, measure: measure, alignment: .right).flatMap(\.items) {
                boxes[boxes.count - 1].items.append(item.moved(x: indent, y: .zero))
            }
            let area = Rectangle(
                origin: Point(x: indent, y: .zero),
                size: Size(width: measure, height: entry.text.leading)
            )
            let link = LinkArea(
                rectangle: area,
                target: .anchor(entry.anchor),
                node: entry.node,
                contents: "\(entry.words), page \(page)"
            )
            for index in boxes.indices {
                boxes[index].items.append(.link(link))
                boxes[index].keepsWithNext = index < boxes.count - 1
            }
            append(boxes, before: .zero, after: theme.list.gap)
        }
    }

    /// Sets labels and values side by side, and keeps all of them on one page.
    private mutating func set(_ pairs: [ShapedBlock.Pair], of block: ShapedBlock, measure: Length, indent: Length) {
        let start = items.count
        let offset = theme.details.labelWidth
        spaceAfter = max(spaceAfter, block.before)
        for pair in pairs {
            let first = items.count
            let labels = breaker.boxes(of: pair.label, measure: offset - theme.details.gap, alignment: .left)
            set(pair.values, measure: measure - offset, indent: indent + offset)
            place(label: labels, at: first, indent: indent)
            spaceAfter = theme.details.gap
        }
        for index in start..<max(start, items.count - 1) {
            if case .box(var box) = items[index] {
                box.keepsWithNext = true
                items[index] = .box(box)
            }
        }
        if block.rule > .zero {
            let y = block.rule / 2
            let line = Rule(
                from: Point(x: indent, y: y),
                to: Point(x: indent + measure, y: y),
                thickness: block.rule,
                colour: theme.body.text.colour
            )
            append([FlowBox(height: block.rule, items: [.rule(line)])], before: theme.details.gap, after: .zero)
        }
        spaceAfter = max(spaceAfter, block.after)
    }
}

extension LineBreaker {
    /// A paragraph's lines as boxes.
    func boxes(
        of text: ShapedText,
        measure: Length,
        alignment: HorizontalAlignment,
        anchor: String? = nil
    ) -> [FlowBox] {
        var boxes = text.lineCache?.boxes(of: text, measure: measure, alignment: alignment) ?? []
        if boxes.isEmpty {
            var text = text
            var last: NoteMark?
            boxes = lines(of: &text, measure: measure).map { line in
                var box = FlowBox(
                    height: text.leading,
                    items: text.items(of: line, measure: measure, alignment: alignment)
                )
                let marks = text.marks(in: line)
                // A mark that is wider than a narrow column goes on over several lines, and stands where it begins.
                box.marks = Array(marks.drop { $0 == last })
                last = marks.last ?? last
                return box
            }
            text.lineCache?.insert(boxes, of: text, measure: measure, alignment: alignment)
        }
        if let anchor { boxes[0].anchors.append(anchor) }
        return boxes
    }
}

extension [FlowBox] {
    fileprivate func indented(by indent: Length) -> [FlowBox] {
        if indent == .zero { return self }
        return map { box in
            var box = box
            box.items = box.items.map { $0.moved(x: indent, y: .zero) }
            return box
        }
    }
}

extension Theme.ListStyle {
    /// From the margin to the text of the items: the theme's indent, or more where the widest mark needs it.
    func inset(of marks: [ShapedText]) -> Length {
        guard let widest = marks.map(\.naturalWidth).max(), let mark = marks.first else { return indent }
        return max(indent, widest + mark.leading / 3)
    }
}

extension Diagnostic.Message {
    fileprivate static var columnsTooNarrow: Self {
        Self(
            .columnsTooNarrow,
            "the columns are too narrow for their longest words, which are divided",
            hint: "give the table fewer or narrower columns, or `landscape: true`"
        )
    }
}
