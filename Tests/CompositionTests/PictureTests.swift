// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Intake
import Monitoring
import PaperTree
import Pictures
import Testing

/// Pictures that officers put between paragraphs, as figures of the tree.
struct PictureTests {
    private static let image = RasterImage(width: 1, height: 1, pixels: [1, 2, 3], digest: "d1")

    private static func picture(
        _ caption: [Prose.Inline] = [],
        text: [Prose.Inline]? = [.text("The weir in winter")],
        image: RasterImage? = image
    ) -> Prose.Content {
        .picture(Prose.Picture(file: "the-weir.png", alternativeText: text, caption: caption, image: image))
    }

    private static func place(_ name: String) -> Prose.Inline { .placeholder(name: name, Fixture.place) }

    private func lines(_ blocks: Prose.Content...) throws -> [String] {
        var fixture = try Fixture()
        fixture.setBody(.heading(level: 1, [.text("First")], name: nil))
        fixture.round.papers[0].body.blocks += blocks.map { Prose.Block($0, at: Fixture.place) }
        fixture.round.papers[0].body.blocks.append(Prose.Block(.paragraph([.text("Last")]), at: Fixture.place))
        return try fixture.lines(from: "heading 1 1 “First” #first", to: "paragraph “Last”").dropFirst().dropLast()
    }

    @Test func `a picture with a caption is numbered with the charts, and has names filled in`() throws {
        #expect(
            try lines(
                Self.picture(
                    [.text("The weir in "), Self.place("round.year")],
                    text: [.text("It is "), Self.place("round.year")]
                )
            )
                == [
                    "figure “Figure 1” #figure-the-weir", "caption “The weir in 2009/10”",
                    "alternative “It is 2009/10”", "image 1 × 1 d1",
                ]
        )
    }

    @Test func `one without a caption has no number, and one that decorates says nothing`() throws {
        #expect(
            try lines(Self.picture(), Self.picture(text: nil)) == [
                "figure", "alternative “The weir in winter”", "image 1 × 1 d1", "figure", "decorative",
                "image 1 × 1 d1",
            ]
        )
    }

    @Test func `one whose file cannot be used is left out, since an error stops the paper`() throws {
        #expect(try lines(Self.picture(image: nil)) == [])
    }

    @Test func `only a paragraph that ends in a colon leads into a picture`() throws {
        #expect(try lines(.paragraph([.text("As here:")]), Self.picture()).first == "lead-in “As here:”")
        #expect(try lines(.paragraph([.text("It is here.")]), Self.picture()).first == "paragraph “It is here.”")
    }

    @Test(arguments: ["As here:", "This is as follows.", "Is it so?"])
    func `a paragraph before a quotation leads into it, whatever it ends in`(words: String) throws {
        let quoted = Prose.Content.quotation([Prose.Block(.paragraph([.text("More.")]), at: Fixture.place)])
        #expect(try lines(.paragraph([.text(words)]), quoted).first == "lead-in “\(words)”")
        #expect(try lines(.paragraph([.text(words)]), .paragraph([.text("More.")])).first == "paragraph “\(words)”")
    }

    @Test func `a picture of an exempt passage stands between its words, and the public edition has none`() throws {
        let passage = Prose.Content.exempt(
            Exemption([3]),
            [.paragraph([.text("Before.")]), Self.picture(), .paragraph([.text("After.")])].map {
                Prose.Block($0, at: Fixture.place)
            }
        )
        let whole = try lines(passage)
        #expect(
            whole.filter { $0.hasPrefix("quotation") || $0.hasPrefix("figure") } == [
                "quotation", "figure", "quotation",
            ]
        )
        var fixture = try Fixture()
        fixture.setBody(passage)
        let open = RoundEdition.public(PublicRound(redacting: fixture.round))
        let composed = try #require(composePaper(at: 0, of: open, layouts: fixture.layouts))
        #expect(!composed.paper.dump.contains("figure"))
        #expect(!composed.paper.dump.contains("d1"))
    }

    @Test func `another picture under the same words is a change`() throws {
        var fixture = try Fixture()
        fixture.setBody(.heading(level: 1, [.text("First")], name: nil), Self.picture())
        let before = try fixture.composed().paper
        fixture.setBody(
            .heading(level: 1, [.text("First")], name: nil),
            Self.picture(image: RasterImage(width: 1, height: 1, pixels: [1, 2, 3], digest: "d2"))
        )
        let after = try fixture.composed().paper
        #expect(before != after)
    }
}
