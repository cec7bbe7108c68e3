// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What `cleardays explain` prints of a rule, or of all.
package struct RuleExplanation: Sendable {
    private let catalogue: RuleCatalogue

    /// Columns of the terminal; a line of a file may be longer.
    private static let width = 80

    package init(_ catalogue: RuleCatalogue) { self.catalogue = catalogue }

    /// What a rule finds, why, what to do, and an example of each kind; `nil` if nothing is said of it.
    ///
    /// ```
    /// missing-cell (error)
    ///
    /// A cell is empty that each row must have.
    ///
    /// Why it matters: …
    /// What to do: …
    ///
    /// Reported, in returns/people/actions.csv:
    ///
    ///     1 | unit,ref,action,…
    ///     2 | care,EP 2,Buy a new booking system,…
    ///
    ///     error: the reason is missing
    ///     hint: say why, in a sentence
    /// ```
    package func text(of rule: Rule) throws(RuleCatalogue.MissingStretch) -> String? {
        guard let entry = catalogue.entry(of: rule) else { return nil }
        var text = "\(rule.rawValue) (\(rule.severity.rawValue))\n\n" + Self.wrapped(entry.finds)
        text += "\n" + Self.wrapped("Why it matters: " + entry.why) + Self.wrapped("What to do: " + entry.fix)
        if let limits = entry.limits { text += Self.wrapped("Not found: " + limits) }
        if let example = entry.example, let message = entry.message {
            text += "\nReported:\n\n" + Self.wrapped(example, indent: 4) + "\n"
            text += Self.wrapped("\(rule.severity.rawValue): \(message)", indent: 4)
        } else if let mistake = try catalogue.mistake(rule) {
            text += Self.example("Reported", mistake, severity: rule.severity)
        }
        if let right = try catalogue.counterexample(rule) {
            text += Self.example("Not reported", right, severity: rule.severity)
        }
        return text
    }

    /// All rules by group, a line each.
    package var list: String {
        let width = Rule.allCases.map(\.rawValue.count).max() ?? 0
        return catalogue.groups.map { group in
            let lines = group.rules.map { rule in
                let gap = String(repeating: " ", count: width - rule.rawValue.count + 2)
                return "  \(rule.rawValue)\(gap)\(group.entries[rule.rawValue]?.finds.trimmingEnd ?? "")\n"
            }
            return group.heading + "\n" + lines.joined()
        }
        .joined(separator: "\n")
    }

    /// The rule of a name, which may stand in the brackets or quotes of a finding.
    package static func rule(named name: String) -> Rule? {
        let written = name.lowercased().drop { "[`'\"".contains($0) }
        return Rule(rawValue: String(written.prefix { !"]`'\"".contains($0) }))
    }

    /// Names of rules that a name may mean: the nearest, and those that have one of its words.
    package static func nearest(to name: String) -> [String] {
        let names = Rule.allCases.map(\.rawValue)
        let nearest = NearestName.of(name, among: names)
        let words: [Substring] = name.lowercased().split { !$0.isLetter }.filter { $0.count > 3 }
        let alike = names.filter { other in
            other != nearest && other.split(separator: "-").contains { word in words.contains { word.hasPrefix($0) } }
        }
        return Array(((nearest.map { [$0] } ?? []) + alike).prefix(8))
    }

    // MARK: - Layout

    private static func example(
        _ title: String,
        _ excerpt: ExampleExcerpt,
        severity: Diagnostic.Severity
    ) -> String {
        var text = "\n" + title + (excerpt.place.map { ", in \($0)" } ?? "") + ":\n\n"
        if let words = excerpt.words { text += wrapped(words, indent: 4) + (excerpt.lines.isEmpty ? "" : "\n") }
        let width = excerpt.lines.compactMap(\.number).map { String($0).count }.max() ?? 0
        for line in excerpt.lines {
            let number = line.number.map { number in
                String(repeating: " ", count: width - String(number).count) + "\(number) | "
            }
            text += "    " + (number ?? "") + TerminalRenderer.printable(line.text) + "\n"
        }
        guard let message = excerpt.message else { return text }
        if excerpt.words != nil || !excerpt.lines.isEmpty { text += "\n" }
        text += wrapped(TerminalRenderer.printable("\(severity.rawValue): \(message)"), indent: 4)
        if let hint = excerpt.hint { text += wrapped(TerminalRenderer.printable("hint: \(hint)"), indent: 4) }
        return text
    }

    /// A text in lines of the width of a terminal.
    private static func wrapped(_ text: String, indent: Int = 0) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !line.isEmpty, indent + line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return (lines + [line]).map { margin + $0 + "\n" }.joined()
    }
}
