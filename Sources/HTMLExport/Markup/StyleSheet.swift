// SPDX-License-Identifier: Apache-2.0

package import Geometry

/// A style sheet: rules that are written in the source of the program, and properties whose values are typed.
///
/// Values from files come into it as properties only, so that none of them can end a declaration or the element.
package struct StyleSheet: Sendable {
    private(set) var bytes = MarkupBytes()

    package init() {}

    /// The sheet in UTF-8, for a file of its own.
    package var text: [UInt8] { bytes.bytes }

    /// The value of a property.
    package enum Value: Sendable {
        case colour(Colour)
        /// In units of the size of the document's text.
        case rem(Double)
        case number(Double)
        case percent(Double)
        case word(StaticString)
        /// A family of fonts, and what is taken where a reader does not have it.
        case family(String, fallback: StaticString)
    }

    /// Adds rules as they are.
    package mutating func add(_ rules: StaticString) { bytes.append(rules) }

    /// Adds a rule of properties.
    package mutating func add(_ selector: StaticString, _ properties: [(StaticString, Value)]) {
        bytes.append(selector)
        bytes.append("{")
        for (name, value) in properties {
            bytes.append(name)
            bytes.append(":")
            append(value)
            bytes.append(";")
        }
        bytes.append("}\n")
    }

    /// Adds rules that hold under a condition.
    package mutating func add(media condition: StaticString, _ add: (inout StyleSheet) -> Void) {
        bytes.append("@media ")
        bytes.append(condition)
        bytes.append("{")
        add(&self)
        bytes.append("}\n")
    }

    private mutating func append(_ value: Value) {
        switch value {
        case .colour(let colour): bytes.append(escaping: colour.description)
        case .rem(let number):
            bytes.append(number)
            bytes.append("rem")
        case .number(let number): bytes.append(number)
        case .percent(let number):
            bytes.append(number)
            bytes.append("%")
        case .word(let word): bytes.append(word)
        case .family(let name, let fallback):
            bytes.append("'")
            // Nothing but letters, digits and a few marks is in the names of fonts; the rest could end the string or the element.
            for byte in name.utf8 where byte >= 0x80 || Self.isPlain(byte) { bytes.append(byte: byte) }
            bytes.append("',")
            bytes.append(fallback)
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
