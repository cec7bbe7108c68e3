// SPDX-License-Identifier: Apache-2.0

/// An attribute of an element, whose value is escaped where it is written.
///
/// There is one function for each attribute that a document can have; its type says what the value is.
package struct Attribute: Sendable {
    enum Value: Sendable {
        case word(StaticString)
        case words([StaticString])
        case text(String)
        case number(Int)
        case decimal(Double)
        case percent(Double)
        case numbers([Double])
        case id(ElementID)
        case ids([ElementID])
        case address(Address)
        case paint(ElementID)
        case png([UInt8])
    }

    let name: StaticString
    let value: Value

    private init(_ name: StaticString, _ value: Value) {
        self.name = name
        self.value = value
    }
}

extension Attribute {
    /// The name of the element, to which links lead and other elements refer.
    package static func id(_ id: ElementID) -> Attribute { Attribute("id", .id(id)) }
    /// Names in the style sheet.
    package static func `class`(_ names: StaticString...) -> Attribute { Attribute("class", .words(names)) }
    /// Names in the style sheet, in one array.
    package static func `class`(_ names: [StaticString]) -> Attribute { Attribute("class", .words(names)) }
    /// A BCP 47 tag.
    package static func language(_ tag: String) -> Attribute { Attribute("lang", .text(tag)) }
    /// The expansion of an abbreviation, on its `abbr` element.
    package static func title(_ text: String) -> Attribute { Attribute("title", .text(text)) }
    /// Where a link leads.
    package static func link(to address: Address) -> Attribute { Attribute("href", .address(address)) }
    /// Makes what is no link or control reachable by the Tab key.
    package static func tabStop() -> Attribute { Attribute("tabindex", .number(0)) }

    // MARK: Metadata

    /// How the bytes of the document are read.
    package static func utf8() -> Attribute { Attribute("charset", .word("utf-8")) }
    /// What a `meta` element says.
    package static func name(_ name: StaticString) -> Attribute { Attribute("name", .word(name)) }
    /// What is said by a `meta` element of a name.
    package static func content(_ text: String) -> Attribute { Attribute("content", .text(text)) }

    /// What a `meta` element says in place of a field of the HTTP response.
    package static func httpField(_ name: StaticString) -> Attribute { Attribute("http-equiv", .word(name)) }

    // MARK: Times and controls

    /// The moment or day that a `time` element means (RFC 3339).
    package static func moment(_ stamp: String) -> Attribute { Attribute("datetime", .text(stamp)) }
    /// Keeps an element from being shown until a program shows it.
    package static func hidden() -> Attribute { Attribute("hidden", .word("")) }
    /// Whether a control that stays pressed is pressed.
    package static func isPressed(_ isPressed: Bool) -> Attribute {
        Attribute("aria-pressed", .word(isPressed ? "true" : "false"))
    }

    /// The node of the block that an element is written for, for a preview.
    static func node(_ index: Int) -> Attribute { Attribute("data-node", .number(index)) }

    // MARK: Pages of a server

    /// What a `link` element leads to.
    package static func relation(_ word: StaticString) -> Attribute { Attribute("rel", .word(word)) }
    /// Where a picture or a program comes from.
    package static func source(_ address: Address) -> Attribute { Attribute("src", .address(address)) }
    /// Has a picture be loaded only when it comes near the window.
    package static func lazy() -> Attribute { Attribute("loading", .word("lazy")) }
    /// Marks the link to the page that is shown.
    package static func isCurrentPage() -> Attribute { Attribute("aria-current", .word("page")) }
    /// Which state of the round a page shows, for its program.
    package static func generation(_ name: String) -> Attribute { Attribute("data-generation", .text(name)) }
    /// Which paper a page shows, for its program.
    package static func subject(_ name: String) -> Attribute { Attribute("data-subject", .text(name)) }
    /// Where the program of a page hears of changes.
    package static func events(_ address: Address) -> Attribute { Attribute("data-events", .address(address)) }
    /// Where the program of a page finds the places in which its passages were written.
    package static func places(_ address: Address) -> Attribute { Attribute("data-places", .address(address)) }

    // MARK: Lists, tables and pictures

    /// The number of the first item of a numbered list.
    package static func start(_ number: Int) -> Attribute { Attribute("start", .number(number)) }
    /// The form of a list's numbers, or the media type of what a link leads to.
    package static func type(_ word: StaticString) -> Attribute { Attribute("type", .word(word)) }
    /// What a header cell names: `row`, `col` or `rowgroup`.
    package static func scope(_ word: StaticString) -> Attribute { Attribute("scope", .word(word)) }
    /// The header cells that name a cell.
    package static func headers(_ ids: [ElementID]) -> Attribute { Attribute("headers", .ids(ids)) }
    /// How many columns a cell covers.
    package static func columnSpan(_ count: Int) -> Attribute { Attribute("colspan", .number(count)) }
    /// How many rows a cell covers.
    package static func rowSpan(_ count: Int) -> Attribute { Attribute("rowspan", .number(count)) }
    /// What is read out in place of a picture; empty for decoration.
    package static func alternativeText(_ text: String) -> Attribute { Attribute("alt", .text(text)) }
    /// The picture itself, so that the document needs no other file.
    package static func source(png bytes: [UInt8]) -> Attribute { Attribute("src", .png(bytes)) }
    /// The width of a picture, by which a browser leaves room for it before it is decoded.
    package static func width(_ pixels: Int) -> Attribute { Attribute("width", .number(pixels)) }
    /// The height of a picture, for the same.
    package static func height(_ pixels: Int) -> Attribute { Attribute("height", .number(pixels)) }

    // MARK: WAI-ARIA

    /// What an element is to a screen reader, where its own name does not say it.
    package static func role(_ role: StaticString) -> Attribute { Attribute("role", .word(role)) }
    /// What an element is called where nothing in the document says it.
    package static func label(_ text: String) -> Attribute { Attribute("aria-label", .text(text)) }
    /// The elements whose words are the name of an element.
    package static func labelled(by ids: [ElementID]) -> Attribute { Attribute("aria-labelledby", .ids(ids)) }
    /// The level of a heading that is one by its role.
    package static func level(_ number: Int) -> Attribute { Attribute("aria-level", .number(number)) }
    /// Keeps what repeats the words beside it from screen readers.
    package static func hiddenFromReaders() -> Attribute { Attribute("aria-hidden", .word("true")) }

    // MARK: SVG

    static func viewBox(_ numbers: [Double]) -> Attribute { Attribute("viewBox", .numbers(numbers)) }
    /// Stretches a drawing to its element.
    static func stretched() -> Attribute { Attribute("preserveAspectRatio", .word("none")) }
    static func x(_ value: Double) -> Attribute { Attribute("x", .decimal(value)) }
    static func y(_ value: Double) -> Attribute { Attribute("y", .decimal(value)) }
    static func x(percent value: Double) -> Attribute { Attribute("x", .percent(value)) }
    static func wide(_ value: Double) -> Attribute { Attribute("width", .decimal(value)) }
    static func high(_ value: Double) -> Attribute { Attribute("height", .decimal(value)) }
    static func wide(percent value: Double) -> Attribute { Attribute("width", .percent(value)) }
    static func high(percent value: Double) -> Attribute { Attribute("height", .percent(value)) }
    static func centre(x: Double) -> Attribute { Attribute("cx", .decimal(x)) }
    static func centre(y: Double) -> Attribute { Attribute("cy", .decimal(y)) }
    static func radius(_ value: Double) -> Attribute { Attribute("r", .decimal(value)) }
    static func points(_ numbers: [Double]) -> Attribute { Attribute("points", .numbers(numbers)) }
    static func drawing(_ commands: StaticString) -> Attribute { Attribute("d", .word(commands)) }
    static func patternUnits(_ word: StaticString) -> Attribute { Attribute("patternUnits", .word(word)) }
    static func anchor(_ word: StaticString) -> Attribute { Attribute("text-anchor", .word(word)) }
    /// Fills with a pattern of the document.
    static func fill(_ pattern: ElementID) -> Attribute { Attribute("fill", .paint(pattern)) }
}

extension MarkupBytes {
    /// Appends an attribute, with a space before it.
    mutating func append(_ attribute: Attribute) {
        append(" ")
        append(attribute.name)
        append("=\"")
        switch attribute.value {
        case .word(let word): append(word)
        case .words(let words):
            for (index, word) in words.enumerated() {
                if index > 0 { append(" ") }
                append(word)
            }
        case .text(let text): append(escaping: text)
        case .number(let number): append(number)
        case .decimal(let number): append(number)
        case .percent(let number):
            append(number)
            append("%")
        case .numbers(let numbers):
            for (index, number) in numbers.enumerated() {
                if index > 0 { append(" ") }
                append(number)
            }
        case .id(let id): append(id)
        case .ids(let ids):
            for (index, id) in ids.enumerated() {
                if index > 0 { append(" ") }
                append(id)
            }
        case .address(let address): append(address)
        case .paint(let id):
            append("url(#")
            append(id)
            append(")")
        case .png(let bytes):
            append("data:image/png;base64,")
            append(base64: bytes)
        }
        append("\"")
    }
}
