// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension RuleExample {
    /// The rules of words, and what is easily taken for their mistakes.
    static let language: [RuleExample] = [
        RuleExample(
            .undefinedAbbreviation,
            ReviewedRound(statement: "The LCSP met in May. Each LCSP has a plan, and two LCSPs share theirs."),
            [
                "undefined-abbreviation returns/people/statement.md:1:5: nothing here says what `LCSP` stands for, which is used 3 times (write it out at its first use, with `(LCSP)` behind it, or add it to `abbreviations` in council.yaml, and papers write it out)"
            ],
            right: [
                ReviewedRound(
                    statement: "The Local Children’s Services Partnership (LCSP) met in May. Each LCSP has a plan."
                ),
                ReviewedRound(statement: "The LCSP (Local Children’s Services Partnership) met in May."),
                ReviewedRound(statement: "The KTDT, the Kent trust for disabled teenagers, met in May."),
                ReviewedRound(
                    statement: "The LCSP met in May.",
                    council: "abbreviations: { LCSP: Local Children’s Services Partnership }\n"
                ),
                ReviewedRound(
                    statement:
                        "The NHS paid for it in the EU, under PAF C72 and M25 rules, in Part IV. We do NOT agree."
                ),
                ReviewedRound(statement: "# KEY AIMS\n\nPLEASE be kind. The year was good."),
                ReviewedRound(statement: "> The LCSP met in May."),
            ]
        ),
        RuleExample(
            .mixedTerms,
            ReviewedRound(
                statement:
                    "The mid-year returns are in. At the half-year point all was well, and the half-year report says so."
            ),
            [
                "mixed-terms returns/people/statement.md:1:5: one term is written in two ways: `half-year` twice and `mid-year` once (write `half-year` everywhere, or whichever the council prefers)"
            ],
            right: [
                ReviewedRound(statement: "The half-year report is in. At the half year all was well."),
                ReviewedRound(statement: "The year-end report is due in May. At the year end all was well."),
            ]
        ),
        RuleExample(
            .mixedTerms,
            ReviewedRound(statement: "Pay on-line, or come in. Most people pay online. An online form is best."),
            [
                "mixed-terms returns/people/statement.md:1:5: one term is written in two ways: `online` twice and `on-line` once (write `online` everywhere, or whichever the council prefers)"
            ],
            right: [
                ReviewedRound(statement: "The group was re-formed, and has reformed its rules.")
            ]
        ),
        RuleExample(
            .mixedTerms,
            ReviewedRound(
                statement: "We check the PIs each month. One of the KPIs is late. The PIs are new.",
                council: "abbreviations: { PI: performance indicator, KPI: key performance indicator }\n"
            ),
            [
                "mixed-terms returns/people/statement.md:1:41: one term is written in two ways: `PIs` twice and `KPIs` once (write `PIs` everywhere, or whichever the council prefers)"
            ],
            right: [
                ReviewedRound(
                    statement: "We check the KPIs each month. One KPI is late.",
                    council: "abbreviations: { KPI: key performance indicator }\n"
                )
            ]
        ),
        RuleExample(
            .mixedDashes,
            ReviewedRound(
                statement:
                    "The centre - a new one - is open. The pool – an old one – is shut, and the hall – a third – is let."
            ),
            [
                "mixed-dashes returns/people/statement.md:1:12: the dashes between words are of 2 kinds: ` – ` 4 times and ` - ` twice (write one kind everywhere, such as ` – `, which is the most frequent here)"
            ],
            right: [
                ReviewedRound(statement: "The centre – a new one – is open from 10 - 12, for 2009-10.")
            ]
        ),
        RuleExample(
            .mixedRunIn,
            ReviewedRound(
                statement:
                    "**Savings.** They are on course.\n\n**Homes.** They are let.\n\n**Total Place** The directorate takes part."
            ),
            [
                "mixed-run-in returns/people/statement.md:5:3: the bold words that open paragraphs have different marks behind them: `.` twice and nothing once (write the same behind all of them, such as `**Savings.**`)"
            ],
            right: [
                ReviewedRound(
                    statement:
                        "**Savings.** They are on course.\n\n**Homes.** They are let.\n\n**Commercial Services** has done well."
                )
            ]
        ),
        RuleExample(
            .unexplainedLink,
            ReviewedRound(statement: "The plan is public: [click here](https://www.wealdshire.example/plan)."),
            [
                "unexplained-link returns/people/statement.md:1:22: the words of the link, `click here`, do not say where it leads (make a link of words that name the page, such as `the plan for 2010`: some readers hear the links alone)"
            ],
            right: [
                ReviewedRound(statement: "[The plan for 2010](https://www.wealdshire.example/plan) is public.")
            ]
        ),
        RuleExample(
            .unexplainedLink,
            ReviewedRound(statement: "The plan is at <https://www.wealdshire.example/plan>."),
            [
                "unexplained-link returns/people/statement.md:1:17: the words of the link are an address, `https://www.wealdshire.example/plan`, which is read out letter by letter (make a link of words that name the page: `[the plan for 2010](https://…)`, in Word Insert, then Link)"
            ],
            right: [
                ReviewedRound(
                    statement: "Write to [ruth.okafor@wealdshire.example](mailto:ruth.okafor@wealdshire.example)."
                )
            ]
        ),
        RuleExample(
            .allCapitals,
            ReviewedRound(statement: "PLEASE READ THIS FIRST. The year was good. THIS WAS NOT PLANNED either."),
            [
                "all-capitals returns/people/statement.md:1:1: `PLEASE READ THIS FIRST` is in capitals, the first of 2 places (write it in small letters: capitals are harder to read, and some screen readers spell them out)"
            ],
            right: [
                ReviewedRound(statement: "The NHS, the BBC and the EU paid. We do NOT agree.")
            ]
        ),
        RuleExample(
            .repeatedWord,
            ReviewedRound(statement: "The team has met the the targets."),
            [
                "repeated-word returns/people/statement.md:1:18: `the the`: a word is there twice in a row (delete one of the two)"
            ],
            right: [
                ReviewedRound(statement: "All that that family had had was lost. Wagga Wagga is a town.")
            ]
        ),
        RuleExample(
            .confusedWords,
            ReviewedRound(statement: "This is dependant on a public enquiry."),
            [
                "confused-words returns/people/statement.md:1:9: `dependant on` has a word in it that was likely taken for another (write `dependent on`)",
                "confused-words returns/people/statement.md:1:24: `public enquiry` has a word in it that was likely taken for another (write `public inquiry`)",
            ],
            right: [
                ReviewedRound(statement: "This is dependent on a public inquiry. A dependant is a child.")
            ]
        ),
        RuleExample(
            .positionWord,
            ReviewedRound(
                statement: "The actions are overleaf. The tasks above are late, for the reasons set out below."
            ),
            [
                "position-word returns/people/statement.md:1:17: `overleaf` says where something stands on a page, the first of 3 places (name what is meant, such as `the table of actions`: on a screen there is no overleaf, and who listens has no above and below)"
            ],
            right: [
                ReviewedRound(
                    statement:
                        "The figures are above target and below the average, and above those of 2007. Children of five and above came. See the table of actions."
                )
            ]
        ),
        RuleExample(
            .misspeltName,
            ReviewedRound(statement: "Schools in wealdshire are full. The towns of Wealdshrie have more."),
            [
                "misspelt-name returns/people/statement.md:1:12: `wealdshire` is a name, and begins with a capital letter (write `Wealdshire`)",
                "misspelt-name returns/people/statement.md:1:46: `Wealdshrie` is one letter away from the name `Wealdshire` (put the spelling right; if it is another name, add it to `spelling` in council.yaml)",
            ],
            right: [
                ReviewedRound(
                    statement:
                        "Schools in Wealdshire are full, and so are those of Wealdshire’s towns and of Wealdstone."
                ),
                ReviewedRound(
                    statement: "Schools in Wealdshrie are full.",
                    council: "spelling: [Wealdshrie]\n"
                ),
            ]
        ),
        RuleExample(
            .spelling,
            ReviewedRound(statement: "The performence of the team was good, and its performence will be better."),
            [
                "spelling returns/people/statement.md:1:5: `performence`, which is here twice, is not in the dictionary (write `performance`, `performer` or `performed`; if the word is right, add it to `spelling` in council.yaml)"
            ],
            right: [
                ReviewedRound(
                    statement:
                        "The performance of the team in Kelderby was good. Kelderby schools and re-ablement took the M2 in 2009."
                ),
                ReviewedRound(
                    statement:
                        "The words [gwasanaethau plant]{lang=cy} are on the sign, and statement.docx has the rest."
                ),
                ReviewedRound(statement: "The gloddering is done.", council: "spelling: [gloddering]\n"),
            ]
        ),
        RuleExample(
            .longSentence,
            ReviewedRound(
                statement:
                    "The team has worked with schools and colleges and employers and charities and parents and the police and the health service and the fire service and the housing trusts of the county so that each young person who leaves school has a place to go to next. The year was good."
            ),
            [
                "long-sentence returns/people/statement.md:1:1: the sentence that begins `The team has worked with schools` has 47 words in one stretch (say it in two sentences; `sentence-words` of `house-style` in council.yaml is 40, and 0 for any length)"
            ],
            right: [
                ReviewedRound(
                    statement:
                        "The team has worked with schools and colleges and employers and charities and parents and the police and the health service and the fire service and the housing trusts of the county: that way each young person who leaves school has a place to go to next."
                ),
                ReviewedRound(
                    statement:
                        "- The team has worked with schools and colleges and employers and charities and parents and the police and the health service and the fire service and the housing trusts of the county so that each young person who leaves school has a place to go to next."
                ),
                ReviewedRound(
                    statement:
                        "The team has worked with schools and colleges and employers and charities and parents and the police and the health service and the fire service and the housing trusts of the county so that each young person who leaves school has a place to go to next.",
                    council: "house-style: { sentence-words: 50 }\n"
                ),
            ]
        ),
        RuleExample(
            .hardToRead,
            ReviewedRound(
                statement:
                    "The directorate has completed a comprehensive review of the arrangements for commissioning residential and community services, and is considering proposals for the reorganisation of administrative responsibilities. Consultation with voluntary organisations has demonstrated considerable support for an integrated approach, particularly in relation to preventative services for families in disadvantaged communities. Additional investment in information systems, which is anticipated during the remaining quarter, will facilitate more accurate reporting of performance to managers and to partner organisations across the county. Recommendations concerning the implementation of these proposals, including their financial implications, will be presented to the appropriate committee following completion of the necessary negotiations with representatives of the recognised trade unions.",
                council: "house-style: { reading-age: 15 }\n"
            ),
            [
                "hard-to-read returns/people/statement.md:1:1: this text asks for a reading age of about 31, and the house style for 15 (its sentences have 27 words on average, and 38 words in a hundred are long: make both fewer)"
            ],
            right: [
                ReviewedRound(
                    statement:
                        "The team met in May. It has a plan. All of us will read it and say what we think. The team met in May. It has a plan. All of us will read it and say what we think. The team met in May. It has a plan. All of us will read it and say what we think. The team met in May. It has a plan. All of us will read it and say what we think. The team met in May. It has a plan. All of us will read it and say what we think. The team met in May. It has a plan. All of us will read it and say what we think. The team met in May. It has a plan. All of us will read it and say what we think. The team met in May. It has a plan. All of us will read it and say what we think. ",
                    council: "house-style: { reading-age: 15 }\n"
                ),
                ReviewedRound(
                    statement:
                        "The directorate has completed a comprehensive review of the arrangements for commissioning residential and community services, and is considering proposals for the reorganisation of administrative responsibilities. Consultation with voluntary organisations has demonstrated considerable support for an integrated approach, particularly in relation to preventative services for families in disadvantaged communities. Additional investment in information systems, which is anticipated during the remaining quarter, will facilitate more accurate reporting of performance to managers and to partner organisations across the county. Recommendations concerning the implementation of these proposals, including their financial implications, will be presented to the appropriate committee following completion of the necessary negotiations with representatives of the recognised trade unions."
                ),
            ]
        ),
    ]
}
