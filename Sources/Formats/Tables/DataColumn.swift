// SPDX-License-Identifier: Apache-2.0

/// A column of a table that officers fill in, declared once for its reader, its diagnostics and its hints.
package struct DataColumn: Sendable {
    /// The name in the table's first row.
    package let name: String
    /// What the column holds, in one phrase.
    package let meaning: String
    /// Whether a table without the column is an error.
    package let isRequired: Bool

    /// A column that a table may have, or must have.
    package init(_ name: String, required: Bool = false, _ meaning: String) {
        self.name = name
        self.isRequired = required
        self.meaning = meaning
    }

    /// The same column, which a table may also do without.
    package var optional: DataColumn { DataColumn(name, meaning) }
}
