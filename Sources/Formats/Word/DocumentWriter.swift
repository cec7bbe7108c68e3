// SPDX-License-Identifier: Apache-2.0

package import Monitoring
package import WorkspaceFiles
import UnicodeText

/// Writes prose as a Word document with the styles that ``DocumentReader`` knows, the same bytes each time.
///
/// Officers get such a document to begin from. What is written is read again as the same prose, but for pictures and marks of notes.
package struct DocumentWriter {
    /// Sentences before the text that are shown and are no part of it, as what a form asks for is.
    private let guidance: [String]
    private var body = ""
    /// Addresses of links, in order.
    private var links: [String] = []
    /// Lists with numbers, by what they begin with.
    private var starts: [Int] = []

    private init(guidance: [String]) { self.guidance = guidance }

    /// The bytes of a document.
    ///
    /// - Parameter guidance: sentences that are shown before the text, and are no part of it.
    package static func bytes(of prose: Prose, guidance: [String] = []) throws(ZipWriter.Failure) -> [UInt8] {
        var writer = DocumentWriter(guidance: guidance)
        for sentence in guidance { writer.addGuidance(sentence) }
        writer.add(prose.blocks)
        var zip = try ZipWriter()
        for (path, text) in writer.parts { try zip.add(Array(text.utf8), at: path) }
        return try zip.finish()
    }

    // MARK: - Blocks

    /// The style of paragraphs in quotations and passages, and the level of lists in one another.
    private struct Surroundings {
        var style: String?
        var list: Int?
        var level = 0
    }

    private mutating func add(_ blocks: [Prose.Block], _ around: Surroundings = Surroundings()) {
        for block in blocks { add(block.content, around) }
    }

    private mutating func add(_ content: Prose.Content, _ around: Surroundings) {
        switch content {
        case .heading(let level, let inlines, let name):
            let mark = name.map { Prose.Inline.text(" {#\($0)}") }
            addParagraph(inlines + [mark].compactMap(\.self), style: "Heading\(min(level, 3))")
        case .paragraph(let inlines): addParagraph(inlines, style: around.style)
        case .list(let start, let items):
            var inner = around
            inner.level = around.list == nil ? 0 : around.level + 1
            inner.list = list(from: start)
            for item in items { add(item: item, inner) }
        case .quotation(let blocks): add(blocks, Surroundings(style: "Quote"))
        case .exempt(let exemption, let blocks):
            let numbers = exemption.paragraphs.sorted().map(String.init).joined(separator: ", ")
            addParagraph([.text("[!EXEMPT \(numbers)]")], style: "Exempt")
            add(blocks, Surroundings(style: "Exempt"))
        case .table(let header, let rows, let alignments): addTable([header] + rows, alignments)
        case .insertion(let name, let options):
            let options = options.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
            addParagraph([.text("{{> \(name)\(options.isEmpty ? "" : " ")\(options) }}")], style: nil)
        case .picture: break
        case .definitions(let definitions):
            for definition in definitions {
                addParagraph([.strong(definition.term)], style: around.style)
                for meaning in definition.meanings { addParagraph(meaning, style: around.style) }
            }
        case .pageBreak: body += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
        }
    }

    /// The number of a list: 1 for bullets.
    private mutating func list(from start: Int?) -> Int {
        guard let start else { return 1 }
        starts.append(start)
        return starts.count + 1
    }

    private mutating func add(item: [Prose.Block], _ around: Surroundings) {
        for (index, block) in item.enumerated() {
            if index == 0, case .paragraph(let inlines) = block.content {
                let style = around.style ?? (around.list == 1 ? "ListBullet" : "ListNumber")
                let numbering =
                    "<w:numPr><w:ilvl w:val=\"\(around.level)\"/><w:numId w:val=\"\(around.list ?? 1)\"/></w:numPr>"
                addParagraph(inlines, style: style, numbering)
            } else if case .paragraph(let inlines) = block.content {
                addParagraph(inlines, style: around.style ?? "ListContinue")
            } else {
                add(block.content, around)
            }
        }
    }

    private mutating func addTable(_ rows: [[[Prose.Inline]]], _ alignments: [Prose.Alignment]) {
        let width = 9_000 / max(1, alignments.count)
        let columns = alignments.map { _ in "<w:gridCol w:w=\"\(width)\"/>" }.joined()
        body +=
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>\(columns)</w:tblGrid>"
        for (number, row) in rows.enumerated() {
            body += number == 0 ? "<w:tr><w:trPr><w:tblHeader/></w:trPr>" : "<w:tr>"
            for (column, cell) in row.enumerated() {
                body += "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>"
                let alignment = column < alignments.count ? alignments[column] : .left
                let justification = alignment == .right ? "right" : alignment == .centre ? "center" : "left"
                let style = number == 0 ? "Tableheader" : nil
                addParagraph(cell, style: style, "<w:jc w:val=\"\(justification)\"/>")
                body += "</w:tc>"
            }
            body += "</w:tr>"
        }
        body += "</w:tbl>"
    }

    private mutating func addGuidance(_ sentence: String) {
        body += """
            <w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:p><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/>\
            </w:rPr><w:t>\(sentence.escapedForXML)</w:t></w:r></w:p></w:sdtContent></w:sdt>
            """
    }

    // MARK: - Paragraphs

    private mutating func addParagraph(_ inlines: [Prose.Inline], style: String?, _ properties: String = "") {
        let style = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
        body += "<w:p><w:pPr>\(style)\(properties)</w:pPr>"
        add(inlines, look: "")
        body += "</w:p>"
    }

    /// - Parameters:
    ///   - look: the elements of their look.
    ///   - language: the element `w:lang`, which the schema puts last (ISO/IEC 29500-1, CT_RPr).
    private mutating func add(_ inlines: [Prose.Inline], look: String, language: String = "") {
        let properties = look + language
        for inline in inlines {
            switch inline {
            case .text(let text): addRun("<w:t xml:space=\"preserve\">\(text.escapedForXML)</w:t>", properties)
            case .placeholder(let name, _):
                addRun("<w:t xml:space=\"preserve\">{{ \(name.escapedForXML) }}</w:t>", properties)
            case .note(let name, _): addRun("<w:t>[^\(name.escapedForXML)]</w:t>", properties)
            case .lineBreak: addRun("<w:br/>", properties)
            case .strong(let inner): add(inner, look: look + "<w:b/>", language: language)
            case .emphasis(let inner): add(inner, look: look + "<w:i/>", language: language)
            case .span(let tag, let inner): add(inner, look: look, language: "<w:lang w:val=\"\(tag.rawValue)\"/>")
            case .link(let destination, let inner, _):
                links.append(destination)
                body += "<w:hyperlink r:id=\"link\(links.count)\">"
                add(inner, look: look, language: language)
                body += "</w:hyperlink>"
            }
        }
    }

    private mutating func addRun(_ content: String, _ look: String) {
        body += "<w:r>\(look.isEmpty ? "" : "<w:rPr>\(look)</w:rPr>")\(content)</w:r>"
    }

    // MARK: - Parts

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packageFolder = "http://schemas.openxmlformats.org/package/2006"
    private static let namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"\(office)\""
    private static let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    private var parts: [(path: String, text: String)] {
        let kinds = ["document.main", "styles", "numbering"].map { kind in
            let part = kind == "document.main" ? "document" : kind
            return "<Override PartName=\"/word/\(part).xml\" ContentType=\"\(Self.kind).\(kind)+xml\"/>"
        }
        let links = links.enumerated().map { index, address in
            """
            <Relationship Id="link\(index + 1)" Type="\(Self.office)/hyperlink" Target="\(address.escapedForXML)" TargetMode="External"/>
            """
        }
        return [
            (
                "[Content_Types].xml",
                """
                \(Self.declaration)<Types xmlns="\(Self.packageFolder)/content-types"><Default Extension="rels" \
                ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
                ContentType="application/xml"/>\(kinds.joined())</Types>
                """
            ),
            ("_rels/.rels", relationships([("rId1", "officeDocument", "word/document.xml")], [])),
            (
                "word/document.xml",
                """
                \(Self.declaration)<w:document \(Self.namespaces)><w:body>\(body)<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>\
                <w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>\
                </w:sectPr></w:body></w:document>
                """
            ),
            (
                "word/_rels/document.xml.rels",
                relationships([("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml")], links)
            ),
            ("word/styles.xml", "\(Self.declaration)<w:styles \(Self.namespaces)>\(Self.styles)</w:styles>"),
            ("word/numbering.xml", "\(Self.declaration)<w:numbering \(Self.namespaces)>\(numbering)</w:numbering>"),
        ]
    }

    private func relationships(_ own: [(id: String, type: String, target: String)], _ more: [String]) -> String {
        let elements = own.map {
            "<Relationship Id=\"\($0.id)\" Type=\"\(Self.office)/\($0.type)\" Target=\"\($0.target)\"/>"
        }
        return """
            \(Self.declaration)<Relationships xmlns="\(Self.packageFolder)/relationships">\((elements + more).joined())</Relationships>
            """
    }

    /// Bullets, and a list for each that has numbers.
    private var numbering: String {
        func levels(_ format: String, _ text: (Int) -> String) -> String {
            (0..<9).map { level in
                """
                <w:lvl w:ilvl="\(level)"><w:start w:val="1"/><w:numFmt w:val="\(format)"/><w:lvlText w:val="\(text(level))"/>\
                <w:lvlJc w:val="left"/><w:pPr><w:ind w:left="\(360 * (level + 1))" w:hanging="360"/></w:pPr></w:lvl>
                """
            }.joined()
        }
        func definition(_ number: Int, _ levels: String) -> String {
            "<w:abstractNum w:abstractNumId=\"\(number)\"><w:multiLevelType w:val=\"hybridMultilevel\"/>\(levels)</w:abstractNum>"
        }
        let lists = starts.enumerated().map { index, start in
            let overrides = (0..<9).map {
                "<w:lvlOverride w:ilvl=\"\($0)\"><w:startOverride w:val=\"\(start)\"/></w:lvlOverride>"
            }
            return "<w:num w:numId=\"\(index + 2)\"><w:abstractNumId w:val=\"2\"/>\(overrides.joined())</w:num>"
        }
        return definition(1, levels("bullet") { _ in "•" }) + definition(2, levels("decimal") { "%\($0 + 1)." })
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>" + lists.joined()
    }

    private static func style(_ id: String, _ name: String, _ content: String, type: String = "paragraph") -> String {
        let isFirst = id == "Normal"
        let base =
            isFirst || type != "paragraph" ? "" : "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"\(next(of: id))\"/>"
        return """
            <w:style w:type="\(type)"\(isFirst ? " w:default=\"1\"" : "") w:styleId="\(id)"><w:name w:val="\(name)"/>\(base)\
            <w:qFormat/>\(content)</w:style>
            """
    }

    /// The style of the paragraph that one begins behind a paragraph: a list and a passage go on, a heading does not.
    private static func next(of id: String) -> String {
        id.hasPrefix("Heading") || id == "Caption" || id == "Tableheader" ? "Normal" : id
    }

    private static let styles: String = {
        let headings = [(1, 32), (2, 28), (3, 24)].map { level, size in
            style(
                "Heading\(level)",
                "heading \(level)",
                """
                <w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="\(level - 1)"/></w:pPr><w:rPr><w:b/>\
                <w:sz w:val="\(size)"/></w:rPr>
                """
            )
        }
        return """
            <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/>\
            <w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>
            """
                + style("Normal", "Normal", "") + headings.joined()
                + style("ListBullet", "List Bullet", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>")
                + style("ListNumber", "List Number", "")
                + style("ListContinue", "List Continue", "<w:pPr><w:ind w:left=\"360\"/></w:pPr>")
                + style("Quote", "Quote", "<w:pPr><w:ind w:left=\"567\" w:right=\"567\"/></w:pPr><w:rPr><w:i/></w:rPr>")
                + style(
                    "Exempt",
                    "Exempt",
                    """
                    <w:pPr><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="C00000"/></w:pBdr><w:shd w:val="clear" w:color="auto" \
                    w:fill="FDECEA"/><w:ind w:left="284"/></w:pPr>
                    """
                )
                + style("Caption", "caption", "<w:rPr><w:i/></w:rPr>")
                + style("Tableheader", "Table header", "<w:rPr><w:b/></w:rPr>")
                + style(
                    "PlaceholderText",
                    "Placeholder Text",
                    "<w:rPr><w:color w:val=\"666666\"/></w:rPr>",
                    type: "character"
                )
                + style(
                    "TableGrid",
                    "Table Grid",
                    "<w:tblPr><w:tblBorders>"
                        + ["top", "left", "bottom", "right", "insideH", "insideV"].map {
                            "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
                        }.joined() + "</w:tblBorders></w:tblPr>",
                    type: "table"
                )
    }()
}

extension String {
    /// The text as XML has it.
    fileprivate var escapedForXML: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
