// SPDX-License-Identifier: Apache-2.0

extension Placement {
    /// First words of a quotation that are meant for a marker.
    private static let openings = [
        "[EXEMPT PARAGRAPH 3]", "[EXEMPT para 3]", "[EXEMPT, 3]", "[EXEMPT (3)]", "EXEMPT (3)", "Exempt — paragraph 3",
        "[exempt information]", "`[EXEMPT] 3`", "[!EXEM\u{AD}PT 3]", "[!\u{415}XEMPT 3]", "[!EXEMPT]", "[!EXEMPT 8]",
        "[!EXEMPT three]", "[!EXMPT 3]", "[!EXEMPT3]", "[!EXEMPT: 3]", "[!EXEMPT §3]", "[EXEMPT 3]", "EXEMPT 3",
        "EXEMPT:",
        "Exempt 3:", "**EXEMPT 3**", "*[!EXEMPT 3]*", "\\[!EXEMPT 3\\]", "[!EXEMPT 3](x)", "&#91;!EXEMPT 3]",
        "[!EXEMPT&nbsp;3", "[!EXEMPT\u{200B} 3", "[\u{200B}!EXEMPT 3]", "!EXEMPT 3", "(EXEMPT 3)", "{EXEMPT 3}",
        "NOT FOR PUBLICATION", "Not for publication:", "**NOT FOR PUBLICATION**", "EXEMPT INFORMATION", "EXEMPTION 3",
        "Exempt under paragraph 3", "[EXEMPT] 3", "EXEMPT-3", "[3 EXEMPT]", "［！ＥＸＥＭＰＴ ３］", "[!ЕХЕМРТ 3]",
        "[!EXEMPT 3 4]", "[!EXEMPT 3,]", "[!EXEMPT 3", "!EXEMPT 3]", "[!NOTE]", "[! EXEMPT PARAGRAPH 3]", "<EXEMPT 3>",
        "[!EXEMPTED 3]", "[¡EXEMPT 3]", "\u{FEFF}EXEMPT 3", "“Exempt 3”", "\"[!EXEMPT 3]\"", "\u{202E}[!EXEMPT 3]",
        "*Exempt*, 3:", "[exempt]: 3", "[!exempt](3)", "E\u{301}XEMPT 3",
    ]

    /// First words of a paragraph, an item or a heading.
    private static let ofParagraphs = [
        "Exempt 3: ", "EXEMPT para 3: ", "NOT FOR PUBLICATION ", "[!EXEMPT 3] ", "[EXEMPT 3] ", "**Exempt 3:** ",
        "EXEMPT (3): ", "Exempt (paragraph 3): ", "\\> [!EXEMPT 3] ", "&gt; [!EXEMPT 3] ", "*NOT FOR PUBLICATION:* ",
        "[!EXEMPT 3]\n", "\u{415}xempt 3: ", "E\u{AD}xempt 3: ",
    ]

    /// Quotations that nobody can tell to be public or a part of a passage beside them.
    private static let beside: [(String, @Sendable (Secret) -> String)] = [
        ("right below", { "> [!EXEMPT 3]\n> a\n\n> \($0.word)" }),
        ("outside the item of a passage", { "- a\n\n  > [!EXEMPT 3]\n  > b\n\n> \($0.word)" }),
        ("in an item below a passage", { "> [!EXEMPT 3]\n> a\n\n- > \($0.word)" }),
        ("above a passage", { "> \($0.word)\n\n> [!EXEMPT 3]\n> b" }),
        ("above an item with a passage", { "> \($0.word)\n\n- > [!EXEMPT 3]\n  > b" }),
        ("in an item above a passage", { "- a\n\n  > \($0.word)\n\n> [!EXEMPT 3]\n> b" }),
        ("in the next item", { "- > [!EXEMPT 3]\n  > a\n- > \($0.word)" }),
        ("in the outer quotation", { "> > [!EXEMPT 3]\n> > a\n>\n> \($0.word)" }),
        ("in the quotation below a nested one", { "> > [!EXEMPT 3]\n> > a\n\n> \($0.word)" }),
        ("in an item of an item", { "1. > [!EXEMPT 3]\n   > a\n   - > \($0.word)" }),
        ("at the end of items", { "1. a\n   - b\n\n     > [!EXEMPT 3]\n     > c\n\n> \($0.word)" }),
        ("in a list that is lost from a passage", { "> [!EXEMPT 3]\n> a\n- \($0.word)" }),
        ("in a heading that is lost from a passage", { "> [!EXEMPT 3]\n> a\n# \($0.word)" }),
        ("in a table that is lost from a passage", { "> [!EXEMPT 3]\n> a\n| b |\n|---|\n| \($0.word) |" }),
        ("in a line that is indented by a tab", { "> [!EXEMPT 3]\n> a\n>\n\t> \($0.word)" }),
        ("in the address of a link", { "> [!EXEMPT 3]\n> See [a].\n>\n> [a]: https://\($0.word).example" }),
        ("in a nested passage", { "> [!EXEMPT 3]\n> a\n>\n> > [!EXEMPT 3]\n> > \($0.word)" }),
        ("in a passage that has a heading", { "> [!EXEMPT 3]\n> # \($0.word)\n>\n> b" }),
        ("in a passage that has a table", { "> [!EXEMPT 3]\n>\n> | b |\n> |---|\n> | \($0.word) |" }),
        ("in a passage with HTML", { "> [!EXEMPT 3]\n> <div>\($0.word)</div>" }),
        ("in a passage with a block of code", { "> [!EXEMPT 3]\n> a\n>\n>     \($0.word)" }),
        ("in a comment", { "> <!-- [!EXEMPT 3] \($0.word) -->" }),
        ("in a fenced block", { "```\n[!EXEMPT 3]\n\($0.word)\n```" }),
        ("behind its marker as a link's name", { "> [!EXEMPT 3]: \($0.word)\n> a" }),
        ("above its marker", { "> \($0.word)\n> [!EXEMPT 3]\n> a" }),
        ("in a cell of a table with a marker", { "| a |\n|---|\n| [!EXEMPT 3] \($0.word) |" }),
        ("in a heading with a marker", { "# [!EXEMPT 3] \($0.word)" }),
        ("in an item with a marker", { "- [!EXEMPT 3] \($0.word)" }),
        ("before a marker in its line", { "The bid of \($0.word) [!EXEMPT 3] is high." }),
        ("in the text of a link with a marker", { "[[!EXEMPT 3] \($0.word)](https://example.org)" }),
    ]

    /// Texts that are nearly marked.
    static var nearMarkers: [Placement] {
        var placements: [Placement] = []
        let places = ProsePlace.ofPassages
        func add(
            _ name: String,
            _ places: [ProsePlace],
            _ outcome: Outcome = .refused,
            _ text: @escaping @Sendable (Secret) -> String
        ) {
            for place in places {
                placements.append(
                    Placement("\(place.rawValue): \(name)", outcome) { secret, round in
                        place.put(text(secret), in: &round)
                    }
                )
            }
        }
        /// The body every other time, and else another place, each in its turn.
        func some(_ index: Int) -> [ProsePlace] {
            triesAll ? places : [index % 2 == 0 ? .body : places[1 + index / 2 % (places.count - 1)]]
        }
        for (index, opening) in openings.enumerated() {
            add("a quotation opens “\(opening)”", some(index)) { "> \(opening) The bid of \($0.word)." }
            if triesAll || index % 4 == 0 {
                add("a quotation opens “\(opening)” above", [.statement]) { "> \(opening)\n> The bid of \($0.word)." }
            }
        }
        for (index, opening) in ofParagraphs.enumerated() {
            add("a paragraph opens “\(opening)”", some(index)) { "\(opening)The bid of \($0.word)." }
            if triesAll || index % 4 == 1 {
                add("an item opens “\(opening)”", [.statement]) { "- a\n- \(opening)The bid of \($0.word)." }
            }
        }
        for (index, (name, text)) in beside.enumerated() {
            let places: [ProsePlace] = triesAll ? [.body, .statement] : [index % 2 == 0 ? .body : .statement]
            // The lines of a table are a part of the passage: nobody breaks off a paragraph with one.
            add(name, places, name.contains("table that is lost") ? .kept : .refused, text)
        }
        // What can hold nothing exempt.
        for place in ProsePlace.allCases where !places.contains(place) {
            add("a passage", [place], place == .amendment ? .kept : .refused) { "> [!EXEMPT 3]\n> \($0.word)" }
            add("a marker", [place]) { "[!EXEMPT 3] \($0.word)" }
            add("nearly a marker", [place]) { "Exempt 3: \($0.word)" }
        }
        return placements
    }
}
