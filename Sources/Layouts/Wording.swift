// SPDX-License-Identifier: Apache-2.0

/// What the program's own words are: `layouts/words.yaml`.
package struct Wording: Sendable, Hashable {
    private var templates: [Phrase: Template]

    package init(_ templates: [Phrase: Template] = [:]) { self.templates = templates }

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
