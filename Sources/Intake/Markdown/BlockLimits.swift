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
                // As many words need so many spaces.
                if text.utf8.count > Limits.mostWordsInBlock { words += text.utf8.count { $0 <= 0x20 } }
            case .emphasis(let inner), .strong(let inner), .link(_, let inner, _): count(inner)
            case .placeholder, .note, .lineBreak: break
            }
        }
    }

    /// What there is too much of; `nil` where there is not.
    var problem: (message: DiagnosticText, hint: DiagnosticText)? {
        if words > Limits.mostWordsInBlock {
            return ("the paragraph has more than \(Limits.mostWordsInBlock) words", "divide it by an empty line")
        }
        if parts > Limits.mostPartsInBlock {
            return (
                "the paragraph has more than \(Limits.mostPartsInBlock) links, emphasised words and names in it",
                "divide it by an empty line"
            )
        }
        return nil
    }

    /// The same for the text of a link, which is read out as a whole for each of its lines.
    var linkProblem: (message: DiagnosticText, hint: DiagnosticText)? {
        if bytes <= Limits.longestLinkText { return nil }
        return (
            "the text of the link is longer than \(Limits.longestLinkText) characters",
            "let a few words lead there, such as the name of the page"
        )
    }

    /// The same for a heading.
    var headingProblem: (message: DiagnosticText, hint: DiagnosticText)? {
        if bytes > Limits.longestHeading {
            return (
                "the heading is longer than \(Limits.longestHeading) characters",
                "a heading says in a line what stands below it"
            )
        }
        return problem
    }
}
