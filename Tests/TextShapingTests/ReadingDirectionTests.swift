// SPDX-License-Identifier: Apache-2.0

import TextShaping
import Testing

/// Which way text runs (Unicode Standard Annex 9).
struct ReadingDirectionTests {
    @Test(
        arguments: [
            ("", [], false), ("abc", [0, 0, 0], false), ("שלו", [1, 1, 1], true), ("a ש", [0, 0, 1], false),
            ("ש a", [1, 1, 2], true),
            ("ש 12", [1, 1, 2, 2], true), ("12", [0, 0], false), ("…", [0], false), ("é👩a", [0, 0, 0], false),
        ] as [(String, [UInt8], Bool)]
    )
    func `each scalar has its level, and the first letter decides for all`(
        text: String,
        levels: [UInt8],
        isBackward: Bool
    ) {
        let direction = ReadingDirection(of: text)
        #expect(direction.levels == levels)
        #expect(direction.isBackward == isBackward)
    }

    @Test func `a direction that is known goes before the first letter`() {
        #expect(ReadingDirection(of: "a.", isBackward: true).levels == [2, 1])
        #expect(ReadingDirection(of: "ש.", isBackward: false).levels == [1, 0])
        #expect(ReadingDirection(of: "", isBackward: true).isBackward)
    }

    @Test(arguments: [
        ("", false), ("plain – “text” 2009 é ✔", false), ("Ελληνικά Кириллица 漢字 ไทย ਗੁਰਮੁਖੀ", false), ("👩‍👧", false),
        ("a ש", true), ("العربية", true), ("ܫܠܡܐ", true), ("ހ", true), ("ߒߞߏ", true), ("\u{200F}", true),
        ("\u{202B}a", true),
        ("\u{FB2A}", true), ("\u{FEFC}", true), ("\u{10900}", true), ("\u{1E900}", true), ("\u{FEFF}", false),
        ("\u{200E}", false),
        ("\u{58F}", false), ("\u{900}", false),
    ])
    func `letters that may run from right to left are found`(text: String, holds: Bool) {
        #expect(text.holdsBackwardLetters == holds)
    }
}
