// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import Monitoring
import PaperTree
import TestSupport
import Testing

struct TableTests {
    private func fixture(_ items: [PlanItem], kind: String = "exceptions-two-columns") throws -> Fixture {
        var fixture = try Fixture()
        fixture.round.returns[0].items = items
        fixture.round.returns[0].tables = [
            DirectorateReturn.TableRequest(kind: kind, classes: [.actions], location: Fixture.place)
        ]
        return fixture
    }

    /// The rows of the only table, each as its cells' words.
    private func rows(_ fixture: Fixture) throws -> [String] {
        let sections = try fixture.composed().paper.sections
        for case .table(let table) in sections.flatMap(\.blocks).map(\.content) {
            return (table.header + table.rows).map { row in
                let kind =
                    switch row.kind {
                    case .header: "H "
                    case .band(let level): "B\(level) "
                    case .body: ""
                    }
                return kind
                    + row.cells.map { cell in
                        let words = cell.blocks.map { block in
                            if case .paragraph(let paragraph) = block.content {
                                paragraph.inlines.plainText
                            } else {
                                "?"
                            }
                        }
                        let spans =
                            (cell.columnSpan > 1 ? "↔\(cell.columnSpan)" : "")
                            + (cell.rowSpan > 1 ? "↕\(cell.rowSpan)" : "")
                        return words.joined(separator: " / ") + spans
                    }.joined(separator: " | ")
            }
        }
        return []
    }

    @Test func `rows stand under their division and unit in the council's order, and nil returns are said`() throws {
        var fixture = try fixture([
            Fixture.item("sport", "Pool"), Fixture.item("arts", "Festival"),
            Fixture.item("finance", "Audit", reference: "14"),
            Fixture.item("arts", "Gallery", status: .done),
        ])
        fixture.round.returns[0].nilReturns = [.actions: ["youth"]]
        #expect(
            try rows(fixture).dropFirst() == [
                "B1 Finance↔2", "Ref.\u{A0}14: Audit | Late.",
                "B1 Culture↔2", "B2 Arts↔2", "Festival | Late.",
                "B1 Sport↔2", "Pool | Late.",
                "B1 Youth↔2", "Nil↔2",
            ]
        )
    }

    @Test func `a unit is nil only where it has nothing to report of all classes that the table shows`() throws {
        var fixture = try fixture([Fixture.item("sport", "Pool")])
        fixture.round.returns[0].declares = [.actions, .activity]
        fixture.round.returns[0].nilReturns = [.actions: ["youth", "finance"], .activity: ["finance"]]
        func bands(_ classes: [ReportedClass]) throws -> [String] {
            fixture.round.returns[0].tables[0].classes = classes
            return try rows(fixture).filter { $0.hasPrefix("B1") }
        }
        #expect(try bands([.actions]) == ["B1 Finance↔2", "B1 Sport↔2", "B1 Youth↔2"])
        #expect(try bands([.actions, .activity]) == ["B1 Finance↔2", "B1 Sport↔2"])
    }

    @Test func `with bands of one level a place without a name there goes under its own`() throws {
        var fixture = try fixture([
            Fixture.item("sport", "Pool"), Fixture.item("arts", "Festival"), Fixture.item("finance", "Audit"),
        ])
        fixture.layouts.tables["exceptions-two-columns"]?.bands = [.unit]
        #expect(
            try rows(fixture).dropFirst() == [
                "B1 Finance↔2", "Audit | Late.", "B1 Arts↔2", "Festival | Late.", "B1 Sport↔2", "Pool | Late.",
            ]
        )
        fixture.layouts.tables["exceptions-two-columns"]?.bands = [.division]
        #expect(
            try rows(fixture).dropFirst() == [
                "B1 Finance↔2", "Audit | Late.", "B1 Culture↔2", "Festival | Late.", "B1 Sport↔2", "Pool | Late.",
            ]
        )
    }

    @Test func `without bands rows keep their order, and a nil return is said under the unit's name`() throws {
        var fixture = try fixture([
            Fixture.item("sport", "Pool"), Fixture.item("arts", "Festival"), Fixture.item("finance", "Audit"),
        ])
        fixture.round.returns[0].nilReturns = [.actions: ["youth"]]
        fixture.layouts.tables["exceptions-two-columns"]?.bands = []
        #expect(
            try rows(fixture).dropFirst() == [
                "Pool | Late.", "Festival | Late.", "Audit | Late.", "Youth / Nil↔2",
            ]
        )
    }

    @Test func `rows that share a comment share one cell`() throws {
        let fixture = try fixture([
            Fixture.item("sport", "One", reason: "Shared."), Fixture.item("sport", "Two", reason: nil),
            Fixture.item("sport", "Three", reason: nil), Fixture.item("sport", "Four", reason: "Own."),
        ])
        #expect(
            try rows(fixture).dropFirst(2) == ["One | Shared.↕3", "Two", "Three", "Four | Own."]
        )
    }

    @Test func `a comment shared with a row that is not shown is not lost`() throws {
        let fixture = try fixture([
            Fixture.item("sport", "Done", reason: "Shared.", status: .done), Fixture.item("sport", "Late", reason: nil),
        ])
        #expect(try rows(fixture).dropFirst(2) == ["Late | Shared."])
    }

    @Test func `without exceptions a sentence says so in place of the table`() throws {
        let fixture = try fixture([Fixture.item("sport", "Pool", reason: nil, status: .onCourse)])
        #expect(try rows(fixture) == [])
        #expect(
            try fixture.composed().paper.dump.contains(
                "“All projects, developments and key actions are on track to be achieved, or have been completed.”"
            )
        )
    }

    @Test func `what is said of a row that is no exception is printed in a table of its own`() throws {
        var fixture = try fixture([
            Fixture.item("sport", "Pool", status: .onCourse), Fixture.item("sport", "Gym", reason: nil, status: .done),
            Fixture.item("arts", "Festival", reason: nil, status: .onCourse),
        ])
        fixture.round.returns[0].items[0].status = StatusWord(word: "amber", meaning: .onCourse)
        fixture.round.returns[0].items[2].comment = .own(reason: Prose(), response: Prose())
        let found = try rows(fixture)
        #expect(
            found == [
                "H Activity or project | Progress | Comment", "B1 Sport↔3", "Pool | Amber | Late.↕2",
                "Gym | Done",
            ]
        )
        let dump = try fixture.composed().paper.dump
        #expect(dump.contains("“Comments on other projects, developments and key actions”"))
        // A return that asks for the table itself has it once, where it asks.
        fixture.round.returns[0].tables.append(
            DirectorateReturn.TableRequest(kind: "comments-on-others", classes: [.actions], location: Fixture.place)
        )
        let asked = try fixture.composed().paper.dump
        #expect(asked.ranges(of: "“Comments on other projects").count == 1)
    }

    @Test(arguments: [(Status.discontinued, false), (.redated, false), (.done, true)])
    func `where something was given up or put off, no sentence says that all is on course`(
        status: Status,
        saysSo: Bool
    ) throws {
        let fixture = try fixture([Fixture.item("sport", "Pool", status: status)])
        let dump = try fixture.composed().paper.dump
        #expect(dump.contains("are on track to be achieved") == saysSo)
        let none = "“There are no exceptions to report among projects, developments and key actions.”"
        #expect(dump.contains(none) == !saysSo)
    }

    @Test func `a table prints the details that its kind asks for`() throws {
        var fixture = try fixture([Fixture.item("sport", "Pool")], kind: "actions-delivery")
        fixture.round.returns[0].items[0].details = [
            "owner": .text(Prose(text: "A. Reed", at: Fixture.place)),
            "revised-due": .date(.month(year: 2027, month: 3)),
            "complete": .figure(
                Observation(.number(Quantity(digits: 45, decimals: 0, unit: "%")), at: Fixture.place)
            ),
        ]
        #expect(
            try rows(fixture).last == "Pool | A. Reed | Now: March 2027 | 45% | Not on course | Late."
        )
    }

    @Test func `columns under one heading make a header of two rows`() throws {
        let fixture = try fixture([Fixture.item("sport", "Pool")], kind: "exceptions-three-columns")
        #expect(
            try rows(fixture).prefix(2) == [
                "H As in the unit business plan↔2 | Comments↕2",
                "H Project, development or key action | Planned outcome or deliverable",
            ]
        )
    }

    @Test func `figures keep what was written, notes are numbered by their first marks, shorthand is explained`() throws
    {
        var fixture = try Fixture()
        let year = ReportingYear(first: 2009)
        func observation(_ value: Value, _ qualifiers: [Qualifier] = [], notes: [String] = []) -> Observation {
            Observation(value, qualifiers: qualifiers, notes: notes, at: Fixture.place)
        }
        fixture.round.returns[0].declares = [.indicators]
        fixture.round.returns[0].indicators = [
            Indicator(
                reference: "NI 45",
                measure: Prose(text: "Young people in training", at: Fixture.place),
                polarity: .higher,
                figures: [
                    .init(Period(year: year.before(1), span: .year), .actual): observation(
                        .number(Quantity(digits: 737, decimals: 1, unit: "%")),
                        [.revised],
                        notes: ["later"]
                    ),
                    .init(Period(year: year, span: .half(1)), .actual): observation(.absent(.notSupplied)),
                ],
                comment: .own(
                    reason: Prose([
                        .init(.paragraph([.text("Fewer"), .note(name: "first", Fixture.place)]), at: Fixture.place)
                    ]),
                    response: Prose()
                ),
                location: Fixture.place
            )
        ]
        fixture.round.returns[0].notes = [
            .init(name: "first", text: Prose(text: "The first.", at: Fixture.place), location: Fixture.place),
            .init(name: "later", text: Prose(text: "The later.", at: Fixture.place), location: Fixture.place),
            .init(name: "targets", text: Prose(text: "The targets.", at: Fixture.place), location: Fixture.place),
        ]
        fixture.round.returns[0].tables = [
            .init(kind: "indicators-four-columns", classes: [.indicators], location: Fixture.place)
        ]
        #expect(
            try rows(fixture) == [
                "H Performance measure or activity | Actual performance 2008/09 | Half-year monitoring 2009/10 | Comments",
                "NI 45: Young people in training | 73.7%\u{A0}[r] | Not supplied | Fewer",
            ]
        )
        let dump = try fixture.composed().paper.dump
        #expect(dump.contains("table-note “Shorthand: [r]\u{A0}revised method.”"))
        let notes = ["The targets.", "The later.", "The first."].enumerated().map { index, text in
            "note \(index + 1)\n        paragraph “\(text)”"
        }
        for note in notes { #expect(dump.contains(note)) }

        fixture.round.council.houseStyle.missing = .codes
        #expect(try rows(fixture).last?.contains("| [not supplied] |") == true)
        // A code that says what it means is not explained.
        #expect(try fixture.composed().paper.dump.contains("table-note “Shorthand: [r]\u{A0}revised method.”"))
    }

    @Test func `a figure that no row has is an error about the column`() throws {
        var fixture = try Fixture()
        fixture.round.returns[0].indicators = [
            Indicator(
                measure: Prose(text: "Visits", at: Fixture.place),
                polarity: .higher,
                figures: [:],
                comment: .own(reason: Prose(), response: Prose()),
                location: Fixture.place
            )
        ]
        fixture.round.returns[0].tables = [
            .init(kind: "indicators-trend", classes: [.indicators], location: Fixture.place)
        ]
        #expect(
            try fixture.composed().diagnostics.map(\.message) == [
                "a table of the kind `indicators-trend` needs the column `2006/07 actual`",
                "a table of the kind `indicators-trend` needs the column `2007/08 actual`",
                "a table of the kind `indicators-trend` needs the column `2008/09 actual`",
            ]
        )
    }

    @Test func `a cell whose first value has a label says so, for tables that are folded`() throws {
        var fixture = try Fixture()
        fixture.round.returns[0].declares = [.indicators]
        fixture.round.returns[0].indicators = [indicator([("2009/10 H1", 3)])]
        fixture.round.returns[0].tables = [
            .init(kind: "indicators-scorecard", classes: [.indicators], location: Fixture.place)
        ]
        for case .table(let table) in try fixture.composed().paper.sections.flatMap(\.blocks).map(\.content) {
            let body = try #require(table.rows.first { $0.kind == .body })
            // The status is empty, and has no label either.
            #expect(body.cells.map(\.beginsWithLabel) == Array(repeating: false, count: 7) + [true])
        }
    }

    @Test func `the table of a route goes on under the heading over it`() throws {
        var fixture = try Fixture()
        let heading = Template([.text("Where it goes")], at: Fixture.place)
        fixture.layouts.papers["cabinet"]?.parts = [.route(heading: heading, table: "route")]
        let meeting = fixture.round.papers[0].meeting
        fixture.round.papers[0].route = [.init(meeting: meeting, purpose: .decision, location: Fixture.place)]
        let tables = try fixture.composed().paper.sections.flatMap(\.blocks).compactMap { block in
            if case .table(let table) = block.content { table } else { nil }
        }
        #expect(tables.map(\.title) == ["Where it goes"])
    }

    // MARK: - Totals

    /// A table of actions whose column of forecasts carries its total, and what is reported.
    private func totals(_ values: Value...) throws -> (table: Table, messages: [String]) {
        var items = values.map { value in
            var item = Fixture.item("sport", "Pool")
            item.forecast = Observation(value, at: Fixture.place)
            return item
        }
        items.append(Fixture.item("arts", "Festival"))
        var fixture = try fixture(items, kind: "totals")
        func column(_ title: String, _ field: TableKind.FieldName, carriesTotal: Bool = false) -> TableKind.Column {
            TableKind.Column(
                title: Prose(text: title, at: Fixture.place),
                fields: [TableKind.Field(field, at: Fixture.place)],
                carriesTotal: carriesTotal,
                location: Fixture.place
            )
        }
        fixture.layouts.tables["totals"] = TableKind(
            id: "totals",
            title: Prose(text: "Totals", at: Fixture.place),
            rows: .ofReturn(.items),
            bands: [.unit],
            columns: [column("Action", .action), column("Forecast", .forecast, carriesTotal: true)],
            location: Fixture.place
        )
        let composed = try fixture.composed()
        for case .table(let table) in composed.paper.sections.flatMap(\.blocks).map(\.content) {
            return (table, composed.diagnostics.map { "\($0.message)" + ($0.hint.map { " (\($0))" } ?? "") })
        }
        throw CancellationError()
    }

    private func money(_ digits: Int, decimals: Int = 0, scale: Quantity.Scale = .one) -> Value {
        .number(Quantity(digits: digits, decimals: decimals, scale: scale, currency: "£"))
    }

    @Test func `rows have the totals down to them, of whole figures, and what is no number adds nothing`() throws {
        let (table, messages) = try totals(
            .number(Quantity(digits: 1200)),
            .absent(.notAvailable),
            .number(Quantity(digits: -300, hasPlusSign: true))
        )
        #expect(messages == [])
        #expect(
            table.carriedTotals
                == Table.CarriedTotals(columns: [1], forward: "Carried forward", brought: "Brought forward")
        )
        // The festival, in the first band, has no forecast; the bands have the totals of the rows above them.
        #expect(table.rows.map(\.totals) == [[], [nil], [], ["1,200"], ["1,200"], ["900"]])
    }

    @Test func `money is added up to its last decimal`() throws {
        let (table, messages) = try totals(
            money(12, decimals: 1, scale: .million),
            money(35, decimals: 2, scale: .million)
        )
        #expect(messages == [])
        #expect(table.rows.last?.totals == ["£1.55m"])
    }

    @Test func `figures that do not add up are reported where they stand, and the column carries no total`() throws {
        let percentage = Value.number(Quantity(digits: 30, unit: "%"))
        let part = Value.Part(quantity: Quantity(digits: 3), label: "Regulation 3")
        for values in [
            [money(1), .number(Quantity(digits: 2))], [money(1), money(2, scale: .million)], [percentage],
            [.composite([part])], [.number(Quantity(digits: .max)), .number(Quantity(digits: 1))],
        ] {
            let (table, messages) = try values.count == 1 ? totals(values[0]) : totals(values[0], values[1])
            #expect(
                messages == [
                    "this figure cannot be added to those above it, and a table of the kind `totals` carries no total of its column (write the figures of the column as whole numbers, or all in one currency and scale)"
                ]
            )
            #expect(table.carriedTotals == nil)
            #expect(table.rows.filter { !$0.totals.isEmpty } == [])
        }
    }

    /// A table of indicators with columns for periods seen from the round, in the third quarter of 2026/27.
    private func periodTable(_ indicator: Indicator, _ columns: [(TableKind.FieldName, TableKind.RelativePeriod)])
        throws
        -> [String]
    {
        var fixture = try Fixture()
        fixture.round.round.period = Period(year: ReportingYear(first: 2026), span: .quarter(3))
        fixture.round.returns[0].declares = [.indicators]
        fixture.round.returns[0].indicators = [indicator]
        let title = Prose([.init(.paragraph([.placeholder(name: "period", Fixture.place)]), at: Fixture.place)])
        fixture.layouts.tables["periods"] = TableKind(
            id: "periods",
            title: Prose(text: "Periods", at: Fixture.place),
            rows: .ofReturn(.indicators),
            columns: columns.map { name, period in
                TableKind.Column(
                    title: title,
                    fields: [TableKind.Field(name, period: period, at: Fixture.place)],
                    location: Fixture.place
                )
            },
            location: Fixture.place
        )
        fixture.round.returns[0].tables = [.init(kind: "periods", classes: [.indicators], location: Fixture.place)]
        return try rows(fixture)
    }

    private func indicator(_ figures: [(String, Int)], asAt: String? = nil, lag: Int = 0) -> Indicator {
        let observations = figures.compactMap { name, digits in
            Period(name, in: nil).map { period in
                (
                    Indicator.FigureKey(period, .actual),
                    Observation(.number(Quantity(digits: digits)), at: Fixture.place)
                )
            }
        }
        return Indicator(
            measure: Prose(text: "Visits", at: Fixture.place),
            polarity: .higher,
            figures: Dictionary(observations) { first, _ in first },
            asAt: asAt.flatMap { CalendarDate($0) },
            lag: lag,
            comment: .own(reason: Prose(), response: Prose()),
            location: Fixture.place
        )
    }

    @Test func `columns for periods follow the round`() throws {
        let figures = [("2026/27 Q3", 33), ("2026/27 Q2", 22), ("2025/26 Q3", 13), ("2026/27", 99), ("2026/27 H1", 55)]
        #expect(
            try periodTable(
                indicator(figures),
                [
                    (.actual, .init(.round(ago: 0))), (.actual, .init(.round(ago: 1))),
                    (.actual, .init(.round(ago: 0), yearsAgo: 1)), (.actual, .init(.year)),
                    (.midYear, .init(.firstHalf)),
                ]
            ) == ["H Q3 2026/27 | Q2 2026/27 | Q3 2025/26 | 2026/27 | H1 2026/27", "33 | 22 | 13 | 99 | 55"]
        )
    }

    @Test func `a figure that lags behind says of which period it is, and one of another day says of which`() throws {
        let columns: [(TableKind.FieldName, TableKind.RelativePeriod)] = [
            (.actual, .init(.round(ago: 0))), (.actual, .init(.round(ago: 1))),
        ]
        let figures = [("2026/27 Q3", 33), ("2026/27 Q2", 22), ("2026/27 Q1", 11)]
        #expect(try periodTable(indicator(figures, lag: 1), columns)[1] == "22\nfor Q2 2026/27 | 11\nfor Q1 2026/27")
        #expect(
            try periodTable(indicator(figures, asAt: "2027-01-15"), columns)[1] == "33\nas at 15 January 2027 | 22"
        )
    }

    @Test
    func `a target of the period is printed under that of the year, and no direction where neither way is better`()
        throws
    {
        var row = indicator([("2026/27 Q3", 60)])
        for (period, digits) in [("2026/27", 100), ("2026/27 Q3", 75)] {
            let key = Indicator.FigureKey(try #require(Period(period, in: nil)), .target)
            row.figures[key] = Observation(.number(Quantity(digits: digits)), at: Fixture.place)
        }
        row.polarity = .neither
        let columns: [(TableKind.FieldName, TableKind.RelativePeriod)] = [
            (.target, .init()), (.target, .init(.round(ago: 0))), (.direction, .init()),
        ]
        #expect(try periodTable(row, columns)[1] == "100 / 75 for Q3 2026/27 | 75 | Not applicable")
    }

    @Test func `a status, the officer's judgement of it and directions are printed in words`() throws {
        var row = indicator([("2026/27 Q3", 60), ("2026/27 Q2", 50), ("2025/26 Q3", 70)])
        let columns: [(TableKind.FieldName, TableKind.RelativePeriod)] = [
            (.status, .init()), (.yearEndStatus, .init()), (.direction, .init()), (.directionLastYear, .init()),
        ]
        let steps = RatingScale.englishSteps
        row.rating = Rating(computed: .step(steps[2]))
        row.yearEndRating = Rating(computed: .unrated(.noTarget))
        #expect(try periodTable(row, columns)[1] == "Off target | No target | Improving | Worsening")
        row.rating = Rating(
            computed: .step(steps[2]),
            stated: steps[0],
            reason: Prose(text: "A pool was shut.", at: Fixture.place)
        )
        row.yearEndRating = nil
        #expect(
            try periodTable(row, columns)[1]
                == "On target / Status by officer's judgement; by its figures: Off target / A pool was shut. |  | Improving | Worsening"
        )
    }

    @Test func `the words on an officer's judgement stand where the table has room for them`() throws {
        var row = indicator([("2026/27 Q3", 60)])
        let steps = RatingScale.englishSteps
        row.rating = Rating(
            computed: .step(steps[2]),
            stated: steps[0],
            reason: Prose(text: "A pool was shut.", at: Fixture.place)
        )
        let words = "Status by officer's judgement; by its figures: Off target / A pool was shut."
        func cells(_ fields: TableKind.FieldName...) throws -> String {
            try periodTable(row, fields.map { ($0, .init()) })[1]
        }
        let measure = try cells(.measure)
        #expect(try cells(.measure, .status) == "\(measure) / \(words) | On target")
        #expect(try cells(.measure, .status, .comment) == "\(measure) | On target | \(words)")
        #expect(try !cells(.measure, .direction).contains("judgement"))
    }

    @Test func `the outcomes table prints what its percentages are worked out from`() throws {
        var fixture = try fixture([Fixture.item("sport", "Pool")])
        fixture.round.returns[0].totals = [.actions: ["sport": 212]]
        fixture.setBody(.insertion(name: "outcomes", options: [.init(key: "of", value: "actions")]))
        #expect(
            try rows(fixture) == [
                "H Directorate | Not on target | In business plans | Percentage not on target",
                "Communities | 1 | 212 | <1%",
            ]
        )
    }

    @Test func `an unknown block or option is an error with the nearest name`() throws {
        var fixture = try Fixture()
        fixture.setBody(
            .insertion(name: "outcome", options: []),
            .insertion(name: "outcomes", options: [.init(key: "off", value: "x"), .init(key: "of", value: "action")])
        )
        let diagnostics = try fixture.composed().diagnostics
        #expect(
            diagnostics.map(\.message) == [
                "there is no block `outcome`", "`outcomes` has no option `off`",
                "`action` is not a class that returns report on",
            ]
        )
        #expect(
            diagnostics.map(\.hint) == [
                "did you mean `outcomes`?", "did you mean `of`?", "did you mean `actions`?",
            ]
        )
    }
}
