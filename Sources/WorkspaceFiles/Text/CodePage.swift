// SPDX-License-Identifier: Apache-2.0

/// A code page of one byte a character, in which a file that is not UTF-8 may be.
enum CodePage: CaseIterable {
    /// What Windows writes in Western Europe.
    case windows1252
    /// What Excel for Mac writes as `CSV (Macintosh)`.
    case macRoman
    /// What Excel writes as `CSV (MS-DOS)`.
    case codePage850

    /// As Excel and editors name it.
    var name: String {
        switch self {
        case .windows1252: "Windows-1252"
        case .macRoman: "Mac Roman"
        case .codePage850: "MS-DOS (code page 850)"
        }
    }

    /// The character of a byte, or `nil` for the five that have none in Windows-1252.
    func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard byte >= 0x80 else { return Unicode.Scalar(byte) }
        return switch self {
        case .windows1252: Windows1252.scalar(byte)
        case .macRoman: Self.macRomanUpper[Int(byte - 0x80)]
        case .codePage850: Self.codePage850Upper[Int(byte - 0x80)]
        }
    }

    /// The code page in which bytes are most plausible as English text: that of Windows unless another is plainly better; `nil` if they
    /// are text in none.
    static func mostPlausible(for bytes: [UInt8]) -> CodePage? {
        var costs = allCases.map { (page: $0, cost: 0) }
        for index in bytes.indices where bytes[index] >= 0x80 {
            for page in costs.indices {
                costs[page].cost += costs[page].page.cost(ofByteAt: index, of: bytes)
            }
        }
        let usual = costs[0]
        let best = costs.min { $0.cost < $1.cost } ?? usual
        // Signs that each stand where they are not likely: a file of a few may be odd, one of many is no text.
        let count = bytes.count { $0 >= 0x80 }
        if count >= 8, best.cost >= count { return nil }
        return best.cost + 3 <= usual.cost ? best.page : .windows1252
    }

    /// How unlikely the character of a byte is between its neighbours: zero for a pound sign, a quotation mark or a dash of English
    /// prose, most for a capital with an accent inside a word.
    private func cost(ofByteAt index: Int, of bytes: [UInt8]) -> Int {
        func neighbour(_ offset: Int) -> Unicode.Scalar? {
            bytes.indices.contains(index + offset) ? scalar(bytes[index + offset]) : nil
        }
        guard let scalar = scalar(bytes[index]) else { return 4 }
        let before = neighbour(-1)
        let after = neighbour(1)
        let isInWord = [before, after].contains { $0?.properties.isAlphabetic == true }
        let touchesDigit = [before, after].contains { $0.map { ("0"..."9").contains($0) } == true }
        if scalar.properties.isAlphabetic, scalar != "\u{AA}", scalar != "\u{BA}" {
            if touchesDigit || !isInWord { return 3 }
            if scalar.properties.isUppercase, before?.properties.isLowercase == true { return 3 }
            return Self.usualLetters.contains(scalar) ? 0 : 1
        }
        if scalar == "\u{2026}", after?.properties.isAlphabetic == true { return 2 }
        let repeatsItself = bytes.indices.contains(index + 1) && bytes[index + 1] == bytes[index]
        return Self.usualSigns.contains(scalar) && !repeatsItself ? 0 : 3
    }

    /// Letters with accents in words that English has, and in names of Wales and Ireland.
    private static let usualLetters = Set("àâáäçèéêëîíïôóöûúùüñÉÁÂÔ".unicodeScalars)

    /// Signs beyond ASCII in the prose of councils.
    private static let usualSigns = Set("£€’‘“”–—…•·°²³½¼¾×±§©®™\u{A0}\u{AD}".unicodeScalars)

    /// The characters of 0x80 to 0xFF.
    private static let macRomanUpper = Array(
        """
        ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
        ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
        """.unicodeScalars
    )

    /// The characters of 0x80 to 0xFF.
    private static let codePage850Upper = Array(
        """
        ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
        └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}
        """.unicodeScalars
    )
}
