// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import UnicodeText
import WorkspaceFiles

extension ProseBuilder {
    /// The table that a paragraph was before it was pasted from Word or Excel: lines of cells with tabs between them.
    func pastedTable(_ node: MarkdownNode) -> Prose.Content? {
        guard node.line > 0, node.lastLine > node.line, source.holdsTab(inLine: node.line) else { return nil }
        let rows = (node.line...node.lastLine).compactMap { number in
            source.line(number).map { (number, $0.split(separator: "\t", omittingEmptySubsequences: false)) }
        }
        let columns = rows.map(\.1.count).max() ?? 1
        guard columns > 1, rows.allSatisfy({ $0.1.count > 1 }) else { return nil }
        if rows.contains(where: { $0.1.count != columns }) || columns > Limits.mostTableColumns {
            findings.report(.unevenPastedTable, at: location(of: node))
            return nil
        }
        var lists: [[[Prose.Inline]]] = []
        for (line, cells) in rows {
            var column = 1
            lists.append(
                cells.map { cell in
                    defer { column += cell.unicodeScalars.count + 1 }
                    return inlines(ofCell: cell, at: source.origin.location(line: line, column: column))
                }
            )
        }
        return .table(
            header: lists[0],
            rows: Array(lists.dropFirst()),
            alignments: Array(repeating: .left, count: columns)
        )
    }

    /// The inlines of one cell of a pasted table.
    func inlines(ofCell text: Substring, at place: SourceLocation) -> [Prose.Inline] {
        if text.isBlank { return [] }
        // Nothing else knows that it is a cell, which may open with a mark of its own.
        findings.reportSign(in: String(text), at: place)
        let bytes = Array(text.trimmed.utf8)
        let document = MarkdownDocument(bytes)
        let builder = InlineBuilder(
            source: MarkdownSource(bytes: bytes, origin: TextOrigin(start: place, keepsLines: false)),
            findings: findings
        )
        guard let paragraph = document.root.children.first(where: { _ in true }) else { return [] }
        guard paragraph.kind == .paragraph else { return [.text(text.trimmed)] }
        return builder.checkedInlines(in: paragraph)
    }

    /// Reports cells of a row for which the table has no column, and which the parser leaves out.
    func reportExtraCells(in row: MarkdownNode, columns: Int) {
        guard row.kind == .tableRow, let line = source.line(row.line) else { return }
        var content = line.trimmed[...]
        if content.first == "|" { content = content.dropFirst() }
        var cells = 1
        var wasEscape = false
        for (index, character) in zip(content.indices, content) {
            if character == "|", !wasEscape, content.index(after: index) < content.endIndex { cells += 1 }
            wasEscape = character == "\\" && !wasEscape
        }
        guard cells > columns else { return }
        findings.report(.extraCells(cells, columns: columns), at: location(of: row))
    }
}

extension Diagnostic.Message {
    fileprivate static var unevenPastedTable: Self {
        Self(
            .unsupportedElement,
            "these lines have tabs between their words, as a table has that was pasted, and not the same number in each",
            hint: "write a table with `|` between its cells, and a line `| --- | --- |` below its first"
        )
    }

    fileprivate static func extraCells(_ cells: Int, columns: Int) -> Self {
        Self(
            .wrongFieldCount,
            "the row has \(cells) cells, and the table \(columns) column\(own: columns == 1 ? "" : "s")",
            hint: "a `|` that is a part of the text is written `\\|`; a column has its name in the first row"
        )
    }
}
