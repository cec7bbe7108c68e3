// SPDX-License-Identifier: Apache-2.0

/// Reads the syntax of PDF objects (ISO 32000-1, 7.3) from a stretch of bytes.
struct PDFScanner {
    private let bytes: [UInt8]
    private(set) var position: Int
    private let end: Int

    init(_ bytes: [UInt8], at position: Int, end: Int? = nil) {
        self.bytes = bytes
        self.end = min(end ?? bytes.count, bytes.count)
        self.position = max(0, position)
    }

    init(_ bytes: [UInt8], in range: Range<Int>) { self.init(bytes, at: range.lowerBound, end: range.upperBound) }

    var isAtEnd: Bool { position >= end }

    private var byte: UInt8? { position < end ? bytes[position] : nil }

    private func unknown() -> ExportError {
        ExportError("what stands at byte \(position) of Cairo's file is not known")
    }

    // MARK: - Tokens

    /// Passes over white space and comments.
    mutating func skipSpace() {
        while let byte {
            if byte == UInt8(ascii: "%") {
                while let byte = self.byte, byte != 0x0A, byte != 0x0D { position += 1 }
            } else if !byte.isPDFSpace {
                return
            }
            position += 1
        }
    }

    /// Passes over a word, if it is what comes next.
    mutating func skip(_ word: StaticString) -> Bool {
        skipSpace()
        let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard position + wanted.count <= end, bytes[position..<position + wanted.count].elementsEqual(wanted) else {
            return false
        }
        position += wanted.count
        return true
    }

    /// - Throws: an ``ExportError`` where another word comes next.
    mutating func expect(_ word: StaticString) throws(ExportError) {
        if !skip(word) { throw unknown() }
    }

    /// Passes over the end of the line that a stream begins after (ISO 32000-1, 7.3.8.1).
    mutating func skipEndOfLine() throws(ExportError) {
        if byte == 0x0D { position += 1 }
        guard byte == 0x0A else { throw unknown() }
        position += 1
    }

    /// A number without sign or point.
    mutating func integer() throws(ExportError) -> Int {
        skipSpace()
        var number = 0
        let start = position
        while let byte, byte.isDigit {
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
            position += 1
            // No file of Cairo's is larger than its cross-reference table can say.
            if position - start > 10 { throw unknown() }
        }
        if position == start { throw unknown() }
        return number
    }

    /// A name without its slash.
    mutating func name() throws(ExportError) -> String {
        try expect("/")
        let start = position
        skipRegular()
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// The number of the object of a reference, or `nil` without skipping anything if no reference comes next.
    mutating func reference() -> Int? {
        var ahead = self
        guard let number = try? ahead.integer(), let generation = try? ahead.integer(), generation == 0,
            ahead.skip("R"),
            ahead.byte.map(\.isPDFRegular) != true
        else { return nil }
        self = ahead
        return number
    }

    private mutating func skipRegular() {
        while let byte, byte.isPDFRegular { position += 1 }
    }

    // MARK: - Values

    /// Skips any object but a stream.
    ///
    /// - Returns: its range.
    mutating func value() throws(ExportError) -> Range<Int> {
        skipSpace()
        let start = position
        try skipValue(depth: 0)
        return start..<position
    }

    private mutating func skipValue(depth: Int) throws(ExportError) {
        // No object of Cairo's is nested deeper than a few levels.
        if depth > 32 { throw unknown() }
        skipSpace()
        guard let byte else { throw unknown() }
        switch byte {
        case UInt8(ascii: "/"):
            position += 1
            skipRegular()
        case UInt8(ascii: "("): try skipString()
        case UInt8(ascii: "["):
            position += 1
            while !skip("]") { try skipValue(depth: depth + 1) }
        case UInt8(ascii: "<"):
            if skip("<<") {
                while !skip(">>") {
                    _ = try name()
                    try skipValue(depth: depth + 1)
                }
            } else {
                while let byte = self.byte, byte != UInt8(ascii: ">") { position += 1 }
                try expect(">")
            }
        default:
            if byte.isDigit, reference() != nil { return }
            let start = position
            skipRegular()
            if position == start { throw unknown() }
        }
    }

    private mutating func skipString() throws(ExportError) {
        var depth = 0
        while let byte {
            position += 1
            switch byte {
            case UInt8(ascii: "\\"): position += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return }
            default: break
            }
        }
        throw unknown()
    }

    /// The keys of a dictionary and the ranges of their values.
    mutating func dictionary() throws(ExportError) -> PDFDictionary {
        try expect("<<")
        var entries: [PDFDictionary.Entry] = []
        while !skip(">>") { entries.append(PDFDictionary.Entry(key: try name(), value: try value())) }
        return PDFDictionary(entries: entries)
    }

    /// Skips the next token, of whatever kind.
    ///
    /// - Returns: the number of the object that it refers to, if it is a reference.
    mutating func token() throws(ExportError) -> Int? {
        skipSpace()
        guard let byte else { return nil }
        if byte.isDigit, let reference = reference() { return reference }
        switch byte {
        case UInt8(ascii: "("): try skipString()
        case UInt8(ascii: "/"):
            position += 1
            skipRegular()
        default: if byte.isPDFRegular { skipRegular() } else { position += 1 }
        }
        return nil
    }
}

/// A dictionary of Cairo's file.
struct PDFDictionary {
    struct Entry {
        var key: String
        /// The range of its value in the file.
        var value: Range<Int>
    }

    var entries: [Entry]

    subscript(key: String) -> Range<Int>? { entries.first { $0.key == key }?.value }
}

extension UInt8 {
    /// ISO 32000-1, table 1.
    var isPDFSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 || self == 0x0C || self == 0 }

    /// ISO 32000-1, table 2.
    var isPDFDelimiter: Bool {
        switch self {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            true
        default: false
        }
    }

    var isPDFRegular: Bool { !isPDFSpace && !isPDFDelimiter }

    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
