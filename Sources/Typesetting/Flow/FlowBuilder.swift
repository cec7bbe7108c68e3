// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import TextShaping

/// Lays out the shaped blocks of a section as flow items: boxes and tables one under another, which the paginator divides into pages.
struct FlowBuilder {
    let theme: Theme
    let breaker: LineBreaker
    private let tables: TableBuilder
    private let sheets: Sheets
    /// The theme, on the sheets of the run that is being laid out.
    private var themeOfRun: Theme
    /// `nil` until the paper has been divided into pages once.
    private let pageNumbers: PageNumbers?
    private(set) var items: [FlowItem] = []
    /// A warning for each table that is wider than its page.
    private(set) var diagnostics: [Diagnostic] = []
    /// The index of the last table in `items`.
    private var lastTable: Int?
    /// The index behind the last table and what stays with its last row.
    private var endOfTable = 0
    /// The space that the last block leaves below itself.
    private var spaceAfter = Length.zero

    init(theme: Theme, shaper: TextShaper, sheets: Sheets, pageNumbers: PageNumbers? = nil) {
        self.theme = theme
        self.sheets = sheets
        self.pageNumbers = pageNumbers
        themeOfRun = theme
        breaker = LineBreaker(shaper: shaper)
        tables = TableBuilder(theme: theme, breaker: breaker)
    }

    /// Lays out a section on pages of its own, each run of it on sheets of its orientation.
    mutating func append(section blocks: [ShapedBlock], label: String) {
        var notes: [ShapedNote] = []
        var flow: [ShapedBlock] = []
        for block in blocks {
            if case .footnotes(let found) = block { notes += found } else { flow.append(block) }
        }
        let blocksOfNotes = Dictionary(notes.map { ($0.id, $0.blocks) }) { first, _ in first }
        let arranger = TableArranger(tables: tables, sheets: sheets, notes: blocksOfNotes)
        for (index, block) in flow.enumerated() {
            if case .table(let table) = block { flow[index] = .table(arranger.arranged(table)) }
        }
        for run in flow.orientedRuns {
            let sheet = theme.page.turned(to: run.orientation)
            let measure = sheet.measure
            themeOfRun.page = sheets[run.orientation]
            items.append(.newPage(label: label, run.orientation, footnotes: footnotes(of: notes, measure: measure)))
            spaceAfter = .zero
            for block in run.blocks { append(block, measure: measure, proseMeasure: sheet.proseMeasure) }
        }
    }

    private func footnotes(of notes: [ShapedNote], measure: Length) -> [NodeID: Footnote] {
        var footnotes: [NodeID: Footnote] = [:]
        for note in notes {
            var boxes = BoxBuilder.boxes(
                of: note.blocks,
                measure: measure,
                alignment: .left,
                theme: theme,
                breaker: breaker
            )
            boxes[0].spaceBefore = max(theme.note.block.before, theme.note.block.after)
            footnotes[note.id] = Footnote(
                boxes: boxes,
                marked: boxes[...].marks.map(\.note),
                number: note.number,
                original: note.id
            )
        }
        let classes = NoteClasses(notes.map { ($0.id, $0.words, footnotes[$0.id]?.marked ?? []) })
        for (note, original) in classes.originals { footnotes[note]?.original = original }
        return footnotes
    }

    /// Lays out a block under those before it.
    ///
    /// - Parameters:
    ///   - measure: the width of the text area.
    ///   - proseMeasure: that of paragraphs and lists.
    private mutating func append(_ block: ShapedBlock, measure: Length, proseMeasure: Length) {
        switch block {
        case .text(let text):
            let first = items.count
            if text.keep.contains(.withPrevious) { keepLastLinesWithNext() }
            // Headings, among them the titles of tables, have the whole measure.
            let width = text.outlineEntry == nil ? proseMeasure : measure
            build { $0.append(text, measure: width, indent: text.isBackward ? measure - width : .zero) }
            if text.keep.contains(.withPrevious), first == endOfTable { keepWithTable(from: first) }
        case .tableNote(let note):
            let first = items.count
            build { $0.append(note, measure: measure) }
            keepWithTable(from: first)
        case .panel(let blocks, let kind):
            let style =
                switch kind {
                case .request: theme.panel
                case .exemptionReason: theme.panel.ofReason
                }
            build { $0.append(panel: blocks, in: style, measure: measure) }
        case .masthead(let masthead): build { $0.append(masthead, measure: measure) }
        case .details(let details):
            let width = details.isProse ? proseMeasure : measure
            build { $0.append(details, measure: width) }
        case .columns(let columns): build { $0.append(columns, measure: measure) }
        case .contents(let contents):
            if let pageNumbers { build { $0.append(contents, pageNumbers: pageNumbers, measure: measure) } }
            spaceAfter = max(spaceAfter, contents.spaceAfter)
        case .table(let table): append(table, measure: measure)
        case .figure(let figure): build { $0.append(figure, measure: measure) }
        case .footnotes: break
        case .pageBreak:
            items.append(.pageBreak)
            spaceAfter = .zero
        }
    }

    /// Adds boxes to the flow.
    private mutating func build(_ append: (inout BoxBuilder) -> Void) {
        var builder = BoxBuilder(theme: themeOfRun, breaker: breaker, spaceAfter: spaceAfter)
        append(&builder)
        for box in builder.boxes { items.append(.box(box)) }
        spaceAfter = builder.spaceAfter
    }

    private mutating func append(_ table: ShapedTable, measure: Length) {
        if tables.minimumWidth(of: table) > measure {
            diagnostics.report(.columnsTooNarrow, at: table.location)
        }
        // In an item of a list it is as far from the margin as the item, if it has room for its words there.
        let isInset = table.inset > .zero && tables.minimumWidth(of: table) <= measure - table.inset
        let left = isInset ? table.inset : .zero
        if table.inset > .zero { keepLastLineWithNext() }
        var layout = tables.layout(of: table, measure: measure - left, left: left)
        if layout.lacksRoomForTotals { diagnostics.report(.totalsTooHigh, at: table.location) }
        if layout.holdsUprightTitle { diagnostics.report(.titleTooWide, at: table.location) }
        layout.spaceBefore = max(spaceAfter, table.spaceBefore)
        lastTable = items.count
        items.append(.table(layout))
        endOfTable = items.count
        spaceAfter = table.spaceAfter
    }

    /// Adds the height of the notes under a table to the table, which keeps them with its last row.
    private mutating func keepWithTable(from first: Int) {
        guard let index = lastTable, case .table(var table) = items[index] else { return }
        for case .box(let box) in items[first...] { table.tailHeight += box.spaceBefore + box.height }
        items[index] = .table(table)
        endOfTable = items.count
    }

    /// Keeps the last line of an item, or its marker, with the table in it.
    private mutating func keepLastLineWithNext() {
        guard case .box(var box)? = items.last else { return }
        box.keepsWithNext = true
        items[items.count - 1] = .box(box)
    }

    /// Keeps a signature with the last two lines before it.
    private mutating func keepLastLinesWithNext() {
        for index in items.indices.suffix(2) {
            if case .box(var box) = items[index] {
                box.keepsWithNext = true
                items[index] = .box(box)
            }
        }
    }
}

extension [ShapedBlock] {
    /// Divides the blocks of a section into runs of one orientation.
    ///
    /// The heading and the lead-in of a landscape table, and the notes under it, go with the table.
    fileprivate var orientedRuns: [(orientation: Orientation, blocks: [ShapedBlock])] {
        var orientations = [Orientation](repeating: .portrait, count: count)
        for (index, block) in enumerated() {
            switch block {
            case .table(let table) where table.isLandscape:
                orientations[index] = .landscape
                var before = index - 1
                while before >= 0, self[before].keepsWithNext, orientations[before] == .portrait {
                    orientations[before] = .landscape
                    before -= 1
                }
            case .tableNote where index > 0: orientations[index] = orientations[index - 1]
            case .text(let text) where index > 0 && text.keep.contains(.withPrevious):
                orientations[index] = orientations[index - 1]
            case .text, .panel, .masthead, .tableNote, .details, .columns, .table, .contents, .figure, .footnotes,
                .pageBreak:
                break
            }
        }
        var runs: [(orientation: Orientation, blocks: [ShapedBlock])] = []
        for (block, orientation) in zip(self, orientations) {
            if runs.last?.orientation == orientation {
                runs[runs.count - 1].blocks.append(block)
            } else {
                runs.append((orientation, [block]))
            }
        }
        return runs.isEmpty ? [(.portrait, [])] : runs
    }
}

extension Diagnostic.Message {
    fileprivate static var columnsTooNarrow: Self {
        Self(
            .columnsTooNarrow,
            "the columns are too narrow for their longest words, which are divided",
            hint: "give the table fewer columns, or shorter words"
        )
    }

    fileprivate static var totalsTooHigh: Self {
        Self(
            .columnsTooNarrow,
            "the totals that the table carries from page to page have too little room, and are left out",
            hint: "give the columns before them more room, or shorten the header"
        )
    }

    fileprivate static var titleTooWide: Self {
        Self(
            .columnsTooNarrow,
            "a title that should run upwards stands upright: its column is narrower than a line of it",
            hint: "give the column more room, or leave out its `width`"
        )
    }
}
