// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// Headings: their levels, numbers and anchors.
extension ProseComposer {
    mutating func heading(
        _ level: Int,
        _ content: [Prose.Inline],
        name: String?,
        at location: SourceLocation,
        with context: inout CompositionContext
    ) -> Block {
        var actual = level + headings.offset
        if actual > lastLevel + 1 || actual > 6 {
            let isTooDeep = actual > 6
            actual = min(lastLevel + 1, 6)
            let hashes = String(repeating: "#", count: max(1, actual - headings.offset))
            context.diagnostics.report(.headingTooDeep(writtenAs: hashes, isBelowLast: isTooDeep), at: location)
        }
        lastLevel = actual
        context.headingLevel = actual
        let inlines = inlines(content, with: &context)
        checkHeading(inlines, at: location, with: &context)
        let words = inlines.plainText
        let number = headings.isNumbered ? number(level: actual - headings.offset) : nil
        let anchor = Anchor.heading(
            name ?? .slug(of: words),
            in: headings.scope.isEmpty ? nil : headings.scope
        )
        if let name { report(name, anchor, at: location, with: &context) }
        let wording = number.map { context.wording.words(.section, ["number": $0]) }
        let destination = context.place(at: anchor, wording: wording ?? context.headingReference(words))
        let heading = Heading(level: actual, number: number, inlines, anchor: destination)
        return context.block(.heading(heading), at: location)
    }

    /// The contents and the bookmarks repeat a heading before pages are known.
    func checkHeading(_ inlines: [Inline], at location: SourceLocation, with context: inout CompositionContext) {
        guard inlines.printsPageNumber else { return }
        context.diagnostics.report(.pageInHeading, at: location)
    }

    /// A name that an officer gave must be the heading's alone.
    private func report(
        _ name: String,
        _ anchor: Anchor,
        at location: SourceLocation,
        with context: inout CompositionContext
    ) {
        guard context.isTaken(anchor.name) || Anchor.appendix(named: name) != nil else { return }
        context.diagnostics.report(.takenHeadingName(name), at: location)
    }

    private mutating func number(level: Int) -> String {
        while counters.count < level { counters.append(0) }
        counters.removeLast(counters.count - level)
        counters[level - 1] += 1
        return counters.map(String.init).joined(separator: ".")
    }
}

extension Diagnostic.Message {
    fileprivate static func headingTooDeep(writtenAs hashes: String, isBelowLast: Bool) -> Self {
        Self(
            .headingTooDeep,
            isBelowLast
                ? "headings here go no deeper than `\(own: hashes)`"
                : "a heading is at most one level below the heading before it",
            hint: "write it with `\(own: hashes)`"
        )
    }

    fileprivate static var pageInHeading: Self {
        Self(.pageInHeading, "a heading cannot say a page", hint: "say it in the text under the heading")
    }

    fileprivate static func takenHeadingName(_ name: String) -> Self {
        Self(
            .takenHeadingName,
            "the name `#\(name)` belongs to another place of the paper",
            hint: "give the heading a name of its own"
        )
    }
}
