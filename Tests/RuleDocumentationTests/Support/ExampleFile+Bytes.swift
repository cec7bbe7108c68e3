// SPDX-License-Identifier: Apache-2.0

import Foundation
import RuleDocumentation
import TestSupport

extension ExampleFile {
    /// What is in the file.
    var bytes: [UInt8] {
        switch self {
        case .text(let text): Array(text.utf8)
        case .base64(let text): Array(Data(base64Encoded: text) ?? Data())
        case .workbook(let sheets): WorkbookBuilder(sheets.map(\.sheet)).bytes
        case .document(let document): document.builder.bytes
        case .picture(let width, let height): PNGFile(width: width, height: height, colour: [20, 71, 95]).bytes
        case .repeated(let repeated): Array(repeated.text.utf8)
        }
    }
}

extension ExampleSheet {
    fileprivate var sheet: WorkbookBuilder.Sheet {
        var sheet = WorkbookBuilder.Sheet(
            name,
            rows.map { $0.map { $0.hasPrefix("<c ") ? .raw($0) : WorkbookBuilder.Cell(stringLiteral: $0) } }
        )
        sheet.state = state ?? "visible"
        sheet.rowAttributes = rowAttributes
        sheet.head = head
        sheet.tail = tail
        sheet.comments = comments
        sheet.drawing = drawing
        return sheet
    }
}

extension ExampleDocument {
    fileprivate var builder: WordDocumentBuilder {
        var builder = WordDocumentBuilder(
            body.map { $0.hasPrefix("<") ? $0 : WordDocumentBuilder.paragraph($0) }.joined()
        )
        builder.styles = styles
        builder.footnotes = footnotes
        builder.comments = comments
        builder.head = head
        builder.foot = foot
        builder.parts = parts
        builder.links = links.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return builder
    }
}
