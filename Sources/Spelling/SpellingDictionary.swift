// SPDX-License-Identifier: Apache-2.0

import CHunspell
import Glibc
import Synchronization

/// A dictionary of Hunspell, as Debian's packages `hunspell-…` install them.
///
/// Opening one reads a megabyte and takes some 45 milliseconds, so that whoever may not need it opens it late.
///
/// ```
/// let dictionary = SpellingDictionary(language: "en-GB")
/// dictionary?.isKnown("programme")
/// ```
package final class SpellingDictionary {
    /// Held while a dictionary is opened or closed: Hunspell up to 1.7.1 counts without a lock the dictionaries that use its table of characters
    /// (hunspell issue 727), so that two threads could free the table while a third reads it.
    private static let openingOrClosing = Mutex(())

    private let handle: OpaquePointer

    /// Opens the dictionary of a language.
    ///
    /// - Parameters:
    ///   - language: a BCP 47 tag.
    ///   - folder: where the dictionaries are.
    /// - Returns: `nil` if there is none for the language, or one that is not in UTF-8.
    package init?(language: String, folder: String = "/usr/share/hunspell") {
        // Hunspell opens what is not there as an empty dictionary, which knows no word.
        guard let files = DictionaryFiles(language: language, folder: folder),
            access(files.affixes, R_OK) == 0, access(files.words, R_OK) == 0,
            let handle = Self.openingOrClosing.withLock({ _ in Hunspell_create(files.affixes, files.words) })
        else { return nil }
        guard let encoding = Hunspell_get_dic_encoding(handle), String(cString: encoding) == "UTF-8" else {
            Self.close(handle)
            return nil
        }
        self.handle = handle
    }

    deinit { Self.close(handle) }

    private static func close(_ handle: OpaquePointer) { openingOrClosing.withLock { _ in Hunspell_destroy(handle) } }

    /// Whether a word is in the dictionary, in this form and with these capitals.
    package func isKnown(_ word: String) -> Bool { Hunspell_spell(handle, word) != 0 }

    /// The words that may have been meant in place of one that is not known, the likeliest first.
    package func suggestions(for word: String) -> [String] {
        var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        let count = Hunspell_suggest(handle, &list, word)
        defer { Hunspell_free_list(handle, &list, count) }
        guard count > 0, let list else { return [] }
        return (0..<Int(count)).compactMap { list[$0].map { String(cString: $0) } }
    }
}
