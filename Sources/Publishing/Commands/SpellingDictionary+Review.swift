// SPDX-License-Identifier: Apache-2.0

import Review
package import Spelling

/// A review asks the dictionary whether the words of a round are spelt right.
extension SpellingDictionary: ReviewDictionary {
    /// The dictionary of British English, whose words the rules of a review know; `nil` if it is not installed.
    package static var english: SpellingDictionary? { SpellingDictionary(language: "en-GB") }
}
