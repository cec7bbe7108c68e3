// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// JSON that is the same for the same value, so that it can be digested.
enum StableJSON {
    static func write(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A value of ours has nothing that JSON cannot hold.
        return (try? encoder.encode(value)).map { Array($0) } ?? []
    }

    static func read<Value: Decodable>(_ bytes: [UInt8]) -> Value? {
        try? JSONDecoder().decode(Value.self, from: Data(bytes))
    }
}
