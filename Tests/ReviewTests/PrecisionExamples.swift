// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Sentences that say less than a figure, the least of it or a share in words, and those that say of when it is.
extension RuleExample {
    private static func figures(_ statement: String) -> ReviewedRound {
        ReviewedRound(
            statement: statement,
            indicators: rows,
            columns:
                "unit,ref,measure,better,2007/08 actual,2008/09 actual,2009/10 mid-year,2009/10 target,Neighbours 2008/09,comment",
            council: "comparators:\n  neighbours: { name: County neighbours, source: tables }\n"
        )
    }

    private static let rows = [
        "NI 62,Looked after children who had three or more placements,lower,8.6%,9.8%,9.1%,9%,11.0%,",
        "NI 125,Older people still living independently,higher,74%,75%,77%,80%,,",
        "LI 1,\"Household waste recycled, composted or reused\",higher,41.2%,43.5%,48.7%,50%,,",
        "LI 2,Consumer samples: average time taken,lower,31 days,33 days,36 days,30 days,,",
        "LI 3,Income from car parks since April,higher,£1.481m,£2.004m,£1.522m,£2.100m,,",
        "LI 4,Gap in attainment between pupils,lower,30.4 points,30.7 points,29.7 points,,,",
        "LI 5,Litter collected from each street in kilograms,lower,108,104,99,100,,",
        "LI 6,Appeals that were upheld,lower,31%,29%,24%,25%,,",
    ]

    static let precision: [RuleExample] = [
        RuleExample(
            .figureDiffers,
            figures("More than 80% of older people are still living independently."),
            [
                "figure-differs returns/people/statement.md:1:11: the text says `More than 80% of older people`, and the table has `75%` (2008/09) and `77%` (2009/10 H1) for `NI 125` (indicators.csv, line 3) (put `80%` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            figures("At most 70% of older people are still living independently."),
            [
                "figure-differs returns/people/statement.md:1:9: the text says `At most 70% of older people`, and the table has `74%` (2007/08), `75%` (2008/09) and `77%` (2009/10 H1) for `NI 125` (indicators.csv, line 3) (put `70%` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            figures("Half of all older people are still living independently."),
            [
                "figure-differs returns/people/statement.md:1:1: the text says `Half of all older people are`, and the table has `75%` (2008/09) and `77%` (2009/10 H1) for `NI 125` (indicators.csv, line 3) (put `Half` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            figures("More than a third of appeals were upheld."),
            [
                "figure-differs returns/people/statement.md:1:1: the text says `More than a third of appeals were upheld`, and the table has `29%` (2008/09) and `24%` (2009/10 H1) for `LI 6` (indicators.csv, line 9) (put `More than a third` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            figures("NI 125 was 72% six months ago."),
            [
                "figure-differs returns/people/statement.md:1:12: the text says `NI 125 was 72% six months ago`, and the table has `74%` (2007/08), `75%` (2008/09) and `77%` (2009/10 H1) for `NI 125` (indicators.csv, line 3) (put `72%` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            figures("Consumer samples took 63 days on average."),
            [
                "figure-differs returns/people/statement.md:1:23: the text says `Consumer samples took 63 days on average`, and the table has `33\u{A0}days` (2008/09) and `36\u{A0}days` (2009/10 H1) for `LI 2` (indicators.csv, line 5) (put `63 days` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            figures("Income from car parks since April is £1.252m."),
            [
                "figure-differs returns/people/statement.md:1:38: the text says `car parks since April is £1.252m`, and the table has `£1.481m` (2007/08), `£2.004m` (2008/09) and `£1.522m` (2009/10 H1) for `LI 3` (indicators.csv, line 6) (put `£1.252m` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            figures("NI 62 is better than the neighbours’ average of 12.0%."),
            [
                "figure-differs returns/people/statement.md:1:49: the text says `the neighbours’ average of 12.0%`, and the table has `11.0%` (County neighbours, 2008/09) beside `NI 62` (indicators.csv, line 2) (put the figure right, here or in the table; if it is of another year, say of which; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .changeDiffers,
            figures("Consumer samples rose by six days, to 36 days."),
            [
                "change-differs returns/people/statement.md:1:26: `Consumer samples rose by six days`: no two figures that the table has for `LI 2` differ by so much (from `33\u{A0}days` (2008/09) to `36\u{A0}days` (2009/10 H1) is `3 days`)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            figures("NI 125 has worsened since last year."),
            [
                "direction-differs returns/people/statement.md:1:12: `NI 125 has worsened since last year`: for `NI 125` the table has `75%` and then `77%`, where higher is better (put the word right, or the figures; if it is since some earlier day, say since when)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            figures("NI 62 has improved since 2007/08."),
            [
                "direction-differs returns/people/statement.md:1:11: `NI 62 has improved since 2007/08`: for `NI 62` the table has `8.6%` and then `9.1%`, where lower is better (put the word right, or the figures; if it is since some earlier day, say since when)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            figures("NI 62 fell in 2008/09."),
            [
                "direction-differs returns/people/statement.md:1:7: `NI 62 fell in 2008/09`: for `NI 62` the table has `8.6%` and then `9.8%` (put the word right, or the figures; if it is since some earlier day, say since when)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            figures("The gap in attainment between pupils widened by a point."),
            [
                "direction-differs returns/people/statement.md:1:38: `The gap in attainment between pupils widened by`: for `LI 4` the table has `30.7\u{A0}points` and then `29.7\u{A0}points` (put the word right, or the figures; if it is since some earlier day, say since when)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            figures("Household waste recycled, composted or reused met its target."),
            [
                "direction-differs returns/people/statement.md:1:47: `waste recycled, composted or reused met its target`: for `LI 1` the table has `48.7%` and the target `50%`, where higher is better (put the word right, or the figures)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            figures("Litter collected from each street missed its target."),
            [
                "direction-differs returns/people/statement.md:1:35: `Litter collected from each street missed its target`: for `LI 5` the table has `99` and the target `100`, where lower is better (put the word right, or the figures)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            figures("Consumer samples met their target."),
            [
                "direction-differs returns/people/statement.md:1:18: `Consumer samples met their target`: for `LI 2` the table has `36\u{A0}days` and the target `30\u{A0}days`, where lower is better (put the word right, or the figures)"
            ],
            right: []
        ),
    ]

    /// What is true of these rows, or may be, and is easily taken for false.
    static let preciseSentences = [
        figures("NI 125 stands at 77%, 2 points short of the 79% that is due in 2010/11."),
        figures("NI 62 was 9.1%, against a group average of 10.4%."),
        figures("NI 62 was 9.1%, against the neighbours’ average of 11.0%."),
        figures("NI 125 was 71% four years ago."),
        figures("NI 125 was 79% a year and a half ago."),
        figures("NI 125 has risen by 9 points since 2001."),
        figures("NI 125 has risen by 9 points in six years."),
        figures("The target for NI 125 is 80%, four points above what was reached in the best year."),
        figures("Consumer samples take from 12 to 61 days: the time taken ranges widely."),
        figures("More than three in four older people are still living independently."),
        figures("More than 75% of older people are still living independently."),
        figures("No more than 25% of older people go into homes."),
        figures("A third of appeals that were upheld were about signs."),
        figures("Half of older people in Kelderby are still living independently."),
        figures("About half of appeals were upheld in the summer."),
        figures("NI 62 has improved since last year."),
        figures("NI 62 rose in 2008/09."),
        figures("NI 125 has worsened since June."),
        figures("The gap in attainment between pupils narrowed by a point."),
        figures("Household waste recycled, composted or reused missed its target."),
        figures("Litter collected from each street met its target."),
        figures("Income from fees since April is £1.252m."),
        figures("Consumer samples rose by five days in a year and a half, to 36 days."),
    ]
}
