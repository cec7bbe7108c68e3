// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Pictures
package import UnicodeText

/// What an officer wrote in Markdown, parsed but not yet composed: names are not looked up, references not
/// resolved, headings not numbered.
package struct Prose: Sendable, Hashable {
    /// In the order in which they were written.
    package var blocks: [Block]

    package init(_ blocks: [Block] = []) { self.blocks = blocks }

    /// Whether there is no block; a text of invisible characters has none.
    package var isEmpty: Bool { blocks.isEmpty }

    /// A block of Markdown and its location.
    package struct Block: Sendable, Hashable {
        /// The kind of block, with what it holds.
        package var content: Content
        /// Where its first line is, for diagnostics.
        package var location: SourceLocation

        package init(_ content: Content, at location: SourceLocation) {
            self.content = content
            self.location = location
        }
    }

    /// The kinds of block.
    package indirect enum Content: Sendable, Hashable {
        /// The name is the officer's own, from `{#name}`.
        case heading(level: Int, [Inline], name: String?)
        case paragraph([Inline])
        /// `start` is the first number of a numbered list, nothing for bullets.
        case list(start: Int?, items: [[Block]])
        case quotation([Block])
        /// A passage that is not for publication; nothing is in it where it is withheld.
        case exempt(Exemption, [Block])
        case table(header: [[Inline]], rows: [[[Inline]]], alignments: [Alignment])
        /// `{{> outcomes of: actions }}`: a computed block by its name, with its options.
        case insertion(name: String, options: [Option])
        /// `![what it shows](harbour.png "Its caption")`, alone in its paragraph.
        case picture(Picture)
        /// `<!-- page break -->`: what follows begins on a new page.
        case pageBreak
        /// Terms, each on a line of its own, and what they mean on lines that begin with `: `.
        case definitions([Definition])
    }

    /// A term and what it means.
    package struct Definition: Sendable, Hashable {
        /// The words of the first line.
        package var term: [Inline]
        /// One or more, each a paragraph.
        package var meanings: [[Inline]]

        package init(term: [Inline], meanings: [[Inline]]) {
            self.term = term
            self.meanings = meanings
        }

        /// The term and its meanings, in the order in which they are read.
        package var texts: [[Inline]] { [term] + meanings }
    }

    /// A picture that an officer puts between paragraphs.
    package struct Picture: Sendable, Hashable {
        /// The name of its file in the workspace's folder of pictures.
        package var file: String
        /// What it shows, for readers who do not see it; `nil` for decoration, which is not read out. Plain words and placeholders.
        package var alternativeText: [Inline]?
        /// The words under which it stands; empty for none. Plain words and placeholders.
        package var caption: [Inline]
        /// The decoded file; `nil` if it cannot be used, which is an error.
        package var image: RasterImage?

        package init(file: String, alternativeText: [Inline]?, caption: [Inline] = [], image: RasterImage? = nil) {
            self.file = file
            self.alternativeText = alternativeText
            self.caption = caption
            self.image = image
        }
    }

    /// How a column of a Markdown table is set.
    package enum Alignment: Sendable, Hashable {
        case left, centre, right
    }

    /// One `key: value` of an insertion.
    package struct Option: Sendable, Hashable {
        /// As the officer wrote them, on either side of the colon.
        package var key: String
        package var value: String

        package init(key: String, value: String) {
            self.key = key
            self.value = value
        }
    }

    /// What runs along a line.
    package indirect enum Inline: Sendable, Hashable {
        case text(String)
        case emphasis([Inline])
        case strong([Inline])
        /// Without text it is a cross-reference, to be worded by the program.
        case link(destination: String, [Inline], SourceLocation)
        /// `{{ round.title }}`.
        case placeholder(name: String, SourceLocation)
        /// `[^name]`.
        case note(name: String, SourceLocation)
        case lineBreak
        /// `[Bore da]{lang=cy}`: words in another language.
        case span(LanguageTag, [Inline])
    }
}

extension Prose {
    /// The first word of the name of a chart: `{{> chart status of: actions }}` puts in `chart status`.
    package static let chart = "chart"

    /// Whether an insertion of a name is a chart, known or not.
    package static func isChart(_ name: String) -> Bool { name.hasPrefix("\(chart) ") }

    /// The folder of a workspace that holds the pictures of its papers and returns.
    package static let pictureFolder = "pictures"

    /// The names of what it puts in between its paragraphs, in order.
    package var insertions: [String] {
        blocks.compactMap { if case .insertion(let name, _) = $0.content { name } else { nil } }
    }

    /// Everything that it puts in, also in exempt passages, with the options of each.
    package var allInsertions: [(name: String, options: [Option])] {
        func found(_ blocks: [Block]) -> [(name: String, options: [Option])] {
            blocks.flatMap { block -> [(name: String, options: [Option])] in
                switch block.content {
                case .insertion(let name, let options): [(name, options)]
                case .exempt(_, let inner), .quotation(let inner): found(inner)
                case .list(_, let items): items.flatMap { found($0) }
                case .heading, .paragraph, .table, .picture, .pageBreak, .definitions: []
                }
            }
        }
        return found(blocks)
    }

    /// The same prose with what a function makes of each picture, which is left out where that is `nil`.
    package func mappingPictures(_ map: (Picture, SourceLocation) -> Picture?) -> Prose {
        func mapped(_ blocks: [Block]) -> [Block] {
            blocks.compactMap { block in
                var block = block
                switch block.content {
                case .picture(let picture):
                    guard let picture = map(picture, block.location) else { return nil }
                    block.content = .picture(picture)
                case .exempt(let exemption, let inner): block.content = .exempt(exemption, mapped(inner))
                // None can be in a list or a quotation.
                case .heading, .paragraph, .list, .quotation, .table, .insertion, .pageBreak, .definitions: break
                }
                return block
            }
        }
        return Prose(mapped(blocks))
    }

    /// The same prose without marks of notes, for words that are repeated where no note can follow them.
    package var withoutNotes: Prose {
        func without(_ inlines: [Inline]) -> [Inline] {
            inlines.compactMap { inline -> Inline? in
                switch inline {
                case .note: return nil
                case .emphasis(let inner): return .emphasis(without(inner))
                case .strong(let inner): return .strong(without(inner))
                case .span(let language, let inner): return .span(language, without(inner))
                case .link(let destination, let inner, let location):
                    return .link(destination: destination, without(inner), location)
                case .text, .placeholder, .lineBreak: return inline
                }
            }
        }
        return Prose(
            blocks.map { block in
                guard case .paragraph(let inlines) = block.content else { return block }
                return Block(.paragraph(without(inlines)), at: block.location)
            }
        )
    }

    /// The words of its paragraphs, without emphasis, marks of notes and the targets of links.
    package var plainWords: String {
        func words(_ inlines: [Inline]) -> String {
            inlines.map { inline in
                switch inline {
                case .text(let text): text
                case .emphasis(let inner), .strong(let inner), .link(_, let inner, _), .span(_, let inner): words(inner)
                case .placeholder(let name, _): "{{ \(name) }}"
                case .lineBreak: " "
                case .note: ""
                }
            }.joined()
        }
        return blocks.map { block in if case .paragraph(let inlines) = block.content { words(inlines) } else { "" } }
            .joined(separator: " ")
    }

    /// Plain words in one paragraph, as if an officer had written just them.
    package init(text: String, at location: SourceLocation) {
        self.init(text.isEmpty ? [] : [Block(.paragraph([.text(text)]), at: location)])
    }

    /// The names of the notes that it refers to, in order, each as often as it is referred to.
    package var notes: [(name: String, location: SourceLocation)] {
        var found: [(String, SourceLocation)] = []
        for block in blocks { Self.collectNotes(of: block, into: &found) }
        return found
    }

    private static func collectNotes(of block: Block, into found: inout [(String, SourceLocation)]) {
        switch block.content {
        case .heading(_, let inlines, _), .paragraph(let inlines): collectNotes(of: inlines, into: &found)
        case .list(_, let items): for item in items.joined() { collectNotes(of: item, into: &found) }
        case .quotation(let blocks), .exempt(_, let blocks):
            for block in blocks { collectNotes(of: block, into: &found) }
        case .table(let header, let rows, _):
            for cell in header + rows.joined() { collectNotes(of: cell, into: &found) }
        case .definitions(let definitions):
            for inlines in definitions.flatMap(\.texts) { collectNotes(of: inlines, into: &found) }
        // Neither its caption nor its text may have notes.
        case .insertion, .picture, .pageBreak: break
        }
    }

    private static func collectNotes(of inlines: [Inline], into found: inout [(String, SourceLocation)]) {
        for inline in inlines {
            switch inline {
            case .note(let name, let location): found.append((name, location))
            case .emphasis(let inner), .strong(let inner), .link(_, let inner, _), .span(_, let inner):
                collectNotes(of: inner, into: &found)
            case .text, .placeholder, .lineBreak: break
            }
        }
    }
}
