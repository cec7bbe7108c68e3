// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// The words of a document of ours in reading order, read by a scanner that knows nothing of how they were written.
struct HTMLText {
    /// The words of the masthead and of the paper; what stands beside the paper is not in them.
    let words: [String]

    /// Elements whose words are joined to those around them.
    private static let inline: Set<String> = ["a", "abbr", "em", "strong", "span", "wbr"]

    init(_ bytes: [UInt8]) {
        let page = String(decoding: bytes, as: UTF8.self)
        var text = ""
        if let masthead = page.range(of: "<div class=\"mast\">"), let end = page.range(of: "</header>"),
            masthead.lowerBound < end.lowerBound
        {
            // The link to the PDF and the title follow the masthead.
            let head = page[masthead.lowerBound..<end.lowerBound]
            text += Self.text(of: head.range(of: "\n<h1>").map { head[..<$0.lowerBound] } ?? head) + " "
        }
        if let main = page.range(of: "<main id=\"page.0\">") { text += Self.text(of: page[main.upperBound...]) }
        words = text.split(whereSeparator: \.isSeparatingSpace).map(String.init)
    }

    private static func text(of page: Substring) -> String {
        var text = ""
        var rest = page
        while let open = rest.firstIndex(of: "<") {
            text += rest[..<open]
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            let name = rest[rest.index(after: open)..<close].drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
            if !inline.contains(String(name)) { text += " " }
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&")
    }
}

extension Character {
    /// A space at which words end; a no-break space is a part of a word.
    var isSeparatingSpace: Bool { self == " " || self == "\n" || self == "\t" }
}

extension StringProtocol {
    fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}

/// The words of a paper in reading order, read from its tree.
struct TreeWords {
    private(set) var words: [String] = []

    init(_ paper: Paper) {
        for section in paper.sections { add(section.blocks) }
    }

    private mutating func add(_ text: String) {
        words += text.split(whereSeparator: \.isSeparatingSpace).map(String.init)
    }

    private mutating func add(_ inlines: [Inline], after number: String? = nil) {
        add([number, text(of: inlines.withoutPageNumbers)].compactMap(\.self).joined(separator: " "))
    }

    private func text(of inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): text
            case .emphasis, .strong, .link, .span: text(of: inline.children)
            case .pageReference(let reference): reference.words
            case .noteMark(let mark): mark.link.inlines.plainText
            case .lineBreak: "\n"
            }
        }.joined()
    }

    private mutating func add(_ blocks: [Block]) {
        for block in blocks { add(block) }
    }

    private mutating func add(_ block: Block) {
        switch block.content {
        case .heading(let heading): add(heading.inlines, after: heading.prefix)
        case .paragraph(let paragraph): add(paragraph.inlines, after: paragraph.number)
        case .masthead, .list, .quotation: add(block.children)
        case .details(let details):
            for pair in details.pairs {
                add(pair.label)
                add(pair.values)
            }
        case .signature(let signature):
            add(signature.name)
            add(signature.post)
        case .contents(let contents):
            add(contents.heading.inlines, after: contents.heading.prefix)
            for entry in contents.entries {
                add([entry.number, entry.words].compactMap(\.self).joined(separator: " "))
            }
        case .table(let table):
            for row in table.header + table.rows { for cell in row.cells { add(cell.blocks) } }
            add(table.notes)
        case .figure(let figure):
            for (index, block) in figure.caption.enumerated() {
                if index == 0, let label = figure.label { add(label) }
                add(block)
            }
            for words in figure.graphic.words { add(words) }
        case .notes(let notes): add(notes)
        }
    }

    private mutating func add(_ notes: [Note]) {
        for note in notes {
            add(note.backLink.inlines)
            add(note.blocks)
        }
    }
}
