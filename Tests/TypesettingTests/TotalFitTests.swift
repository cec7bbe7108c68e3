// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing
import TextShaping

@testable import Typesetting

struct TotalFitTests {
    /// The lines of words at a measure, in points.
    private func lines(_ text: String, measure: Double) throws -> [String] {
        let shaper = try Repository.shaper()
        var paragraphs = ParagraphShaper(shaper: shaper, language: "en-GB", linkColour: .black)
        var shaped = try paragraphs.shape([.text(text)], in: Theme.plain().body.text, owner: .label(NodeID(0)), at: nil)
        return LineBreaker(shaper: shaper).lines(of: &shaped, measure: .points(measure)).map { line in
            shaped.atoms[line.atoms].map(\.piece.text).joined()
        }
    }

    /// As much on each line as will go.
    private func firstFit(_ words: [String], measure: Double, _ shaper: TextShaper, _ style: StyleID) -> [String] {
        var lines: [String] = []
        var line = ""
        func width(_ text: String) -> Length {
            text.split(separator: " ").map { shaper.piece($0, in: style).width }.total
                + shaper.piece(" ", in: style).width * max(0, text.split(separator: " ").count - 1)
        }
        for word in words {
            let longer = line.isEmpty ? word : line + " " + word
            if width(longer) <= .points(measure) || line.isEmpty {
                line = longer
            } else {
                lines.append(line)
                line = word
            }
        }
        return lines + [line]
    }

    @Test func `a word is not left alone on the last line where another breaking avoids it`() throws {
        let text = "the council agreed a plan for the libraries of the whole county in June"
        let broken = try lines(text, measure: 135)
        #expect(broken.count == 2)
        #expect(broken.last?.split(separator: " ").count ?? 0 > 1)
        #expect(broken.joined(separator: " ") == text)
    }

    @Test(arguments: ["Annex 1.", "12 weeks.", "30 September."])
    func `a value of two words is not left alone on the last line either`(value: String) throws {
        let text = "Visits a year to each of the libraries of the county since 2021. Data: \(value)"
        let measure = try #require(
            (200...400).first { measure in
                // The widest measure at which all but the value goes on the lines before.
                let before = String(text.dropLast(value.count + 1))
                return (try? lines(before, measure: Double(measure)).count) == 2
            }
        )
        let broken = try lines(text, measure: Double(measure))
        #expect(broken.joined(separator: " ") == text)
        #expect(broken.last != value)
    }

    @Test func `one line is left as it is, and no words are one line`() throws {
        #expect(try lines("short and sweet", measure: 200) == ["short and sweet"])
        #expect(try lines("", measure: 200) == [""])
        #expect(try lines("   ", measure: 200) == [""])
    }

    @Test(arguments: 0..<200) func `no more lines than first fit, no line too long, no word lost`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let words = (0..<Int.random(in: 1...40, using: &random)).map { _ in
            String(repeating: "n", count: Int.random(in: 1...9, using: &random))
        }
        let measure = Double.random(in: 45...200, using: &random)
        let shaper = try Repository.shaper()
        let style = try shaper.prepare(Theme.plain().body.text.fontStyle(language: "en-GB"))
        let best = try lines(words.joined(separator: " "), measure: measure)
        #expect(best.count == firstFit(words, measure: measure, shaper, style).count)
        #expect(best.joined(separator: " ").split(separator: " ").map(String.init) == words)
        for line in best {
            let width = line.split(separator: " ").map { shaper.piece($0, in: style).width }.total
            #expect(width <= .points(measure))
        }
    }

    @Test(arguments: 0..<60) func `no breaking in as few lines is more even`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(1000 + seed))
        let words = (0..<Int.random(in: 2...11, using: &random)).map { _ in
            String(repeating: "n", count: Int.random(in: 1...8, using: &random))
        }
        let measure = Double.random(in: 60...110, using: &random)
        let shaper = try Repository.shaper()
        let style = try shaper.prepare(Theme.plain().body.text.fontStyle(language: "en-GB"))
        let widths = words.map { shaper.piece(Substring($0), in: style).width.points }
        let space = shaper.piece(" ", in: style).width.points
        let best = try lines(words.joined(separator: " "), measure: measure)

        /// What a breaking costs, after the number of its lines; nothing where a line is too long.
        func cost(_ counts: [Int]) -> (Int, Double)? {
            var total = 0.0
            var start = 0
            for (index, count) in counts.enumerated() {
                let width = widths[start..<start + count].reduce(0, +) + space * Double(count - 1)
                if width > measure + 0.01 { return nil }
                let slack = (measure - width) / measure
                let isLast = index == counts.count - 1
                if !isLast { total += slack * slack }
                if isLast, index > 0, count == 1, width / measure < 0.33 { total += 0.25 }
                start += count
            }
            return (counts.count, total)
        }
        var least: (Int, Double) = (.max, .infinity)
        for mask in 0..<(1 << (words.count - 1)) {
            var counts = [1]
            for index in 0..<(words.count - 1) {
                if mask >> index & 1 == 1 { counts.append(1) } else { counts[counts.count - 1] += 1 }
            }
            if let cost = cost(counts), cost < least { least = cost }
        }
        let found = try #require(cost(best.map { $0.split(separator: " ").count }))
        #expect(found.0 == least.0)
        #expect(abs(found.1 - least.1) < 0.001)
    }
}
