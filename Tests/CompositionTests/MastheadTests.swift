// SPDX-License-Identifier: Apache-2.0

import Composition
import Intake
import Monitoring
import PaperTree
import Pictures
import Testing

/// The masthead over a paper.
struct MastheadTests {
    private func fixture(logo: Bool = true) throws -> Fixture {
        var fixture = try Fixture()
        fixture.round.council.houseStyle.header = .masthead
        if logo {
            fixture.round.council.houseStyle.logo = HouseStyle.Logo(
                image: RasterImage(width: 1, height: 1, pixels: [1, 2, 3], digest: "d1"),
                alternativeText: "A hill"
            )
        }
        return fixture
    }

    /// The lines of the tree down to the header block.
    private func lines(_ paper: Paper) -> [String] {
        Array(
            paper.dump.split(separator: "\n").map { String($0.drop { $0 == " " }) }.prefix { !$0.hasPrefix("details") }
        )
    }

    private let words = [
        "masthead", "paragraph “Test Council”", "paragraph “Report to Cabinet⏎30 November 2009”",
    ]

    @Test func `a paper begins with the logo, the council's name and the meeting, read out in this order`() throws {
        var expected = ["paper “Monitoring” en-GB", "section"] + words
        expected.insert(contentsOf: ["figure", "alternative “A hill”", "image 1 × 1 d1"], at: 3)
        #expect(try lines(fixture().composed().paper) == expected)
    }

    @Test func `without a logo the name is alone`() throws {
        #expect(
            try lines(fixture(logo: false).composed().paper) == ["paper “Monitoring” en-GB", "section"] + words
        )
    }

    @Test func `a plain paper has none, also of a council with a logo`() throws {
        var fixture = try fixture()
        fixture.round.council.houseStyle.header = .plain
        #expect(try fixture.composed().paper.masthead == nil)
    }

    @Test func `a return on its own has that of its paper, before its title`() throws {
        let fixture = try fixture()
        let alone = try #require(try fixture.appendix(of: "communities"))
        let masthead = try #require(alone.masthead)
        #expect(masthead == (try fixture.composed().paper.masthead))
        let next = try #require(alone.sections[0].blocks.dropFirst().first)
        guard case .heading = next.content else {
            Issue.record("the return begins with \(next)")
            return
        }
    }

    @Test func `what is withheld from the public begins as every paper does`() throws {
        var fixture = try fixture()
        fixture.round.papers[0].exemption = Exemption([3])
        for edition in [.public(PublicRound(redacting: fixture.round)), .restricted(fixture.round)] as [RoundEdition] {
            let composed = try #require(composePaper(at: 0, of: edition, layouts: fixture.layouts))
            #expect(composed.paper.masthead != nil)
            #expect((composed.paper.banner != nil) == (composed.paper.properties.edition == .restricted))
        }
    }
}
