// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// The words of some inlines, with U+FFFC where something is put in, and which of them are bold, a link or of another language.
struct PassageText {
    private(set) var words = ""
    private(set) var markup: [Passage.Markup] = []
    private var count = 0

    init(_ inlines: [Prose.Inline]) {
        // Most passages are one plain text, whose scalars need not be counted.
        if inlines.count == 1, case .text(let text)? = inlines.first {
            words = text
        } else {
            append(inlines)
        }
    }

    private mutating func append(_ text: String) {
        words += text
        count += text.unicodeScalars.count
    }

    private mutating func append(_ inlines: [Prose.Inline]) {
        for inline in inlines {
            let start = count
            switch inline {
            case .text(let text): append(text)
            case .emphasis(let inner): append(inner)
            case .strong(let inner):
                append(inner)
                markup.append(Passage.Markup(kind: .strong, range: start..<count))
            case .link(let destination, let inner, _):
                append(inner)
                markup.append(Passage.Markup(kind: .link(destination: destination), range: start..<count))
            case .span(_, let inner):
                append(inner)
                markup.append(Passage.Markup(kind: .foreign, range: start..<count))
            case .lineBreak: append(" ")
            case .placeholder: append("\u{FFFC}")
            case .note: break
            }
        }
    }
}
