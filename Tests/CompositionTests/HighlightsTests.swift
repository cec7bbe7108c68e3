// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Layouts
import Monitoring
import PaperTree
import TestSupport
import Testing

/// What a paper says of the rows of several returns together: key figures, changes, tables and charts from period to period.
struct HighlightsTests {
    var fixture: Fixture

    /// Two directorates in the third quarter of 2026/27, whose indicators are rated.
    init() throws {
        fixture = try Fixture()
        fixture.round.round.period = Period(year: ReportingYear(first: 2026), span: .quarter(3))
        let steps = RatingScale.standardSteps(
            onTarget: "On target",
            withinTolerance: "Within tolerance",
            offTarget: "Off target"
        )
        fixture.round.council.ratings = RatingScale(steps: steps, tolerance: .percent(Quantity(digits: 10, unit: "%")))
        var roads = fixture.round.council.directorates[0]
        roads.id = "roads"
        roads.name = "Roads"
        roads.divisions = []
        roads.units = [Unit(id: "paths", name: "Paths")]
        fixture.round.council.directorates.append(roads)
        var own = fixture.round.returns[0]
        own.directorate = "roads"
        fixture.round.returns.append(own)
        fixture.round.papers[0].appendices = []
        fixture.round.returns[0].indicators = [
            try indicator("arts", "C1", "Visits", [50, 46, 44]), try indicator("sport", "C2", "Swims", [44, 51, 52]),
        ]
        fixture.round.returns[1].indicators = [try indicator("paths", "R1", "Paths mended", [51, 52, 46])]
        fixture.layouts.papers["cabinet"]?.parts = []
    }

    /// An indicator with the figures of the first three quarters and a target of 50 per cent.
    private func indicator(_ unit: String, _ reference: String, _ measure: String, _ figures: [Int]) throws -> Indicator
    {
        var indicator = Indicator(
            unit: unit,
            reference: reference,
            measure: Prose(text: measure, at: Fixture.place),
            polarity: .higher,
            figures: [:],
            comment: .own(
                reason: Prose(text: "Rain.", at: Fixture.place),
                response: Prose(text: "Roofs.", at: Fixture.place)
            ),
            location: Fixture.place
        )
        func observation(_ digits: Int) -> Observation {
            Observation(.number(Quantity(digits: digits, unit: "%")), at: Fixture.place)
        }
        for (quarter, digits) in zip(1..., figures) {
            let period = Period(year: ReportingYear(first: 2026), span: .quarter(quarter))
            indicator.figures[.init(period, .actual)] = observation(digits)
        }
        let year = Period(year: ReportingYear(first: 2026), span: .year)
        indicator.figures[.init(year, .target)] = observation(50)
        let scale = try #require(fixture.round.council.ratings)
        indicator.rating = Rating(computed: indicator.verdict(at: fixture.round.round.period, of: .actual, by: scale))
        return indicator
    }

    private mutating func setParts(_ parts: PaperLayout.Part...) { fixture.layouts.papers["cabinet"]?.parts = parts }

    private mutating func setText(_ name: String, _ options: (String, String)...) {
        let insertion = Prose.Content.insertion(
            name: name,
            options: options.map { Prose.Option(key: $0.0, value: $0.1) }
        )
        setParts(.text(Prose([Prose.Block(insertion, at: Fixture.place)])))
    }

    private func lines(of edition: RoundEdition? = nil) throws -> [String] {
        let composed = try #require(
            composePaper(at: 0, of: edition ?? .restricted(fixture.round), layouts: fixture.layouts)
        )
        return composed.paper.dump.split(separator: "\n").map { String($0.drop { $0 == " " }) }
    }

    // MARK: - Key figures and changes

    @Test
    mutating func `key figures count the indicators of all returns from the worst, with those of the period before`()
        throws
    {
        setParts(.keyFigures([.indicators]))
        let found = try lines()
        let start = try #require(found.firstIndex(of: "details key-figures"))
        #expect(
            found[(start + 1)...].prefix(12) == [
                "pair “1”", "paragraph [square] “Off target”", "caption-note “0 in Q2 2026/27”",
                "pair “1”", "paragraph [diamond] “Within tolerance”", "caption-note “1 in Q2 2026/27”",
                "pair “1”", "paragraph [disc] “On target”", "caption-note “2 in Q2 2026/27”",
                "pair “1”", "paragraph [improving] “Improving”", "caption-note “0 stable, 2 worsening”",
            ],
            "\(found.joined(separator: "\n"))"
        )
    }

    @Test mutating func `what stands better and what stands worse than before is said with both figures`() throws {
        fixture.round.returns[1].indicators.append(try indicator("paths", "R2", "Lamps lit", [40, 40, 60]))
        setParts(.changes)
        let found = try lines()
        let start = try #require(found.firstIndex(of: "details changes"))
        #expect(
            found[(start + 1)...].prefix(5) == [
                "pair “Better than in Q2 2026/27”", "paragraph [improving] “Lamps lit: 40% to 60%”",
                "pair “Worse than in Q2 2026/27”", "paragraph [worsening] “Visits: 46% to 44%”",
                "paragraph [worsening] “Paths mended: 52% to 46%”",
            ],
            "\(found.joined(separator: "\n"))"
        )
    }

    @Test mutating func `where nothing has moved, the paper says so`() throws {
        for index in fixture.round.returns.indices { fixture.round.returns[index].indicators = [] }
        setParts(.changes)
        #expect(try lines().contains("paragraph “No indicator stands better or worse than in Q2 2026/27.”"))
    }

    @Test mutating func `an exempt indicator is counted among those without a rating, and never named`() throws {
        fixture.round.returns[0].indicators[0].exemption = Exemption([3])
        setParts(
            .keyFigures([.indicators]),
            .changes,
            .exemptInformation(heading: Template([.text("Why")], at: Fixture.place))
        )
        let found = try lines(of: .public(PublicRound(redacting: fixture.round)))
        #expect(found.contains("paragraph [ring] “Not rated”"))
        #expect(!found.contains { $0.contains("Visits") })
    }

    // MARK: - Charts

    @Test mutating func `a chart by period counts the same indicators in each period, and says the latest first`()
        throws
    {
        setText("chart status", ("of", "indicators"), ("by", "period"))
        let found = try lines()
        #expect(found.contains { $0.contains("Status of performance indicators by period") })
        let bars = found.filter { $0.hasPrefix("bar ") }
        // The indicators of the fourth quarter of the year before have neither figures nor targets.
        #expect(
            bars == [
                "bar “Q1 2026/27” 1 + 0 + 2 = 3", "bar “Q2 2026/27” 0 + 1 + 2 = 3", "bar “Q3 2026/27” 1 + 1 + 1 = 3",
            ]
        )
        let text = try #require(found.first { $0.hasPrefix("alternative") })
        #expect(
            text.contains("stacked bars of 3 in all. 1 off target (33%), 1 within tolerance (33%), 1 on target (33%).")
        )
        #expect(text.contains("Q2 2026/27: none off target, 1 within tolerance, 2 on target, of 3"))
    }

    @Test mutating func `only indicators are compared from period to period`() throws {
        setText("chart status", ("of", "actions"), ("by", "period"))
        let composed = try fixture.composed()
        #expect(
            composed.diagnostics.map(\.message).contains(
                "only indicators have figures of earlier periods, and a chart `by: period` shows these"
            )
        )
    }

    // MARK: - Tables

    @Test mutating func `a table of a paper lists the rows of all its directorates, each under its name`() throws {
        setText("indicators-at-a-glance", ("of", "indicators"))
        let found = try lines()
        let rows = found.filter { $0.hasPrefix("band") || $0.hasPrefix("header cell “**") || $0 == "sparkline" }
        #expect(
            rows == [
                "band 1", "band 2", "header cell “**C1:** Visits”", "sparkline", "band 2",
                "header cell “**C2:** Swims”",
                "sparkline", "band 1", "band 2", "header cell “**R1:** Paths mended”", "sparkline",
            ],
            "\(found.joined(separator: "\n"))"
        )
        #expect(
            found.contains(
                "alternative “Visits, small line of the figures from Q1 2026/27 to Q3 2026/27, which are 50%, 46%, 44%. The target was met in 1 of 3 periods, and not in the latest.”"
            )
        )
    }

    @Test mutating func `a paper about one directorate has its rows alone, without its name over them`() throws {
        fixture.round.papers[0].directorates = ["roads"]
        setText("indicators-at-a-glance", ("of", "indicators"))
        let found = try lines()
        #expect(found.filter { $0.hasPrefix("band") } == ["band 1"])
        #expect(found.filter { $0.hasPrefix("header cell “**") } == ["header cell “**R1:** Paths mended”"])
    }

    @Test(arguments: [
        ("indicators-off-target", ["C1"]), ("indicators-moved", ["C1", "R1"]), ("indicators", ["C1", "C2", "R1"]),
    ])
    mutating func `a table lists the indicators of its kind`(rows: String, references: [String]) throws {
        let kind = try #require(TableKind.ReturnRows(rawValue: rows))
        fixture.layouts.tables["indicators-moved"]?.rows = .ofReturn(kind)
        setText("indicators-moved", ("of", "indicators"))
        let measures = ["C1": "Visits", "C2": "Swims", "R1": "Paths mended"]
        #expect(
            try lines().filter { $0.hasPrefix("header cell “") }.compactMap { line in
                measures.first { line == "header cell “\($0.value)”" }?.key
            } == references
        )
    }

    @Test mutating func `notes of one name in two returns are two notes, and each is said`() throws {
        for index in fixture.round.returns.indices {
            fixture.round.returns[index].indicators[0].measure = Prose([
                Prose.Block(.paragraph([.text("Counted"), .note(name: "how", Fixture.place)]), at: Fixture.place)
            ])
            let text = Prose(text: "By hand in \(fixture.round.returns[index].directorate).", at: Fixture.place)
            fixture.round.returns[index].notes = [
                DirectorateReturn.Note(name: "how", text: text, location: Fixture.place)
            ]
        }
        setText("indicators-at-a-glance", ("of", "indicators"))
        let found = try lines()
        #expect(found.contains("paragraph “By hand in communities.”"))
        #expect(found.contains("paragraph “By hand in roads.”"))
        #expect(found.contains("note 1"))
        #expect(found.contains("note 2"))
    }

    @Test mutating func `a note that two tables of a return mark has one number`() throws {
        fixture.round.papers[0].appendices = [
            PaperSource.Appendix(
                title: "Returns",
                content: .returns(.directorates(["communities"])),
                location: Fixture.place
            )
        ]
        fixture.layouts = try Fixture().layouts
        fixture.round.returns[0].indicators[0].measure = Prose([
            Prose.Block(.paragraph([.text("Counted"), .note(name: "how", Fixture.place)]), at: Fixture.place)
        ])
        fixture.round.returns[0].notes = [
            DirectorateReturn.Note(
                name: "how",
                text: Prose(text: "By hand.", at: Fixture.place),
                location: Fixture.place
            )
        ]
        fixture.round.returns[0].declares = [.indicators]
        fixture.round.returns[0].tables = ["indicators-at-a-glance", "indicators-compared"].map {
            .init(kind: $0, classes: [.indicators], location: Fixture.place)
        }
        let found = try lines()
        #expect(found.count { $0 == "note 1" } == 2)
        #expect(!found.contains("note 2"))
    }

    @Test mutating func `a table without rows says that there is nothing to report`() throws {
        fixture.round.returns[0].indicators.removeFirst()
        setText("highlights-off-target")
        #expect(try lines().contains("paragraph “None of the performance indicators that can be rated is off target.”"))
    }

    @Test mutating func `a table of indicators does not show actions`() throws {
        setText("indicators-at-a-glance", ("of", "actions"))
        #expect(
            try fixture.composed().diagnostics.map(\.message).contains("`indicators-at-a-glance` cannot show actions")
        )
    }

    // MARK: - Exempt rows

    @Test mutating func `an exempt row of a return is withheld from a table of a paper, which says why`() throws {
        fixture.round.returns[1].indicators[0].exemption = Exemption([3])
        fixture.round.returns[1].exemptReasons = [
            ExemptReason(
                paragraph: 3,
                reason: Prose(text: "A price is in it.", at: Fixture.place),
                publicInterest: Prose(text: "The price would rise.", at: Fixture.place),
                location: Fixture.place
            )
        ]
        setText("indicators-at-a-glance", ("of", "indicators"))
        fixture.layouts.papers["cabinet"]?.parts.append(
            .exemptInformation(heading: Template([.text("Why")], at: Fixture.place))
        )
        let found = try lines(of: .public(PublicRound(redacting: fixture.round)))
        #expect(found.contains { $0.contains("Withheld: exempt under paragraph 3.") })
        #expect(!found.contains { $0.contains("Paths mended") })
        #expect(found.contains { $0.contains("A price is in it.") })
        #expect(found.contains { $0.contains("Roads: ") })
    }

    @Test mutating func `an exempt indicator is in every table of what stands how, and in no list of changes`() throws {
        fixture.round.returns[0].indicators[1].exemption = Exemption([3])
        setText("highlights-off-target", ("of", "indicators"))
        let found = try lines(of: .public(PublicRound(redacting: fixture.round)))
        #expect(found.contains { $0.contains("Withheld: exempt under paragraph 3.") })
        fixture.round.returns[0].indicators[0].exemption = Exemption([3])
        setParts(.changes)
        for edition in [RoundEdition.restricted(fixture.round), .public(PublicRound(redacting: fixture.round))] {
            #expect(try !lines(of: edition).contains { $0.contains("Visits") })
        }
    }

    @Test mutating func `a chart by period is of a council that rates its indicators`() throws {
        fixture.round.council.ratings = nil
        setText("chart status", ("of", "indicators"), ("by", "period"))
        #expect(try fixture.composed().diagnostics.map(\.rule) == [.chartWithoutRatings])
        setParts(.changes)
        #expect(try !lines().contains { $0.contains("better or worse") })
    }

    @Test mutating func `no sentence says that all is on course where something was given up`() throws {
        fixture.round.returns[1].items = [Fixture.item("paths", "Mend it", status: .discontinued)]
        setText("exceptions-of-all", ("of", "actions"))
        #expect(try !lines().contains { $0.contains("are on course, or have been completed") })
        fixture.round.returns[1].items = [Fixture.item("paths", "Mend it", status: .done)]
        #expect(try lines().contains { $0.contains("are on course, or have been completed") })
    }

    @Test
    mutating func `a return alone gives its own reasons for an exemption, not those of the paper that appends it`()
        throws
    {
        func reason(_ text: String) -> ExemptReason {
            ExemptReason(
                paragraph: 3,
                reason: Prose(text: text, at: Fixture.place),
                publicInterest: Prose(text: "The price would rise.", at: Fixture.place),
                location: Fixture.place
            )
        }
        fixture.layouts = try Fixture().layouts
        fixture.round.papers[0].appendices = [
            PaperSource.Appendix(title: "Returns", content: .returns(.allDirectorates), location: Fixture.place)
        ]
        fixture.round.papers[0].exemptReasons = [reason("A bid is in the paper.")]
        fixture.round.papers[0].body = Prose([
            Prose.Block(
                .exempt(Exemption([3]), [Prose.Block(.paragraph([.text("A bid.")]), at: Fixture.place)]),
                at: Fixture.place
            )
        ])
        fixture.round.returns[1].exemptReasons = [reason("A price is in the row.")]
        fixture.round.returns[1].indicators[0].exemption = Exemption([3])
        fixture.round.returns[1].declares = [.indicators]
        fixture.round.returns[1].tables = [
            .init(kind: "indicators-at-a-glance", classes: [.indicators], location: Fixture.place)
        ]
        let dump = try #require(try fixture.appendix(of: "roads")).dump
        #expect(dump.contains("A price is in the row."))
        #expect(!dump.contains("A bid is in the paper."))
        let paper = try fixture.composed().paper.dump
        #expect(paper.contains("A price is in the row.") && paper.contains("A bid is in the paper."))
    }
}
