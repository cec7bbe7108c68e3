// SPDX-License-Identifier: Apache-2.0

import Amendments
import Diagnostics
import Geometry
import Layouts
import Monitoring
import PaperTree

/// Turns what an officer wrote into blocks of a paper: names filled in, headings numbered, notes and references marked.
struct ProseComposer {
    /// How headings of a text are numbered and named.
    struct Headings {
        /// Added to the level that the officer wrote.
        var offset: Int
        var isNumbered: Bool
        /// Stands before anchors, so that parts may have headings of the same words.
        var scope: String
    }

    /// The directorate whose own names need no prefix; may be empty.
    let scope: String
    /// Names known only here, such as a column's year.
    var localNames: [String: String] = [:]
    var notes = NoteNumbering()
    private var headings: Headings
    /// Whether what is composed now is the text of a link to a place of the paper.
    private var isInReference = false
    private var counters: [Int] = []
    private var lastLevel: Int

    init(scope: String = "", headings: Headings = Headings(offset: 0, isNumbered: false, scope: "")) {
        self.scope = scope
        self.headings = headings
        lastLevel = headings.offset
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
        blocks(prose.blocks, with: &context, insert: insert)
    }

    /// Composes text that is one paragraph, for a heading or a cell; more paragraphs run on in one.
    mutating func inlines(_ prose: Prose, with context: inout CompositionContext) -> [Inline] {
        var inlines: [Inline] = []
        for block in prose.blocks {
            guard case .paragraph(let content) = block.content else {
                context.diagnostics.append(.error("only a paragraph can stand here", at: block.location))
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

    private mutating func blocks(
        _ blocks: [Prose.Block],
        with context: inout CompositionContext,
        insert: (String, [Prose.Option], SourceLocation, inout CompositionContext) -> [Block]
    ) -> [Block] {
        var composed: [Block] = []
        composed.reserveCapacity(blocks.count)
        for (index, block) in blocks.enumerated() {
            guard context.hasRoom(at: block.location) else { break }
            switch block.content {
            case .heading(let level, let content, let name):
                composed.append(heading(level, content, name: name, at: block.location, with: &context))
            case .paragraph(let content):
                let next = index + 1 < blocks.count ? blocks[index + 1].content : nil
                let role: Paragraph.Role = Self.leadsIn(content, to: next) ? .leadIn : .body
                composed.append(context.paragraph(inlines(content, with: &context), role: role, at: block.location))
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
                composed.append(exempt(exemption, inner, at: block.location, with: &context, insert: insert))
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
            }
        }
        return composed
    }

    /// An exempt passage, set apart under its mark, or the words that stand in its place.
    private mutating func exempt(
        _ exemption: Exemption,
        _ inner: [Prose.Block],
        at location: SourceLocation,
        with context: inout CompositionContext,
        insert: (String, [Prose.Option], SourceLocation, inout CompositionContext) -> [Block]
    ) -> Block {
        context.note(exemption)
        let wording = context.exemptWording
        if context.omitsExemptInformation {
            return context.paragraph([.text(wording.words(.withheldPassage, exemption))], at: location)
        }
        let mark = context.paragraph([.strong([.text(wording.words(.exemptPassage, exemption))])], role: .leadIn)
        return context.block(.quotation([mark] + blocks(inner, with: &context, insert: insert)), at: location)
    }

    /// A paragraph that ends in a colon leads into the list or the table after it.
    private static func leadsIn(_ content: [Prose.Inline], to next: Prose.Content?) -> Bool {
        guard case .text(let text)? = content.last, text.hasSuffix(":") else { return false }
        switch next {
        case .list, .table, .insertion, .quotation, .exempt: return true
        case .heading, .paragraph, nil: return false
        }
    }

    private mutating func heading(
        _ level: Int,
        _ content: [Prose.Inline],
        name: String?,
        at location: SourceLocation,
        with context: inout CompositionContext
    ) -> Block {
        var actual = level + headings.offset
        if actual > lastLevel + 1 || actual > 6 {
            let isTooDeep = actual > 6
            actual = min(lastLevel + 1, 6)
            let hashes = String(repeating: "#", count: max(1, actual - headings.offset))
            context.diagnostics.append(
                .warning(
                    isTooDeep
                        ? "headings here go no deeper than `\(own: hashes)`"
                        : "a heading is at most one level below the heading before it",
                    at: location,
                    hint: "write it with `\(own: hashes)`"
                )
            )
        }
        lastLevel = actual
        context.headingLevel = actual
        let inlines = inlines(content, with: &context)
        checkHeading(inlines, at: location, with: &context)
        let words = inlines.plainText
        let number = headings.isNumbered ? number(level: actual - headings.offset) : nil
        let anchor = Anchor.heading(
            name ?? .slug(of: words),
            in: headings.scope.isEmpty ? nil : headings.scope
        )
        if let name { report(name, anchor, at: location, with: &context) }
        let wording = number.map { context.wording.words(.section, ["number": $0]) }
        let destination = context.place(at: anchor, wording: wording ?? "“\(words)”")
        let heading = Heading(level: actual, number: number, inlines, anchor: destination)
        return context.block(.heading(heading), at: location)
    }

    /// The contents and the bookmarks repeat a heading before pages are known.
    func checkHeading(_ inlines: [Inline], at location: SourceLocation, with context: inout CompositionContext) {
        guard inlines.printsPageNumber else { return }
        context.diagnostics.append(
            .error("a heading cannot say a page", at: location, hint: "say it in the text under the heading")
        )
    }

    /// A name that an officer gave must be the heading's alone.
    private func report(
        _ name: String,
        _ anchor: Anchor,
        at location: SourceLocation,
        with context: inout CompositionContext
    ) {
        guard context.isTaken(anchor.name) || Anchor.appendix(named: name) != nil else { return }
        context.diagnostics.append(
            .error(
                "the name `#\(name)` belongs to another place of the paper",
                at: location,
                hint: "give the heading a name of its own"
            )
        )
    }

    private mutating func number(level: Int) -> String {
        while counters.count < level { counters.append(0) }
        counters.removeLast(counters.count - level)
        counters[level - 1] += 1
        return counters.map(String.init).joined(separator: ".")
    }

    private mutating func table(
        header: [[Prose.Inline]],
        rows: [[[Prose.Inline]]],
        alignments: [Prose.Alignment],
        at location: SourceLocation,
        with context: inout CompositionContext
    ) -> Table {
        func row(_ cells: [[Prose.Inline]], isHeader: Bool, _ composer: inout Self) -> Table.Row {
            let id = context.node()
            let composed = cells.prefix(header.count).map { content in
                let id = context.node()
                let paragraph = context.paragraph(composer.inlines(content, with: &context), at: location)
                return Table.Cell(id: id, isHeader: isHeader, blocks: [paragraph])
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
        context.diagnostics.append(.error("the block `\(name)` can stand only in the body of a paper", at: location))
        return []
    }

    // MARK: - Inlines

    mutating func inlines(_ content: [Prose.Inline], with context: inout CompositionContext) -> [Inline] {
        var composed: [Inline] = []
        composed.reserveCapacity(content.count)
        guard context.hasRoom(parts: content.count - 1) else { return [] }
        for inline in content {
            switch inline {
            case .text(let text):
                guard context.hasRoom(forText: text.utf8.count) else { return composed }
                composed.append(.text(text))
            case .emphasis(let inner): composed.append(.emphasis(inlines(inner, with: &context)))
            case .strong(let inner): composed.append(.strong(inlines(inner, with: &context)))
            case .lineBreak: composed.append(.lineBreak)
            case .note(let name, _): composed.append(.noteMark(notes.mark(name, with: &context)))
            case .placeholder(let name, let location):
                if isInReference, let form = PageReference.Form(rawValue: name) {
                    composed.append(.pageReference(PageReference(form, wording: context.wording.ofPages)))
                } else {
                    let value = value(of: name, at: location, with: &context)
                    guard context.hasRoom(forText: value.utf8.count, at: location) else { return composed }
                    composed.append(.text(value))
                }
            case .link(let destination, let inner, let location):
                isInReference = destination.hasPrefix("#")
                let words = inlines(inner, with: &context)
                isInReference = false
                if destination.hasPrefix("#") {
                    let name = String(destination.dropFirst())
                    let id = context.refer(to: name, scope: headings.scope, at: location)
                    composed.append(.link(Link(id: id, target: .anchor(name), words)))
                } else {
                    let words = words.isEmpty ? [Inline.text(destination)] : words
                    composed.append(.link(Link(id: context.node(), target: .address(destination), words)))
                }
            }
        }
        return composed
    }

    // MARK: - Notes

    /// The notes that marks have asked for so far, in the order of their first marks.
    ///
    /// - Parameter text: finds what a note says, by its name.
    mutating func composeNotes(
        with context: inout CompositionContext,
        text: (_ name: String) -> DirectorateReturn.Note?
    ) -> [Note] {
        var composed: [Note] = []
        var index = 0
        // A note may itself carry a mark.
        while index < notes.entries.count {
            let entry = notes.entries[index]
            if let text = text(entry.name) {
                let blocks = blocks(text.text, with: &context)
                composed.append(Note(id: entry.id, mark: entry.firstMark, label: entry.label, blocks: blocks))
            }
            index += 1
        }
        return composed
    }

    private func value(of name: String, at location: SourceLocation, with context: inout CompositionContext) -> String {
        if let local = localNames[name] { return local }
        switch context.names.meaning(of: name, scope: scope) {
        case .value(let value): return value
        case .noValue:
            context.diagnostics.append(.error("`\(name)` has no value in this round", at: location))
        case nil:
            let names = context.names
            context.diagnostics.append(.error, at: location) {
                let known = names.known(scope: scope) + localNames.keys
                return .error(
                    "`\(name)` is not a known name",
                    at: location,
                    hint: PageReference.Form(rawValue: name).map { $0.hint }
                        ?? NearestName.hint(for: name, among: known, from: .anywhere)
                        ?? "the names are listed in docs/workspace.md"
                )
            }
        }
        return ""
    }
}

extension PageReference.Form {
    /// Where its name can be used.
    fileprivate var hint: DiagnosticText {
        "it is known only in the text of a link to a place of the paper: `[section 3, {{ \(own: rawValue) }}](#approval-process)`"
    }
}

extension Wording {
    /// How pages are referred to.
    var ofPages: PageWording { PageWording(parts: parts(of: .page, around: "number"), overleaf: words(.overleaf)) }
}
