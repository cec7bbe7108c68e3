// SPDX-License-Identifier: Apache-2.0

/// Makes Word documents for tests, also such as no good program makes.
///
/// ```
/// var document = WordDocumentBuilder()
/// document.body = WordDocumentBuilder.paragraph("Progress", style: "Heading1")
/// let bytes = document.bytes
/// ```
package struct WordDocumentBuilder {
    /// The elements of the body.
    package var body = ""
    /// Elements `style` beside the usual ones.
    package var styles = ""
    /// Elements `footnote`.
    package var footnotes = ""
    /// Elements `comment`.
    package var comments = ""
    /// The paragraphs at the head and the foot of each page.
    package var head = ""
    package var foot = ""
    /// Addresses by the ids of references.
    package var links: [(id: String, address: String)] = []
    /// Pictures by the ids of references.
    package var pictures: [(id: String, name: String, bytes: [UInt8])] = []
    package var isStrict = false
    /// The path of the main part.
    package var main = "word/document.xml"
    /// Parts that take the place of others, by their paths.
    package var parts: [String: String] = [:]

    package init(_ body: String = "") { self.body = body }

    // MARK: - Elements

    /// A run of text that looks the same.
    package static func run(_ text: String, _ properties: String = "") -> String {
        let look = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
        return "<w:r>\(look)<w:t xml:space=\"preserve\">\(WorkbookBuilder.escaped(text))</w:t></w:r>"
    }

    /// A paragraph of one text.
    package static func paragraph(_ text: String, style: String? = nil, _ properties: String = "") -> String {
        paragraph(runs: text.isEmpty ? "" : run(text), style: style, properties)
    }

    /// A paragraph of runs.
    package static func paragraph(runs: String, style: String? = nil, _ properties: String = "") -> String {
        let style = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
        return "<w:p><w:pPr>\(style)\(properties)</w:pPr>\(runs)</w:p>"
    }

    /// An item of a list: 1 has bullets, 2 and 3 have numbers, 4 has numbers of sections, 5 has letters.
    package static func item(_ text: String, list: Int, level: Int = 0) -> String {
        paragraph(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
    }

    /// A table of paragraphs.
    package static func table(_ rows: [[String]]) -> String {
        let cells = rows.map { row in
            row.map { "<w:tc><w:tcPr/>\($0.hasPrefix("<") ? $0 : paragraph($0))</w:tc>" }.joined()
        }
        return "<w:tbl><w:tblPr/>\(cells.map { "<w:tr>\($0)</w:tr>" }.joined())</w:tbl>"
    }

    /// A picture in a paragraph.
    package static func picture(_ id: String, alternativeText: String, isDecorative: Bool = false) -> String {
        let decorative =
            isDecorative
            ? "<a:extLst><a:ext><adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>"
            : ""
        return """
            <w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">\
            <wp:docPr id="1" name="Picture 1" descr="\(WorkbookBuilder.escaped(alternativeText))">\(decorative)</wp:docPr>\
            <a:graphic><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">\
            <pic:blipFill><a:blip r:embed="\(id)"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
            """
    }

    // MARK: - Parts

    /// The file.
    package var bytes: [UInt8] {
        StoredZip.bytes(
            of: files.map { ($0.path, Array($0.text.utf8)) } + pictures.map { ("word/media/\($0.name)", $0.bytes) }
        )
    }

    private var office: OfficeParts { OfficeParts(isStrict: isStrict) }

    private var namespaces: String {
        let main =
            isStrict
            ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
            : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        return """
            xmlns:w="\(main)" xmlns:r="\(office.namespace)" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
            xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
            """
    }

    private func part(_ name: String, _ content: String) -> String {
        "\(OfficeParts.declaration)<w:\(name) \(namespaces)>\(content)</w:\(name)>"
    }

    /// Its parts that are XML, in order.
    package var files: [(path: String, text: String)] {
        let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
        let name = main.dropFirst(folder.count)
        var own = [("rId901", "styles", "styles.xml"), ("rId902", "numbering", "/\(folder)numbering.xml")]
        var files = [
            ("[Content_Types].xml", OfficeParts.contentTypes),
            ("_rels/.rels", office.relationships([("rId1", "officeDocument", main)])),
            (main, part("document", "<w:body>\(body)<w:sectPr/></w:body>")),
            ("\(folder)styles.xml", part("styles", Self.usualStyles + styles)),
            ("\(folder)numbering.xml", part("numbering", Self.usualLists)),
        ]
        let others = [
            ("footnotes", "footnotes", footnotes), ("comments", "comments", comments), ("header", "hdr", head),
            ("footer", "ftr", foot),
        ]
        for (type, element, content) in others where !content.isEmpty {
            own.append(("rId\(type)", type, "\(type)1.xml"))
            files.append(("\(folder)\(type)1.xml", part(element, content)))
        }
        own += links.map { ($0.id, "hyperlink", $0.address) } + pictures.map { ($0.id, "image", "media/\($0.name)") }
        files.append(("\(folder)_rels/\(name).rels", office.relationships(own)))
        files.removeAll { parts[$0.0] != nil }
        return files.map { (path: $0.0, text: $0.1) }
            + parts.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }.map { (path: $0.key, text: $0.value) }
    }

    private static func style(_ id: String, _ name: String, _ content: String = "", type: String = "paragraph")
        -> String
    {
        """
        <w:style w:type="\(type)" w:styleId="\(id)"\(id == "Normal" ? " w:default=\"1\"" : "")><w:name w:val="\(name)"/>\
        \(id == "Normal" || type == "character" ? "" : "<w:basedOn w:val=\"Normal\"/>")\(content)</w:style>
        """
    }

    private static let usualStyles =
        style("Normal", "Normal")
        + (1...4).map { level in
            style(
                "Heading\(level)",
                "heading \(level)",
                "<w:pPr><w:outlineLvl w:val=\"\(level - 1)\"/></w:pPr><w:rPr><w:b/></w:rPr>"
            )
        }.joined()
        + style("Quote", "Quote", "<w:rPr><w:i/></w:rPr>") + style("Exempt", "Exempt") + style("Title", "Title")
        + style("Caption", "caption") + style("ListParagraph", "List Paragraph")
        + style("ListContinue", "List Continue")
        + style("ListBullet", "List Bullet", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>")
        + style("Strong", "Strong", "<w:rPr><w:b/></w:rPr>", type: "character")
        + style("Emphasis", "Emphasis", "<w:rPr><w:i/></w:rPr>", type: "character")
        + style("Mono", "Bold text", "<w:rPr><w:b/></w:rPr>")
        + style("ExemptChar", "Exempt Char", type: "character") + style("Confidential", "Confidential")

    private static let usualLists: String = {
        func level(_ number: Int, _ format: String, _ text: String) -> String {
            """
            <w:lvl w:ilvl="\(number)"><w:start w:val="1"/><w:numFmt w:val="\(format)"/><w:lvlText w:val="\(text)"/></w:lvl>
            """
        }
        func definition(_ id: Int, _ levels: String) -> String {
            "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels)</w:abstractNum>"
        }
        func list(_ id: Int, _ definition: Int, _ more: String = "") -> String {
            "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(definition)\"/>\(more)</w:num>"
        }
        return definition(1, level(0, "bullet", "•") + level(1, "bullet", "o") + level(2, "decimal", "%3."))
            + definition(2, level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)"))
            + definition(4, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2"))
            + definition(5, level(0, "lowerLetter", "%1)"))
            + list(1, 1) + list(2, 2)
            + list(3, 2, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>")
            + list(4, 4) + list(5, 5)
    }()
}
