// SPDX-License-Identifier: Apache-2.0

import CCairo
import Geometry
import PaperTree
package import TextShaping
package import Typesetting

/// Writes a paper as a PDF file.
///
/// - Throws: an ``ExportError`` for a failure of Cairo, or a file from Cairo that is not what is known of it.
package func exportPDF(_ paper: TypesetPaper, shaper: TextShaper) throws(ExportError) -> [UInt8] {
    let drawn = try drawPDF(paper, shaper: shaper)
    return try PDFFinisher(drawn).finished(language: paper.properties.language)
}

/// What Cairo makes of the pages.
private func drawPDF(_ paper: TypesetPaper, shaper: TextShaper) throws(ExportError) -> [UInt8] {
    let sink = ByteSink()
    let size = paper.pages.first?.size ?? .a4
    do {
        let surface = cairo_pdf_surface_create_for_stream(
            ByteSink.write,
            sink.closure,
            size.width.points,
            size.height.points
        )
        let canvas = try Canvas(owning: surface, shaper: shaper)
        cairo_pdf_surface_restrict_to_version(canvas.surface, CAIRO_PDF_VERSION_1_5)
        let painter = PagePainter(canvas: canvas)
        for page in paper.pages {
            cairo_pdf_surface_set_size(canvas.surface, page.size.width.points, page.size.height.points)
            cairo_pdf_surface_set_page_label(canvas.surface, String(page.number))
            try painter.paint(page)
            tag(page, on: canvas)
            cairo_show_page(canvas.context)
        }
        setMetadata(paper.properties, on: canvas)
        addOutline(paper.outline, to: canvas)
        try canvas.check("writing the PDF")
        cairo_surface_finish(canvas.surface)
        try canvas.check("finishing the PDF")
    }
    return sink.bytes
}

/// Makes links and the places that they lead to.
private func tag(_ page: Page, on canvas: Canvas) {
    for destination in page.destinations {
        let attributes = """
            name='\(destination.anchor.destinationName)' \
            x=\(destination.point.x.decimal) y=\(destination.point.y.decimal)
            """
        cairo_tag_begin(canvas.context, CAIRO_TAG_DEST, attributes)
        cairo_tag_end(canvas.context, CAIRO_TAG_DEST)
    }
    for case .link(let link) in page.items {
        let area = link.rectangle
        let rectangle = """
            rect=[\(area.origin.x.decimal) \(area.origin.y.decimal) \
            \(area.size.width.decimal) \(area.size.height.decimal)]
            """
        let target =
            switch link.target {
            case .address(let address): "uri='\(address.percentEncoded)'"
            case .anchor(let anchor): "dest='\(anchor.destinationName)'"
            }
        cairo_tag_begin(canvas.context, CAIRO_TAG_LINK, "\(rectangle) \(target)")
        cairo_tag_end(canvas.context, CAIRO_TAG_LINK)
    }
}

/// What the document says of itself; the paper's own day stands in for the clock.
private func setMetadata(_ properties: Paper.Properties, on canvas: Canvas) {
    let entries: [(cairo_pdf_metadata_t, String)] = [
        (CAIRO_PDF_METADATA_TITLE, properties.title),
        (CAIRO_PDF_METADATA_AUTHOR, properties.creator),
        (CAIRO_PDF_METADATA_SUBJECT, properties.subject),
        (CAIRO_PDF_METADATA_CREATOR, "Cleardays"),
        (CAIRO_PDF_METADATA_CREATE_DATE, properties.date + "T00:00:00Z"),
        (CAIRO_PDF_METADATA_MOD_DATE, properties.date + "T00:00:00Z"),
    ]
    for (key, value) in entries { cairo_pdf_surface_set_metadata(canvas.surface, key, value) }
}

/// Nests the headings, however deep the first of them is.
private func addOutline(_ outline: [TypesetPaper.OutlineEntry], to canvas: Canvas) {
    var parents: [(level: Int, id: Int32)] = []
    for entry in outline {
        while let last = parents.last, last.level >= entry.level { parents.removeLast() }
        let id = cairo_pdf_surface_add_outline(
            canvas.surface,
            parents.last?.id ?? CAIRO_PDF_OUTLINE_ROOT,
            entry.title,
            "dest='\(entry.anchor.destinationName)'",
            entry.level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(rawValue: 0)
        )
        parents.append((entry.level, id))
    }
}

extension Length {
    /// Points to three decimals, as Cairo reads numbers whatever the locale.
    fileprivate var decimal: String {
        let thousandths = (units * 1000 + (units < 0 ? -512 : 512)) / 1024
        let fraction = String(abs(thousandths) % 1000)
        let padded = String(repeating: "0", count: 3 - fraction.count) + fraction
        return "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1000).\(padded)"
    }
}

extension String {
    /// Only what cannot end Cairo's attribute or PDF's string: an anchor's letters, digits and hyphens.
    fileprivate var destinationName: String {
        String(utf8.map { $0.isUnreserved ? Character(UnicodeScalar($0)) : "-" })
    }

    /// An address with every byte that RFC 3986 does not allow, and every quote and bracket, escaped: Cairo 1.16 writes
    /// addresses into the file as they are.
    fileprivate var percentEncoded: String {
        var encoded = ""
        for byte in utf8 {
            if byte.isUnreserved || Array(":/?#@!$&*+,;=%[]".utf8).contains(byte) {
                encoded.append(Character(UnicodeScalar(byte)))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return encoded
    }
}

extension UInt8 {
    /// RFC 3986, section 2.3.
    fileprivate var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
