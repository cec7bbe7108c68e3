// SPDX-License-Identifier: Apache-2.0

extension String {
    /// The name without its capitals, and with one space between words, by which columns find what they name.
    var comparedName: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
