// SPDX-License-Identifier: Apache-2.0

import Amendments
import Diagnostics
import Geometry
import Layouts
import Monitoring
import PaperTree
import UnicodeText

/// Turns what an officer wrote into blocks of a paper: names filled in, headings and paragraphs numbered, notes and references marked.
struct ProseComposer {
    /// How headings of a text are numbered and named.
    struct Headings {
        /// Added to the level that the officer wrote.
        var offset: Int
        var numbering: PaperLayout.Numbering
        /// The directorate whose headings they are, so that two returns may have headings of the same words; empty in a paper's body.
        var scope: String
    }

    /// The directorate whose own names need no prefix; may be empty.
    private(set) var scope: String
    /// Names known only here, such as a column's year.
    var localNames: [String: String] = [:]
    var notes = NoteNumbering()
    var headings: Headings
    /// Whether what is composed now is the text of a link to a place of the paper.
    var isInReference = false
    var counters: [Int] = []
    /// The level of the last heading with a number, counted from the first that may have one; zero before it.
    var numberedLevel = 0
    var lastLevel: Int

    init(scope: String = "", headings: Headings = Headings(offset: 0, numbering: .none, scope: "")) {
        self.scope = scope
        self.headings = headings
        lastLevel = headings.offset
    }

    /// Changes the directorate in which names, references and notes are looked up first.
    mutating func enter(_ directorate: String) {
        scope = directorate
        headings.scope = directorate
    }

    /// Composes blocks.
    ///
    /// - Parameter insert: makes the block that `{{> name }}` asks for.
    mutating func blocks(
        _ prose: Prose,
        with context: inout CompositionContext,
        insert: (_ name: String, [Prose.Option], SourceLocation, inout CompositionContext) -> [Block] = Self
            .refuseInsertion
    ) -> [Block] {
        blocks(prose.blocks, areNumbered: true, with: &context, insert: insert)
    }

    /// Composes text that is one paragraph, for a heading or a cell; more paragraphs run on in one.
    mutating func inlines(_ prose: Prose, with context: inout CompositionContext) -> [Inline] {
        var inlines: [Inline] = []
        for block in prose.blocks {
            guard case .paragraph(let content) = block.content else {
                context.diagnostics.report(.notAParagraph(block), at: block.location)
                continue
            }
            if !inlines.isEmpty { inlines.append(.text(" ")) }
            inlines += self.inlines(content, with: &context)
        }
        return inlines
    }

    /// Fills in a template; names are looked up as in text.
    func text(_ template: Template, with context: inout CompositionContext) -> String {
        template.pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .name(let name): value(of: name, at: template.location, with: &context)
            }
        }.joined()
    }

    // MARK: - Blocks

    /// - Parameter areNumbered: whether the paragraphs among them may have numbers: not those of items and quotations.
    private mutating func blocks(
        _ blocks: [Prose.Block],
        areNumbered: Bool = false,
        with context: inout CompositionContext,
        insert: (String, [Prose.Option], SourceLocation, inout CompositionContext) -> [Block]
    ) -> [Block] {
        var composed: [Block] = []
        composed.reserveCapacity(blocks.count)
        var startsPage = false
        for (index, block) in blocks.enumerated() {
            guard context.hasRoom(at: block.location) else { break }
            let first = composed.count
            defer {
                if startsPage, composed.count > first {
                    // A heading or a lead-in before a page break goes with what it is over.
                    let leading = composed[..<first].reversed().prefix(while: \.leadsOn).count
                    // Where nothing comes before it, a break would part that from the heading over the text.
                    if leading < first { composed[first - leading].startsPage = true }
                    startsPage = false
                }
            }
            switch block.content {
            // At the beginning of a text it would part the text from the heading over it.
            case .pageBreak: startsPage = !composed.isEmpty
            case .definitions(let definitions):
                let pairs = self.definitions(definitions, at: block.location, with: &context)
                // Terms that follow one another are one list.
                if index > 0, case .definitions = blocks[index - 1].content, let last = composed.indices.last,
                    case .details(var details) = composed[last].content
                {
                    details.pairs += pairs
                    composed[last].content = .details(details)
                } else {
                    composed.append(
                        context.block(.details(Details(role: .definitions, pairs: pairs)), at: block.location)
                    )
                }
            case .heading(let level, let content, let name):
                composed.append(heading(level, content, name: name, at: block.location, with: &context))
            case .paragraph(let content):
                let role: Paragraph.Role = Self.leadsIn(content, to: blocks[(index + 1)...]) ? .leadIn : .body
                let paragraph = context.paragraph(inlines(content, with: &context), role: role, at: block.location)
                composed.append(areNumbered ? numbered(paragraph) : paragraph)
            case .list(let start, let items):
                let list = List(
                    marker: start.map { .decimal(start: $0) } ?? .bullet,
                    items: items.compactMap { item in
                        guard context.hasRoom(at: block.location) else { return nil }
                        let id = context.node()
                        return List.Item(id: id, blocks: self.blocks(item, with: &context, insert: insert))
                    }
                )
                composed.append(context.block(.list(list), at: block.location))
            case .quotation(let inner):
                let quoted = self.blocks(inner, with: &context, insert: insert)
                composed.append(context.block(.quotation(quoted), at: block.location))
            case .exempt(let exemption, let inner):
                composed += exempt(exemption, inner, at: block.location, with: &context, insert: insert)
            case .table(let header, let rows, let alignments):
                let table = table(
                    header: header,
                    rows: rows,
                    alignments: alignments,
                    at: block.location,
                    with: &context
                )
                composed.append(context.block(.table(table), at: block.location))
            case .insertion(let name, let options):
                composed += insert(name, options, block.location, &context)
            case .picture(let picture):
                if let figure = figure(picture, at: block.location, with: &context) { composed.append(figure) }
            }
        }
        return composed
    }

    /// An exempt passage as a quotation under its mark, or in the public edition the sentence that replaces it. Pictures divide the
    /// quotation, which holds words alone.
    private mutating func exempt(
        _ exemption: Exemption,
        _ inner: [Prose.Block],
        at location: SourceLocation,
        with context: inout CompositionContext,
        insert: (String, [Prose.Option], SourceLocation, inout CompositionContext) -> [Block]
    ) -> [Block] {
        context.note(exemption)
        let wording = context.exemptWording
        if context.omitsExemptInformation {
            return [context.paragraph([.text(wording.words(.withheldPassage, exemption))], at: location)]
        }
        let mark = context.paragraph([.strong([.text(wording.words(.exemptPassage, exemption))])], role: .exemptMark)
        var composed: [Block] = []
        var words = [mark]
        for block in blocks(inner, with: &context, insert: insert) {
            guard case .figure = block.content else { words.append(block); continue }
            if !words.isEmpty { composed.append(context.block(.quotation(words), at: location)) }
            composed.append(block)
            words = []
        }
        if !words.isEmpty { composed.append(context.block(.quotation(words), at: location)) }
        return composed
    }

    /// Whether a paragraph is kept on the page of the block after it.
    ///
    /// Before a list, a table or a quotation every paragraph does, whatever its last sign. A picture or a chart is not divided and may be as high as a
    /// page: a paragraph is kept with it only if the paragraph ends in a colon. The same holds for a list, a table or a quotation after a page break.
    private static func leadsIn(_ content: [Prose.Inline], to rest: ArraySlice<Prose.Block>) -> Bool {
        switch rest.first?.content {
        case .list, .table, .quotation, .exempt, .definitions: return true
        case .insertion(let name, _) where !name.hasPrefix(Prose.chart): return true
        case .insertion, .picture:
            guard case .text(let text)? = content.last else { return false }
            return text.hasSuffix(":")
        case .pageBreak:
            guard case .text(let text)? = content.last else { return false }
            return text.hasSuffix(":") && leadsIn(content, to: rest.dropFirst())
        case .heading, .paragraph, nil: return false
        }
    }

    private mutating func definitions(
        _ definitions: [Prose.Definition],
        at location: SourceLocation,
        with context: inout CompositionContext
    ) -> [Details.Pair] {
        var pairs: [Details.Pair] = []
        for definition in definitions {
            guard context.hasRoom(at: location) else { break }
            let id = context.node()
            pairs.append(
                Details.Pair(
                    id: id,
                    label: inlines(definition.term, with: &context),
                    values: definition.meanings.map { meaning in
                        context.paragraph(inlines(meaning, with: &context), at: location)
                    }
                )
            )
        }
        return pairs
    }

    private mutating func table(
        header: [[Prose.Inline]],
        rows: [[[Prose.Inline]]],
        alignments: [Prose.Alignment],
        at location: SourceLocation,
        with context: inout CompositionContext
    ) -> Table {
        // A first column in bold names the rows.
        let namesRows = header.count > 1 && !rows.isEmpty && rows.allSatisfy { $0.first?.areBold == true }
        func row(_ cells: [[Prose.Inline]], isHeader: Bool, _ composer: inout Self) -> Table.Row {
            let id = context.node()
            let composed = cells.prefix(header.count).enumerated().map { index, content in
                let id = context.node()
                let paragraph = context.paragraph(composer.inlines(content, with: &context), at: location)
                return Table.Cell(id: id, isHeader: isHeader || index == 0 && namesRows, blocks: [paragraph])
            }
            let key = isHeader ? "" : ComparableText.text(of: composed.first?.blocks ?? [])
            return Table.Row(id: id, kind: isHeader ? .header : .body, key: key, cells: composed)
        }
        let head = row(header, isHeader: true, &self)
        var body: [Table.Row] = []
        for cells in rows {
            guard context.hasRoom(at: location) else { break }
            let missing = max(0, header.count - cells.count)
            body.append(row(cells + Array(repeating: [], count: missing), isHeader: false, &self))
        }
        let columns = header.indices.map { index in
            switch index < alignments.count ? alignments[index] : .left {
            case .left: Table.Column(alignment: .left)
            case .centre: Table.Column(alignment: .centre)
            case .right: Table.Column(alignment: .right)
            }
        }
        return Table(columns: columns, header: [head], rows: body)
    }

    private static func refuseInsertion(
        _ name: String,
        _ options: [Prose.Option],
        _ location: SourceLocation,
        _ context: inout CompositionContext
    ) -> [Block] {
        context.diagnostics.report(.blockOutsideBody(name), at: location)
        return []
    }
}

extension [Prose.Inline] {
    /// Whether all their words are bold; the mark of a note behind them is not of the words.
    fileprivate var areBold: Bool {
        var isBold = false
        for inline in self {
            switch inline {
            case .strong: isBold = true
            case .note: break
            case .text(let text) where text.isBlank: break
            case .text, .emphasis, .link, .placeholder, .lineBreak, .span: return false
            }
        }
        return isBold
    }
}

extension Diagnostic.Message {
    fileprivate static func notAParagraph(_ block: Prose.Block) -> Self {
        if case .list(.some, _) = block.content {
            return Self(
                .misplacedBlock,
                "what begins with a number is a list, and only a paragraph can stand here",
                hint: "leave out the number: headings and tables are numbered by the program"
            )
        }
        return Self(
            .misplacedBlock,
            "only a paragraph can stand here",
            hint: "write it in one paragraph, without lists, headings and tables"
        )
    }

    fileprivate static func blockOutsideBody(_ name: String) -> Self {
        Self(.misplacedBlock, "the block `\(name)` can stand only in the body of a paper")
    }
}

extension Block {
    /// Whether it says what follows it, and goes with that behind a page break.
    fileprivate var leadsOn: Bool {
        switch content {
        case .heading: true
        case .paragraph(let paragraph): paragraph.role == .leadIn
        default: false
        }
    }
}
