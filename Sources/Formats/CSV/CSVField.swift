// SPDX-License-Identifier: Apache-2.0

/// The position of one field in a CSV file.
struct CSVField {
    /// The offset of its first byte, inside the quotes if it has them.
    var start: Int32
    /// The offset behind its last byte.
    var end: Int32
    /// The line of its first character, the quote if it has one.
    var line: Int32
    var column: Int32
    var isQuoted = false
    /// Whether its text differs from its bytes: it holds `""` for a quote, or `_x000D_` for a line end.
    var isEscaped = false
}
