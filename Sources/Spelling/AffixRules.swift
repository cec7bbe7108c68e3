// SPDX-License-Identifier: Apache-2.0

/// The prefixes and suffixes of a dictionary of Hunspell (`hunspell(5)`), as far as ``WordList`` is certain of them.
struct AffixRules: Sendable {
    /// What is put on words in place of other letters, and on which words.
    struct Affix: Sendable {
        var added: [UInt8]
        var stripped: [UInt8]
        var rules: [Rule]
    }

    /// Words to which an affix is put.
    struct Rule: Sendable {
        /// That of the words in the dictionary.
        var flag: UInt8
        /// The letters at the end or at the beginning of the word to which the affix is put.
        var condition: [LetterClass]
        /// Whether a word may have an affix at its other end too.
        var combines: Bool
    }

    /// Letters of which one may stand at a place. Only those of ASCII are in it.
    struct LetterClass: Sendable {
        private var bits: (low: UInt64, high: UInt64) = (0, 0)

        mutating func insert(_ letter: UInt8) {
            if letter < 64 { bits.low |= 1 << UInt64(letter) } else { bits.high |= 1 << UInt64(letter - 64) }
        }

        mutating func invert() { bits = (~bits.low, ~bits.high) }

        func contains(_ letter: UInt8) -> Bool {
            if letter >= 0x80 { return false }
            return (letter < 64 ? bits.low >> UInt64(letter) : bits.high >> UInt64(letter - 64)) & 1 == 1
        }
    }

    private(set) var prefixes: [Affix] = []
    /// By the last byte of what is added.
    private(set) var suffixes = [[Affix]](repeating: [], count: 256)
    /// Whether a flag makes a word other than one that is right by itself: forbidden, a part of compounds, or in need of an affix.
    private(set) var isReserved = [Bool](repeating: false, count: 256)
    /// What is looked up in place of a character.
    private(set) var conversions: [Unicode.Scalar: [UInt8]] = [:]
    /// Whether characters of ASCII are among them.
    private(set) var convertsASCII = false
    /// Whether a word with a hyphen is right if its parts are.
    private(set) var breaksAtHyphens = true

    /// Directives that only add words or are for suggestions.
    private static let harmless: Set = [
        "TRY", "KEY", "REP", "MAP", "PHONE", "NOSUGGEST", "WORDCHARS", "LANG", "NAME", "HOME", "VERSION", "OCONV",
        "MAXCPDSUGS", "MAXNGRAMSUGS", "MAXDIFF", "ONLYMAXDIFF", "NOSPLITSUGS", "SUGSWITHDOTS", "COMPOUNDMIN",
        "COMPOUNDRULE", "COMPOUNDFLAG", "COMPOUNDBEGIN", "COMPOUNDMIDDLE", "COMPOUNDEND", "COMPOUNDWORDMAX",
        "FULLSTRIP",
    ]
    /// Directives that name a flag of words that are not right by themselves.
    private static let reserving: Set = [
        "FORBIDDENWORD", "NEEDAFFIX", "PSEUDOROOT", "ONLYINCOMPOUND", "KEEPCASE", "WARN", "CIRCUMFIX", "FORCEUCASE",
    ]

    /// - Returns: `nil` if the file has a directive that is not understood, or is not in UTF-8.
    init?(_ file: [UInt8]) {
        var isUTF8 = false
        var combines: [ArraySlice<UInt8>: Bool] = [:]
        var found: [Key: [Rule]] = [:]
        let content = file.starts(with: [0xEF, 0xBB, 0xBF]) ? file[3...] : file[...]
        for line in content.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let fields = line.split { $0 == 0x20 || $0 == 0x09 }
            guard let first = fields.first, first.first != UInt8(ascii: "#") else { continue }
            let directive = String(decoding: first, as: UTF8.self)
            switch directive {
            case "SET": isUTF8 = fields.dropFirst().first?.elementsEqual("UTF-8".utf8) == true
            case "PFX", "SFX":
                guard fields.count > 3, fields[1].count == 1, let flag = fields[1].first else { return nil }
                // The head of the rules of a flag: how many there are, and whether they combine.
                let id = first + fields[1]
                guard let combines = combines[id] else {
                    combines[id] = fields[2].first == UInt8(ascii: "Y")
                    continue
                }
                guard let condition = Self.condition(fields.count > 4 ? fields[4] : [UInt8(ascii: ".")]),
                    !fields[3].contains(UInt8(ascii: "/"))
                else { continue }
                let key = Key(
                    isPrefix: directive == "PFX",
                    added: Self.letters(fields[3]),
                    stripped: Self.letters(fields[2])
                )
                found[key, default: []].append(Rule(flag: flag, condition: condition, combines: combines))
            case "ICONV":
                if fields.count == 2 { continue }
                let from = String(decoding: fields[1], as: UTF8.self).unicodeScalars
                guard fields.count > 2, from.count == 1, let scalar = from.first else { return nil }
                conversions[scalar] = Array(fields[2])
                if scalar.isASCII { convertsASCII = true }
            case "BREAK": breaksAtHyphens = false
            case let name where Self.reserving.contains(name):
                guard fields.count > 1, fields[1].count == 1, let flag = fields[1].first else { return nil }
                isReserved[Int(flag)] = true
            case let name where Self.harmless.contains(name): continue
            default: return nil
            }
        }
        if !isUTF8 { return nil }
        for (key, rules) in found {
            let affix = Affix(added: key.added, stripped: key.stripped, rules: rules)
            guard let last = key.added.last else { continue }
            if key.isPrefix { prefixes.append(affix) } else { suffixes[Int(last)].append(affix) }
        }
    }

    private struct Key: Hashable {
        var isPrefix: Bool
        var added: [UInt8]
        var stripped: [UInt8]
    }

    /// `0` stands for none.
    private static func letters(_ field: ArraySlice<UInt8>) -> [UInt8] {
        field.elementsEqual("0".utf8) ? [] : Array(field)
    }

    /// A condition such as `[^aeio]y`; `nil` for one of letters outside ASCII, which is not tried.
    private static func condition(_ field: ArraySlice<UInt8>) -> [LetterClass]? {
        var classes: [LetterClass] = []
        if field.elementsEqual(".".utf8) { return classes }
        var index = field.startIndex
        while index < field.endIndex {
            var letters = LetterClass()
            switch field[index] {
            case UInt8(ascii: "."): letters.invert()
            case UInt8(ascii: "["):
                guard let end = field[index...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
                let isInverted = field[index + 1] == UInt8(ascii: "^")
                for letter in field[(index + (isInverted ? 2 : 1))..<end] where letter < 0x80 { letters.insert(letter) }
                if isInverted { letters.invert() }
                index = end
            case let letter where letter < 0x80: letters.insert(letter)
            default: return nil
            }
            classes.append(letters)
            index += 1
        }
        return classes
    }
}
