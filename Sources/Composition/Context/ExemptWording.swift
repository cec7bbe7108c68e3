// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring
import PaperTree

extension CompositionContext {
    var exemptWording: ExemptWording { ExemptWording(wording: wording, audience: audience) }
}

/// Words that say what is exempt, and under which paragraphs of Schedule 12A.
struct ExemptWording {
    let wording: Wording
    let audience: Audience

    /// A phrase with the paragraphs filled in.
    func words(_ phrase: Phrase, _ exemption: Exemption) -> String {
        wording.words(phrase, ["paragraphs": paragraphs(exemption), "citation": citation(exemption)])
    }

    /// "paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972 (information about …)".
    func citation(_ exemption: Exemption) -> String {
        let descriptions = exemption.paragraphs.sorted().compactMap { Phrase.exemptParagraph($0) }.map {
            wording.words($0)
        }
        return wording.words(
            .exemptCitation,
            ["paragraphs": paragraphs(exemption), "descriptions": descriptions.joined(separator: "; ")]
        )
    }

    /// "paragraphs 1 and 3".
    private func paragraphs(_ exemption: Exemption) -> String {
        wording.words(
            exemption.paragraphs.count == 1 ? .exemptNumber : .exemptNumbers,
            ["numbers": wording.words(list: exemption.paragraphs.sorted().map(String.init))]
        )
    }

    /// Who may read a paper.
    ///
    /// - Parameters:
    ///   - whole: where the paper is exempt as a whole.
    ///   - parts: what is exempt in it.
    func classification(whole: Exemption?, parts: Exemption?) -> String {
        if let whole { return words(audience == .public ? .withheld : .exempt, whole) }
        guard let parts else { return wording.words(.unrestricted) }
        return words(audience == .public ? .partlyWithheld : .partlyExempt, parts)
    }
}

extension Phrase {
    /// What a paragraph of Schedule 12A is about.
    fileprivate static func exemptParagraph(_ number: Int) -> Phrase? { Phrase(rawValue: "exempt-paragraph-\(number)") }
}
