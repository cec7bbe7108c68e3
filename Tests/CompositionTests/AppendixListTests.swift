// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring
import PaperTree
import Testing

struct AppendixListTests {
    private func list(_ fixture: Fixture) throws -> [String] {
        try fixture.lines(
            from: "heading 1 “Appendices” #appendices",
            to: "heading 1 “Background papers” #background-papers"
        )
        .dropFirst().dropLast()
    }

    /// A second directorate that has made a return.
    private func addYouth(to fixture: inout Fixture) {
        var directorate = fixture.round.council.directorates[0]
        directorate.id = "youth"
        directorate.name = "Youth"
        fixture.round.council.directorates.append(directorate)
        var own = fixture.round.returns[0]
        own.directorate = "youth"
        fixture.round.returns.append(own)
    }

    @Test func `an appendix with one return is one line with its page`() throws {
        #expect(try list(Fixture()) == ["paragraph “[Appendix 1: Returns, page …](#appendix-1)”"])
    }

    @Test func `the returns of an appendix stand under it, each with its page`() throws {
        var fixture = try Fixture()
        addYouth(to: &fixture)
        let only = PaperSource.Appendix(
            title: "Youth only",
            content: .returns(.directorates(["youth"])),
            location: Fixture.place
        )
        fixture.round.papers[0].appendices.append(only)
        #expect(
            try list(fixture) == [
                "lead-in “[Appendix 1: Returns, page …](#appendix-1)”", "list bullet", "item",
                "paragraph “[Communities, page …](#communities)”", "item", "paragraph “[Youth, page …](#youth)”",
                "paragraph “[Appendix 2: Youth only, page …](#appendix-2)”",
            ]
        )
    }

    @Test func `a heading of the body that has a directorate's name does not draw the list to itself`() throws {
        var fixture = try Fixture()
        addYouth(to: &fixture)
        fixture.setBody(.heading(level: 1, [.text("Youth")], name: nil))
        #expect(try list(fixture).contains("paragraph “[Youth, page …](#youth-2)”"))
    }

    @Test func `a paper without appendices has no list of them`() throws {
        var fixture = try Fixture()
        fixture.round.papers[0].appendices = []
        #expect(try !fixture.composed().paper.dump.contains("Appendices"))
    }

    @Test func `contents after the list stand where the layout has them`() throws {
        var fixture = try Fixture()
        var layout = try #require(fixture.layouts.papers["cabinet"])
        let contents = try #require(layout.parts.firstIndex { if case .contents = $0 { true } else { false } })
        layout.parts.append(layout.parts.remove(at: contents))
        fixture.layouts.papers["cabinet"] = layout
        let blocks = try fixture.composed().paper.sections[0].blocks
        guard case .contents? = blocks.last?.content else {
            Issue.record("\(blocks.map(\.content))")
            return
        }
    }

    @Test(arguments: [
        (1, "heading 1 “Summary and recommendation” #summary-and-recommendation"),
        (2, "heading 1 “Summary and recommendations” #summary-and-recommendations"),
    ])
    func `the heading of the summary has the number of the recommendations`(count: Int, heading: String) throws {
        var fixture = try Fixture()
        let note = PaperSource.Recommendation(verb: .note, text: Prose(text: "the report", at: Fixture.place))
        fixture.round.papers[0].recommendations = Array(repeating: note, count: count)
        #expect(try fixture.composed().paper.dump.contains("  \(heading)\n"))
    }
}
