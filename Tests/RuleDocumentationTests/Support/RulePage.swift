// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import TestSupport

/// The page docs/rules.md: each rule for whoever has a message of it before them.
struct RulePage {
    private let groups: [RuleGroup]

    init(_ groups: [RuleGroup]) { self.groups = groups }

    func markdown() throws -> String {
        let introduction = try String(
            contentsOfFile: Repository.folder + "/docs/rules/introduction.md",
            encoding: .utf8
        )
        var page = introduction + "\n## Contents\n"
        for group in groups {
            page += "\n- [\(group.heading)](#\(group.heading.anchor)): "
            page += group.rules.map { "[`\($0.rawValue)`](#\($0.rawValue))" }.joined(separator: ", ")
        }
        page += "\n"
        for group in groups {
            page += "\n## \(group.heading)\n"
            if let about = group.about { page += "\n\(about.trimmed)\n" }
            for rule in group.rules {
                if let entry = group.entries[rule.rawValue] { page += try section(of: rule, entry) }
            }
        }
        return page
    }

    private func section(of rule: Rule, _ entry: RuleEntry) throws -> String {
        var text = "\n### \(rule.rawValue)\n\n**\(rule.severity.title).** \(entry.finds.trimmed)\n\n"
        text += "*Why it matters.* \(entry.why.trimmed)\n\n*What to do.* \(entry.fix.trimmed)\n"
        if let limits = entry.limits { text += "\n*Not found:* \(limits.trimmed)\n" }
        if let example = entry.example { text += "\n*Example.* \(example.trimmed)\n" }
        if let message = entry.message {
            text += "\n*Reported:*\n\n```text\n\(rule.severity.rawValue): \(message)\n```\n"
        }
        var isFirst = true
        var known: Set<String> = []
        for (index, example) in entry.fires.enumerated() {
            let found = try ExampleFindings.of(rule.rawValue, passes: false, index)
            guard let diagnostic = found.first(where: { $0.rule == rule }) else { continue }
            let message = TerminalRenderer().render(diagnostic)
            let line = "- \(diagnostic.message)" + (diagnostic.hint.map { ": *\($0)*" } ?? "") + "\n"
            guard known.insert(line).inserted else { continue }
            if isFirst {
                text += "\n*Reported:*\n" + (try example.shown()) + "\n```text\n\(message)```\n"
                isFirst = false
            } else {
                if known.count == 2 { text += "\n*Other messages:*\n\n" }
                text += line
            }
        }
        if let example = entry.passes.first {
            text += "\n*Not reported:*\n" + (try example.shown())
        }
        return text
    }
}

extension RuleGroup {
    /// The title of its part of the page.
    var heading: String { title ?? name.prefix(1).uppercased() + name.dropFirst() }
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

extension RuleExample {
    /// The files of the example as a reader is shown them: what differs from the workspace that examples change.
    fileprivate func shown() throws -> String {
        var parts: [String] = []
        if let shows { parts.append("\n\(shows.trimmed)\n") }
        for (path, text) in try texts().sorted(by: { $0.key < $1.key }) {
            let lines = Self.lines(of: text, besides: Self.base[path] ?? "")
            // More backticks than any in the text.
            parts.append("\n`\(path)`:\n\n````\(path.language)\n\(lines.joined(separator: "\n"))\n````\n")
        }
        for path in files.filter({ $0.value == nil }).keys.sorted() where shows == nil {
            parts.append("\nThere is no `\(path)`.\n")
        }
        return parts.joined()
    }

    /// The lines that the base does not have, with the first lines of tables and `…` for what is left out.
    private static func lines(of text: String, besides base: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        let known = base.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count > 9, !known.isEmpty else { return Array(lines.prefix(30)).map(\.shortened) }
        let changed = Set(lines.difference(from: known).insertions.map { $0.place })
        var shown: [String] = []
        for (index, line) in lines.enumerated() {
            if changed.contains(index) || changed.contains(index - 1) || changed.contains(index + 1) {
                shown.append(line.shortened)
            } else if shown.last != "…" {
                shown.append("…")
            }
        }
        // Where lines were taken out, all that is left is shown.
        return changed.isEmpty ? lines.map(\.shortened) : shown
    }
}

extension CollectionDifference.Change {
    fileprivate var place: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }

    fileprivate var shortened: String { count > 240 ? prefix(239) + "…" : self }

    /// What a heading is called in links.
    fileprivate var anchor: String {
        lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }.replacing(" ", with: "-")
    }

    /// What fenced code calls the language of a file.
    fileprivate var language: String {
        split(separator: ".").last.map { ["md": "markdown", "yaml": "yaml", "csv": "csv", "json": "json"][$0] ?? "" }
            ?? ""
    }
}
