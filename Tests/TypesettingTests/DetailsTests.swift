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
