// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What must not become public.
struct Secret: Sendable, Hashable {
    /// Whether it is the first of its ``Pair``.
    var isFirst: Bool
    /// A word of letters that stand beside each other nowhere else.
    var word: String
    var figure: String
    /// A month, as a CSV file has it and as a paper prints it.
    var month: String
    var printedMonth: String
    /// Words in a script that nothing else in the workspace is written in, and that needs a font of its own.
    var foreign: String

    /// Two secrets for one place, of other letters and another length, so that a public byte that depends on the secret in any way
    /// differs between them.
    struct Pair: Sendable, Hashable {
        let first: Secret
        let second: Secret

        fileprivate init(
            _ index: Int,
            _ first: (word: String, figure: String),
            _ second: (word: String, figure: String)
        ) {
            self.first = Secret(
                isFirst: true,
                word: first.word,
                figure: first.figure,
                month: "\(2031 + index)-07",
                printedMonth: "July \(2031 + index)",
                foreign: "বাংলাদেশ"
            )
            self.second = Secret(
                isFirst: false,
                word: second.word,
                figure: second.figure,
                month: "\(2042 + index)-11",
                printedMonth: "November \(2042 + index)",
                foreign: "மொழி"
            )
        }

        /// The one that placements with this number take where one secret tells as much as two.
        func alternate(_ number: Int) -> Secret { number % 2 == 0 ? first : second }
    }

    /// One pair for each secret of a workspace that holds several: no two share four letters or a figure.
    static let pairs = [
        Pair(0, ("Zyxwulfric", "7,131,723"), ("Qopjvenkuzmi", "904.85")),
        Pair(1, ("Vexqomdrand", "8,242,619"), ("Hruvzikolbane", "317.46")),
        Pair(2, ("Jarkvylthep", "5,353,807"), ("Ytrakwemozif", "628.93")),
        Pair(3, ("Wuzpelgroth", "9,464,931"), ("Ojdrefnuvyx", "539.17")),
        Pair(4, ("Kyvnamzorb", "6,575,249"), ("Lubqasnivorp", "841.62")),
        Pair(5, ("Xilphumgrax", "4,686,173"), ("Mgezkyrotwai", "752.38")),
        Pair(6, ("Bwenqyatto", "3,797,461"), ("Pfuljynxobdek", "963.74")),
        Pair(7, ("Dozvimkhyr", "2,818,597"), ("Ruxodqimveh", "475.29")),
    ]
    static let first = pairs[0].first

    /// The texts of which none may stand in anything public, in small letters. Of the word every four letters count: it may have
    /// been cut.
    var signs: [String] {
        let letters = Array(word.lowercased())
        let pieces = (0...(letters.count - 4)).map { String(letters[$0..<($0 + 4)]) }
        let figures = figure.contains(",") ? [figure, figure.replacing(",", with: "")] : [figure]
        return pieces + figures + [month, printedMonth.lowercased(), foreign]
    }

    /// What of the secret stands among bytes, whatever the case of its letters.
    func signs(in bytes: [UInt8]) -> [String] { signs(inLowercase: Data(bytes.lowercase.utf8)) }

    /// What of the secret stands in a text of small letters.
    func signs(inLowercase text: Data) -> [String] {
        signs.filter { text.range(of: Data($0.utf8)) != nil }
    }
}

extension [UInt8] {
    /// The text in small letters.
    var lowercase: String { String(decoding: self, as: UTF8.self).lowercased() }
}
