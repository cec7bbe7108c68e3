// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree
import TestSupport
import Testing

/// Charts of the model: their data, their words, and where these come from.
struct FigureTests {
    var fixture: Fixture

    init() throws { fixture = try Fixture() }

    static func insertion(_ name: String, _ options: (String, String)...) -> Prose.Content {
        .insertion(name: name, options: options.map { Prose.Option(key: $0.0, value: $0.1) })
    }

    mutating func figures(_ contents: Prose.Content...) throws -> [Figure] {
        fixture.round.papers[0].body = Prose(contents.map { Prose.Block($0, at: Fixture.place) })
        return try fixture.composed().paper.sections.flatMap(\.blocks).compactMap { block in
            if case .figure(let figure) = block.content { figure } else { nil }
        }
    }

    mutating func figure(_ name: String, _ options: (String, String)...) throws -> Figure {
        let content = Prose.Content.insertion(name: name, options: options.map { Prose.Option(key: $0.0, value: $0.1) })
        let found = try figures(content)
        return try #require(found.first)
    }

    private mutating func setItems(_ statuses: [(unit: String, status: Status)]) {
        fixture.round.returns[0].items = statuses.map { Fixture.item($0.unit, "Open it", status: $0.status) }
    }

    /// A second directorate, Roads, of one unit.
    mutating func addRoads(_ statuses: [Status]) {
        var roads = fixture.round.council.directorates[0]
        roads.id = "roads"
        roads.name = "Roads"
        roads.divisions = []
        roads.units = [Unit(id: "paths", name: "Paths")]
        fixture.round.council.directorates.append(roads)
        var own = fixture.round.returns[0]
        own.directorate = "roads"
        own.items = statuses.map { Fixture.item("paths", "Mend it", status: $0) }
        fixture.round.returns.append(own)
    }

    // MARK: - Statuses

    @Test mutating func `a stacked bar counts rows by status, from the worst`() throws {
        setItems([
            ("arts", .done), ("arts", .notOnCourse), ("sport", .onCourse), ("sport", .onCourse), ("youth", .done),
            ("youth", .doneAndOngoing), ("youth", .onCourse), ("youth", .done),
        ])
        let figure = try figure("chart status", ("of", "actions"))
        #expect(figure.label == "Figure 1")
        #expect(figure.anchor == "figure-status-actions")
        #expect(
            figure.caption.map(\.inlines.plainText) == [
                "Status of projects, developments and key actions",
                "8 in all as at 30 September 2009; the worst status first. Data: Appendix 1.",
            ]
        )
        #expect(
            figure.alternativeText
                == "Status of projects, developments and key actions, stacked bar of 8. 1 not on course (13%), "
                + "3 on course (38%), 1 done and ongoing (13%), 3 done (38%). Percentages are rounded. "
                + "Data: the return of Communities."
        )
        guard case .chart(.stackedBars(let chart)) = figure.graphic else {
            Issue.record("\(figure.graphic)")
            return
        }
        #expect(chart.series.map(\.tone) == [.off, .on, .ongoing, .complete])
        #expect(
            chart.series.map(\.label) == [
                "Not on course: 1 (13%)", "On course: 3 (38%)", "Done and ongoing: 1 (13%)", "Done: 3 (38%)",
            ]
        )
        #expect(chart.bars.map { $0.counts.map(\.value) } == [[1, 3, 1, 3]])
        #expect(chart.bars.map(\.label) == [""])
        #expect(chart.bars.map(\.total) == ["8"])
    }

    @Test mutating func `one changed status changes its two counts, and the words of these alone`() throws {
        let statuses: [Status] = [.notOnCourse, .onCourse, .onCourse, .done]
        setItems(statuses.map { ("arts", $0) })
        let before = try figure("chart status")
        setItems([.notOnCourse, .onCourse, .notOnCourse, .done].map { ("arts", $0) })
        let after = try figure("chart status")
        guard case .chart(.stackedBars(let old)) = before.graphic, case .chart(.stackedBars(let new)) = after.graphic
        else {
            Issue.record("\(after.graphic)")
            return
        }
        #expect(old.bars[0].counts.map(\.value) == [1, 2, 1])
        #expect(new.bars[0].counts.map(\.value) == [2, 1, 1])
        #expect(old.series[2] == new.series[2])
        #expect(before.text.contains("1 not on course (25%), 2 on course (50%), 1 done (25%). Data:"))
        #expect(after.text.contains("2 not on course (50%), 1 on course (25%), 1 done (25%). Data:"))
        #expect(before.caption.map(\.inlines) == after.caption.map(\.inlines))
    }

    @Test mutating func `no exception is said, and has no segment`() throws {
        setItems([("arts", .done), ("arts", .done)])
        let figure = try figure("chart status")
        #expect(figure.text.contains("stacked bar of 2. none not on course, 2 done (100%). Data:"))
        #expect(figure.graphic.words == ["2", "2", "Done: 2 (100%)"])
    }

    @Test mutating func `rows that a return only counts are on course or done`() throws {
        setItems([("arts", .notOnCourse)])
        fixture.round.returns[0].totals = [.actions: ["arts": 4]]
        let figure = try figure("chart status")
        #expect(figure.text.contains("1 not on course (25%), 3 on course or done (75%). Data:"))
    }

    @Test mutating func `indicators that the council rates are counted by its steps, from the last`() throws {
        let steps = RatingScale.englishSteps
        fixture.round.council.ratings = RatingScale(steps: steps)
        let verdicts: [Verdict] = [
            .step(steps[0]), .step(steps[2]), .step(steps[0]), .step(steps[1]), .unrated(.noTarget),
        ]
        fixture.round.returns[0].indicators = verdicts.map { verdict in
            var indicator = Indicator(
                unit: "arts",
                measure: Prose(text: "Visits", at: Fixture.place),
                polarity: .higher,
                figures: [:],
                comment: .own(reason: Prose(), response: Prose()),
                location: Fixture.place
            )
            indicator.rating = Rating(computed: verdict)
            return indicator
        }
        let figure = try figure("chart status", ("of", "indicators"))
        #expect(
            figure.text.hasPrefix(
                "Status of performance indicators, stacked bar of 5. 1 off target (20%), 1 within tolerance (20%), "
                    + "2 on target (40%), 1 not rated (20%). Data:"
            )
        )
        guard case .chart(.stackedBars(let chart)) = figure.graphic else {
            Issue.record("\(figure.graphic)")
            return
        }
        #expect(chart.series.map(\.tone) == [.off, .tolerance, .on, .none])
        #expect(
            figure.caption[1].inlines.plainText.contains(
                "5 in all as at 30 September 2009, 5 of them reported and 4 with a status;"
            )
        )
        fixture.round.returns[0].indicators[4].rating = Rating(computed: .unrated(.awaited))
        let awaited = try self.figure("chart status", ("of", "indicators"))
        #expect(awaited.caption[1].inlines.plainText.contains(", 4 of them reported and 4 with a status;"))
        let exceptions = try self.figure("chart exceptions", ("of", "indicators"))
        #expect(exceptions.graphic.words == ["Communities", "1 of 5 (20%)"])
        #expect(exceptions.caption[1].inlines.plainText.hasPrefix("Off target, of all as at"))
    }

    @Test mutating func `several classes have a bar each`() throws {
        setItems([("arts", .done), ("arts", .notOnCourse)])
        var item = Fixture.item("arts", "Open it", status: .onCourse)
        item.reportedClass = .activity
        fixture.round.returns[0].items.append(item)
        let figure = try figure("chart status", ("of", "actions and activity"))
        #expect(figure.anchor == "figure-status-actions-activity")
        guard case .chart(.stackedBars(let chart)) = figure.graphic else {
            Issue.record("\(figure.graphic)")
            return
        }
        #expect(chart.bars.map(\.label) == ["Projects, developments and key actions", "Forecast activity levels"])
        #expect(chart.bars.map { $0.counts.map(\.value) } == [[1, 0, 1], [0, 1, 0]])
        #expect(
            figure.text.contains(
                "Projects, developments and key actions: 1 not on course, none on course, 1 done, of 2; "
                    + "Forecast activity levels: none not on course, 1 on course, none done, of 1."
            )
        )
    }

    @Test mutating func `a bar for each directorate, the one with the most exceptions first`() throws {
        setItems([("arts", .done), ("arts", .notOnCourse), ("sport", .done)])
        addRoads([.notOnCourse, .notOnCourse, .done])
        let figure = try figure("chart status", ("by", "directorate"))
        guard case .chart(.stackedBars(let chart)) = figure.graphic else {
            Issue.record("\(figure.graphic)")
            return
        }
        #expect(chart.bars.map(\.label) == ["Roads", "Communities"])
        #expect(chart.bars.map { $0.counts.map(\.value) } == [[2, 1], [1, 2]])
        #expect(
            figure.alternativeText
                == "Status of projects, developments and key actions by directorate, stacked bars of 6 in all. "
                + "3 not on course (50%), 3 done (50%). Roads: 2 not on course, 1 done, of 3; "
                + "Communities: 1 not on course, 2 done, of 3. Data: the returns of Communities and Roads."
        )
    }

    // MARK: - What is done

    @Test mutating func `bars of what is done count both kinds of it`() throws {
        setItems([("arts", .done), ("arts", .doneAndOngoing), ("sport", .onCourse), ("sport", .paused)])
        let figure = try figure("chart complete")
        #expect(figure.graphic.words == ["Communities", "2 of 4 (50%)"])
        #expect(
            figure.text.hasPrefix(
                "What is done of projects, developments and key actions by directorate, bars."
            )
        )
    }

    @Test mutating func `what a return only counts nobody knows to be done`() throws {
        setItems([("arts", .done)])
        fixture.round.returns[0].totals = [.actions: ["arts": 4]]
        #expect(try figures(Self.insertion("chart complete")) == [])
        #expect(
            try fixture.composed().diagnostics.map(\.message) == [
                "nobody knows how many rows are done: `Communities` only counts 3 of them"
            ]
        )
    }

    // MARK: - Exceptions

    @Test mutating func `bars of exceptions have their shares in words, the largest first`() throws {
        setItems([("arts", .done), ("arts", .notOnCourse), ("sport", .done), ("sport", .done)])
        addRoads([.done, .done])
        var third = fixture.round.council.directorates[1]
        third.id = "parks"
        third.name = "Parks"
        fixture.round.council.directorates.append(third)
        var own = fixture.round.returns[1]
        own.directorate = "parks"
        own.items = [.notOnCourse, .done].map { Fixture.item("paths", "Plant it", status: $0) }
        fixture.round.returns.append(own)
        let figure = try figure("chart exceptions", ("of", "actions"))
        #expect(
            figure.graphic
                == .chart(
                    .bars(
                        Chart.Bars(
                            tone: .off,
                            bars: [
                                Chart.Bars.Bar(label: "Parks", part: 1, whole: 2, words: "1 of 2 (50%)"),
                                Chart.Bars.Bar(label: "Communities", part: 1, whole: 4, words: "1 of 4 (25%)"),
                                Chart.Bars.Bar(label: "Roads", part: 0, whole: 2, words: "none of 2"),
                            ]
                        )
                    )
                )
        )
        #expect(
            figure.alternativeText
                == "Exceptions among projects, developments and key actions by directorate, bars. "
                + "Parks 1 of 2 (50%), Communities 1 of 4 (25%), Roads none of 2. "
                + "Data: the returns of Communities, Roads and Parks."
        )
    }

    @Test mutating func `a chart of one return leads to it, and one of several to the appendix that has them`() throws {
        setItems([("arts", .done), ("arts", .notOnCourse)])
        addRoads([.notOnCourse, .done])
        func target(_ directorates: [String]?) throws -> Link.Target? {
            fixture.round.papers[0].directorates = directorates
            let note = try figure("chart status", ("by", "directorate")).caption[1].inlines
            return note.lazy.compactMap { if case .link(let link) = $0 { link.target } else { nil } }.first
        }
        #expect(try target(nil) == .anchor("appendix-1"))
        #expect(try target(["roads"]) == .anchor("roads"))
        fixture.round.papers[0].appendices[0].exemption = Exemption([3])
        #expect(try target(["roads"]) == .anchor("appendix-1"))
        fixture.round.papers[0].appendices = []
        #expect(try target(["roads"]) == nil)
    }

    @Test mutating func `a chart names the table with its numbers, and its caption leads there`() throws {
        setItems([("arts", .done), ("arts", .notOnCourse)])
        let found = try figures(
            Self.insertion("chart exceptions", ("of", "actions")),
            Self.insertion("outcomes", ("of", "actions"))
        )
        let figure = try #require(found.first)
        let table = "the table “Share of projects, developments and key actions not on target”"
        #expect(figure.text.hasSuffix("Communities 1 of 2 (50%). Data: \(table)."))
        #expect(
            figure.caption[1].inlines.plainText
                == "Not on course, of all as at 30 September 2009; the largest share first. Data: \(table)."
        )
        guard case .link(let link)? = figure.caption[1].inlines.dropFirst(2).first else {
            Issue.record("\(figure.caption[1].inlines)")
            return
        }
        #expect(link.target == .anchor("outcomes"))
    }

    // MARK: - Nothing to draw, numbers, references

    @Test mutating func `nothing to count is said, and draws no chart`() throws {
        setItems([])
        let found = try figures(
            Self.insertion("chart status", ("of", "actions")),
            Self.insertion("chart exceptions", ("of", "activity"))
        )
        #expect(found.isEmpty)
        let dump = try fixture.composed().paper.dump
        #expect(dump.contains("paragraph “There are no projects, developments and key actions to report on.”"))
        #expect(dump.contains("paragraph “There are no forecast activity levels to report on.”"))
        #expect(!dump.contains("0%"))
    }

    @Test mutating func `figures are numbered through the paper, and references say their numbers`() throws {
        setItems([("arts", .done), ("arts", .notOnCourse)])
        fixture.setBody(
            .paragraph([
                .text("See "), .link(destination: "#figure-exceptions-actions", [], Fixture.place), .text(" and "),
                .link(destination: "#figure:status-actions", [], Fixture.place),
            ]),
            Self.insertion("chart status"),
            Self.insertion("chart exceptions")
        )
        let (paper, diagnostics) = try fixture.composed()
        #expect(diagnostics.map(\.message) == [])
        #expect(
            paper.dump.contains("See [figure 2](#figure-exceptions-actions) and [figure 1](#figure-status-actions)")
        )
        #expect(paper.dump.contains("figure “Figure 2” #figure-exceptions-actions"))
    }

    @Test mutating func `two figures of the same are told apart by a number`() throws {
        setItems([("arts", .done)])
        let found = try figures(Self.insertion("chart status"), Self.insertion("chart status", ("by", "directorate")))
        #expect(found.map(\.anchor) == ["figure-status-actions", "figure-status-actions-2"])
    }

    @Test mutating func `a statement has charts of its own return, by unit`() throws {
        setItems([("arts", .notOnCourse), ("sport", .done), ("sport", .notOnCourse), ("sport", .done)])
        fixture.round.returns[0].statement = Prose([
            Prose.Block(Self.insertion("chart exceptions", ("of", "actions")), at: Fixture.place)
        ])
        let appendix = try #require(try fixture.appendix(of: "communities"))
        let dump = appendix.dump
        #expect(dump.contains("figure “Figure 1” #communities-figure-exceptions-actions"))
        #expect(dump.contains("bar “Arts” “1 of 1 (100%)”"))
        #expect(dump.contains("bar “Sport” “1 of 3 (33%)”"))
        #expect(!dump.contains("bar “Youth”"))
        #expect(dump.contains("Data: the return of Communities."))
    }

    // MARK: - Mistakes

    @Test(arguments: [
        ("chart pie", "of", "actions", "there is no block `chart pie`"),
        ("chart", "of", "actions", "there is no block `chart`"),
        ("chart status", "of", "acts", "`acts` is not a class that returns report on"),
        ("chart status", "by", "unit", "a chart here is not divided by `unit`"),
        ("chart status", "under", "2", "`chart status` has no option `under`"),
        ("chart exceptions", "by", "directorate", "`chart exceptions` has no option `by`"),
    ])
    mutating func `what is not known is reported`(name: String, key: String, value: String, message: String) throws {
        setItems([("arts", .done)])
        fixture.setBody(Self.insertion(name, (key, value)))
        #expect(try fixture.composed().diagnostics.map(\.message) == [message])
    }
}

extension Figure {
    fileprivate var text: String { alternativeText ?? "" }
}
