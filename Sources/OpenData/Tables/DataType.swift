// SPDX-License-Identifier: Apache-2.0

/// What the cells of a column can hold.
enum DataType: Sendable, Hashable {
    /// Words in the council's language.
    case text
    /// An identifier, or another text of no language.
    case code
    /// One of some identifiers.
    case choice([String])
    /// A text of a form, by a regular expression of the whole cell.
    case form(String)
    case decimal
    case count
    case flag
    /// A day, as ISO 8601 writes it.
    case date

    /// Whether its cells are text, which a spreadsheet may take for a formula.
    var isText: Bool {
        switch self {
        case .text, .code, .choice, .form: true
        case .decimal, .count, .flag, .date: false
        }
    }
}
