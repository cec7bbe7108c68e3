// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

/// What a rule finds and what it passes over: the examples of docs/rules.md.
struct RuleExample: Sendable, CustomTestStringConvertible {
    let rule: Rule
    /// What the round has that the rule finds.
    let wrong: ReviewedRound
    /// What is found, in full.
    let reports: [String]
    /// The same but for the mistake, or what is easily taken for one.
    let right: [ReviewedRound]

    var testDescription: String { reports.first ?? rule.rawValue }

    init(_ rule: Rule, _ wrong: ReviewedRound, _ reports: [String], right: [ReviewedRound]) {
        self.rule = rule
        self.wrong = wrong
        self.reports = reports
        self.right = right
    }

    private static let gcse =
        "NI 75,\"Five or more GCSEs at A* to C, or the equivalent, including English and mathematics\",higher,49.7%,51.8%,[x],"
    private static let absence = "NI 87,Persistent absence from secondary schools,lower,6.8%,6.0%,5.9%,"
    private static let living = "NI 125,Older people still living independently,higher,74%,75%,77%,"

    private static func statement(_ text: String, _ rows: String...) -> ReviewedRound {
        ReviewedRound(statement: text, indicators: rows)
    }

    private static func rows(_ rows: String...) -> ReviewedRound { ReviewedRound(indicators: rows) }

    static let all: [RuleExample] = texts + years + changes + tables + dates + words + language + goals + precision

    private static let texts: [RuleExample] = [
        RuleExample(
            .figureDiffers,
            statement("With English and mathematics, NI 75 stands at 51.3%.", gcse),
            [
                "figure-differs returns/people/statement.md:1:47: the text says `NI 75 stands at 51.3%`, and the table has `49.7%` (2007/08) and `51.8%` (2008/09) for `NI 75` (indicators.csv, line 2) (put `51.3%` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: [
                statement("With English and mathematics, NI 75 stands at 51.8%.", gcse),
                statement("With English and mathematics, NI 75 stands at 52%.", gcse),
                statement("NI 75 stands at about 50%.", gcse),
                statement("Nationally NI 75 stands at 50.4%.", gcse),
                statement("In Aldersea NI 75 stands at 47.1%.", gcse),
                statement("NI 75 should reach 54%.", gcse),
                statement("NI 75 stands at 56% for girls.", gcse),
            ]
        ),
        RuleExample(
            .figureDiffers,
            statement("Persistent absence from secondary schools fell from 6.8 to 6.1 per cent.", absence),
            [
                "figure-differs returns/people/statement.md:1:60: the text says `schools fell from 6.8 to 6.1 per cent`, and the table has `6.0%` (2008/09) and `5.9%` (2009/10 H1) for `NI 87` (indicators.csv, line 2) (put `6.1 per cent` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: [
                statement("Persistent absence from secondary schools fell from 6.8 to 6.0 per cent.", absence),
                statement("Absence from primary schools fell from 5.8 to 5.1 per cent.", absence),
            ]
        ),
    ]

    private static let years: [RuleExample] = [
        RuleExample(
            .figureDiffers,
            statement("NI 75 rose from 49.7% to 51.8% in 2007/08.", gcse),
            [
                "figure-differs returns/people/statement.md:1:26: the text says `75 rose from 49.7% to 51.8% in 2007/08`, and the table has that figure in another year, `51.8%` (2008/09), for `NI 75` (indicators.csv, line 2) (put the year right, or the figure of `2007/08`; if all is right, waive it)"
            ],
            right: [statement("NI 75 rose from 49.7% to 51.8% in 2008/09.", gcse)]
        ),
        RuleExample(
            .changeDiffers,
            statement("NI 75 stands at 51.8%, an improvement of 1.8% since 2008.", gcse),
            [
                "change-differs returns/people/statement.md:1:42: `51.8%, an improvement of 1.8% since 2008`: no two figures that the table has for `NI 75` differ by so much (from `49.7%` (2007/08) to `51.8%` (2008/09) is `2.1 percentage points`)"
            ],
            right: [statement("NI 75 stands at 51.8%, an improvement of 2.1 points since 2008.", gcse)]
        ),
        RuleExample(
            .pointsForPercent,
            statement("NI 75 stands at 51.8%, an improvement of 2.1% since 2008.", gcse),
            [
                "points-for-percent returns/people/statement.md:1:42: `51.8%, an improvement of 2.1% since 2008`: the difference between `49.7%` (2007/08) and `51.8%` (2008/09) is in percentage points, not per cent (write `2.1 percentage points`)"
            ],
            right: [statement("NI 75 stands at 51.8%, an improvement of 4.2% since 2008.", gcse)]
        ),
    ]

    private static let changes: [RuleExample] = [
        RuleExample(
            .changeDiffers,
            statement("Requests rose from 1,000 to 1,500, an increase of 40 per cent."),
            [
                "change-differs returns/people/statement.md:1:51: `1,500, an increase of 40 per cent`: from `1,000` to `1,500` is a change of 50% (put the change or the figures right)"
            ],
            right: [
                statement("Requests rose from 1,000 to 1,500, an increase of 50 per cent."),
                statement("Requests rose from 1,000 to 1,500, an increase of about 40 per cent."),
                statement("Requests rose from 1,187 to 1,262, an increase of 6 per cent."),
            ]
        ),
        RuleExample(
            .changeDiffers,
            rows(living + "A rise of 4 percentage points in six months."),
            [
                "change-differs returns/people/indicators.csv:2:82 (comment): `A rise of 4 percentage points in six months`: no two figures that the table has for `NI 125` differ by so much (from `75%` (2008/09) to `77%` (2009/10 H1) is `2 percentage points`)"
            ],
            right: [
                rows(living + "A rise of 2 percentage points in six months."),
                rows(living + "Nationally there was a rise of 5 percentage points."),
            ]
        ),
        RuleExample(
            .changeDiffers,
            statement(
                "We had 1,200 requests, a 30% increase on 2008. At this rate there will be 1,500, a 50% increase on 2008."
            ),
            [
                "change-differs returns/people/statement.md:1:84: `this rate there will be 1,500, a 50% increase on 2008` makes 2008 about 1,000, and `1,200` with `30%` makes it about 923 (one of the four numbers is wrong, or the two are of different things: say of what each is)"
            ],
            right: [
                statement(
                    "We had 1,200 requests, a 30% increase on 2008. There will be 1,500, a 62% increase on 2008."
                ),
                statement("We had 1,200 requests, a 30% increase on 2008, and 800 complaints, a 10% increase on 2007."),
            ]
        ),
        RuleExample(
            .unitDiffersFromMeasure,
            statement("The number of invoices paid within 20 days rose from 44% to 78%."),
            [
                "unit-differs-from-measure returns/people/statement.md:1:54: `number of invoices paid within 20 days rose from 44% to 78%`: a number of things is given in per cent (write `the share of` in place of `the number of`, or give the numbers)"
            ],
            right: [
                statement("The share of invoices paid within 20 days rose from 44% to 78%."),
                statement("The number of schools whose attendance rose from 44% to 78% is small."),
            ]
        ),
        RuleExample(
            .pointsForPercent,
            statement("It rose by 2 per cent, from 50 per cent to 52 per cent."),
            [
                "points-for-percent returns/people/statement.md:1:12: `It rose by 2 per cent`: the difference between two percentages is in percentage points, not per cent (write `2 percentage points`)"
            ],
            right: [
                statement("It rose by 4 per cent, from 50 per cent to 52 per cent."),
                statement("It rose by 2 percentage points, from 50 per cent to 52 per cent."),
            ]
        ),
        RuleExample(
            .directionDiffers,
            statement("The share fell from 44 per cent to 78 per cent."),
            [
                "direction-differs returns/people/statement.md:1:21: `The share fell from 44 per cent to 78 per cent` speaks of a fall, and from `44 per cent` to `78 per cent` is a rise (put the word or the figures right)"
            ],
            right: [
                statement("The share rose from 44 per cent to 78 per cent."),
                statement("The share did not fall from 44 per cent to 78 per cent."),
            ]
        ),
        RuleExample(
            .directionDiffers,
            statement("Persistent absence improved.", "NI 87,Persistent absence,lower,5.9%,6.0%,6.8%,"),
            [
                "direction-differs returns/people/statement.md:1:20: `Persistent absence improved`: for `NI 87` the table has `6.0%` and then `6.8%`, where lower is better (put the word right, or the figures; if it is since some earlier day, say since when)"
            ],
            right: [
                statement("Persistent absence improved.", "NI 87,Persistent absence,lower,6.9%,6.0%,6.8%,"),
                statement(
                    "Persistent absence improved in the autumn.",
                    "NI 87,Persistent absence,lower,5.9%,6.0%,6.8%,"
                ),
                statement("Persistent absence improved.", "NI 87,Persistent absence,neither,5.9%,6.0%,6.8%,"),
            ]
        ),
        RuleExample(
            .shareDiffers,
            statement("Of the actions, 64 of 114 (55%) are done."),
            [
                "share-differs returns/people/statement.md:1:28: `Of the actions, 64 of 114 (55%)`: `64` of `114` is 56% (put the percentage or the numbers right)"
            ],
            right: [
                statement("Of the actions, 64 of 114 (56%) are done."),
                statement("Of the actions, 64 of 114 are done, and 55% of those are early."),
            ]
        ),
    ]

    private static let tables: [RuleExample] = [
        RuleExample(
            .unchangedFigures,
            rows(
                "A 1,One thing,higher,80%,83%,83%,",
                "A 2,Other things,higher,90%,95%,95%,",
                "A 3,Third things,higher,20%,29%,29%,"
            ),
            [
                "unchanged-figures returns/people/indicators.csv:2: 3 rows have the same figure for 2008/09 and 2009/10 H1: `A 1`, `A 2`, `A 3` (if they were carried forward, give the new figures; if they are right, say in the comments that nothing has changed)"
            ],
            right: [
                rows(
                    "A 1,One thing,higher,80%,83%,83%,",
                    "A 2,Other things,higher,90%,95%,95%,",
                    "A 3,Third things,higher,20%,29%,28%,"
                ),
                rows(
                    "A 1,One thing,higher,80%,83%,83%,",
                    "A 2,Other things,higher,90%,95%,95%,",
                    "A 3,Third things,higher,20%,29%,29%,It has held level."
                ),
                rows(
                    "A 1,One thing,higher,80%,100%,100%,",
                    "A 2,Other things,higher,90%,0%,0%,",
                    "A 3,Third,higher,20%,29%,29%,"
                ),
            ]
        ),
        RuleExample(
            .unitDiffersFromMeasure,
            rows("A 1,Number of invoices paid within 20 days,higher,40%,44%,78%,"),
            [
                "unit-differs-from-measure returns/people/indicators.csv:2:10 (measure): the measure is a number, and its figures are percentages, such as `40%` (call it a percentage, or give the numbers)"
            ],
            right: [
                rows("A 1,Invoices paid within 20 days,higher,40%,44%,78%,"),
                rows("A 1,Number of invoices paid within 20 days,higher,400,440,780,"),
                rows("A 1,Number of invoices paid within 20 days as a percentage,higher,40%,44%,78%,"),
            ]
        ),
        RuleExample(
            .populationDiffers,
            rows(#"A 1,"Admissions of people aged 18-64 per 10,000 population aged 65 and over",lower,1.5,1.7,1.8,"#),
            [
                "population-differs returns/people/indicators.csv:2:10 (measure): the measure counts people of `18-64` in a population of `65 and over` (one of the two was likely copied from another measure: put it right)"
            ],
            right: [
                rows(
                    #"A 1,"Admissions of people aged 65 and over per 10,000 population aged 65 and over",lower,1.5,1.7,1.8,"#
                ),
                rows(#"A 1,"Admissions of people aged 18-64 per 10,000 population aged 18-64",lower,1.5,1.7,1.8,"#),
            ]
        ),
        RuleExample(
            .moneyWithoutCurrency,
            rows("A 1,Income from fees,higher,2.702m,3.123m,3.030m,"),
            [
                "money-without-currency returns/people/indicators.csv:2:10 (measure): the measure is an amount of money, and its figures have no currency, such as `2.702m` (write `£2.702m`, or say in the measure what is counted)"
            ],
            right: [
                rows("A 1,Income from fees,higher,£2.702m,£3.123m,£3.030m,"),
                rows("A 1,Income from fees (£m),higher,2.702,3.123,3.030,"),
                rows("A 1,Total issues,higher,7.262m,7.123m,7.030m,"),
            ]
        ),
        RuleExample(
            .mixedPrecision,
            ReviewedRound(
                indicators: ["A 1,Things done,higher,62.1%,63.4%,64%,65.2%,"],
                columns: "unit,ref,measure,better,2006/07 actual,2007/08 actual,2008/09 actual,2009/10 mid-year,comment"
            ),
            [
                "mixed-precision returns/people/indicators.csv:2:41 (2008/09 actual): `64%` has other decimals than the figures beside it, such as `62.1%` (give all figures of a row with the same number of decimals, `.0` included)"
            ],
            right: [
                ReviewedRound(
                    indicators: [
                        "A 1,Things done,higher,62.1%,63.4%,64.0%,65.2%,", "A 2,Other,higher,97.1%,98.4%,100%,99.2%,",
                    ],
                    columns:
                        "unit,ref,measure,better,2006/07 actual,2007/08 actual,2008/09 actual,2009/10 mid-year,comment"
                ),
                rows("A 1,Things done,higher,78%,79.5%,85.9%,"),
            ]
        ),
        RuleExample(
            .periodDiffersFromColumn,
            rows("A 1,Things done,higher,71%,72% (2007/08),75% (Q1),"),
            [
                "period-differs-from-column returns/people/indicators.csv:2:33 (2008/09 actual): `72% (2007/08)` is of another period than its column, `2008/09 actual` (move it to the column of its period, and give the figure of this one, or `[x]` if there is none)",
                "period-differs-from-column returns/people/indicators.csv:2:47 (2009/10 mid-year): `75% (Q1)` is of another period than its column, `2009/10 mid-year` (move it to the column of its period, and give the figure of this one, or `[x]` if there is none)",
            ],
            right: [
                rows("A 1,Things done,higher,71% (schools),72% (2008/09),75% (Q2),"),
                rows("A 1,Things done,higher,71% (2006/07); 73% (2007/08),72%,75%,"),
            ]
        ),
        RuleExample(
            .periodDiffersFromColumn,
            rows("A 1,Visits to the county’s pages,higher,1600,Some 1600 a month in 2007/08,1800,"),
            [
                "period-differs-from-column returns/people/indicators.csv:2:51 (2008/09 actual): `Some 1600 a month in 2007/08` is of another period than its column, `2008/09 actual` (move it to the column of its period, and give the figure of this one, or `[x]` if there is none)"
            ],
            right: [
                rows("A 1,Visits to the county’s pages,higher,1600,\"Some 1,700 a month, and 1,600 in 2007/08\",1800,")
            ]
        ),
        RuleExample(
            .statusDiffersFromForecast,
            ReviewedRound(
                indicators: ["A 1,Things done,higher,on course,70%,80%,76%,"],
                columns: "unit,ref,measure,better,status,2008/09 actual,2009/10 target,2009/10 forecast,comment"
            ),
            [
                "status-differs-from-forecast returns/people/indicators.csv:2 (status): the status is `on course`, and the forecast `76%` misses the target `80%` (higher is better: put the status, the forecast or the target right)"
            ],
            right: [
                ReviewedRound(
                    indicators: [
                        "A 1,Things done,higher,on course,70%,80%,81%,", "A 2,Days taken,lower,on course,70,80,76,",
                        "A 3,Things,higher,not on course,70%,80%,76%,It is late.",
                    ],
                    columns: "unit,ref,measure,better,status,2008/09 actual,2009/10 target,2009/10 forecast,comment"
                )
            ]
        ),
        RuleExample(
            .directionDiffers,
            ReviewedRound(
                indicators: ["A 1,Things done,higher,improving,70%,68%,65%,"],
                columns: "unit,ref,measure,better,class,2007/08 actual,2008/09 actual,2009/10 mid-year,comment"
            ),
            [
                "direction-differs returns/people/indicators.csv:2 (class): the class is `improving`, and the figure is the worst of the row: `68%`, then `65%` (higher is better: put the row into another class, or the column `better` right)"
            ],
            right: [
                ReviewedRound(
                    indicators: [
                        "A 1,Things done,lower,improving,70%,68%,65%,",
                        "A 2,Other things,higher,improving,60%,68%,65%,",
                    ],
                    columns: "unit,ref,measure,better,class,2007/08 actual,2008/09 actual,2009/10 mid-year,comment"
                )
            ]
        ),
    ]

    private static let dates: [RuleExample] = [
        RuleExample(
            .impossibleDate,
            statement("The scheme opened on 31 September 2009."),
            [
                "impossible-date returns/people/statement.md:1:22: there is no `31 September 2009` (September has 30 days)"
            ],
            right: [statement("The scheme opened on 30 September 2009, and 31 people came in May.")]
        ),
        RuleExample(
            .impossibleDate,
            statement("The inquiry began on Monday 13 October 2009."),
            [
                "impossible-date returns/people/statement.md:1:22: `Monday 13 October 2009` is a Tuesday (put the weekday or the date right)"
            ],
            right: [statement("The inquiry began on Tuesday 13 October 2009.")]
        ),
        RuleExample(
            .distantDate,
            statement("The bridge was ready in March 2090."),
            [
                "distant-date returns/people/statement.md:1:31: `March 2090` is more than twenty years after the day of the round (the round is as at 30 September 2009: was another year meant?)"
            ],
            right: [statement("The bridge is to last until 2090, and was begun in March 1890.")]
        ),
        RuleExample(
            .pastTenseOfFuture,
            statement("Approval came in August, stage 1 having been completed in February 2010."),
            [
                "past-tense-of-future returns/people/statement.md:1:46: `stage 1 having been completed in February 2010` says that it has happened, and the round and its meetings are before `February 2010` (put the date right, or say that it is to happen)"
            ],
            right: [
                statement("Approval came in August, stage 1 having been completed in February 2009."),
                statement("By then stage 1 will have been completed in February 2010."),
                statement("Stage 1 was to have been completed in February 2010."),
            ]
        ),
    ]

    private static let words: [RuleExample] = [
        RuleExample(
            .repeatedText,
            statement(
                """
                The committees will examine the returns of the directorates at their meetings in January.

                Something else is here.

                The committees will examine the returns of the directorates at their meetings in January.
                """
            ),
            [
                "repeated-text returns/people/statement.md:5:1: the sentence that begins `The committees will examine the returns of the` is in this text twice (it is also in the paragraph at line 1: say it once)"
            ],
            right: [
                statement("Work is in hand.\n\nSomething else is here.\n\nWork is in hand."),
                statement(
                    """
                    The committees will examine the returns of the directorates at their meetings in January.

                    > The committees will examine the returns of the directorates at their meetings in January.
                    """
                ),
            ]
        ),
        RuleExample(
            .repeatedText,
            ReviewedRound(actions: [
                "EP 2,Buy a system,A system,not on course,The purchase has been put off until the new centre is ready for it.,It will be looked at again in the spring.,2010-03",
                "EP 3,Buy a vehicle,A vehicle,not on course,The purchase has been put off until the new centre is ready for it.,A van is hired.,2010-03",
            ]),
            [
                "repeated-text returns/people/actions.csv:3:49 (reason): the comment is the same as at line 2 (write `same as EP 2` if the rows share it, or say what is so of this one)"
            ],
            right: [
                ReviewedRound(actions: [
                    "EP 2,Buy a system,A system,not on course,The supplier is late.,,2010-03",
                    "EP 3,Buy a vehicle,A vehicle,not on course,The supplier is late.,,2010-03",
                ])
            ]
        ),
    ]
}

/// Each rule of the review on its examples.
struct RuleExampleTests {
    @Test(arguments: RuleExample.all)
    func `a rule finds its example, at its place and in its words`(example: RuleExample) throws {
        let lines = try example.wrong.lines()
        #expect(lines == example.reports)
    }

    @Test(arguments: RuleExample.all)
    func `a rule passes over what is easily taken for its mistake`(example: RuleExample) throws {
        for round in example.right {
            let lines = try round.lines()
            #expect(lines == [])
        }
    }

    @Test(arguments: RuleExample.trueSentences + RuleExample.preciseSentences)
    func `a sentence that its rows bear out is passed over`(round: ReviewedRound) throws {
        let lines = try round.lines().filter { $0.contains("statement.md") }
        #expect(lines == [])
    }

    @Test func `no finding of a review is an error`() {
        #expect(Set(RuleExample.all.map(\.rule)).filter { $0.severity == .error } == [])
    }
}
