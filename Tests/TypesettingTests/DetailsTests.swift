// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TestSupport
import Testing
@testable import Typesetting

@Suite struct DetailsTests {
    private var build = PaperBuilder()

    private mutating func details(_ pairs: [(label: String, values: [String])]) -> Block {
        Block(
            id: build.node(),
            .details(
                Details(
                    role: .contact,
                    pairs: pairs.map { label, values in
                        let id = build.node()
                        let values = values.map { build.paragraph($0) }
                        return Details.Pair(id: id, label: [.text(label)], values: values)
                    }
                )
            )
        )
    }

    @Test mutating func `a label of several lines is drawn whole before its values, beside them`() throws {
        let page = try pages(of: [details([("Senior officer", ["Ruth Okafor", "Telephone"]), ("To", ["All"])])])[0]
        let runs = page.items.compactMap { item -> String? in
            guard case .text(let run) = item else { return nil }
            return "\(run.origin.y) \(run.text.trimmingPrefix(" "))"
        }
        let lines = runs.map { $0.split(separator: " ", maxSplits: 1).last.map(String.init) ?? "" }
        #expect(lines == ["Senior ", "officer", "Ruth Okafor", "Telephone", "To", "All"])
        let heights = runs.map { $0.prefix { $0 != " " } }
        #expect(heights[0] == heights[2] && heights[1] == heights[3] && heights[4] == heights[5])
    }

    @Test mutating func `a term stands again where its meaning goes over a page, and is not read again`() throws {
        func definition(_ term: String, _ lines: Int) -> Details.Pair {
            let words = (1...lines).flatMap { line -> [Inline] in
                [.text("\(term) \(line)")] + (line < lines ? [.lineBreak] : [])
            }
            let values = [Block(id: build.node(), .paragraph(Paragraph(words)))]
            return Details.Pair(id: build.node(), label: [.text(term)], values: values)
        }
        let pairs = [definition("first", 6), definition("second", 5), definition("third", 2)]
        let blocks = [Block(id: build.node(), .details(Details(role: .definitions, pairs: pairs)))]
        // Pages hold eight lines.
        let made = try pages(of: blocks)
        #expect(made.texts.map { $0.filter { !$0.contains { $0.isNumber } } }.joined().count { $0 == "second" } >= 1)
        for page in made.dropFirst() {
            let runs = page.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
            let line = try #require(runs.first { $0.text.contains { $0.isNumber } })
            let term = try #require(line.text.split(separator: " ").first)
            let beside = try #require(runs.first)
            #expect(beside.text == term && beside.origin.y == line.origin.y, "\(made.texts)")
            let isNew = line.text.hasSuffix(" 1") || line.text.hasSuffix(" 1 ")
            #expect((beside.owner == .furniture(.repeatedTerm)) == !isNew, "\(made.texts)")
        }
        #expect(made.count > 1)
    }

    @Test mutating func `a note that a term marks is at the foot of the page of the term`() throws {
        let mark = build.node()
        let note = build.node()
        let values = [build.paragraph("meaning")]
        let label: [Inline] = [.text("term"), .noteMark(NoteMark(id: mark, note: note, label: "note 1"))]
        let pairs = [Details.Pair(id: build.node(), label: label, values: values)]
        let words = [build.paragraph("of the term")]
        let blocks = [
            Block(id: build.node(), .details(Details(role: .definitions, pairs: pairs))),
            Block(id: build.node(), .notes([Note(id: note, mark: mark, label: "note 1", blocks: words)])),
        ]
        let made = try pages(of: blocks)
        #expect(made.count == 1 && made.texts[0].joined(separator: " ").contains("of the term"), "\(made.texts)")
    }

    @Test mutating func `a label longer than its values makes room for itself`() throws {
        let blocks = [details([("Senior lead officer", ["Ruth"])]), build.paragraph("after")]
        let page = try pages(of: blocks)[0]
        let lines = page.items.compactMap { item -> Length? in
            guard case .text(let run) = item else { return nil }
            return run.origin.y
        }
        #expect(lines.max() == lines.last)
        #expect(Set(lines).count > 2)
    }
}
