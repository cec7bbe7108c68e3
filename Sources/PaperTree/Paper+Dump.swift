// SPDX-License-Identifier: Apache-2.0

import Pictures
import UnicodeText

extension Paper {
    /// The tree as text, one node a line, for people and for tests.
    package var dump: String {
        var dump = TreeDump()
        dump.line("paper \(quoted(properties.title)) \(properties.language)")
        dump.nested { dump in
            if let banner { dump.line("banner \(quoted(banner.words))") }
            for section in sections {
                dump.line(section.label.isEmpty ? "section" : "section \(quoted(section.label))")
                dump.nested { $0.blocks(section.blocks) }
            }
        }
        return dump.text
    }
}

extension Note {
    /// Its label and what it says as text, which is that of another note if both say the same.
    package var dump: String {
        var dump = TreeDump()
        dump.line(label)
        dump.nested { $0.blocks(blocks) }
        return dump.text
    }
}

/// Writes nodes with two spaces to a level.
private struct TreeDump {
    var text = ""
    private var depth = 0

    mutating func line(_ line: String) {
        text += String(repeating: "  ", count: depth) + line + "\n"
    }

    mutating func nested(_ write: (inout TreeDump) -> Void) {
        depth += 1
        write(&self)
        depth -= 1
    }

    mutating func blocks(_ blocks: [Block]) {
        for block in blocks { self.block(block) }
    }

    private mutating func block(_ block: Block) {
        if block.startsPage { line("page break") }
        switch block.content {
        case .masthead:
            line("masthead")
            nested { $0.blocks(block.children) }
        case .heading(let heading):
            let number = heading.prefix.map { $0 + " " } ?? ""
            line("heading \(heading.level) \(number)\(quoted(heading.inlines)) #\(heading.anchor)")
        case .paragraph(let paragraph):
            let name = paragraph.role == .body ? "paragraph" : paragraph.role.rawValue
            let number = paragraph.number.map { $0 + " " } ?? ""
            line("\(name) \(number)\(paragraph.symbol.map { "[\($0.rawValue)] " } ?? "")\(quoted(paragraph.inlines))")
        case .list(let list):
            switch list.marker {
            case .bullet: line("list bullet")
            case .decimal(let start): line("list decimal from \(start)")
            case .letter: line("list letter")
            }
            nested { dump in
                for item in list.items {
                    dump.line("item")
                    dump.nested { $0.blocks(item.blocks) }
                }
            }
        case .quotation(let blocks):
            line("quotation")
            nested { $0.blocks(blocks) }
        case .details(let details):
            line("details \(details.role.rawValue)")
            nested { dump in
                for pair in details.pairs {
                    dump.line("pair \(quoted(pair.label))")
                    dump.nested { $0.blocks(pair.values) }
                }
            }
        case .signature(let signature):
            line("signature \(quoted(signature.name)) \(quoted(signature.post))")
        case .contents(let contents):
            line("contents \(quoted(contents.heading.inlines)) from \(contents.fromPages) pages")
            nested { dump in
                for entry in contents.entries {
                    let number = entry.number.map { $0 + " " } ?? ""
                    dump.line("entry \(entry.level) \(number)\(quoted(entry.words)) #\(entry.anchor)")
                }
            }
        case .table(let table):
            line(
                "table" + (table.label.map { " \(quoted($0))" } ?? "") + " \(table.columns.count) columns"
                    + (table.isLandscape ? " landscape" : "")
                    + (table.anchor.map { " #\($0)" } ?? "")
            )
            nested { $0.rows(of: table) }
        case .figure(let figure):
            line(
                "figure" + (figure.label.map { " \(quoted($0))" } ?? "") + (figure.anchor.map { " #\($0)" } ?? "")
            )
            nested { dump in
                dump.blocks(figure.caption)
                dump.line(figure.alternativeText.map { "alternative \(quoted($0))" } ?? "decorative")
                dump.graphic(figure.graphic)
            }
        case .notes(let notes): self.notes(notes)
        }
    }

    private mutating func graphic(_ graphic: Graphic) {
        switch graphic {
        case .chart(.stackedBars(let chart)):
            line(
                "stacked bars of "
                    + chart.series.map { "\($0.tone.rawValue) \(quoted($0.label))" }.joined(separator: ", ")
            )
            nested { dump in
                for bar in chart.bars {
                    let counts = bar.counts.map(\.words).joined(separator: " + ")
                    dump.line("bar \(quoted(bar.label)) \(counts) = \(bar.total)")
                }
            }
        case .image(let image): line("image \(image.width) × \(image.height) \(image.digest)")
        case .chart(.bars(let chart)):
            line("bars of \(chart.tone.rawValue)")
            nested { dump in
                for bar in chart.bars { dump.line("bar \(quoted(bar.label)) \(quoted(bar.words))") }
            }
        case .chart(.line(let chart)):
            line("line over \(chart.scale.map(\.words).joined(separator: ", "))")
            points(of: chart)
        case .chart(.sparkline(let chart)):
            line("sparkline")
            points(of: chart)
        }
    }

    private mutating func points(of chart: Chart.Line) {
        nested { dump in
            for point in chart.points {
                let target = point.target.map { " target \(quoted($0.words))" } ?? ""
                let comparison = point.comparison.map { " beside \(quoted($0.words))" } ?? ""
                dump.line("point \(quoted(point.label)) \(quoted(point.figure?.words ?? "none"))\(target)\(comparison)")
            }
        }
    }

    private mutating func rows(of table: Table) {
        for row in table.header + table.rows {
            switch row.kind {
            case .header: line("header row")
            case .band(let level): line("band \(level)")
            case .body: line("row")
            }
            nested { dump in
                for cell in row.cells { dump.cell(cell) }
            }
        }
        notes(table.notes)
    }

    private mutating func notes(_ notes: [Note]) {
        for note in notes {
            line(note.label)
            nested { $0.blocks(note.blocks) }
        }
    }

    private mutating func cell(_ cell: Table.Cell) {
        var words = [cell.isHeader ? "header cell" : "cell"]
        if cell.columnSpan > 1 { words.append("over \(cell.columnSpan) columns") }
        if cell.rowSpan > 1 { words.append("over \(cell.rowSpan) rows") }
        if cell.blocks.count == 1, case .paragraph(let paragraph) = cell.blocks[0].content, paragraph.role == .body {
            if let symbol = paragraph.symbol { words.append("[\(symbol.rawValue)]") }
            line("\(words.joined(separator: " ")) \(quoted(paragraph.inlines))")
        } else {
            line(words.joined(separator: " "))
            nested { $0.blocks(cell.blocks) }
        }
    }
}

private func quoted(_ text: String) -> String { "“\(text)”" }

/// Words with `*emphasis*`, `**strong**`, `[links](to)`, `[^marks]` and `[languages]{lang=cy}` shown as an officer would write them, and
/// abbreviations with what they stand for.
private func quoted(_ inlines: [Inline]) -> String { quoted(marked(inlines)) }

private func marked(_ inlines: [Inline]) -> String {
    inlines.map { inline in
        switch inline {
        case .text(let text): return text
        case .emphasis(let inner): return "*\(marked(inner))*"
        case .strong(let inner): return "**\(marked(inner))**"
        case .link(let link):
            switch link.target {
            case .address(let address): return "[\(marked(link.inlines))](\(address))"
            case .anchor(let anchor): return "[\(marked(link.inlines))](#\(anchor))"
            }
        case .pageReference(let words): return words.words
        case .noteMark(let mark): return "[^\(mark.label)]"
        case .lineBreak: return "⏎"
        case .span(let span):
            switch span.property {
            case .language(let tag): return "[\(marked(span.inlines))]{lang=\(tag.rawValue)}"
            case .expansion(let expansion): return "[\(marked(span.inlines))]{\(expansion)}"
            }
        }
    }.joined()
}
