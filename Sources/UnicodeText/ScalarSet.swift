// SPDX-License-Identifier: Apache-2.0

/// A set of characters that a text is searched for: those of ASCII are found by their bits, and not hashed.
package struct ScalarSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var others: Set<Unicode.Scalar> = []

    package init() {}

    /// Adds a character.
    package mutating func insert(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case ..<64: low |= 1 << UInt64(scalar.value)
        case ..<128: high |= 1 << UInt64(scalar.value - 64)
        default: others.insert(scalar)
        }
    }

    /// Whether a character is in the set.
    package func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<64: low >> UInt64(scalar.value) & 1 == 1
        case ..<128: high >> UInt64(scalar.value - 64) & 1 == 1
        default: others.contains(scalar)
        }
    }
}
