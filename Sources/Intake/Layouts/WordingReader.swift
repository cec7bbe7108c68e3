// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Layouts
import UnicodeText
import WorkspaceFiles

/// Reads a `layouts/words.yaml`: the program's, which has every phrase, or a workspace's, which has those that it says otherwise.
struct WordingReader {
    let findings: Findings
    /// What is said where the file says nothing; nothing where it has to say everything.
    let base: Wording?

    func read(_ value: YAMLValue) -> Wording? {
        let phrases = Phrase.allCases.map { ($0, FormKey($0.rawValue, required: base == nil, $0.meaning)) }
        let form = Form("the words of papers", [LayoutForm.title, LayoutForm.kind] + phrases.map(\.1))
        guard let form = FilledForm(value, form, findings) else { return nil }
        var wording = base ?? Wording()
        for (phrase, key) in phrases {
            if base != nil, form.value(key)?.text?.string.isBlank == true {
                findings.report(.emptyPhrase(key), at: form.location(of: key))
            }
            guard let template = form.template(key) else { continue }
            wording[phrase] = template
            for case .name(let name) in template.pieces where !phrase.names.contains(name) {
                findings.report(.unknownName(name, in: phrase), at: template.location)
            }
        }
        return wording
    }
}

extension Diagnostic.Message {
    fileprivate static func emptyPhrase(_ key: FormKey) -> Self {
        Self(
            .emptyValue,
            "`\(key.name)` is empty",
            hint: "it is \(own: key.meaning); without the key, the program's own words are printed"
        )
    }

    fileprivate static func unknownName(_ name: String, in phrase: Phrase) -> Self {
        Self(
            .unknownPlaceholder,
            "`\(name)` is not a known name in `\(own: phrase.rawValue)`",
            hint: NearestName.hint(for: name, among: phrase.names, from: .program)
                ?? (phrase.names.isEmpty ? "nothing is filled in there" : nil)
        )
    }
}
