// SPDX-License-Identifier: Apache-2.0

/// What the program's own words are: `layouts/words.yaml`.
package struct Wording: Sendable, Hashable {
    private var templates: [Phrase: Template]

    package init(_ templates: [Phrase: Template] = [:]) { self.templates = templates }

    /// The template of a phrase, or `nil` if `words.yaml` does not have it.
    package subscript(phrase: Phrase) -> Template? {
        get { templates[phrase] }
        set { templates[phrase] = newValue }
    }

    /// The texts before, between and after the occurrences of a name in a phrase.
    package func parts(of phrase: Phrase, around name: String) -> [String] {
        var parts = [""]
        for piece in templates[phrase]?.pieces ?? [] {
            switch piece {
            case .text(let text): parts[parts.count - 1] += text
            case .name(name): parts.append("")
            case .name: break
            }
        }
        return parts
    }

    /// The words of a phrase, its names filled in.
    package func words(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
        guard let template = templates[phrase] else { return "" }
        return template.pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .name(let name): values[name] ?? ""
            }
        }.joined()
    }
}
