// SPDX-License-Identifier: Apache-2.0

import Pictures
import UnicodeText
import Diagnostics
import Geometry

// The tree as JSON, for programs that read what a paper says: `kind` names the kind of every block, inline and row, and a key whose value
// is `nil` is left out. Nothing of the layout is in it, and no place in a file of the workspace: a public edition that named lines would
// show where something has been left out.

/// A name of a member of the JSON form.
private enum Key: String, CodingKey {
    case address, alignment, anchor, banner, bars, blocks, caption, cells, centre, chart, columns, comparison, counts
    case creator
    case date, digest, draft, edition, entries, expansion, foot, form, head, header, heading, height, id, image, inlines
    case items
    case kind
    case label, language, left, level, mark, marker, name, note, notes, number
    case pairs, part, points, post, properties, right, role, rows, sections, series, start, subject, symbol
    case target, text, title, tone, total, value, values, whole, width, words
    case alternativeText = "alternative-text"
    case columnSpan = "column-span"
    case fromPages = "from-pages"
    case holdsFigures = "holds-figures"
    case isHeader = "is-header"
    case isLandscape = "is-landscape"
    case rowSpan = "row-span"
}

extension Paper {
    /// The tree as a JSON text, which ends its last line; the same tree is always the same text.
    package var json: String { JSONText(self, isPretty: true).description + "\n" }
}

extension Paper: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(properties, forKey: .properties)
        try members.encodeIfPresent(banner?.words, forKey: .banner)
        try members.encodeIfPresent(draft?.mark, forKey: .draft)
        try members.encode(head, forKey: .head)
        try members.encode(foot, forKey: .foot)
        try members.encode(sections, forKey: .sections)
    }
}

extension Paper.Properties: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(id, forKey: .id)
        try members.encode(title, forKey: .title)
        try members.encode(subject, forKey: .subject)
        try members.encode(creator, forKey: .creator)
        try members.encode(language, forKey: .language)
        try members.encode(edition.rawValue, forKey: .edition)
        try members.encode(date, forKey: .date)
    }
}

extension NodeID: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(index)
    }
}

extension Section: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(id, forKey: .id)
        try members.encode(label, forKey: .label)
        try members.encode(name, forKey: .name)
        try members.encode(anchor, forKey: .anchor)
        try members.encode(blocks, forKey: .blocks)
    }
}

extension RunningText: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(left, forKey: .left)
        try members.encode(centre, forKey: .centre)
        try members.encode(right, forKey: .right)
    }
}

extension RunningText.Piece: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        switch self {
        case .text(let text):
            try members.encode("text", forKey: .kind)
            try members.encode(text, forKey: .text)
        case .page: try members.encode("page", forKey: .kind)
        case .pages: try members.encode("pages", forKey: .kind)
        case .sectionLabel: try members.encode("section-label", forKey: .kind)
        case .appendixPage: try members.encode("appendix-page", forKey: .kind)
        case .appendixPages: try members.encode("appendix-pages", forKey: .kind)
        }
    }
}

extension Block: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(id, forKey: .id)
        func encode(_ kind: String, _ content: (any Encodable)?) throws {
            try members.encode(kind, forKey: .kind)
            // The content adds its members to those of the block.
            try content?.encode(to: encoder)
        }
        switch content {
        case .masthead:
            try encode("masthead", nil)
            try members.encode(children, forKey: .blocks)
        case .heading(let heading): try encode("heading", heading)
        case .paragraph(let paragraph): try encode("paragraph", paragraph)
        case .list(let list): try encode("list", list)
        case .quotation(let blocks):
            try encode("quotation", nil)
            try members.encode(blocks, forKey: .blocks)
        case .details(let details): try encode("details", details)
        case .signature(let signature): try encode("signature", signature)
        case .contents(let contents): try encode("contents", contents)
        case .table(let table): try encode("table", table)
        case .figure(let figure): try encode("figure", figure)
        case .notes(let notes):
            try encode("notes", nil)
            try members.encode(notes, forKey: .notes)
        }
    }
}

extension Heading: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(level, forKey: .level)
        try members.encodeIfPresent(number, forKey: .number)
        try members.encodeIfPresent(label, forKey: .label)
        try members.encode(inlines, forKey: .inlines)
        try members.encode(anchor, forKey: .anchor)
    }
}

extension Paragraph: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(role.rawValue, forKey: .role)
        try members.encodeIfPresent(number, forKey: .number)
        try members.encodeIfPresent(symbol?.rawValue, forKey: .symbol)
        try members.encode(inlines, forKey: .inlines)
    }
}

extension List: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        switch marker {
        case .bullet: try members.encode("bullet", forKey: .marker)
        case .decimal(let start):
            try members.encode("decimal", forKey: .marker)
            try members.encode(start, forKey: .start)
        case .letter: try members.encode("letter", forKey: .marker)
        }
        try members.encode(items, forKey: .items)
    }
}

extension List.Item: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(id, forKey: .id)
        try members.encode(blocks, forKey: .blocks)
    }
}

extension Details: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(role.rawValue, forKey: .role)
        try members.encode(pairs, forKey: .pairs)
    }
}

extension Details.Pair: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(id, forKey: .id)
        try members.encode(label, forKey: .label)
        try members.encode(values, forKey: .values)
    }
}

extension Signature: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(name, forKey: .name)
        try members.encode(post, forKey: .post)
    }
}

extension Contents: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(heading, forKey: .heading)
        try members.encode(entries, forKey: .entries)
        try members.encode(fromPages, forKey: .fromPages)
    }
}

extension Contents.Entry: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(id, forKey: .id)
        try members.encode(level, forKey: .level)
        try members.encodeIfPresent(number, forKey: .number)
        try members.encode(words, forKey: .words)
        try members.encode(anchor, forKey: .anchor)
    }
}

extension Table: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encodeIfPresent(label, forKey: .label)
        try members.encode(title, forKey: .title)
        try members.encodeIfPresent(anchor, forKey: .anchor)
        try members.encode(isLandscape, forKey: .isLandscape)
        try members.encode(columns, forKey: .columns)
        try members.encode(header, forKey: .header)
        try members.encode(rows, forKey: .rows)
        try members.encode(notes, forKey: .notes)
    }
}

extension Table.Column: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(alignment.rawValue, forKey: .alignment)
        try members.encode(holdsFigures, forKey: .holdsFigures)
    }
}

extension Table.Row: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(id, forKey: .id)
        switch kind {
        case .header: try members.encode("header", forKey: .kind)
        case .band(let level):
            try members.encode("band", forKey: .kind)
            try members.encode(level, forKey: .level)
        case .body: try members.encode("body", forKey: .kind)
        }
        try members.encode(cells, forKey: .cells)
    }
}

extension Table.Cell: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(id, forKey: .id)
        try members.encode(columnSpan, forKey: .columnSpan)
        try members.encode(rowSpan, forKey: .rowSpan)
        try members.encode(isHeader, forKey: .isHeader)
        try members.encode(blocks, forKey: .blocks)
    }
}

extension Figure: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encodeIfPresent(label, forKey: .label)
        try members.encodeIfPresent(anchor, forKey: .anchor)
        try members.encode(caption, forKey: .caption)
        try members.encodeIfPresent(alternativeText, forKey: .alternativeText)
        try members.encode(graphic.words, forKey: .words)
        switch graphic {
        case .chart(let chart): try members.encode(chart, forKey: .chart)
        case .image(let image):
            var own = members.nestedContainer(keyedBy: Key.self, forKey: .image)
            try own.encode(image.width, forKey: .width)
            try own.encode(image.height, forKey: .height)
            try own.encode(image.digest, forKey: .digest)
        }
    }
}

extension Chart: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        switch self {
        case .stackedBars(let chart):
            try members.encode("stacked-bars", forKey: .kind)
            try members.encode(chart.series, forKey: .series)
            try members.encode(chart.bars, forKey: .bars)
        case .bars(let chart):
            try members.encode("bars", forKey: .kind)
            try members.encode(chart.tone.rawValue, forKey: .tone)
            try members.encode(chart.bars, forKey: .bars)
        case .line(let chart):
            try members.encode("line", forKey: .kind)
            try members.encode(chart.points, forKey: .points)
        case .sparkline(let chart):
            try members.encode("sparkline", forKey: .kind)
            try members.encode(chart.points, forKey: .points)
        }
    }
}

extension Chart.Line.Point: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(label, forKey: .label)
        try members.encodeIfPresent(figure?.words, forKey: .value)
        try members.encodeIfPresent(target?.words, forKey: .target)
        try members.encodeIfPresent(comparison?.words, forKey: .comparison)
    }
}

extension Chart.StackedBars.Series: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(label, forKey: .label)
        try members.encode(tone.rawValue, forKey: .tone)
    }
}

extension Chart.StackedBars.Count: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(value, forKey: .value)
        try members.encode(words, forKey: .words)
    }
}

extension Chart.StackedBars.Bar: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(label, forKey: .label)
        try members.encode(counts, forKey: .counts)
        try members.encode(total, forKey: .total)
    }
}

extension Chart.Bars.Bar: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(label, forKey: .label)
        try members.encode(part, forKey: .part)
        try members.encode(whole, forKey: .whole)
        try members.encode(words, forKey: .words)
    }
}

extension Note: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(id, forKey: .id)
        try members.encode(mark, forKey: .mark)
        try members.encode(label, forKey: .label)
        try members.encode(blocks, forKey: .blocks)
    }
}

extension Inline: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        switch self {
        case .text(let text):
            try members.encode("text", forKey: .kind)
            try members.encode(text, forKey: .text)
        case .emphasis(let inlines):
            try members.encode("emphasis", forKey: .kind)
            try members.encode(inlines, forKey: .inlines)
        case .strong(let inlines):
            try members.encode("strong", forKey: .kind)
            try members.encode(inlines, forKey: .inlines)
        case .link(let link):
            try members.encode("link", forKey: .kind)
            try members.encode(link.id, forKey: .id)
            switch link.target {
            case .address(let address): try members.encode(address, forKey: .address)
            case .anchor(let anchor): try members.encode(anchor, forKey: .anchor)
            }
            try members.encode(link.inlines, forKey: .inlines)
        case .pageReference(let words):
            try members.encode("reference", forKey: .kind)
            try members.encode(words.form.rawValue, forKey: .form)
            try members.encode(words.words, forKey: .words)
        case .noteMark(let mark):
            try members.encode("note-mark", forKey: .kind)
            try members.encode(mark.id, forKey: .id)
            try members.encode(mark.note, forKey: .note)
            try members.encode(mark.label, forKey: .label)
        case .lineBreak: try members.encode("line-break", forKey: .kind)
        case .span(let span):
            try members.encode("span", forKey: .kind)
            try members.encode(span.id, forKey: .id)
            switch span.property {
            case .language(let tag): try members.encode(tag.rawValue, forKey: .language)
            case .expansion(let expansion): try members.encode(expansion, forKey: .expansion)
            }
            try members.encode(span.inlines, forKey: .inlines)
        }
    }
}
