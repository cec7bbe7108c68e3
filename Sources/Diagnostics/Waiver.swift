// SPDX-License-Identifier: Apache-2.0

/// What an officer has written down about a finding that is right as it is: of which rule, where, and why.
///
/// ```
/// waive:
///   - { rule: figure-differs, at: "NI 75 stands at 51.3%", reason: "The figure is of girls" }
/// ```
///
/// A waiver never concerns an error or an exposure (``Rule/isWaivable``), and is for one place.
package struct Waiver: Sendable, Hashable {
    /// The place of the findings that a waiver is for.
    package enum Reach: Sendable, Hashable {
        /// A text that has these words, a key or a file of that name: in the files about the same subject as the waiver.
        case words(String)
        /// Lines of the file, or rows of the sheet, in which the waiver is written: a row, or the block below a comment.
        case rows(ClosedRange<Int>)
    }

    /// The rule of the findings.
    package let rule: Rule
    /// Their place.
    package let reach: Reach
    /// Why they may stay, in the officer's words.
    package let reason: String
    /// Where the waiver is written.
    package let location: SourceLocation

    package init(_ rule: Rule, _ reach: Reach, reason: String, at location: SourceLocation) {
        self.rule = rule
        self.reach = reach
        self.reason = reason
        self.location = location
    }
}

/// A finding that a waiver takes out of the list, with the reason.
package struct WaivedDiagnostic: Sendable, Hashable {
    /// The finding.
    package let diagnostic: Diagnostic
    /// Why it may stay; `…` where the words may be exempt.
    package let reason: String
    /// Where the waiver is written.
    package let waiver: SourceLocation

    package init(_ diagnostic: Diagnostic, reason: String, waiver: SourceLocation) {
        self.diagnostic = diagnostic
        self.reason = reason
        self.waiver = waiver
    }
}

extension Rule {
    /// Whether a finding of the rule can be waived, and the rule be turned off: neither an error, nor what tells of exempt information or of
    /// waivers themselves.
    package var isWaivable: Bool {
        if isExposure { return false }
        switch self {
        case .ledgerRestarted, .releasedExemption, .unmarkedRestrictedFile, .shortWaiver, .unusedWaiver, .invalidWaiver,
            .blanketWaiver, .fixedRule, .invalidRuleSetting:
            return false
        default: return severity != .error
        }
    }

    /// Whether only the pages of a paper show it, so that a check that sets none does not know of it.
    package var isFoundOnPages: Bool {
        switch self {
        case .columnsTooNarrow, .unsettledPages, .appendixTooLong, .untestedFont: true
        default: false
        }
    }

    /// Whether the rule depends on the day of the check: without a day (`check --on`) it is not run.
    package var dependsOnDay: Bool {
        switch self {
        case .latePublication, .publicationDue, .draftOfPastMeeting: true
        default: false
        }
    }
}
