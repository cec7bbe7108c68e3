// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts

/// Reads `layouts/words.yaml`.
struct WordingReader {
    static let form = Form(
        "the words of papers",
        [LayoutForm.title, LayoutForm.kind] + Phrase.allCases.map(\.key)
    )

    let findings: Findings

    func read(_ value: YAMLValue) -> Wording? {
        guard let form = FilledForm(value, Self.form, findings) else { return nil }
        var templates: [Phrase: Template] = [:]
        for phrase in Phrase.allCases {
            guard let template = form.template(phrase.key) else { continue }
            templates[phrase] = template
            for case .name(let name) in template.pieces where !phrase.names.contains(name) {
                findings.error(
                    "`\(name)` is not a known name in `\(phrase.rawValue)`",
                    at: template.location,
                    hint: NearestName.hint(for: name, among: phrase.names)
                        ?? (phrase.names.isEmpty ? "nothing is filled in there" : nil)
                )
            }
        }
        return Wording(templates)
    }
}

extension Phrase {
    /// The key that holds it.
    var key: FormKey { FormKey(rawValue, required: true, meaning) }
}
