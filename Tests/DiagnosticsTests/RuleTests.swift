// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

/// The registry of rules.
struct RuleTests {
    @Test(arguments: Rule.allCases)
    func `an identifier is words in small letters, joined by hyphens`(rule: Rule) {
        #expect(rule.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
    }

    @Test func `an identifier is that of one rule`() {
        #expect(Set(Rule.allCases.map(\.rawValue)).count == Rule.allCases.count)
    }

    @Test func `these rules are advice`() {
        #expect(
            Rule.allCases.filter { $0.severity == .advice }.map(\.rawValue) == [
                "unchanged-figures", "money-without-currency", "mixed-precision", "repeated-text",
                "undefined-abbreviation", "mixed-terms", "mixed-dashes", "mixed-run-in", "all-capitals",
                "repeated-word", "confused-words", "spelling", "long-sentence", "hard-to-read", "stray-space",
                "publication-due", "position-word",
            ]
        )
    }

    @Test func `these rules are warnings, and all others errors or advice`() {
        let warnings = Rule.allCases.filter { $0.severity == .warning }.map(\.rawValue)
        #expect(
            warnings == [
                "unread-file",
                "text-above-table",
                "unread-sheet",
                "cell-comment",
                "text-outside-table",
                "document-comment",
                "unprinted-text",
                "hidden-text",
                "incomplete-bank-holidays",
                "missing-status-word",
                "misspelt-name",
                "empty-block",
                "heading-in-bold",
                "heading-numbered-by-hand",
                "short-waiver",
                "unused-waiver",
                "draft-after-meeting",
                "unlikely-meeting-day",
                "body-without-remit",
                "public-before-earlier-meeting",
                "meeting-not-in-calendar",
                "missing-return",
                "missing-statement",
                "unprinted-comment",
                "unprinted-column",
                "missing-total",
                "unreported-units",
                "incomparable-period",
                "unused-status-reason",
                "missing-comment",
                "converted-reference",
                "mixed-units",
                "repeated-reference",
                "unused-note",
                "chart-without-ratings",
                "heading-too-deep",
                "unchanged-amendment",
                "figure-differs",
                "change-differs",
                "direction-differs",
                "points-for-percent",
                "share-differs",
                "status-differs-from-forecast",
                "unit-differs-from-measure",
                "population-differs",
                "impossible-date",
                "distant-date",
                "past-tense-of-future",
                "unexplained-link",
                "missing-recommendation",
                "recommendation-without-verb",
                "repeated-verb",
                "late-publication",
                "draft-of-past-meeting",
                "period-differs-from-column",
                "columns-too-narrow",
                "unsettled-pages",
                "appendix-too-long",
                "ledger-restarted",
                "released-exemption",
                "untested-font",
                "unread-font",
                "unmarked-restricted-file",
                "invalid-waiver",
                "blanket-waiver",
                "fixed-rule",
                "invalid-rule-setting",
                "unread-configuration",
                "shared-folder-above",
                "unanswered-folders",
                "unusable-program",
            ]
        )
    }

    @Test func `what may print exempt words is an error`() {
        #expect(Rule.allCases.filter { $0.isExposure && $0.severity != .error } == [])
    }

    @Test func `a diagnostic takes its severity from its rule`() {
        #expect(Diagnostic(.init(.unreadFile, "x"), at: nil).severity == .warning)
        #expect(Diagnostic(.init(.unknownKey, "x"), at: nil).severity == .error)
        #expect(Diagnostic(.init(.nearExemptMarker, "x"), at: nil).isExposure)
        #expect(!Diagnostic(.init(.unknownKey, "x"), at: nil).isExposure)
    }
}
