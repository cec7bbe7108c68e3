// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// Reads what the header of a paper says of an appendix.
struct AppendixReader {
    /// The words of `of` that are no directorates.
    private static let scopes: [String: PaperSource.Appendix.Scope] = [
        "all-directorates": .allDirectorates, "remit": .remit,
    ]

    let form: FilledForm
    /// `nil` if the council's file could not be read.
    let council: Council?
    let names: NameRules

    private var findings: DiagnosticCollector { form.findings }

    func appendix(ofExemptPaper isExempt: Bool) -> PaperSource.Appendix {
        names.check(form.value(AppendixForm.title)?.text)
        let exemption = exemption
        return PaperSource.Appendix(
            title: form.words(AppendixForm.title),
            content: content(exemption, isExempt: isExempt || exemption != nil),
            exemption: exemption,
            location: form.location
        )
    }

    /// - Parameters:
    ///   - exemption: that of the appendix as a whole, or `nil` if it has none.
    ///   - isExempt: whether the text is exempt, with the paper or with the appendix.
    private func content(_ exemption: Exemption?, isExempt: Bool) -> PaperSource.Appendix.Content {
        let hasText = form.mentions(AppendixForm.text)
        if hasText == form.mentions(AppendixForm.scope) {
            findings.report(hasText ? .returnsAndText : .emptyAppendix, at: form.location)
        }
        guard hasText else { return .returns(scope) }
        let written = form.value(AppendixForm.text)?.text
        let text = written.map { form.prose($0, called: "`text`") { form.prose($0, isExempt: isExempt) } } ?? Prose()
        names.check(text)
        guard let exemption, !text.isEmpty else { return .text(text) }
        let passage = Prose.Block(
            .exempt(exemption, text.blocks),
            at: form.location(of: AppendixForm.text)
        )
        return .text(Prose([passage]))
    }

    private var scope: PaperSource.Appendix.Scope {
        let names = form.texts(AppendixForm.scope)
        let scope = names.lazy.compactMap { Self.scopes[$0.string] }.first
        if scope != nil, names.count > 1 {
            findings.report(
                .conflictingScope(names.first { Self.scopes[$0.string] != nil }?.string ?? ""),
                at: form.location(of: AppendixForm.scope)
            )
        } else if scope == nil {
            let known = council.map { KnownNames($0.directorates.map(\.id) + Self.scopes.keys.sorted()) }
            for name in names { findings.check(name, among: known, of: "directorate", from: .council) }
        }
        return scope ?? .directorates(names.map(\.string))
    }

    /// The exemption of the appendix as a whole, or `nil` if it has none.
    private var exemption: Exemption? {
        let texts = form.unprintedTexts(AppendixForm.exempt)
        if texts.isEmpty, form.mentions(AppendixForm.exempt) {
            findings.report(.appendixWithoutParagraph, at: form.location(of: AppendixForm.exempt))
        }
        let paragraphs = texts.compactMap { findings.exemption($0.string, at: $0.location)?.paragraphs }
        return paragraphs.isEmpty ? nil : Exemption(paragraphs.reduce(into: []) { $0.formUnion($1) })
    }
}

extension Diagnostic.Message {
    fileprivate static var emptyAppendix: Self {
        Self(
            .missingKey,
            "the appendix does not say what it holds",
            hint: "add `of:` with the directorates whose returns it holds, or `text:` with what it says"
        )
    }

    fileprivate static var returnsAndText: Self {
        Self(
            .conflictingKeys,
            "the appendix has `of`, for returns, and `text`",
            hint: "make two appendices of it"
        )
    }

    fileprivate static func conflictingScope(_ scope: String) -> Self {
        Self(.conflictingKeys, "`of` says `\(own: scope)`, and names directorates", hint: "keep one or the other")
    }

    fileprivate static var appendixWithoutParagraph: Self {
        Self(
            .missingExemptParagraph,
            "`exempt` names no paragraph, and the appendix would be public",
            hint: "\(ExemptParagraphs.hint); where the appendix is for everybody, delete the key"
        )
    }
}
