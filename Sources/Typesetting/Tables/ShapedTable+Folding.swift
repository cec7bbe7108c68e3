// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TextShaping

// A folded table has fewer columns: the cells of some columns stand under those of the column before, each after the title of its column. On
// paper that is a list of labels and values; in the tree of the PDF it is the same table, with the same cells and headers, since the labels are
// furniture of the page, and a screen reader says the header of a cell anyway.
extension ShapedTable {
    /// The table with columns under the columns before them, or `nil` if there are none that can be.
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
            gap: theme.table.text.leading / 8,
            shaper: shaper
        )
        var table = self
        table.columns = (0...last).map { place in
            let own = columns.indices.filter { places[$0] == place }
            return own.count == 1 ? columns[own[0]] : Table.Column()
        }
        for index in table.columns.indices where !table.columns[index].width.isFixed {
            table.columns[index].width = .solved
        }
        table.header = folder.folded(header)
        table.rows = folder.folded(rows)
        table.repeatsHeader = false
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

    /// The title of each column as a label of its values, without note marks; `nil` for a column without one.
    private func labels(shaper: TextShaper) -> [ShapedText?] {
        var labels = [ShapedText?](repeating: nil, count: columns.count)
        var tracker = ColumnTracker(count: columns.count)
        for row in header {
            for cell in row.cells {
                let column = tracker.place(cell.columnSpan, rowSpan: cell.rowSpan)
                guard cell.columnSpan == 1, column < labels.count,
                    case .paragraph(let title)? = cell.blocks.first?.content
                else { continue }
                labels[column] = title.asLabel(shaper: shaper) ?? labels[column]
            }
            tracker.endRow()
        }
        return labels
    }
}

/// Folds the rows of a table.
private struct RowFolder {
    /// The column that each column goes into.
    let places: [Int]
    /// Whether rows without cells over several rows go over the width of all columns.
    let joinsPlaces: Bool
    let labels: [ShapedText?]
    /// The distance between values.
    let gap: Length
    let shaper: TextShaper

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
        for cell in row.cells {
            let column = min(tracker.place(cell.columnSpan, rowSpan: cell.rowSpan), places.count - 1)
            let end = min(column + cell.columnSpan, places.count) - 1
            let first = isJoined ? 0 : places[column]
            let last = isJoined ? places[places.count - 1] : places[end]
            var own = cell
            own.columnSpan = last - first + 1
            if column > 0, cell.columnSpan == 1, row.kind == .body {
                own.blocks = cell.blocks.labelled(labels[column], shaper: shaper)
            }
            if (isJoined || first == lastPlace) && !folded.cells.isEmpty {
                let index = folded.cells.count - 1
                if row.kind == .header { own.continueParagraph(of: &folded.cells[index], shaper: shaper) }
                folded.cells[index].join(own, overlap: isJoined ? own.columnSpan : 1, gap: gap)
            } else {
                folded.cells.append(own)
            }
            lastPlace = last
        }
        return folded
    }
}

extension ShapedTable.Cell {
    /// Moves the first paragraph of this cell to the end of the last of another, so that many titles take few lines.
    fileprivate mutating func continueParagraph(of other: inout ShapedTable.Cell, shaper: TextShaper) {
        guard let index = other.blocks.indices.last, case .paragraph(let last) = other.blocks[index].content,
            case .paragraph(let first)? = blocks.first?.content,
            let separated = last.followed(byFurniture: " ·", shaper: shaper)
        else { return }
        other.blocks[index].content = .paragraph(separated.followed(by: first, shaper: shaper))
        blocks.removeFirst()
    }

    /// Puts the blocks of another cell under those of this one.
    ///
    /// - Parameter overlap: the number of columns that both have.
    fileprivate mutating func join(_ other: ShapedTable.Cell, overlap: Int, gap: Length) {
        // As high as its words, however many rows of a header its parts went over.
        rowSpan = 1
        columnSpan += other.columnSpan - overlap
        if other.blocks.allSatisfy(\.saysNothing) { return }
        if !blocks.isEmpty { blocks[blocks.count - 1].spaceAfter = gap }
        blocks += other.blocks
    }
}

extension TextBlock {
    /// Whether it is a paragraph without words, as an empty cell has it.
    fileprivate var saysNothing: Bool {
        guard case .paragraph(let text) = content, symbol == nil else { return false }
        return text.atoms.isEmpty
    }
}

extension [TextBlock] {
    /// The same blocks after a label, which stands on the first line of a paragraph, or over anything else.
    fileprivate func labelled(_ label: ShapedText?, shaper: TextShaper) -> [TextBlock] {
        guard let label, let first else { return self }
        var blocks = self
        if case .paragraph(let text) = first.content, first.symbol == nil {
            if text.atoms.isEmpty { return self }
            blocks[0].content = .paragraph(label.followed(by: text, shaper: shaper))
        } else {
            blocks.insert(TextBlock(content: .paragraph(label), spaceBefore: .zero, spaceAfter: .zero), at: 0)
        }
        return blocks
    }
}

extension ShapedText {
    /// A title without its note marks, with a colon and a space behind it, as furniture; `nil` without words.
    fileprivate func asLabel(shaper: TextShaper) -> ShapedText? {
        var words = atoms.filter { formats[Int($0.format)].note == nil }
        while words.last?.isWhiteSpace == true { words.removeLast() }
        for index in words.indices where words[index].kind == .lineBreak { words[index].kind = .space }
        guard let last = words.last else { return nil }
        let style = formats[Int(last.format)].style
        if !last.piece.text.hasSuffix(":") {
            var colon = last
            colon.kind = .joined
            colon.piece = shaper.piece(":", in: style, isBackward: last.isBackward)
            words.append(colon)
        }
        words.append(last.space(in: style, shaper: shaper))
        let labelFormats = formats.map(\.asColumnLabel)
        return ShapedText(
            atoms: words,
            formats: labelFormats,
            leading: leading,
            hyphenateBelow: .zero,
            baseline: baseline
        )
    }

    /// The text with a sign behind it that is not read, and a space; `nil` without words.
    fileprivate func followed(byFurniture sign: String, shaper: TextShaper) -> ShapedText? {
        guard var mark = atoms.last(where: { !$0.isWhiteSpace }) else { return nil }
        let format = formats[Int(mark.format)].asColumnLabel
        mark.kind = .joined
        mark.format = UInt32(formats.count)
        mark.piece = shaper.piece(sign[...], in: format.style, isBackward: mark.isBackward)
        return ShapedText(
            atoms: atoms + [mark, mark.space(in: format.style, shaper: shaper)],
            formats: formats + [format],
            leading: leading,
            hyphenateBelow: hyphenateBelow,
            baseline: baseline
        )
    }

    /// This text and another as one.
    fileprivate func followed(by text: ShapedText, shaper: TextShaper) -> ShapedText {
        let moved = text.atoms.map { atom in
            var atom = atom
            atom.format += UInt32(formats.count)
            return atom
        }
        let both = ShapedText(
            atoms: atoms + moved,
            formats: formats + text.formats,
            leading: text.leading,
            hyphenateBelow: text.hyphenateBelow,
            baseline: text.baseline
        )
        return isBackward || text.atoms.contains(where: \.isBackward) ? both.directed(by: shaper) : both
    }
}

extension ShapedText.Atom {
    /// A space behind it, in its direction.
    fileprivate func space(in style: StyleID, shaper: TextShaper) -> Self {
        var space = self
        space.kind = .space
        space.isTied = false
        space.piece = shaper.piece(" ", in: style, isBackward: isBackward)
        return space
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

extension ColumnWidth {
    fileprivate var isFixed: Bool { if case .fixed = self { true } else { false } }
}
