// SPDX-License-Identifier: Apache-2.0

/// Reads a PDF file of Cairo by its cross-references, and refuses anything that is not as expected.
///
/// Expected is what Cairo 1.16 and 1.18 write: cross-references in one piece, and one content stream for each page.
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

    /// Where the value of an object is.
    private enum Place {
        case free
        /// The offset of `7 0 obj`.
        case offset(Int)
        /// The value itself, in what object streams hold.
        case value(Range<Int>)
    }

    /// The file, and behind it what its object streams hold, decompressed.
    private(set) var bytes: [UInt8]
    private(set) var pages: [Page] = []
    /// By the numbers of the objects.
    private var places: [Place]
    /// The nodes of the page tree that have been read: each is an object of its own, or few bytes would make very many pages.
    private var pageNodes = 0

    init(_ bytes: [UInt8]) throws(ExportError) {
        self.bytes = bytes
        var inflater: Inflater?
        let references = try CrossReferences(of: bytes) { () throws(ExportError) in
            let new = try Inflater()
            inflater = new
            return new
        }
        places = references.places.map { if case .offset(let offset) = $0 { .offset(offset) } else { .free } }
        if let inflater { try readObjectStreams(references, by: inflater) }
        guard let root = references.trailer["Root"].flatMap(reference) else { throw unknown("the trailer") }
        let catalogue = try dictionary(root)
        guard let tree = catalogue["Pages"].flatMap(reference) else { throw unknown("the catalogue") }
        try readPages(tree, depth: 0)
    }

    var objectCount: Int { places.count }

    private func unknown(_ what: String) -> ExportError { ExportError(unexpected: what) }

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

    /// An indirect object, found by the cross-references.
    func object(_ number: Int) throws(ExportError) -> Object {
        guard places.indices.contains(number) else { throw unknown("object \(number)") }
        switch places[number] {
        case .free: throw unknown("object \(number)")
        case .value(let value): return Object(value: value)
        case .offset(let offset): return try object(number, at: offset)
        }
    }

    private func object(_ number: Int, at offset: Int) throws(ExportError) -> Object {
        var scanner = PDFScanner(bytes, at: offset)
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
            guard places.indices.contains(reference) else { throw unknown("a number") }
            switch places[reference] {
            case .free: throw unknown("a number")
            case .value(let value): place = value
            case .offset(let offset):
                var scanner = PDFScanner(bytes, at: offset)
                guard try scanner.integer() == reference, try scanner.integer() == 0 else { throw unknown("a number") }
                try scanner.expect("obj")
                place = try scanner.value()
                try scanner.expect("endobj")
            }
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

    /// Puts what the object streams hold behind the file (ISO 32000-1, 7.5.7), so that each object is a range of bytes wherever it was.
    private mutating func readObjectStreams(_ references: CrossReferences, by inflater: Inflater) throws(ExportError) {
        // The numbers of the objects by their indices, by stream.
        var members: [Int: [Int: Int]] = [:]
        for case (let number, .compressed(let stream, let index)) in references.places.enumerated() {
            guard members[stream, default: [:]].updateValue(number, forKey: index) == nil else {
                throw unknown("an object stream")
            }
        }
        for (stream, members) in members.sorted(by: { $0.key < $1.key }) {
            guard references.places.indices.contains(stream),
                case .offset(let offset) = references.places[stream]
            else { throw unknown("an object stream") }
            let object = try object(stream, at: offset)
            let dictionary = try dictionary(object.value)
            guard let data = object.data, let count = dictionary["N"], let first = dictionary["First"],
                try integer(count) == members.count
            else { throw unknown("an object stream") }
            let content = try bytes.inflated(data, of: dictionary, by: inflater) { Array($0) }
            let start = bytes.count
            let values = start + (try integer(first))
            bytes += content
            // No number of one stream is read on into the next.
            bytes.append(0x0A)
            var scanner = PDFScanner(bytes, at: start, end: values)
            for index in 0..<members.count {
                let number = try scanner.integer()
                guard members[index] == number else { throw unknown("an object stream") }
                var value = PDFScanner(bytes, at: values + (try scanner.integer()), end: start + content.count)
                places[number] = .value(try value.value())
            }
        }
    }

    private mutating func readPages(_ tree: Int, depth: Int) throws(ExportError) {
        let node = try dictionary(tree)
        guard let kids = node["Kids"], let count = node["Count"], depth < 8 else { throw unknown("the page tree") }
        let before = pages.count
        var scanner = PDFScanner(bytes, in: kids)
        try scanner.expect("[")
        while let kid = scanner.reference() {
            pageNodes += 1
            guard pageNodes < places.count else { throw unknown("the page tree") }
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
