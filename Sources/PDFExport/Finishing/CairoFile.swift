// SPDX-License-Identifier: Apache-2.0

/// Reads a PDF file of Cairo by its cross-reference table, and refuses anything that is not as expected.
///
/// Expected is what Cairo 1.16 and 1.18 have in common: a classic cross-reference table in one piece, no object streams, one content
/// stream for each page.
struct CairoFile {
    /// An object and, if it is a stream, the bytes of its data.
    struct Object {
        /// The dictionary of a stream, or the whole of any other object.
        var value: Range<Int>
        var data: Range<Int>?
    }

    /// A page, without its references to other pages.
    struct Page {
        var mediaBox: Range<Int>
        /// The transparency group, if it has one.
        var group: Range<Int>?
        var resources: Range<Int>
        /// The object of its content stream.
        var contents: Int
    }

    let bytes: [UInt8]
    private(set) var pages: [Page] = []
    /// The positions of objects by number; zero for a free number.
    private var offsets: [Int] = []
    /// The nodes of the page tree that have been read: each is an object of its own, or few bytes would make very many pages.
    private var pageNodes = 0

    init(_ bytes: [UInt8]) throws(ExportError) {
        self.bytes = bytes
        let trailer = try readTable()
        guard trailer["Encrypt"] == nil, trailer["Prev"] == nil, trailer["XRefStm"] == nil,
            let root = trailer["Root"].flatMap(reference)
        else { throw unknown("the trailer") }
        let catalogue = try dictionary(root)
        guard let tree = catalogue["Pages"].flatMap(reference) else { throw unknown("the catalogue") }
        try readPages(tree, depth: 0)
    }

    var objectCount: Int { offsets.count }

    private func unknown(_ what: String) -> ExportError { ExportError("\(what) of Cairo's file is not as expected") }

    // MARK: - Objects

    /// The number of the object that a value refers to, or `nil` if it is not a reference.
    func reference(_ value: Range<Int>) -> Int? {
        var scanner = PDFScanner(bytes, in: value)
        return scanner.reference()
    }

    func dictionary(_ value: Range<Int>) throws(ExportError) -> PDFDictionary {
        var scanner = PDFScanner(bytes, in: value)
        return try scanner.dictionary()
    }

    /// An indirect object, found by the cross-reference table.
    func object(_ number: Int) throws(ExportError) -> Object {
        guard offsets.indices.contains(number), offsets[number] > 0 else { throw unknown("object \(number)") }
        var scanner = PDFScanner(bytes, at: offsets[number])
        guard try scanner.integer() == number, try scanner.integer() == 0 else { throw unknown("object \(number)") }
        try scanner.expect("obj")
        let value = try scanner.value()
        if scanner.skip("endobj") { return Object(value: value) }
        try scanner.expect("stream")
        try scanner.skipEndOfLine()
        guard let length = try dictionary(value)["Length"] else { throw unknown("a stream's length") }
        let start = scanner.position
        let end = start + (try integer(length))
        guard end <= bytes.count else { throw unknown("a stream's length") }
        var after = PDFScanner(bytes, at: end)
        try after.skipEndOfLine()
        try after.expect("endstream")
        try after.expect("endobj")
        return Object(value: value, data: start..<end)
    }

    /// An integer, direct or indirect.
    private func integer(_ value: Range<Int>) throws(ExportError) -> Int {
        var place = value
        if let reference = reference(value) {
            guard offsets.indices.contains(reference), offsets[reference] > 0 else { throw unknown("a number") }
            var scanner = PDFScanner(bytes, at: offsets[reference])
            guard try scanner.integer() == reference, try scanner.integer() == 0 else { throw unknown("a number") }
            try scanner.expect("obj")
            place = try scanner.value()
            try scanner.expect("endobj")
        }
        var scanner = PDFScanner(bytes, in: place)
        let number = try scanner.integer()
        scanner.skipSpace()
        guard scanner.isAtEnd else { throw unknown("a number") }
        return number
    }

    private func dictionary(_ number: Int) throws(ExportError) -> PDFDictionary {
        let object = try object(number)
        guard object.data == nil else { throw unknown("object \(number)") }
        return try dictionary(object.value)
    }

    // MARK: - The file

    /// Reads the cross-reference table (ISO 32000-1, 7.5.4).
    ///
    /// - Returns: the trailer.
    private mutating func readTable() throws(ExportError) -> PDFDictionary {
        guard bytes.starts(with: Array("%PDF-1.".utf8)) else { throw unknown("the beginning") }
        let word = Array("startxref".utf8)
        guard
            let place = (max(0, bytes.count - 64)..<max(0, bytes.count - word.count)).last(where: {
                bytes[$0..<$0 + word.count].elementsEqual(word)
            })
        else { throw unknown("the end") }
        var scanner = PDFScanner(bytes, at: place + word.count)
        scanner = PDFScanner(bytes, at: try scanner.integer())
        try scanner.expect("xref")
        guard try scanner.integer() == 0 else { throw unknown("the cross-reference table") }
        let count = try scanner.integer()
        // An entry has twenty bytes.
        guard count <= bytes.count / 20 else { throw unknown("the cross-reference table") }
        offsets.reserveCapacity(count)
        for _ in 0..<count {
            let offset = try scanner.integer()
            _ = try scanner.integer()
            if scanner.skip("n") {
                offsets.append(offset)
            } else {
                try scanner.expect("f")
                offsets.append(0)
            }
        }
        try scanner.expect("trailer")
        return try scanner.dictionary()
    }

    private mutating func readPages(_ tree: Int, depth: Int) throws(ExportError) {
        let node = try dictionary(tree)
        guard let kids = node["Kids"], let count = node["Count"], depth < 8 else { throw unknown("the page tree") }
        let before = pages.count
        var scanner = PDFScanner(bytes, in: kids)
        try scanner.expect("[")
        while let kid = scanner.reference() {
            pageNodes += 1
            guard pageNodes < offsets.count else { throw unknown("the page tree") }
            let dictionary = try dictionary(kid)
            if dictionary["Kids"] != nil { try readPages(kid, depth: depth + 1) } else { try readPage(dictionary) }
        }
        try scanner.expect("]")
        guard pages.count - before == (try integer(count)) else { throw unknown("the page tree") }
    }

    private mutating func readPage(_ page: PDFDictionary) throws(ExportError) {
        let known: Set = ["Type", "Parent", "MediaBox", "Contents", "Group", "Resources", "StructParents"]
        for entry in page.entries where !known.contains(entry.key) {
            throw ExportError("`\(entry.key)` of a page of Cairo's is not known")
        }
        guard let mediaBox = page["MediaBox"], let resources = page["Resources"],
            let contents = page["Contents"].flatMap(reference)
        else { throw unknown("page \(pages.count + 1)") }
        pages.append(Page(mediaBox: mediaBox, group: page["Group"], resources: resources, contents: contents))
    }
}
