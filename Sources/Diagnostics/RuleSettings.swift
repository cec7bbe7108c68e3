// SPDX-License-Identifier: Apache-2.0

/// What a council has set of the rules: those that are turned off, and those whose findings matter more or less than usual.
///
/// ```
/// house-style:
///   rules: { mixed-precision: off, repeated-text: warning, unprinted-comment: error }
/// ```
package struct RuleSettings: Sendable, Hashable {
    /// How much the findings of a rule matter to a council.
    package enum Level: String, Sendable, Hashable, CaseIterable {
        /// They are not reported.
        case off
        case advice, warning, error

        /// The severity of the findings, or `nil` if they are not reported.
        package var severity: Diagnostic.Severity? {
            switch self {
            case .off: nil
            case .advice: .advice
            case .warning: .warning
            case .error: .error
            }
        }
    }

    private var levels: [Rule: Level] = [:]

    /// Every rule as it is.
    package init() {}

    /// The level of a rule, or `nil` if the council leaves it as it is. A rule that is not waivable keeps its severity.
    package subscript(rule: Rule) -> Level? {
        get { levels[rule] }
        set { if rule.isWaivable { levels[rule] = newValue } }
    }

    /// Whether findings of some rule hold papers up that otherwise would not.
    package var holdUpMore: Bool { levels.values.contains(.error) }

    /// How much a finding of a rule matters; `nil` if it is not reported.
    package func severity(of rule: Rule) -> Diagnostic.Severity? {
        levels[rule].map(\.severity) ?? rule.severity
    }

    /// The diagnostics as the settings have them; an error stays an error.
    ///
    /// Applying them twice changes nothing.
    package func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        if levels.isEmpty { return diagnostics }
        return diagnostics.compactMap { diagnostic in
            guard diagnostic.severity != .error, !diagnostic.isExposure else { return diagnostic }
            var diagnostic = diagnostic
            // One of those that are not told may be of a rule that holds papers up here.
            if diagnostic.rule == .moreProblems, holdUpMore { diagnostic.severity = .error }
            guard let level = levels[diagnostic.rule] else { return diagnostic }
            guard let severity = level.severity else { return nil }
            diagnostic.severity = severity
            return diagnostic
        }
    }
}
