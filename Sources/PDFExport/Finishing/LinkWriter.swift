// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import Typesetting

/// Writes link annotations, and the named destinations of the paper.
struct LinkWriter {
    let pages: [Page]
    let content: MarkedContent
    let numbers: ObjectNumbers

    /// - Throws: an ``ExportError`` for a link without a destination.
    func write(to writer: inout PDFFileWriter) throws(ExportError) {
        try writeDestinations(to: &writer)
        let known = Set(pages.flatMap { $0.destinations.map(\.anchor) })
        for (index, annotation) in content.annotations.enumerated() {
            if case .anchor(let anchor) = annotation.area.target, !known.contains(anchor) {
                throw ExportError("a link leads to a place that is nowhere")
            }
            try writer.write(numbers.annotation(index)) { bytes in write(annotation, index, to: &bytes) }
        }
    }

    /// Writes a link annotation that is printed, has no border, and has a description of its target (ISO 14289-1, 7.18).
    private func write(_ annotation: MarkedContent.Annotation, _ index: Int, to bytes: inout PDFBytes) {
        bytes.append("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
        bytes.append(annotation.area.rectangle, on: pages[annotation.page].size)
        bytes.append("]/P")
        bytes.append(reference: numbers.page(annotation.page))
        bytes.append("/StructParent ")
        bytes.append(content.brackets.count + index)
        bytes.append("/Contents")
        bytes.append(text: annotation.area.contents)
        switch annotation.area.target {
        case .address(let address):
            bytes.append("/A<</Type/Action/S/URI/URI")
            bytes.append(string: address.percentEncoded)
            bytes.append(">>")
        case .anchor(let anchor):
            bytes.append("/Dest")
            bytes.append(string: anchor.utf8)
        }
        bytes.append(">>")
    }

    private func writeDestinations(to writer: inout PDFFileWriter) throws(ExportError) {
        var names = NameTree()
        for (index, page) in pages.enumerated() {
            for destination in page.destinations {
                names.add(destination.anchor.utf8) { bytes in
                    bytes.append("[")
                    bytes.append(numbers.page(index))
                    bytes.append(" 0 R/XYZ ")
                    bytes.append(destination.point.x)
                    bytes.append(byte: 0x20)
                    bytes.append(page.size.height - destination.point.y)
                    bytes.append(" null]")
                }
            }
        }
        try writer.write(numbers.destinations) { bytes throws(ExportError) in try names.write(to: &bytes) }
    }
}

extension String {
    /// An address in which every byte that RFC 3986 does not allow, and every quote and bracket, is escaped.
    fileprivate var percentEncoded: [UInt8] {
        var encoded: [UInt8] = []
        for byte in utf8 {
            if byte.isAllowedInAddress {
                encoded.append(byte)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += Array("%\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8)
            }
        }
        return encoded
    }
}

extension UInt8 {
    /// Whether a byte is one of RFC 3986, sections 2.2 and 2.3, and not a quote or a parenthesis; a percent sign begins what is already
    /// escaped.
    fileprivate var isAllowedInAddress: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: allowedMarks.contains(self)
        }
    }
}

private let allowedMarks = Set("-._~:/?#@!$&*+,;=%[]".utf8)
