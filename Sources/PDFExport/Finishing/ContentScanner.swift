// SPDX-License-Identifier: Apache-2.0

/// Divides the content of a page into instructions (ISO 32000-1, 7.8.2).
struct ContentScanner {
    /// An operator with its operands.
    struct Instruction {
        enum Kind {
            /// BDC and BMC.
            case beginMarked
            /// EMC.
            case endMarked
            case showText
            /// Fills or strokes a path.
            case paint
            /// Draws an image or a form.
            case picture
            case other
            /// An operator that Cairo is not known to write.
            case unknown
        }

        var kind: Kind
        /// The first byte of its first operand.
        var start: Int
        /// The byte after its operator.
        var end: Int
    }

    /// The least move back, in thousandths of the size of the letters, that begins an object of text of its own: no kerning is as wide, and
    /// all letters that run from right to left but the narrowest are wider.
    static let leastMoveBack = 200

    private let content: UnsafeRawBufferPointer
    private var position = 0
    /// The places in the array of the last instruction before which the text moves back, by ``leastMoveBack`` or more, after text that it
    /// has shown: where each such number begins.
    private(set) var movesBack: [Int] = []
    /// Whether the content ends after an operator.
    private(set) var isWhole = true

    init(_ content: UnsafeRawBufferPointer) { self.content = content }

    /// The next instruction, or `nil` at the end.
    mutating func next() -> Instruction? {
        var start: Int?
        var isArray = false
        var showsText = false
        if !movesBack.isEmpty { movesBack.removeAll(keepingCapacity: true) }
        while position < content.count {
            let byte = content[position]
            if byte.isPDFSpace {
                position += 1
                continue
            }
            let first = start ?? position
            start = first
            switch byte {
            case UInt8(ascii: "("):
                let string = position
                skipString()
                if position > string + 2 { showsText = isArray }
            case UInt8(ascii: "/"):
                position += 1
                skipRegular()
            case UInt8(ascii: "<"):
                let string = position
                skipHexadecimalString()
                if position > string + 2 { showsText = isArray }
            case UInt8(ascii: "["):
                position += 1
                isArray = true
            case UInt8(ascii: "]"), UInt8(ascii: ">"): position += 1
            default:
                let word = position
                skipRegular()
                if byte.isNumeric {
                    if showsText, isMoveBack(from: word) {
                        movesBack.append(word)
                        showsText = false
                    }
                    continue
                }
                if position == word { return Instruction(kind: .unknown, start: first, end: position) }
                return Instruction(kind: Self.kind(of: content[word..<position]), start: first, end: position)
            }
        }
        isWhole = start == nil
        return nil
    }

    /// Whether the number that has been read is of ``leastMoveBack`` or more.
    private func isMoveBack(from start: Int) -> Bool {
        // Most numbers are kerning, of one or two digits, or move forward.
        guard position - start >= 3, content[start].isDigit else { return false }
        let digits = content[start..<position].prefix { $0.isDigit }
        return digits.prefix(6).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } >= Self.leastMoveBack
    }

    private mutating func skipRegular() {
        while position < content.count, content[position].isPDFRegular { position += 1 }
    }

    /// Skips a string, or the bracket that opens a dictionary.
    private mutating func skipHexadecimalString() {
        position += 1
        if position < content.count, content[position] == UInt8(ascii: "<") {
            position += 1
            return
        }
        while position < content.count, content[position] != UInt8(ascii: ">") { position += 1 }
        position = min(position + 1, content.count)
    }

    private mutating func skipString() {
        var depth = 0
        while position < content.count {
            switch content[position] {
            case UInt8(ascii: "\\"): position += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            position += 1
            if depth == 0 { break }
        }
        position = min(position, content.count)
    }

    /// The number in the operands of a bracket of Cairo's, `/Span << /MCID 7 >> BDC`, or `nil` if there is none.
    static func bracketNumber(of instruction: Instruction, in content: UnsafeRawBufferPointer) -> Int? {
        let operands = content[instruction.start..<instruction.end]
        guard operands.starts(with: "/Span << /MCID ".utf8) else { return nil }
        let digits = operands.dropFirst("/Span << /MCID ".utf8.count).prefix(while: \.isDigit)
        guard operands[digits.endIndex...].elementsEqual(" >> BDC".utf8), digits.count < 10 else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// ISO 32000-1, table 51, without inline images, shadings, compatibility sections and type 3 glyphs, of which Cairo writes none
    /// into pages.
    private static func kind(of word: Slice<UnsafeRawBufferPointer>) -> Instruction.Kind {
        var code: UInt32 = 0
        if word.count > 3 { return .unknown }
        for byte in word { code = code << 8 | UInt32(byte) }
        return kinds[code] ?? .unknown
    }

    private static let kinds: [UInt32: Instruction.Kind] = {
        let words: [(Instruction.Kind, String)] = [
            (.beginMarked, "BDC BMC"),
            (.endMarked, "EMC"),
            (.showText, "Tj TJ ' \""),
            (.paint, "S s f F f* B B* b b*"),
            (.picture, "Do"),
            (.other, "q Q cm w J j M d ri i gs m l c v y h re n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T*"),
            (.other, "CS cs SC SCN sc scn G g RG rg K k"),
        ]
        var kinds: [UInt32: Instruction.Kind] = [:]
        for (kind, operators) in words {
            for word in operators.split(separator: " ") {
                kinds[word.utf8.reduce(0) { $0 << 8 | UInt32($1) }] = kind
            }
        }
        return kinds
    }()
}

extension UInt8 {
    /// Whether a number may begin with it.
    fileprivate var isNumeric: Bool {
        isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: ".") || self == UInt8(ascii: "+")
    }
}
