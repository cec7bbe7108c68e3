// SPDX-License-Identifier: Apache-2.0

/// Letters of other scripts that readers take for Latin ones.
///
/// The single letters of Unicode's table of confusables (UTS #39) whose prototype is a Latin letter, and the small letters of
/// Cyrillic and Greek that have the shape of a Latin capital. What compatibility decomposition makes Latin by itself, such as
/// fullwidth and mathematical letters, needs no entry.
enum Lookalikes {
    static let latin: [Unicode.Scalar: Unicode.Scalar] = {
        var latin: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (letter, lookalikes) in letters {
            for scalar in lookalikes.unicodeScalars { latin[scalar] = letter }
        }
        return latin
    }()

    private static let letters: [(Unicode.Scalar, String)] = [
        ("a", "ɑΑαАаᎪᗅ⍺ꓮ"),
        ("b", "ƄΒВвЬᏏᏴᑲᖯᗷꓐꞴ"),
        ("c", "ϲϹСсᏟᴄⲤⲥꓚꮯ"),
        ("d", "ԁᎠᏧᑯᗞᗪꓒꓓ"),
        ("e", "ΕεЕеҽᎬ℮⋿ⴹꓰꬲᴇ"),
        ("f", "ϜքᖴẝꓝꞘꞙꬵ"),
        ("g", "ƍɡԌցᏀᏳᶃꓖ"),
        ("h", "ΗНнһհᎻᏂᕼⲎꓧ"),
        ("i", "ıɩɪιіӏІЇΙᎥ⍳ꙇꭵ"),
        ("j", "ͿϳЈјᎫᒍꓙꞲ"),
        ("k", "ΚκКкᏦᛕⲔꓗ"),
        ("l", "ƖǀӀ۱Ꮮᒪᛁ∣⏽ⲒⳐⵏꓡꓲ￨"),
        ("m", "ΜϺМмᎷᗰᛖⲘꓟᴍ"),
        ("n", "ΝոռⲚꓠ"),
        ("o", "ΟοσОоՕօ۵०০੦૦ଠ୦௦ం౦ಂ೦ംഠ൦ං๐໐ဝ၀ჿዐᴏᴑⲞⲟⵔ〇ꓳꬽ"),
        ("p", "ΡρϱРрᏢᑭ⍴Ⲣⲣꓑᴘ"),
        ("q", "ԛգզⵕ"),
        ("r", "ƦгᎡᏒᖇᴦⲅꓣꭇꭈꮁ"),
        ("s", "ƽЅѕՏᏕᏚꓢꜱꮪ"),
        ("t", "ΤτТтᎢ⊤⟙ⲦꓔᴛƬ"),
        ("u", "ʋυՍսሀᑌᴜ∪⋃ꓴꞟꭎꭒ"),
        ("v", "νѴѵ۷Ꮩᐯᴠ∨⋁ⴸꓦꛟꮩ"),
        ("w", "ɯѡԜԝաᎳᏔᴡꓪꮃ"),
        ("x", "×ΧχХхᕁᕽ᙭᙮ᚷ╳⤫⤬⨯ⲬⵝꓫꞳ"),
        ("y", "ɣʏΥγϒУуҮүყᎩᎽᶌỿℽⲨꓬꭚ"),
        ("z", "ΖᏃᴢꓜꮓ"),
    ]
}
