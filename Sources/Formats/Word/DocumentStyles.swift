// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// What a paragraph is for, by its style.
enum ParagraphRole: Equatable {
    case heading(Int)
    case quotation
    /// A passage that is not for publication.
    case exempt
    /// The words under a picture or a table.
    case caption
    /// An entry of a table of contents, which the program makes itself.
    case contents
    /// A further paragraph of an item of a list.
    case continuation
    case body
}

/// A style of paragraphs or of characters.
struct DocumentStyle {
    var name: String
    var isOfParagraphs = true
    var isDefault = false
    /// The style that it is based on.
    var base: String?
    var paragraph = ParagraphProperties()
    var run = RunProperties()
}

/// The styles of a document (`word/styles.xml`), by their ids.
struct DocumentStyles {
    private let styles: [String: DocumentStyle]
    /// The id of the style of paragraphs that name none.
    private let standard: String?
    private let defaults: RunProperties

    /// Styles that are based on one another more deeply are not looked through.
    private static let deepest = 20

    init(_ reader: StyleSheetReader) {
        styles = Dictionary(reader.styles) { first, _ in first }
        defaults = reader.defaults
        standard = reader.styles.first { $0.1.isDefault && $0.1.isOfParagraphs }?.0
    }

    /// A style and those that it is based on, itself first.
    private func chain(_ id: String?) -> [(id: String, style: DocumentStyle)] {
        var chain: [(String, DocumentStyle)] = []
        var next = id
        while let id = next, chain.count < Self.deepest {
            // A style that is not in the list is known by its id.
            let style = styles[id] ?? DocumentStyle(name: id)
            chain.append((id, style))
            next = style.base
        }
        return chain
    }

    /// The name of a style as Word shows it.
    func name(_ id: String) -> String { styles[id]?.name ?? id }

    /// Whether characters of a style are what a form asks for, in whose place nobody has written anything yet.
    func isPlaceholder(_ id: String) -> Bool {
        styles[id]?.name.lowercased().filter(\.isLetter) == "placeholdertext"
    }

    /// What paragraphs of a style are for.
    func role(_ id: String?) -> ParagraphRole {
        for (id, style) in chain(id ?? standard) {
            if let role = Self.role(named: style.name) ?? Self.role(named: id) { return role }
            if let level = style.paragraph.outlineLevel { return level < 9 ? .heading(level + 1) : .body }
        }
        return .body
    }

    private static func role(named name: String) -> ParagraphRole? {
        let name = name.lowercased().filter { $0.isLetter || $0.isNumber }
        switch name {
        case "exempt": return .exempt
        case "title": return .heading(1)
        case "quote", "intensequote", "blocktext", "quotations": return .quotation
        case "caption": return .caption
        case "tocheading", "contentsheading", "tableofcontents": return .contents
        default: break
        }
        if name.hasPrefix("listcontinue") { return .continuation }
        guard let digit = name.last?.wholeNumberValue, (1...9).contains(digit) else { return nil }
        switch name.dropLast() {
        // English in every edition of Word; the others are ids, in Welsh among them.
        case "heading", "pennawd", "überschrift", "berschrift", "titre", "rubrik": return .heading(digit)
        case "toc", "contents": return .contents
        default: return nil
        }
    }

    /// The numbering of a style: that of the first in the chain that says one.
    func numbering(_ id: String?) -> (numbering: ParagraphProperties.Numbering, style: String)? {
        for (id, style) in chain(id ?? standard) {
            if let numbering = style.paragraph.numbering { return (numbering, id) }
        }
        return nil
    }

    /// How characters look: a property that styles switch is on if an odd number of them have it (ISO/IEC 29500-1, 17.7.3).
    ///
    /// - Parameters:
    ///   - ofParagraph: the style of the paragraph.
    ///   - isPlain: whether emphasis of that style counts: a heading is bold by itself. What is hidden or struck out always does.
    func look(_ run: RunProperties, ofParagraph: String?, isPlain: Bool) -> RunProperties {
        let ofStyle = chain(ofParagraph ?? standard)
        let paragraph = isPlain && ofParagraph != nil ? ofStyle : []
        let characters = chain(run.style)
        func value(_ property: KeyPath<RunProperties, Bool?>, _ paragraph: [(id: String, style: DocumentStyle)]) -> Bool
        {
            if let own = run[keyPath: property] { return own }
            let fromParagraph = paragraph.lazy.compactMap { $0.style.run[keyPath: property] }.first ?? false
            let fromCharacters = characters.lazy.compactMap { $0.style.run[keyPath: property] }.first ?? false
            return fromParagraph != fromCharacters
        }
        var look = run
        look.isBold = value(\.isBold, paragraph)
        look.isItalic = value(\.isItalic, paragraph)
        look.isStruckOut = value(\.isStruckOut, ofStyle)
        look.isHidden = value(\.isHidden, ofStyle)
        look.position =
            run.position ?? run.shiftedPosition ?? characters.lazy.compactMap { $0.style.run.position }.first
            ?? paragraph.lazy.compactMap { $0.style.run.position }.first
        look.language = otherLanguage(run, characters + ofStyle)
        return look
    }

    /// The language of characters, or `nil` if it is that of the document: Word gives every run one, and spells of English are one language.
    ///
    /// - Parameter styles: those of the characters, and then those of their paragraph.
    private func otherLanguage(_ run: RunProperties, _ styles: [(id: String, style: DocumentStyle)]) -> String? {
        func value<Value>(_ property: KeyPath<RunProperties, Value?>) -> Value? {
            run[keyPath: property] ?? styles.lazy.compactMap { $0.style.run[keyPath: property] }.first
                ?? defaults[keyPath: property]
        }
        guard let language = value(value(\.isBackward) == true ? \.languageOfBackward : \.language) else { return nil }
        let own = chain(standard).lazy.compactMap { $0.style.run.language }.first ?? defaults.language
        // Where the document does not say its own, it is compared with that of the paper, and the country then says nothing.
        guard let own else { return language.mainSubtag }
        return language.mainSubtag == own.mainSubtag ? nil : language
    }
}

extension String {
    /// The language of a tag, without where it is spoken.
    fileprivate var mainSubtag: String { prefix { $0 != "-" }.lowercased() }
}

/// How a paragraph is set, as far as it matters to what it is.
struct ParagraphProperties: Equatable {
    /// The list that a paragraph is an item of.
    struct Numbering: Equatable {
        /// Zero for none.
        var list: Int?
        var level: Int?
    }

    var style: String?
    var numbering: Numbering?
    /// Zero for a heading of the first level; nine for text.
    var outlineLevel: Int?
    var alignment: ColumnAlignment = .left
    var isDropCap = false
    /// Whether it begins a page.
    var startsPage = false
    /// Whether it says that its lines begin further in.
    var isIndented = false

    enum ColumnAlignment { case left, centre, right }

    /// Takes an element of `w:pPr`.
    mutating func take(_ name: XMLName, _ attributes: XMLAttributes) {
        let value = attributes.value(of: "val", in: .document)
        switch name {
        case "pStyle": style = value?.string
        case "numId": numbering = Numbering(list: value?.number ?? 0, level: numbering?.level)
        case "ilvl": numbering = Numbering(list: numbering?.list, level: value?.number)
        case "outlineLvl": outlineLevel = value?.number
        case "jc":
            guard let value else { return }
            alignment = value == "right" || value == "end" ? .right : value == "center" ? .centre : .left
        case "ind":
            let left = attributes.value(of: "left", in: .document) ?? attributes.value(of: "start", in: .document)
            isIndented = (left?.number ?? 0) > 0
        case "pageBreakBefore": startsPage = attributes.value(of: "val", in: .document)?.isTrue ?? true
        case "framePr":
            let drop = attributes.value(of: "dropCap", in: .document)
            isDropCap = drop.map { $0 == "drop" || $0 == "margin" } ?? false
        default: break
        }
    }
}

/// How characters look. What is `nil` is not said.
struct RunProperties: Equatable {
    enum Position { case normal, raised, lowered }

    var style: String?
    var isBold: Bool?
    var isItalic: Bool?
    var isStruckOut: Bool?
    var isHidden: Bool?
    var position: Position?
    /// Its language, and the one that counts in its place for letters that run from right to left, as Word writes them.
    var language: String?
    var languageOfBackward: String?
    var isBackward: Bool?
    /// The font in which its letters are symbols, if it is one of these.
    var symbolFont: String?
    /// How far it is above the line, in half points, and how large it is: small letters off the line are raised or lowered too.
    private var shift: Int?
    private var isSized = false

    /// Where letters are that were moved off the line, as LibreOffice writes those of web pages, or `nil` if they were not.
    var shiftedPosition: Position? {
        guard let shift, shift != 0, isSized else { return nil }
        return shift > 0 ? .raised : .lowered
    }

    /// Takes an element of `w:rPr`.
    mutating func take(_ name: XMLName, _ attributes: XMLAttributes) {
        func flag() -> Bool { attributes.value(of: "val", in: .document)?.isTrue ?? true }
        switch name {
        case "rStyle": style = attributes.value(of: "val", in: .document)?.string
        case "b": isBold = flag()
        case "i": isItalic = flag()
        case "strike", "dstrike": isStruckOut = flag() || isStruckOut == true
        case "vanish": isHidden = flag()
        case "vertAlign":
            guard let value = attributes.value(of: "val", in: .document) else { return }
            position = value == "superscript" ? .raised : value == "subscript" ? .lowered : .normal
        case "rFonts":
            let font = attributes.value(of: "ascii", in: .document)?.string
            symbolFont = font.flatMap { SymbolFont.isSymbolFont($0) ? $0 : nil }
        case "rtl": isBackward = flag()
        case "lang":
            language = attributes.value(of: "val", in: .document)?.string ?? language
            languageOfBackward = attributes.value(of: "bidi", in: .document)?.string ?? languageOfBackward
        case "position": shift = attributes.value(of: "val", in: .document).flatMap { Int($0.string) }
        case "sz": isSized = true
        default: break
        }
    }
}

/// Reads `word/styles.xml`.
final class StyleSheetReader: XMLHandler {
    private(set) var styles: [(String, DocumentStyle)] = []
    /// How characters look of which no style says more.
    private(set) var defaults = RunProperties()
    /// Whether there are more than are read.
    private(set) var isCut = false
    private var style: (id: String, style: DocumentStyle)?
    private var isInParagraph = false
    private var isInRun = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
        guard name.namespace == .document else { return true }
        switch name {
        case "style":
            let kind = attributes.value(of: "type", in: .document)
            let isOfParagraphs = kind.map { $0 == "paragraph" } ?? true
            // Of a style of tables only its name counts.
            guard isOfParagraphs || kind.map({ $0 == "character" || $0 == "table" }) == true,
                let id = attributes.value(of: "styleId", in: .document)
            else {
                return true
            }
            var style = DocumentStyle(name: id.string, isOfParagraphs: isOfParagraphs)
            style.isDefault = attributes.value(of: "default", in: .document)?.isTrue ?? false
            self.style = (id.string, style)
        case "pPr": isInParagraph = true
        case "rPr": isInRun = true
        case "name": if let value = attributes.value(of: "val", in: .document) { style?.style.name = value.string }
        case "basedOn": style?.style.base = attributes.value(of: "val", in: .document)?.string
        default:
            if isInRun, style == nil { defaults.take(name, attributes) }
            if isInRun { style?.style.run.take(name, attributes) }
            if isInParagraph { style?.style.paragraph.take(name, attributes) }
        }
        return true
    }

    func end(_ name: XMLName) -> Bool {
        guard name.namespace == .document else { return true }
        switch name {
        case "style":
            if let style { styles.append(style) }
            style = nil
            isCut = styles.count > Limits.mostDocumentStyles
            return !isCut
        case "pPr": isInParagraph = false
        case "rPr": isInRun = false
        default: break
        }
        return true
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { true }
}
