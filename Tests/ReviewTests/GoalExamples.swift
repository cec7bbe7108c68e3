// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Sentences about rows with targets, stretch targets and figures of others.
extension RuleExample {
    private static func targets(_ statement: String) -> ReviewedRound {
        ReviewedRound(
            statement: statement,
            indicators: rowsWithTargets,
            columns:
                "unit,ref,measure,better,2007/08 actual,2008/09 actual,2009/10 mid-year,2009/10 target,2009/10 stretch,England 2008/09,Wales 2008/09,comment",
            council:
                "comparators:\n  england: { name: England, source: tables }\n  wales: { name: Wales, source: tables }\n"
        )
    }

    private static let rowsWithTargets = [
        "NI 75,\"Five or more GCSEs at A* to C, or the equivalent, including English and mathematics\",higher,49.7%,51.8%,[x],54%,58%,50.9%,47.0%,",
        "NI 87,Persistent absence from secondary schools,lower,6.8%,6.0%,5.9%,8%,5%,,,",
        "NI 125,Older people still living independently,higher,74%,75%,77%,76%,80%,,,",
        "NI 192,Household waste recycled and composted,higher,41.2%,43.5%,48.7%,65%,70%,36.9%,38.4%,",
        "LI 4,Days of sickness absence per employee,lower,8.4,8.9,9.1,8.0,7.0,,,",
        "LI 5,Homes built,higher,700,500,310,600,800,,,",
        "LI 6,Complaints received,lower,61,48,35,40,30,,,",
        "LI 7,Carers with a payment of their own,higher,\"1,104\",\"1,187\",\"1,262\",\"1,200\",\"1,300\",,,",
        "LI 8,Books lent to children,higher,410,423,,450,460,,,",
    ]

    static let goals: [RuleExample] = [
        RuleExample(
            .figureDiffers,
            targets("Persistent absence from secondary schools: 15.3%."),
            [
                "figure-differs returns/people/statement.md:1:44: the text says `absence from secondary schools: 15.3%`, and the table has `6.8%` (2007/08), `6.0%` (2008/09) and `5.9%` (2009/10 H1) for `NI 87` (indicators.csv, line 3) (put `15.3%` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            targets("NI 75: 51.3%."),
            [
                "figure-differs returns/people/statement.md:1:8: the text says `NI 75: 51.3%`, and the table has `50.9%` (England, 2008/09), `49.7%` (2007/08) and `51.8%` (2008/09) for `NI 75` (indicators.csv, line 2) (put `51.3%` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            targets("Household waste recycled and composted: 47.8%."),
            [
                "figure-differs returns/people/statement.md:1:41: the text says `waste recycled and composted: 47.8%`, and the table has `43.5%` (2008/09) and `48.7%` (2009/10 H1) for `NI 192` (indicators.csv, line 5) (put `47.8%` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            targets("Persistent absence from secondary schools improved to 15.2%."),
            [
                "figure-differs returns/people/statement.md:1:55: the text says `from secondary schools improved to 15.2%`, and the table has `6.8%` (2007/08), `6.0%` (2008/09) and `5.9%` (2009/10 H1) for `NI 87` (indicators.csv, line 3) (put `15.2%` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            targets("At 48.7%, household waste recycled and composted is above the 36.9% of Wales."),
            [
                "figure-differs returns/people/statement.md:1:63: the text says `and composted is above the 36.9% of Wales`, and the table has that figure in another place, `36.9%` (England, 2008/09), for `NI 192` (indicators.csv, line 5) (put `36.9%` right, or say of it what the table says; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            targets("Household waste recycled and composted is above the English average of 38.4%."),
            [
                "figure-differs returns/people/statement.md:1:72: the text says `above the English average of 38.4%`, and the table has that figure in another place, `38.4%` (Wales, 2008/09), for `NI 192` (indicators.csv, line 5) (put `38.4%` right, or say of it what the table says; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            targets("At the year end NI 192 stood at 48.7%."),
            [
                "figure-differs returns/people/statement.md:1:33: the text says `end NI 192 stood at 48.7%`, and the table has that figure in another place, `48.7%` (2009/10 H1), for `NI 192` (indicators.csv, line 5) (put `48.7%` right, or say of it what the table says; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            targets("At the end of March household waste recycled and composted was 48.7%."),
            [
                "figure-differs returns/people/statement.md:1:64: the text says `waste recycled and composted was 48.7%`, and the table has that figure in another place, `48.7%` (2009/10 H1), for `NI 192` (indicators.csv, line 5) (put `48.7%` right, or say of it what the table says; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            targets("Household waste recycled and composted is 48.7%, against a target of 70%."),
            [
                "figure-differs returns/people/statement.md:1:70: the text says `against a target of 70%`, and the table has that figure in another place, `70%` (stretch, 2009/10), for `NI 192` (indicators.csv, line 5) (put `70%` right, or say of it what the table says; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            targets("The target for NI 192 is 70%."),
            [
                "figure-differs returns/people/statement.md:1:26: the text says `target for NI 192 is 70%`, and the table has that figure in another place, `70%` (stretch, 2009/10), for `NI 192` (indicators.csv, line 5) (put `70%` right, or say of it what the table says; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            targets("At the half-year NI 192 stood at 43.5%."),
            [
                "figure-differs returns/people/statement.md:1:34: the text says `half-year NI 192 stood at 43.5%`, and the table has that figure in another place, `43.5%` (2008/09), for `NI 192` (indicators.csv, line 5) (put `43.5%` right, or say of it what the table says; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            targets("NI 192 has improved from 41.2% to 43.2%."),
            [
                "figure-differs returns/people/statement.md:1:35: the text says `has improved from 41.2% to 43.2%`, and the table has `43.5%` (2008/09) and `48.7%` (2009/10 H1) for `NI 192` (indicators.csv, line 5) (put `43.2%` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            targets("Complaints received stand at 53."),
            [
                "figure-differs returns/people/statement.md:1:30: the text says `Complaints received stand at 53`, and the table has `48` (2008/09) and `35` (2009/10 H1) for `LI 6` (indicators.csv, line 8) (put `53` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .figureDiffers,
            targets("Carers with a payment of their own number 1,226."),
            [
                "figure-differs returns/people/statement.md:1:43: the text says `payment of their own number 1,226`, and the table has `1,187` (2008/09) and `1,262` (2009/10 H1) for `LI 7` (indicators.csv, line 9) (put `1,226` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ],
            right: []
        ),
        RuleExample(
            .changeDiffers,
            targets("Complaints doubled, from 41 to 48."),
            [
                "change-differs returns/people/statement.md:1:26: `doubled, from 41 to 48`: from `41` to `48` is not `doubled` (it is a rise of 17%: put the word or the figures right)"
            ],
            right: []
        ),
        RuleExample(
            .changeDiffers,
            targets("Complaints received have halved, from 61 to 48."),
            [
                "change-differs returns/people/statement.md:1:39: `halved, from 61 to 48`: from `61` to `48` is not `halved` (it is a fall of 21%: put the word or the figures right)"
            ],
            right: []
        ),
        RuleExample(
            .changeDiffers,
            targets("The number of visitors trebled from 200 to 450."),
            [
                "change-differs returns/people/statement.md:1:37: `trebled from 200 to 450`: from `200` to `450` is not `trebled` (it is a rise of 125%: put the word or the figures right)"
            ],
            right: []
        ),
        RuleExample(
            .changeDiffers,
            targets("NI 192 stands at 48.7%, which is 5.2 points above target."),
            [
                "change-differs returns/people/statement.md:1:34: `at 48.7%, which is 5.2 points above target`: no two figures that the table has for `NI 192` differ by so much (from `65%` (2009/10) to `48.7%` (2009/10 H1) is `16.3 percentage points`)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            targets("NI 192 is above target."),
            [
                "direction-differs returns/people/statement.md:1:11: `NI 192 is above target`: for `NI 192` the table has `48.7%` and the target `65%`, where higher is better (put the word right, or the figures)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            targets("Household waste recycled and composted is ahead of target."),
            [
                "direction-differs returns/people/statement.md:1:43: `Household waste recycled and composted is ahead of target`: for `NI 192` the table has `48.7%` and the target `65%`, where higher is better (put the word right, or the figures)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            targets("Sickness absence per employee met its target of 8.0 days."),
            [
                "direction-differs returns/people/statement.md:1:31: `Sickness absence per employee met its target`: for `LI 4` the table has `9.1` and the target `8.0`, where lower is better (put the word right, or the figures)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            targets("Days of sickness absence per employee are better than target."),
            [
                "direction-differs returns/people/statement.md:1:43: `of sickness absence per employee are better than target`: for `LI 4` the table has `9.1` and the target `8.0`, where lower is better (put the word right, or the figures)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            targets("Complaints received missed their target."),
            [
                "direction-differs returns/people/statement.md:1:21: `Complaints received missed their target`: for `LI 6` the table has `35` and the target `40`, where lower is better (put the word right, or the figures)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            targets("Older people still living independently is below target."),
            [
                "direction-differs returns/people/statement.md:1:44: `Older people still living independently is below target`: for `NI 125` the table has `77%` and the target `76%`, where higher is better (put the word right, or the figures)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            targets("Complaints received went up by 13 to 35."),
            [
                "direction-differs returns/people/statement.md:1:32: `Complaints received went up by 13 to 35`: by the table `LI 6` fell from `61` (2007/08) to `48` (2008/09) (put the word right, or the figures in the table)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            targets("The number of homes built rose by 190 in six months."),
            [
                "direction-differs returns/people/statement.md:1:35: `of homes built rose by 190 in six months`: by the table `LI 5` fell from `500` (2008/09) to `310` (2009/10 H1) (put the word right, or the figures in the table)"
            ],
            right: []
        ),
        RuleExample(
            .directionDiffers,
            targets("NI 192 fell by 5.2 points to 48.7%."),
            [
                "direction-differs returns/people/statement.md:1:16: `NI 192 fell by 5.2 points to 48.7%`: by the table `NI 192` rose from `43.5%` (2008/09) to `48.7%` (2009/10 H1) (put the word right, or the figures in the table)"
            ],
            right: []
        ),
    ]

    /// What is true, or may be, and is easily taken for false.
    static let trueSentences = [
        targets("NI 192 rose from 43.5% to 48.7%, 16.3 points below target."),
        targets("NI 192 rose from 43.5% to 48.7%, which is 16.3 points below the target."),
        targets("Over two years 1,200 homes were built."),
        targets("In the last three years 1,510 homes were built."),
        targets("In all, 1,510 homes were built: 700, 500 and 310."),
        targets("There are 1,262 carers with a payment of their own, and 45 staff."),
        targets("There are 1,262 carers with a payment of their own, looked after by 45 staff."),
        targets("Carers with a payment of their own rose to 1,262 in 19 towns."),
        targets("NI 192 rose to 48.7%; exclusions from schools rose by 4 points."),
        targets("Complaints received fell to 35; visits to museums rose by 90."),
        targets("Persistent absence from secondary schools improved to 5.9%."),
        targets("Sickness absence per employee is above target."),
        targets("Sickness absence per employee is below target."),
        targets("NI 192 is below target."),
        targets("NI 192 is not above target."),
        targets("NI 192 should be above target by March."),
        targets("If NI 192 is above target, all is well."),
        targets("Complaints received met their target."),
        targets("Household waste recycled and composted is above the 36.9% of England."),
        targets("Household waste recycled and composted is above the Welsh average of 38.4%."),
        targets("Complaints received went down by 13 to 35."),
        targets("Homes built went down by 190."),
        targets("NI 192 rose by 5.2 points to 48.7%."),
        targets("At the year end NI 192 stood at 43.5%."),
        targets("At the half-year NI 192 stood at 48.7%."),
        targets("By the year end NI 192 is expected to reach 65%."),
        targets("The stretch target for NI 192 is 70%."),
        targets("The target for NI 192 is 65%, and 70% would be better still."),
        targets("Complaints received have doubled since 2001, and fell from 61 to 48."),
        targets("Complaints received nearly halved, from 61 to 35."),
        targets("Requests more than doubled, from 41 to 96."),
        targets("Older people still living independently: 77%."),
        targets("Complaints received: 35, of which 12 were upheld."),
        targets("Homes built fell short of the target, by 290."),
        targets("NI 192 would have been above target but for the strike."),
        targets("Last year NI 192 was above target."),
        targets("The target for NI 192 was met in two of the twelve districts."),
        targets("Two of the districts met the target for NI 192."),
    ]
}
