// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// A value of a JSON document that is put together as it is written: a schema, the data of a round.
///
/// What has a type of its own with the members that JSON has is `Encodable` instead.
package enum JSONValue: Sendable, Hashable {
    case object([String: JSONValue])
    case array([JSONValue])
    case string(String)
    /// In plain decimal digits, which the document has as they are: never by way of a binary number.
    case number(String)
    case flag(Bool)
    case null

    /// A list of texts.
    package init(_ texts: [String]) { self = .array(texts.map { .string($0) }) }

    /// A text, or `null`.
    package init(_ text: String?) { self = text.map { .string($0) } ?? .null }

    /// A whole number.
    package init(_ number: Int) { self = .number(String(number)) }

    /// The document of the value, its keys in alphabetical order, which ends its last line.
    package var text: String { JSONText(self, isPretty: true).description + "\n" }

    /// The same object with more members; another value stays as it is.
    package func adding(_ members: [String: JSONValue]) -> JSONValue {
        guard case .object(let own) = self else { return self }
        return .object(own.merging(members) { $1 })
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
    /// A text.
    package init(stringLiteral value: String) { self = .string(value) }
    /// An object; of two members with one name, the last.
    package init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(Dictionary(elements) { $1 }) }
    /// An array.
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// `true` or `false`.
    package init(booleanLiteral value: Bool) { self = .flag(value) }
    /// A whole number.
    package init(integerLiteral value: Int) { self.init(value) }
}

extension JSONValue: Encodable {
    package func encode(to encoder: any Encoder) throws {
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
