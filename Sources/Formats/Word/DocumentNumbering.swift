// SPDX-License-Identifier: Apache-2.0

import ResourceLimits
import UnicodeText

/// The lists of a document (`word/numbering.xml`), and the numbers that their items have so far.
struct DocumentNumbering {
    /// A level of a list.
    struct Level {
        var format = "decimal"
        var start = 1
        /// `%1.` or a bullet.
        var text = ""
        /// The style whose paragraphs are of this level.
        var style: String?

        var isNumbered: Bool { format != "bullet" && format != "none" }
        /// Whether it repeats the number of the level above: `%1.%2`.
        var isCompound: Bool { text.split(separator: "%", omittingEmptySubsequences: false).count > 2 }
    }

    /// An item of a list.
    struct Item: Equatable {
        var list: Int
        var level: Int
        /// Its number, or `nil` for a bullet.
        var number: Int?
        /// Whether its number repeats that of the level above: a numbered paragraph rather than an item.
        var isCompound = false
        /// Whether it is lettered, or numbered in Roman figures.
        var isLettered = false
    }

    private let reader: NumberingReader
    /// By the definition of a list, the numbers of its levels so far.
    private var counters: [Int: [Int: Int]] = [:]
    /// The levels of lists that have begun.
    private var begun: Set<Start> = []

    private struct Start: Hashable {
        var list: Int
        var level: Int
    }

    /// The definitions by the names of their styles.
    private let named: [String: Int]

    init(_ reader: NumberingReader) {
        self.reader = reader
        let named = reader.definitions.compactMap { id, definition in definition.name.map { ($0, id) } }
        self.named = Dictionary(named, uniquingKeysWith: min)
    }

    private func level(_ number: Int, of list: Int) -> Level {
        if let own = reader.lists[list]?.overrides[number] { return own }
        guard let definition = definition(of: list) else { return Level(format: "none") }
        return reader.definitions[definition]?.levels[number] ?? Level(format: "none")
    }

    /// The definition of a list; one may refer to another by the name of a style.
    private func definition(of list: Int) -> Int? {
        guard let id = reader.lists[list]?.definition, let definition = reader.definitions[id] else { return nil }
        guard let link = definition.link, definition.levels.isEmpty else { return id }
        return named[link] ?? id
    }

    /// The words of a label, printed before a paragraph beside its number or its bullet, with a number in place of those that are counted; `nil` if
    /// there are none.
    func label(_ numbering: ParagraphProperties.Numbering, style: String?) -> String? {
        guard let (list, _, number) = place(of: numbering, style: style) else { return nil }
        let level = level(number, of: list)
        var words = ""
        var isCounter = false
        for character in level.text {
            if isCounter, character.isWholeNumber {
                words += "3"
            } else if character != "%" {
                words.append(character)
            }
            isCounter = character == "%"
        }
        // One letter is a bullet, as the `o` of Courier New is.
        return words.count(where: \.isLetter) > 1 || level.isNumbered && words.contains(where: \.isLetter)
            ? words.trimmed : nil
    }

    /// Which level of which list a paragraph is of.
    private func place(
        of numbering: ParagraphProperties.Numbering,
        style: String?
    ) -> (list: Int, definition: Int, level: Int)? {
        guard let list = numbering.list, list != 0, let definition = definition(of: list) else { return nil }
        var number = numbering.level ?? 0
        if numbering.level == nil, let style, let levels = reader.definitions[definition]?.levels,
            let own = levels.filter({ $0.value.style == style }).keys.min()
        {
            number = own
        }
        return (list, definition, min(max(number, 0), 8))
    }

    /// The item that a paragraph is, or `nil` if it is in no list. Counts it.
    ///
    /// - Parameter style: the style of which it has the numbering, or `nil` if it has its own.
    mutating func item(_ numbering: ParagraphProperties.Numbering, style: String?) -> Item? {
        guard let (list, definition, number) = place(of: numbering, style: style) else { return nil }
        let level = level(number, of: list)
        if level.format == "none" { return nil }
        guard level.isNumbered else { return Item(list: list, level: number, number: nil) }
        if begun.insert(Start(list: list, level: number)).inserted, let start = reader.lists[list]?.starts[number] {
            counters[definition, default: [:]][number] = start - 1
        }
        let count = (counters[definition]?[number] ?? level.start - 1) + 1
        counters[definition, default: [:]][number] = count
        for deeper in (number + 1)..<10 { counters[definition]?[deeper] = nil }
        return Item(
            list: list,
            level: number,
            number: count,
            isCompound: level.isCompound,
            isLettered: !["decimal", "decimalZero", "cardinalText", "ordinal"].contains(level.format)
        )
    }
}

/// Reads `word/numbering.xml`.
final class NumberingReader: XMLHandler {
    /// How a list is numbered (`w:abstractNum`).
    struct Definition {
        var levels: [Int: DocumentNumbering.Level] = [:]
        /// The style that the definition is of, and the one that it refers to.
        var name: String?
        var link: String?
    }

    /// A list (`w:num`).
    struct List {
        var definition = 0
        var overrides: [Int: DocumentNumbering.Level] = [:]
        var starts: [Int: Int] = [:]
    }

    private(set) var definitions: [Int: Definition] = [:]
    private(set) var lists: [Int: List] = [:]
    /// Whether there are more than are read.
    private(set) var isCut = false
    private var definition: Int?
    private var list: Int?
    private var override: Int?
    private var level: (number: Int, level: DocumentNumbering.Level)?

    func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
        guard name.namespace == .document else { return true }
        let value = attributes.value(of: "val", in: .document)
        switch name {
        case "abstractNum":
            definition = attributes.value(of: "abstractNumId", in: .document)?.number
            if let definition { definitions[definition] = Definition() }
        case "num":
            list = attributes.value(of: "numId", in: .document)?.number
            if let list { lists[list] = List() }
        case "abstractNumId": if let list, let value = value?.number { lists[list]?.definition = value }
        case "lvlOverride": override = attributes.value(of: "ilvl", in: .document)?.number
        case "startOverride":
            if let list, let override, let value = value?.number { lists[list]?.starts[override] = value }
        case "lvl":
            let number = attributes.value(of: "ilvl", in: .document)?.number ?? 0
            level = (min(number, 8), DocumentNumbering.Level())
        case "start": if let value = value?.number { level?.level.start = value }
        case "numFmt": if let value { level?.level.format = value.string }
        case "lvlText": if let value { level?.level.text = value.string }
        case "pStyle": level?.level.style = value?.string
        case "styleLink": if let definition { definitions[definition]?.name = value?.string }
        case "numStyleLink": if let definition { definitions[definition]?.link = value?.string }
        default: break
        }
        isCut = definitions.count + lists.count > Limits.mostDocumentLists
        return !isCut
    }

    func end(_ name: XMLName) -> Bool {
        guard name.namespace == .document else { return true }
        switch name {
        case "lvl":
            if let level, let list {
                lists[list]?.overrides[level.number] = level.level
            } else if let level, let definition {
                definitions[definition]?.levels[level.number] = level.level
            }
            level = nil
        case "lvlOverride": override = nil
        case "abstractNum": definition = nil
        case "num": list = nil
        default: break
        }
        return true
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { true }
}
