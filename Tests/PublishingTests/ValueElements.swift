// SPDX-License-Identifier: Apache-2.0

extension Element {
    /// Sections A6 to A9: values, notes, words for status, and nil returns.
    static let ofValues = [
        Element("A6 a percentage without decimals", words: "75% 77%", tree: "cell “75%”", "cell “77%”"),
        Element(
            "A6 a percentage with a decimal, a trailing nought kept",
            words: "80.9% 90.0%",
            tree: "cell “80.9%”",
            "cell “90.0%”"
        ),
        Element("A6 several precisions in one cell", words: "68.69% (Regulation 3) 75% (minerals and waste) 69.3%"),
        Element(
            "A6 a gap in percentage points",
            words: "30.4 points 30.7 points 29.7 points [p]",
            tree: "cell “30.4 points”",
            "cell “30.7 points”",
            "cell “29.7 points [p]”"
        ),
        Element(
            "A6 a rate for every 10,000",
            words: "78 per 10,000",
            "85.9 per 10,000",
            "557 per 10,000",
            tree: "cell “78 per 10,000”"
        ),
        Element("A6 a count", words: "2,055 2,179", tree: "cell “2,055”", "cell “2,179”"),
        Element("A6 a count in millions", words: "7,262,462 7.5m", tree: "cell “7,262,462”", "cell “7.5m”"),
        Element(
            "A6 money, with its sign and its decimals",
            words: "£2.702m £3.123m",
            "£3.030m",
            tree: "cell “£2.702m”",
            "cell “£3.123m”"
        ),
        Element(
            "A6 money in words",
            words: "£23,242,000",
            "£6.5m will pay",
            "overspent by £3m",
            "nearly €20m",
            "costing over £4m"
        ),
        Element(
            "A6 a duration",
            words: "33.5 days 21 days 36 days",
            tree: "cell “33.5 days”",
            "cell “21 days”",
            "cell “36 days”"
        ),
        Element(
            "A6 weeks and working days in words",
            words: "decided within 12 weeks",
            "within 15 working days of referral"
        ),
        Element("A6 yes and no", words: "9.8% [p] Yes", "51% [p] No", tree: "cell “9.8% [p]”", "cell “Yes”"),
        Element(
            "A6 a word beside yes and no",
            words: "98% Local indicator",
            tree: "cell “98%”",
            "cell “Local indicator”"
        ),
        Element(
            "A6 a target in words",
            words: "Increase visits to 2,000 a month",
            tree: "cell “Average of 1,600 visits a month”",
            "cell “Increase visits to 2,000 a month”"
        ),
        Element("A6 a baseline in words", words: "Average of 1,600 visits a month"),
        Element(
            "A6 an aim with a percentage in words",
            words: "An increase of 15% in enrolments",
            "Reduce by 5% the number"
        ),
        Element("A6 missing: not applicable", words: "84% Not applicable", tree: "cell “84%”", "cell “Not applicable”"),
        Element(
            "A6 missing: not available",
            words: "£3.123m Not available",
            tree: "cell “£3.123m”",
            "cell “Not available”"
        ),
        Element("A6 missing: not supplied", words: "73.1% Not supplied", tree: "cell “73.1%”", "cell “Not supplied”"),
        Element(
            "A6 missing: a new indicator",
            words: "New indicator 100% 85%",
            tree: "cell “New indicator”",
            "cell “100%”"
        ),
        Element("A6 missing: not set", words: "Not set 1,240 [e]", tree: "cell “Not set”", "cell “1,240 [e]”"),
        Element(
            "A6 provisional",
            words: "Shorthand: [p] provisional.",
            "51.8% [p]",
            tree: "table-note “Shorthand: [p] provisional.”",
            "table 5 columns"
        ),
        Element(
            "A6 a revised method",
            words: "Shorthand: [r] revised method.",
            "75.5% [r]",
            tree: "table-note “Shorthand: [r] revised method.”",
            "table 6 columns"
        ),
        Element(
            "A6 estimated",
            words: "Shorthand: [e] estimated.",
            tree: "table-note “Shorthand: [e] estimated.”",
            "table 4 columns"
        ),
        Element("A6 a day", words: "Due: 1 April 2010", tree: "paragraph “**Due:** 1 April 2010”"),
        Element("A6 a month", words: "Due: March 2010", tree: "paragraph “**Due:** March 2010”"),
        Element("A6 a season in words", words: "consultation will close in spring 2010"),
        Element(
            "A6 financial years",
            words: "next year’s plans",
            "reconsidered for 2010/11",
            "in 2007/08 to 83 per cent in 2008/09"
        ),
        Element(
            "A7 a note under the table, to a column header",
            words: "Compared with the national average for the latest year in which both figures have been published.",
            tree: "note 1",
            "paragraph “Compared with the national average"
        ),
        Element(
            "A7 one note to two cells of a row, naming the cause",
            words: "New lending and booking computers were installed in every library during the spring.",
            tree: "cell “3,336,881[^note 1]”",
            "cell “7m[^note 1]”"
        ),
        Element(
            "A7 a change of method marked in two rows, explained once over both",
            words: "75.5% [r]",
            "neither figure for the half-year can be set beside the one for last year",
            tree: "cell over 2 rows “The method has been revised."
        ),
        Element(
            "A7 a note to a header cell",
            words: "until its first full year has been measured and can serve as a starting point.",
            tree: "header cell “Performance measure or activity[^note 1]”"
        ),
        Element(
            "A7 a disclaimer before the table",
            words: "It will take time before the figures can be relied on to show a trend",
            tree: "heading 4 5 “Performance indicators”",
            "paragraph “Most of the measures in this table"
        ),
        Element(
            "A7 what a table does not cover",
            words: "The indicators of Forward 2010 are not in this table, being reported separately.",
            tree: "lead-in “The indicators of Forward 2010 are not in this table"
        ),
        Element("A8 done", words: "31 July 2009 Done", tree: "cell “31 July 2009”", "cell [tick-in-ring] “Done”"),
        Element(
            "A8 done and ongoing",
            words: "30 September 2009 Done and ongoing",
            tree: "cell [tick-in-ring] “Done and ongoing”"
        ),
        Element("A8 on course", words: "March 2010 On course", tree: "cell “March 2010”", "cell [disc] “On course”"),
        Element("A8 not on target", words: "Percentage not on target"),
        Element("A8 on target, in prose", words: "The second Wealdshire Agreement is on target."),
        Element("A8 delayed", words: "It may be delayed further as a result."),
        Element("A8 postponed", words: "The fund put back its closing date for bids by seven months"),
        Element("A8 deferred", words: "Both purchases have been deferred"),
        Element("A8 carried forward", words: "The work is carried forward to next year’s plan"),
        Element("A8 no longer going ahead", words: "it has been dropped for this year"),
        Element("A8 no further action", words: "No further work is planned until the programme reopens."),
        Element("A8 a low priority", words: "This has a low priority and nothing more will be done about it."),
        Element("A8 a watching brief", words: "We shall keep an eye on the site"),
        Element("A8 outside the council's control", words: "That is beyond the council’s control."),
        Element(
            "A8 the three classes of indicators",
            words: "Six are consistently strong.",
            "Four are improving",
            "Three need renewed focus."
        ),
        Element(
            "A9 all is on track, as a sentence",
            words:
                "All core services, forecast activity levels, and projects, developments and key actions are on track to be achieved,",
            tree: "paragraph “All core services, forecast activity levels, and projects"
        ),
        Element(
            "A9 Nil under the band of a unit within a division",
            words: "Specialist Teaching Service Nil",
            tree: "band 2",
            "header cell over 2 columns “Specialist Teaching Service”",
            "row",
            "cell over 2 columns “Nil”"
        ),
        Element(
            "A9 Nil under the band of a unit of its own",
            words: "Standards and Achievement Nil",
            tree: "band 1",
            "header cell over 2 columns “Standards and Achievement”",
            "row",
            "cell over 2 columns “Nil”"
        ),
        Element(
            "A9 Nil where the real returns are silent",
            words: "Arts Development Unit Nil",
            "Community Safety Unit Nil",
            "Trading Standards Nil",
            tree: "band 1",
            "header cell over 3 columns “Trading Standards”",
            "row",
            "cell over 3 columns “Nil”"
        ),
    ]
}
