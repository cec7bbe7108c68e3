// SPDX-License-Identifier: Apache-2.0

extension Element {
    /// Section A5: the tables T1 to T9.
    static let ofTables = [
        Element(
            "A5 T1: directorates with their percentages",
            words: "Directorate Not on target In business plans Percentage not on target",
            tree: "table 4 columns #outcomes",
            "header row",
            "header cell “Directorate”",
            "header cell “Not on target”",
            "header cell “In business plans”",
            "header cell “Percentage not on target”"
        ),
        Element(
            "A5 T2: columns of the indicators to date",
            words: "Actual performance 2008/09 Half-year monitoring 2009/10 Comments",
            tree: "header row",
            "header cell “Performance measure or activity[^note 1]”",
            "header cell “Actual performance 2008/09”",
            "header cell “Half-year monitoring 2009/10”",
            "header cell “Comments”"
        ),
        Element(
            "A5 T2: a note to a header cell",
            words: "No target for 2009/10 can be set for a national indicator until its first full year",
            tree: "note 1",
            "paragraph “No target for 2009/10"
        ),
        Element(
            "A5 T2: a comment of several paragraphs",
            words: "puts us half-way there. The measure has a narrow view.",
            tree: "cell “77%”",
            "cell",
            "paragraph “The Local Area Agreement",
            "paragraph “The measure has a narrow view."
        ),
        Element(
            "A5 T2: words within the measure",
            words: "(counts towards NI 130, social care clients who direct their own support)"
        ),
        Element(
            "A5 T3: a trend of three years",
            words: "Indicator 2006/07 2007/08 2008/09 Better than national average",
            tree: "header row",
            "header cell “Indicator”",
            "header cell “2006/07”",
            "header cell “2007/08”",
            "header cell “2008/09”",
            "header cell “Better than national average[^note 1]”"
        ),
        Element(
            "A5 T3a: the class that is consistently strong",
            words: "4.1 Consistently strong",
            tree: "heading 5 4.1 “Consistently strong”"
        ),
        Element(
            "A5 T3b: the class that is improving",
            words: "4.2 Improving",
            tree: "heading 5 4.2 “Improving”"
        ),
        Element(
            "A5 T3c: the class that needs renewed focus",
            words: "4.3 In need of renewed focus",
            tree: "heading 5 4.3 “In need of renewed focus”"
        ),
        Element(
            "A5 T4: columns of the exceptions at two levels",
            words: "Activity or project not expected to be completed Reason and action to rectify",
            tree: "table 2 columns",
            "header row",
            "header cell “Activity or project not expected to be completed”",
            "header cell “Reason and action to rectify”"
        ),
        Element(
            "A5 T4: paragraphs in a cell",
            words: "schools that have newly arrived pupils. The course will be among the first calls on the team",
            tree: "cell",
            "paragraph “Two of the five advisers",
            "paragraph “The course will be among"
        ),
        Element(
            "A5 T4: actions to rectify, as bullets in a cell",
            words: "Actions to rectify: • Agree with each local partnership manager",
            "• Hold a meeting every four weeks",
            tree: "lead-in “Actions to rectify:”",
            "list bullet",
            "item",
            "paragraph “Agree with each local",
            "item",
            "paragraph “Find out how far",
            "item",
            "paragraph “Write down how a hub",
            "item",
            "paragraph “Hold a meeting"
        ),
        Element(
            "A5 T4: five steps of one programme with a comment over all of them",
            words: "Ref. BSF 1: Cabinet approval of the fourth wave of projects",
            "Ref. BSF 5: New project development, stage 2b",
            tree: "cell over 5 rows",
            "paragraph “The five steps of the fourth wave",
            "paragraph “Cabinet gave its approval",
            "paragraph “The sale is now complete.",
            "row",
            "header cell",
            "paragraph “**Ref. BSF 2:**"
        ),
        Element(
            "A5 T4: of each step what it delivers and when",
            words: "Planned outcome: All approvals of the fourth wave for stage 2b obtained Due: March 2010",
            tree: "paragraph “**Ref. BSF 5:** New project development, stage 2b”",
            "paragraph “**Planned outcome:** All approvals",
            "paragraph “**Due:** March 2010”"
        ),
        Element(
            "A5 T4: of the steps who answers for them, and the programme",
            words: "Accountable officer for the five steps: Programme Director, Building Schools for the Future",
            tree: "paragraph “**Ref. BSF 1:**",
            "paragraph “**Accountable officer** for the five steps"
        ),
        Element(
            "A5 T4: parts of one project with words of their own in the lead",
            words: "Open source pilot. The three schools",
            "Pilots of wireless networks in primary schools",
            tree: "header cell “New and emerging technology”",
            "cell",
            "paragraph “**Open source pilot.**",
            "paragraph “**Pilots of wireless networks"
        ),
        Element(
            "A5 T4: references to the business plan in one band",
            words: "Ref. 2: Plan and support",
            "Ref. 14: Keep financial control",
            "Ref. 24: Manage the return"
        ),
        Element(
            "A5 T5: columns of the exceptions with planned outcomes",
            words:
                "As in the unit business plan Comments Project, development or key action Planned outcome or deliverable",
            tree: "table 3 columns",
            "header row",
            "header cell over 2 columns “As in the unit business plan”",
            "header cell over 2 rows “Comments”",
            "header row",
            "header cell “Project, development or key action”",
            "header cell “Planned outcome or deliverable”"
        ),
        Element(
            "A5 T5: bands of one level",
            words: "Sport, Leisure and Olympics Service Ref. SL 7: Set up links",
            tree: "band 1",
            "header cell over 3 columns “Sport, Leisure and Olympics Service”",
            "row"
        ),
        Element(
            "A5 T5: an outcome of several lines",
            words: "A single policy document; a set of operating procedures and methods for every section;"
        ),
        Element(
            "A5 T5: a comment over the two rows that it is about",
            words: "Both purchases have been deferred and will be reconsidered for 2010/11",
            tree: "cell over 2 rows",
            "paragraph “In June the offer",
            "paragraph “Both purchases",
            "row",
            "header cell “**Ref. EP 3:** Buy a forward control vehicle”"
        ),
        Element(
            "A5 T6: columns of the indicators with forecasts",
            words: "2008/09 actual 2009/10 target 2009/10 mid-year actual 2009/10 year-end forecast Comments",
            tree: "header row",
            "header cell “Performance measure or activity”",
            "header cell “2008/09 actual”",
            "header cell “2009/10 target”",
            "header cell “2009/10 mid-year actual”",
            "header cell “2009/10 year-end forecast”",
            "header cell “Comments”"
        ),
        Element(
            "A5 T6: a comment over several rows",
            words: "The method has been revised. A young person of school age used to be counted",
            tree: "cell “73.7% [r]”",
            "cell “Not supplied”",
            "cell over 2 rows “The method has been revised.",
            "row",
            "header cell “Young people of school age"
        ),
        Element(
            "A5 T7: columns of the exceptions as planned",
            words: "Activity or project not expected to be completed as planned Reason and action to rectify",
            tree: "header row",
            "header cell “Activity or project not expected to be completed as planned”",
            "header cell “Reason and action to rectify”"
        ),
        Element(
            "A5 T8: columns of the indicators with composite values",
            words: "2009/10 target 2009/10 mid-year actual, and forecast Comments",
            tree: "table 5 columns",
            "header row",
            "header cell “Performance measure or activity”",
            "header cell “2008/09 actual”",
            "header cell “2009/10 target”",
            "header cell “2009/10 mid-year actual, and forecast”",
            "header cell “Comments”"
        ),
        Element(
            "A5 T8: a level and its forecast in one cell",
            words: "1,500 (average over last six months) 1,800 (forecast)",
            tree: "cell",
            "paragraph “1,500 (average over last six months)”",
            "paragraph “1,800 (forecast)”"
        ),
        Element(
            "A5 T8: three labelled values in one cell",
            words: "68.69% (Regulation 3) 75% (minerals and waste) 69.3% (all)",
            tree: "cell",
            "paragraph “68.69% (Regulation 3)”",
            "paragraph “75% (minerals and waste)”",
            "paragraph “69.3% (all)”"
        ),
        Element(
            "A5 T9: two levels in one division, one elsewhere",
            words: "Economic Development Coastal Towns Ref. CT 1:",
            "Information Services Group Ref. IG 4:",
            tree: "band 1",
            "header cell over 2 columns “Economic Development”",
            "band 2",
            "header cell over 2 columns “Coastal Towns”"
        ),
        Element(
            "A5 T9: a comment of two paragraphs",
            words: "to be examined, and the two that looked most promising",
            "The centre will now be finished in 2011.",
            tree: "cell",
            "paragraph “The new data centre",
            "paragraph “The centre will now be finished in 2011."
        ),
        Element(
            "A5 a band that goes on over a page is named again",
            words: "Commissioning Division (Specialist Services) (continued)"
        ),
        Element(
            "A5 a table that goes on over a page is named again",
            words: "Performance indicators (continued)"
        ),
        Element(
            "A5 a committee's paper has the tables of its remit",
            in: .committee,
            words: "Communities 12 200 6%",
            "Ref. SL 7: Set up links",
            tree: "header cell “Communities”",
            "cell “12”",
            "cell “200”",
            "cell “6%”"
        ),
    ]
}
