// SPDX-License-Identifier: Apache-2.0

/// Where one field of a CSV file stands.
struct CSVField {
    /// The first byte of what it holds, inside the quotes if it has them.
    var start: Int32
    /// The byte behind what it holds.
    var end: Int32
    /// Of the field's first character, the quote if it has one.
    var line: Int32
    var column: Int32
    var isQuoted = false
    /// Whether it holds `""` for a quote.
    var holdsDoubledQuotes = false
}
