// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// Reads the text of a document (`word/document.xml`), or its notes (`word/footnotes.xml`), into paragraphs and tables.
///
/// What Word keeps beside the text (how a change was made, what a field is computed from, what a placeholder asks for) is passed over. What
/// is in the document and is no text is an event at its paragraph.
final class DocumentBodyReader: XMLHandler {
    /// What an open element is for.
    private enum Element {
        case other
        /// Nothing in it is read.
        case passedOver
        case paragraph, paragraphProperties, run, runProperties, text, instruction
        case table, row, rowProperties, cell, cellProperties
        case simpleField, hyperlink, note
        /// A content control, and what is said about it.
        case control, controlProperties
        case tableProperties
        /// Those of a paragraph that is not of the text, as in a text box.
        case unreadProperties
        /// Its words are not of the text, and are screened.
        case unreadText
        case drawing
    }

    /// A field: the result that it had when it was last computed is read, and the instruction before that is not.
    private struct Field {
        var instruction: [UInt8] = []
        var isInResult = false
        var link: Int?
        var isContents = false
        /// Whether it is an element (`w:fldSimple`), and ends with that.
        var isSimple = false
    }

    /// A drawing or a picture.
    private struct Drawing {
        var relationship: String?
        var isLinked = false
        var description = ""
        var isDecorative = false
        var holdsText = false
        /// Whether it is nothing but a line across the page.
        var isRule = false
        /// Whether it is of another program.
        var isObject = false
        /// Whether it holds several pictures.
        var isGroup = false
    }

    private(set) var items: [DocumentItem] = []
    /// The paragraphs of each note.
    private(set) var notes: [String: [DocumentParagraph]] = [:]
    private(set) var events: [(paragraph: Int, event: DocumentEvent)] = []
    /// The paragraphs in which what comments are about begins, by the ids of the comments.
    private(set) var commentStarts: [String: Int] = [:]
    /// Words that are in the document and not in its text, with their paragraphs.
    private(set) var unread: [(paragraph: Int, words: [UInt8])] = []
    /// The addresses of links.
    private(set) var links: [String] = []
    /// Whether there is more than is read.
    private(set) var isCut = false
    /// The styles that are used, with the first paragraphs that have them.
    private(set) var usedStyles: [UsedStyle: Int] = [:]
    /// The styles of paragraphs that are not of the text: in boxes, and in tables in tables.
    private(set) var unreadStyles: Set<String> = []
    /// The names that an officer or a program has given to parts of the text, with their paragraphs.
    private(set) var names: [(paragraph: Int, name: String)] = []
    /// Whether it is a document at all.
    private(set) var holdsDocument = false
    /// How many bytes its texts have.
    var textSize: Int { size }

    /// A style of paragraphs, of characters or of tables.
    struct UsedStyle: Hashable {
        var id: String
        var isOfParagraphs: Bool
    }

    /// Whether a field does not end, so that nobody knows what is its result.
    var isUnclosed: Bool { isBroken || !fields.isEmpty }

    /// The addresses that the document refers to, by the ids of these references.
    private let addresses: [String: String]
    private var elements: [Element] = []
    private var openTables: [DocumentTable] = []
    private var paragraph: DocumentParagraph?
    private var run = RunProperties()
    private var fields: [Field] = []
    /// Whether a field began in a simple one, and did not end there.
    private var isBroken = false
    /// The content controls that are open, and whether each shows what it asks for because nobody has written anything yet.
    private var controls: [Bool] = []
    private var openLinks: [Int?] = []
    private var drawings: [Drawing] = []
    private var note: String?
    /// Whether a page or a column ends before the next text of the paragraph.
    private var endsPage = false
    private var number = 0
    private var size = 0
    private var pieces = 0
    private var cells = 0
    /// How many open elements are passed over, or hold words that are only screened.
    private var closed = 0

    /// - Parameter addresses: where links lead, by the ids of references.
    init(addresses: [String: String]) { self.addresses = addresses }

    // MARK: - Elements

    func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
        let element = element(name, attributes)
        elements.append(element)
        if element == .passedOver || element == .unreadText { closed += 1 }
        if isCut { return false }
        return true
    }

    private func element(_ name: XMLName, _ attributes: XMLAttributes) -> Element {
        if elements.last == .passedOver { return .passedOver }
        if name.namespace == .mathematics {
            if name.local == "oMath" { report(.equation) }
            return .unreadText
        }
        if !drawings.isEmpty, let element = drawingElement(name, attributes) { return element }
        guard name.namespace == .document else { return .other }
        switch elements.last {
        case .paragraphProperties: return paragraphProperty(name, attributes)
        case .runProperties:
            if isChange(name) { return .passedOver }
            return runProperty(name, attributes)
        case .unreadProperties:
            if name.local == "pStyle", let style = attributes.value(of: "val", in: .document)?.string {
                unreadStyles.insert(style)
                use(style, isOfParagraphs: true)
            }
            return .passedOver
        case .controlProperties: return controlProperty(name, attributes)
        case .tableProperties:
            if name.local == "tblStyle", let style = attributes.value(of: "val", in: .document)?.string {
                use(style, isOfParagraphs: false)
            }
            return .passedOver
        case .rowProperties, .cellProperties: return tableProperty(name, attributes)
        default: return block(name, attributes) ?? inline(name, attributes)
        }
    }

    private func isChange(_ name: XMLName) -> Bool {
        switch name {
        case "rPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblGridChange",
            "tblPrExChange", "numberingChange":
            return true
        // Another style may be another meaning.
        case "pPrChange", "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge":
            report(.trackedChange)
            return true
        default: return false
        }
    }

    private func runProperty(_ name: XMLName, _ attributes: XMLAttributes) -> Element {
        if name.local == "rStyle", let style = attributes.value(of: "val", in: .document)?.string {
            use(style, isOfParagraphs: false)
        }
        // A run in a box is within one of the text, which keeps its look.
        if closed == 0 { run.take(name, attributes) }
        return .other
    }

    private func controlProperty(_ name: XMLName, _ attributes: XMLAttributes) -> Element {
        let value = attributes.value(of: "val", in: .document)
        switch name {
        case "alias", "tag": if let value { add(name: value.string) }
        case "showingPlcHdr":
            if let last = controls.indices.last { controls[last] = value?.isTrue ?? true }
        default: break
        }
        return .passedOver
    }

    private func add(name: String) {
        let isNew = names.last.map { $0.name != name } ?? true
        if isNew, names.count < Limits.mostDocumentEvents { names.append((paragraph?.number ?? number + 1, name)) }
    }

    private func use(_ style: String, isOfParagraphs: Bool) {
        let used = UsedStyle(id: style, isOfParagraphs: isOfParagraphs)
        if usedStyles[used] == nil, usedStyles.count < Limits.mostDocumentStyles {
            usedStyles[used] = max(paragraph?.number ?? number, 1)
        }
    }

    private func paragraphProperty(_ name: XMLName, _ attributes: XMLAttributes) -> Element {
        switch name {
        case "rPr": return .runProperties
        case "sectPr": return .passedOver
        case "numPr": return .paragraphProperties
        default:
            if isChange(name) { return .passedOver }
            paragraph?.properties.take(name, attributes)
            if name.local == "pStyle", let style = paragraph?.properties.style { use(style, isOfParagraphs: true) }
            return .other
        }
    }

    private func tableProperty(_ name: XMLName, _ attributes: XMLAttributes) -> Element {
        let value = attributes.value(of: "val", in: .document)
        guard openTables.count == 1, let row = openTables[0].rows.indices.last else { return .other }
        if isChange(name) { return .passedOver }
        switch name {
        case "hidden": if value?.isTrue ?? true { report(.hiddenRow) }
        case "tblHeader": openTables[0].rows[row].isHeader = value?.isTrue ?? true
        case "gridBefore", "gridAfter": openTables[0].rows[row].gap += value?.number ?? 0
        case "gridSpan":
            guard let cell = openTables[0].rows[row].cells.indices.last else { break }
            openTables[0].rows[row].cells[cell].span = max(1, value?.number ?? 1)
        case "vMerge":
            guard let cell = openTables[0].rows[row].cells.indices.last else { break }
            openTables[0].rows[row].cells[cell].merge = value.map { $0 == "restart" } == true ? .first : .further
        default: break
        }
        return .other
    }

    /// Elements that hold paragraphs.
    private func block(_ name: XMLName, _ attributes: XMLAttributes) -> Element? {
        switch name {
        case "body": holdsDocument = true
        case "p" where closed > 0:
            screen([0x0A])
            return .other
        case "tbl" where closed > 0, "tr" where closed > 0, "tc" where closed > 0: return .other
        case "p":
            guard paragraph == nil else { return .other }
            number += 1
            paragraph = DocumentParagraph(number: number)
            endsPage = false
            isCut = isCut || number > Limits.mostParagraphs
            return .paragraph
        case "tbl":
            if !openTables.isEmpty { report(.nestedTable) }
            openTables.append(DocumentTable(number: number + 1))
            return .table
        case "tr":
            if openTables.count == 1 { openTables[0].rows.append(DocumentTable.Row()) }
            cells += 1
            return .row
        case "trPr", "tblPrEx": return .rowProperties
        case "tc":
            if openTables.count == 1, let row = openTables[0].rows.indices.last {
                openTables[0].rows[row].cells.append(DocumentTable.Cell())
            }
            cells += 1
            isCut = isCut || cells > Limits.mostTableCells
            return .cell
        case "tcPr": return .cellProperties
        case "footnote", "endnote":
            // Lines between the text and its notes are notes of a kind of their own.
            guard attributes.value(of: "type", in: .document).map({ $0 == "normal" }) ?? true,
                let id = attributes.value(of: "id", in: .document)
            else { return .passedOver }
            note = id.string
            return .note
        case "altChunk", "subDoc":
            report(.otherDocument)
            return .passedOver
        case "sdt":
            controls.append(false)
            return .control
        case "sdtPr": return .controlProperties
        case "customXml": if let name = attributes.value(of: "element", in: .document) { add(name: name.string) }
        case "tblPr": return .tableProperties
        case "rt":
            report(.rubyText)
            return .unreadText
        case "sectPr", "tblGrid", "sdtEndPr", "background", "docPartObj", "ffData": return .passedOver
        default: return nil
        }
        return .other
    }

    /// Elements in a paragraph.
    private func inline(_ name: XMLName, _ attributes: XMLAttributes) -> Element {
        switch name {
        case "pPr": return elements.last == .paragraph ? .paragraphProperties : .unreadProperties
        case "r":
            if closed == 0 { run = RunProperties() }
            return .run
        case "rPr": return elements.last == .run ? .runProperties : .passedOver
        case "t": return .text
        case "delText", "delInstrText": return .unreadText
        case "instrText": return .instruction
        case "tab", "ptab": append(text: [0x09])
        case "br":
            let kind = attributes.value(of: "type", in: .document)
            if kind.map({ $0 == "page" || $0 == "column" }) == true {
                endsPage = true
                if kind.map({ $0 == "page" }) == true { breakPage() }
            } else {
                append(.lineBreak)
            }
        case "cr": append(.lineBreak)
        case "noBreakHyphen": append(text: Array("\u{2011}".utf8))
        case "softHyphen": append(text: Array("\u{AD}".utf8))
        case "sym": symbol(attributes)
        case "footnoteReference", "endnoteReference":
            guard let id = attributes.value(of: "id", in: .document) else { return .other }
            append(.note((name.local == "footnoteReference" ? "f" : "e") + id.string))
        case "commentRangeStart":
            if let id = attributes.value(of: "id", in: .document), commentStarts.count < Limits.mostDocumentEvents {
                commentStarts[id.string] = paragraph?.number ?? number + 1
            }
        case "commentReference": report(.comment(attributes.value(of: "id", in: .document)?.string ?? ""))
        case "fldChar": fieldMark(attributes)
        case "fldSimple":
            var field = Field(isSimple: true)
            field.instruction = attributes.value(of: "instr", in: .document).map { Array($0.bytes) } ?? []
            fields.append(field)
            openResult()
            return .simpleField
        case "hyperlink":
            var link: Int?
            if let id = attributes.value(of: "id", in: .relationships)?.string, var address = addresses[id] {
                if let place = attributes.value(of: "anchor", in: .document)?.string, !place.isEmpty {
                    address += "#" + place
                }
                link = appendLink(address)
            }
            openLinks.append(link)
            return .hyperlink
        case "del", "moveFrom":
            report(.trackedChange)
            return .unreadText
        case "ins", "moveTo":
            report(.trackedChange)
            return .other
        case "drawing", "pict", "object":
            var drawing = Drawing()
            drawing.isObject = name.local == "object"
            drawings.append(drawing)
            return .drawing
        default: return isChange(name) ? .passedOver : .other
        }
        return .other
    }

    /// Elements of a drawing, of which there are several kinds.
    private func drawingElement(_ name: XMLName, _ attributes: XMLAttributes) -> Element? {
        let last = drawings.count - 1
        switch name {
        case "docPr":
            drawings[last].description = (attributes["descr"] ?? attributes["title"])?.string ?? ""
        case "decorative": drawings[last].isDecorative = attributes["val"]?.isTrue ?? false
        case "blip":
            let embedded = attributes.value(of: "embed", in: .relationships)?.string
            drawings[last].isGroup = drawings[last].relationship != nil
            drawings[last].relationship = embedded
            drawings[last].isLinked = embedded == nil && attributes.value(of: "link", in: .relationships) != nil
        case "shape", "rect", "line", "oval", "roundrect":
            if drawings[last].description.isEmpty { drawings[last].description = attributes["alt"]?.string ?? "" }
            if attributes.holds("hr") { drawings[last].isRule = true }
        case "imagedata":
            drawings[last].relationship = attributes.value(of: "id", in: .relationships)?.string
        case "textpath":
            if let words = attributes["string"] { screen(Array(words.bytes)) }
            drawings[last].holdsText = true
            report(.textBox)
        case "txbxContent":
            if !drawings[last].holdsText { report(.textBox) }
            drawings[last].holdsText = true
            return .unreadText
        default: return closed > 0 ? nil : .other
        }
        return .other
    }

    func end(_ name: XMLName) -> Bool {
        guard let element = elements.popLast() else { return true }
        switch element {
        case .passedOver, .unreadText: closed -= 1
        case .paragraph: endParagraph()
        case .table: endTable()
        case .simpleField: endSimpleField()
        case .hyperlink: _ = openLinks.popLast()
        case .control: _ = controls.popLast()
        case .note: note = nil
        case .drawing: endDrawing()
        default: break
        }
        return !isCut
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch elements.last {
        case .text where closed == 0: append(text: Array(bytes))
        case .text, .unreadText: screen(Array(bytes))
        case .instruction:
            if let last = fields.indices.last, !fields[last].isInResult, fields[last].instruction.count < 4_000 {
                fields[last].instruction += bytes
            }
        default: break
        }
        return !isCut
    }

    func passedOver(_ words: [UInt8]) {
        if !words.isEmpty { screen(words) }
        report(.drawing)
    }

    // MARK: - Paragraphs and tables

    private func endParagraph() {
        guard let paragraph else { return }
        self.paragraph = nil
        if let note {
            notes[note, default: []].append(paragraph)
        } else if openTables.isEmpty {
            items.append(.paragraph(paragraph))
        } else if openTables.count == 1, let row = openTables[0].rows.indices.last,
            let cell = openTables[0].rows[row].cells.indices.last
        {
            openTables[0].rows[row].cells[cell].paragraphs.append(paragraph)
        } else {
            // A table in a table is reported; its words are screened with the others that are not read.
            if let style = paragraph.properties.style { unreadStyles.insert(style) }
            for piece in paragraph.pieces { if case .text(let bytes) = piece.content { screen(bytes) } }
        }
    }

    private func endTable() {
        guard let table = openTables.popLast(), openTables.isEmpty else { return }
        guard note == nil else { return report(.nestedTable) }
        items.append(.table(table))
    }

    // MARK: - Pieces

    private func report(_ event: DocumentEvent) {
        // Between two paragraphs it is at the next.
        let place = paragraph?.number ?? number + 1
        if let last = events.last, last.paragraph == place, last.event == event { return }
        if events.count < Limits.mostDocumentEvents { events.append((place, event)) }
    }

    private func screen(_ words: [UInt8]) {
        size += words.count
        isCut = isCut || size > Limits.longestText
        let place = paragraph?.number ?? number
        if let last = unread.indices.last, unread[last].paragraph == place {
            unread[last].words += words
        } else {
            unread.append((place, words))
        }
    }

    private func breakPage() {
        guard closed == 0, let isEmpty = paragraph?.isEmpty else { return }
        if isEmpty { paragraph?.startsPage = true } else { paragraph?.endsPage = true }
    }

    private func append(text: [UInt8]) {
        guard let first = text.first else { return }
        if closed > 0 { return screen(text) }
        // A page that ends between two words parts them.
        if endsPage, first > 0x20, case .text(let before)? = paragraph?.pieces.last?.content,
            before.last.map({ $0 > 0x20 }) == true
        {
            append(.text([0x20]))
        }
        endsPage = false
        append(.text(text))
    }

    private func append(_ content: DocumentParagraph.Piece.Content) {
        guard paragraph != nil, closed == 0, fields.allSatisfy({ $0.isInResult && !$0.isContents }) else { return }
        var piece = DocumentParagraph.Piece(content: content)
        piece.look = run
        piece.isPrompt = controls.contains(true)
        piece.link = (fields.last { $0.link != nil })?.link ?? openLinks.last { $0 != nil } ?? nil
        pieces += 1
        if case .text(let bytes) = content { size += bytes.count } else { size += 1 }
        isCut = isCut || size > Limits.longestText || pieces > Limits.mostPieces
        // The parser gives a text in parts.
        if case .text(let bytes) = content, var last = paragraph?.pieces.last, case .text(let before) = last.content,
            last.look == piece.look, last.link == piece.link,
            last.isPrompt == piece.isPrompt, before.count < 1_000
        {
            last.content = .text(before + bytes)
            paragraph?.pieces.removeLast()
            paragraph?.pieces.append(last)
        } else {
            paragraph?.pieces.append(piece)
        }
    }

    private func appendLink(_ address: String) -> Int {
        links.append(address)
        isCut = isCut || links.count > Limits.mostDocumentEvents
        return links.count - 1
    }

    private func symbol(_ attributes: XMLAttributes) {
        let code = attributes.value(of: "char", in: .document)?.string ?? ""
        let font = attributes.value(of: "font", in: .document)?.string ?? ""
        guard let text = SymbolFont.text(code: code, font: font) else {
            if closed == 0 { report(.symbol(font: font, code: code)) }
            return
        }
        append(text: Array(text.utf8))
    }

    // MARK: - Fields

    private func fieldMark(_ attributes: XMLAttributes) {
        guard closed == 0, let kind = attributes.value(of: "fldCharType", in: .document) else { return }
        if kind == "begin" {
            fields.append(Field())
            isCut = isCut || fields.count > Limits.deepestXML
        } else if kind == "separate", !fields.isEmpty {
            openResult()
        } else if kind == "end" {
            // A simple field ends with its element.
            guard let last = fields.last, !last.isSimple else { return }
            fields.removeLast()
            if !last.isInResult { reportWithoutResult(last) }
        }
    }

    private func endSimpleField() {
        while let field = fields.popLast(), !field.isSimple { isBroken = true }
    }

    /// Reports a field whose words or signs are in its instruction, and screens that.
    private func reportWithoutResult(_ field: Field) {
        let words = String(decoding: field.instruction, as: UTF8.self).split(separator: " ", maxSplits: 1)
        guard let kind = words.first?.uppercased(),
            ["FORMDROPDOWN", "FORMCHECKBOX", "SYMBOL", "EQ", "MACROBUTTON", "GOTOBUTTON", "ADVANCE"].contains(kind)
        else { return }
        report(.emptyField(kind))
        // The first word behind `MACROBUTTON` is the name of the macro.
        guard words.count == 2 else { return }
        let shown = words[1].drop { $0 == " " }
        screen([0x0A] + shown.utf8 + [0x0A] + shown.drop { $0 != " " }.utf8 + [0x0A])
    }

    /// What the instruction of the innermost field means for its result.
    private func openResult() {
        guard let last = fields.indices.last, !fields[last].isInResult else { return }
        fields[last].isInResult = true
        let instruction = String(decoding: fields[last].instruction, as: UTF8.self)
        let words = instruction.split(separator: " ", maxSplits: 1)
        switch words.first?.uppercased() {
        case "HYPERLINK":
            guard words.count == 2, let address = Self.address(words[1]) else { return }
            fields[last].link = appendLink(address)
        case "TOC", "INDEX", "TOA":
            fields[last].isContents = true
            report(.contents)
        default: break
        }
    }

    /// The address that opens the rest of an instruction, with the place on that page that `\l` names behind it, or `nil` if there is none: `\l`
    /// alone names a place in the document.
    private static func address(_ rest: Substring) -> String? {
        var rest = rest.drop { $0 == " " }
        guard rest.first != "\\", let address = argument(&rest) else { return nil }
        while let backslash = rest.firstIndex(of: "\\") {
            rest = rest[rest.index(after: backslash)...]
            guard rest.first == "l" else { continue }
            rest = rest.dropFirst()
            if let place = argument(&rest), !place.isEmpty { return address + "#" + place }
        }
        return address
    }

    /// Takes the next argument of an instruction, in quotation marks or up to a space.
    private static func argument(_ rest: inout Substring) -> String? {
        rest = rest.drop { $0 == " " }
        if rest.isEmpty { return nil }
        let isQuoted = rest.first == "\""
        if isQuoted { rest = rest.dropFirst() }
        let argument = rest.prefix { $0 != (isQuoted ? "\"" : " ") }
        rest = rest[argument.endIndex...].dropFirst()
        return String(argument)
    }

    // MARK: - Drawings

    private func endDrawing() {
        guard let drawing = drawings.popLast(), closed == 0 else { return }
        if drawing.isObject { return report(.embeddedObject) }
        if drawing.isLinked { return report(.pictureElsewhere) }
        if let relationship = drawing.relationship, !drawing.isGroup {
            append(
                .picture(
                    DocumentParagraph.Picture(
                        relationship: relationship,
                        description: drawing.description,
                        isDecorative: drawing.isDecorative
                    )
                )
            )
        } else if !drawing.holdsText, !drawing.isRule {
            report(.drawing)
        }
    }
}

extension XMLAttributes {
    /// Whether there is an attribute of a name, in whatever namespace.
    fileprivate func holds(_ name: StaticString) -> Bool {
        guard let pairs else { return false }
        var index = 0
        while let written = pairs[index] {
            if XMLReader.name(XMLText(written), local: name) != nil { return true }
            index += 2
        }
        return false
    }
}
