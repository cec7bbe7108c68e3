// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Asks of a paper whether it says what its meeting is to do.
struct RecommendationRules {
    let council: Council

    func check(_ paper: PaperSource, _ report: (Diagnostic.Message, SourceLocation) -> Void) {
        for recommendation in paper.recommendations { check(recommendation, report) }
        let sections = sections(of: paper.body)
        let body = council.body(paper.meeting.body)?.name ?? paper.meeting.body
        // Verbs of other languages are not known.
        if council.language.hasPrefix("en") {
            for section in sections where !section.words.isEmpty && section.words.isDisjoint(with: Self.verbs) {
                report(.recommendationWithoutVerb(in: section.heading, to: body), section.location)
            }
        }
        if paper.lacksRecommendations, sections.isEmpty, paper.purpose != .information {
            report(.missingRecommendation(to: body), paper.location)
        }
    }

    /// Reports a text that says its verb once more.
    private func check(
        _ recommendation: PaperSource.Recommendation,
        _ report: (Diagnostic.Message, SourceLocation) -> Void
    ) {
        guard let block = recommendation.text.blocks.first, case .paragraph(let inlines) = block.content else { return }
        let passage = Passage(PassageText(inlines), .prose, at: block.location, in: Vocabulary())
        let verb = passage.tokens.first?.text == "to" ? 1 : 0
        guard passage.tokens.count > verb,
            passage.tokens[verb].text == recommendation.verb.rawValue.lowercased()
        else { return }
        let words = passage.words(0..<(verb + 1))
        report(.repeatedVerb(recommendation.verb.rawValue, words), block.location)
    }

    /// A part of the body that is headed as recommendations.
    private struct RecommendationSection {
        var heading: String
        var location: SourceLocation
        var level: Int
        /// The words in it, in small letters.
        var words: Set<String> = []
    }

    private func sections(of body: Prose) -> [RecommendationSection] {
        var sections: [RecommendationSection] = []
        var isInside = false
        for block in body.blocks {
            if case .heading(let level, let inlines, _) = block.content {
                let heading = PassageText(inlines).words
                if ["recommendation", "recommendations"].contains(heading.lowercased()) {
                    sections.append(RecommendationSection(heading: heading, location: block.location, level: level))
                    isInside = true
                } else if let last = sections.last, level <= last.level {
                    isInside = false
                }
            } else if isInside, !sections.isEmpty {
                let words = Document(Prose([block]), in: Vocabulary()).passages.flatMap(\.tokens).filter {
                    $0.kind == .word
                }.map(\.text)
                sections[sections.count - 1].words.formUnion(words)
            }
        }
        return sections
    }

    /// What a meeting can be asked to do, in each form: `note`, `notes`, `noted`, `noting`.
    private static let verbs: Set<String> = Set(
        [
            "accept", "acknowledge", "adopt", "advise", "agree", "appoint", "approve", "ask", "authorise", "authorize",
            "comment", "confirm", "consider", "decide", "delegate", "determine", "discuss", "endorse", "instruct",
            "invite", "note", "ratify", "receive", "recommend", "refer", "request", "resolve", "review", "scrutinise",
            "support", "welcome",
        ].flatMap(forms)
    )

    private static func forms(of verb: String) -> [String] {
        if verb.hasSuffix("e") { return [verb, verb + "s", verb + "d", verb.dropLast() + "ing"] }
        if verb.hasSuffix("y") { return [verb, verb.dropLast() + "ies", verb.dropLast() + "ied", verb + "ing"] }
        return [verb, verb + "s", verb + "ed", verb + "ing", verb + "red", verb + "ring"]
    }
}

extension DiagnosticText.Source {
    fileprivate static let council = DiagnosticText.Source.file("council.yaml")
}

extension Diagnostic.Message {
    private static var verbs: String { PaperSource.Recommendation.Verb.allCases.map(\.rawValue).inBackticks }

    fileprivate static func missingRecommendation(to body: String) -> Self {
        Self(
            .missingRecommendation,
            "the paper does not say what \(body, from: .council) is asked to do",
            hint: "add `recommendations:` with a `verb:` (\(own: verbs)) and a `text:`; "
                + "a paper that is only to be read says `purpose: information`"
        )
    }

    fileprivate static func recommendationWithoutVerb(in heading: String, to body: String) -> Self {
        Self(
            .recommendationWithoutVerb,
            "the section `\(heading)` has no verb that says what \(body, from: .council) is to do",
            hint:
                "write what it is asked: \(own: verbs); or put it under `recommendations:` in the header, where a verb is asked for"
        )
    }

    fileprivate static func repeatedVerb(_ verb: String, _ words: String) -> Self {
        Self(
            .repeatedVerb,
            "the recommendation says its verb twice: the paper prints `\(own: verb) \(words)`",
            hint: "delete `\(words)` from the beginning of `text`"
        )
    }
}
