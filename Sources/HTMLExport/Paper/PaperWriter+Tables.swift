// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

extension PaperWriter {
    /// Writes a table in a region of its own, in which it can be scrolled where the window is narrow, and its notes behind it.
    ///
    /// - Parameter caption: its title, with what is said of the table under that; empty for a table that a heading names.
    mutating func write(_ table: Table, caption: [Block]) {
        let cells: [TableHeaders.Cell]
        do { cells = try TableHeaders(of: table).cells } catch { return record(HTMLExportError(error.description)) }
        var attributes: [Attribute] = [.class("wide"), .tabStop()]
        if let first = caption.first, case .paragraph(let title) = first.content {
            let words = [title.number, title.inlines.plainText].compactMap(\.self).joined(separator: " ")
            enter(RegionTitle(id: .numbered("caption", first.id.index), words: words))
        }
        let title = regionTitle()
        // Only a region with a title of its own is one that readers can find by it.
        attributes.append(.role(title.isUnique ? "region" : "group"))
        if !title.ids.isEmpty { attributes.append(.labelled(by: title.ids)) }
        if let anchor = table.anchor, let id = identifier(anchor) { attributes.append(.id(id)) }
        let widths = widths(of: table, cells)
        element(.div, attributes) { page in
            page.element(.table, title.ids.isEmpty ? [] : [.labelled(by: title.ids)]) { page in
                if !caption.isEmpty { page.element(.caption) { $0.write(caption) } }
                var grid = Grid(columns: table.columns, cells: cells[...], widths: widths)
                if !table.header.isEmpty {
                    page.element(.thead) { page in for row in table.header { page.write(row, in: &grid) } }
                }
                var rest = table.rows[...]
                while !rest.isEmpty {
                    let group = rest.firstRowGroup
                    page.element(.tbody) { page in for row in group { page.write(row, in: &grid) } }
                    rest = rest.dropFirst(group.count)
                }
            }
        }
        write(table.notes)
    }

    /// The names of the columns in the style sheet, by the lengths of their longest cells: each has a width on narrow screens, where a browser
    /// would make it as narrow as its longest word. A column of short cells has none.
    private func widths(of table: Table, _ cells: [TableHeaders.Cell]) -> [StaticString?] {
        var longest = Array(repeating: 0, count: table.columns.count)
        var index = 0
        for row in [table.header, table.rows].joined() {
            for cell in row.cells {
                if cell.columnSpan == 1 {
                    longest[cells[index].column] = max(longest[cells[index].column], cell.blocks.wordLength)
                }
                index += 1
            }
        }
        return longest.map { length in
            switch length {
            case ..<24: nil
            case ..<80: "w1"
            case ..<240: "w2"
            default: "w3"
            }
        }
    }

    /// What the cells of a table are written with, row after row.
    private struct Grid {
        let columns: [Table.Column]
        /// The relations of the cells that are still to be written.
        var cells: ArraySlice<TableHeaders.Cell>
        /// The widths that no cell has had yet: the first cell of a column gives it its width.
        var widths: [StaticString?]
    }

    private mutating func write(_ row: Table.Row, in grid: inout Grid) {
        element(.tr) { page in
            for cell in row.cells {
                guard let naming = grid.cells.popFirst() else { return }
                page.write(cell, naming, of: row, in: &grid)
            }
        }
    }

    private mutating func write(
        _ cell: Table.Cell,
        _ naming: TableHeaders.Cell,
        of row: Table.Row,
        in grid: inout Grid
    ) {
        var attributes: [Attribute] = []
        let names = styleNames(of: cell, naming, in: row, &grid)
        if !names.isEmpty { attributes.append(.class(names)) }
        if let scope = naming.scope {
            attributes.append(.id(.numbered("c", cell.id.index)))
            switch (scope, row.kind.isBand) {
            case (.column, _): attributes.append(.scope("col"))
            case (.row, true): attributes.append(.scope("rowgroup"))
            case (.row, false): attributes.append(.scope("row"))
            }
        }
        if cell.columnSpan > 1 { attributes.append(.columnSpan(cell.columnSpan)) }
        if cell.rowSpan > 1 { attributes.append(.rowSpan(cell.rowSpan)) }
        if !naming.headers.isEmpty {
            attributes.append(.headers(naming.headers.map { .numbered("c", $0.index) }))
        }
        element(naming.scope == nil ? .td : .th, attributes + marks(ofContent: cell.blocks)) { page in
            // Its words stay in view while the rows under it scroll.
            if row.kind.isBand, cell.blocks.count == 1, case .paragraph = cell.blocks[0].content {
                page.element(.span) { $0.fill(with: cell.blocks) }
            } else {
                page.fill(with: cell.blocks)
            }
        }
    }

    /// The CSS classes of a cell: for a band, for the first column, for its alignment and for the width of its column.
    private func styleNames(
        of cell: Table.Cell,
        _ naming: TableHeaders.Cell,
        in row: Table.Row,
        _ grid: inout Grid
    ) -> [StaticString] {
        if case .band(let level) = row.kind { return level == 1 ? ["b"] : ["b", "c"] }
        var names: [StaticString] = []
        if naming.column == 0, cell.columnSpan < grid.columns.count { names.append("k") }
        if cell.columnSpan > 1 { return names }
        switch grid.columns[naming.column].alignment {
        case .left: break
        case .centre: names.append("m")
        case .right, .decimal: names.append("n")
        }
        if let width = grid.widths[naming.column] {
            names.append(width)
            grid.widths[naming.column] = nil
        }
        return names
    }
}

extension ArraySlice<Table.Row> {
    /// The first rows up to the next band, with the bands that begin them. A cell that covers rows is never divided.
    fileprivate var firstRowGroup: ArraySlice<Table.Row> {
        var level = 0
        var hasBody = false
        var open = 0
        for (offset, row) in enumerated() {
            if case .band(let next) = row.kind, open == 0 {
                if offset > 0, hasBody || next <= level { return prefix(offset) }
                level = next
            } else {
                hasBody = true
            }
            open = Swift.max(open, row.cells.map(\.rowSpan).max() ?? 1) - 1
        }
        return self
    }
}

extension [Block] {
    /// About how many letters their paragraphs have, those of the longest.
    fileprivate var wordLength: Int {
        var longest = 0
        for block in self {
            if case .paragraph(let paragraph) = block.content {
                longest = Swift.max(longest, paragraph.inlines.reduce(0) { $0 + $1.wordLength })
            } else {
                longest = Swift.max(longest, block.children.wordLength)
            }
        }
        return longest
    }
}

extension Inline {
    fileprivate var wordLength: Int {
        if case .text(let text) = self { return text.utf8.count }
        return children.reduce(0) { $0 + $1.wordLength }
    }
}
