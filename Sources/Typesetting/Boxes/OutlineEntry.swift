// SPDX-License-Identifier: Apache-2.0

/// A heading in the outline of a PDF viewer.
package struct OutlineEntry: Sendable, Hashable {
    /// From one, never more than one deeper than the entry before it.
    package var level: Int
    /// The number and the words of the heading.
    package var title: String
    /// The anchor of the heading.
    package var anchor: String
}
