// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring
import PaperTree

extension PaperComposer {
    /// The masthead, if the council's papers have one: its logo and name, and the meeting.
    ///
    /// All of it is read out. The name is in no other place that is: the foot of a page is an artifact. The meeting may be in the header
    /// block again, and to hear a line twice costs less than to miss whom a paper goes to. A page for Members without a header block begins
    /// with its title, and is a part of what they have before them.
    mutating func masthead() -> [Block] {
        let council = round.council
        let hasHeaderBlock = layout.parts.contains { if case .headerBlock = $0 { true } else { false } }
        guard council.houseStyle.header == .masthead, hasHeaderBlock else { return [] }
        let id = context.node()
        let logo = council.houseStyle.logo.map { logo in
            context.block(
                .figure(
                    Figure(
                        label: nil,
                        caption: [],
                        alternativeText: logo.alternativeText,
                        graphic: .image(logo.image),
                        anchor: nil
                    )
                ),
                at: source.location
            )
        }
        let name = context.paragraph([.text(council.name)], at: source.location)
        let body = council.body(source.meeting.body)?.name ?? source.meeting.body
        let wording = layouts.wording
        let meeting = context.paragraph(
            [
                .text(wording.words(.reportTo, ["body": body])), .lineBreak, .text(wording.words(source.meeting.date)),
            ],
            at: source.location
        )
        let masthead = Masthead(logo: logo.map { [$0] } ?? [], name: [name], meeting: [meeting])
        return [Block(id: id, .masthead(masthead), location: source.location)]
    }
}
