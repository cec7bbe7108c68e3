// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import UnicodeText
import WorkspaceFiles

/// Why information is exempt: an item of `exempt` in a paper's header and in return.yaml.
enum ExemptForm {
    static let paragraph = FormKey(
        "paragraph",
        format: .wholeNumber(Exemption.knownParagraphs),
        required: true,
        "a paragraph of exempt information: 1 to 7 of Part 1 of Schedule 12A to the Local Government Act 1972, or in Wales 12 to 18 of its "
            + "Part 4"
    )
    static let reason = FormKey("reason", required: true, "why the information falls under it, for everybody to read")
    static let publicInterest = FormKey(
        "public-interest",
        required: true,
        "why the public interest in keeping it back outweighs that in publishing it, for everybody to read"
    )

    static let form = Form("the reason for an exemption", [paragraph, reason, publicInterest])
}

extension FilledForm {
    /// Why information is exempt, each paragraph once.
    func exemptReasons(_ key: FormKey) -> [ExemptReason] {
        var reasons: [ExemptReason] = []
        for form in list(key) {
            guard let paragraph = form.wholeNumber(ExemptForm.paragraph) else {
                continue
            }
            if reasons.contains(where: { $0.paragraph == paragraph }) {
                findings.report(.repeatedParagraph(paragraph), at: form.location(of: ExemptForm.paragraph))
                continue
            }
            for key in [ExemptForm.reason, ExemptForm.publicInterest]
            where form.value(key)?.text?.string.trimmed.isEmpty == true {
                findings.report(.empty(key), at: form.location(of: key))
            }
            reasons.append(
                ExemptReason(
                    paragraph: paragraph,
                    reason: form.prose(ExemptForm.reason) ?? Prose(),
                    publicInterest: form.prose(ExemptForm.publicInterest) ?? Prose(),
                    location: form.location
                )
            )
        }
        return reasons
    }
}

extension Diagnostic.Message {
    fileprivate static func repeatedParagraph(_ paragraph: Int) -> Self {
        Self(
            .repeatedExemptParagraph,
            "paragraph `\(paragraph)` stands twice",
            hint: "give all reasons for one paragraph together"
        )
    }
}
