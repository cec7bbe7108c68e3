// SPDX-License-Identifier: Apache-2.0

package import UnicodeText

extension LanguageTag {
    /// The language of words that are not in the paper's own.
    package static let welsh: LanguageTag = {
        guard let tag = LanguageTag("cy") else { preconditionFailure("cy is the tag of a language") }
        return tag
    }()
}
