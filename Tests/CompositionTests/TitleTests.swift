// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import Monitoring
import PaperTree
import Testing

@testable import Composition

/// Which headings are titles: of a paper, of an appendix, and of a return that is a paper of its own.
struct TitleTests {
    private func roles(_ paper: Paper) -> [String: Heading.Role] {
        var roles: [String: Heading.Role] = [:]
        for case .heading(let heading) in paper.sections.flatMap(\.blocks).map(\.content) where heading.role != .section
        {
            roles[heading.inlines.plainText] = heading.role
        }
        return roles
    }

    private func titled(isCompact: Bool = false, subject: Bool = true) throws -> Fixture {
        var fixture = try Fixture()
        var layout = try #require(fixture.layouts.papers["cabinet"])
        let heading = Template([.name("subject")], at: Fixture.place)
        layout.parts.insert(.title(heading: heading, subheading: nil, isCompact: isCompact), at: 0)
        if !subject, case .headerBlock(var block) = layout.parts[1] {
            block.subject = nil
            layout.parts[1] = .headerBlock(block)
        }
        fixture.layouts.papers["cabinet"] = layout
        return fixture
    }

    @Test func `the title of an appendix is one, and knows what the appendix is called`() throws {
        #expect(
            try roles(Fixture().composed().paper) == ["Appendix 1: Returns": .appendix(label: "Appendix 1")]
        )
    }

    @Test func `a return on its own has its own title for that of the paper, and not that of the appendix`() throws {
        let alone = try #require(try Fixture().appendix(of: "communities"))
        #expect(roles(alone) == ["Communities": .paper])
    }

    @Test func `a layout's title is one unless it is compact`() throws {
        #expect(try roles(titled().composed().paper)["Monitoring"] == .paper)
        #expect(try roles(titled(isCompact: true).composed().paper)["Monitoring"] == nil)
    }

    @Test func `the header block leaves the subject out where the layout has no label for it`() throws {
        let with = try titled().composed().paper.dump
        let without = try titled(subject: false).composed().paper.dump
        #expect(with.contains("“Subject”"))
        #expect(!without.contains("“Subject”"))
        #expect(without.contains("heading 1 “Monitoring” #monitoring"))
    }

    @Test func `contents do not list the title that is over them`() throws {
        let paper = try titled().composed().paper
        let contents = paper.sections.flatMap(\.blocks).compactMap { block in
            if case .contents(let contents) = block.content { contents } else { nil }
        }
        let words = try #require(contents.first).entries.map(\.words)
        #expect(words.contains("Appendix 1: Returns"))
        #expect(!words.contains("Monitoring"))
    }

    @Test func `what is not for publication says so in a sentence, and in two parts`() throws {
        var fixture = try Fixture()
        fixture.round.papers[0].exemption = Exemption([3])
        #expect(
            try fixture.composed().paper.banner
                == Paper.Banner(
                    "NOT FOR PUBLICATION: exempt under paragraph 3 of Schedule 12A",
                    mark: "NOT FOR PUBLICATION",
                    reason: "Exempt: Schedule 12A, paragraph 3"
                )
        )
    }

    @Test func `a draft says which it is and that it is not cleared, beside the head of its layout`() throws {
        var fixture = try Fixture()
        #expect(try fixture.composed().paper.draft == nil)
        fixture.round.papers[0].status = .draft
        let paper = try fixture.composed().paper
        #expect(paper.draft?.notice == "Not cleared for publication")
        #expect(paper.properties.draftMark.hasPrefix("DRAFT 1"))
        #expect(paper.head.centre == [])
    }

    @Test(arguments: [
        ("Appendix 2: Returns", "Appendix 2", ["Appendix 2: ", "Returns"]),
        ("Annex 1 – The returns", "Annex 1", ["Annex 1 – ", "The returns"]),
        ("Appendix 1: “Better Lives” strategy", "Appendix 1", ["Appendix 1: ", "“Better Lives” strategy"]),
        ("Appendix 1: (Draft) budget", "Appendix 1", ["Appendix 1: ", "(Draft) budget"]),
        ("Appendix 1: – 5% saving", "Appendix 1", ["Appendix 1: ", "– 5% saving"]),
        ("Appendix 1 (Draft) budget", "Appendix 1", ["Appendix 1 ", "(Draft) budget"]),
        ("Appendix 2", "Appendix 2", []), ("Appendix 2:", "Appendix 2", []), ("Returns", "Appendix 2", []),
        ("Returns", "", []),
    ]) func `what an appendix is called is parted from its title`(words: String, label: String, lines: [String]) {
        let heading = Heading(level: 1, [.text(words)], anchor: "a", role: .appendix(label: label))
        let parted = heading.linesOfAppendix.map { [$0.label.plainText, $0.title.plainText] } ?? []
        #expect(parted == lines)
    }
}
