// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// A value as a JSON text (RFC 8259), its keys in alphabetical order, so that the same value is the same text.
package struct JSONText: Sendable, CustomStringConvertible {
    package let description: String

    /// - Parameter isPretty: whether every member is on a line of its own.
    package init(_ value: some Encodable, isPretty: Bool = false) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
        // Encoding fails only for numbers that are not finite; there are none here.
        description = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}
