// SPDX-License-Identifier: Apache-2.0

import Geometry
import TestSupport
import Testing
import TextShaping

/// Where a line may break inside a word, as `|` shows.
struct LineBreakTailoringTests {
    private func parts(_ word: String) throws -> String {
        let shaper = try Repository.shaper()
        let style = FontStyle(
            family: "Liberation Sans",
            size: .points(10),
            isBold: false,
            isItalic: false,
            language: "en-GB"
        )
        return shaper.pieces(of: Substring(word), in: try shaper.prepare(style)).map(\.text).joined(separator: "|")
    }

    @Test(arguments: [
        "−£1.25m", "-£350", "+£2m", "±£5", "(£4m)", "(−£4m)", ">£5m", "≥90%", "~£3m", "-2.5%", "(+3)",
    ])
    func `a sign stays with its amount`(word: String) throws { #expect(try parts(word) == word) }

    @Test(arguments: ["s.106", "No.4", "S.106/2009", "v.2", "3.5.1", "NI.75"])
    func `a full stop stays with its figure`(word: String) throws { #expect(try parts(word) == word) }

    @Test(arguments: ["N/A", "km/h", "and/or", "he/she", "w/e", "2025/26", "30/09/2025", "24/7", "Ms/Mrs", "30/Sept"])
    func `a slash parts no short form and no figure`(word: String) throws { #expect(try parts(word) == word) }

    @Test(arguments: ["A*–C", "A*-C", "5–7", "2009–10", "10-year", "A-level", "e-mail", "X-ray", "NI-75", "vitamin-C"])
    func `a dash parts no short form and no figure`(word: String) throws { #expect(try parts(word) == word) }

    @Test(arguments: [
        "care/|education", "Housing/|Planning/|Transport", "multi-|agency", "year-|end", "co-|operate",
        "Monday–|Friday", "£250,000–|£500,000", "£1.2m-|£1.4m",
    ])
    func `long words part after a slash or dash`(marked: String) throws {
        #expect(try parts(marked.filter { $0 != "|" }) == marked)
    }

    @Test(arguments: [
        "Q2_|performance_|return_|2009_|final.|xlsx", "www.|wealdshire.|example/|performance/|2009/10/|return",
        "performance-|return.2009",
    ])
    func `a long name parts at its signs, and a figure in it does not`(marked: String) throws {
        #expect(try parts(marked.filter { $0 != "|" }) == marked)
    }

    @Test(arguments: ["final_return.xlsx", "a_b", "wealdshire.example"])
    func `a short name stays whole`(word: String) throws { #expect(try parts(word) == word) }
}
