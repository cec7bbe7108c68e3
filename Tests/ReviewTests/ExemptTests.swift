// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

/// What a finding quotes of a round with exempt information is hidden, as in every other report.
struct ExemptTests {
    private let gcse = "NI 75,GCSEs with English and mathematics,higher,49.7%,51.8%,[x],,"
    private let columns = "unit,ref,measure,better,2007/08 actual,2008/09 actual,2009/10 mid-year,comment,exempt"

    @Test func `of an exempt passage nothing is quoted`() throws {
        let round = ReviewedRound(
            statement: "Plain words.\n\n> [!EXEMPT 3]\n> NI 75 stands at 51.3%.",
            indicators: ["NI 75,GCSEs with English and mathematics,higher,49.7%,51.8%,[x],"]
        )
        let lines = try round.lines()
        #expect(
            lines == [
                "figure-differs returns/people/statement.md:4:19: the text says `…`, and the table has `49.7%` (2007/08) and `51.8%` (2008/09) for `NI 75` (indicators.csv, line 2) (put `…` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ]
        )
        #expect(try round.diagnostics().map(\.excerpt) == [nil])
    }

    @Test func `of a file with an exempt row no figure is quoted`() throws {
        let exempt = "NI 76,Something exempt,higher,19.7%,11.8%,[x],,3"
        let round = ReviewedRound(statement: "NI 75 stands at 51.3%.", indicators: [gcse, exempt], columns: columns)
        let lines = try round.lines()
        #expect(
            lines == [
                "figure-differs returns/people/statement.md:1:17: the text says `NI 75 stands at 51.3%`, and the table has `…` (…) and `…` (…) for `…` (indicators.csv, line 2) (put `51.3%` or the table right; if it is of another year, place or group, say so; if all is right, waive it)"
            ]
        )
    }

    @Test func `a misspelling is told where it is public, and as though it were nowhere else`() throws {
        let alone = ReviewedRound(
            statement: "Plain words.\n\n> [!EXEMPT 3]\n> Plain words.\n\nThe performence was good."
        )
        let both = ReviewedRound(
            statement: "Plain words.\n\n> [!EXEMPT 3]\n> A performence.\n\nThe performence was good."
        )
        let hidden = ReviewedRound(statement: "Plain words.\n\n> [!EXEMPT 3]\n> A performence.\n\nThe result was good.")
        let told = [
            "spelling returns/people/statement.md:6:5: `performence` is not in the dictionary (write `performance`, `performer` or `performed`; if the word is right, add it to `spelling` in council.yaml)"
        ]
        let (aloneLines, bothLines, hiddenLines) = (try alone.lines(), try both.lines(), try hidden.lines())
        #expect(aloneLines == told)
        #expect(bothLines == told)
        #expect(
            hiddenLines == [
                "spelling returns/people/statement.md:4:5: `…` is not in the dictionary (write `…`, `…` or `…`; if the word is right, add it to `spelling` in council.yaml)"
            ]
        )
    }

    @Test func `a short form and a term are told as though no exempt passage had them`() throws {
        func lines(_ exempt: String) throws -> [String] {
            try ReviewedRound(statement: "The KPX is up.\n\n> [!EXEMPT 3]\n> \(exempt)\n\nThe online form is used.")
                .lines()
        }
        let told = try lines("Plain words.")
        #expect(told.map { $0.prefix { $0 != " " } } == ["undefined-abbreviation"])
        let both = try lines("The KPX and the KPX have an on-line form.")
        #expect(both == told)
    }

    @Test func `words that say where something stands are told where they are public`() throws {
        let round = ReviewedRound(
            statement: "Plain words.\n\n> [!EXEMPT 3]\n> The offer is overleaf.\n\nThe reasons are overleaf."
        )
        let lines = try round.lines()
        #expect(
            lines == [
                "position-word returns/people/statement.md:6:17: `overleaf` says where something stands on a page (name what is meant, such as `the table of actions`: on a screen there is no overleaf, and who listens has no above and below)"
            ]
        )
    }

    @Test func `a name in an exempt passage is not told by its right spelling`() throws {
        let lines = try ReviewedRound(
            statement: "Plain words.\n\n> [!EXEMPT 3]\n> The wealdshire offer and Mr Hollowey."
        ).lines()
        #expect(lines.count == 2)
        #expect(!lines.contains { $0.contains("Wealdshire") || $0.contains("Holloway") }, "\(lines)")
    }
}
