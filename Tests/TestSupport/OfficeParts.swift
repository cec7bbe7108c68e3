// SPDX-License-Identifier: Apache-2.0

/// What workbooks and documents of Office Open XML have in common.
struct OfficeParts {
    var isStrict: Bool

    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    static let contentTypes = """
        \(declaration)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" \
        ContentType="application/xml"/></Types>
        """

    /// The namespace of references, with which the types of these begin.
    var namespace: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    }

    /// A part that says what another refers to; an address leads out of the file.
    func relationships(_ all: [(id: String, type: String, target: String)]) -> String {
        let elements = all.map {
            let mode = $0.type == "hyperlink" ? " TargetMode=\"External\"" : ""
            return """
                <Relationship Id="\($0.id)" Type="\(namespace)/\($0.type)" Target="\(WorkbookBuilder.escaped($0.target))"\(mode)/>
                """
        }
        return """
            \(Self.declaration)<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            \(elements.joined())</Relationships>
            """
    }
}
