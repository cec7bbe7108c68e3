// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

struct ProofTests {
    private var build = PaperBuilder()

    private mutating func set(_ blocks: [Block]) throws -> TypesetPaper {
        return try typeset(build.paper(blocks), theme: .plain(), shaper: Repository.shaper())
    }

    /// Bars as the page, and from where to where.
    private func bars(of proof: TypesetPaper, but set: TypesetPaper) -> [String] {
        zip(proof.pages, set.pages).flatMap { proof, page in
            proof.items.dropFirst(page.items.count).map { item in
                guard case .rule(let rule) = item, rule.from.x == rule.to.x else { return "\(item)" }
                return "page \(proof.number): \(rule.from.x), \(rule.from.y) to \(rule.to.y)"
            }
        }
    }

    @Test mutating func `a bar stands beside the lines that changed, and nothing else moves`() throws {
        let changed = build.paragraph("changed words that are long enough to be set on two lines of such a narrow page")
        let row = build.row("one", "two")
        let blocks =
            [build.paragraph("first"), changed, build.paragraph("last")]
            + [build.table(columns: 2, header: [], rows: [build.row("other", "row"), row])]
        let set = try set(blocks)
        let proof = set.proof(of: [changed.id, row.cells[1].blocks[0].id], theme: .plain(), title: "Proof")
        #expect(zip(proof.pages, set.pages).allSatisfy { $0.items.starts(with: $1.items) })
        let bars = bars(of: proof, but: set)
        #expect(bars == ["page 1: 5.0, 24.8 to 45.8", "page 1: 5.0, 77.8 to 88.8"])
        #expect(proof.paper.properties.id == "test-proof")
        #expect(proof.paper.properties.title == "Proof")
    }

    @Test mutating func `the pages that show something are told, and pages that lie on their side have bars too`()
        throws
    {
        let changed = build.paragraph("changed")
        var table = Table(columns: [Table.Column()], header: [], rows: [build.row([build.cell("cell")])])
        table.isLandscape = true
        let cell = table.rows[0].cells[0].blocks[0].id
        let blocks =
            (0..<6).map { build.paragraph("filler \($0)") } + [changed] + [Block(id: build.node(), .table(table))]
        let set = try set(blocks)
        #expect(set.pages(showing: [changed.id]) == [2])
        #expect(set.pages(showing: [cell]) == [3])
        #expect(set.pages(showing: [changed.id, cell]) == [2, 3])
        #expect(set.pages(showing: []) == [])
        let bars = bars(of: set.proof(of: [cell], theme: .plain(), title: "Proof"), but: set)
        #expect(bars.count == 1)
        #expect(bars.first?.hasPrefix("page 3: 5.0,") == true)
    }
}
