// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// The parts of a Word document, found by what they refer to and not by their names.
struct DocumentParts: ~Copyable {
    private var package: OfficePackage
    let body: DocumentBodyReader
    let styles: DocumentStyles
    let numbering: DocumentNumbering
    /// The notes at the foot of pages, with an `f` before their ids, and those at the end, with an `e`.
    let notes: [(prefix: String, reader: DocumentBodyReader)]
    /// The words of comments by their ids.
    let comments: [String: [UInt8]]
    /// The words of the heads and feet of pages.
    let pageTexts: [(isHead: Bool, words: [UInt8])]
    /// The styles of paragraphs that are not of the text: of comments, heads and feet, boxes, and tables in tables.
    let unreadStyles: Set<String>
    /// The paths of pictures by the ids of references.
    let pictures: [String: String]

    /// Reads the parts of a document from its bytes.
    static func read(_ bytes: [UInt8]) throws(OfficePackage.Fault) -> DocumentParts {
        var package = try OfficePackage.open(bytes)
        let main = try package.mainPart() ?? "word/document.xml"
        if let kind = package.otherKindThanDocument(main: main) { throw .otherKind(kind) }
        let relationships = try package.relationships(of: main)
        func target(_ type: String) -> String? {
            relationships.first { $0.type == type && !$0.isExternal }?.target
        }
        let body = DocumentBodyReader(addresses: relationships.addresses)
        guard try package.read(main, with: body), !body.isUnclosed, body.holdsDocument else { throw .damaged }
        if body.isCut { throw .tooLarge }
        let sheet = StyleSheetReader()
        if let target = target("styles") {
            guard try package.read(target, with: sheet) else { throw .damaged }
            if sheet.isCut { throw .tooLarge }
        }
        let lists = NumberingReader()
        if let target = target("numbering") {
            guard try package.read(target, with: lists) else { throw .damaged }
            if lists.isCut { throw .tooLarge }
        }
        var notes: [(prefix: String, reader: DocumentBodyReader)] = []
        for (prefix, type) in [("f", "footnotes"), ("e", "endnotes")] {
            guard let target = target(type) else { continue }
            let reader = DocumentBodyReader(addresses: try package.relationships(of: target).addresses)
            guard try package.read(target, with: reader), !reader.isUnclosed else { throw .damaged }
            if reader.isCut { throw .tooLarge }
            notes.append((prefix, reader))
        }
        let comments = WordsReader()
        if let target = target("comments") { try package.read(target, with: comments) }
        var unreadStyles = notes.reduce(body.unreadStyles.union(comments.styles)) { $0.union($1.reader.unreadStyles) }
        var pageTexts: [(isHead: Bool, words: [UInt8])] = []
        for part in relationships where ["header", "footer"].contains(part.type) && !part.isExternal {
            let reader = WordsReader()
            try package.read(part.target, with: reader)
            unreadStyles.formUnion(reader.styles)
            pageTexts += reader.words.values.map { (part.type == "header", $0) }
        }
        let pictures = Dictionary(
            relationships.filter { $0.type == "image" && !$0.isExternal }.map { ($0.id, $0.target) }
        ) { first, _ in first }
        return DocumentParts(
            package: package,
            body: body,
            styles: DocumentStyles(sheet),
            numbering: DocumentNumbering(lists),
            notes: notes,
            comments: comments.words,
            pageTexts: pageTexts,
            unreadStyles: unreadStyles,
            pictures: pictures
        )
    }

    /// The bytes of all that was read.
    var textSize: Int { body.textSize + notes.reduce(0) { $0 + $1.reader.textSize } }

    /// The bytes of a picture.
    mutating func bytes(of picture: String) throws(OfficePackage.Fault) -> [UInt8]? { try package.bytes(picture) }
}

extension [PartRelationship] {
    /// Where links lead, by the ids of references.
    fileprivate var addresses: [String: String] {
        Dictionary(filter { $0.type == "hyperlink" && $0.isExternal }.map { ($0.id, $0.target) }) { first, _ in first }
    }
}

extension OfficePackage {
    /// What a package is that is no Word document, or `nil` if it may be one.
    ///
    /// - Parameter main: its main part.
    fileprivate func otherKindThanDocument(main: String) -> String? {
        if main.hasPrefix("xl/") { return "an Excel workbook" }
        if main.hasPrefix("ppt/") { return "a PowerPoint presentation" }
        return holds("content.xml") && !holds(main) ? "an OpenDocument file" : nil
    }
}
