// SPDX-License-Identifier: Apache-2.0

/// A heading in the outline of a PDF viewer.
package struct OutlineEntry: Sendable, Hashable {
    /// From one, never more than one deeper than the entry before it.
    package var level: Int
    package var title: String
    package var anchor: String
}
