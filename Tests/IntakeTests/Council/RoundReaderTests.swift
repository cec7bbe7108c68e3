// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// `round.yaml`: years of three kinds, and the parts of them that rounds report on.
struct RoundReaderTests {
    private func round(_ keys: String) throws -> (period: String?, problems: [String], hints: [String?]) {
        var files = GoodWorkspace.files
        files["round.yaml"] = "title: Monitoring\n\(keys)"
        let contents = try read(files)
        let own = contents.diagnostics.filter { $0.location?.file == "round.yaml" }
        return (contents.round?.round.period.description, own.map(\.line), own.map(\.hint))
    }

    @Test(arguments: [
        ("year: 2026/27\npoint: Q3\nas-at: 2026-12-31\n", "2026/27 Q3"),
        ("year: 2026-27\npoint: quarter 3\nas-at: 2026-12-31\n", "2026/27 Q3"),
        ("year: 2026/27\npoint: October\nas-at: 2026-10-31\n", "October 2026"),
        ("year: 2026/27\npoint: month 7\nas-at: 2026-10-31\n", "October 2026"),
        ("year: 2026/27\npoint: full-year\nas-at: 2027-03-31\n", "2026/27"),
        ("year: 2026\nyear-kind: calendar\npoint: Q1\nas-at: 2026-03-31\n", "2026 Q1"),
        ("year: 2026/27\nyear-kind: academic\npoint: Q2\nas-at: 2027-02-28\n", "2026/27 Q2"),
    ])
    func `a round is of a part of a year`(keys: String, period: String) throws {
        let read = try round(keys)
        #expect(read.period == period)
        #expect(read.problems == [])
    }

    @Test func `a year alone is half of a financial year, unless the round says otherwise`() throws {
        let read = try round("year: 2026\npoint: Q3\nas-at: 2026-12-31\n")
        #expect(read.problems == ["error round.yaml:2:7 (year): `2026` is not a financial year"])
        #expect(read.hints == ["did you mean `2026/27`? A calendar year needs `year-kind: calendar`"])
        let other = try round("year: 2026/27\nyear-kind: calendar\npoint: Q3\nas-at: 2026-12-31\n")
        #expect(other.problems == ["error round.yaml:2:7 (year): `2026/27` is not a calendar year"])
        #expect(other.hints == ["did you mean `2026`?"])
    }

    @Test func `a point that is no part of a year is an error with the nearest`() throws {
        let read = try round("year: 2026/27\npoint: Octobre\nas-at: 2026-12-31\n")
        #expect(read.problems == ["error round.yaml:3:8 (point): `Octobre` is no part of a year"])
        #expect(read.hints == ["did you mean `October`?"])
        #expect(
            try round("year: 2026/27\npoint: Q5\nas-at: 2026-12-31\n").problems == [
                "error round.yaml:3:8 (point): `Q5` is no part of a year"
            ]
        )
    }

    @Test func `the day of a round is in its year, whenever that begins`() throws {
        let academic = try round("year: 2026/27\nyear-kind: academic\npoint: Q1\nas-at: 2026-08-31\n")
        #expect(academic.problems == ["error round.yaml:5:1 (as-at): 31 August 2026 is not in the year 2026/27"])
        #expect(academic.hints == ["the year runs from 1 September 2026 to 31 August 2027"])
    }
}
