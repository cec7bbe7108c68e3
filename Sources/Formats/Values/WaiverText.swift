// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import UnicodeText
package import WorkspaceFiles

/// A waiver in one line of text: the name of the rule and, behind a colon, the reason.
///
/// ```
/// figure-differs: The figure is of girls
/// ```
///
/// It is written in a comment of Markdown and under `waived` in a row.
package struct WaiverText: Equatable {
    /// The rule as it is written.
    package let rule: String
    /// The reason; empty if there is none.
    package let reason: String

    /// A waiver of which the parts are written separately.
    package init(rule: String, reason: String) {
        self.rule = rule
        self.reason = reason
    }

    /// Reads a text; its first word is the rule, also without a colon.
    package init(_ text: String) {
        let text = text.trimmed
        let end = text.firstIndex { $0 == ":" || $0.isWhitespace } ?? text.endIndex
        rule = String(text[..<end])
        reason = text[end...].drop { $0 == ":" || $0.isWhitespace }.split(whereSeparator: \.isWhitespace).joined(
            separator: " "
        )
    }

    /// Reads a comment; `nil` unless its first word is `waive`. `waived` and `waiver` are meant so too.
    init?(comment: some StringProtocol) {
        let text = String(comment).trimmed
        guard text.lowercased().hasPrefix("waive") else { return nil }
        self.init(String(text.drop { $0.isLetter }.drop { $0 == ":" || $0.isWhitespace }))
    }

    /// Reads a cell, which may hold several with semicolons or line ends between them. A reason may have a semicolon in it too: what follows
    /// one is a waiver of its own if it begins with a word and a colon.
    package static func all(in cell: String) -> [WaiverText] {
        var parts: [String] = []
        for part in cell.split(whereSeparator: { $0 == ";" || $0.isNewline }).map({ String($0).trimmed })
        where !part.isEmpty {
            let name = part.prefix { $0 != ":" }
            if !parts.isEmpty, name.endIndex == part.endIndex || name.contains(where: \.isWhitespace) {
                parts[parts.count - 1] += "; " + part
            } else {
                parts.append(part)
            }
        }
        return parts.map { WaiverText($0) }
    }
}

extension DiagnosticCollector {
    /// Takes a waiver in; reports one that is not complete, or of a rule that cannot be waived.
    ///
    /// - Parameter location: where the waiver is written.
    package func addWaiver(_ written: WaiverText, _ reach: Waiver.Reach, at location: SourceLocation) {
        guard let rule = waivableRule(written.rule, at: location) else { return }
        guard written.reason.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
            return report(.waiverWithoutReason(rule), at: location)
        }
        add(Waiver(rule, reach, reason: written.reason, at: location))
    }

    /// The rule of a name that a waiver may have; reports any other.
    package func waivableRule(_ name: String, at location: SourceLocation) -> Rule? {
        if name.isEmpty {
            report(.waiverWithoutRule, at: location)
            return nil
        }
        guard let rule = Rule(rawValue: name.lowercased()) else {
            report(.unknownRule(name), at: location)
            return nil
        }
        guard rule.isWaivable else {
            report(.fixedRule(rule), at: location)
            return nil
        }
        return rule
    }
}

extension Diagnostic.Message {
    private static let nameHint: DiagnosticText =
        "write the name of the rule as `cleardays check` gives it, such as `figure-differs`"

    fileprivate static var waiverWithoutRule: Self {
        Self(.invalidWaiver, "the waiver names no rule", hint: nameHint)
    }

    fileprivate static func unknownRule(_ name: String) -> Self {
        Self(
            .invalidWaiver,
            "`\(name.shortened)` is not a rule",
            hint: NearestName.of(name, among: Rule.allCases.filter(\.isWaivable).map(\.rawValue))
                .map { "did you mean `\(own: $0)`?" } ?? nameHint
        )
    }

    fileprivate static func waiverWithoutReason(_ rule: Rule) -> Self {
        Self(
            .invalidWaiver,
            "the waiver of `\(own: rule.rawValue)` has no reason",
            hint: "say in a few words why it is right as it is"
        )
    }

    /// A waiver without a place.
    package static func waiverWithoutPlace(_ rule: Rule) -> Self {
        Self(
            .invalidWaiver,
            "the waiver of `\(own: rule.rawValue)` does not say where",
            hint: "write a few words of the text that is meant, or the reference of the row, under `at`"
        )
    }

    fileprivate static func fixedRule(_ rule: Rule) -> Self {
        Self(
            .fixedRule,
            rule.severity == .error
                ? "`\(own: rule.rawValue)` is an error, and no error can be waived"
                : "`\(own: rule.rawValue)` cannot be waived",
            hint: rule.severity == .error ? "put right what it reports" : "delete this waiver"
        )
    }
}
