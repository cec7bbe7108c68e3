// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// The sample of a district council's third quarter: what its scorecards say of rows of every kind.
struct ScorecardSampleTests {
    private static let sample = Repository.folder + "/samples/fenwick-vale-2026-q3"

    /// The lines of the Cabinet paper's tree, without their indents.
    private static let tree = Result {
        let request = PublicationRequest(workspace: sample, papers: ["cabinet-2027-02-08"], formats: [.tree])
        let publication = try publish(request, with: Repository.program)
        let lines = publication.files.flatMap { String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n") }
        return (lines: lines.map { String($0.drop { $0 == " " }) }, diagnostics: publication.diagnostics)
    }

    /// The values in the row of an indicator, after the first cell: figures, target, status, the two directions, and the status at year end.
    /// The paragraphs of a cell are joined by ` / `.
    private func cells(of reference: String) throws -> [String] {
        let lines = try Self.tree.get().lines
        let start = try #require(
            lines.firstIndex {
                $0.hasPrefix("header cell “**\(reference):**") || $0.hasPrefix("paragraph “**\(reference):**")
            }
        )
        var cells: [[String]] = []
        for line in lines[(start + 1)...] {
            func words(after prefix: String) -> String {
                line.dropFirst(prefix.count).filter { $0 != "“" && $0 != "”" }.replacing("\u{A0}", with: " ")
                    .replacing(Self.symbol, with: "")
            }
            if line.hasPrefix("cell") {
                cells.append(line == "cell" ? [] : [words(after: "cell ")])
            } else if line.hasPrefix("paragraph") {
                if !cells.isEmpty { cells[cells.count - 1].append(words(after: "paragraph ")) }
            } else {
                break
            }
        }
        // The last two cells hold two values each: the status now and at year end, and the two directions.
        let texts = cells.map { $0.joined(separator: " / ") }
        let direction = try values(texts[texts.count - 1], label: " / **Last year:** ")
        let status = try values(texts[texts.count - 2], label: " / **Year end:** ")
        #expect(direction[0].hasPrefix("**Last period:** "))
        #expect(status[0].hasPrefix("**Now:** "))
        return texts.dropLast(2) + [
            String(status[0].dropFirst(9)), String(direction[0].dropFirst(17)), direction[1], status[1],
        ]
    }

    @Test(arguments: ["accessible", "heritage"])
    func `the highlights are one page`(theme: String) throws {
        let request = PublicationRequest(workspace: Self.sample, papers: ["highlights"], theme: theme, formats: [.pdf])
        let publication = try publish(request, with: Repository.program)
        #expect(publication.files.map(\.pages) == [1])
    }

    @Test func `a paper begins with the council's logo, its name and the meeting`() throws {
        let lines = try Self.tree.get().lines.dropFirst(2).prefix(7)
        #expect(
            lines.filter { !$0.hasPrefix("image") } == [
                "masthead", "figure", "alternative “Two green hills, a river between them and a rising sun”",
                "paragraph “Fenwick Vale District Council”", "paragraph “Report to Cabinet⏎8 February 2027”",
                "heading 1 “Quarter 3 performance 2026/27” #quarter-3-performance-2026-27",
            ]
        )
    }

    /// A symbol in the tree, before the words that say the same.
    private static var symbol: Regex<Substring> { #/^\[[a-z-]+\] /# }

    @Test func `of every status and direction word and symbol say the same, each with its own`() throws {
        let words = try Self.tree.get().lines.compactMap { line -> (symbol: String, words: String)? in
            guard let start = line.firstIndex(of: "["), line.hasPrefix("cell [") || line.hasPrefix("paragraph [") else {
                return nil
            }
            let parts = line[start...].dropFirst().split(separator: "] “", maxSplits: 1)
            let own = parts[1].dropLast().replacing(#/^\*\*[^*]*\*\* /#, with: "")
            return (String(parts[0]), String(own))
        }
        let known = Dictionary(grouping: words, by: \.symbol).mapValues { Set($0.map(\.words)) }
        #expect(
            known == [
                "disc": ["On target", "On schedule"], "diamond": ["Within tolerance", "At risk"],
                "square": ["Off target", "Behind schedule"], "tick-in-ring": ["Complete", "Complete and continuing"],
                "ring": ["Data only"], "dashed-square": ["Not due"],
                "improving": ["Improving"], "stable": ["Stable", "Stable, at best"], "worsening": ["Worsening"],
                "not-comparable": ["Not comparable"],
            ]
        )
    }

    /// The values before and after a label.
    private func values(_ text: String, label: String) throws -> [String] {
        let range = try #require(text.firstRange(of: label), "\(text)")
        return [String(text[..<range.lowerBound]), String(text[range.upperBound...])]
    }

    @Test func `there are no problems in it`() throws {
        #expect(try Self.tree.get().diagnostics.map(\.message) == [])
    }

    @Test func `four quarters, a status, directions and the end of the year are in a row`() throws {
        #expect(
            try cells(of: "HC 5") == [
                "30 days", "28 days", "27 days", "24 days", "25 days", "On target", "Improving", "Improving",
                "On target",
            ]
        )
    }

    @Test func `figures that others publish later are of the quarter before, and say so`() throws {
        #expect(
            try cells(of: "EN 1") == [
                "51.2%⏎for Q3 2025/26", "46.8%⏎for Q4 2025/26", "53.4%⏎for Q1 2026/27",
                "54.0%[^note 1]⏎for Q2 2026/27", "53%",
                "On target", "Improving", "Not comparable", "Within tolerance",
            ]
        )
    }

    @Test func `figures since April stand by the target of the quarter, and go by last year only`() throws {
        #expect(
            try cells(of: "EN 7") == [
                "£2.004m", "£0.498m", "£1.027m", "£1.522m", "£2.100m / £1.575m for Q3 2026/27", "Within tolerance",
                "Not comparable", "Improving", "Within tolerance",
            ]
        )
    }

    @Test func `a tolerance of the row's own holds, of the target or in its unit`() throws {
        #expect(
            try cells(of: "PL 2") == [
                "84%", "83%", "80%", "78%", "88%", "Off target", "Worsening", "Worsening", "Within tolerance",
            ]
        )
        #expect(
            try cells(of: "RE 1").suffix(4) == ["Within tolerance", "Not comparable", "Stable", "Within tolerance"]
        )
    }

    @Test func `an officer's judgement is told from what the figures say, with the reason`() throws {
        #expect(
            try cells(of: "PL 8").suffix(4) == ["On target", "Stable", "Not comparable", "On target"]
        )
        let lines = try Self.tree.get().lines
        let first = try #require(lines.firstIndex { $0.hasPrefix("paragraph “**PL 8:**") })
        #expect(
            Array(lines[(first + 1)...(first + 2)]) == [
                "paragraph “Status by officer's judgement; by its figures: Within tolerance”",
                "paragraph “The difference from the target is smaller than the survey can tell.”",
            ]
        )
    }

    @Test func `figures of others stand beside the council's own of the same quarter`() throws {
        let lines = try Self.tree.get().lines
        for words in [
            "England Q2 2026/27: 43.9%, better", "England Q2 2026/27: 123, better (own figure then: 96)",
            "District neighbours Q3 2026/27: 102, better", "District neighbours Q3 2026/27: Awaited",
            "District neighbours Q3 2026/27: 86%\u{A0}[p], worse", "**Rank:** 15 of 16", "Worst quartile",
        ] {
            #expect(lines.contains("paragraph “\(words)”"), "\(words)")
        }
    }

    @Test func `what is not rated says why`() throws {
        #expect(
            try cells(of: "EN 6") == [
                "22", "19", "31", "27", "Not set", "Data only", "Not applicable", "Not applicable", "Data only",
            ]
        )
        #expect(
            try cells(of: "RE 8") == [
                "68%[^note 1]", "Not due", "Not due", "Not due", "70%", "Not due", "Not comparable", "Not comparable",
                "On target",
            ]
        )
    }
}
