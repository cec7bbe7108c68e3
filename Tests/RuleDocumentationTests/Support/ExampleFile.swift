// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// What an example has in a file: a text, or something of which a file is made.
enum ExampleFile: Decodable, Sendable {
    case text(String)
    /// What is not text, or too long to be written out.
    case made([UInt8])

    private enum Key: String, CaseIterable { case base64, workbook, document, picture, repeated }

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self = .text(text)
            return
        }
        let keys = try KnownKeys<Key>(decoder)
        if let base64: String = try keys.decodeIfPresent(.base64) {
            self = .made(Array(Data(base64Encoded: base64) ?? Data()))
        } else if let sheets: [ExampleSheet] = try keys.decodeIfPresent(.workbook) {
            self = .made(WorkbookBuilder(sheets.map(\.sheet)).bytes)
        } else if let document: ExampleDocument = try keys.decodeIfPresent(.document) {
            self = .made(document.document.bytes)
        } else if let size: [Int] = try keys.decodeIfPresent(.picture), size.count == 2 {
            self = .made(PNGFile(width: size[0], height: size[1], colour: [20, 71, 95]).bytes)
        } else {
            let repeated: RepeatedText = try keys.decode(.repeated)
            self = .made(Array(repeated.text.utf8))
        }
    }

    /// What can be shown.
    var text: String? { if case .text(let text) = self { text } else { nil } }

    /// What cannot.
    var bytes: [UInt8]? { if case .made(let bytes) = self { bytes } else { nil } }
}

/// A sheet of a workbook; a cell that begins with `<` is an element `c`.
private struct ExampleSheet: Decodable {
    var sheet: WorkbookBuilder.Sheet

    private enum Key: String, CaseIterable {
        case name, rows, state, rowAttributes = "row-attributes", head, tail, comments, drawing
    }

    init(from decoder: any Decoder) throws {
        let keys = try KnownKeys<Key>(decoder)
        let rows: [[String]] = try keys.decode(.rows)
        sheet = WorkbookBuilder.Sheet(
            try keys.decode(.name),
            rows.map { $0.map { $0.hasPrefix("<c ") ? .raw($0) : WorkbookBuilder.Cell(stringLiteral: $0) } }
        )
        sheet.state = try keys.decodeIfPresent(.state) ?? "visible"
        sheet.rowAttributes = try keys.decodeIfPresent(.rowAttributes) ?? [:]
        sheet.head = try keys.decodeIfPresent(.head) ?? ""
        sheet.tail = try keys.decodeIfPresent(.tail) ?? ""
        sheet.comments = try keys.decodeIfPresent(.comments)
        sheet.drawing = try keys.decodeIfPresent(.drawing)
    }
}

/// A Word document; a paragraph that begins with `<` is an element.
private struct ExampleDocument: Decodable {
    var document: WordDocumentBuilder

    private enum Key: String, CaseIterable { case body, styles, footnotes, comments, head, foot, parts, links }

    init(from decoder: any Decoder) throws {
        let keys = try KnownKeys<Key>(decoder)
        let body: [String] = try keys.decode(.body)
        document = WordDocumentBuilder(
            body.map { $0.hasPrefix("<") ? $0 : WordDocumentBuilder.paragraph($0) }.joined()
        )
        document.styles = try keys.decodeIfPresent(.styles) ?? ""
        document.footnotes = try keys.decodeIfPresent(.footnotes) ?? ""
        document.comments = try keys.decodeIfPresent(.comments) ?? ""
        document.head = try keys.decodeIfPresent(.head) ?? ""
        document.foot = try keys.decodeIfPresent(.foot) ?? ""
        document.parts = try keys.decodeIfPresent(.parts) ?? [:]
        let links: [String: String] = try keys.decodeIfPresent(.links) ?? [:]
        document.links = links.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

/// A text that is long by repetition, as one that breaks a limit is.
private struct RepeatedText: Decodable {
    var text: String

    private enum Key: String, CaseIterable { case before, each, times, after }

    init(from decoder: any Decoder) throws {
        let keys = try KnownKeys<Key>(decoder)
        let each: String = try keys.decode(.each)
        let before: String = try keys.decodeIfPresent(.before) ?? ""
        let after: String = try keys.decodeIfPresent(.after) ?? ""
        text = before + String(repeating: each, count: try keys.decode(.times)) + after
    }
}
