// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import TextShaping

extension TextBlockShaper {
    /// Shapes the cells of a table, and what is printed over and under its parts when pages divide it.
    mutating func shape(_ table: Table, at location: SourceLocation?) throws(FontError) -> ShapedTable {
        var shaped = ShapedTable(
            columns: table.columns,
            isLandscape: table.isLandscape,
            location: location,
            spaceBefore: theme.table.before,
            spaceAfter: theme.table.after,
            anchor: table.anchor
        )
        for row in table.header { shaped.header.append(try shape(row)) }
        if table.columns.contains(where: \.rotatesTitle) { shaped.rotateTitles(theme: theme) }
        shaped.rows.reserveCapacity(table.rows.count)
        for row in table.rows { shaped.rows.append(try shape(row)) }
        if let totals = table.carriedTotals { shaped.carriedTotals = try shape(totals, of: table) }
        shaped.measureColumns(theme: theme)
        if theme.table.repeatsTitle {
            // A table without a title goes on under the mark alone.
            let title = [table.label, table.title].compactMap(\.self).filter { !$0.isEmpty }.joined(
                separator: "\u{2002}"
            )
            let words = [title, continuation.mark].filter { !$0.isEmpty }.joined(separator: " ")
            if !words.isEmpty { shaped.continuedTitle = try shapeFurniture(words, .continuedTitle, isBold: true) }
        }
        if !continuation.mark.isEmpty {
            shaped.continuationMark = try shapeFurniture(continuation.mark, .repeatedCell, isBold: false)
        }
        if theme.table.announcesOverleaf, !continuation.overleaf.isEmpty {
            shaped.overleaf = try shapeFurniture(continuation.overleaf, .overleaf, isBold: false)
        }
        return shaped
    }

    /// Shapes the totals down to each row, and the words before them.
    private mutating func shape(
        _ totals: Table.CarriedTotals,
        of table: Table
    ) throws(FontError) -> ShapedTable.CarriedTotals? {
        guard let first = totals.columns.first, first > 0, totals.columns.allSatisfy(table.columns.indices.contains)
        else { return nil }
        func row(_ texts: [(column: Int, text: ShapedText)]) -> ShapedTable.Row {
            var cells = [ShapedTable.Cell(columnSpan: first, rowSpan: 1, blocks: [])]
            for column in first..<table.columns.count {
                cells.append(ShapedTable.Cell(columnSpan: 1, rowSpan: 1, blocks: []))
                guard let own = texts.first(where: { $0.column == column }) else { continue }
                cells[cells.count - 1].blocks = [.line(own.text)]
            }
            return ShapedTable.Row(kind: .body, cells: cells)
        }
        var shaped = ShapedTable.CarriedTotals(forward: row([]), brought: row([]), rows: [])
        shaped.forward.cells[0].blocks = [.line(try shapeFurniture(totals.forward, .carriedTotal, isBold: true))]
        shaped.brought.cells[0].blocks = [.line(try shapeFurniture(totals.brought, .carriedTotal, isBold: true))]
        var last = row([])
        shaped.rows.reserveCapacity(table.rows.count)
        for own in table.rows {
            if !own.totals.isEmpty {
                var texts: [(column: Int, text: ShapedText)] = []
                for (column, words) in zip(totals.columns, own.totals) {
                    guard let words else { continue }
                    texts.append((column, try shapeFurniture(words, .carriedTotal, isBold: true)))
                }
                last = row(texts)
            }
            shaped.rows.append(last)
        }
        return shaped
    }

    private mutating func shapeFurniture(
        _ words: String,
        _ furniture: Owner.Furniture,
        isBold: Bool
    ) throws(FontError) -> ShapedText {
        var style = theme.table.text
        style.isBold = isBold
        return try shape([.text(words)], in: style, owner: .furniture(furniture), at: nil)
    }

    private mutating func shape(_ row: Table.Row) throws(FontError) -> ShapedTable.Row {
        var shaped = ShapedTable.Row(kind: row.kind, cells: [])
        shaped.cells.reserveCapacity(row.cells.count)
        let style = Theme.BlockStyle(text: theme.table.text, before: .zero, after: theme.table.text.leading / 3)
        var strong = style
        strong.text.isBold = true
        // Headers and bands are never hyphenated.
        strong.text.hyphenateBelow = .zero
        if case .band(let level) = row.kind, level > 1, let colour = theme.table.innerBandColour {
            strong.text.colour = colour
        }
        shaped.isBesideBar = theme.exempt != nil && row.kind == .body && row.cells.first?.isMarkedExempt == true
        for cell in row.cells {
            let isLabel = row.kind == .body && cell.isHeader
            let blocks = try shape(cell.blocks, in: row.kind == .body ? style : strong)
            shaped.cells.append(
                ShapedTable.Cell(
                    columnSpan: cell.columnSpan,
                    rowSpan: cell.rowSpan,
                    isLabel: isLabel,
                    beginsWithLabel: cell.beginsWithLabel,
                    nameBlocks: isLabel && cell.rowSpan == 1
                        ? blocks.countNaming(isMarked: cell.isMarkedExempt) : nil,
                    blocks: blocks
                )
            )
        }
        if case .band = row.kind, let cell = row.cells.first {
            let continued: [Inline] = [.text(" " + continuation.mark)]
            shaped.continued = try shape(cell.blocks.appending(continued), in: strong)
        }
        return shaped
    }
}

extension [Block] {
    /// The same blocks with words added to the last paragraph.
    fileprivate func appending(_ inlines: [Inline]) -> [Block] {
        guard case .paragraph(var paragraph) = last?.content else { return self }
        var blocks = self
        paragraph.inlines += inlines
        blocks[blocks.count - 1].content = .paragraph(paragraph)
        return blocks
    }
}

extension Table.Cell {
    /// Whether it begins with what says that its row is exempt.
    fileprivate var isMarkedExempt: Bool { blocks.first?.isExemptMark ?? false }
}

extension TextBlock {
    /// A paragraph that is all of a cell.
    fileprivate static func line(_ text: ShapedText) -> TextBlock {
        TextBlock(content: .paragraph(text), spaceBefore: .zero, spaceAfter: .zero)
    }
}
