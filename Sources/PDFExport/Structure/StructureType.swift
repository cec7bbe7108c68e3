// SPDX-License-Identifier: Apache-2.0

/// The standard structure types that papers are made of (ISO 32000-1, 14.8.4), by their names in the file.
enum StructureType: String, Sendable, Hashable {
    case document = "Document"
    case section = "Sect"
    case heading1 = "H1"
    case heading2 = "H2"
    case heading3 = "H3"
    case heading4 = "H4"
    case heading5 = "H5"
    case heading6 = "H6"
    case paragraph = "P"
    case quotation = "BlockQuote"
    case list = "L"
    case listItem = "LI"
    case label = "Lbl"
    case listBody = "LBody"
    case contents = "TOC"
    case contentsItem = "TOCI"
    case reference = "Reference"
    case link = "Link"
    case span = "Span"
    case note = "Note"
    /// A figure with its caption, which readers that say a figure's alternative text would pass over if it were inside the figure.
    case division = "Div"
    case caption = "Caption"
    case figure = "Figure"
    case table = "Table"
    case tableHead = "THead"
    case tableBody = "TBody"
    case tableRow = "TR"
    case headerCell = "TH"
    case dataCell = "TD"

    /// The type of a heading, or `nil` for a level that PDF does not have.
    init?(headingLevel level: Int) {
        guard (1...6).contains(level) else { return nil }
        self.init(rawValue: "H\(level)")
    }

    /// The level of a heading, from one; `nil` for any other type.
    var headingLevel: Int? {
        switch self {
        case .heading1: 1
        case .heading2: 2
        case .heading3: 3
        case .heading4: 4
        case .heading5: 5
        case .heading6: 6
        default: nil
        }
    }
}
