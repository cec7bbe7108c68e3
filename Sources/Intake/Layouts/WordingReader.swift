// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Layouts
import UnicodeText
import WorkspaceFiles

/// Reads the words of papers in a language: `layouts/words.yaml`, or another language's `layouts/words-cy.yaml`.
///
/// The program's file has every phrase; a workspace's of the same name has those that it changes.
struct WordingReader {
    /// The words of one language.
    struct LanguageWording {
        /// An ISO 639 code, such as `en`.
        var language: String
        var wording: Wording
        /// The file.
        var location: SourceLocation
    }

    let findings: DiagnosticCollector
    /// The words for the phrases that the file leaves out, or `nil` if it must have them all.
    let base: LanguageWording?

    /// Whether a file of layouts, by its name without its extension, is one of words.
    static func isWords(_ id: String) -> Bool { id == "words" || id.hasPrefix("words-") }

    func read(_ value: YAMLValue) -> LanguageWording? {
        let language = WordingForm.language(isRequired: base == nil)
        guard let form = FilledForm(value, WordingForm.form(isComplete: base == nil), findings) else { return nil }
        var wording = base?.wording ?? Wording()
        for phrase in Phrase.allCases {
            let key = WordingForm.key(phrase, isRequired: base == nil)
            if base != nil, phrase != .digitSeparator, form.value(key)?.text?.string.isBlank == true {
                findings.report(.emptyPhrase(key), at: form.location(of: key))
            }
            // Some languages separate thousands by a space.
            if phrase == .digitSeparator, let text = form.value(key)?.text, !text.string.isEmpty {
                wording[phrase] = Template(text.string, at: text.location)
                continue
            }
            guard let template = form.template(key) else { continue }
            wording[phrase] = template
            for case .name(let name) in template.pieces where !phrase.names.contains(name) {
                findings.report(.unknownName(name, in: phrase), at: template.location)
            }
        }
        let code = form.text(language)?.string.lowercased() ?? base?.language
        return code.map { LanguageWording(language: $0, wording: wording, location: value.location.wholeFile) }
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
