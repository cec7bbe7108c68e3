// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import WorkspaceFiles

/// Whatever is exempt has a reason, and every reason is for something.
struct ExemptRules {
    /// A use of paragraphs: what it marks, and its location.
    typealias Use = (exemption: Exemption, location: SourceLocation)

    let findings: DiagnosticCollector
    let reasons: [ExemptReason]
    /// The file or header that gives reasons, in words.
    let place: String

    func check(_ uses: [Use]) {
        let known = Set(reasons.map(\.paragraph))
        var told: Set<Int> = []
        for use in uses {
            for paragraph in use.exemption.paragraphs.subtracting(known).subtracting(told).sorted() {
                told.insert(paragraph)
                findings.report(.exemptionWithoutReason(under: paragraph, in: place), at: use.location)
            }
        }
        let used = uses.reduce(into: Set<Int>()) { $0.formUnion($1.exemption.paragraphs) }
        for reason in reasons where !used.contains(reason.paragraph) {
            findings.report(.reasonWithoutExemption(under: reason.paragraph), at: reason.location)
        }
        for reason in reasons {
            for (_, location) in reason.reason.exemptions + reason.publicInterest.exemptions {
                findings.report(.exemptInReason, at: location)
            }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func exemptionWithoutReason(under paragraph: Int, in place: String) -> Self {
        Self(
            .exemptionWithoutReason,
            "there is no reason why this is exempt under paragraph \(paragraph)",
            hint: "add `exempt:` to \(own: place), with `paragraph: \(paragraph)`, `reason:` and `public-interest:`"
        )
    }

    fileprivate static func reasonWithoutExemption(under paragraph: Int) -> Self {
        Self(
            .reasonWithoutExemption,
            "nothing here is exempt under paragraph \(paragraph)",
            hint: """
                a mark may have been lost or miswritten: put it right first; \
                delete the reason only if nothing here is exempt any more
                """
        )
    }

    fileprivate static var exemptInReason: Self {
        Self(.exemptInPublicText, "the reason for an exemption is public, and holds nothing exempt")
    }
}
