// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

struct StatusCountsTests {
    private let place = SourceLocation(file: "actions.csv")

    private func item(_ unit: String, _ status: Status, of reported: ReportedClass = .actions) -> PlanItem {
        PlanItem(
            reportedClass: reported,
            unit: unit,
            title: Prose(text: "An action", at: place),
            status: StatusWord(status),
            comment: .own(reason: Prose(), response: Prose()),
            location: place
        )
    }

    private func made(_ items: [PlanItem], totals: [String: Int] = [:]) -> DirectorateReturn {
        DirectorateReturn(
            directorate: "communities",
            declares: [.actions],
            signatory: "head",
            items: items,
            totals: totals.isEmpty ? [:] : [.actions: totals],
            location: place
        )
    }

    @Test func `rows of a class are counted by unit and status`() {
        let made = made([
            item("sport", .done), item("sport", .notOnCourse), item("sport", .done), item("arts", .onCourse),
            item("arts", .onCourse, of: .activity),
        ])
        let counts = made.statusCounts(of: .actions)
        #expect(counts.keys.sorted() == ["arts", "sport"])
        #expect(counts["sport"]?.listed == [.status(StatusWord(.done)): 2, .status(StatusWord(.notOnCourse)): 1])
        #expect(counts["arts"]?.listed == [.status(StatusWord(.onCourse)): 1])
        #expect(counts["sport"]?.exceptions == Share(1, of: 3))
    }

    @Test func `what a total counts beyond the rows is no exception, and has no known status`() {
        let counts = made([item("sport", .notOnCourse)], totals: ["sport": 9, "arts": 4]).statusCounts(of: .actions)
        #expect(counts["sport"]?.unlisted == 8)
        #expect(counts["sport"]?.exceptions == Share(1, of: 9))
        #expect(counts["arts"]?.listed == [:])
        #expect(counts["arts"]?.total == 4)
    }

    @Test func `exceptions are those of the computed tables`() {
        for totals in [[:], ["sport": 9, "youth": 3]] {
            let made = made(Status.allCases.map { item("sport", $0) } + [item("arts", .notOnCourse)], totals: totals)
            var all = StatusCounts()
            for counts in made.statusCounts(of: .actions).values { all += counts }
            #expect(all.exceptions == made.notOnTarget(.actions))
        }
    }

    @Test func `a rated indicator is counted by its step, and an unrated one without a status`() {
        let steps = RatingScale.englishSteps
        let verdicts: [Verdict] = [.step(steps[2]), .step(steps[0]), .step(steps[0]), .unrated(.noTarget)]
        var made = made([])
        made.indicators = verdicts.map { verdict in
            var indicator = Indicator(
                measure: Prose(text: "Visits", at: place),
                polarity: .higher,
                figures: [:],
                comment: .own(reason: Prose(), response: Prose()),
                location: place
            )
            indicator.rating = Rating(computed: verdict)
            return indicator
        }
        let counts = made.statusCounts(of: .indicators)[""]
        #expect(counts?.listed == [.step(steps[2]): 1, .step(steps[0]): 2])
        #expect(counts?.withoutStatus == 1)
        #expect(counts?.exceptions == made.notOnTarget(.indicators))
    }

    @Test func `an indicator without a status is counted, and is no exception`() {
        var made = made([])
        made.indicators = [StatusWord(.notOnCourse), nil, nil].map { status in
            Indicator(
                measure: Prose(text: "Visits", at: place),
                polarity: .higher,
                status: status,
                figures: [:],
                comment: .own(reason: Prose(), response: Prose()),
                location: place
            )
        }
        let counts = made.statusCounts(of: .indicators)[""]
        #expect(counts?.withoutStatus == 2)
        #expect(counts?.exceptions == Share(1, of: 3))
    }
}
