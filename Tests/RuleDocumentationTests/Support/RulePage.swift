// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RuleDocumentation
import TestSupport

/// The page docs/rules.md: each rule for whoever has a message of it before them.
struct RulePage {
    private let catalogue: RuleCatalogue

    init(_ catalogue: RuleCatalogue) { self.catalogue = catalogue }

    func markdown() throws -> String {
        let introduction = try String(
            contentsOfFile: Repository.folder + "/docs/rules/introduction.md",
            encoding: .utf8
        )
        var page = introduction + "\n## Contents\n\n"
        for group in catalogue.groups {
            let count = group.rules.count == 1 ? "1 rule" : "\(group.rules.count) rules"
            page += "- [\(group.heading)](#\(group.heading.anchor)), \(count)\n"
        }
        for group in catalogue.groups {
            page += "\n## \(group.heading)\n\n"
            if let about = group.about { page += "\(about.trimmingEnd)\n\n" }
            page += group.rules.map { "[`\($0.rawValue)`](#\($0.rawValue))" }.joined(separator: ", ") + "\n"
            for rule in group.rules {
                if let entry = group.entries[rule.rawValue] { page += try section(of: rule, entry) }
            }
        }
        return page
    }

    private func section(of rule: Rule, _ entry: RuleEntry) throws -> String {
        var text = "\n### \(rule.rawValue)\n\n**\(rule.severity.title).** \(entry.finds.trimmingEnd)\n\n"
        text += "- *Why it matters:* \(entry.why.trimmingEnd)\n- *What to do:* \(entry.fix.trimmingEnd)\n"
        if let limits = entry.limits { text += "- *Not found:* \(limits.trimmingEnd)\n" }
        let others = try otherMessages(of: rule, entry)
        if !others.isEmpty { text += "- *Other messages:* \(others.joined(separator: " · "))\n" }
        if let example = entry.example, let message = entry.message {
            text += "\n\(example.trimmingEnd)\n\n```text\n\(rule.severity.rawValue): \(message)\n```\n"
        } else if let mistake = try catalogue.mistake(rule) {
            if let words = mistake.words { text += "\n\(words)\n" }
            let message = "\(mistake.place.map { "\($0): " } ?? "")\(rule.severity.rawValue): \(mistake.message ?? "")"
            text += "\n````text\n\(mistake.numberedLines)\(message)\n````\n"
        }
        guard let right = try catalogue.counterexample(rule) else { return text }
        // Directly below the fence of the mistake.
        text += "*Not reported:*" + (right.words.map { " \($0)" } ?? "")
        switch right.lines.count {
        case 0: text += "\n"
        case 1 where !right.lines[0].text.contains("`"):
            text += " `\(right.lines[0].text.trimmingCharacters(in: .whitespaces))`\n"
        default: text += "\n\n````text\n\(right.lines.map { $0.text + "\n" }.joined())````\n"
        }
        return text
    }

    /// The messages of the examples after the first, each once.
    private func otherMessages(of rule: Rule, _ entry: RuleEntry) throws -> [String] {
        var known: Set<String> = []
        return try entry.fires.indices.compactMap { index in
            let found = try ExampleFindings.of(rule.rawValue, passes: false, index).first { $0.rule == rule }
            guard let message = found?.message, known.insert(message).inserted, index > 0 else { return nil }
            return message
        }
    }
}

extension ExampleExcerpt {
    /// The lines as a finding shows them.
    fileprivate var numberedLines: String {
        lines.map { line in (line.number.map { "\($0) | " } ?? "") + line.text + "\n" }.joined()
    }
}

extension Diagnostic.Severity {
    fileprivate var title: String {
        switch self {
        case .error: "Error"
        case .warning: "Warning"
        case .advice: "Advice"
        }
    }
}

extension String {
    /// What a heading is called in links.
    fileprivate var anchor: String {
        lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }.replacing(" ", with: "-")
    }
}
