// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

/// A paper's words and tables as a source for Typst, to be timed beside: in the same sizes, each table with the header that it repeats.
/// It is easier to set than the paper: contents, links, notes and grounds are left out, and every list is numbered.
struct TypstSource {
    let paper: Paper

    var text: String {
        var text = """
            #set document(title: \(quoted(paper.properties.title)), author: \(quoted(paper.properties.creator)))
            #set page(paper: "a4", margin: 20mm, numbering: "1 / 1")
            #set text(font: "Liberation Sans", size: 12pt, lang: "en", region: "GB")
            #show table: set text(size: 10.5pt)
            #set table(stroke: 0.5pt, inset: 5pt)
            #show figure: set block(breakable: true)

            """
        for (index, section) in paper.sections.enumerated() {
            if index > 0 { text += "#pagebreak(weak: true)\n" }
            for block in section.blocks { text += source(of: block) + "\n\n" }
        }
        return text
    }

    private func source(of block: Block) -> String {
        switch block.content {
        case .masthead: return source(of: block.children)
        case .heading(let heading):
            let words = [heading.prefix, heading.inlines.plainText].compactMap(\.self).joined(separator: " ")
            return "#heading(level: \(heading.level))[#\(quoted(words))]"
        case .paragraph(let paragraph): return "#par[\(source(of: paragraph.inlines))]"
        case .list(let list):
            return "#enum(\(list.items.map { "[\(source(of: $0.blocks))]" }.joined(separator: ", ")))"
        case .quotation(let blocks): return "#quote(block: true)[\(source(of: blocks))]"
        case .details(let details):
            return details.pairs.map { "#par[*\(source(of: $0.label))* ]\n\(source(of: $0.values))" }.joined(
                separator: "\n"
            )
        case .signature(let signature):
            return "#par[\(source(of: signature.name)) \(source(of: signature.post))]"
        case .table(let table): return source(of: table)
        case .notes(let notes): return notes.map { source(of: $0.blocks) }.joined(separator: "\n")
        case .figure(let figure): return source(of: figure.caption)
        case .contents: return ""
        }
    }

    private func source(of blocks: [Block]) -> String { blocks.map(source).joined(separator: "\n") }

    private func source(of inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): "#\(quoted(text));"
            case .pageReference(let words): "#\(quoted(words.words));"
            case .emphasis(let inner): "#emph[\(source(of: inner))]"
            case .strong(let inner): "#strong[\(source(of: inner))]"
            case .link(let link): source(of: link.inlines)
            case .span(let span): source(of: span.inlines)
            case .lineBreak: "#linebreak()"
            case .noteMark: ""
            }
        }.joined()
    }

    private func source(of table: Table) -> String {
        let columns = table.columns.map { column in
            switch column.width {
            case .solved: "auto"
            case .share(let share): "\(share)fr"
            case .fixed(let width): "\(width.points)pt"
            }
        }
        let alignments = table.columns.map { column in
            switch column.alignment {
            case .left: "left"
            case .centre: "center"
            case .right, .decimal: "right"
            }
        }
        var parts = [
            "columns: (\(columns.joined(separator: ", ")),)", "align: (\(alignments.joined(separator: ", ")),)",
        ]
        if !table.header.isEmpty { parts.append("table.header(\(table.header.map(source).joined(separator: ", ")))") }
        parts += table.rows.map(source)
        return "#table(\n\(parts.joined(separator: ",\n"))\n)"
    }

    private func source(of row: Table.Row) -> String {
        row.cells.map { cell in
            let words = source(of: cell.blocks)
            return "table.cell(colspan: \(cell.columnSpan), rowspan: \(cell.rowSpan))[\(words)]"
        }.joined(separator: ", ")
    }

    private func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
        return "\"\(escaped)\""
    }
}
