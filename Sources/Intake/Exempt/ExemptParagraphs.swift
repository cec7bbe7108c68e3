// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import WorkspaceFiles

/// The paragraphs of Schedule 12A that an officer names: `3`, `1, 3` or `1 and 3`.
enum ExemptParagraphs {
    static let hint: DiagnosticText = "paragraphs of Schedule 12A are numbers from 1 to 7: `3`, or `1, 3`"

    /// What a text names; nothing where it is anything but known paragraphs.
    static func read(_ text: some StringProtocol) -> Set<Int>? {
        let words = String(text).replacing(" and ", with: ",").split(separator: ",", omittingEmptySubsequences: false)
        let numbers = words.map { word -> Int? in
            let word = word.trimmed
            guard word.utf8.count == 1, let number = Int(word) else { return nil }
            return Exemption.knownParagraphs.contains(number) ? number : nil
        }
        let known = numbers.compactMap(\.self)
        return known.count == numbers.count && !known.isEmpty ? Set(known) : nil
    }
}

extension Findings {
    /// The exemption that a cell or a key names; an empty text names none, and what cannot be read is reported.
    func exemption(_ text: some StringProtocol, at location: @autoclosure () -> SourceLocation) -> Exemption? {
        if text.isEmpty { return nil }
        hide(location().file)
        if let paragraphs = ExemptParagraphs.read(text) { return Exemption(paragraphs) }
        report(.invalidParagraphs(String(text)), at: location())
        return nil
    }
}

extension Diagnostic.Message {
    fileprivate static func invalidParagraphs(_ written: String) -> Self {
        Self(
            .invalidExemptParagraph,
            "`exempt` names paragraphs of Schedule 12A, not `\(written.shortened)`",
            hint: ExemptParagraphs.hint
        )
    }
}
