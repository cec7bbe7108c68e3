// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import UnicodeText
import WorkspaceFiles

/// Turns the paragraphs and tables of a document into blocks of prose, and into the outline by which it is screened.
struct DocumentBuilder {
    /// A paragraph of which it is known what it is for.
    struct Paragraph {
        var source: DocumentParagraph
        var role: ParagraphRole
        var item: DocumentNumbering.Item?
        /// Its words, with line breaks as line ends.
        var words: String
        /// How many bytes of them are a bullet that was typed.
        var bullet = 0
        var isEmpty: Bool
        /// The words of its notes.
        var noteWords: [String] = []

        var number: Int { source.number }
    }

    /// What is around a block.
    struct Surroundings {
        var quotations: [ProseOutline.Quotation] = []
        var isInList = false
        var isInTable = false
        var isExempt = false
    }

    let styles: DocumentStyles
    let reader: DocumentBodyReader
    /// The notes by their ids: of the foot of a page with an `f` before them, of the end with an `e`.
    let noteParagraphs: [String: [DocumentParagraph]]
    let noteLinks: [String: [String]]
    let pictures: [String: String]
    let isExempt: Bool
    let findings: DiagnosticCollector
    var numbering: DocumentNumbering
    var text: DocumentText
    var outline: ProseOutline
    /// The notes of the document, in the order in which the text refers to them.
    private(set) var notes: [DocumentReader.Note] = []
    private var openings: [BlockOpening] = []
    private var compoundNumbers: [Int] = []

    init(
        _ reader: DocumentBodyReader,
        styles: DocumentStyles,
        numbering: DocumentNumbering,
        notes: [(prefix: String, reader: DocumentBodyReader)],
        pictures: [String: String],
        isExempt: Bool,
        file: SourceFile,
        findings: DiagnosticCollector
    ) {
        self.reader = reader
        self.styles = styles
        self.numbering = numbering
        self.pictures = pictures
        self.isExempt = isExempt
        self.findings = findings
        var paragraphs: [String: [DocumentParagraph]] = [:]
        var links: [String: [String]] = [:]
        for (prefix, reader) in notes {
            for (id, own) in reader.notes {
                paragraphs[prefix + id] = own
                links[prefix + id] = reader.links
            }
        }
        noteParagraphs = paragraphs
        noteLinks = links
        let count = reader.items.reduce(0) { count, item in
            switch item {
            case .paragraph(let paragraph): max(count, paragraph.number)
            case .table(let table):
                table.rows.reduce(count) { $1.cells.reduce($0) { max($0, $1.paragraphs.last?.number ?? 0) } }
            }
        }
        text = DocumentText(file: file, paragraphs: count)
        outline = ProseOutline(of: text, exemptLines: [])
    }

    /// The location of a paragraph.
    func location(_ number: Int) -> SourceLocation { SourceLocation(in: text.file, .paragraph(number)) }

    // MARK: - Paragraphs

    /// What a paragraph is for, and what it says.
    mutating func resolve(_ source: DocumentParagraph) -> Paragraph {
        let style = source.properties.style
        var role = styles.role(style)
        if let level = source.properties.outlineLevel, role != .exempt, role != .quotation {
            role = level < 9 ? .heading(level + 1) : .body
        }
        var paragraph = Paragraph(source: source, role: role, words: "", isEmpty: true)
        look(of: &paragraph)
        for piece in paragraph.source.pieces {
            switch piece.content {
            case .text(let bytes): paragraph.words += String(decoding: bytes, as: UTF8.self)
            case .lineBreak: paragraph.words += "\n"
            case .note(let id): paragraph.noteWords += words(ofNote: id)
            case .picture: break
            }
        }
        if ["Error! Reference source not found", "Error! Bookmark not defined"].contains(
            where: paragraph.words.contains
        ) {
            findings.report(.brokenReference, at: location(paragraph.number))
        }
        paragraph.isEmpty = paragraph.source.isEmpty
        text.append(paragraph.words.replacingLineEnds, toLine: paragraph.number)
        for words in paragraph.noteWords { text.append(words.replacingLineEnds, toLine: paragraph.number) }
        paragraph.item = item(of: paragraph)
        return paragraph
    }

    /// Gives each piece its look, and takes out what is not printed.
    private func look(of paragraph: inout Paragraph) {
        let isPlain = paragraph.role == .body || paragraph.role == .continuation
        let style = isPlain ? paragraph.source.properties.style : nil
        let number = paragraph.number
        var pieces: [DocumentParagraph.Piece] = []
        for piece in paragraph.source.pieces {
            var piece = piece
            piece.look = styles.look(piece.look, ofParagraph: style)
            if case .heading = paragraph.role { piece.look.isBold = false }
            guard case .text(let bytes) = piece.content else {
                pieces.append(piece)
                continue
            }
            if let style = piece.look.style, styles.isPlaceholder(style) { continue }
            if piece.look.isHidden == true {
                if bytes.contains(where: { $0 > 0x20 }) { reportHidden(bytes, in: number) }
                continue
            }
            if piece.look.isStruckOut == true, bytes.contains(where: { $0 > 0x20 }) {
                findings.report(.struckOutInDocument, at: location(number))
            }
            let (normal, hadExcess) = TextDecoder.normalised(bytes.map { $0 < 0x20 ? 0x20 : $0 })
            if hadExcess { findings.report(.tooManyMarksInDocument, at: location(number)) }
            piece.content = .text(moved(normal, piece.look.position ?? .normal, in: number))
            pieces.append(piece)
        }
        paragraph.source.pieces = pieces
    }

    private func reportHidden(_ bytes: [UInt8], in number: Int) {
        if !isExempt, findings.reportSign(in: String(decoding: bytes, as: UTF8.self), at: location(number)) { return }
        findings.report(.hiddenText, at: location(number))
    }

    private func moved(_ bytes: [UInt8], _ position: RunProperties.Position, in number: Int) -> [UInt8] {
        if position == .normal { return bytes }
        let text = String(decoding: bytes, as: UTF8.self)
        if let moved = RaisedText.text(text, position) { return Array(moved.utf8) }
        findings.report(position == .raised ? .raisedText(text) : .loweredText(text), at: location(number))
        return bytes
    }

    private mutating func item(of paragraph: Paragraph) -> DocumentNumbering.Item? {
        if case .heading = paragraph.role { return nil }
        let properties = paragraph.source.properties
        let inherited = styles.numbering(properties.style)
        var own = properties.numbering ?? inherited?.numbering
        if own?.list == nil { own?.list = inherited?.numbering.list }
        // An empty paragraph has no number.
        guard let own, !paragraph.isEmpty else { return nil }
        let item = numbering.item(own, style: properties.numbering == nil ? inherited?.style : nil)
        if item?.isCompound == true {
            compoundNumbers.append(paragraph.number)
            return nil
        }
        return item
    }

    private func words(ofNote id: String) -> [String] {
        (noteParagraphs[id] ?? []).map { paragraph in
            paragraph.pieces.map { piece in
                if case .text(let bytes) = piece.content { String(decoding: bytes, as: UTF8.self) } else { " " }
            }.joined().trimmed
        }
    }

    // MARK: - Inlines

    /// The inlines of a paragraph; `nil`, and a diagnostic, if they are too many.
    mutating func inlines(
        of paragraph: Paragraph,
        dropping dropped: Int = 0,
        isHeading: Bool = false
    ) -> [Prose.Inline]? {
        var builder = DocumentInlines(
            at: location(paragraph.number),
            links: reader.links,
            findings: findings,
            dropping: dropped
        )
        for piece in paragraph.source.pieces {
            let look = DocumentInlines.Look(
                isBold: piece.look.isBold == true,
                isItalic: piece.look.isItalic == true,
                link: piece.link
            )
            switch piece.content {
            case .text(let bytes): builder.append(text: bytes, look)
            // A line break would stand in the table of contents too.
            case .lineBreak:
                if isHeading { builder.append(text: [0x20], look) } else { builder.append(.lineBreak, look) }
            case .note(let id):
                let name = note(id, in: paragraph)
                builder.append(.note(name: name, location(paragraph.number)), look)
            case .picture: findings.report(.pictureAmongWords, at: location(paragraph.number))
            }
        }
        let inlines = builder.inlines()
        if !isHeading, let problem = BlockLimits(inlines).problem {
            findings.report(problem, at: location(paragraph.number))
            return nil
        }
        return inlines
    }

    /// The name of a note, which no officer can give to one of their own.
    private mutating func note(_ id: String, in paragraph: Paragraph) -> String {
        let name = "footnote \(notes.count + 1)"
        var blocks: [Prose.Block] = []
        for source in noteParagraphs[id] ?? [] {
            var own = Paragraph(source: source, role: .body, words: "", isEmpty: source.isEmpty)
            own.source.number = paragraph.number
            look(of: &own)
            var builder = DocumentInlines(
                at: location(paragraph.number),
                links: noteLinks[id] ?? [],
                findings: findings
            )
            for piece in own.source.pieces {
                let look = DocumentInlines.Look(
                    isBold: piece.look.isBold == true,
                    isItalic: piece.look.isItalic == true,
                    link: piece.link
                )
                switch piece.content {
                case .text(let bytes): builder.append(text: bytes, look)
                case .lineBreak: builder.append(.lineBreak, look)
                case .note: break
                case .picture: findings.report(.pictureAmongWords, at: location(paragraph.number))
                }
            }
            let inlines = builder.inlines()
            if let problem = BlockLimits(inlines).problem {
                findings.report(problem, at: location(paragraph.number))
            } else if !inlines.allSatisfy(\.saysNothing) {
                blocks.append(Prose.Block(.paragraph(inlines), at: location(paragraph.number)))
            }
        }
        if blocks.isEmpty { findings.report(.emptyNote, at: location(paragraph.number)) }
        notes.append(DocumentReader.Note(name: name, text: Prose(blocks), location: location(paragraph.number)))
        return name
    }

    /// Adds a paragraph and its notes to the outline.
    mutating func addToOutline(_ paragraph: Paragraph, _ inlines: [Prose.Inline], _ around: Surroundings) {
        let emphasis: String? =
            switch inlines.first {
            case .strong(let inner)?, .emphasis(let inner)?:
                Prose([Prose.Block(.paragraph(inner), at: location(1))]).plainWords
            default: nil
            }
        var block = ProseOutline.Block(
            text: paragraph.words,
            emphasis: emphasis,
            lines: paragraph.number...paragraph.number,
            quotations: around.quotations,
            isInList: around.isInList,
            isInTable: around.isInTable,
            isExempt: around.isExempt
        )
        outline.append(block)
        for words in paragraph.noteWords {
            block.text = words
            block.emphasis = nil
            outline.append(block)
        }
    }

    // MARK: - Blocks

    /// All blocks of the document.
    mutating func blocks() -> [Prose.Block] {
        var blocks: [Prose.Block] = []
        var pending: [Paragraph] = []
        var dropCap: [DocumentParagraph.Piece] = []
        for item in reader.items {
            switch item {
            case .paragraph(var source):
                if source.properties.isDropCap, !source.isEmpty {
                    dropCap += source.pieces
                    continue
                }
                if !dropCap.isEmpty {
                    source.pieces = dropCap + source.pieces
                    dropCap = []
                }
                pending.append(resolve(source))
            case .table(let table):
                blocks += self.blocks(of: pending)
                pending = []
                if let content = self.table(table) { blocks.append(content) }
                openings.append(
                    BlockOpening(kind: .other, text: "", isBoldLine: false, location: location(table.number))
                )
            }
        }
        blocks += self.blocks(of: pending)
        BlockOpening.reportHandNumbers(of: openings, hints: .document, to: findings)
        if let first = compoundNumbers.first {
            findings.report(.numberedParagraphs(compoundNumbers.count), at: location(first))
        }
        return blocks
    }

    /// The blocks of paragraphs between which there is no table.
    private mutating func blocks(of paragraphs: [Paragraph]) -> [Prose.Block] {
        var blocks: [Prose.Block] = []
        var rest = paragraphs[...]
        while let first = rest.first {
            if first.isEmpty || first.role == .contents {
                rest = rest.dropFirst()
                // The entries that Word makes are the result of a field, and are left out before.
                if !first.isEmpty, let message = Diagnostic.Message.message(for: .contents) {
                    findings.report(message, at: location(first.number))
                }
                continue
            }
            switch first.role {
            case .exempt, .quotation:
                let further = rest.dropFirst().prefix { $0.role == first.role && !$0.words.opensWithMarker }
                let passage = rest[..<further.endIndex]
                rest = rest[further.endIndex...]
                if let block = quotation(passage) { blocks.append(block) }
                record(.other, first)
            case .heading(let level):
                rest = rest.dropFirst()
                let inlines = inlines(of: first, isHeading: true) ?? []
                addToOutline(first, inlines, Surroundings())
                record(.heading, first, inlines)
                let content = Prose.Content.heading(
                    level: min(level, 6),
                    inlines,
                    at: location(first.number),
                    findings: findings,
                    hint: "say what the section under it is about, or give the paragraph another style"
                )
                if let content { blocks.append(Prose.Block(content, at: location(first.number))) }
            case .caption, .body, .continuation, .contents:
                if isItem(first) {
                    let items = rest.prefix { isItem($0) || $0.role == .continuation && !$0.isEmpty }
                    rest = rest[items.endIndex...]
                    blocks += lists(items, Surroundings(isInList: true))
                    record(.list, first)
                } else {
                    rest = rest.dropFirst()
                    blocks += paragraph(first, after: blocks.last)
                }
            }
        }
        return blocks
    }

    private mutating func record(_ kind: BlockOpening.Kind, _ paragraph: Paragraph, _ inlines: [Prose.Inline] = []) {
        var opening = BlockOpening(kind: kind, text: "", isBoldLine: false, location: location(paragraph.number))
        if case .text(let text)? = inlines.first { opening.text = text }
        if kind == .paragraph, inlines.count == 1, case .strong(let inner) = inlines[0],
            case .text(let text)? = inner.first
        {
            opening.isBoldLine = BlockOpening.mayBeHeading(text)
        }
        openings.append(opening)
    }

    private func isItem(_ paragraph: Paragraph) -> Bool {
        !paragraph.isEmpty && (paragraph.item != nil || paragraph.typedBullet > 0)
            && [.body, .caption, .continuation].contains(paragraph.role)
    }

    /// A paragraph by itself: words, pictures, or what is put in.
    private mutating func paragraph(_ paragraph: Paragraph, after last: Prose.Block?) -> [Prose.Block] {
        let place = location(paragraph.number)
        let pictures = paragraph.source.pieces.compactMap { piece in
            if case .picture(let picture) = piece.content { picture } else { nil }
        }
        if paragraph.words.isBlank, !pictures.isEmpty {
            addToOutline(paragraph, [], Surroundings())
            record(.other, paragraph)
            return pictures.compactMap { picture($0, at: place) }
        }
        let straight = DocumentInlines.straightened(paragraph.words)
        if straight.trimmed.hasPrefix("{{>"),
            let content = Prose.Content.insertion(straight, at: place, findings: findings)
        {
            addToOutline(paragraph, [], Surroundings())
            record(.other, paragraph)
            return [Prose.Block(content, at: place)]
        }
        let inlines = inlines(of: paragraph) ?? []
        addToOutline(paragraph, inlines, Surroundings())
        record(.paragraph, paragraph, inlines)
        return inlines.allSatisfy(\.saysNothing) ? [] : [Prose.Block(.paragraph(inlines), at: place)]
    }

    private func picture(_ picture: DocumentParagraph.Picture, at place: SourceLocation) -> Prose.Block? {
        guard let file = pictures[picture.relationship] else {
            findings.report(.lostPicture, at: place)
            return nil
        }
        let words = picture.description.trimmed
        if words.isEmpty, !picture.isDecorative { findings.report(.pictureWithoutAltText, at: place) }
        if !isExempt { findings.reportSign(in: words, at: place) }
        let text: [Prose.Inline]? = words.isEmpty ? (picture.isDecorative ? nil : []) : [.text(words)]
        if let text, let problem = BlockLimits(text).problem { findings.report(problem, at: place) }
        return Prose.Block(.picture(Prose.Picture(file: file, alternativeText: text)), at: place)
    }

    // MARK: - Quotations

    /// A quotation, or an exempt passage if its first words are a marker. What has the style of such passages and no marker is kept back.
    private mutating func quotation(_ passage: ArraySlice<Paragraph>) -> Prose.Block? {
        guard let first = passage.first(where: { !$0.isEmpty }) else { return nil }
        let place = location(first.number)
        let marker = ExemptMarker(first.words.trimmed)
        guard marker != nil || first.role == .exempt else {
            let quotation = outline.openQuotation(line: first.number)
            let blocks = blocks(in: passage, Surroundings(quotations: [quotation]))
            return blocks.isEmpty ? nil : Prose.Block(.quotation(blocks), at: place)
        }
        outline.exemptLines.insert(first.number)
        outline.cover(first.number...(passage.last?.number ?? first.number))
        findings.hide(at: place)
        guard let marker else {
            findings.report(.passageWithoutMarker, at: place)
            for paragraph in passage { addToOutline(paragraph, [], Surroundings(isExempt: true)) }
            return nil
        }
        let gap = first.words.utf8.prefix { $0 <= 0x20 }.count
        let blocks = blocks(
            in: passage,
            Surroundings(isExempt: true),
            marker: (first.number, gap + marker.text.utf8.count)
        )
        guard let exemption = marker.exemption else {
            findings.report(.invalidPassageMarker(marker.text), at: place)
            return nil
        }
        if blocks.isEmpty {
            findings.report(.passageWithoutWords, at: place)
            return nil
        }
        return Prose.Block(.exempt(exemption, blocks), at: place)
    }

    /// - Parameter marker: the paragraph that opens with the marker of the passage, and the length of that.
    private mutating func blocks(
        in passage: ArraySlice<Paragraph>,
        _ around: Surroundings,
        marker: (number: Int, length: Int)? = nil
    ) -> [Prose.Block] {
        var blocks: [Prose.Block] = []
        var rest = passage
        while let first = rest.first {
            if first.isEmpty {
                rest = rest.dropFirst()
                continue
            }
            if first.item != nil, first.number != marker?.number {
                let items = rest.prefix { $0.item != nil && !$0.isEmpty }
                rest = rest[items.endIndex...]
                var around = around
                around.isInList = true
                blocks += lists(items, around)
                continue
            }
            rest = rest.dropFirst()
            let place = location(first.number)
            if first.words.isBlank {
                for piece in first.source.pieces {
                    guard case .picture(let own) = piece.content else { continue }
                    if !around.isExempt { findings.report(.misplacedPicture, at: place) }
                    if around.isExempt, let block = picture(own, at: place) { blocks.append(block) }
                }
                continue
            }
            if first.words.trimmed.hasPrefix("{{>") { findings.report(.misplacedInsertion, at: place) }
            let isMarked = first.number == marker?.number
            let inlines = inlines(of: first, dropping: isMarked ? marker?.length ?? 0 : 0) ?? []
            addToOutline(first, inlines, around)
            if !inlines.allSatisfy(\.saysNothing) { blocks.append(Prose.Block(.paragraph(inlines), at: place)) }
        }
        return blocks
    }

    // MARK: - Lists

    /// The lists that items make, one inside another by their levels.
    private mutating func lists(_ items: ArraySlice<Paragraph>, _ around: Surroundings) -> [Prose.Block] {
        var blocks: [Prose.Block] = []
        var rest = items
        while !rest.isEmpty { blocks.append(list(&rest, around)) }
        return blocks
    }

    private mutating func list(_ rest: inout ArraySlice<Paragraph>, _ around: Surroundings) -> Prose.Block {
        let first = rest[rest.startIndex]
        let level = first.item?.level ?? 0
        let start = first.item?.number
        if first.item?.isLettered == true, level == 0 {
            findings.report(.letteredList, at: location(first.number))
        }
        var items: [[Prose.Block]] = []
        var number = start
        while let next = rest.first {
            let isFurther = next.item == nil && next.typedBullet == 0
            let own = isFurther ? level : next.item?.level ?? 0
            if isFurther {
                rest = rest.dropFirst()
                let inlines = inlines(of: next) ?? []
                addToOutline(next, inlines, around)
                items[items.count - 1].append(Prose.Block(.paragraph(inlines), at: location(next.number)))
                continue
            }
            if own < level { break }
            if own > level, !items.isEmpty {
                items[items.count - 1].append(list(&rest, around))
                continue
            }
            if !items.isEmpty {
                // Another list begins where bullets follow numbers, and where numbers do not go on.
                guard (next.item?.number == nil) == (number == nil) else { break }
                if let last = number, next.item?.number != last + 1 { break }
            }
            number = next.item?.number
            rest = rest.dropFirst()
            let inlines = inlines(of: next, dropping: next.typedBullet) ?? []
            addToOutline(next, inlines, around)
            items.append([Prose.Block(.paragraph(inlines), at: location(next.number))])
        }
        return Prose.Block(.list(start: start, items: items), at: location(first.number))
    }
}

extension DocumentBuilder.Paragraph {
    /// The length in bytes of a bullet that was typed, with the white space around it; zero if there is none.
    var typedBullet: Int {
        guard item == nil, TypedText.opensWithBullet(words.utf8.drop { $0 <= 0x20 }.prefix(3).map(\.self)) else {
            return 0
        }
        let scalars = words.unicodeScalars
        guard let bullet = scalars.firstIndex(where: { $0.value > 0x20 }) else { return 0 }
        let behind = scalars[scalars.index(after: bullet)...]
        guard let start = behind.firstIndex(where: { !$0.properties.isWhitespace }) else { return 0 }
        return words.utf8.distance(from: words.startIndex, to: start)
    }
}

extension String {
    /// The same in one line, as ``DocumentText`` has it.
    fileprivate var replacingLineEnds: String {
        contains(where: \.isNewline) ? String(map { $0.isNewline ? Character(DocumentText.lineBreak) : $0 }) : self
    }

    /// Whether it may open an exempt passage.
    fileprivate var opensWithMarker: Bool { trimmed.hasPrefix("[!") }
}
