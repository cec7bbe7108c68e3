// SPDX-License-Identifier: Apache-2.0

/// What an example has in a file: a text, or something of which a file is made.
package enum ExampleFile: Decodable, Sendable {
    case text(String)
    /// Bytes that are no text.
    case base64(String)
    case workbook([ExampleSheet])
    case document(ExampleDocument)
    /// A picture of one colour, by its width and height.
    case picture(width: Int, height: Int)
    /// A text that is too long to be written out.
    case repeated(RepeatedText)

    private enum Key: String, CaseIterable { case base64, workbook, document, picture, repeated }

    /// Decodes it; a key that is not known is an error.
    package init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self = .text(text)
            return
        }
        let keys = try KnownKeys<Key>(decoder)
        if let base64: String = try keys.decodeIfPresent(.base64) {
            self = .base64(base64)
        } else if let sheets: [ExampleSheet] = try keys.decodeIfPresent(.workbook) {
            self = .workbook(sheets)
        } else if let document: ExampleDocument = try keys.decodeIfPresent(.document) {
            self = .document(document)
        } else if let size: [Int] = try keys.decodeIfPresent(.picture), size.count == 2 {
            self = .picture(width: size[0], height: size[1])
        } else {
            self = .repeated(try keys.decode(.repeated))
        }
    }

    /// The text that can be shown, or `nil` for what is made.
    package var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// A sheet of a workbook; a cell that begins with `<` is an element `c`.
package struct ExampleSheet: Decodable, Sendable {
    /// What its tab says.
    package var name: String
    /// The texts of its cells, row by row.
    package var rows: [[String]]
    /// `hidden` or `veryHidden`, or `nil` for one that is seen.
    package var state: String?
    /// Attributes of elements `row`, such as `hidden="1"`, by the number of the row.
    package var rowAttributes: [Int: String]
    /// Elements before the rows.
    package var head: String
    /// Elements behind the rows.
    package var tail: String
    /// The part with comments on its cells, or `nil` if there is none.
    package var comments: String?
    /// The part with its text boxes and pictures, or `nil` if there is none.
    package var drawing: String?

    private enum Key: String, CaseIterable {
        case name, rows, state, rowAttributes = "row-attributes", head, tail, comments, drawing
    }

    /// Decodes it; a key that is not known is an error.
    package init(from decoder: any Decoder) throws {
        let keys = try KnownKeys<Key>(decoder)
        name = try keys.decode(.name)
        rows = try keys.decode(.rows)
        state = try keys.decodeIfPresent(.state)
        rowAttributes = try keys.decodeIfPresent(.rowAttributes) ?? [:]
        head = try keys.decodeIfPresent(.head) ?? ""
        tail = try keys.decodeIfPresent(.tail) ?? ""
        comments = try keys.decodeIfPresent(.comments)
        drawing = try keys.decodeIfPresent(.drawing)
    }
}

/// A Word document; a paragraph that begins with `<` is an element.
package struct ExampleDocument: Decodable, Sendable {
    /// Its paragraphs.
    package var body: [String]
    /// Elements `w:style`.
    package var styles: String
    /// Elements `w:footnote`.
    package var footnotes: String
    /// Elements `w:comment`.
    package var comments: String
    /// Elements of the head of its pages.
    package var head: String
    /// Elements of the foot of its pages.
    package var foot: String
    /// Further parts, by their paths in the package.
    package var parts: [String: String]
    /// Addresses by the ids of references.
    package var links: [String: String]

    private enum Key: String, CaseIterable { case body, styles, footnotes, comments, head, foot, parts, links }

    /// Decodes it; a key that is not known is an error.
    package init(from decoder: any Decoder) throws {
        let keys = try KnownKeys<Key>(decoder)
        body = try keys.decode(.body)
        styles = try keys.decodeIfPresent(.styles) ?? ""
        footnotes = try keys.decodeIfPresent(.footnotes) ?? ""
        comments = try keys.decodeIfPresent(.comments) ?? ""
        head = try keys.decodeIfPresent(.head) ?? ""
        foot = try keys.decodeIfPresent(.foot) ?? ""
        parts = try keys.decodeIfPresent(.parts) ?? [:]
        links = try keys.decodeIfPresent(.links) ?? [:]
    }
}

/// A text that is long by repetition, as one that breaks a limit is.
package struct RepeatedText: Decodable, Sendable {
    /// What stands before, what is repeated, and what stands after it.
    package var text: String

    private enum Key: String, CaseIterable { case before, each, times, after }

    /// Decodes it; a key that is not known is an error.
    package init(from decoder: any Decoder) throws {
        let keys = try KnownKeys<Key>(decoder)
        let each: String = try keys.decode(.each)
        let before: String = try keys.decodeIfPresent(.before) ?? ""
        let after: String = try keys.decodeIfPresent(.after) ?? ""
        text = before + String(repeating: each, count: try keys.decode(.times)) + after
    }
}
