// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Monitoring
import UnicodeText

/// The paragraphs of exempt information that an officer names: `3`, `1, 3` or `1 and 3`.
package enum ExemptParagraphs {
    /// How paragraphs are written, for hints.
    package static let hint: DiagnosticText =
        "paragraphs are numbers, `3` or `1, 3`: in Wales from 12 to 18, in Scotland from 1 to 15, elsewhere from 1 to 7"

    /// The paragraphs that a text names, or `nil` if it is anything else.
    package static func read(_ text: some StringProtocol) -> Set<Int>? {
        let words = String(text).replacing(" and ", with: ",").split(separator: ",", omittingEmptySubsequences: false)
        let numbers = words.map { word -> Int? in
            let word = word.trimmed
            guard word.utf8.count <= 2, !word.hasPrefix("0"), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let number = Int(word)
            else { return nil }
            return Exemption.knownParagraphs.contains(number) ? number : nil
        }
        let known = numbers.compactMap(\.self)
        return known.count == numbers.count && !known.isEmpty ? Set(known) : nil
    }
}
