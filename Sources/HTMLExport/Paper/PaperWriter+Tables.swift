// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

extension PaperWriter {
    /// Writes a table in a region of its own, in which it can be scrolled where the window is narrow.
    mutating func write(_ table: Table) {
        let cells: [TableHeaders.Cell]
        do { cells = try TableHeaders(of: table).cells } catch { return record(HTMLExportError(error.description)) }
        var attributes: [Attribute] = [.class("wide"), .tabStop()]
        let title = regionTitle()
        attributes.append(.role(title.isEmpty ? "group" : "region"))
        if title.isEmpty { attributes.append(.label(table.title)) } else { attributes.append(.labelled(by: title)) }
        if let anchor = table.anchor, let id = identifier(anchor) { attributes.append(.id(id)) }
        element(.div, attributes) { page in
            page.element(.table, title.isEmpty ? [] : [.labelled(by: title)]) { page in
                page.element(.colgroup) { $0.writeColumns(of: table, cells) }
                var cells = cells[...]
                if !table.header.isEmpty {
                    page.element(.thead) { page in for row in table.header { page.write(row, of: table, &cells) } }
                }
                var rest = table.rows[...]
                while !rest.isEmpty {
                    let group = rest.firstRowGroup
                    page.element(.tbody) { page in for row in group { page.write(row, of: table, &cells) } }
                    rest = rest.dropFirst(group.count)
                }
            }
        }
    }

    /// Writes the columns, each with a width on narrow screens that goes by its longest cell: a browser would make all as narrow as their
    /// longest word.
    private mutating func writeColumns(of table: Table, _ cells: [TableHeaders.Cell]) {
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
        for length in longest {
            switch length {
            case ..<24: element(.col)
            case ..<80: element(.col, .class("w1"))
            case ..<240: element(.col, .class("w2"))
            default: element(.col, .class("w3"))
            }
        }
    }

    private mutating func write(_ row: Table.Row, of table: Table, _ cells: inout ArraySlice<TableHeaders.Cell>) {
        element(.tr) { page in
            for cell in row.cells {
                guard let naming = cells.popFirst() else { return }
                page.write(cell, naming, in: row, of: table)
            }
        }
    }

    private mutating func write(
        _ cell: Table.Cell,
        _ naming: TableHeaders.Cell,
        in row: Table.Row,
        of table: Table
    ) {
        var attributes: [Attribute] = []
        if let name = styleName(of: cell, naming, in: row, of: table) { attributes.append(.class(name)) }
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
        element(naming.scope == nil ? .td : .th, attributes) { page in
            // Its words stay in view while the rows under it scroll.
            if row.kind.isBand, cell.blocks.count == 1 {
                page.element(.span) { $0.fill(with: cell.blocks) }
            } else {
                page.fill(with: cell.blocks)
            }
        }
    }

    /// The names of a cell in the style sheet: of a band, of the first column, and of the sides that its words stand at.
    private func styleName(
        of cell: Table.Cell,
        _ naming: TableHeaders.Cell,
        in row: Table.Row,
        of table: Table
    ) -> StaticString? {
        if case .band(let level) = row.kind { return level == 1 ? "b" : "b c" }
        let isFirst = naming.column == 0 && cell.columnSpan < table.columns.count && table.columns.count > 1
        let alignment = cell.columnSpan == 1 ? table.columns[naming.column].alignment : .left
        switch (alignment, isFirst) {
        case (.left, false): return nil
        case (.left, true): return "k"
        case (.centre, false): return "m"
        case (.centre, true): return "k m"
        case (.right, false), (.decimal, false): return "n"
        case (.right, true), (.decimal, true): return "k n"
        }
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
