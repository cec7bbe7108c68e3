// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// Ratings in `council.yaml`, and statuses in `indicators.csv` held against figures.
struct RatingReaderTests {
    private func rated(_ ratings: String, _ rows: String) throws -> (indicators: [Indicator], problems: [Diagnostic]) {
        var files = GoodWorkspace.files
        files["council.yaml"]? += ratings
        files["round.yaml"] = "title: Q3\nyear: 2026/27\npoint: Q3\nas-at: 2026-12-31\n"
        files["returns/communities/indicators.csv"] =
            "unit,measure,better,Q3,2026/27 target,2026/27 forecast,status,year-end status,status reason,tolerance,comment\n"
            + rows
        let contents = try read(files)
        let own = contents.diagnostics.filter {
            $0.location?.file.hasSuffix("indicators.csv") == true || $0.location?.file == "council.yaml"
        }
        return (contents.round?.returns.first?.indicators ?? [], own)
    }

    private func words(_ rating: Rating?) -> String? {
        rating.map { rating in
            switch rating.verdict {
            case .step(let step): step.word
            case .unrated(let reason): "(\(reason.rawValue))"
            }
        }
    }

    @Test func `a council that rates has its indicators rated by their figures, now and at the end of the year`() throws
    {
        let found = try rated(
            "ratings: { tolerance: 5% }\n",
            """
            sport,Swims,higher,80%,80%,70%,,,,,Good.
            sport,Dives,higher,78%,80%,81%,,,,,Fair.
            sport,Falls,lower,90,80,80,,,,20%,Wet floors.
            sport,Skips,neither,5,[not set],[z],,,,,

            """
        )
        #expect(found.problems.map(\.line) == [])
        #expect(
            found.indicators.map { words($0.rating) } == [
                "On target", "Within tolerance", "Within tolerance", "(data only)",
            ]
        )
        #expect(
            found.indicators.map { words($0.yearEndRating) } == ["Off target", "On target", "On target", "(data only)"]
        )
        #expect(found.indicators.map(\.isException) == [false, false, false, false])
    }

    @Test func `without ratings a status is one of the council's words, and nothing is rated`() throws {
        let found = try rated("", "sport,Swims,higher,70%,80%,70%,not on course,,,,It rained.\n")
        #expect(found.problems.map(\.line) == [])
        #expect(found.indicators.map(\.rating) == [nil])
        #expect(found.indicators.map(\.isException) == [true])
    }

    @Test func `a status that is not the one of the figures needs a reason`() throws {
        let found = try rated("ratings: {}\n", "sport,Swims,higher,70%,80%,90%,on target,off target,,,It rained.\n")
        #expect(
            found.problems.map(\.line) == [
                "error returns/communities/indicators.csv:2:32 (status): the status is `On target`, and by its figures it is `Off target`",
                "error returns/communities/indicators.csv:2:42 (year-end status): the status is `Off target`, and by its figures it is `On target`",
            ]
        )
        let right = try rated("ratings: {}\n", "sport,Swims,higher,70%,80%,,on target,,Two pools were shut.,,\n")
        #expect(right.problems.map(\.rule) == [.missingValue])
        #expect(right.indicators.first?.rating?.isJudgement == true)
        #expect(words(right.indicators.first?.rating) == "On target")
    }

    @Test func `of a row that is exempt it is not told which status its figures make`() throws {
        var files = GoodWorkspace.files
        files["council.yaml"]? += "ratings: {}\n"
        files["round.yaml"] = "title: Q3\nyear: 2026/27\npoint: Q3\nas-at: 2026-12-31\n"
        files["returns/communities/indicators.csv"] =
            "unit,measure,better,Q3,2026/27 target,status,exempt,comment\nsport,Swims,higher,70%,80%,on target,3,Late.\n"
        let found = try read(files).diagnostics.filter { $0.rule == .statusDiffersFromFigures }
        #expect(found.map(\.message) == ["the status is `…`, and by its figures it is `…`"])
    }

    @Test func `the same status needs no reason, and an unknown one is an error with the nearest`() throws {
        let found = try rated(
            "ratings: {}\n",
            """
            sport,Swims,higher,70%,80%,[z],off target,,Two pools were shut.,,Late.
            sport,Dives,higher,70%,80%,[z],off targt,,,,Late.

            """
        )
        #expect(
            found.problems.map(\.line) == [
                "warning returns/communities/indicators.csv:2:44 (status reason): no status needs this reason: the status is the one that the figures make",
                "error returns/communities/indicators.csv:3:32 (status): unknown status `off targt`",
            ]
        )
        #expect(found.problems.last?.hint == "did you mean `Off target`?")
    }

    @Test func `an officer's word stands where figures make none`() throws {
        let found = try rated(
            "ratings: {}\n",
            "sport,Swims,higher,[awaited],80%,[z],on target,,The pool counts it later.,,\n"
        )
        #expect(found.problems.map(\.line) == [])
        #expect(words(found.indicators.first?.rating) == "On target")
        #expect(found.indicators.first?.rating?.isJudgement == true)
    }

    @Test func `an indicator that is off target has a comment`() throws {
        let found = try rated("ratings: {}\n", "sport,Swims,higher,70%,80%,[z],,,,,\n")
        #expect(found.problems.map(\.rule) == [.missingComment])
    }

    @Test func `a scale of a council's own is checked, all of it at once`() throws {
        let found = try rated(
            """
            ratings:
              steps:
                - { word: Good, meets: floor }
                - { word: Better, meets: target }
                - { word: Lost }
                - { word: good, meets: floor }
              tolerance: some

            """,
            ""
        )
        let own = found.problems.filter { $0.location?.file == "council.yaml" }
        #expect(
            own.map(\.message) == [
                "no figure can be at the step `Better`: one above it asks for no more",
                "the step `Lost` asks for no goal, so that no figure can be at one below it",
                "the last step of the ratings asks for a goal, so that some figures would be at none",
                "no figure can be at the step `good`: one above it asks for no more",
                "two steps of the ratings are called `good`", "`some` is no tolerance",
            ]
        )
    }

    @Test(arguments: ["steps: []", "steps: [{ word: Good }]"])
    func `a scale has two steps at least`(steps: String) throws {
        let found = try rated("ratings: { \(steps) }\n", "")
        let own = found.problems.filter { $0.location?.file == "council.yaml" }
        #expect(own.map(\.message) == ["a scale has at least two steps"])
    }

    @Test func `steps and directions are read as they are written`() throws {
        var files = GoodWorkspace.files
        files["council.yaml"]? += """
            ratings:
              steps:
                - { word: Exceeding, meets: stretch }
                - { word: Met, meets: target }
                - { word: Missed, exception: true }
              direction: last-three
              stable-within: 0.5 points

            """
        let council = try read(files).round?.council
        #expect(council?.ratings?.steps.map(\.goal) == [.stretch, .target, nil])
        #expect(council?.ratings?.steps.map(\.isException) == [false, false, true])
        #expect(council?.direction.comparison == .lastThree)
        #expect(council?.direction.band == .amount(Quantity(digits: 5, decimals: 1, unit: "points")))
    }
}
