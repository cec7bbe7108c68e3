// SPDX-License-Identifier: Apache-2.0

/// Something that must hold of any input and does not.
package struct BrokenInvariant: Error, CustomStringConvertible {
    package var description: String
}

/// - Throws: a ``BrokenInvariant`` where a condition does not hold.
func require(_ condition: Bool, _ what: @autoclosure () -> String) throws {
    if !condition { throw BrokenInvariant(description: what()) }
}
