// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// The properties of a document, the same in its information dictionary and in its metadata.
struct DocumentInformation {
    let title: String
    let author: String
    let subject: String
    /// The language, as a BCP 47 tag.
    let language: String
    let date: DocumentDate
    let part: ArchivalPart
    /// The name of the program.
    let tool = "Cleardays"

    init(_ properties: Paper.Properties, date: DocumentDate, part: ArchivalPart = .two) {
        title = properties.title
        author = properties.creator
        subject = properties.subject
        language = properties.language
        self.date = date
        self.part = part
    }

    /// The information dictionary (ISO 32000-1, 14.3.3).
    func write(to bytes: inout PDFBytes) {
        bytes.append("<</Title")
        bytes.append(text: title)
        for (key, value) in [("/Author", author), ("/Subject", subject)] as [(StaticString, String)]
        where !value.isEmpty {
            bytes.append(key)
            bytes.append(text: value)
        }
        bytes.append("/Creator")
        bytes.append(text: tool)
        bytes.append("/Producer")
        bytes.append(text: tool)
        bytes.append("/CreationDate")
        bytes.append(text: date.pdf)
        bytes.append("/ModDate")
        bytes.append(text: date.pdf)
        bytes.append(">>")
    }

    /// The metadata as an XMP packet (ISO 16684-1), with the claims of conformance, and the schema that PDF/A requires for the claim of
    /// PDF/UA, which it does not know (ISO 19005-2 and ISO 19005-3, 6.6.2.3).
    var packet: String {
        let author =
            author.isEmpty ? "" : "<dc:creator><rdf:Seq><rdf:li>\(author.escaped)</rdf:li></rdf:Seq></dc:creator>\n"
        let subject = subject.isEmpty ? "" : "<dc:description>\(alternative(subject))</dc:description>\n"
        return """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
              xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
              xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
              xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
              xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <dc:format>application/pdf</dc:format>
            <dc:title>\(alternative(title))</dc:title>
            \(author)\(subject)<dc:language><rdf:Bag><rdf:li>\(language.escaped)</rdf:li></rdf:Bag></dc:language>
            <pdf:Producer>\(tool)</pdf:Producer>
            <xmp:CreatorTool>\(tool)</xmp:CreatorTool>
            <xmp:CreateDate>\(date.iso8601)</xmp:CreateDate>
            <xmp:ModifyDate>\(date.iso8601)</xmp:ModifyDate>
            <xmp:MetadataDate>\(date.iso8601)</xmp:MetadataDate>
            <pdfaid:part>\(part == .two ? 2 : 3)</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            <rdf:Description rdf:about=""
              xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
              xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
              xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Which part of ISO 14289 the file conforms to</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """
    }

    private func alternative(_ text: String) -> String {
        "<rdf:Alt><rdf:li xml:lang=\"x-default\">\(text.escaped)</rdf:li></rdf:Alt>"
    }
}

extension String {
    /// Escaped for the text of an XML element, without the control characters that XML 1.0 cannot hold.
    fileprivate var escaped: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\u{FFFE}", "\u{FFFF}": break
            default:
                if scalar.value >= 0x20 || scalar.value == 9 || scalar.value == 10 {
                    escaped.unicodeScalars.append(scalar)
                }
            }
        }
        return escaped
    }
}
