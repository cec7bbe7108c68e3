// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Typesetting

/// An element of the structure tree.
struct StructureElement {
    /// The attributes of an element, for assistive technology.
    enum Attributes: Hashable {
        case none
        case list(ListNumbering)
        case cell(CellAttributes)
        /// What words are in another language, or abbreviated (ISO 32000-1, 14.9.2 and 14.9.5).
        case span(Span.Property)
    }

    /// How the items of a list are marked (ISO 32000-1, table 347).
    enum ListNumbering: String, Hashable {
        /// By words.
        case none = "None"
        case disc = "Disc"
        case decimal = "Decimal"
        case lowerAlpha = "LowerAlpha"
    }

    /// The spans and the headers of a cell (ISO 32000-1, table 349).
    struct CellAttributes: Hashable {
        /// The cells that a header cell names; `nil` for a data cell.
        var scope: TableHeaders.Scope?
        var rowSpan = 1
        var columnSpan = 1
        /// The range of its headers in ``StructureTree/headers``.
        var headers: Range<Int> = 0..<0
    }

    var type: StructureType
    /// The index of its parent; its own index for the document.
    var parent: Int
    /// The index after its last descendant: elements are in reading order, each before its descendants.
    var end: Int
    /// The owner of the text that is drawn for the element itself, or `nil` if there is none.
    var owner: Owner?
    /// The digest of the text that must be drawn; `nil` if the tree does not know the words, as for the marker of a list item.
    var words: TextDigest?
    /// The node whose number identifies the element, for header cells and notes.
    var identifier: NodeID?
    /// What is said in place of what is drawn, for a figure (Alt).
    var alternativeText: String?
    var attributes = Attributes.none
}

extension TableHeaders.Scope {
    /// The name of the scope in a PDF file.
    var name: String {
        switch self {
        case .row: "Row"
        case .column: "Column"
        }
    }
}
