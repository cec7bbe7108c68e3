// SPDX-License-Identifier: Apache-2.0

/// A dictionary that a review asks whether words are spelt right.
package protocol ReviewDictionary {
    /// Whether a word is in the dictionary, in this form and with these capitals.
    func isKnown(_ word: String) -> Bool

    /// Whether a word is known without a longer search; where it is not, ``isKnown(_:)`` says whether it is.
    func isSurelyKnown(_ word: String) -> Bool

    /// The words that may have been meant in place of one that is not known, the likeliest first.
    func suggestions(for word: String) -> [String]
}

extension ReviewDictionary {
    /// Nothing is sure of a dictionary that is searched in one way.
    package func isSurelyKnown(_ word: String) -> Bool { false }
}
