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
    package static func id(_ id: ElementID) -> Attribute { Attribute("id", .id(id)) }
    /// Names in the style sheet.
    package static func `class`(_ names: StaticString...) -> Attribute { Attribute("class", .words(names)) }
    package static func `class`(_ names: [StaticString]) -> Attribute { Attribute("class", .words(names)) }
    /// A BCP 47 tag.
    package static func language(_ tag: String) -> Attribute { Attribute("lang", .text(tag)) }
    package static func link(to address: Address) -> Attribute { Attribute("href", .address(address)) }
    package static func tabStop() -> Attribute { Attribute("tabindex", .number(0)) }

    // MARK: Metadata

    package static func utf8() -> Attribute { Attribute("charset", .word("utf-8")) }
    package static func name(_ name: StaticString) -> Attribute { Attribute("name", .word(name)) }
    package static func content(_ text: String) -> Attribute { Attribute("content", .text(text)) }

    // MARK: Lists, tables and pictures

    package static func start(_ number: Int) -> Attribute { Attribute("start", .number(number)) }
    package static func type(_ word: StaticString) -> Attribute { Attribute("type", .word(word)) }
    package static func scope(_ word: StaticString) -> Attribute { Attribute("scope", .word(word)) }
    package static func headers(_ ids: [ElementID]) -> Attribute { Attribute("headers", .ids(ids)) }
    package static func columnSpan(_ count: Int) -> Attribute { Attribute("colspan", .number(count)) }
    package static func rowSpan(_ count: Int) -> Attribute { Attribute("rowspan", .number(count)) }
    package static func alternativeText(_ text: String) -> Attribute { Attribute("alt", .text(text)) }
    /// The picture itself, so that the document needs no other file.
    package static func source(png bytes: [UInt8]) -> Attribute { Attribute("src", .png(bytes)) }
    package static func width(_ pixels: Int) -> Attribute { Attribute("width", .number(pixels)) }
    package static func height(_ pixels: Int) -> Attribute { Attribute("height", .number(pixels)) }

    // MARK: WAI-ARIA

    package static func role(_ role: StaticString) -> Attribute { Attribute("role", .word(role)) }
    package static func label(_ text: String) -> Attribute { Attribute("aria-label", .text(text)) }
    package static func labelled(by ids: [ElementID]) -> Attribute { Attribute("aria-labelledby", .ids(ids)) }
    package static func level(_ number: Int) -> Attribute { Attribute("aria-level", .number(number)) }
    package static func hiddenFromReaders() -> Attribute { Attribute("aria-hidden", .word("true")) }

    // MARK: SVG

    package static func viewBox(_ numbers: [Double]) -> Attribute { Attribute("viewBox", .numbers(numbers)) }
    /// Stretches a drawing to its element.
    package static func stretched() -> Attribute { Attribute("preserveAspectRatio", .word("none")) }
    package static func x(_ value: Double) -> Attribute { Attribute("x", .decimal(value)) }
    package static func y(_ value: Double) -> Attribute { Attribute("y", .decimal(value)) }
    package static func x(percent value: Double) -> Attribute { Attribute("x", .percent(value)) }
    package static func wide(_ value: Double) -> Attribute { Attribute("width", .decimal(value)) }
    package static func high(_ value: Double) -> Attribute { Attribute("height", .decimal(value)) }
    package static func wide(percent value: Double) -> Attribute { Attribute("width", .percent(value)) }
    package static func high(percent value: Double) -> Attribute { Attribute("height", .percent(value)) }
    package static func centre(x: Double) -> Attribute { Attribute("cx", .decimal(x)) }
    package static func centre(y: Double) -> Attribute { Attribute("cy", .decimal(y)) }
    package static func radius(_ value: Double) -> Attribute { Attribute("r", .decimal(value)) }
    package static func points(_ numbers: [Double]) -> Attribute { Attribute("points", .numbers(numbers)) }
    package static func drawing(_ commands: StaticString) -> Attribute { Attribute("d", .word(commands)) }
    package static func patternUnits(_ word: StaticString) -> Attribute { Attribute("patternUnits", .word(word)) }
    package static func anchor(_ word: StaticString) -> Attribute { Attribute("text-anchor", .word(word)) }
    /// Fills with a pattern of the document.
    package static func fill(_ pattern: ElementID) -> Attribute { Attribute("fill", .paint(pattern)) }
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
