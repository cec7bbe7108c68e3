// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import UnicodeText
import WorkspaceFiles

extension Prose.Content {
    /// What a paragraph puts in, if `{{> name key: value, key: value }}` is all of its text; `nil` otherwise.
    static func insertion(
        _ text: String,
        at location: @autoclosure () -> SourceLocation,
        findings: DiagnosticCollector
    ) -> Prose.Content? {
        let written = text.trimmed
        guard written.hasPrefix("{{>"), written.hasSuffix("}}"), !written.dropFirst(3).contains("{") else { return nil }
        let place = location()
        let content = written.dropFirst(3).dropLast(2).trimmed
        var name = String(content.prefix { !$0.isWhitespace })
        guard Substring(name).isIdentifier else {
            findings.report(.insertionWithoutName, at: place)
            return .insertion(name: "", options: [])
        }
        var options: [Prose.Option] = []
        var rest = content.dropFirst(name.count).trimmed
        let kind = rest.prefix { !$0.isWhitespace }
        if name == Prose.chart, kind.isIdentifier {
            name += " \(kind)"
            rest = rest.dropFirst(kind.count).trimmed
        }
        for part in rest.split(separator: ",", omittingEmptySubsequences: false) where !rest.isEmpty {
            let halves = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let key = halves[0].trimmed
            let value = halves.count == 2 ? halves[1].trimmed : ""
            guard key.isIdentifier, !value.isEmpty else {
                findings.report(.invalidOption(part.trimmed, of: name), at: place)
                continue
            }
            options.append(Prose.Option(key: key, value: value))
        }
        return .insertion(name: name, options: options)
    }
}

extension Diagnostic.Message {
    fileprivate static var insertionWithoutName: Self {
        Self(
            .invalidInsertion,
            "`{{>` is followed by the name of what is put in",
            hint: "write it like `{{> outcomes of: actions }}`"
        )
    }

    fileprivate static func invalidOption(_ option: String, of name: String) -> Self {
        Self(
            .invalidInsertion,
            "`\(option.shortened)` is not an option of `\(name)`",
            hint: "options are written `key: value`, with commas between them"
        )
    }
}
