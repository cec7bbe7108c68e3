// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree
import UnicodeText

/// Inlines: placeholders, links and notes.
extension ProseComposer {
    mutating func inlines(_ content: [Prose.Inline], with context: inout CompositionContext) -> [Inline] {
        var composed: [Inline] = []
        composed.reserveCapacity(content.count)
        guard context.hasRoom(parts: content.count - 1) else { return [] }
        for inline in content {
            switch inline {
            case .text(let text):
                guard context.hasRoom(forText: text.utf8.count) else { return composed }
                composed.append(.text(text))
            case .emphasis(let inner): composed.append(.emphasis(inlines(inner, with: &context)))
            case .strong(let inner): composed.append(.strong(inlines(inner, with: &context)))
            case .lineBreak: composed.append(.lineBreak)
            case .span(let language, let inner):
                let words = inlines(inner, with: &context)
                if words.showNothing || context.language.map(language.covers) == true {
                    composed += words
                } else {
                    composed.append(.span(Span(id: context.node(), .language(language), words)))
                }
            case .note(let name, _): composed.append(.noteMark(notes.mark(name, scope: scope, with: &context)))
            case .placeholder(let name, let location):
                if isInReference, let form = PageReference.Form(rawValue: name) {
                    composed.append(.pageReference(PageReference(form, wording: context.wording.ofPages)))
                } else {
                    let value = value(of: name, at: location, with: &context)
                    guard context.hasRoom(forText: value.utf8.count, at: location) else { return composed }
                    composed.append(.text(value))
                }
            case .link(let destination, let inner, let location):
                isInReference = destination.hasPrefix("#")
                let words = inlines(inner, with: &context)
                isInReference = false
                if destination.hasPrefix("#") {
                    let name = String(destination.dropFirst())
                    let id = context.refer(to: name, scope: headings.scope, at: location)
                    composed.append(.link(Link(id: id, target: .anchor(name), words)))
                } else {
                    let words = words.isEmpty ? [Inline.text(destination)] : words
                    composed.append(.link(Link(id: context.node(), target: .address(destination), words)))
                }
            }
        }
        return composed
    }

    // MARK: - Notes

    /// The notes that marks have asked for so far, in the order of their numbers: another table of the section may have given a note a lower one.
    ///
    /// - Parameter text: finds what a note says.
    mutating func composeNotes(
        with context: inout CompositionContext,
        text: (NoteNumbering.Entry) -> DirectorateReturn.Note?
    ) -> [Note] {
        var composed: [Note] = []
        var index = 0
        // A note may itself carry a mark.
        while index < notes.entries.count {
            let entry = notes.entries[index]
            if let text = text(entry) {
                enter(entry.scope)
                let blocks = blocks(text.text, with: &context)
                composed.append(
                    Note(
                        id: entry.id,
                        mark: entry.firstMark,
                        label: entry.label,
                        number: entry.number,
                        blocks: blocks
                    )
                )
            }
            index += 1
        }
        return composed.sorted { $0.number < $1.number }
    }

    func value(of name: String, at location: SourceLocation, with context: inout CompositionContext) -> String {
        if let local = localNames[name] { return local }
        switch context.names.meaning(of: name, scope: scope) {
        case .value(let value): return value
        case .noValue:
            context.diagnostics.report(.placeholderWithoutValue(name), at: location)
        case nil:
            context.diagnostics.report(
                .unknownName(name, among: context.names, scope: scope, localNames: localNames),
                at: location
            )
        }
        return ""
    }
}

extension PageReference.Form {
    /// Where its name can be used.
    fileprivate var hint: DiagnosticText {
        "it is known only in the text of a link to a place of the paper: `[section 3, {{ \(own: rawValue) }}](#approval-process)`"
    }
}

extension Wording {
    /// How pages are referred to.
    var ofPages: PageWording { PageWording(parts: parts(of: .page, around: "number"), overleaf: words(.overleaf)) }
}

extension Diagnostic.Message {
    fileprivate static func placeholderWithoutValue(_ name: String) -> Self {
        Self(
            .placeholderWithoutValue,
            "`\(name)` has no value in this round",
            hint: "say it in words, or give the value that is missing"
        )
    }

    fileprivate static func unknownName(
        _ name: String,
        among names: DataNames,
        scope: String,
        localNames: [String: String]
    ) -> Self {
        Self(
            .unknownPlaceholder,
            "`\(name)` is not a known name",
            hint: PageReference.Form(rawValue: name).map { $0.hint }
                ?? NearestName.hint(for: name, among: names.known(scope: scope) + localNames.keys, from: .anywhere)
                ?? "the names are listed in docs/workspace.md"
        )
    }
}
