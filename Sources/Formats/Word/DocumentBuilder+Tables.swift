// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import UnicodeText
import WorkspaceFiles

extension DocumentBuilder {
    /// A table; `nil`, and a diagnostic, if prose cannot hold it.
    mutating func table(_ table: DocumentTable) -> Prose.Block? {
        let place = location(table.number)
        let rows = resolved(table)
        guard !rows.isEmpty else { return nil }
        let columns = rows.map(\.count).max() ?? 0
        guard isRegular(table, columns: columns, at: place) else { return nil }
        var header: [[Prose.Inline]] = []
        var body: [[[Prose.Inline]]] = []
        for (index, row) in rows.enumerated() {
            let cells = row.map { cell in self.inlines(ofCell: cell, isHeader: index == 0) }
            if index == 0 { header = cells } else { body.append(cells) }
        }
        filledDown(&body, of: table)
        return Prose.Block(
            .table(header: header, rows: body, alignments: alignments(of: rows.dropFirst(), columns: columns)),
            at: place
        )
    }

    /// The paragraphs of each cell.
    private mutating func resolved(_ table: DocumentTable) -> [[[Paragraph]]] {
        table.rows.map { row in
            row.cells.map { cell in cell.paragraphs.map { resolve($0) } }
        }
    }

    /// Whether prose can hold a table: rows of as many cells each under one that names them.
    private func isRegular(_ table: DocumentTable, columns: Int, at place: SourceLocation) -> Bool {
        if columns > Limits.mostTableColumns {
            findings.report(.tableTooWide(columns), at: place)
            return false
        }
        if table.rows.count == 1 {
            findings.report(.tableOfOneRow, at: place)
            return false
        }
        if table.rows.dropFirst().contains(where: \.isHeader) {
            findings.report(.severalHeaderRows, at: place)
            return false
        }
        for row in table.rows {
            if row.cells.contains(where: { $0.span > 1 }) || row.gap > 0 || row.cells.count != columns {
                let number = row.cells.lazy.flatMap(\.paragraphs).first?.number ?? table.number
                findings.report(.unevenRow, at: location(number))
                return false
            }
        }
        return true
    }

    /// The inlines of a cell, in which each paragraph is a line.
    private mutating func inlines(ofCell paragraphs: [Paragraph], isHeader: Bool) -> [Prose.Inline] {
        var lines: [Prose.Inline] = []
        for var paragraph in paragraphs where !paragraph.isEmpty {
            let place = location(paragraph.number)
            if paragraph.role == .exempt {
                findings.hide(at: place)
                findings.report(.passageInTable, at: place)
                addToOutline(paragraph, [], Surroundings(isInTable: true, isExempt: true))
                continue
            }
            if isHeader {
                for index in paragraph.source.pieces.indices { paragraph.source.pieces[index].look.isBold = false }
            }
            var inlines = inlines(of: paragraph) ?? []
            addToOutline(paragraph, inlines, Surroundings(isInTable: true))
            if inlines.isEmpty { continue }
            if let item = paragraph.item {
                inlines = [.text(item.number.map { "\($0). " } ?? "• ")] + inlines
            }
            if !lines.isEmpty { lines.append(.lineBreak) }
            for inline in inlines { lines.append(merging: inline) }
        }
        return lines.allSatisfy(\.saysNothing) ? [] : lines
    }

    /// Gives each cell that is merged with the one above it the words of that.
    private func filledDown(_ body: inout [[[Prose.Inline]]], of table: DocumentTable) {
        for (index, row) in table.rows.dropFirst().enumerated() where index > 0 {
            for (column, cell) in row.cells.enumerated() where cell.merge == .further && body[index][column].isEmpty {
                body[index][column] = body[index - 1][column]
            }
        }
    }

    /// How the cells of each column are set, if all that say something are set alike.
    private func alignments(of rows: some Sequence<[[Paragraph]]>, columns: Int) -> [Prose.Alignment] {
        (0..<columns).map { column in
            let own = Set(
                rows.flatMap { row in
                    column < row.count ? row[column].filter { !$0.isEmpty }.map(\.source.properties.alignment) : []
                }
            )
            if own == [.right] { return .right }
            return own == [.centre] ? .centre : .left
        }
    }
}
