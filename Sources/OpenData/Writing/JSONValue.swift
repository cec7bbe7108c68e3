// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import FoundationEssentials

/// A value of a JSON document.
enum JSONValue: Sendable, Hashable {
    case object([String: JSONValue])
    case array([JSONValue])
    case string(String)
    /// In plain decimal digits, which the document has as they are: never by way of a binary number.
    case number(String)
    case flag(Bool)
    case null

    /// The document of the value, its keys in alphabetical order, which ends its last line.
    var bytes: [UInt8] { Array((JSONText(self, isPretty: true).description + "\n").utf8) }

    /// A text, or `null`.
    init(_ text: String?) { self = text.map { .string($0) } ?? .null }

    init(_ value: DataValue) {
        switch value {
        case .text(let text): self = .string(text)
        case .number(let digits): self = .number(digits)
        case .flag(let flag): self = .flag(flag)
        case .none: self = .null
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
    ExpressibleByBooleanLiteral
{
    init(stringLiteral value: String) { self = .string(value) }
    init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(Dictionary(elements) { $1 }) }
    init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension JSONValue: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .object(let members): try container.encode(members)
        case .array(let items): try container.encode(items)
        case .string(let text): try container.encode(text)
        case .number(let digits): try container.encode(Decimal(string: digits))
        case .flag(let flag): try container.encode(flag)
        case .null: try container.encodeNil()
        }
    }
}
