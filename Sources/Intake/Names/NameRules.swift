// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// Every text writes the council's names as `council.yaml` does.
struct NameRules {
    private let findings: DiagnosticCollector
    private var index = NameIndex()

    /// The rules of a council; a name of `council.yaml` is itself measured by those before it.
    init(findings: DiagnosticCollector, names: CouncilNames?) {
        self.findings = findings
        for entry in names?.entries ?? [] {
            check(entry.text.string, from: entry.text.location, allowsPlurals: true)
            if let kind = entry.kind { index.add(entry.text.string, as: kind) }
        }
    }

    /// A text of a form.
    func check(_ text: YAMLText?) {
        if let text { check(text.string, from: text.location) }
    }

    /// What an officer wrote in Markdown, but for quotations, which are somebody else's words.
    func check(_ prose: Prose) {
        for block in prose.blocks { check(block) }
    }

    /// All that a return says.
    func check(_ directorateReturn: DirectorateReturn) {
        check(directorateReturn.statement)
        for note in directorateReturn.notes { check(note.text) }
        for table in directorateReturn.tables {
            if let title = table.title { check(title) }
            check(table.introduction)
        }
        for item in directorateReturn.items {
            item.visitProse { check($0) }
            for observation in item.observations { check(observation) }
        }
        for indicator in directorateReturn.indicators {
            indicator.visitProse { check($0) }
            indicator.visitObservations { check($0) }
        }
    }

    private func check(_ observation: Observation) {
        switch observation.value {
        case .words(let words): check(words, from: observation.location)
        case .composite(let parts): for part in parts { check(part.label, from: observation.location) }
        case .number, .yesOrNo, .absent: break
        }
    }

    private func check(_ block: Prose.Block) {
        switch block.content {
        case .heading(_, let inlines, _), .paragraph(let inlines): check(inlines.wording, from: block.location)
        case .list(_, let items): for item in items.joined() { check(item) }
        case .exempt(_, let blocks): for block in blocks { check(block) }
        case .table(let header, let rows, _):
            for cell in header + rows.joined() { check(cell.wording, from: block.location) }
        case .picture(let picture):
            for inlines in [picture.alternativeText ?? [], picture.caption] {
                check(inlines.wording, from: block.location)
            }
        case .definitions(let definitions):
            for inlines in definitions.flatMap(\.texts) { check(inlines.wording, from: block.location) }
        case .quotation, .insertion, .pageBreak: break
        }
    }

    private func check(_ text: String, from start: SourceLocation, allowsPlurals: Bool = false) {
        if findings.isFull(start.sourceFile) { return }
        let misspellings = index.misspellings(in: text).filter { !$0.isPlural || !allowsPlurals }
        if misspellings.isEmpty { return }
        var search = findings.search(from: start, length: text.utf8.count)
        for misspelling in misspellings {
            findings.report(
                .misspeltName(misspelling.written, registered: misspelling.registered),
                at: search?.next(misspelling.written) ?? start
            )
        }
    }
}

extension [Prose.Inline] {
    /// The words; where something is put in, no name goes on.
    fileprivate var wording: String {
        if count == 1, case .text(let text)? = first { return text }
        return map { inline in
            switch inline {
            case .text(let text): text
            case .emphasis(let inner), .strong(let inner), .link(_, let inner, _), .span(_, let inner): inner.wording
            case .lineBreak: " "
            case .placeholder, .note: "\u{FFFC}"
            }
        }.joined()
    }
}

extension Diagnostic.Message {
    fileprivate static func misspeltName(_ written: String, registered: String) -> Self {
        Self(
            .misspeltName,
            "`\(written.shortened)` is not how the council writes this name",
            hint: "write `\(registered, from: .council)`",
            replacing: Replacement(of: written, by: registered)
        )
    }
}
