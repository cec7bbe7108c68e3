// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring
import PaperTree
import Testing

/// The boxes around the purpose of a paper and its recommendations.
struct PanelTests {
    private func fixture(boxed: Bool, heading: Bool = true) throws -> Fixture {
        var fixture = try Fixture()
        func template(_ words: String) -> Template { Template([.text(words)], at: Fixture.place) }
        fixture.layouts.papers["cabinet"]?.parts = [
            .purpose(
                heading: heading ? template("Purpose") : nil,
                [.decision: template("FOR DECISION")],
                isBoxed: boxed
            ),
            .summary(
                heading: template("Summary"),
                headingForOne: nil,
                holds: [.summary, .recommendations],
                boxesRecommendations: boxed
            ),
        ]
        fixture.round.papers[0].purpose = .decision
        fixture.round.papers[0].summary = Prose(text: "All is well.", at: Fixture.place)
        fixture.round.papers[0].recommendations = ["the report", "the plan"].map {
            PaperSource.Recommendation(verb: .note, text: Prose(text: $0, at: Fixture.place))
        }
        return fixture
    }

    /// Which panel each block of the cover is in, counted from one; zero for none.
    private func panels(_ fixture: Fixture) throws -> [Int] {
        var known: [Panel] = []
        return try fixture.composed().paper.sections[0].blocks.map { block in
            guard let panel = block.panel else { return 0 }
            if !known.contains(panel) { known.append(panel) }
            return known.count
        }
    }

    @Test func `the purpose with its heading is in one box, the recommendations without the summary in another`() throws
    {
        #expect(try panels(fixture(boxed: true)) == [1, 1, 0, 0, 2, 2])
        #expect(try panels(fixture(boxed: true, heading: false)) == [1, 0, 0, 2, 2])
        #expect(try panels(fixture(boxed: false)) == [0, 0, 0, 0, 0, 0])
    }

    @Test func `a box changes nothing that the paper says`() throws {
        let boxed = try fixture(boxed: true).composed().paper
        let plain = try fixture(boxed: false).composed().paper
        #expect(boxed.dump == plain.dump)
        #expect(boxed.json == plain.json)
    }

    @Test(arguments: [true, false])
    func `why a paper is not for publication is in a panel of its own look, or in none`(boxed: Bool) throws {
        var fixture = try Fixture()
        let heading = Template([.text("Why")], at: Fixture.place)
        fixture.layouts.papers["cabinet"]?.parts = [.exemptInformation(heading: heading, isBoxed: boxed)]
        fixture.round.papers[0].exemption = Exemption([3])
        let blocks = try fixture.composed().paper.sections[0].blocks
        #expect(!blocks.isEmpty)
        let panel = boxed ? Panel(id: blocks[0].id, kind: .exemptionReason) : nil
        #expect(blocks.allSatisfy { $0.panel == panel })
    }
}
