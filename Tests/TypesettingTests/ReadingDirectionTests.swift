// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TestSupport
import Testing
import TextShaping
@testable import Typesetting

@Suite struct ReadingDirectionTests {
    private var build = PaperBuilder()

    /// The words of each line of a paragraph as they stand from left to right, and the left end of the first.
    private mutating func lines(of text: String) throws -> [(words: [String], left: Length)] {
        let pages = try pages(of: [build.paragraph(text)], in: .plain(width: 120, height: 200))
        return pages.flatMap(\.items).compactMap { item in
            guard case .text(let run) = item else { return nil }
            let words = run.pieces.filter { $0.piece.text != " " }.sorted { $0.x < $1.x }
            return (words.map(\.piece.text), run.origin.x + (words.first?.x ?? .zero))
        }
    }

    @Test mutating func `Hebrew words in an English line stand from right to left among themselves`() throws {
        let lines = try lines(of: "one שלום עולם two")
        #expect(lines.map(\.words) == [["one", "עולם", "שלום", "two"]])
    }

    @Test mutating func `a paragraph that begins with Hebrew stands at the right, its figures readable`() throws {
        let lines = try lines(of: "שלום 2009 עולם")
        #expect(lines.map(\.words) == [["עולם", "2009", "שלום"]])
        #expect(try #require(lines.first).left > .points(40))
    }

    @Test mutating func `a full stop after Hebrew stands where the paragraph ends`() throws {
        #expect(try lines(of: "שלום עולם.").map(\.words) == [["עולם.", "שלום"]])
        #expect(try lines(of: "See שלום.").map(\.words) == [["See", "שלום", "."]])
    }

    @Test mutating func `lines are broken in the order of reading, and each is ordered by itself`() throws {
        let lines = try lines(of: "שלום עולם ספר בית ילד גדול קטן טוב יום לילה")
        #expect(lines.count > 1)
        #expect(lines.first?.words.last == "שלום")
        #expect(lines.last?.words.first == "לילה")
        let read = lines.flatMap { $0.words.reversed() }
        #expect(read.joined(separator: " ") == "שלום עולם ספר בית ילד גדול קטן טוב יום לילה")
    }

    @Test mutating func `a note in Hebrew runs as Hebrew does, whatever its label`() throws {
        let note = build.note("note 1", "שלום עולם.")
        let marked = Block(id: build.node(), .paragraph(Paragraph([.text("one"), build.mark(of: note)])))
        let blocks = [marked, Block(id: build.node(), .notes([note]))]
        let page = try pages(of: blocks, in: .plain(width: 120, height: 200))[0]
        let runs = page.items.suffix(4).compactMap { item -> (String, Length)? in
            guard case .text(let run) = item else { return nil }
            return (run.text, run.origin.x)
        }
        let label = try #require(runs.first { $0.0.contains("note") })
        let words = try #require(runs.last)
        #expect(words.1 < label.1)
    }

    @Test mutating func `the mark of an item in Hebrew stands at its right`() throws {
        let page = try pages(of: [build.bullets(["שלום עולם", "one"])], in: .plain(width: 120, height: 200))[0]
        let runs = page.items.compactMap { item -> (Bool, Length)? in
            guard case .text(let run) = item else { return nil }
            return (run.text == "•", run.origin.x)
        }
        #expect(runs.map(\.0) == [true, false, true, false])
        #expect(runs[0].1 > runs[1].1)
        #expect(runs[2].1 < runs[3].1)
    }

    @Test mutating func `a link and emphasis in a Hebrew line stand in its order`() throws {
        let inlines: [Inline] = [.text("שלום "), .strong([.text("עולם")]), .text(" ספר")]
        let page = try pages(of: [Block(id: build.node(), .paragraph(Paragraph(inlines)))])[0]
        let places = page.items.compactMap { item -> Length? in
            guard case .text(let run) = item else { return nil }
            return run.origin.x + (run.pieces.map(\.x).min() ?? .zero)
        }
        #expect(places == places.sorted(by: >))
        #expect(places.count == 3)
    }

    @Test(arguments: [
        "Cyngor Sir, ŵyl, tŷ", "Zażółć gęślą jaźń", "Καλημέρα σας", "স্বাগতম", "مرحبا بكم", "خوش آمدید ٹیکس ڑ ے",
        "ਜੀ ਆਇਆਂ ਨੂੰ", "સ્વાગત છે",
        "स्वागत", "வரவேற்பு",
    ])
    func `the scripts of the county's languages have fonts`(text: String) throws {
        let shaper = try Repository.shaper()
        let style = try shaper.prepare(
            FontStyle(family: "Liberation Sans", size: .points(12), isBold: false, isItalic: false, language: "en-GB")
        )
        for word in text.split(separator: " ") {
            for piece in shaper.pieces(of: word, in: style) { #expect(piece.missing == []) }
        }
    }

    @Test func `Arabic letters are joined`() throws {
        let shaper = try Repository.shaper()
        let style = try shaper.prepare(
            FontStyle(family: "Liberation Sans", size: .points(12), isBold: false, isItalic: false, language: "en-GB")
        )
        let joined = shaper.piece("بب", in: style, isBackward: true).runs[0].glyphs.map(\.index)
        let alone = shaper.piece("ب", in: style, isBackward: true).runs[0].glyphs.map(\.index)
        #expect(joined.count == 2 && !joined.contains(alone[0]))
    }
}
