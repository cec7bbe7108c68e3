// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// Headings: their levels, numbers and anchors; and the numbers of the paragraphs under them.
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
        let number = headingNumber(level: actual - headings.offset)
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

    /// The number of the next heading of a level, or `nil` if headings so deep have none.
    private mutating func headingNumber(level: Int) -> String? {
        guard level <= headings.numbering.depth else { return nil }
        numberedLevel = level
        return number(level: level)
    }

    /// A paragraph with its number, if it is under a numbered heading.
    ///
    /// Paragraphs and the headings a level deeper count together, as in any multi-level list: 2.1 is a paragraph or a section, never both.
    mutating func numbered(_ block: Block) -> Block {
        guard headings.numbering.includesParagraphs, numberedLevel > 0, case .paragraph(var paragraph) = block.content
        else { return block }
        paragraph.number = number(level: numberedLevel + 1)
        var block = block
        block.content = .paragraph(paragraph)
        return block
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
