// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

struct DetailsTests {
    /// The lines of a label and its value as they are drawn.
    private func lines(label: String, value: String) throws -> [String] {
        var build = PaperBuilder()
        let pair = Details.Pair(id: build.node(), label: [.text(label)], values: [build.paragraph(value)])
        let details = Block(id: build.node(), .details(Details(role: .contact, pairs: [pair])))
        let pages = try TypesettingTests.pages(of: [details, build.paragraph("after")])
        return pages.flatMap(\.items).compactMap { item in
            guard case .text(let run) = item else { return nil }
            return "\(run.origin.y) \(run.text.trimmingPrefix(" "))"
        }
    }

    @Test func `a label of several lines is read before its value`() throws {
        let read = try lines(label: "Contact officer here", value: "Pat Smith, Managing Director of the whole council")
        #expect(
            read.map { String($0.split(separator: " ", maxSplits: 1)[1]) } == [
                "Contact ", "officer here", "Pat Smith, Managing Director of the ", "whole council", "after",
            ]
        )
        let heights = read.map { $0.prefix { $0 != " " } }
        #expect(heights[0] == heights[2])
        #expect(heights[1] == heights[3])
    }

    @Test func `a label of more lines than its value makes room for itself`() throws {
        let read = try lines(label: "Contact officer here", value: "Pat")
        #expect(
            read.map { String($0.split(separator: " ", maxSplits: 1)[1]) } == [
                "Contact ", "officer here", "Pat", "after",
            ]
        )
        let heights = read.map { $0.prefix { $0 != " " } }
        #expect(heights[0] == heights[2])
        #expect(heights[1] != heights[3])
    }
}
