// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import PaperTree
import TestSupport
import Testing

struct PageReferenceTests {
    private static let place = SourceLocation(file: "papers/cabinet.md", line: 9, column: 4)

    private func reference(_ name: String, _ inlines: Prose.Inline...) -> Prose.Content {
        .paragraph([.text("See "), .link(destination: "#\(name)", inlines, Self.place), .text(".")])
    }

    private func name(_ name: String) -> Prose.Inline { .placeholder(name: name, Self.place) }

    @Test func `a link can say what its place is called and on which page it is`() throws {
        var fixture = try Fixture()
        fixture.setBody(
            .heading(level: 1, [.text("Introduction")], name: nil),
            reference("outcomes", name("place"), .text(", "), name("page")),
            reference("outcomes", .strong([name("place")]), .text(" "), .emphasis([name("overleaf")])),
            .heading(level: 1, [.text("Outcomes")], name: nil)
        )
        let composed = try fixture.composed()
        #expect(composed.diagnostics == [])
        #expect(composed.paper.dump.contains("paragraph “See [section 2, page …](#outcomes).”"))
        #expect(composed.paper.dump.contains("paragraph “See [**section 2** *page …*](#outcomes).”"))
    }

    @Test(arguments: PageReference.Form.allCases) func `elsewhere these names are not known`(form: PageReference.Form)
        throws
    {
        var fixture = try Fixture()
        fixture.setBody(
            .heading(level: 1, [.text("Introduction")], name: nil),
            .paragraph([name(form.rawValue)]),
            .paragraph([.link(destination: "https://a.example/", [name(form.rawValue)], Self.place)])
        )
        let diagnostics = try fixture.composed().diagnostics
        let message = "`\(form.rawValue)` is not a known name"
        #expect(diagnostics.map(\.message) == [message, message])
        #expect(
            diagnostics.first?.hint
                == "it is known only in the text of a link to a place of the paper: "
                + "`[section 3, {{ \(form.rawValue) }}](#approval-process)`"
        )
    }

    @Test func `nothing leads to the contents, which a short paper has not`() throws {
        var fixture = try Fixture()
        fixture.setBody(
            .heading(level: 1, [.text("Introduction")], name: nil),
            reference("contents"),
            reference("contents", name("page"))
        )
        let messages = try fixture.composed().diagnostics.map(\.message)
        #expect(messages == Array(repeating: "nothing in this paper is named `#contents`", count: 2))
    }

    @Test func `contents say of a heading what its references say`() throws {
        var fixture = try Fixture()
        fixture.setBody(
            .heading(level: 1, [.text("See "), .link(destination: "#appendix-1", [], Self.place)], name: nil),
            .heading(level: 1, [.link(destination: "#appendix-1", [name("place")], Self.place)], name: nil)
        )
        let composed = try fixture.composed()
        #expect(composed.diagnostics == [])
        let entries = composed.paper.dump.split(separator: "\n").map { $0.drop { $0 == " " } }
        #expect(entries.contains("entry 1 1 “See Appendix 1” #see"), "\(composed.paper.dump)")
        #expect(entries.contains("entry 1 2 “Appendix 1” #section"))
    }

    @Test func `a heading cannot say a page`() throws {
        var fixture = try Fixture()
        fixture.setBody(
            .heading(
                level: 1,
                [.text("See "), .link(destination: "#appendix-1", [name("page")], Self.place)],
                name: nil
            )
        )
        #expect(try fixture.composed().diagnostics.map(\.message) == ["a heading cannot say a page"])
    }

    @Test func `a return alone names places elsewhere in the paper without their pages`() throws {
        var fixture = try Fixture()
        fixture.setBody(.heading(level: 1, [.text("Outcomes")], name: nil))
        fixture.round.returns[0].statement = Prose([
            .init(.heading(level: 1, [.text("Progress")], name: nil), at: Self.place),
            .init(
                reference("outcomes", .text("the figures in "), name("place"), .text(", "), name("page")),
                at: Self.place
            ),
            .init(reference("progress", name("place"), .text(", "), name("page")), at: Self.place),
        ])
        let paper = try #require(try fixture.appendix(of: "communities"))
        #expect(paper.dump.contains("paragraph “See section 1.”"))
        #expect(paper.dump.contains("paragraph “See [“Progress”, page …](#communities-progress).”"))
    }
}
