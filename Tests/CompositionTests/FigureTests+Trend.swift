// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Layouts
import Monitoring
import PaperTree
import TestSupport
import Testing

/// Lines of indicators: their figures, their targets and their words.
extension FigureTests {
    private mutating func setIndicator(_ figures: [Int?], target: Int? = 50, in index: Int = 0, exempt: Bool = false) {
        let latest = fixture.round.round.period
        var known: [Indicator.FigureKey: Observation] = [:]
        for (number, figure) in figures.enumerated() {
            guard let figure else { continue }
            let quantity = Quantity(digits: figure, decimals: 1, unit: "%")
            known[.init(latest.before(figures.count - 1 - number), .actual)] = Observation(
                .number(quantity),
                at: Fixture.place
            )
        }
        if let target {
            let quantity = Quantity(digits: target, unit: "%")
            known[.init(latest.wholeYear, .target)] = Observation(.number(quantity), at: Fixture.place)
        }
        fixture.round.returns[index].indicators = [
            Indicator(
                reference: "C 7",
                measure: Prose(text: "visits by children", at: Fixture.place),
                polarity: .higher,
                figures: known,
                comment: .own(reason: Prose(), response: Prose()),
                exemption: exempt ? Exemption([3]) : nil,
                location: Fixture.place
            )
        ]
    }

    private func line(_ figure: Figure) throws -> Chart.Line {
        guard case .chart(.line(let line)) = figure.graphic else {
            Issue.record("\(figure.graphic)")
            throw ExpectationFailedError()
        }
        return line
    }

    private struct ExpectationFailedError: Error {}

    @Test mutating func `the line of an indicator has its figures, its targets and a scale of round numbers`() throws {
        setIndicator([521, nil, 484])
        let figure = try figure("chart trend", ("of", "C 7"))
        let line = try line(figure)
        #expect(line.points.map(\.figure?.words) == ["52.1%", nil, "48.4%"])
        #expect(line.points.map(\.target?.words) == [nil, nil, "50%"])
        #expect(line.points.map(\.label) == ["H1 2008/09", "H2 2008/09", "H1 2009/10"])
        #expect(line.scale.map(\.words) == ["0%", "20%", "40%", "60%"])
        #expect(line.targetLabel == "Target 50%")
        #expect(figure.caption.map(\.inlines.plainText)[0] == "C 7: Visits by children")
        #expect(figure.caption.map(\.inlines.plainText)[1].hasPrefix("H1 2008/09 to H1 2009/10; higher is better."))
        #expect(
            figure.alternativeText
                == "visits by children, line, H1 2008/09 to H1 2009/10. Fell from 52.1% to 48.4%. "
                + "The figures are 52.1%; none; 48.4%. "
                + "The target was met in 0 of 1 periods, and not in the latest. Data: the return of Communities."
        )
    }

    /// Gives the indicator figures of others, of the latest periods backwards.
    private mutating func setComparators(_ figures: [(id: String, digits: Int, ago: Int, unit: String?)]) {
        fixture.round.council.comparators = [
            Comparator(id: "england", name: "England", source: "national tables"),
            Comparator(id: "neighbours", name: "Our neighbours", source: "a club"),
        ]
        let latest = fixture.round.round.period
        for figure in figures {
            let quantity = Quantity(digits: figure.digits, decimals: 1, unit: figure.unit)
            fixture.round.returns[0].indicators[0].comparatorFigures[.init(figure.id, latest.before(figure.ago))] =
                Observation(.number(quantity), at: Fixture.place)
        }
    }

    @Test mutating func `a line is beside that of the first comparator with figures of its periods`() throws {
        setIndicator([521, nil, 484])
        setComparators([("england", 470, 9, "%"), ("neighbours", 612, 1, "%"), ("neighbours", 600, 0, "%")])
        let figure = try figure("chart trend", ("of", "C 7"))
        let line = try line(figure)
        #expect(line.points.map(\.comparison?.words) == [nil, "61.2%", "60.0%"])
        #expect(line.comparisonLabel == "Our neighbours 60.0%")
        #expect(line.scale.map(\.words) == ["0%", "20%", "40%", "60%", "80%"])
        #expect(figure.alternativeText?.contains("The figures of Our neighbours are none; 61.2%; 60.0%. Data:") == true)
    }

    @Test mutating func `a figure of something else is not on the scale`() throws {
        setIndicator([521, 484])
        setComparators([("england", 470, 0, nil)])
        let line = try line(figure("chart trend", ("of", "C 7")))
        #expect(line.comparisonLabel == "")
        #expect(line.points.map(\.comparison) == [nil, nil])
    }

    @Test mutating func `a chart says with whom it compares, or with none`() throws {
        setIndicator([521, 484])
        setComparators([("england", 470, 0, "%"), ("neighbours", 600, 0, "%")])
        func label(_ name: String) throws -> String {
            try line(figure("chart trend", ("of", "C 7"), ("with", name))).comparisonLabel
        }
        #expect(try label("neighbours") == "Our neighbours 60.0%")
        #expect(try label("Our Neighbours") == "Our neighbours 60.0%")
        #expect(try label("none") == "")
        #expect(try fixture.composed().diagnostics.map(\.message) == [])
        #expect(try label("wales") == "")
        #expect(
            try fixture.composed().diagnostics.map(\.message) == ["the council is compared with nobody called `wales`"]
        )
        fixture.round.returns[0].indicators[0].comparatorFigures = [:]
        #expect(try label("england") == "")
        #expect(
            try fixture.composed().diagnostics.map(\.message)
                == ["`england` has no figure of a period that the line shows"]
        )
    }

    @Test mutating func `the line of an exempt indicator is in the restricted edition alone`() throws {
        setIndicator([521, 484], exempt: true)
        let contents = Self.insertion("chart trend", ("of", "C 7"))
        #expect(try figures(contents).count == 1)
        let edition = RoundEdition.public(PublicRound(redacting: fixture.round))
        let open = try #require(composePaper(at: 0, of: edition, layouts: fixture.layouts))
        #expect(open.diagnostics.map(\.message) == [])
        #expect(open.paper.dump.contains("“A chart is not shown here.”"))
        for words in ["52.1%", "48.4%", "visits by children"] { #expect(!open.paper.dump.contains(words)) }
    }

    @Test mutating func `one changed figure changes its mark, and the words that say it`() throws {
        setIndicator([521, 510, 484])
        let before = try line(figure("chart trend", ("of", "C 7")))
        setIndicator([521, 511, 484])
        let after = try line(figure("chart trend", ("of", "C 7")))
        #expect(before.points[0] == after.points[0])
        #expect(before.points[1] != after.points[1])
        #expect(before.points[2] == after.points[2])
        #expect(before.scale == after.scale)
    }

    @Test(arguments: [
        ([0, 4], ["0.0%", "0.1%", "0.2%", "0.3%", "0.4%"]), ([970, 999], ["0%", "25%", "50%", "75%", "100%"]),
        ([-30, 25], ["−4%", "−2%", "0%", "2%", "4%"]), ([0, 0], ["0%", "1%"]),
        ([0, 9_000_000_000], ["0%", "250,000,000%", "500,000,000%", "750,000,000%", "1,000,000,000%"]),
    ])
    func `a scale has at most five lines, from zero`(figures: [Int], words: [String]) throws {
        var tests = self
        tests.setIndicator(figures, target: nil)
        #expect(try line(tests.figure("chart trend", ("of", "C 7"))).scale.map(\.words) == words)
    }

    @Test mutating func `too few figures are said in words`() throws {
        setIndicator([484])
        let contents = Self.insertion("chart trend", ("of", "C 7"))
        #expect(try figures(contents) == [])
        let dump = try fixture.composed().paper.dump
        #expect(dump.contains("“There are fewer than two figures of visits by children, too few for a line.”"))
    }

    @Test mutating func `an indicator that nobody has, and one that two have, are told`() throws {
        setIndicator([1, 2])
        addRoads([])
        fixture.round.returns[1].indicators = fixture.round.returns[0].indicators
        #expect(try figures(Self.insertion("chart trend", ("of", "C 8"))) == [])
        #expect(try fixture.composed().diagnostics.map(\.message) == ["no indicator has the ref `C 8`"])
        _ = try figures(Self.insertion("chart trend", ("of", "C 7")))
        #expect(try fixture.composed().diagnostics.map(\.message) == ["several indicators have the ref `C 7`"])
        _ = try figures(Self.insertion("chart trend", ("of", "C 7"), ("in", "roads")))
        #expect(try fixture.composed().diagnostics.map(\.message) == [])
    }
}
