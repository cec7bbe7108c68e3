// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Intake

/// What is nearly a marker, and what is prose.
struct ExemptSignsTests {
    @Test(arguments: [
        "[EXEMPT PARAGRAPH 3] x", "[EXEMPT para 3] x", "[EXEMPT, 3] x", "[EXEMPT (3)] x", "EXEMPT (3) x",
        "Exempt — paragraph 3 x",
        "[exempt information] x", "[EXEMPT] 3 x", "EX\u{AD}EMPT 3 x", "\u{415}XEMPT 3 x",
        "\u{415}\u{425}\u{415}\u{41C}\u{420}\u{422} 3 x",
        "Exempt 3: x", "EXEMPT para 3: x", "Exempt: para 3 x", "NOT FOR PUBLICATION x",
        "Not for publication until signed",
        "Not for publication by virtue of paragraph 3", "Confidential: x", "CONFIDENTIAL x", "Confidential – x",
        "RESTRICTED: x", "RESTRICTED The x",
        "Private and confidential", "Private & confidential", "Strictly private: x", "Strictly confidential",
        "Commercially sensitive: x",
        "Commercial in confidence", "OFFICIAL-SENSITIVE", "Exempted 3 x", "EXEMPTION 3 x", "Part 2 exempt: x",
        "Part II – Exempt",
        "Appendix 3 (exempt)", "This paragraph is exempt.", "The following is exempt information: x",
        "Exempt under paragraph 3", "Exempt by virtue of",
        "Exempt from publication", "EXEMPT x", "exempt", "EXEMPT\nThe price x", "The price\nExempt 3: x", "(Exempt) x",
        "<EXEMPT 3> x", "{exempt} x",
        "\u{3010}EXEMPT 3\u{3011} x", "E X E M P T 3 x", "E X E M P T a: x", "E.X.E.M.P.T. 3", "EX-EMPT 3 x",
        "EX EMPT 3 x", "EXEMPT3 x", "Exempt-3 x", "exempt-para 3 x",
        "EXMPT 3 x", "Excempt 3: x", "Exepmt (3)", "xempt 3", "Exempt three: x", "EXEMPT III x", "Exempt § 3",
        "\"Exempt 3\" x", "“Exempt” 3 x",
        "*Exempt 3* x", "1. Exempt 3: x", "(a) Exempt: x", "3.2 EXEMPT – x", "It is late. Exempt paragraph 3: x",
        "It is late. EXEMPT",
        "It is late (EXEMPT 3).", "It is late (exempt para 3).", "It is late [exempt].", "It is EXEMPT 3 x",
        "It is late. NOT FOR PUBLICATION",
        "It is late. Not for publication: x", "Late – CONFIDENTIAL: x", "Withheld: x", "Do not publish: x",
        "Not to be published x", "Exempt/private x",
        "Item 6 – Exempt", "Classification: Exempt", "!EXEMPT 3 x", "\u{FF25}xempt\u{3000}3",
        "\u{1D404}\u{1D417}\u{1D404}\u{1D40C}\u{1D40F}\u{1D413} 3",
        "Exempt\u{A0}3 x", "Exempt\u{2003}\u{2014}\u{2003}para x", "Schedule 12A exempt", "Exempt information",
        "Exempt item", "Confidential appendix",
        "Exempt due to paragraph 3 x", "EXEMPTINFORMATION x", "(NOT FOR PUBLICATION) x", "Status: Exempt (para 3)",
        "Restricted (3) x", "Exempt The price", "Confidential The price", "This is exempt The price", "Exempt ion 3",
        "Exemptt 3", "CONFIDENTAL: x", "Confidentail: x", "CONFEDENTIAL: x", "Confidentiall: x", "CONFI-DENTIAL: x",
        "RESTRICED: x", "NOT FOR PUBLICTAION x", "NOTFORPUBLICATION x", "Not for publications: x",
        "NOT FOR THE PUBLIC x", "NOT PUBLIC: x", "NON-PUBLIC x", "Not to be public x", "Do not print x",
        "Do not make public: x", "Don’t publish x", "In confidence: x", "SECRET: x", "MEMBERS ONLY: x",
        "Internal only – x", "Press and public to be excluded", "[REDACT] x", "EITHRIEDIG 3: x", "Cyfrinachol: x",
        "NID I’W GYHOEDDI x", "PRIVATE, 3: x", "The price (exempt) x", "The price, exempt 3", "EXEMPT THIS PRICE",
        "Sch 12A para 3 x", "Schedule 12A paragraph 3: x", "The price (Sch 12A)", "Reason: exempt 3 x",
        "What follows is exempt.", "The next paragraph is exempt.",
    ])
    func `what says nearly what a marker says is a sign`(text: String) {
        #expect(ExemptSigns.sign(in: text) == .nearly)
    }

    @Test(arguments: [
        "[!EXEMPT 3] x", "x [!EXEMPT 3]", "[ !EXEMPT 3] x", "[!NOTE] x", "\u{FF3B}\u{FF01}EXEMPT 3] x",
        "[\u{1C3}EXEMPT 3] x", "{!exempt} x",
        "[\u{200B}!EXEMPT 3]",
    ])
    func `the opening of a marker is one wherever it stands`(text: String) {
        #expect(ExemptSigns.sign(in: text) == .marker)
    }

    @Test(arguments: [
        "Exempt accommodation in the district grew by 3%", "The council is exempt from business rates.",
        "exempt people", "An exempt 3% of all",
        "Tax exempt people", "Exempt-rated supplies grew", "Exempting carers from the charge cost 3%",
        "Exempt from council tax were 34 households",
        "The exemption was renewed in May.", "Exemption certificates were issued",
        "The appendix was exempt under paragraph 3 of Schedule 12A.",
        "The tender report (exempt under paragraph 3) was noted.", "Confidential waste is collected weekly",
        "A confidential helpline opened",
        "The helpline is confidential and free.", "Private sector housing", "PRIVATE SECTOR HOUSING",
        "Private finance initiative (PFI)", "Private, voluntary",
        "Private-sector leasing grew", "Private tenants in 3 wards", "Restricted access to the site delayed work",
        "RESTRICTED ACCESS", "Sensitive restoration",
        "Sensitive, patient work", "Classified roads were resurfaced", "Classified-road resurfacing", "Unrestricted",
        "Restricted-byway orders made",
        "Part 2 of the Act came into force", "Part 2: Delivering the plan", "Public conveniences",
        "Publication of the plan", "Not for profit bodies",
        "Not published until March", "Next: text in 6 boxes [r]", "Tax: 3%", "The next 3 paragraphs explain",
        "Expert 3: x", "Except 3 x", "Empty 3: x",
        "Attempt 3: x", "Prompt 3: x", "Section 3 explains", "", " ", "3", "[x]", "x", "£2.3m – “on time”…",
        "Café 3: naïve", "Exert", "Exhibit 3: x",
        "The report of the Private Secretary", "A – z (see 3)", "Not for public use until March",
        "Commercial in confidence clauses were removed", "Restricted (grant) income fell",
        "Exempt (supported) accommodation grew", "Secret gardens opened", "Redacted copies were sent out",
        "In confidence building we lead", "Members only met once", "School 12 opened", "Schedule 3 of the Act",
        "the rent, exempt 3 of 12 times", "Confidently led", "Restrictive covenants", "Publicity: 3 events",
        "Printing: 3 contracts", "Internal audit: done", "Indication: 3", "Application 3: x",
        "The public was not there",
        "Not publicised: 3 events", "Non-public-sector funding grew",
    ])
    func `prose is no sign`(text: String) {
        #expect(ExemptSigns.sign(in: text) == nil)
    }

    @Test(arguments: [
        "Exempt accommodation grew", "\u{201C}Exempt\u{201D} people", "Confidential waste", "EXEMPT people",
        "The exempt people",
        "Exemptions grew",
    ])
    func `a quotation that opens with the word is a sign whatever follows`(text: String) {
        #expect(ExemptSigns.sign(in: text, at: .quotation) == .nearly)
    }

    @Test(arguments: ["The council is exempt from it.", "Private tenants say", "It was confidential"])
    func `a quotation that only holds the word is none`(text: String) {
        #expect(ExemptSigns.sign(in: text, at: .quotation) == nil)
    }

    @Test(arguments: [
        "a,b,exempt", "x exemption y", "the report is confidential", "Restricted", "summary: PRIVATE: x", "x: [!",
        "> [EXMPT 3]", "E X E M P T",
        "\u{435}xempt", "ex\u{AD}empt", "not for publication", "commercial in confidence", "note: private – x",
    ])
    func `a file with such a line is not quoted`(line: String) {
        #expect(ExemptSigns.areLike(line))
    }

    @Test(arguments: [
        "classification: Unrestricted", "private sector", "sensitive work", "the next 3", "expected 6, 7", "public",
        "Expert 3",
    ])
    func `a file without one is`(line: String) {
        #expect(!ExemptSigns.areLike(line))
    }

    @Test(arguments: [
        "exmpt", "Exempt (para)", "paragraph", "confidential", "restricted", "private", "publication", "public",
        "sensitive", "not for publication",
        "exemptions", "secret",
    ])
    func `a column's name may say it`(name: String) {
        #expect(ExemptSigns.isLikeName(name))
    }

    @Test(arguments: ["raeson", "natoin", "2009/10 targt", "notes", "exercise"])
    func `another column's name does not`(name: String) {
        #expect(!ExemptSigns.isLikeName(name))
    }

    /// Most cells are not searched, since they hold none of the letters of a sign (``ExemptSigns/mayHold(_:)``): no sign may be missed by that.
    @Test(arguments: ["confidential", "restricted", "publication", "notforpublication"])
    func `a long word with one slip anywhere is a sign, whatever stands behind it`(word: String) {
        let letters = Array(word)
        var slips: Set<String> = []
        for index in letters.indices {
            var changed = letters
            changed.remove(at: index)
            slips.insert(String(changed))
            changed.insert("z", at: index)
            slips.insert(String(changed))
            slips.insert(String(letters[..<index]) + "z" + String(letters[index...]))
            guard index > 0 else { continue }
            changed = letters
            changed.swapAt(index - 1, index)
            slips.insert(String(changed))
        }
        #expect(slips.count > 3 * word.count)
        for slip in slips {
            let text = word == "publication" ? "Not for \(slip): the school" : "\(slip.uppercased()): the school"
            #expect(ExemptSigns.sign(in: text) == .nearly, "\(text)")
        }
    }

    @Test(arguments: [" ", "  ", "\t", "-", " - ", "_", " *"])
    func `a phrase is a sign whatever stands between its words`(gap: String) {
        for phrase in [
            ["Members", "only"], ["Internal", "only"], ["Not", "for", "publication"], ["In", "confidence"],
        ] {
            let text = phrase.joined(separator: gap) + ": the school"
            #expect(ExemptSigns.sign(in: text) == .nearly, "\(text)")
        }
    }
}
