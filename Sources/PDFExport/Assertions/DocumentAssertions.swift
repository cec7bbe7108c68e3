// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// A document has a title and a well-formed language tag (ISO 14289-1, 7.1 and 7.2).
struct DocumentAssertions {
    let properties: Paper.Properties

    func check() throws(ExportError) {
        if TextDigest(properties.title).isEmpty { throw ExportError("the paper has no title") }
        guard isWellFormed(properties.language) else {
            throw ExportError("`\(properties.language)` is not the tag of a language")
        }
    }

    /// The form of RFC 5646: a language of two or three letters, or a longer registered one, and subtags of up to eight
    /// letters or digits.
    private func isWellFormed(_ tag: String) -> Bool {
        let subtags = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let language = subtags.first, (2...8).contains(language.count), language.allSatisfy(\.isLetter) else {
            return false
        }
        return subtags.dropFirst().allSatisfy { subtag in
            (1...8).contains(subtag.count) && subtag.allSatisfy { $0.isLetter || $0.isDigit }
        }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }
}
