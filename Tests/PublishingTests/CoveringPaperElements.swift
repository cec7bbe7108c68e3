// SPDX-License-Identifier: Apache-2.0

extension Element {
    /// Sections A3.1 and A3.2: the report to a committee, and the paper to the Cabinet.
    static let ofCoveringPapers = [
        Element(
            "A3.1 By: two authors with their posts, the member first",
            in: .report,
            words:
                "By Nasreen Holloway, Cabinet Member for Corporate Support and Performance David Amankwah, Chief Executive",
            tree: "pair “By”",
            "paragraph “Nasreen Holloway, Cabinet Member",
            "paragraph “David Amankwah, Chief Executive”"
        ),
        Element(
            "A3.1 To: body and date",
            in: .report,
            words: "To Communities Policy Overview Committee, 17 September 2009",
            tree: "pair “To”",
            "paragraph “Communities Policy Overview Committee, 17 September 2009”"
        ),
        Element(
            "A3.1 Subject",
            in: .report,
            words: "Subject Draft annual performance report 2008/09",
            tree: "pair “Subject”",
            "paragraph “Draft annual performance report 2008/09”"
        ),
        Element(
            "A3.1 Classification",
            in: .report,
            words: "Classification Unrestricted",
            tree: "pair “Classification”",
            "paragraph “Unrestricted”"
        ),
        Element(
            "A3.1 SUMMARY, without a number",
            in: .report,
            words: "Summary This paper introduces the draft annual performance report",
            tree: "heading 1 “Summary”",
            "paragraph “This paper introduces"
        ),
        Element(
            "A3.1 FOR INFORMATION: the purpose flag",
            in: .report,
            words: "FOR INFORMATION",
            tree: "paragraph “**FOR INFORMATION**”"
        ),
        Element(
            "A3.1 sections with numbers, in sentence case",
            in: .report,
            words: "1 Introduction",
            "2 What the report holds",
            "3 Amendments",
            "4 Approval process",
            "5 Recommendation",
            tree: "heading 1 4 “Approval process”"
        ),
        Element(
            "A3.1 the recommendation last, with its verb",
            in: .report,
            words: "Members of the Committee are asked to NOTE the draft.",
            tree: "heading 1 5 “Recommendation”",
            "paragraph “Members of the Committee are asked to **NOTE** the draft.”"
        ),
        Element(
            "A3.1 Accountable officer: name, post, department, telephone, e-mail",
            in: .report,
            words: "officer Ruth Okafor, Performance Manager, Chief Executive’s Department Telephone: 01632 960123",
            "Email: ruth.okafor@wealdshire.example",
            tree: "details contact",
            "pair “Accountable officer”",
            "paragraph “Ruth Okafor, Performance Manager",
            "paragraph “Telephone: 01632 960123”",
            "paragraph “Email: [ruth.okafor@"
        ),
        Element(
            "A3.1 a name in italics",
            in: .report,
            words: "one section for each theme of Forward 2010.",
            tree: "paragraph “The report has one section for each theme of *Forward 2010*."
        ),
        Element(
            "A3.1 a name in quotation marks",
            in: .report,
            words: "sold in libraries as ‘The Year in Wealdshire’"
        ),
        Element(
            "A3.1 a term defined in parentheses, and used",
            in: .report,
            words: "short annual performance report (APR)",
            "takes the draft APR in September"
        ),
        Element(
            "A3.1 a draft with its version and day",
            in: .report,
            words: "DRAFT 2, 19 August 2009"
        ),
        Element(
            "A3.1 the way of the paper: bodies, dates, purposes",
            in: .report,
            words: "Communities Policy Overview Committee 17 September 2009 For information",
            "Cabinet 12 October 2009 For discussion",
            "County Council 22 October 2009 For approval",
            tree: "header cell “County Council”",
            "cell “22 October 2009”",
            "cell “For approval”"
        ),
        Element(
            "A3.1 no background papers, said in so many words",
            in: .report,
            words: "There are no background papers to this report."
        ),
        Element(
            "A3.2 By: two authors",
            words:
                "By Nasreen Holloway, Cabinet Member for Corporate Support and Performance David Amankwah, Chief Executive",
            tree: "pair “By”",
            "paragraph “Nasreen Holloway",
            "paragraph “David Amankwah"
        ),
        Element(
            "A3.2 To",
            words: "To Cabinet, 30 November 2009",
            tree: "pair “To”",
            "paragraph “Cabinet, 30 November 2009”"
        ),
        Element(
            "A3.2 Subject",
            words: "Subject Half-year monitoring 2009/10",
            tree: "pair “Subject”",
            "paragraph “Half-"
        ),
        Element("A3.2 Classification", words: "Classification Unrestricted", tree: "pair “Classification”"),
        Element(
            "A3.2 SUMMARY AND RECOMMENDATIONS: a paragraph, and the recommendation up front",
            words: "Summary and recommendation Each unit of the council works to an annual operating plan.",
            "Cabinet Members are asked to NOTE the report.",
            tree: "heading 1 “Summary and recommendation”",
            "paragraph “Each unit",
            "paragraph “Cabinet Members are asked to"
        ),
        Element(
            "A3.2 INTRODUCTION: a lead-in and bullets",
            words: "A plan is there to: • give officers the authority",
            "name the people who use the service and the partners it depends on.",
            tree: "lead-in “Every unit has a plan",
            "list bullet",
            "item",
            "paragraph “give officers",
            "item",
            "paragraph “match staff"
        ),
        Element(
            "A3.2 HALF-YEAR MONITORING PROCESS: every plan is checked",
            words: "every core service, every forecast of activity, every project and every indicator"
        ),
        Element(
            "A3.2 what Appendix 1 holds by directorate, with an emphasised word",
            words: "Appendix 1 takes the directorates in turn.",
            "the exceptions: the work that is not going to plan",
            tree: "lead-in “[Appendix 1](#appendix-1)",
            "list bullet",
            "item",
            "paragraph “a statement by the head",
            "item",
            "paragraph “the exceptions: the work that is *not* going to plan"
        ),
        Element(
            "A3.2 See also section 3",
            words: "Work that is going to plan is counted (see also section 3, page 3).",
            tree:
                "paragraph “Work that is going to plan is counted (see also [section 3, page 3](#summarised-outcomes))"
        ),
        Element(
            "A3.2 the committees' examination in January",
            words: "The Policy Overview Committees will examine the returns at their January 2010 meetings."
        ),
        Element(
            "A3.2 what the paper leaves out, and where it was reported",
            words: "Performance against Forward 2010 is outside the scope of this report"
        ),
        Element(
            "A3.2 SUMMARISED OUTCOMES: two sub-heads",
            words: "3.1 Projects, developments and key actions",
            "3.2 Performance indicators",
            tree: "heading 1 3 “Summarised outcomes”",
            "heading 2 3.1 “Projects, developments and key actions”"
        ),
        Element(
            "A3.2 an emphasised qualifier in the sentence before the table",
            words: "how much of the work promised in its operating plans is not on target.",
            tree: "lead-in “The table shows, for each directorate",
            "table 4 columns #outcomes"
        ),
        Element(
            "A3.2 These are detailed by directorate within Appendix 1",
            words: "Each one is named and explained in Appendix 1."
        ),
        Element(
            "A3.2 figures worked out from the returns in running text",
            words: "In Communities, where the plans contain 115 indicators, 93% are forecast to reach their target"
        ),
        Element(
            "A3.2 Contact officer",
            words:
                "Contact officer Ruth Okafor, Performance Manager, Chief Executive’s Department Telephone: 01632 960123",
            tree: "details contact",
            "pair “Contact officer”",
            "paragraph “Ruth Okafor"
        ),
        Element(
            "A15 the background papers that the real papers lack",
            words: "Background papers • Unit operating plans 2009/10, approved by Cabinet on 23 March 2009",
            tree: "heading 1 “Background papers”",
            "list bullet",
            "item",
            "paragraph “Unit operating plans"
        ),
    ]
}
