// SPDX-License-Identifier: Apache-2.0

import PaperTree
import UnicodeText

/// A document has a title and a well-formed language tag (ISO 14289-1, 7.1 and 7.2).
struct DocumentAssertions {
    let properties: Paper.Properties

    func check() throws(ExportError) {
        if TextDigest(properties.title).isEmpty { throw ExportError("the paper has no title") }
        guard LanguageTag(properties.language) != nil else {
            throw ExportError("`\(properties.language)` is not the tag of a language")
        }
    }
}
