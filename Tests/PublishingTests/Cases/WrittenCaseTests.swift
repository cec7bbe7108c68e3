// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

/// What officers write and other programs lose: it is printed as it was meant, or refused with what to write in its place.
struct WrittenCaseTests {
    private static let sentence = "The service has asked two other suppliers for prices and will say what they ask. "

    /// The numbers with which lines begin, in order.
    private func numbers(_ pages: [[String]], before word: String) -> [Int] {
        pages.joined().compactMap { line in
            let digits = line.prefix(while: \.isNumber)
            return line.dropFirst(digits.count).hasPrefix(". \(word)") ? Int(digits) : nil
        }
    }

    @Test func `08 a list over several pages keeps its numbers, and one that begins at 31 begins there`() throws {
        let items = (1...30).map { "\($0). Item. " + Self.sentence + Self.sentence }.joined(separator: "\n")
        let rest = """
            Then we went on:

            31. Item thirty-one.
            32. Item thirty-two.
                1. sub one
                2. sub two
                    - deep

            33. Item thirty-three.
            33. Item thirty-four.
            """
        let pages = try CaseWorkspace(statement: "# Summary\n\n\(items)\n\n\(rest)").pages()
        #expect(numbers(pages, before: "Item") == Array(1...34))
        #expect(numbers(pages, before: "sub") == [1, 2])
        #expect(pages.joined().contains { $0.hasSuffix("deep") && $0 != "deep" })
        #expect(pages.count > 3)
    }

    @Test(arguments: [
        (1...39).map { "\($0). Item: " + String(repeating: sentence, count: 1 + $0 % 3) }.joined(separator: "\n"),
        (1...16).map { "Para \($0). " + sentence + sentence }.joined(separator: "\n\n") + "\n\n- a\n- b\n    1. "
            + String(repeating: sentence, count: 5) + "\n    2. two\n\n> quoted "
            + String(repeating: sentence, count: 8) + "\n\nlast " + String(repeating: sentence, count: 9),
    ])
    func `09, 26 no mark stands alone where a cell of lists, quotations and paragraphs goes over pages`(
        cell: String
    ) throws {
        let other = "1. x\\n2. y " + String(repeating: Self.sentence, count: 12)
        let pages = try CaseWorkspace(
            actions: "libraries,L1,A long row,\"\(other.replacing("\\n", with: "\n"))\",not on course,\"\(cell)\",,"
        ).pages()
        let words = pages.joined().joined(separator: " ")
        #expect(
            words.split(separator: " ").filter { $0 == "suppliers" }.count
                == (cell + other).split(separator: " ").filter { $0 == "suppliers" }.count
        )
        let alone = pages.joined().filter { $0.wholeMatch(of: /(\d+\.|•|–|◦)\s*/) != nil }
        #expect(alone == [])
    }

    @Test func `12 symbols are drawn and read as themselves`() throws {
        let signs = [
            "✓ ✔ ✗ ✘ ▲ ▼ ► ◄ ● ○ ◆ ■ □ ★", "→ ← ↑ ↓ ↗ ↘ ⇧ ⇩ ½ ¼ ¾ ⅓ ⅔",
            "≥ 5, ≤ 6, ± 2, 20°C, √9, × ÷ ≈ ≠ ∑ µ Ω, €5, ₂ ² ³ ⁴ ‰",
            "☑ ☐ ☒ … ‣ – — ’ “ ” ™ © ®",
        ]
        let words = try CaseWorkspace(
            actions: "libraries,L1,\(signs[0]),\(signs[1]),not on course,\"\(signs[2])\",\(signs[3]),"
        ).words()
        for sign in signs.joined(separator: " ").split(separator: " ") { #expect(words.contains(sign), "\(sign)") }
    }

    @Test func `12b coloured lights are refused with the sign and the words to write`() throws {
        let reports = try CaseWorkspace(actions: "libraries,L1,🔴 Late,🟠 At risk,not on course,🟢 On track ✅ ❌ ⚠️,,")
            .reports()
        let light = "(write `●` and what it stands for in words: some readers do not see its colour)"
        #expect(
            reports == [
                "error no font has the character `🔴` (U+1F534) \(light)",
                "error no font has the character `🟠` (U+1F7E0) \(light)",
                "error no font has the character `🟢` (U+1F7E2) \(light)",
                "error no font has the character `✅` (U+2705) (write `✓`)",
                "error no font has the character `❌` (U+274C) (write `✗`)",
            ]
        )
    }

    @Test func `14 raised and lowered figures are drawn and read as they were written`() throws {
        let words = try CaseWorkspace(
            actions: "libraries,L1,Cut CO₂ by 20% over 5 km² and 10 m³,CO~2~ and m^2^ and a<sub>1</sub>,not on course,"
                + "\"$x^2$, a < b and 3 > 2, £5 million_a_year, 5*6*7, snake_case_name, ~about~ 5, ~5%, a~~b~~c, 1<sup>st</sup>\",,"
        ).words()
        for text in [
            "Cut CO₂ by 20% over 5 km² and 10 m³", "CO₂ and m² and a₁",
            "$x^2$, a < b and 3 > 2, £5 million_a_year, 5*6*7,",
            "snake_case_name, ~about~ 5, ~5%, a~~b~~c, 1st",
        ] { #expect(words.contains(text), "\(text)") }
    }

    @Test func `23 a sign before a figure is printed, and does not become a list or a quotation`() throws {
        let workspace = try CaseWorkspace(
            actions: "libraries,L1,Answer calls 5*6*7,> 90% within 20 seconds,not on course,- 2 points on last year,"
                + "+ 3 points expected,\nlibraries,L2,* see below,Outcome,not on course,Reason,,"
        )
        let words = try workspace.words()
        for text in [
            "5*6*7", "> 90% within 20 seconds", "- 2 points on last year", "+ 3 points expected", "* see below",
        ] { #expect(words.contains(text), "\(text)") }
    }

    @Test func `27 what a paper cannot show is refused with what to write in its place`() throws {
        let statement = """
            # Summary

            - [ ] open task

            ~~gone~~

            ---

            \\newpage

            A note[^1].

            [^1]: Text.

            ![A chart of visits](chart.png)
            """
        #expect(
            try Set(CaseWorkspace(statement: statement).reports()) == [
                "error a task list cannot stand in a paper (write a plain list, and say in words what is done)",
                "error words between `~~` are struck out, which a paper does not show "
                    + "(delete them, or the `~~` where they stay)",
                "error a rule across the page cannot stand in a paper "
                    + "(begin a section with a heading, or a page with `<!-- page break -->`)",
                "error `\\newpage` cannot stand in a paper "
                    + "(a page break is written `<!-- page break -->`, on a line of its own)",
                "error the link to `Text.` leads out of the paper "
                    + "(links lead to `https:`, `mailto:` or `tel:`, or within the paper to `#name`)",
                "error the text of a note does not stand among the prose "
                    + "(in a return, put it under `notes:` in return.yaml; a paper has no notes)",
                "error there is no picture `chart.png` (save it in the folder `pictures` of the workspace)",
            ]
        )
    }

    @Test func `27 terms stand before what they mean`() throws {
        let statement = "# Summary\n\nNEET\n: Not in education, employment or training\n\nWard\n: A part of a district"
        let pages = try CaseWorkspace(statement: statement).pages()
        let lines = pages.joined().filter { $0.contains("NEET") || $0.contains("Ward") }
        #expect(lines == ["NEET Not in education, employment or training", "Ward A part of a district"])
    }

    @Test func `27 a page break is made`() throws {
        let pages = try CaseWorkspace(statement: "# Summary\n\nBefore.\n\n<!-- page break -->\n\nAfter.").pages()
        let before = try #require(pages.firstIndex { $0.contains("Before.") })
        #expect(pages.firstIndex { $0.contains("After.") } == before + 1)
    }

    @Test func `33 references say the number and the page of their place, before and behind them`() throws {
        let text = (1...7).map { _ in String(repeating: Self.sentence, count: 7) }.joined(separator: "\n\n")
        let workspace = try CaseWorkspace(
            body: "# One {#one}\n\nSee [{{ place }}, {{ page }}](#three).\n\n\(text)\n\n# Two {#two}\n\n\(text)\n\n"
                + "See [{{ place }}, {{ page }}](#one).\n\n# Three {#three}\n\nText [{{ place }}, {{ page }}](#two).\n\n\(text)"
        )
        #expect(try workspace.reports() == [])
        let pages = try workspace.pages()
        func page(of line: (String) -> Bool) throws -> Int {
            try #require(pages.firstIndex { $0.contains(where: line) }) + 1
        }
        let places = try ["One", "Two", "Three"].map { name in
            try page { $0 == name || $0.hasSuffix(" \(name)") && $0.count < 12 }
        }
        let words = pages.joined().joined(separator: " ")
        let said = words.matches(of: /(?:See|Text) (.{0,30}?)page (\d+)/).map { Int($0.output.2) }
        #expect(said == [places[2], places[0], places[1]])
    }

    @Test func `34 a column that is filled in and that no table prints is reported`() throws {
        let workspace = try CaseWorkspace(
            actions: "libraries,L1,Action,OUTCOME,not on course,REASON,RESPONSE,2025-09",
            indicators: "unit,ref,measure,better,status,2022/23 actual,2023/24 actual,2024/25 actual,comment\n"
                + "libraries,N1,Measure,higher,not on course,1%,2%,3%,COMMENT",
            kind: "actions-progress"
        )
        let words = try workspace.words()
        let reports = try workspace.reports()
        for (word, column) in [("REASON", "reason"), ("COMMENT", "comment")] {
            #expect(!words.contains(word))
            #expect(reports.contains { $0.hasPrefix("warning no table prints the \(column): ") }, "\(reports)")
        }
    }

    @Test func `37 characters that other programs paste are breaks or spaces, or show nothing`() throws {
        let words = try CaseWorkspace(
            actions: "libraries,L1,Action\u{2028}second,Out\tcome,not on course,\"Line one\r\nline two\r\n\r\npara\","
                + "a\u{200B}b\u{AD}c\u{FEFF}d,\nlibraries,L2,Action\u{B}third,Outcome,not on course,Reason,,"
        ).words()
        for text in ["Action second", "Out come", "Line one line two para", "Action third"] {
            #expect(words.contains(text), "\(text)")
        }
        #expect(words.filter { !$0.isWhitespace && !"\u{200B}\u{FEFF}\u{AD}".contains($0) }.contains("abcd"))
    }
}
