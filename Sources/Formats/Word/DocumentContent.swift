// SPDX-License-Identifier: Apache-2.0

import UnicodeText

/// A paragraph of a document, before it is known what it is for.
struct DocumentParagraph {
    /// A part of what runs along its lines.
    struct Piece {
        enum Content {
            case text([UInt8])
            case lineBreak
            /// A footnote or an endnote by its id.
            case note(String)
            case picture(Picture)
        }

        var content: Content
        var look = RunProperties()
        /// The link that it is in, by its place among those of the document.
        var link: Int?
        /// Whether it is in a content control that shows what it asks for.
        var isPrompt = false
    }

    /// A picture in the text.
    struct Picture {
        /// What the document calls its file.
        var relationship: String
        /// What it shows; empty if that is not said.
        var description: String
        var isDecorative: Bool
    }

    /// Counted from one, with empty ones and those in tables.
    var number: Int
    var properties = ParagraphProperties()
    var pieces: [Piece] = []
    /// Whether it begins a page: it has a page break before its words, or the property `w:pageBreakBefore`.
    var startsPage = false
    /// Whether the next paragraph begins a page: this one has a page break after some of its words.
    var endsPage = false

    /// Whether it says nothing and shows nothing.
    var isEmpty: Bool {
        pieces.allSatisfy { piece in
            switch piece.content {
            case .text(let bytes): bytes.allSatisfy { $0 <= 0x20 } || String(decoding: bytes, as: UTF8.self).isBlank
            case .lineBreak: true
            case .note, .picture: false
            }
        }
    }
}

/// A table of a document.
struct DocumentTable {
    struct Cell {
        enum Merge { case none, first, further }

        var paragraphs: [DocumentParagraph] = []
        /// How many columns it covers.
        var span = 1
        var merge = Merge.none
    }

    struct Row {
        var cells: [Cell] = []
        var isHeader = false
        /// Columns before the first cell and behind the last that it leaves out.
        var gap = 0
    }

    /// The paragraph at which it begins.
    var number: Int
    var rows: [Row] = []
}

/// The paragraphs and tables of a document's body, in order.
enum DocumentItem {
    case paragraph(DocumentParagraph)
    case table(DocumentTable)
}

/// Something in a document that is no text of it.
enum DocumentEvent: Equatable {
    case trackedChange
    case comment(String)
    case textBox
    case drawing
    case embeddedObject
    case equation
    case otherDocument
    case nestedTable
    case struckOut
    case hiddenText
    case contents
    case symbol(font: String, code: String)
    case pictureElsewhere
    case hiddenRow
    case rubyText
    /// A field of a kind whose result is not stored.
    case emptyField(String)
}
