// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Diagnostic.Message {
    /// HTML in a text, which mostly comes with what was copied from a web page.
    ///
    /// - Parameter written: the tag or the comment, by which the hint says what is written in its place.
    static func html(_ written: String) -> Self {
        Self(
            .unsupportedElement,
            "this is HTML, the code of web pages, which is not printed",
            hint: replacement(written)
        )
    }

    private static func replacement(_ written: String) -> DiagnosticText {
        let content = written.drop { $0 == " " || $0 == "\n" }
        if content.hasPrefix("<!") {
            return "delete it; a remark that is not to be printed stands beside the paper, not in it"
        }
        let name = content.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        return switch name {
        case "b", "strong": "write `**words**` where words are bold, and delete the rest"
        case "i", "em": "write `*words*` where words are in italics, and delete the rest"
        case "u": "delete it, and leave the words: what is underlined looks like a link"
        case "a": "write `[words](https://address)` where words are a link"
        case "br": "delete it; an empty line begins a new paragraph"
        case "h1", "h2", "h3", "h4", "h5", "h6":
            "begin a line with `# ` where it is a heading, with `## ` where that is below another"
        case "ul", "ol", "li": "begin each item of a list with `- `, on a line of its own"
        case "table", "tr", "td", "th", "thead", "tbody": "write a table with `|` between its cells, a row to a line"
        case "img": "write `![What the picture shows](picture.png)`, in a paragraph of its own"
        default: "delete it, and leave the words; where a `<` is meant as such, write `\\<`"
        }
    }
}
