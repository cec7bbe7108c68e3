// SPDX-License-Identifier: Apache-2.0

/// How wide a column of a table is to be.
package enum ColumnWidth: Sendable, Hashable {
    /// Worked out from what the column holds.
    case solved
    /// A wish: this share of what the columns with shares have together.
    case share(Double)
    /// A promise.
    case fixed(Length)
}

/// At which side of its measure text is set.
package enum HorizontalAlignment: String, Sendable, Hashable, CaseIterable {
    case left, centre, right
    /// At the right, figures with their decimal marks under one another.
    case decimal
}
