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
    /// How a reason is added where there is none, by its paragraph.
    let reasonToAdd: (Int) -> DiagnosticText
    /// The council's; `nil` if its file could not be read.
    let nation: Nation?

    /// How a form in YAML says why something is exempt.
    static func reasonToAdd(under paragraph: Int, to place: DiagnosticText) -> DiagnosticText {
        "add `exempt:` to \(place), with `paragraph: \(paragraph)`, `reason:` and `public-interest:`"
    }

    func check(_ uses: [Use]) {
        let known = Set(reasons.map(\.paragraph))
        var reported: Set<Int> = []
        for use in uses {
            for paragraph in use.exemption.paragraphs.subtracting(known).subtracting(reported).sorted() {
                reported.insert(paragraph)
                findings.report(
                    .exemptionWithoutReason(under: paragraph, hint: reasonToAdd(paragraph)),
                    at: use.location
                )
            }
        }
        let used = uses.reduce(into: Set<Int>()) { $0.formUnion($1.exemption.paragraphs) }
        for reason in reasons where !used.contains(reason.paragraph) {
            findings.report(.reasonWithoutExemption(under: reason.paragraph), at: reason.location)
        }
        checkNumbers(uses)
        for reason in reasons {
            for (_, location) in reason.reason.exemptions + reason.publicInterest.exemptions {
                findings.report(.exemptInReason, at: location)
            }
        }
    }
}

extension ExemptRules {
    /// Reports paragraphs that the council's nation does not have, each once.
    func checkNumbers(_ uses: [Use]) {
        guard let nation else { return }
        var reported: Set<Int> = []
        let reasons = reasons.map { (exemption: Exemption([$0.paragraph]), location: $0.location) }
        for use in uses + reasons {
            for paragraph in use.exemption.paragraphs.sorted()
            where !nation.exemptParagraphs.contains(paragraph) && reported.insert(paragraph).inserted {
                findings.report(.foreignParagraph(paragraph, in: nation), at: use.location)
            }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func foreignParagraph(_ paragraph: Int, in nation: Nation) -> Self {
        let known = nation.exemptParagraphs
        return Self(
            .invalidExemptParagraph,
            "\(own: nation.rawValue) has no paragraph \(paragraph) of exempt information",
            hint: "its paragraphs are \(known.lowerBound) to \(known.upperBound); `nation` is in council.yaml"
        )
    }

    fileprivate static func exemptionWithoutReason(under paragraph: Int, hint: DiagnosticText) -> Self {
        Self(
            .exemptionWithoutReason,
            "there is no reason why this is exempt under paragraph \(paragraph)",
            hint: hint
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
        Self(
            .exemptInPublicText,
            "the reason for an exemption is public, and holds nothing exempt",
            hint: "take the exempt passage out of the reason"
        )
    }
}
