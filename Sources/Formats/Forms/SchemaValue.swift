// SPDX-License-Identifier: Apache-2.0

/// A value of a JSON Schema.
indirect enum SchemaValue: Sendable, Hashable {
    case object([String: SchemaValue])
    case array([SchemaValue])
    case string(String)
    case integer(Int)
    case flag(Bool)
}

extension SchemaValue: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
    init(stringLiteral value: String) { self = .string(value) }
    init(dictionaryLiteral elements: (String, SchemaValue)...) { self = .object(Dictionary(elements) { $1 }) }
    init(arrayLiteral elements: SchemaValue...) { self = .array(elements) }
    init(booleanLiteral value: Bool) { self = .flag(value) }
    init(integerLiteral value: Int) { self = .integer(value) }

    init(_ texts: [String]) { self = .array(texts.map { .string($0) }) }

    /// The same object with more members; another value stays as it is.
    func adding(_ members: [String: SchemaValue]) -> SchemaValue {
        guard case .object(let own) = self else { return self }
        return .object(own.merging(members) { $1 })
    }
}

extension SchemaValue: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .object(let members): try container.encode(members)
        case .array(let items): try container.encode(items)
        case .string(let text): try container.encode(text)
        case .integer(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        }
    }
}
