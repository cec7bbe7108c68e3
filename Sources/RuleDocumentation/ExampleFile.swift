// SPDX-License-Identifier: Apache-2.0

import Formats

/// What an example has in a file: a text, or something of which a file is made.
package enum ExampleFile: Sendable, YAMLReadable {
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

    /// Reads it; a key that is not known is an error.
    init(_ value: YAMLValue) throws(UnreadableValue) {
        if let text = value.text {
            self = .text(text.string)
            return
        }
        let keys = try KnownKeys<Key>(value)
        if let base64: String = try keys.readIfPresent(.base64) {
            self = .base64(base64)
        } else if let sheets: [ExampleSheet] = try keys.readIfPresent(.workbook) {
            self = .workbook(sheets)
        } else if let document: ExampleDocument = try keys.readIfPresent(.document) {
            self = .document(document)
        } else if let size: [Int] = try keys.readIfPresent(.picture), size.count == 2 {
            self = .picture(width: size[0], height: size[1])
        } else {
            self = .repeated(try keys.read(.repeated))
        }
    }

    /// The text that can be shown, or `nil` for what is made.
    package var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// A sheet of a workbook; a cell that begins with `<` is an element `c`.
package struct ExampleSheet: Sendable, YAMLReadable {
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

    /// Reads it; a key that is not known is an error.
    init(_ value: YAMLValue) throws(UnreadableValue) {
        let keys = try KnownKeys<Key>(value)
        name = try keys.read(.name)
        rows = try keys.read(.rows)
        state = try keys.readIfPresent(.state)
        rowAttributes = try keys.readIfPresent(.rowAttributes) ?? [:]
        head = try keys.readIfPresent(.head) ?? ""
        tail = try keys.readIfPresent(.tail) ?? ""
        comments = try keys.readIfPresent(.comments)
        drawing = try keys.readIfPresent(.drawing)
    }
}

/// A Word document; a paragraph that begins with `<` is an element.
package struct ExampleDocument: Sendable, YAMLReadable {
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

    /// Reads it; a key that is not known is an error.
    init(_ value: YAMLValue) throws(UnreadableValue) {
        let keys = try KnownKeys<Key>(value)
        body = try keys.read(.body)
        styles = try keys.readIfPresent(.styles) ?? ""
        footnotes = try keys.readIfPresent(.footnotes) ?? ""
        comments = try keys.readIfPresent(.comments) ?? ""
        head = try keys.readIfPresent(.head) ?? ""
        foot = try keys.readIfPresent(.foot) ?? ""
        parts = try keys.readIfPresent(.parts) ?? [:]
        links = try keys.readIfPresent(.links) ?? [:]
    }
}

/// A text that is long by repetition, as one that breaks a limit is.
package struct RepeatedText: Sendable, YAMLReadable {
    /// What stands before, what is repeated, and what stands after it.
    package var text: String

    private enum Key: String, CaseIterable { case before, each, times, after }

    /// Reads it; a key that is not known is an error.
    init(_ value: YAMLValue) throws(UnreadableValue) {
        let keys = try KnownKeys<Key>(value)
        let each: String = try keys.read(.each)
        let before: String = try keys.readIfPresent(.before) ?? ""
        let after: String = try keys.readIfPresent(.after) ?? ""
        text = before + String(repeating: each, count: try keys.read(.times)) + after
    }
}
