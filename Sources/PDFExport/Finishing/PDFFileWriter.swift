// SPDX-License-Identifier: Apache-2.0

/// Writes a PDF 1.7 file: small objects together in compressed streams, and a cross-reference stream (ISO 32000-1, 7.5.7
/// and 7.5.8).
struct PDFFileWriter {
    /// The position of an object.
    private enum Place {
        case nowhere
        case offset(Int)
        case inside(stream: Int, index: Int)
    }

    private var file = PDFBytes()
    /// The positions by object number.
    private var places: [Place] = [.nowhere]
    private let deflater: Deflater
    /// Objects that will be written together.
    private var waiting = PDFBytes()
    private var waitingObjects: [(number: Int, offset: Int)] = []

    /// - Parameter capacity: about how many bytes the file will have.
    init(capacity: Int) throws(ExportError) {
        deflater = try Deflater()
        file.reserve(capacity)
        file.append("%PDF-1.7\n%")
        // Marks the file as binary (ISO 32000-1, 7.5.2).
        file.append([0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
    }

    /// Reserves numbers for objects that will be written.
    ///
    /// - Returns: the first number.
    mutating func reserve(_ count: Int = 1) -> Int {
        let first = places.count
        places.append(contentsOf: repeatElement(.nowhere, count: count))
        return first
    }

    /// Writes an object that is not a stream.
    mutating func write(
        _ number: Int,
        _ write: (inout PDFBytes) throws(ExportError) -> Void
    ) throws(ExportError) {
        waitingObjects.append((number, waiting.count))
        try write(&waiting)
        waiting.append(byte: UInt8(ascii: "\n"))
        if waitingObjects.count >= objectsInStream { try writeWaiting() }
    }

    /// Writes a stream without compressing it.
    ///
    /// - Parameter dictionary: adds the entries of its dictionary but for its length.
    mutating func write(
        _ number: Int,
        stream data: UnsafeRawBufferPointer,
        dictionary: (inout PDFBytes) throws(ExportError) -> Void
    ) throws(ExportError) {
        places[number] = .offset(file.count)
        file.append(number)
        file.append(" 0 obj\n<<")
        try dictionary(&file)
        file.append("/Length ")
        file.append(data.count)
        file.append(">>\nstream\n")
        file.append(data)
        // After a carriage return, a line feed alone would look like the second half of one end of line. `Length` counts no byte of the
        // end of line (ISO 32000-1, 7.3.8.1).
        if data.last == 0x0D { file.append(byte: 0x0D) }
        file.append("\nendstream\nendobj\n")
    }

    /// Writes a stream that has been compressed.
    mutating func write(
        _ number: Int,
        compressed data: [UInt8],
        dictionary: (inout PDFBytes) -> Void = { _ in }
    ) throws(ExportError) {
        try data.lend { bytes throws(ExportError) in
            try write(number, stream: bytes) { entries in
                dictionary(&entries)
                entries.append("/Filter/FlateDecode")
            }
        }
    }

    private mutating func writeWaiting() throws(ExportError) {
        if waitingObjects.isEmpty { return }
        let stream = reserve()
        var data = PDFBytes()
        data.reserve(waiting.count + waitingObjects.count * 16)
        for (index, object) in waitingObjects.enumerated() {
            places[object.number] = .inside(stream: stream, index: index)
            data.append(object.number)
            data.append(byte: 0x20)
            data.append(object.offset)
            data.append(byte: 0x20)
        }
        let first = data.count
        let count = waitingObjects.count
        data.append(waiting.bytes)
        try write(stream, compressed: try deflater.compressed(syntax: data)) { entries in
            entries.append("/Type/ObjStm/N ")
            entries.append(count)
            entries.append("/First ")
            entries.append(first)
        }
        waiting.removeAll()
        waitingObjects.removeAll(keepingCapacity: true)
    }

    /// Ends the file with its cross-reference stream.
    ///
    /// The identifier of the file is a digest of all that comes before, so that the same paper has the same.
    mutating func finish(catalogue: Int, information: Int) throws(ExportError) -> [UInt8] {
        try writeWaiting()
        let number = reserve()
        let start = file.count
        places[number] = .offset(start)
        let identifier = FileFingerprint(of: file.bytes)
        let table = try deflater.compressed(binary: table())
        let count = places.count
        try write(number, compressed: table) { entries in
            entries.append("/Type/XRef/Size ")
            entries.append(count)
            entries.append("/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Root")
            entries.append(reference: catalogue)
            entries.append("/Info")
            entries.append(reference: information)
            entries.append("/ID[")
            for _ in 0..<2 { identifier.write(to: &entries) }
            entries.append("]")
        }
        file.append("startxref\n")
        file.append(start)
        file.append("\n%%EOF\n")
        return file.bytes
    }

    /// An entry of seven bytes for each object, as the differences from the entry before (the predictor Up of PNG).
    private func table() -> PDFBytes {
        var table = PDFBytes()
        table.reserve(places.count * 8)
        var before = InlineArray<7, UInt8>(repeating: 0)
        for (number, place) in places.enumerated() {
            let (kind, middle, last) =
                switch place {
                case .nowhere: (0, 0, number == 0 ? 0xFFFF : 0)
                case .offset(let offset): (1, offset, 0)
                case .inside(let stream, let index): (2, stream, index)
                }
            table.append(byte: 2)
            let entry: InlineArray<7, UInt8> = [
                UInt8(kind), UInt8(middle >> 24 & 0xFF), UInt8(middle >> 16 & 0xFF), UInt8(middle >> 8 & 0xFF),
                UInt8(middle & 0xFF), UInt8(last >> 8 & 0xFF), UInt8(last & 0xFF),
            ]
            for index in entry.indices { table.append(byte: entry[index] &- before[index]) }
            before = entry
        }
        return table
    }
}

/// More make the file smaller; fewer make one object quicker to find.
private let objectsInStream = 200

/// A digest of a file in sixteen bytes (FNV-1a of 64 bits, twice).
struct FileFingerprint {
    private var halves: (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x6C62_272E_07BB_0142)

    init(of bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytes in
            var offset = 0
            while offset + 8 <= bytes.count {
                add(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
                offset += 8
            }
            for byte in bytes[offset...] { add(UInt64(byte)) }
        }
        add(UInt64(bytes.count))
    }

    private mutating func add(_ word: UInt64) {
        halves.0 = (halves.0 ^ word) &* 0x100_0000_01B3
        halves.0 ^= halves.0 >> 32
        halves.1 = (halves.1 ^ word.byteSwapped) &* 0x9E37_79B9_7F4A_7C15
        halves.1 ^= halves.1 >> 29
    }

    func write(to bytes: inout PDFBytes) {
        bytes.append("<")
        for half in [halves.0, halves.1] {
            for shift in stride(from: 60, through: 0, by: -4) {
                bytes.append(hexadecimal: UInt8(truncatingIfNeeded: half >> UInt64(shift) & 15))
            }
        }
        bytes.append(">")
    }
}
