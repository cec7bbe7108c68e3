// SPDX-License-Identifier: Apache-2.0

/// Makes workbooks of Office Open XML for tests, also such as no good program makes.
///
/// ```
/// var workbook = WorkbookBuilder()
/// workbook.sheets = [.init("Actions", [["unit", "due"], ["sport", .number("40268", "dd/mm/yyyy")]])]
/// let bytes = workbook.bytes
/// ```
package struct WorkbookBuilder {
    /// A cell.
    package enum Cell: ExpressibleByStringLiteral {
        case blank
        /// A text among those that cells share.
        case text(String)
        /// A number as it is stored, in a number format.
        case number(String, String = "General")
        /// An element `c`, with `REF` for the name of the cell and `STYLE(format)` for the number of a format.
        case raw(String)

        package init(stringLiteral text: String) { self = text.isEmpty ? .blank : .text(text) }
    }

    /// A sheet.
    package struct Sheet {
        package var name: String
        package var rows: [[Cell]]
        package var state = "visible"
        /// Attributes of rows, by their numbers from one.
        package var rowAttributes: [Int: String] = [:]
        /// XML before and behind the cells.
        package var head = ""
        package var tail = ""
        /// The part of its comments, of the older kind, and of threaded ones.
        package var comments: String?
        package var threadedComments: String?
        /// Elements in the part of what is drawn over its cells.
        package var drawing: String?

        package init(_ name: String, _ rows: [[Cell]]) {
            self.name = name
            self.rows = rows
        }
    }

    /// A text box over a cell, whose column and row are counted from zero.
    package static func textBox(_ words: String, column: Int, row: Int) -> String {
        """
        <xdr:twoCellAnchor><xdr:from><xdr:col>\(column)</xdr:col><xdr:colOff>120</xdr:colOff><xdr:row>\(row)</xdr:row></xdr:from>\
        <xdr:to><xdr:col>9</xdr:col><xdr:row>9</xdr:row></xdr:to><xdr:sp><xdr:txBody><a:p><a:r><a:t>\(escaped(words))</a:t></a:r></a:p>\
        </xdr:txBody></xdr:sp></xdr:twoCellAnchor>
        """
    }

    package var sheets: [Sheet] = []
    /// Elements `font` behind the first, which is plain; a format `FONT1 General` has the second.
    package var fonts: [String] = []
    package var countsFrom1904 = false
    package var isStrict = false
    /// Elements `si` before those of the cells.
    package var sharedStrings: [String] = []
    /// Whether cells have names.
    package var namesCells = true
    /// Parts that take the place of others, by their paths.
    package var parts: [String: String] = [:]

    package init(_ sheets: [Sheet] = []) { self.sheets = sheets }

    /// Text as XML has it.
    package static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    /// The name of a column.
    package static func letters(_ column: Int) -> String {
        column > 26
            ? letters((column - 1) / 26) + letters((column - 1) % 26 + 1)
            : String(Character(Unicode.Scalar(UInt8(64 + column))))
    }

    /// The file.
    package var bytes: [UInt8] { StoredZip.bytes(of: files.map { ($0.path, Array($0.text.utf8)) }) }

    /// Its parts, in order.
    package var files: [(path: String, text: String)] {
        var formats = ["General"]
        var strings = sharedStrings
        var indices: [String: Int] = [:]
        let sheetParts = sheets.map { part(of: $0, formats: &formats, strings: &strings, indices: &indices) }
        var files = [
            ("[Content_Types].xml", OfficeParts.contentTypes),
            ("_rels/.rels", office.relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", workbook),
            (
                "xl/_rels/workbook.xml.rels",
                office.relationships(
                    sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
                        + [("rId901", "styles", "styles.xml"), ("rId902", "sharedStrings", "/xl/sharedStrings.xml")]
                )
            ),
            ("xl/styles.xml", styles(formats)),
            (
                "xl/sharedStrings.xml",
                "\(OfficeParts.declaration)<sst xmlns=\"\(main)\">\(strings.joined())</sst>"
            ),
        ]
        for (index, sheet) in sheets.enumerated() {
            files.append(("xl/worksheets/sheet\(index + 1).xml", sheetParts[index]))
            var own: [(String, String, String)] = []
            if let comments = sheet.comments {
                own.append(("rId1", "comments", "../comments\(index + 1).xml"))
                files.append(("xl/comments\(index + 1).xml", comments))
            }
            if let comments = sheet.threadedComments {
                own.append(("rId2", "threadedComment", "../threadedComments/threadedComment\(index + 1).xml"))
                files.append(("xl/threadedComments/threadedComment\(index + 1).xml", comments))
            }
            if let drawing = sheet.drawing {
                own.append(("rId3", "drawing", "../drawings/drawing\(index + 1).xml"))
                let names = """
                    xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" \
                    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
                    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
                    """
                files.append(("xl/drawings/drawing\(index + 1).xml", "<xdr:wsDr \(names)>\(drawing)</xdr:wsDr>"))
            }
            if !own.isEmpty {
                files.append(("xl/worksheets/_rels/sheet\(index + 1).xml.rels", office.relationships(own)))
            }
        }
        files.removeAll { parts[$0.0] != nil }
        return files.map { (path: $0.0, text: $0.1) }
            + parts.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }.map { (path: $0.key, text: $0.value) }
    }

    private var office: OfficeParts { OfficeParts(isStrict: isStrict) }

    private var main: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
            : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    }

    private var workbook: String {
        let sheets = sheets.enumerated().map { index, sheet in
            """
            <sheet name="\(Self.escaped(sheet.name))" sheetId="\(index + 1)" state="\(sheet.state)" r:id="rId\(index + 1)"/>
            """
        }
        return """
            \(OfficeParts.declaration)<workbook xmlns="\(main)" xmlns:r="\(office.namespace)"><workbookPr\
            \(countsFrom1904 ? " date1904=\"1\"" : "")/><sheets>\(sheets.joined())</sheets></workbook>
            """
    }

    private func styles(_ formats: [String]) -> String {
        var codes: [String] = []
        var cells: [String] = []
        for (index, format) in formats.enumerated() {
            var code = format
            var font = 0
            if format.hasPrefix("FONT") {
                font = Int(format.dropFirst(4).prefix(1)) ?? 0
                code = String(format.dropFirst(6))
            }
            // `#14` is the format of that number that every workbook has.
            let number = code.hasPrefix("#!") ? String(code.dropFirst(2)) : "\(164 + index)"
            if !code.hasPrefix("#!") {
                codes.append("<numFmt numFmtId=\"\(number)\" formatCode=\"\(Self.escaped(code))\"/>")
            }
            cells.append("<xf numFmtId=\"\(number)\" fontId=\"\(font)\" applyNumberFormat=\"1\"/>")
        }
        return """
            \(OfficeParts.declaration)<styleSheet xmlns="\(main)"><numFmts>\(codes.joined())</numFmts><fonts><font/>\
            \(fonts.joined())</fonts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>\(cells.joined())</cellXfs>\
            </styleSheet>
            """
    }

    private func part(
        of sheet: Sheet,
        formats: inout [String],
        strings: inout [String],
        indices: inout [String: Int]
    ) -> String {
        func style(_ format: String) -> Int {
            if let known = formats.firstIndex(of: format) { return known }
            formats.append(format)
            return formats.count - 1
        }
        var rows = ""
        for (number, row) in sheet.rows.enumerated() {
            rows += "<row r=\"\(number + 1)\" \(sheet.rowAttributes[number + 1] ?? "")>"
            for (column, cell) in row.enumerated() {
                let name = namesCells ? "r=\"\(Self.letters(column + 1))\(number + 1)\"" : ""
                switch cell {
                case .blank: if !namesCells { rows += "<c/>" }
                case .text(let text):
                    let element = "<si><t xml:space=\"preserve\">\(Self.escaped(text))</t></si>"
                    let index = indices[element] ?? strings.count
                    if indices[element] == nil { strings.append(element) }
                    indices[element] = index
                    rows += "<c \(name) t=\"s\"><v>\(index)</v></c>"
                case .number(let value, let format):
                    rows += "<c \(name) s=\"\(style(format))\"><v>\(value)</v></c>"
                case .raw(var element):
                    while let start = element.firstRange(of: "STYLE("),
                        let end = element[start.upperBound...].firstRange(of: ")STYLE")
                    {
                        let number = "\(style(String(element[start.upperBound..<end.lowerBound])))"
                        element.replaceSubrange(start.lowerBound..<end.upperBound, with: number)
                    }
                    rows += element.replacing("REF", with: name)
                }
            }
            rows += "</row>"
        }
        return """
            \(OfficeParts.declaration)<worksheet xmlns="\(main)" xmlns:r="\(office.namespace)">\(sheet.head)<sheetData>\(rows)</sheetData>\
            \(sheet.tail)</worksheet>
            """
    }
}
