// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Typesetting

/// An element of the structure tree: what a part of the paper is.
struct StructureElement {
    /// What assistive technology is told of an element besides its type.
    enum Attributes: Hashable {
        case none
        case list(ListNumbering)
        case cell(CellAttributes)
    }

    /// How the items of a list are marked (ISO 32000-1, table 347).
    enum ListNumbering: String, Hashable {
        /// By words of their own.
        case none = "None"
        case disc = "Disc"
        case decimal = "Decimal"
        case lowerAlpha = "LowerAlpha"
    }

    /// What a cell covers and what names it (ISO 32000-1, table 349).
    struct CellAttributes: Hashable {
        /// The cells that a header cell names; `nil` for a data cell.
        var scope: TableHeaders.Scope?
        var rowSpan = 1
        var columnSpan = 1
        /// Into ``StructureTree/headers``.
        var headers: Range<Int> = 0..<0
    }

    var type: StructureType
    /// The index of the element that it stands in; its own for the document.
    var parent: Int
    /// The index after its last descendant: elements stand in reading order, each before its descendants.
    var end: Int
    /// What is drawn for it, if anything is drawn for it and not for an element in it.
    var owner: Owner?
    /// What drawn text must say; nothing where the tree does not know the words, as for the mark of a list item.
    var words: TextDigest?
    /// The node that gives it an identifier by which others name it: header cells and notes have one.
    var identifier: NodeID?
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
