// SPDX-License-Identifier: Apache-2.0

/// The cross-references of a PDF file of Cairo: where each of its objects is, and the trailer.
///
/// Cairo 1.16 writes a table (ISO 32000-1, 7.5.4). Cairo 1.18 writes a stream (7.5.8), and puts most objects that are no streams into object
/// streams (7.5.7). Either is in one piece.
struct CrossReferences {
    /// Where an object is.
    enum Place: Hashable {
        /// There is none of the number.
        case free
        /// At an offset, as `7 0 obj`.
        case offset(Int)
        /// In an object stream, by its number, at an index.
        case compressed(stream: Int, index: Int)
    }

    /// By the numbers of the objects.
    private(set) var places: [Place] = []
    private(set) var trailer = PDFDictionary(entries: [])

    /// - Throws: an ``ExportError`` for a file that is not as Cairo writes it.
    init(of bytes: [UInt8], inflater: () throws(ExportError) -> Inflater) throws(ExportError) {
        guard bytes.starts(with: Array("%PDF-1.".utf8)) else { throw ExportError(unexpected: "the beginning") }
        let word = Array("startxref".utf8)
        guard
            let place = (max(0, bytes.count - 64)..<max(0, bytes.count - word.count)).last(where: {
                bytes[$0..<$0 + word.count].elementsEqual(word)
            })
        else { throw ExportError(unexpected: "the end") }
        var scanner = PDFScanner(bytes, at: place + word.count)
        scanner = PDFScanner(bytes, at: try scanner.integer())
        if let stream = try Self.stream(at: &scanner, in: bytes) {
            try readStream(stream, in: bytes, inflater: try inflater())
        } else {
            try scanner.expect("xref")
            try readTable(&scanner, in: bytes)
        }
        guard trailer["Encrypt"] == nil, trailer["Prev"] == nil, trailer["XRefStm"] == nil else {
            throw ExportError(unexpected: "the trailer")
        }
    }

    private mutating func readTable(_ scanner: inout PDFScanner, in bytes: [UInt8]) throws(ExportError) {
        guard try scanner.integer() == 0 else { throw ExportError(unexpected: "the cross-reference table") }
        let count = try scanner.integer()
        // An entry has twenty bytes.
        guard count <= bytes.count / 20 else { throw ExportError(unexpected: "the cross-reference table") }
        places.reserveCapacity(count)
        for _ in 0..<count {
            let offset = try scanner.integer()
            _ = try scanner.integer()
            if scanner.skip("n") {
                places.append(offset > 0 ? .offset(offset) : .free)
            } else {
                try scanner.expect("f")
                places.append(.free)
            }
        }
        try scanner.expect("trailer")
        trailer = try scanner.dictionary()
    }

    // MARK: - A stream

    private struct Stream {
        var dictionary: PDFDictionary
        var data: Range<Int>
    }

    /// The cross-reference stream that begins at a place, or `nil` if none does.
    private static func stream(at scanner: inout PDFScanner, in bytes: [UInt8]) throws(ExportError) -> Stream? {
        var ahead = scanner
        guard (try? ahead.integer()) != nil, (try? ahead.integer()) == 0, ahead.skip("obj") else { return nil }
        let dictionary = try ahead.dictionary()
        try ahead.expect("stream")
        try ahead.skipEndOfLine()
        guard let length = dictionary["Length"] else { throw ExportError(unexpected: "the cross-reference stream") }
        var number = PDFScanner(bytes, in: length)
        let end = ahead.position + (try number.integer())
        guard end <= bytes.count else { throw ExportError(unexpected: "the cross-reference stream") }
        return Stream(dictionary: dictionary, data: ahead.position..<end)
    }

    private mutating func readStream(_ stream: Stream, in bytes: [UInt8], inflater: Inflater) throws(ExportError) {
        let unexpected = ExportError(unexpected: "the cross-reference stream")
        guard let type = stream.dictionary["Type"], bytes[type].elementsEqual("/XRef".utf8),
            stream.dictionary["DecodeParms"] == nil, stream.dictionary["Index"] == nil,
            let size = stream.dictionary["Size"], let widths = stream.dictionary["W"]
        else { throw unexpected }
        var scanner = PDFScanner(bytes, in: size)
        let count = try scanner.integer()
        scanner = PDFScanner(bytes, in: widths)
        try scanner.expect("[")
        let (kind, first, second) = (try scanner.integer(), try scanner.integer(), try scanner.integer())
        try scanner.expect("]")
        // No file of Cairo's has offsets of more than eight bytes.
        guard kind == 1, (1...8).contains(first), (1...8).contains(second) else { throw unexpected }
        let places = try bytes.inflated(stream.data, of: stream.dictionary, by: inflater) { data throws(ExportError) in
            let length = kind + first + second
            guard data.count / length == count, data.count % length == 0 else { throw unexpected }
            var places: [Place] = []
            places.reserveCapacity(count)
            for entry in 0..<count {
                let fields = data[entry * length..<(entry + 1) * length]
                guard let one = Int(exactly: fields.dropFirst().prefix(first).bigEndian),
                    let other = Int(exactly: fields.suffix(second).bigEndian)
                else { throw unexpected }
                switch fields.first {
                case 0: places.append(.free)
                case 1 where other == 0: places.append(one > 0 ? .offset(one) : .free)
                case 2: places.append(.compressed(stream: one, index: other))
                default: throw unexpected
                }
            }
            return places
        }
        self.places = places
        trailer = stream.dictionary
    }
}

extension Slice<UnsafeRawBufferPointer> {
    /// The number that the bytes are, the highest first.
    fileprivate var bigEndian: UInt64 { reduce(0) { $0 << 8 | UInt64($1) } }
}

extension [UInt8] {
    /// Calls a function with the data of a stream, decompressed if its dictionary says that it is compressed.
    ///
    /// - Throws: an ``ExportError`` for another filter, data that cannot be decompressed, and what the function throws.
    func inflated<Value>(
        _ data: Range<Int>,
        of dictionary: PDFDictionary,
        by inflater: Inflater,
        body: (UnsafeRawBufferPointer) throws(ExportError) -> Value
    ) throws(ExportError) -> Value {
        let isCompressed = dictionary["Filter"] != nil
        if let filter = dictionary["Filter"], !self[filter].elementsEqual("/FlateDecode".utf8) {
            throw ExportError(unexpected: "a filter")
        }
        return try lend { bytes throws(ExportError) in
            let own = UnsafeRawBufferPointer(rebasing: bytes[data])
            return try body(isCompressed ? try inflater.inflated(own) : own)
        }
    }
}

extension ExportError {
    /// That something of Cairo's file is not as expected.
    init(unexpected what: String) { self.init("\(what) of Cairo's file is not as expected") }
}
