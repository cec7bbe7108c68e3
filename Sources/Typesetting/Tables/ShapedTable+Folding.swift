// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TextShaping

// A folded table has fewer columns: the cells of some columns stand under those of the column before, each after the title of its column. On
// paper that is a list of labels and values; in the tree of the PDF it is the same table, with the same cells and headers, since the labels are
// furniture of the page, and a screen reader says the header of a cell anyway.
extension ShapedTable {
    /// The table with columns under the columns before them, or `nil` if there are none that can be, or if no cell would come under another.
    ///
    /// A column in which cells span rows stays a column for the rows that these span; if all columns fold, the other rows go over its width.
    ///
    /// - Parameter folds: whether a column stands under the one before it, by its index.
    func folded(shaper: TextShaper, theme: Theme, where folds: (Int) -> Bool) -> ShapedTable? {
        let spanning = columnsOfRowSpans
        var places: [Int] = []
        for column in columns.indices {
            let isFolded = column > 0 && folds(column) && !spanning.contains(column) && !spanning.contains(column - 1)
            places.append((places.last ?? -1) + (isFolded ? 0 : 1))
        }
        let joins = columns.indices.dropFirst().allSatisfy(folds)
        guard !header.isEmpty, let last = places.last, joins || last + 1 < columns.count else { return nil }
        let folder = RowFolder(
            places: places,
            joinsPlaces: joins,
            labels: labels(shaper: shaper),
            gap: theme.table.text.leading / 4,
            innerGap: theme.table.text.leading / 8,
            short: theme.page.measure / 2,
            shaper: shaper
        )
        let folded = folder.folded(rows)
        // Where cells over several rows keep every column, only the header would be lost.
        let joinsCells = zip(rows, folded).contains { $0.cells.count > $1.cells.count }
        guard last + 1 < columns.count || joinsCells else { return nil }
        var table = self
        table.columns = (0...last).map { place in
            let own = columns.indices.filter { places[$0] == place }
            return own.count == 1 ? columns[own[0]] : Table.Column()
        }
        for index in table.columns.indices where !table.columns[index].width.isFixed {
            table.columns[index].width = .solved
        }
        table.header = folder.foldedHeader(header)
        for row in table.header.indices {
            for cell in table.header[row].cells.indices { table.header[row].cells[cell].isRotated = false }
        }
        table.rows = folded
        table.repeatsHeader = false
        table.carriedTotals = nil
        table.isLandscape = false
        table.measureColumns(theme: theme)
        return table
    }

    /// The columns in which cells of the body span rows.
    private var columnsOfRowSpans: Set<Int> {
        var spanning: Set<Int> = []
        var tracker = ColumnTracker(count: columns.count)
        for row in rows {
            for cell in row.cells {
                let column = tracker.place(cell.columnSpan, rowSpan: cell.rowSpan)
                if cell.rowSpan > 1 { spanning.formUnion(column..<column + cell.columnSpan) }
            }
            tracker.endRow()
        }
        return spanning
    }

    /// The titles of each column as a label of its values; `nil` for a column without one.
    private func labels(shaper: TextShaper) -> [ColumnLabel?] {
        var labels = [ColumnLabel?](repeating: nil, count: columns.count)
        for (index, title) in header.titles(columns: columns.count).enumerated() {
            // A title over all columns tells none from another.
            guard title.columns.count < columns.count, case .paragraph(let text)? = title.cell.blocks.first?.content,
                let words = text.asColumnLabel
            else { continue }
            for column in title.columns {
                var label = labels[column] ?? ColumnLabel()
                label.append(words, of: index, shaper: shaper)
                labels[column] = label
            }
        }
        return labels.map { $0?.endingInColon(shaper: shaper) }
    }
}

/// The titles of a column as a label of its values, those of its groups before its own and without note marks: `Actual, Quarter 1:`.
///
/// Behind a value of the same group on the same line the group is not named again, and a semicolon, in place of the sign between other values, says
/// that it goes on: `Actual, Quarter 1: 12; Quarter 2: 14 · Target: 15`. On a line of its own a value has its label in full, since a page may
/// end before it.
private struct ColumnLabel {
    /// The indices of the titles in the header, from the outermost group to the column's own.
    private var titles: [Int] = []
    /// The words from each title on, to the end of the label.
    private var texts: [ShapedText] = []

    /// The whole label.
    var text: ShapedText? { texts.first }

    mutating func append(_ words: ShapedText, of title: Int, shaper: TextShaper) {
        texts = texts.map { $0.followed(byFurniture: ",", shaper: shaper)?.followed(by: words) ?? words } + [words]
        titles.append(title)
    }

    func endingInColon(shaper: TextShaper) -> ColumnLabel {
        var label = self
        label.texts = texts.map { text in
            let isColon = text.atoms.last?.piece.text.hasSuffix(":") == true
            return text.followed(byFurniture: isColon ? "" : ":", shaper: shaper) ?? text
        }
        return label
    }

    /// The label without the groups that another is of too; `nil` if they have none in common.
    func text(after other: ColumnLabel?) -> ShapedText? {
        guard let other else { return nil }
        let common = min(zip(titles, other.titles).prefix { $0 == $1 }.count, texts.count - 1)
        return common > 0 ? texts[common] : nil
    }
}

/// A cell of a header, and where it stands.
private struct ColumnTitle {
    var cell: ShapedTable.Cell
    var row: Int
    var columns: Range<Int>

    func isOver(_ other: ColumnTitle) -> Bool { row < other.row && columns.contains(other.columns.lowerBound) }
}

extension [ShapedTable.Row] {
    /// The cells of a header with their columns, row by row.
    fileprivate func titles(columns count: Int) -> [ColumnTitle] {
        var titles: [ColumnTitle] = []
        var tracker = ColumnTracker(count: count)
        for (index, row) in enumerated() {
            for cell in row.cells {
                let column = tracker.place(cell.columnSpan, rowSpan: cell.rowSpan)
                let end = Swift.max(column + 1, Swift.min(column + cell.columnSpan, count))
                titles.append(ColumnTitle(cell: cell, row: index, columns: column..<end))
            }
            tracker.endRow()
        }
        return titles
    }
}

/// Folds the rows of a table.
private struct RowFolder {
    /// The column that each column goes into.
    let places: [Int]
    /// Whether rows without cells over several rows go over the width of all columns.
    let joinsPlaces: Bool
    let labels: [ColumnLabel?]
    /// The distance between values, and the greatest between the paragraphs of one, so that each line is seen to belong to its label.
    let gap: Length
    let innerGap: Length
    /// The greatest width of a label with its value that share a line with others, where a row goes over the width of all columns.
    let short: Length
    let shaper: TextShaper

    /// A header of several rows in one row, its titles in the order of the columns: `Actual: Quarter 1, Quarter 2 · Target`. They are read row by row
    /// as in any other table, since the tree of the PDF has them so. Where a title is over columns that do not all go into one, each row is
    /// folded by itself.
    func foldedHeader(_ header: [ShapedTable.Row]) -> [ShapedTable.Row] {
        let titles = header.titles(columns: places.count)
        let areInOnePlace = titles.allSatisfy { places[$0.columns.lowerBound] == places[$0.columns.upperBound - 1] }
        guard header.count > 1, areInOnePlace, var row = header.first else { return folded(header) }
        let sorted = titles.sorted { ($0.columns.lowerBound, $0.row) < ($1.columns.lowerBound, $1.row) }
        row.cells = (0...(places.last ?? 0)).map { place in
            let own = sorted.filter { places[$0.columns.lowerBound] == place }
            return joined(own.filter { !$0.cell.blocks.allSatisfy(\.saysNothing) })
        }
        return [row]
    }

    /// Titles behind one another in one cell.
    private func joined(_ titles: [ColumnTitle]) -> ShapedTable.Cell {
        var joined = ShapedTable.Cell(columnSpan: 1, rowSpan: 1, blocks: [])
        for (index, title) in titles.enumerated() {
            for owner in title.cell.blocks.flatMap(\.owners) { joined.readingOrder[owner] = title.row }
            var cell = title.cell
            cell.columnSpan = 1
            if index > 0 {
                let before = titles[index - 1]
                let areOfOneGroup = titles.contains { $0.isOver(before) && $0.isOver(title) }
                let sign = before.isOver(title) ? ":" : areOfOneGroup ? "," : ShapedText.titleSeparator
                cell.continueParagraph(of: &joined, after: sign, shaper: shaper)
            }
            joined.join(cell, overlap: 1, gap: gap)
        }
        return joined
    }

    func folded(_ rows: [ShapedTable.Row]) -> [ShapedTable.Row] {
        var tracker = ColumnTracker(count: places.count)
        // How many rows, from the next one, the cells above still span.
        var open = 0
        return rows.map { row in
            let spans = row.cells.map(\.rowSpan).max() ?? 1
            let isJoined = joinsPlaces && open == 0 && spans == 1 && row.kind == .body
            open = max(open, spans) - 1
            let folded = folded(row, isJoined: isJoined, in: &tracker)
            tracker.endRow()
            return folded
        }
    }

    private func folded(_ row: ShapedTable.Row, isJoined: Bool, in tracker: inout ColumnTracker) -> ShapedTable.Row {
        var folded = row
        folded.cells = []
        var lastPlace = -1
        // Whether the last value may share its line with the next.
        var isShort = false
        // Whether the last cell has values of one column only.
        var isSingle = true
        // The label of the last value.
        var lastLabel: ColumnLabel?
        for cell in row.cells {
            let column = min(tracker.place(cell.columnSpan, rowSpan: cell.rowSpan), places.count - 1)
            let end = min(column + cell.columnSpan, places.count) - 1
            let first = isJoined ? 0 : places[column]
            let last = isJoined ? places[places.count - 1] : places[end]
            var own = cell
            own.columnSpan = last - first + 1
            var sign = row.kind == .header ? ShapedText.titleSeparator : ShapedText.separator
            let wasShort = isShort
            let saysNothing = own.blocks.allSatisfy(\.saysNothing)
            isShort = wasShort && saysNothing
            if column > 0, cell.columnSpan == 1, row.kind == .body, let label = labels[column], let text = label.text {
                // A value with a label of its own needs no other: "Next: First ten landlords signed".
                if !cell.beginsWithLabel { own.blocks = cell.blocks.labelled(text) }
                isShort = isShort || isJoined && !own.isLabel && own.blocks.keepOnOneLine(within: short)
                if wasShort, isShort, !cell.beginsWithLabel, let rest = label.text(after: lastLabel) {
                    own.blocks = cell.blocks.labelled(rest)
                    _ = own.blocks.keepOnOneLine(within: short)
                    sign = ShapedText.groupSeparator
                }
                if !saysNothing { lastLabel = cell.beginsWithLabel ? nil : label }
            } else if !saysNothing {
                lastLabel = nil
            }
            if (isJoined || first == lastPlace) && !folded.cells.isEmpty {
                let index = folded.cells.count - 1
                if row.kind == .body {
                    if isSingle { folded.cells[index].blocks.tighten(to: innerGap) }
                    own.blocks.tighten(to: innerGap)
                    isSingle = false
                }
                if row.kind == .header || wasShort && isShort {
                    own.continueParagraph(of: &folded.cells[index], after: sign, shaper: shaper)
                }
                folded.cells[index].join(own, overlap: isJoined ? own.columnSpan : 1, gap: gap)
            } else {
                folded.cells.append(own)
                isSingle = true
            }
            lastPlace = last
        }
        return folded
    }
}

extension ShapedTable.Cell {
    /// Moves the first paragraph of this cell to the end of the last of another, behind a sign, so that many titles take few lines.
    fileprivate mutating func continueParagraph(
        of other: inout ShapedTable.Cell,
        after sign: String,
        shaper: TextShaper
    ) {
        guard let index = other.blocks.indices.last, case .paragraph(let last) = other.blocks[index].content,
            case .paragraph(let first)? = blocks.first?.content, !first.atoms.isEmpty,
            let separated = last.followed(byFurniture: sign, shaper: shaper)
        else { return }
        other.blocks[index].content = .paragraph(separated.followed(by: first))
        blocks.removeFirst()
    }

    /// Puts the blocks of another cell under those of this one.
    ///
    /// - Parameter overlap: the number of columns that both have.
    fileprivate mutating func join(_ other: ShapedTable.Cell, overlap: Int, gap: Length) {
        // As high as its words, however many rows of a header its parts went over.
        rowSpan = 1
        columnSpan += other.columnSpan - overlap
        if isLabel, nameBlocks == nil { nameBlocks = blocks.countNaming() }
        if other.blocks.allSatisfy(\.saysNothing) { return }
        if !blocks.isEmpty { blocks[blocks.count - 1].spaceAfter = gap }
        if other.isLabel {
            isLabel = true
            nameBlocks = blocks.count + max(other.nameBlocks ?? 0, other.blocks.countNaming())
        }
        blocks += other.blocks
    }
}

extension TextBlock {
    /// Puts the items of a list closer together, and the paragraphs of each.
    ///
    /// - Parameter gap: the greatest distance between two of them.
    fileprivate mutating func tightenItems(to gap: Length) {
        guard case .list(var items) = content else { return }
        for item in items.indices {
            for index in items[item].blocks.indices {
                items[item].blocks[index].spaceBefore = min(items[item].blocks[index].spaceBefore, gap)
                items[item].blocks[index].spaceAfter = min(items[item].blocks[index].spaceAfter, gap)
                items[item].blocks[index].tightenItems(to: gap)
            }
        }
        content = .list(items)
    }

    /// The nodes of the words of a paragraph.
    fileprivate var owners: [Owner] {
        guard case .paragraph(let text) = content else { return [] }
        return text.formats.map(\.owner)
    }
}

extension [TextBlock] {
    /// Puts paragraphs closer together.
    ///
    /// - Parameter gap: the greatest distance between two of them.
    fileprivate mutating func tighten(to gap: Length) {
        for index in indices.dropLast() {
            self[index].spaceAfter = Swift.min(self[index].spaceAfter, gap)
            self[index + 1].spaceBefore = Swift.min(self[index + 1].spaceBefore, gap)
        }
        for index in indices { self[index].tightenItems(to: gap) }
    }

    /// Makes a single paragraph unbreakable if it is no wider than a width.
    ///
    /// - Returns: whether it is.
    fileprivate mutating func keepOnOneLine(within width: Length) -> Bool {
        guard count == 1, self[0].symbol == nil, self[0].anchor == nil, case .paragraph(let text) = self[0].content,
            !text.atoms.isEmpty, !text.holdsLineBreak, text.naturalWidth <= width
        else { return false }
        self[0].content = .paragraph(text.unbreakable)
        return true
    }

    /// The same blocks after a label, which stands on the first line of a paragraph, behind its symbol, or over anything else.
    fileprivate func labelled(_ label: ShapedText) -> [TextBlock] {
        guard let first else { return self }
        var blocks = self
        if case .paragraph(let text) = first.content {
            if text.atoms.isEmpty { return self }
            blocks[0].content = .paragraph(label.followed(by: text))
        } else {
            var title = TextBlock(content: .paragraph(label), spaceBefore: .zero, spaceAfter: .zero)
            title.keep = .withNext
            blocks.insert(title, at: 0)
        }
        return blocks
    }
}

// Labels and values are laid behind one another without a second look at their letters: each keeps the direction that it has by itself, and a
// sign behind a label has the label's, so that it stands between the two. The first decides the direction of the line.
extension ShapedText {
    /// A title without its note marks as furniture; `nil` without words.
    fileprivate var asColumnLabel: ShapedText? {
        var words = atoms.filter { formats[Int($0.format)].note == nil }
        while words.last?.isWhiteSpace == true { words.removeLast() }
        for index in words.indices where words[index].kind == .lineBreak { words[index].kind = .space }
        if words.isEmpty { return nil }
        return ShapedText(
            atoms: words,
            formats: formats.map(\.asColumnLabel),
            leading: leading,
            hyphenateBelow: .zero,
            baseline: baseline,
            isBackward: isBackward
        )
    }

    /// The sign between titles, or between values with their labels, on one line.
    fileprivate static let separator = "·"
    /// The sign between values of one group of columns.
    fileprivate static let groupSeparator = ";"
    /// The sign between titles, which stays at the end of a line: without it two titles would be read as one.
    fileprivate static let titleSeparator = " ·"

    /// The text with a sign behind it that is not read, and a space; `nil` without words. A separator of values is a space itself, so that no line ends
    /// with it.
    fileprivate func followed(byFurniture sign: String, shaper: TextShaper) -> ShapedText? {
        guard let last = atoms.lastIndex(where: { !$0.isWhiteSpace }) else { return nil }
        let format = formats[Int(atoms[last].format)].asColumnLabel
        var all = formats
        let index = all.firstIndex(of: format) ?? all.count
        if index == all.count { all.append(format) }
        func atom(_ text: String, _ kind: Atom.Kind) -> Atom {
            let piece = shaper.piece(text[...], in: format.style, isBackward: isBackward)
            return Atom(piece: piece, kind: kind, format: UInt32(index), level: isBackward ? 1 : 0)
        }
        let signs =
            switch sign {
            case "": [atom(" ", .space)]
            case Self.separator: [atom(" \(sign) ", .space)]
            default: [atom(sign, .joined), atom(" ", .space)]
            }
        return ShapedText(
            atoms: atoms[...last] + signs,
            formats: all,
            leading: leading,
            hyphenateBelow: hyphenateBelow,
            baseline: baseline,
            isBackward: isBackward
        )
    }
}

extension ShapedText.Format {
    /// The same style as furniture of a folded table.
    fileprivate var asColumnLabel: Self {
        var format = self
        format.owner = .furniture(.columnLabel)
        format.link = nil
        format.note = nil
        return format
    }
}
