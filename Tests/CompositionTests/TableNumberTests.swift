// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring
import PaperTree
import Testing

/// The numbers of tables with a title.
struct TableNumberTests {
    /// A paper with a table of its own, that appends a return with two.
    private func fixture(isNumbered: Bool = true) throws -> Fixture {
        var fixture = try Fixture()
        fixture.layouts.papers["cabinet"]?.numbersTables = isNumbered
        fixture.round.returns[0].items = [
            Fixture.item("sport", "Open the pool"), Fixture.item("youth", "Find a place"),
        ]
        fixture.round.returns[0].tables = [
            .init(kind: "exceptions-two-columns", classes: [.actions], location: Fixture.place),
            .init(
                kind: "exceptions-three-columns",
                classes: [.actions],
                title: Prose(text: "In full", at: Fixture.place),
                location: Fixture.place
            ),
        ]
        fixture.setBody(
            .heading(level: 1, [.text("How it stands")], name: nil),
            .paragraph([
                .link(destination: "#outcomes", [], Fixture.place), .text(" and "),
                .link(destination: "#communities-in-full", [], Fixture.place),
            ]),
            .insertion(name: "outcomes", options: [])
        )
        return fixture
    }

    /// The lines of the tree that say the title or the number of a table, or refer to one.
    private func lines(_ fixture: Fixture) throws -> [String] {
        let composed = try fixture.composed()
        #expect(composed.diagnostics == [])
        return composed.paper.dump.split(separator: "\n").map { String($0.drop { $0 == " " }) }.filter { line in
            line.hasPrefix("table ") || line.hasPrefix("caption ") || line.contains("Exception reporting")
                || line.contains("In full") || line.contains(" and [")
        }
    }

    @Test func `tables are numbered through the paper and its returns, and references say the number`() throws {
        let classes = "projects, developments and key actions"
        #expect(
            try lines(fixture()) == [
                "lead-in “[table 1](#outcomes) and [table 3](#communities-in-full)”",
                "caption Table 1 “Share of \(classes) not on target”", "table “Table 1” 4 columns #outcomes",
                "heading 4 Table 2 “Exception reporting against \(classes)” "
                    + "#communities-exception-reporting-against-projects-developments-and-key-actions",
                "table “Table 2” 2 columns", "heading 4 Table 3 “In full” #communities-in-full",
                "table “Table 3” 3 columns",
            ]
        )
    }

    @Test func `without it a table of the paper has no caption, and references say its title`() throws {
        let lines = try lines(fixture(isNumbered: false))
        #expect(lines.first?.hasPrefix("lead-in “[the table “Share of") == true)
        #expect(lines.dropFirst().first == "table 4 columns #outcomes")
        #expect(lines.contains("heading 4 “In full” #communities-in-full"))
    }

    @Test func `a table in a statement has a caption where it has no heading`() throws {
        var fixture = try fixture()
        fixture.round.returns[0].tables[0].name = "late"
        fixture.round.returns[0].statement = Prose([
            Prose.Block(.insertion(name: "late", options: []), at: Fixture.place)
        ])
        let lines = try lines(fixture)
        #expect(lines.contains { $0.hasPrefix("caption Table 2 “Exception reporting against") })
        #expect(lines.contains("heading 4 Table 3 “In full” #communities-in-full"))
    }

    @Test func `a sentence in place of a table takes no number`() throws {
        var fixture = try fixture()
        let kind = try #require(fixture.layouts.tables["exceptions-two-columns"])
        try #require(kind.noneWording != nil)
        fixture.round.returns[0].items = [Fixture.item("sport", "Open the pool", status: .onCourse)]
        fixture.round.returns[0].items[0].comment = .own(reason: Prose(), response: Prose())
        let dump = try fixture.composed().paper.dump
        #expect(dump.contains("caption Table 1 "))
        #expect(!dump.contains("Table 2"))
        #expect(dump.contains("[“In full”](#communities-in-full)"))
    }

    @Test func `a return alone has the numbers of the paper`() throws {
        let alone = try #require(try fixture().appendix(of: "communities")).dump
        #expect(alone.contains("heading 3 Table 3 “In full”"))
    }

    @Test func `a table of all returns has its number in its heading`() throws {
        var fixture = try fixture()
        fixture.round.papers[0].body.blocks.append(
            Prose.Block(.insertion(name: "exceptions-two-columns", options: []), at: Fixture.place)
        )
        let dump = try fixture.composed().paper.dump
        #expect(dump.contains("heading 2 Table 2 “Exception reporting against"))
        #expect(dump.contains("heading 4 Table 4 “In full”"))
    }
}
