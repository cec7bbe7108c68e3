// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

/// Whether a paper says what its meeting is to do.
struct RecommendationRulesTests {
    private let none = (
        file: "papers/cabinet.md",
        old: "recommendations:\n  - { verb: NOTE, text: the report }\n",
        new: ""
    )

    private func recommending(_ recommendation: String) -> ReviewedRound {
        ReviewedRound(edits: [("papers/cabinet.md", "{ verb: NOTE, text: the report }", recommendation)])
    }

    @Test func `a paper whose layout prints recommendations has one`() throws {
        #expect(
            try ReviewedRound(edits: [none]).lines() == [
                "missing-recommendation papers/cabinet.md: the paper does not say what Cabinet is asked to do (add `recommendations:` with a `verb:` (`NOTE`, `AGREE`, `APPROVE`, `COMMENT`, `ENDORSE`, `RECOMMEND`) and a `text:`; a paper that is only to be read says `purpose: information`)"
            ]
        )
    }

    @Test func `a recommendation that cannot be read is one`() throws {
        #expect(try recommending("{ verb: NOTICE, text: the report }").lines() == [])
        let empty = (file: none.file, old: none.old, new: "recommendations: []\n")
        #expect(try ReviewedRound(edits: [empty]).diagnostics().map(\.rule) == [.missingRecommendation])
    }

    @Test func `a paper for information, and one whose layout prints none, need none`() throws {
        let information = (file: "papers/cabinet.md", old: "status: draft", new: "purpose: information\nstatus: draft")
        #expect(try ReviewedRound(edits: [none, information]).lines() == [])
        let highlights = (file: "papers/cabinet.md", old: "layout: cabinet", new: "layout: highlights")
        #expect(try ReviewedRound(edits: [none, highlights]).lines() == [])
    }

    @Test func `a section of the body that is headed so has a verb`() throws {
        let body =
            "# Recommendations\n\nThe report, and the actions in it.\n\n# Outlook\n\nMembers will be asked to note it."
        #expect(
            try ReviewedRound(edits: [none], body: body).lines() == [
                "recommendation-without-verb papers/cabinet.md:15:1: the section `Recommendations` has no verb that says what Cabinet is to do (write what it is asked: `NOTE`, `AGREE`, `APPROVE`, `COMMENT`, `ENDORSE`, `RECOMMEND`; or put it under `recommendations:` in the header, where a verb is asked for)"
            ]
        )
    }

    @Test(arguments: [
        "Members are asked to **note** the report.", "That the report be noted.", "- to agree the actions",
        "Members are asked:\n\n- the report is referred to the Scrutiny Committee.", "{{> outcomes of: actions }}",
    ])
    func `a verb in any form and place of the section is one`(text: String) throws {
        let body = "# Recommendation\n\n\(text)"
        #expect(try ReviewedRound(edits: [none], body: body).lines() == [])
    }

    @Test(arguments: [
        ("{ verb: NOTE, text: note the report }", 25, "NOTE note", "note"),
        ("{ verb: NOTE, text: to note the report }", 25, "NOTE to note", "to note"),
        ("{ verb: AGREE, text: Agree the actions }", 26, "AGREE Agree", "Agree"),
    ])
    func `a text does not say the verb again`(item: String, column: Int, printed: String, words: String) throws {
        #expect(
            try recommending(item).lines() == [
                "repeated-verb papers/cabinet.md:10:\(column) (text): the recommendation says its verb twice: the paper prints `\(printed)` (delete `\(words)` from the beginning of `text`)"
            ]
        )
    }

    @Test(arguments: ["{ verb: AGREE, text: to approve the plan }", "{ verb: NOTE, text: the noted actions }"])
    func `another verb is not the same one`(item: String) throws {
        #expect(try recommending(item).lines() == [])
    }
}
