// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits

/// What a paragraph, a heading or a cell holds, counted against what one may hold.
struct BlockLimits {
    private var bytes = 0
    private var words = 0
    private var parts = 0

    init(_ inlines: [Prose.Inline]) { count(inlines) }

    private mutating func count(_ inlines: [Prose.Inline]) {
        parts += inlines.count
        for inline in inlines {
            switch inline {
            case .text(let text):
                bytes += text.utf8.count
                // A text shorter than the limit cannot exceed it; spaces are counted for words.
                if text.utf8.count > Limits.mostWordsInBlock { words += text.utf8.count { $0 <= 0x20 } }
            case .emphasis(let inner), .strong(let inner), .link(_, let inner, _), .span(_, let inner): count(inner)
            case .placeholder, .note, .lineBreak: break
            }
        }
    }

    /// The limit that the block exceeds, or `nil` if it exceeds none.
    var problem: Diagnostic.Message? {
        if words > Limits.mostWordsInBlock { return .tooManyWords }
        return parts > Limits.mostPartsInBlock ? .tooManyParts : nil
    }

    /// The same for the text of a link, which is read out as a whole for each of its lines.
    var linkProblem: Diagnostic.Message? {
        bytes <= Limits.longestLinkText ? nil : .linkTextTooLong
    }

    /// The same for a heading.
    var headingProblem: Diagnostic.Message? {
        bytes > Limits.longestHeading ? .headingTooLong : problem
    }
}

extension Diagnostic.Message {
    fileprivate static var tooManyWords: Self {
        Self(
            .textTooLong,
            "the paragraph has more than \(Limits.mostWordsInBlock) words",
            hint: "divide it by an empty line"
        )
    }

    fileprivate static var tooManyParts: Self {
        Self(
            .textTooComplex,
            "the paragraph has more than \(Limits.mostPartsInBlock) links, emphasised words and names in it",
            hint: "divide it by an empty line"
        )
    }

    fileprivate static var linkTextTooLong: Self {
        Self(
            .textTooLong,
            "the text of the link is longer than \(Limits.longestLinkText) characters",
            hint: "let a few words lead there, such as the name of the page"
        )
    }

    fileprivate static var headingTooLong: Self {
        Self(
            .textTooLong,
            "the heading is longer than \(Limits.longestHeading) characters",
            hint: "a heading says in a line what stands below it"
        )
    }

    static func tableTooWide(_ count: Int) -> Self {
        Self(
            .tooManyColumns,
            "the table has \(count) columns",
            hint: "a page has room for some ten; a table has \(Limits.mostTableColumns) at most"
        )
    }
}
