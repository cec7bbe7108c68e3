// SPDX-License-Identifier: Apache-2.0

extension Element {
    /// Sections A4 and A10: the directorates' returns, their narrative and their signatures.
    static let ofReturns = [
        Element(
            "A4.1 three title lines: directorate, period, month",
            words: "Communities 2009/10 half-year monitoring, September 2009 Managing Director’s summary",
            tree: "heading 2 “Communities”",
            "subheading “2009/10 half-year monitoring, September 2009”",
            "heading 3 “Managing Director’s summary”"
        ),
        Element(
            "A4.1 the return of Adult Social Services: numbered, no exceptions",
            words: "Wealdshire Adult Social Services 2009/10 half-year monitoring",
            "2 Areas of progress",
            "3 Challenges",
            tree: "section “Appendix 1: Wealdshire Adult Social Services”"
        ),
        Element(
            "A4.1 the return of Children, Families and Education: numbered in two levels",
            words: "2.1 Restructure and finance",
            "3.6 Achieving economic wellbeing",
            tree: "heading 4 2 “Priorities for the year”"
        ),
        Element(
            "A4.1 the return of Communities: headings without numbers, in two levels",
            words: "What has been achieved Beyond the county",
            tree: "heading 4 “What has been achieved”",
            "heading 5 “Beyond the county”"
        ),
        Element(
            "A4.1 the return of Environment, Highways and Waste: prose throughout, under an Executive Director",
            words: "Executive Director’s summary Every resident of Wealdshire uses",
            tree: "heading 3 “Executive Director’s summary”",
            "paragraph “Every resident"
        ),
        Element(
            "A4.1 the return of the Chief Executive's Department: his own summary",
            words: "Chief Executive’s summary At the half-way point",
            tree: "heading 3 “Chief Executive’s summary”"
        ),
        Element(
            "A4.1 Progress against Business Plans",
            words: "Progress against business plans Exception reporting against",
            tree: "heading 3 “Progress against business plans”",
            "heading 4 “Exception reporting against"
        ),
        Element(
            "A4.1 exceptions in core services, activity levels, and projects, developments and key actions",
            words:
                "Exception reporting against core services, forecast activity levels, and projects, developments and key actions"
        ),
        Element(
            "A4.1 exceptions in projects, developments and key actions only",
            words: "Exception reporting against projects, developments and key actions The following"
        ),
        Element(
            "A4.1 exceptions in activity levels, and projects, developments and key actions",
            words: "Exception reporting against forecast activity levels and projects, developments and key actions"
        ),
        Element(
            "A4.1 the lead-in sentence before the exceptions",
            words:
                "The following are not expected to be completed. The reason, and what is being done about it, is given for each:",
            tree: "lead-in “The following are not expected to be completed.",
            "table 3 columns"
        ),
        Element(
            "A4.1 the lead-in sentence where things are late rather than lost",
            words: "The following are not expected to be completed as planned. The reason"
        ),
        Element(
            "A4.1 the heading of the indicators behind",
            words:
                "Key performance indicators not expected to be achieved as planned, with reasons and actions to rectify"
        ),
        Element(
            "A4.1 a directorate without indicators, which the paper says",
            words: "the fifth, Chief Executive’s Department, has none in its unit plans"
        ),
        Element(
            "A4.1 the council's order of directorates",
            words:
                "Wealdshire Adult Social Services 0 212 0% Children, Families and Education 27 2,250 1% Communities 12 200 6%",
            "Environment, Highways and Waste 7 117 6% Chief Executive’s Department 19 950 2%"
        ),
        Element(
            "A4.2 a paragraph with a run-in head",
            words: "Personal budgets. Under self directed support (SDS), people learn",
            tree: "paragraph “**Personal budgets.** Under self directed support (SDS)"
        ),
        Element(
            "A4.2 a paragraph with a run-in head and bullets",
            words: "The recession. It touches nearly everything that we do: • families who have lost a wage",
            tree: "lead-in “**The recession.** It touches nearly everything that we do:”",
            "list bullet"
        ),
        Element(
            "A4.2 a list in the narrative",
            words: "• invoices from home care agencies are matched",
            tree: "list bullet",
            "item",
            "paragraph “invoices from home care agencies"
        ),
        Element(
            "A4.2 a list of items with run-in heads",
            words: "• Under fives. For the third year in succession",
            tree: "list bullet",
            "item",
            "paragraph “**Under fives.** For the third year"
        ),
        Element(
            "A4.2 a quotation with its lead-in, once",
            words: "Care Quality Commission (CQC) had this to say: Older people told inspectors",
            tree: "quotation",
            "paragraph “Older people told inspectors"
        ),
        Element(
            "A4.2 a quotation with its lead-in, twice",
            words: "The inspectors’ report noted: Protecting people from abuse",
            tree: "quotation",
            "paragraph “Protecting people from abuse"
        ),
        Element(
            "A4.2 a list of ratings, each on its line",
            words: "• Keeping adults safe: good • Preventive services for older people: excellent",
            tree: "list bullet",
            "item",
            "paragraph “Keeping adults safe: *good*”",
            "item",
            "paragraph “Preventive services for older people: *excellent*”",
            "item",
            "paragraph “Our capacity to improve further: *excellent*”"
        ),
        Element(
            "A4.2 headings of three levels",
            words: "3 Progress so far",
            "3.5 Making a positive contribution",
            "3.5.1 What young people tell us",
            tree: "heading 5 3.5 “Making a positive contribution”",
            "heading 6 3.5.1 “What young people tell us”"
        ),
        Element(
            "A4.2 the name of a programme in bold",
            words: "A companion project, First Pay Packet, takes school leavers",
            tree: "paragraph “**Days that matter.** Eighteen months ago"
        ),
        Element(
            "A4.2 a term of law in italics",
            words: "usually been found to be ordinarily resident in Wealdshire"
        ),
        Element("A4.2 the name of an award in italics", words: "the best local authority team of 2009, largely for"),
        Element("A4.2 the name of a service in italics", words: "with a section for doing things online"),
        Element("A4.2 a name in single quotation marks", words: "the Youth Service runs ‘The Loft’, which takes over"),
        Element(
            "A4.2 an abbreviation defined in parentheses",
            words: "first private finance initiative (PFI), 417 new homes"
        ),
        Element(
            "A4.2 an abbreviation that the program spells out at first use",
            words: "the National Health Service (NHS) and the district councils"
        ),
        Element(
            "A4.3 bands of two levels: a division, then its units",
            words: "Commissioning Division (Specialist Services) Attendance and Behaviour Service Reduce the number",
            tree: "band 1",
            "header cell over 2 columns “Commissioning Division (Specialist Services)”",
            "band 2",
            "header cell over 2 columns “Attendance and Behaviour Service”"
        ),
        Element(
            "A4.3 a division that reports in its own right",
            words: "Finance and Corporate Services Ref. 2: Plan and support",
            tree: "band 1",
            "header cell over 2 columns “Finance and Corporate Services”",
            "row"
        ),
        Element(
            "A4.3 a unit that belongs to no division",
            words: "Strategy, Policy and Performance Division Write a communication plan",
            tree: "band 1",
            "header cell over 2 columns “Strategy, Policy and Performance Division”",
            "row"
        ),
        Element(
            "A10 a Managing Director's signature",
            words: "Catrin Adeyemi Managing Director, Communities",
            tree: "signature “Catrin Adeyemi” “Managing Director, Communities”"
        ),
        Element(
            "A10 a Managing Director's signature, with a longer name of the directorate",
            words: "Sanjay Whitcombe Managing Director, Children, Families and Education",
            tree: "signature “Sanjay Whitcombe” “Managing Director, Children, Families and Education”"
        ),
        Element(
            "A10 a signature at the end of the return, after its tables",
            words: "Helen Prowse Managing Director, Wealdshire Adult Social Services",
            tree: "signature “Helen Prowse” “Managing Director, Wealdshire Adult Social Services”"
        ),
        Element(
            "A10 an Executive Director's signature",
            words: "Fergus Hallam Executive Director, Environment, Highways and Waste",
            tree: "signature “Fergus Hallam” “Executive Director, Environment, Highways and Waste”"
        ),
        Element(
            "A10 the Chief Executive's signature",
            words: "David Amankwah Chief Executive",
            tree: "signature “David Amankwah” “Chief Executive"
        ),
    ]
}
