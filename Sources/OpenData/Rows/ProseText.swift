// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring

/// Makes plain text of what officers wrote: without emphasis and marks, with the values of placeholders, and with the words that public papers
/// have in place of what is withheld.
struct ProseText {
    private var names: DataNames
    private let exemptWording: ExemptWording

    init(of round: MonitoringRound, wording: Wording) {
        names = DataNames(of: round, wording: wording)
        exemptWording = ExemptWording(wording: wording, nation: round.council.nation)
    }

    /// The text of some prose, its blocks on lines of their own; `nil` if it has none.
    ///
    /// - Parameter directorate: whose return it is in; names in it may be that directorate's own.
    mutating func text(_ prose: Prose, of directorate: String) -> String? {
        let text = text(prose.blocks, directorate)
        return text.isEmpty ? nil : text
    }

    private mutating func text(_ blocks: [Prose.Block], _ scope: String) -> String {
        var lines: [String] = []
        for block in blocks {
            let line = text(block, scope)
            if !line.isEmpty { lines.append(line) }
        }
        return lines.joined(separator: "\n")
    }

    private mutating func text(_ block: Prose.Block, _ scope: String) -> String {
        switch block.content {
        case .heading(_, let inlines, _), .paragraph(let inlines): return text(inlines, scope)
        case .list(let start, let items):
            var lines: [String] = []
            for (index, item) in items.enumerated() {
                lines.append((start.map { "\($0 + index). " } ?? "• ") + text(item, scope))
            }
            return lines.joined(separator: "\n")
        case .quotation(let inner): return text(inner, scope)
        case .exempt(let exemption, _): return exemptWording.words(.withheldPassage, exemption)
        case .table(let header, let rows, _):
            var lines: [String] = []
            for row in [header] + rows {
                var cells: [String] = []
                for cell in row { cells.append(text(cell, scope)) }
                lines.append(cells.joined(separator: " | "))
            }
            return lines.joined(separator: "\n")
        case .picture(let picture):
            return text(picture.caption.isEmpty ? picture.alternativeText ?? [] : picture.caption, scope)
        case .definitions(let definitions):
            var lines: [String] = []
            for definition in definitions {
                var texts: [String] = []
                for inlines in definition.texts { texts.append(text(inlines, scope)) }
                lines.append(texts.joined(separator: ": "))
            }
            return lines.joined(separator: "\n")
        case .insertion, .pageBreak: return ""
        }
    }

    private mutating func text(_ inlines: [Prose.Inline], _ scope: String) -> String {
        var text = ""
        for inline in inlines {
            switch inline {
            case .text(let words): text += words
            case .emphasis(let inner), .strong(let inner), .span(_, let inner): text += self.text(inner, scope)
            case .link(let destination, let inner, _):
                let words = self.text(inner, scope)
                // A reference to a place of the paper has no words of its own, and no place here.
                text += words.isEmpty && !destination.hasPrefix("#") ? destination : words
            case .placeholder(let name, _):
                switch names.meaning(of: name, scope: scope) {
                case .value(let value): text += value
                case .noValue: break
                // Known only in a paper, such as the date of its meeting.
                case nil: text += "{{ \(name) }}"
                }
            case .lineBreak: text += "\n"
            case .note: break
            }
        }
        return text
    }
}
