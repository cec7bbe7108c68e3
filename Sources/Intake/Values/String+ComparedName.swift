// SPDX-License-Identifier: Apache-2.0

import UnicodeText

extension String {
    /// The name without its capitals, and with one space between words, by which columns find what they name.
    var comparedName: String {
        let name = lowercased()
        return name.isSingleSpacedASCII ? name : name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The same for the name of a unit, with one word for `&` and one apostrophe.
    var comparedPlaceName: String {
        replacing("&", with: " and ").replacing("\u{2019}", with: "'").comparedName
    }
}
