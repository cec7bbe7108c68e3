// SPDX-License-Identifier: Apache-2.0

/// The two files of a dictionary of Hunspell, where Debian's packages `hunspell-…` install them.
struct DictionaryFiles {
    /// The rules of prefixes and suffixes.
    let affixes: String
    let words: String

    /// - Parameter language: a BCP 47 tag.
    /// - Returns: `nil` for a tag of other characters than those of tags, so that no other folder can be named.
    init?(language: String, folder: String) {
        let name = language.map { $0 == "-" ? "_" : $0 }
        guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }) else { return nil }
        let path = folder + "/" + String(name)
        affixes = path + ".aff"
        words = path + ".dic"
    }
}
