// SPDX-License-Identifier: Apache-2.0

/// The keys of a group of YAML, of which each is known: a slip in a key would leave its example out in silence.
struct KnownKeys<Key: RawRepresentable & CaseIterable> where Key.RawValue == String {
    private let container: KeyedDecodingContainer<AnyKey>

    init(_ decoder: any Decoder) throws {
        container = try decoder.container(keyedBy: AnyKey.self)
        let known = Set(Key.allCases.map(\.rawValue))
        for key in container.allKeys where !known.contains(key.stringValue) {
            throw DecodingError.dataCorruptedError(
                forKey: key,
                in: container,
                debugDescription: "unknown key `\(key.stringValue)`"
            )
        }
    }

    func decode<Value: Decodable>(_ key: Key) throws -> Value {
        try container.decode(Value.self, forKey: AnyKey(stringValue: key.rawValue))
    }

    func decodeIfPresent<Value: Decodable>(_ key: Key) throws -> Value? {
        try container.decodeIfPresent(Value.self, forKey: AnyKey(stringValue: key.rawValue))
    }
}

/// A key of any name.
struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
