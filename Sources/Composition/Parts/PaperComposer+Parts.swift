// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// The parts of a covering paper.
extension PaperComposer {
    mutating func headerBlock(_ labels: PaperLayout.HeaderBlock) -> Block {
        let people = source.authors.compactMap { round.council.person($0) }
        let authors = (people.filter { $0.role == .member } + people.filter { $0.role == .officer })
            .map { "\($0.name), \($0.post)" }
        var rows = [(labels.by, authors), (labels.to, [words(labels.addressee)])]
        if let subject = labels.subject { rows.append((subject, [source.subject])) }
        if let decision = labels.decision { rows.append((decision, [keyDecision])) }
        if let label = labels.wards, let wards = source.wards { rows.append((label, [words(wards)])) }
        rows.append((labels.classification, [context.names.value(of: "classification")]))
        let id = context.node()
        let pairs = rows.map { label, values in
            let pair = context.node()
            return Details.Pair(
                id: pair,
                label: [.text(words(label))],
                values: values.map { context.paragraph([.text($0)], at: source.location) }
            )
        }
        return Block(id: id, .details(Details(role: .headerBlock, pairs: pairs)), location: source.location)
    }

    /// A heading over everything, and words under it.
    mutating func title(_ heading: Template, subheading: Template?, isCompact: Bool) -> [Block] {
        var blocks = [self.heading(words(heading), role: isCompact ? .section : .paper)]
        context.headingLevel = 1
        if let subheading {
            blocks.append(context.paragraph([.text(words(subheading))], role: .subheading))
        }
        return blocks
    }

    /// Whether the paper asks for a key decision, in words.
    private var keyDecision: String {
        guard let decision = source.keyDecision else { return layouts.wording.words(.no).capitalisingFirst }
        return decision.reference.map { layouts.wording.words(.keyDecision, ["reference": $0]) }
            ?? layouts.wording.words(.yes).capitalisingFirst
    }

    private func words(_ wards: PaperSource.Wards) -> String {
        switch wards {
        case .all: layouts.wording.words(.allWards)
        case .some(let names): layouts.wording.words(list: names)
        }
    }

    /// A section that goes on with the body's numbers, with a heading for each respect.
    mutating func implications(
        under heading: Template,
        none: Template,
        _ items: [PaperLayout.Implication]
    ) -> [Block] {
        var prose = [Prose.Block(.heading(level: 1, [.text(words(heading))], name: nil), at: heading.location)]
        for item in items {
            guard let own = source.implications.first(where: { $0.name == item.name }) else { continue }
            prose.append(Prose.Block(.heading(level: 2, [.text(words(item.heading))], name: nil), at: own.location))
            if own.text.isEmpty {
                prose.append(Prose.Block(.paragraph([.text(words(none))]), at: own.location))
            } else {
                prose += own.text.blocks
            }
        }
        return prose.count > 1 ? bodyComposer.blocks(Prose(prose), with: &context) : []
    }

    /// Who has cleared the paper, each with the day.
    mutating func clearance(label: Template) -> [Block] {
        let lines = source.clearances.compactMap { clearance -> String? in
            guard let person = round.council.person(clearance.person) else { return nil }
            let date = layouts.wording.words(clearance.date)
            return layouts.wording.words(
                .clearance,
                ["person": "\(person.name), \(person.post)", "date": date]
            )
        }
        if lines.isEmpty { return [] }
        let node = context.node()
        let pair = context.node()
        let values = lines.map { context.paragraph([.text($0)], at: source.location) }
        let details = Details(
            role: .contact,
            pairs: [Details.Pair(id: pair, label: [.text(words(label))], values: values)]
        )
        return [Block(id: node, .details(details), location: source.location)]
    }

    mutating func summary(
        under heading: Template,
        holds: [PaperLayout.SummaryContent],
        boxesRecommendations: Bool
    ) -> [Block] {
        var blocks = [self.heading(words(heading))]
        for content in holds {
            switch content {
            case .summary:
                var composer = ProseComposer()
                blocks += composer.blocks(source.summary, with: &context)
            case .recommendations:
                blocks += boxesRecommendations ? recommendations().inPanel(.request) : recommendations()
            }
        }
        return blocks
    }

    /// A sentence for one recommendation, a lettered list for several.
    mutating func recommendations() -> [Block] {
        guard let first = source.recommendations.first else { return [] }
        if source.recommendations.count == 1 {
            return [context.paragraph(sentence(first, in: layout.recommendations.one), at: source.location)]
        }
        let leadIn = context.paragraph([.text(words(layout.recommendations.several))], role: .leadIn)
        let list = context.node()
        let items = source.recommendations.map { recommendation in
            let id = context.node()
            var composer = ProseComposer()
            let inlines =
                [.strong([.text(layouts.wording.words(recommendation.verb.phrase))]), .text(" ")]
                + composer.inlines(recommendation.text, with: &context)
            return List.Item(id: id, blocks: [context.paragraph(inlines, at: source.location)])
        }
        return [leadIn, Block(id: list, .list(List(marker: .letter, items: items)), location: source.location)]
    }

    private mutating func sentence(_ recommendation: PaperSource.Recommendation, in template: Template) -> [Inline] {
        template.pieces.flatMap { piece -> [Inline] in
            switch piece {
            case .text(let text): return [.text(text)]
            case .name("verb"): return [.strong([.text(layouts.wording.words(recommendation.verb.phrase))])]
            case .name("text"):
                var composer = ProseComposer()
                return composer.inlines(recommendation.text, with: &context)
            case .name: return [.text(words(Template([piece], at: template.location)))]
            }
        }
    }

    mutating func body(_ numbering: PaperLayout.Numbering) -> [Block] {
        bodyComposer = ProseComposer(
            headings: ProseComposer.Headings(offset: 0, numbering: numbering, scope: "")
        )
        return bodyComposer.blocks(source.body, with: &context, insert: insertions.blocks)
    }

    /// The heading of a section that goes on with the body's numbers.
    mutating func section(under heading: Template) -> [Block] {
        let title = Prose.Block(
            .heading(level: 1, [.text(words(heading))], name: nil),
            at: heading.location
        )
        return bodyComposer.blocks(Prose([title]), with: &context)
    }

    /// What the meeting takes the paper for.
    mutating func purpose(under heading: Template?, _ wordings: [PaperSource.Purpose: Template]) -> [Block] {
        guard let purpose = source.purpose, let wording = wordings[purpose] else { return [] }
        let title = heading.map { [self.heading(words($0))] } ?? []
        return title + [context.paragraph([.strong([.text(words(wording))])], at: source.location)]
    }

    mutating func contact(label: Template) -> [Block] {
        guard let id = source.contact else {
            context.diagnostics.report(.missingContact, at: source.location)
            return []
        }
        guard let person = round.council.person(id) else { return [] }
        let node = context.node()
        let pair = context.node()
        var lines: [[Inline]] = [
            [.text([person.name, person.post, person.department].compactMap(\.self).joined(separator: ", "))]
        ]
        if let telephone = person.telephone {
            lines.append([.text("\(layouts.wording.words(.telephone)) \(telephone.keepingDigitsTogether)")])
        }
        if let email = person.email {
            let link = Link(id: context.node(), target: .address("mailto:\(email)"), [.text(email)])
            lines.append([.text("\(layouts.wording.words(.email)) "), .link(link)])
        }
        let values = lines.map { context.paragraph($0, at: source.location) }
        let details = Details(
            role: .contact,
            pairs: [Details.Pair(id: pair, label: [.text(words(label))], values: values)]
        )
        return [Block(id: node, .details(details), location: source.location)]
    }

    mutating func backgroundPapers(_ heading: Template, none: Template) -> [Block] {
        let title = self.heading(words(heading))
        if source.backgroundPapers.isEmpty { return [title, context.paragraph([.text(words(none))])] }
        let list = context.node()
        let items = source.backgroundPapers.map { paper in
            let id = context.node()
            var composer = ProseComposer()
            return List.Item(id: id, blocks: composer.blocks(paper, with: &context))
        }
        return [title, Block(id: list, .list(List(marker: .bullet, items: items)), location: source.location)]
    }
}

extension String {
    /// With no-break spaces, for a telephone number.
    fileprivate var keepingDigitsTogether: String { replacing(" ", with: "\u{A0}") }
}

extension Diagnostic.Message {
    fileprivate static var missingContact: Self {
        Self(
            .missingContact,
            "the paper's layout names a contact officer, and the paper does not",
            hint: "add `contact:` with one of the `people` of council.yaml"
        )
    }
}
