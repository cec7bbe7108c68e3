// SPDX-License-Identifier: Apache-2.0

import CGLib

extension StringProtocol {
    /// The text reduced to what a reader takes it for: two texts that look or sound alike have the same skeleton.
    ///
    /// In the manner of UTS #39: compatibility decomposition (NFKD), without default-ignorable characters and combining marks,
    /// letters of other scripts that look like Latin ones replaced by these, in lower case. White space becomes single spaces,
    /// with none at the ends.
    ///
    /// ```
    /// "\u{415}XEM\u{AD}PT  3".skeleton  // "exempt 3", though the E is Cyrillic
    /// ```
    package var skeleton: String {
        var isSpaced = false
        var skeleton = String.UnicodeScalarView()
        for scalar in decomposed.unicodeScalars {
            if scalar.properties.isWhitespace {
                isSpaced = !skeleton.isEmpty
                continue
            }
            if scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .nonspacingMark {
                continue
            }
            if isSpaced { skeleton.append(" ") }
            isSpaced = false
            if let latin = Lookalikes.latin[scalar] {
                skeleton.append(latin)
            } else {
                skeleton.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(skeleton)
    }

    /// The letters and digits of the skeleton, or all of the skeleton where it has none.
    ///
    /// For telling whether two texts say the same, however they are spaced and punctuated.
    package var letterSkeleton: String {
        let skeleton = skeleton
        let letters = skeleton.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return letters.isEmpty ? skeleton : String(String.UnicodeScalarView(letters))
    }

    /// The compatibility decomposition (NFKD). Control characters that are no white space are left out.
    private var decomposed: String {
        let isASCII = utf8.allSatisfy { $0 < 0x80 }
        // GLib takes U+0000 for the end of a text.
        let text = String(String.UnicodeScalarView(unicodeScalars.filter { $0.value != 0 }))
        if isASCII { return text }
        return text.withCString { characters in
            guard let decomposed = g_utf8_normalize(characters, -1, G_NORMALIZE_ALL) else { return text }
            defer { g_free(decomposed) }
            return String(cString: decomposed)
        }
    }
}
