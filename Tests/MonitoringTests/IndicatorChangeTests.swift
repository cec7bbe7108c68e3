// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

/// What is another among the indicators of two rounds.
struct IndicatorChangeTests {
    private static let place = SourceLocation(file: "indicators.csv", line: 2, column: 1)
    private static let quarter = Period(year: ReportingYear(first: 2026), span: .quarter(2))

    private func indicator(
        _ reference: String?,
        _ measure: String = "Visits",
        _ digits: Int? = 5,
        polarity: Indicator.Polarity = .higher,
        exemption: Exemption? = nil
    ) -> Indicator {
        var indicator = Indicator(
            reference: reference,
            measure: Prose(text: measure, at: Self.place),
            polarity: polarity,
            figures: [:],
            comment: .own(reason: Prose(), response: Prose()),
            exemption: exemption,
            location: Self.place
        )
        if let digits {
            let figure = Observation(.number(Quantity(digits: digits)), at: Self.place)
            indicator.figures[.init(Self.quarter, .actual)] = figure
        }
        return indicator
    }

    private func changes(_ now: [Indicator], _ before: [Indicator]) -> [IndicatorChange] {
        let own = DirectorateReturn(
            directorate: "a",
            declares: [.indicators],
            signatory: "b",
            indicators: now,
            formerIndicators: before,
            location: Self.place
        )
        return own.indicatorChanges
    }

    @Test func `nothing is known of changes where nothing is known of the round before`() {
        #expect(changes([indicator("A 1")], []) == [])
    }

    @Test func `an indicator is new, dropped, redefined or as it was, by its reference`() {
        let now = [indicator("A 1"), indicator("A 2", "Swims"), indicator("A 4"), indicator(nil)]
        let before = [indicator("A 1"), indicator("A 2", "Dives"), indicator("A 3"), indicator(nil, "Walks")]
        #expect(changes(now, before) == [.redefined(now[1], from: before[1]), .new(now[2]), .dropped(before[2])])
    }

    @Test func `one of which the other way is better now is redefined`() {
        let (now, before) = (indicator("A 1"), indicator("A 1", polarity: .lower))
        #expect(changes([now], [before]) == [.redefined(now, from: before)])
    }

    @Test func `another figure for the same period is a revision, and a missing one is none`() {
        let now = indicator("A 1", "Visits", 6)
        #expect(
            changes([now], [indicator("A 1")])
                == [.revised(now, Self.quarter, from: Quantity(digits: 5), to: Quantity(digits: 6))]
        )
        #expect(changes([now], [indicator("A 1", "Visits", nil)]) == [])
        #expect(changes([indicator("A 1", "Visits", nil)], [now]) == [])
    }

    @Test func `a figure that is written otherwise is no revision`() {
        var (now, before) = (indicator("A 1", "Visits", 50), indicator("A 1"))
        now.figures[.init(Self.quarter, .actual)] = Observation(
            .number(Quantity(digits: 50, decimals: 1)),
            at: Self.place
        )
        before.figures[.init(Self.quarter, .actual)] = Observation(.number(Quantity(digits: 5)), at: Self.place)
        #expect(changes([now], [before]) == [])
    }

    @Test
    func
        `the public does not learn that an indicator which is exempt now was dropped, nor what one was that was exempt`()
        throws
    {
        let exempt = indicator("A 1", "Secret", 6, exemption: Exemption([3]))
        let former = [indicator("A 1", "Open"), indicator("A 2", "Hidden", 1, exemption: Exemption([3]))]
        var own = DirectorateReturn(directorate: "a", declares: [], signatory: "b", location: Self.place)
        own.indicators = [exempt]
        own.formerIndicators = former
        let council = Council(
            name: "Council",
            shortName: "C",
            nation: .england,
            language: "en",
            bodies: [],
            people: [],
            directorates: []
        )
        let asAt = try #require(CalendarDate("2026-09-30"))
        let round = MonitoringRound(
            council: council,
            round: Round(title: "Round", period: Self.quarter, asAt: asAt),
            returns: [own],
            papers: []
        )
        #expect(PublicRound(redacting: round).content.returns[0].indicatorChanges == [])
    }
}
