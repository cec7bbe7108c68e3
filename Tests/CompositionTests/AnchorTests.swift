// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Monitoring
import PaperTree
import TestSupport
import Testing

/// A reference leads to one place, whatever else comes into the paper, or is an error.
struct AnchorTests {
    private static let place = SourceLocation(file: "papers/cabinet.md", line: 9, column: 4)

    private func link(_ name: String) -> Prose.Content {
        .paragraph([.text("See "), .link(destination: "#\(name)", [], Self.place), .text(".")])
    }

    private func heading(_ words: String) -> Prose.Content { .heading(level: 1, [.text(words)], name: nil) }

    @Test func `a heading that is called like a directorate makes references to that name ambiguous`() throws {
        var fixture = try Fixture()
        fixture.setBody(heading("Introduction"), link("communities"))
        #expect(try fixture.composed().paper.dump.contains("[Appendix 1, Communities](#communities)"))
        fixture.setBody(heading("Introduction"), link("communities"), heading("Communities"))
        let diagnostics = try fixture.composed().diagnostics
        #expect(diagnostics.map(\.message) == ["`#communities` may be section 2 or Appendix 1, Communities"])
        #expect(diagnostics.first?.location == Self.place)
        #expect(
            diagnostics.first?.hint
                == "write `#heading:communities` for section 2, `#directorate:communities` for Appendix 1, Communities"
        )
        fixture.setBody(
            heading("Introduction"),
            link("directorate:communities"),
            link("heading:communities"),
            heading("Communities")
        )
        let composed = try fixture.composed()
        #expect(composed.diagnostics == [])
        #expect(composed.paper.dump.contains("See [Appendix 1, Communities](#communities-2)"))
        #expect(composed.paper.dump.contains("See [section 2](#communities)"))
    }

    @Test func `a directorate that is called like an appendix does not capture its name`() throws {
        var fixture = try Fixture()
        fixture.round.council.directorates[0].id = "appendix-1"
        fixture.round.returns[0].directorate = "appendix-1"
        fixture.setBody(heading("Introduction"), link("appendix-1"))
        #expect(
            try fixture.composed().diagnostics.map(\.message)
                == ["`#appendix-1` may be Appendix 1, Communities or Appendix 1"]
        )
        fixture.setBody(heading("Introduction"), link("appendix:1"), link("directorate:appendix-1"))
        let composed = try fixture.composed()
        #expect(composed.diagnostics == [])
        #expect(composed.paper.dump.contains("See [Appendix 1](#appendix-1"))
        #expect(composed.paper.dump.contains("See [Appendix 1, Communities](#appendix-1"))
    }

    @Test
    func `a return by itself is without the appendix's title, also where its directorate is called like an appendix`()
        throws
    {
        var fixture = try Fixture()
        let usual = try #require(try fixture.appendix(of: "communities"))
        fixture.round.council.directorates[0].id = "appendix-1"
        fixture.round.returns[0].directorate = "appendix-1"
        let renamed = try #require(try fixture.appendix(of: "appendix-1"))
        func headings(_ paper: Paper) -> [String] {
            var words: [String] = []
            paper.sections.flatMap(\.blocks).walk { block in
                if case .heading(let heading) = block.content {
                    words.append("\(heading.level) \(heading.inlines.plainText)")
                }
            }
            return words
        }
        #expect(headings(renamed) == headings(usual))
        #expect(headings(usual).first == "1 Communities")
    }

    @Test func `two headings of the same words are told apart by their number`() throws {
        var fixture = try Fixture()
        fixture.setBody(heading("Progress"), link("progress"), heading("Progress"))
        #expect(
            try fixture.composed().diagnostics.map { "\($0.message); \($0.hint ?? "")" } == [
                "`#progress` may be section 1 or section 2; "
                    + "write `#heading:progress-1` for section 1, `#heading:progress-2` for section 2"
            ]
        )
        fixture.setBody(heading("Progress"), link("progress-2"), link("heading:progress-1"), heading("Progress"))
        let composed = try fixture.composed()
        #expect(composed.diagnostics == [])
        #expect(composed.paper.dump.contains("See [section 2](#progress-2)"))
        #expect(composed.paper.dump.contains("See [section 1](#progress)"))
    }

    @Test func `a heading of the return comes before one of the paper, for references in the return`() throws {
        var fixture = try Fixture()
        fixture.round.returns[0].statement = Prose([
            Prose.Block(heading("Progress"), at: Self.place), Prose.Block(link("progress"), at: Self.place),
        ])
        fixture.setBody(heading("Progress"), link("progress"), link("communities-progress"))
        let composed = try fixture.composed()
        #expect(composed.diagnostics == [])
        #expect(composed.paper.dump.contains("See [section 1](#progress)"))
        #expect(composed.paper.dump.count(of: "](#communities-progress)") == 2)
    }
}

extension String {
    fileprivate func count(of text: String) -> Int { components(separatedBy: text).count - 1 }
}
