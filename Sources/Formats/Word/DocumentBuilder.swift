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
        /// The ids of its notes.
        var notes: [String] = []

        var number: Int { source.number }
    }

    /// What is around a block.
    struct Surroundings {
        var quotations: [ProseOutline.Quotation] = []
        var isInList = false
        var isInTable = false
        var isExempt = false
    }

    /// A note that was read.
    struct ReadNote {
        var blocks: [Prose.Block] = []
        var paragraphs: [(words: String, emphasis: String?)] = []
        /// The name by which the prose refers to it, once it does.
        var name: String?
        /// Whether the outline has it as public, and as exempt.
        var isOutlined = false
        var isOutlinedAsExempt = false
    }

    let styles: DocumentStyles
    let reader: DocumentBodyReader
    /// The notes by their ids: of the foot of a page with an `f` before them, of the end with an `e`.
    let noteParagraphs: [String: [DocumentParagraph]]
    let noteLinks: [String: [String]]
    /// The notes that the text has referred to so far, by their ids: each is read once, however often it is referred to.
    var readNotes: [String: ReadNote] = [:]
    /// The labels of lists that were reported.
    private var reportedLabels: Set<String> = []
    let pictures: [String: String]
    let isExempt: Bool
    let findings: DiagnosticCollector
    var numbering: DocumentNumbering
    var text: DocumentText
    var outline: ProseOutline
    /// The notes of the document, in the order in which the text refers to them.
    var notes: [DocumentReader.Note] = []
    private var openings: [BlockOpening] = []
    private var compoundNumbers: [Int] = []
    /// Whether the next block begins a page.
    private var breaksPage = false

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
            case .note(let id):
                paragraph.notes.append(id)
                readNote(id, at: paragraph.number)
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
        paragraph.item = item(of: paragraph)
        return paragraph
    }

    /// Gives each piece its look, and takes out what is not printed.
    func look(of paragraph: inout Paragraph) {
        let isPlain = paragraph.role == .body || paragraph.role == .continuation
        let style = paragraph.source.properties.style
        let number = paragraph.number
        var pieces: [DocumentParagraph.Piece] = []
        var unprinted = UnprintedWords()
        for piece in paragraph.source.pieces {
            var piece = piece
            piece.look = styles.look(piece.look, ofParagraph: style, isPlain: isPlain)
            if case .heading = paragraph.role { piece.look.isBold = false }
            if piece.isPrompt, let style = piece.look.style, styles.isPlaceholder(style) {
                unprinted.append(words(of: piece), isHidden: false)
                continue
            }
            if piece.look.isHidden == true {
                unprinted.append(words(of: piece), isHidden: true)
                continue
            }
            unprinted.append(printed: words(of: piece))
            guard case .text(let bytes) = piece.content else {
                pieces.append(piece)
                continue
            }
            if piece.look.isStruckOut == true, bytes.contains(where: { $0 > 0x20 }) {
                findings.report(.struckOutInDocument, at: location(number))
            }
            let (normal, hadExcess) = TextDecoder.normalised(bytes.map { $0 < 0x20 ? 0x20 : $0 })
            if hadExcess { findings.report(.tooManyMarksInDocument, at: location(number)) }
            let letters = piece.look.symbolFont.map { symbols(normal, in: $0, of: number) } ?? normal
            piece.content = .text(moved(letters, piece.look.position ?? .normal, in: number))
            pieces.append(piece)
        }
        paragraph.source.pieces = pieces
        report(unprinted, in: number)
    }

    /// The words of a paragraph that are not printed, and all of them.
    private struct UnprintedWords {
        /// Those that are beside one another are in one line.
        private(set) var words = ""
        private(set) var all = ""
        private(set) var areHidden = false
        private(set) var isBesidePrinted = false
        private var isInside = false

        mutating func append(_ text: String, isHidden: Bool) {
            if !isInside, !words.isEmpty { words += "\n" }
            isInside = true
            words += text
            all += text
            areHidden = areHidden || isHidden && !text.isBlank
        }

        mutating func append(printed text: String) {
            isInside = false
            isBesidePrinted = isBesidePrinted || !text.isBlank
            all += text
        }
    }

    /// Reports what is hidden, and a mark of which some or all is not printed.
    private func report(_ unprinted: UnprintedWords, in number: Int) {
        if unprinted.words.isBlank { return }
        // What a template says of marks marks nothing, as long as it is a paragraph of its own.
        if !unprinted.areHidden, !unprinted.isBesidePrinted, !unprinted.words.opensWithMarker { return }
        if !isExempt {
            if findings.reportSign(in: unprinted.words, at: location(number)) { return }
            // A mark of which a part is hidden; the words of a prompt are never a part of one.
            if unprinted.areHidden, findings.reportSign(in: unprinted.all, at: location(number)) { return }
        }
        if unprinted.areHidden { findings.report(.hiddenText, at: location(number)) }
    }

    /// What a piece says, also a note or a picture.
    func words(of piece: DocumentParagraph.Piece) -> String {
        switch piece.content {
        case .text(let bytes): String(decoding: bytes, as: UTF8.self)
        case .lineBreak: "\n"
        case .note: piece.look.isHidden == true ? "\n(a note)" : " "
        case .picture(let picture): piece.look.isHidden == true ? "\n(a picture) \(picture.description)" : " "
        }
    }

    /// What letters in a font of symbols show.
    private func symbols(_ bytes: [UInt8], in font: String, of number: Int) -> [UInt8] {
        let (text, unknown) = SymbolFont.text(letters: String(decoding: bytes, as: UTF8.self), font: font)
        if let unknown, let message = Diagnostic.Message.message(for: .symbol(font: font, code: unknown)) {
            findings.report(message, at: location(number))
        }
        return Array(text.utf8)
    }

    private func moved(_ bytes: [UInt8], _ position: RunProperties.Position, in number: Int) -> [UInt8] {
        let raised: RaisedText.Position
        switch position {
        case .normal: return bytes
        case .raised: raised = .raised
        case .lowered: raised = .lowered
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if let moved = RaisedText.text(text, raised) { return Array(moved.utf8) }
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
        let style = properties.numbering == nil ? inherited?.style : nil
        if let label = numbering.label(own, style: style) { report(label, of: paragraph) }
        let item = numbering.item(own, style: style)
        if item?.isCompound == true {
            compoundNumbers.append(paragraph.number)
            return nil
        }
        return item
    }

    /// Reports the words of a list's label, which nobody reads on paper, and which may say that the item is not for publication.
    private mutating func report(_ label: String, of paragraph: Paragraph) {
        let place = location(paragraph.number)
        if !isExempt {
            if findings.reportSign(in: label, at: place) { return }
            let isPassage = paragraph.role == .exempt || paragraph.role == .quotation
            if !isPassage, findings.reportSign(in: label + " " + paragraph.words, at: place) { return }
        }
        if reportedLabels.insert(label).inserted { findings.report(.listLabel(label), at: place) }
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
            let look = DocumentInlines.Look(piece)
            switch piece.content {
            case .text(let bytes): builder.append(text: bytes, look)
            // The table of contents repeats a heading in one line.
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

    /// Adds a paragraph and its notes to the outline.
    mutating func addToOutline(_ paragraph: Paragraph, _ inlines: [Prose.Inline], _ around: Surroundings) {
        var block = ProseOutline.Block(
            text: paragraph.words,
            emphasis: inlines.openingEmphasis(at: location(paragraph.number)),
            lines: paragraph.number...paragraph.number,
            quotations: around.quotations,
            isInList: around.isInList,
            isInTable: around.isInTable,
            continuesOther: paragraph.role == .continuation || paragraph.role == .caption
                || paragraph.role == .body && paragraph.source.properties.isIndented,
            isExempt: around.isExempt
        )
        outline.append(block)
        for id in paragraph.notes {
            guard let note = readNotes[id], !(around.isExempt ? note.isOutlinedAsExempt : note.isOutlined) else {
                continue
            }
            if around.isExempt { readNotes[id]?.isOutlinedAsExempt = true } else { readNotes[id]?.isOutlined = true }
            for (words, emphasis) in note.paragraphs {
                block.text = words
                block.emphasis = emphasis
                outline.append(block)
            }
        }
    }

    /// Whether something that cannot be exempt by itself, a cell or a note, has the style of exempt passages.
    var holdsMisplacedExemptStyle: Bool {
        func isExempt(_ paragraph: DocumentParagraph) -> Bool { styles.role(paragraph.properties.style) == .exempt }
        return noteParagraphs.values.contains { $0.contains(where: isExempt) }
            || reader.items.contains { item in
                guard case .table(let table) = item else { return false }
                return table.rows.contains { $0.cells.contains { $0.paragraphs.contains(where: isExempt) } }
            }
    }

    // MARK: - Blocks

    /// All blocks of the document.
    mutating func blocks() -> [Prose.Block] {
        var blocks: [Prose.Block] = []
        var pending: [Paragraph] = []
        var dropCap: DocumentParagraph?
        for item in reader.items {
            switch item {
            case .paragraph(var source):
                if let initial = dropCap { source.pieces = initial.pieces + source.pieces }
                dropCap = source.properties.isDropCap && !source.isEmpty ? source : nil
                if dropCap == nil { pending.append(resolve(source)) }
            case .table(let table):
                if let initial = dropCap.take() { pending.append(resolve(initial)) }
                blocks += self.blocks(of: pending)
                pending = []
                if let content = self.table(table) { blocks += pageBreak(before: table.number) + [content] }
                openings.append(
                    BlockOpening(kind: .other, text: "", isBoldLine: false, location: location(table.number))
                )
            }
        }
        if let initial = dropCap { pending.append(resolve(initial)) }
        blocks += self.blocks(of: pending)
        BlockOpening.reportHandNumbers(of: openings, hints: .document, to: findings)
        if let first = compoundNumbers.first {
            findings.report(.numberedParagraphs(compoundNumbers.count), at: location(first))
        }
        // A statement begins where the layout has it.
        if blocks.first?.content == .pageBreak { blocks.removeFirst() }
        return blocks
    }

    /// The page break before a block that is asked for, if one is.
    private mutating func pageBreak(before paragraph: Int) -> [Prose.Block] {
        guard breaksPage else { return [] }
        breaksPage = false
        return [Prose.Block(.pageBreak, at: location(paragraph))]
    }

    /// The blocks of paragraphs between which there is no table.
    private mutating func blocks(of paragraphs: [Paragraph]) -> [Prose.Block] {
        var blocks: [Prose.Block] = []
        var rest = paragraphs[...]
        while let first = rest.first {
            breaksPage = breaksPage || first.source.startsPage || first.source.properties.startsPage
            let count = blocks.count
            let start = rest.startIndex
            defer {
                if blocks.count > count { blocks.insert(contentsOf: pageBreak(before: first.number), at: count) }
                breaksPage = breaksPage || paragraphs[start..<rest.startIndex].last?.source.endsPage == true
            }
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
                    var items = rest.prefix { isItem($0) || $0.role == .continuation && !$0.isEmpty }
                    // The numbers of a list go on behind a page break.
                    if let end = items.indices.first(where: { items[$0].source.endsPage }) { items = items[...end] }
                    if let next = items.indices.dropFirst().first(where: { items[$0].source.startsPage }) {
                        items = items[..<next]
                    }
                    rest = rest[items.endIndex...]
                    blocks += lists(items, Surroundings(isInList: true))
                    record(.list, first)
                } else {
                    rest = rest.dropFirst()
                    if first.role == .caption, let picture = picture(blocks.last, captionedBy: first) {
                        blocks[blocks.count - 1] = picture
                    } else {
                        blocks += paragraph(first)
                    }
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
    private mutating func paragraph(_ paragraph: Paragraph) -> [Prose.Block] {
        let place = location(paragraph.number)
        let pictures = paragraph.source.pieces.compactMap { piece in
            if case .picture(let picture) = piece.content { picture } else { nil }
        }
        if paragraph.words.isBlank, !pictures.isEmpty {
            if !paragraph.notes.isEmpty { findings.report(.noteOfPicture, at: place) }
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
        // Line breaks are no text, of which this many bytes are left out.
        let gap = first.words.utf8.prefix { $0 != UInt8(ascii: "[") }.count { $0 != 0x0A }
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
            if first.words.isBlank, first.notes.isEmpty {
                for piece in first.source.pieces {
                    guard case .picture(let own) = piece.content else { continue }
                    if !around.isExempt { findings.report(.misplacedPicture, at: place) }
                    if around.isExempt, let block = picture(own, at: place) { blocks.append(block) }
                }
                continue
            }
            let isMarked = first.number == marker?.number
            let inlines = nestedInlines(of: first, dropping: isMarked ? marker?.length ?? 0 : 0)
            addToOutline(first, inlines, around)
            if !inlines.allSatisfy(\.saysNothing) { blocks.append(Prose.Block(.paragraph(inlines), at: place)) }
        }
        return blocks
    }
}

extension DocumentInlines.Look {
    /// The emphasis and the link of a piece of a paragraph.
    init(_ piece: DocumentParagraph.Piece) {
        self.init(
            isBold: piece.look.isBold == true,
            isItalic: piece.look.isItalic == true,
            link: piece.link,
            language: piece.look.language.flatMap { LanguageTag($0) }
        )
    }
}

extension [Prose.Inline] {
    /// The words in bold or in italics with which they open, or `nil` if they open otherwise.
    func openingEmphasis(at location: SourceLocation) -> String? {
        switch first {
        case .span(_, let inner)?: inner.openingEmphasis(at: location)
        case .strong(let inner)?, .emphasis(let inner)?:
            Prose([Prose.Block(.paragraph(inner), at: location)]).plainWords
        default: nil
        }
    }
}

extension String {
    /// The same in one line, as ``DocumentText`` has it.
    var replacingLineEnds: String {
        contains(where: \.isNewline) ? String(map { $0.isNewline ? Character(DocumentText.lineBreak) : $0 }) : self
    }

    /// Whether it may open an exempt passage.
    fileprivate var opensWithMarker: Bool { trimmed.hasPrefix("[!") }
}
