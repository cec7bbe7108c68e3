// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import UnicodeText

extension Prose.Inline {
    /// Whether it shows nothing: only white space and other invisible characters.
    ///
    /// A link without words is a reference that the program words.
    var saysNothing: Bool {
        switch self {
        case .text(let text): text.isBlank
        case .emphasis(let inlines), .strong(let inlines), .span(_, let inlines): inlines.allSatisfy(\.saysNothing)
        case .lineBreak: true
        case .link, .placeholder, .note: false
        }
    }
}

extension Unicode.Scalar {
    /// Whether it ends a line and is none of the line ends of text files: the manual line break of Word (U+000B), and those of web
    /// editors.
    var isLineBreak: Bool { [0x0B, 0x85, 0x2028, 0x2029].contains(value) }
}

extension Prose.Inline {
    /// A text with a line break in place of each character that ends a line; anything else as it is.
    var dividedAtLineEnds: [Prose.Inline] {
        guard case .text(let text) = self, text.unicodeScalars.contains(where: \.isLineBreak) else { return [self] }
        let lines = text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: \.isLineBreak)
        return lines.enumerated().flatMap { index, line -> [Prose.Inline] in
            let words: [Prose.Inline] = line.isEmpty ? [] : [.text(String(line))]
            return index == 0 ? words : [.lineBreak] + words
        }
    }
}

extension [Prose.Inline] {
    /// The first mark of a note among them.
    var firstNote: (name: String, location: SourceLocation)? {
        for inline in self {
            switch inline {
            case .note(let name, let location): return (name, location)
            case .emphasis(let inner), .strong(let inner), .link(_, let inner, _), .span(_, let inner):
                if let note = inner.firstNote { return note }
            case .text, .placeholder, .lineBreak: break
            }
        }
        return nil
    }

    /// Text next to text is one text.
    mutating func append(merging inline: Prose.Inline) {
        if case .text(let more) = inline, case .text(var text) = last {
            // So that the text is not copied: there may be very many parts of it.
            self[count - 1] = .lineBreak
            text += more
            self[count - 1] = .text(text)
        } else {
            append(inline)
        }
    }
}
