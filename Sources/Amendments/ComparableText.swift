// SPDX-License-Identifier: Apache-2.0

package import PaperTree

/// The text of blocks as drafts are compared by it: with signs for emphasis and links, and without numbers that the program gives.
package enum ComparableText {
    static func text(of inlines: [Inline]) -> String { inlines.map(text).joined() }

    private static func text(of inline: Inline) -> String {
        switch inline {
        case .text(let text): return text
        case .emphasis(let inner): return "*\(text(of: inner))*"
        case .strong(let inner): return "**\(text(of: inner))**"
        case .link(let link):
            switch link.target {
            case .address(let address): return "[\(text(of: link.inlines))](\(address))"
            // A reference to a section that has another number now says the same.
            case .anchor(let anchor): return "[\(withoutNumbers(text(of: link.inlines)))](#\(anchor))"
            }
        case .pageReference(let words): return "{\(words.form.rawValue)}"
        case .noteMark: return "[^]"
        case .lineBreak: return "\n"
        // What is known of words is not what they say.
        case .span(let span): return text(of: span.inlines)
        }
    }

    /// The text of blocks, a line for each heading and paragraph.
    package static func text(of blocks: [Block]) -> String {
        var lines: [String] = []
        blocks.walk { block in
            switch block.content {
            case .heading, .paragraph: lines.append(text(of: block.inlines))
            case .masthead, .list, .quotation, .details, .signature, .contents, .table, .figure, .notes: break
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The same with every figure as one sign: two texts that agree in it differ in figures only.
    static func withoutNumbers(_ text: String) -> String {
        var written = ""
        var isInNumber = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9":
                if !isInNumber { written += "#" }
                isInNumber = true
            case ",",
                "." where isInNumber:
                continue
            default:
                isInNumber = false
                written.unicodeScalars.append(scalar)
            }
        }
        return written
    }

    /// How many of the words of two texts are the same, from 0 to 1.
    static func likeness(_ first: String, _ second: String) -> Double {
        var counts: [Substring: Int] = [:]
        let words = first.split(whereSeparator: \.isWhitespace)
        let others = second.split(whereSeparator: \.isWhitespace)
        if words.isEmpty || others.isEmpty { return 0 }
        for word in words { counts[word, default: 0] += 1 }
        var common = 0
        for word in others {
            guard let count = counts[word], count > 0 else { continue }
            counts[word] = count - 1
            common += 1
        }
        return 2 * Double(common) / Double(words.count + others.count)
    }
}
