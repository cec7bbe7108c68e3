// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import PaperTree
import TestSupport
import Testing

struct NumberingTests {
    private func headings(_ fixture: Fixture) throws -> [String] {
        try fixture.composed().paper.sections[0].blocks.compactMap { block in
            guard case .heading(let heading) = block.content, let number = heading.number else { return nil }
            return "\(number) \(heading.inlines.plainText) #\(heading.anchor)"
        }
    }

    @Test func `no section number is used twice`() throws {
        var fixture = try Fixture()
        fixture.setBody(
            .heading(level: 1, [.text("Approval process")], name: nil),
            .heading(level: 1, [.text("Recommendation")], name: nil),
            .heading(level: 2, [.text("Detail")], name: nil),
            .heading(level: 2, [.text("Detail")], name: nil),
            .heading(level: 1, [.text("Approval process")], name: "approval")
        )
        #expect(
            try headings(fixture) == [
                "1 Approval process #approval-process", "2 Recommendation #recommendation", "2.1 Detail #detail",
                "2.2 Detail #detail-2", "3 Approval process #approval",
            ]
        )
    }

    @Test func `a heading that skips a level is set one below and told`() throws {
        var fixture = try Fixture()
        fixture.setBody(
            .heading(level: 1, [.text("One")], name: nil),
            .heading(level: 3, [.text("Three")], name: nil)
        )
        #expect(try headings(fixture) == ["1 One #one", "1.1 Three #three"])
        let diagnostics = try fixture.composed().diagnostics
        #expect(diagnostics.map(\.message) == ["a heading is at most one level below the heading before it"])
        #expect(diagnostics.map(\.hint) == ["write it with `##`"])
    }

    @Test func `a reference without words says the number, forwards and backwards`() throws {
        var fixture = try Fixture()
        fixture.setBody(
            .heading(level: 1, [.text("Introduction")], name: nil),
            .paragraph([.text("See "), .link(destination: "#approval-process", [], Fixture.place), .text(" and ")]),
            .paragraph([.link(destination: "#appendix-1", [], Fixture.place)]),
            .paragraph([.link(destination: "#introduction", [.text("the start")], Fixture.place)]),
            .heading(level: 1, [.text("Approval process")], name: nil)
        )
        #expect(
            try fixture.lines(
                from: "heading 1 1 “Introduction” #introduction",
                to: "heading 1 2 “Approval process” #approval-process"
            ).dropFirst().dropLast() == [
                "paragraph “See [section 2](#approval-process) and ”",
                "paragraph “[Appendix 1](#appendix-1)”",
                "paragraph “[the start](#introduction)”",
            ]
        )
    }

    @Test func `a reference to nothing is an error with the nearest name`() throws {
        var fixture = try Fixture()
        let place = SourceLocation(file: "papers/cabinet.md", line: 9, column: 4)
        fixture.setBody(
            .heading(level: 1, [.text("Approval process")], name: nil),
            .paragraph([.link(destination: "#aproval-process", [], place)])
        )
        let diagnostics = try fixture.composed().diagnostics
        #expect(diagnostics.map(\.message) == ["nothing in this paper is named `#aproval-process`"])
        #expect(diagnostics.map(\.hint) == ["did you mean `#approval-process`?"])
        #expect(diagnostics.map(\.location) == [place])
    }

    @Test func `a name that an officer gives is one place's alone`() throws {
        var fixture = try Fixture()
        fixture.setBody(
            .heading(level: 1, [.text("One")], name: "same"),
            .heading(level: 1, [.text("Two")], name: "same"),
            .heading(level: 1, [.text("Three")], name: "appendix-1")
        )
        #expect(
            try fixture.composed().diagnostics.map(\.message) == [
                "the name `#same` belongs to another place of the paper",
                "the name `#appendix-1` belongs to another place of the paper",
            ]
        )
    }

    @Test func `an appendix without a return is told, and nothing refers to it`() throws {
        var fixture = try Fixture()
        fixture.round.returns = []
        fixture.setBody(
            .heading(level: 1, [.text("One")], name: nil),
            .paragraph([.link(destination: "#appendix-1", [], Fixture.place)])
        )
        #expect(
            try fixture.composed().diagnostics.map(\.message) == [
                "the appendix `Returns` holds no return", "nothing in this paper is named `#appendix-1`",
            ]
        )
    }

    @Test func `names are filled in, and an unknown one is an error with the nearest`() throws {
        var fixture = try Fixture()
        fixture.round.returns[0].items = [Fixture.item("sport", "One"), Fixture.item("sport", "Two", status: .done)]
        let place = SourceLocation(file: "papers/cabinet.md", line: 12, column: 3)
        fixture.setBody(
            .heading(level: 1, [.text("Figures")], name: nil),
            .paragraph([
                .placeholder(name: "communities.actions.not-on-target.percent", place), .text(" of "),
                .placeholder(name: "communities.actions.total", place), .text(" in "),
                .placeholder(name: "council.name", place),
            ]),
            .paragraph([.placeholder(name: "counsil.name", place)]),
            .paragraph([.placeholder(name: "communities.indicators.on-course.percent", place)])
        )
        let composed = try fixture.composed()
        #expect(composed.paper.dump.contains("paragraph “50% of 2 in Test Council”"))
        #expect(
            composed.diagnostics.map(\.message) == [
                "`counsil.name` is not a known name",
                "`communities.indicators.on-course.percent` has no value in this round",
            ]
        )
        #expect(composed.diagnostics.first?.hint == "did you mean `council.name`?")
        #expect(composed.diagnostics.first?.location == place)
    }
}
