// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What must not become public. There are two, of other letters and another length, so that a public byte that depends on the
/// secret in any way differs between them.
struct Secret: Sendable, Hashable {
    /// A word of letters that stand beside each other nowhere else.
    var word: String
    var figure: String
    /// A month, as a CSV file has it and as a paper prints it.
    var month: String
    var printedMonth: String
    /// Words in a script that nothing else in the workspace is written in, and that needs a font of its own.
    var foreign: String

    static let first = Secret(
        word: "Zyxwulfric",
        figure: "7,131,723",
        month: "2031-07",
        printedMonth: "July 2031",
        foreign: "বাংলাদেশ"
    )
    static let second = Secret(
        word: "Qopjvenkuzmi",
        figure: "904.85",
        month: "2042-11",
        printedMonth: "November 2042",
        foreign: "மொழி"
    )

    /// The texts of which none may stand in anything public, in small letters. Of the word every four letters count: it may have
    /// been cut.
    private var signs: [String] {
        let letters = Array(word.lowercased())
        let pieces = (0...(letters.count - 4)).map { String(letters[$0..<($0 + 4)]) }
        return pieces + [figure, figure.replacing(",", with: ""), month, printedMonth.lowercased(), foreign]
    }

    /// What of the secret stands among bytes, whatever the case of its letters.
    func signs(in bytes: [UInt8]) -> [String] {
        let bytes = Data(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
        return signs.filter { bytes.range(of: Data($0.utf8)) != nil }
    }
}
