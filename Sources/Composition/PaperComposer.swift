// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// Makes the tree of one paper by its layout.
struct PaperComposer {
    let source: PaperSource
    let layout: PaperLayout
    let round: MonitoringRound
    let layouts: LayoutSet
    var desk: ComposingDesk
    private let insertions: InsertionComposer
    /// Whose return stands in a section, by the section's node.
    var directorates: [NodeID: Directorate] = [:]
    /// Numbers the headings of the body, and of the sections that go on after it.
    private var bodyComposer = ProseComposer()
    /// What `{{> amendments }}` tells.
    private let told: AmendmentsTold
    /// Knows the paper without its amendments, once it is composed.
    private var amender: AmendmentComposer?
    /// What has been appended so far.
    var appended: [AppendixList.Appendix] = []

    init(
        source: PaperSource,
        layout: PaperLayout,
        round: MonitoringRound,
        layouts: LayoutSet,
        told: AmendmentsTold = .leftOut
    ) {
        self.source = source
        self.told = told
        self.layout = layout
        self.round = round
        self.layouts = layouts
        var names = DataNames(of: round)
        names.add(source, of: round)
        desk = ComposingDesk(names: names, wording: layouts.wording)
        insertions = InsertionComposer(source: source, round: round, layouts: layouts)
        desk.names.set("classification", to: classification(nil))
    }

    /// The whole paper, appendices and all.
    mutating func paper() -> Paper {
        let cover = desk.section()
        if let exemption = source.exemption { desk.note(exemption) }
        var parts = layout.parts.map { _ in [Block]() }
        var appendices: [Section] = []
        for (index, part) in layout.parts.enumerated() {
            if source.exemption?.isWithheld == true, !part.isOfWithheldPaper { continue }
            switch part {
            case .summary(let heading, let headingForOne, let holds):
                let one = source.recommendations.count == 1 ? headingForOne : nil
                parts[index] = summary(under: one ?? heading, holds: holds)
            case .body(let isNumbered): parts[index] = body(isNumbered: isNumbered)
            case .purpose(let wordings): parts[index] = purpose(wordings)
            case .recommendations(let one, let several):
                if source.recommendations.isEmpty { continue }
                parts[index] = section(under: source.recommendations.count == 1 ? one : several)
                parts[index] += recommendations()
            case .route(let heading, let table):
                guard !source.route.isEmpty, let kind = layouts.tables[table] else { continue }
                parts[index] = section(under: heading)
                parts[index] += insertions.blocks(of: source.route, kind, &desk)
            case .contact(let label): parts[index] = contact(label: label)
            case .backgroundPapers(let heading, let none): parts[index] = backgroundPapers(heading, none: none)
            case .appendices(let heading, let label, let layout):
                appendices += self.appendices(heading: heading, label: label, layout: layout)
            case .headerBlock, .exemptInformation, .contents, .appendixList: break
            }
        }
        // What is exempt is now known, and then every heading.
        let exemption = desk.exemptions.values.reduce(nil) { $0?.union($1) ?? $1 }
        desk.names.set("classification", to: classification(exemption))
        for (index, part) in layout.parts.enumerated() {
            switch part {
            case .headerBlock(let labels): parts[index] = [headerBlock(labels)]
            case .exemptInformation(let heading):
                parts[index] = exemptInformation(under: heading, exemption, in: [cover] + appendices.map(\.id))
            case .appendixList(let heading, let entry, let returnEntry):
                if appended.isEmpty { continue }
                let list = AppendixList(entry: entry, returnEntry: returnEntry)
                parts[index] = [self.heading(words(heading))] + list.blocks(of: appended, on: &desk)
            default: break
            }
        }
        var level = 0
        for index in parts.indices { parts[index].closeHeadingLevels(after: &level) }
        for index in appendices.indices { appendices[index].blocks.closeHeadingLevels(after: &level) }
        reportMissingExemptInformation(exemption)
        for case (let index, .contents(let heading, let depth, let fromPages)) in layout.parts.enumerated()
        where source.exemption?.isWithheld != true {
            let words = words(heading)
            let anchor = desk.place(at: .heading(.slug(of: words), in: nil), wording: "“\(words)”", isReferable: false)
            let contents = Contents(
                heading: Heading(level: 1, [.text(words)], anchor: anchor),
                entries: entries(of: parts.flatMap(\.self) + appendices.flatMap(\.blocks), depth: depth),
                fromPages: fromPages
            )
            parts[index] = [desk.block(.contents(contents))]
        }
        return finished(
            sections: [Section(id: cover, label: "", blocks: parts.flatMap(\.self))] + appendices,
            properties: Paper.Properties(
                id: source.id,
                title: source.subject,
                subject: "\(round.council.name): \(addressee)",
                creator: round.council.name,
                language: round.council.language,
                edition: edition(exemption),
                date: source.meeting.date.iso8601
            ),
            exemption
        )
    }

    /// The headings down to a depth, as the contents list them: with the words of their references.
    private mutating func entries(of blocks: [Block], depth: Int) -> [Contents.Entry] {
        var references = ReferenceWording(desk: desk)
        return blocks.compactMap { block in
            guard case .heading(let own) = block.content, own.level <= depth,
                case .heading(let heading) = references.word([block])[0].content
            else { return nil }
            return Contents.Entry(
                id: desk.node(),
                level: heading.level,
                number: heading.number,
                words: heading.inlines.plainText,
                anchor: heading.anchor
            )
        }
    }

    /// Words the references, now that all places are known, and adds the running lines.
    private mutating func finished(
        sections: [Section],
        properties: Paper.Properties,
        _ exemption: Exemption?
    ) -> Paper {
        var references = ReferenceWording(desk: desk)
        var abbreviations = AbbreviationExpansion(round.council.abbreviations)
        let worded = references.word(sections).map { abbreviations.expand($0) }
        desk.diagnostics += references.diagnostics.all
        let paper = Paper(
            properties: properties,
            sections: worded,
            banner: banner(exemption),
            head: head(),
            foot: running(layout.foot)
        )
        return amended(paper)
    }

    /// The same with what has changed since a draft was circulated, where the paper tells it.
    private mutating func amended(_ paper: Paper) -> Paper {
        let places = desk.amendmentPlaces
        let amender = AmendmentComposer(
            source: source,
            paper: paper,
            placeholders: places,
            roundIsPartlyExempt: round.holdsExemptInformation
        )
        self.amender = amender
        if places.isEmpty || told == .leftOut { return amender.paper }
        var amended = paper
        for index in amended.sections.indices {
            amended.sections[index].blocks = amended.sections[index].blocks.replacing(places) { _ in
                let blocks = amender.blocks(told, on: &desk)
                var references = ReferenceWording(desk: desk)
                let worded = references.word(blocks)
                desk.diagnostics += references.diagnostics.all
                return worded
            }
        }
        return amended
    }

    /// What has changed since a draft of the paper, once it is composed.
    mutating func amendments(since draft: CirculatedDraft) -> [Amendment] {
        amender?.amendments(since: draft, on: &desk) ?? []
    }

    // MARK: - Words

    mutating func words(_ template: Template, _ localNames: [String: String] = [:]) -> String {
        var composer = ProseComposer()
        composer.localNames = localNames
        return composer.text(template, on: &desk)
    }

    private var addressee: String {
        let body = round.council.body(source.meeting.body)?.name ?? source.meeting.body
        return "\(body), \(source.meeting.date)"
    }

    mutating func heading(_ words: String, level: Int = 1) -> Block {
        let anchor = desk.place(at: .heading(.slug(of: words), in: nil), wording: "“\(words)”")
        return desk.block(.heading(Heading(level: level, [.text(words)], anchor: anchor)))
    }

    // MARK: - Parts

    private mutating func headerBlock(_ labels: PaperLayout.HeaderBlock) -> Block {
        let people = source.authors.compactMap { round.council.person($0) }
        let authors = (people.filter { $0.role == .member } + people.filter { $0.role == .officer })
            .map { "\($0.name), \($0.post)" }
        let rows = [
            (labels.by, authors),
            (labels.to, [words(labels.addressee)]),
            (labels.subject, [source.subject]),
            (labels.classification, [desk.names.value(of: "classification")]),
        ]
        let id = desk.node()
        let pairs = rows.map { label, values in
            let pair = desk.node()
            return Details.Pair(
                id: pair,
                label: [.text(words(label))],
                values: values.map { desk.paragraph([.text($0)], at: source.location) }
            )
        }
        return Block(id: id, .details(Details(role: .headerBlock, pairs: pairs)), location: source.location)
    }

    private mutating func summary(under heading: Template, holds: [PaperLayout.SummaryContent]) -> [Block] {
        var blocks = [self.heading(words(heading))]
        for content in holds {
            switch content {
            case .summary:
                var composer = ProseComposer()
                blocks += composer.blocks(source.summary, on: &desk)
            case .recommendations: blocks += recommendations()
            }
        }
        return blocks
    }

    /// A sentence for one recommendation, a lettered list for several.
    private mutating func recommendations() -> [Block] {
        guard let first = source.recommendations.first else { return [] }
        if source.recommendations.count == 1 {
            return [desk.paragraph(sentence(first, in: layout.recommendations.one), at: source.location)]
        }
        let leadIn = desk.paragraph([.text(words(layout.recommendations.several))], role: .leadIn)
        let list = desk.node()
        let items = source.recommendations.map { recommendation in
            let id = desk.node()
            var composer = ProseComposer()
            let inlines =
                [.strong([.text(recommendation.verb.rawValue)]), .text(" ")]
                + composer.inlines(recommendation.text, on: &desk)
            return List.Item(id: id, blocks: [desk.paragraph(inlines, at: source.location)])
        }
        return [leadIn, Block(id: list, .list(List(marker: .letter, items: items)), location: source.location)]
    }

    private mutating func sentence(_ recommendation: PaperSource.Recommendation, in template: Template) -> [Inline] {
        template.pieces.flatMap { piece -> [Inline] in
            switch piece {
            case .text(let text): return [.text(text)]
            case .name("verb"): return [.strong([.text(recommendation.verb.rawValue)])]
            case .name("text"):
                var composer = ProseComposer()
                return composer.inlines(recommendation.text, on: &desk)
            case .name: return [.text(words(Template([piece], at: template.location)))]
            }
        }
    }

    private mutating func body(isNumbered: Bool) -> [Block] {
        bodyComposer = ProseComposer(
            headings: ProseComposer.Headings(offset: 0, isNumbered: isNumbered, scope: "")
        )
        return bodyComposer.blocks(source.body, on: &desk, insert: insertions.blocks)
    }

    /// The heading of a section that goes on with the body's numbers.
    private mutating func section(under heading: Template) -> [Block] {
        let title = Prose.Block(
            .heading(level: 1, [.text(words(heading))], name: nil),
            at: heading.location
        )
        return bodyComposer.blocks(Prose([title]), on: &desk)
    }

    /// What the meeting takes the paper for.
    private mutating func purpose(_ wordings: [PaperSource.Purpose: Template]) -> [Block] {
        guard let purpose = source.purpose, let wording = wordings[purpose] else { return [] }
        return [desk.paragraph([.strong([.text(words(wording))])], at: source.location)]
    }

    private mutating func contact(label: Template) -> [Block] {
        guard let id = source.contact else {
            desk.diagnostics.append(
                .error(
                    "the paper's layout names a contact officer, and the paper does not",
                    at: source.location,
                    hint: "add `contact:` with one of the `people` of council.yaml"
                )
            )
            return []
        }
        guard let person = round.council.person(id) else { return [] }
        let node = desk.node()
        let pair = desk.node()
        var lines: [[Inline]] = [
            [.text([person.name, person.post, person.department].compactMap(\.self).joined(separator: ", "))]
        ]
        if let telephone = person.telephone {
            lines.append([.text("\(layouts.wording.words(.telephone)) \(telephone.keepingDigitsTogether)")])
        }
        if let email = person.email {
            let link = Link(id: desk.node(), target: .address("mailto:\(email)"), [.text(email)])
            lines.append([.text("\(layouts.wording.words(.email)) "), .link(link)])
        }
        let values = lines.map { desk.paragraph($0, at: source.location) }
        let details = Details(
            role: .contact,
            pairs: [Details.Pair(id: pair, label: [.text(words(label))], values: values)]
        )
        return [Block(id: node, .details(details), location: source.location)]
    }

    private mutating func backgroundPapers(_ heading: Template, none: Template) -> [Block] {
        let title = self.heading(words(heading))
        if source.backgroundPapers.isEmpty { return [title, desk.paragraph([.text(words(none))])] }
        let list = desk.node()
        let items = source.backgroundPapers.map { paper in
            let id = desk.node()
            var composer = ProseComposer()
            return List.Item(id: id, blocks: composer.blocks(paper, on: &desk))
        }
        return [title, Block(id: list, .list(List(marker: .bullet, items: items)), location: source.location)]
    }

}

extension PaperLayout.Part {
    /// Whether it stands in the public edition of a paper that is exempt as a whole.
    fileprivate var isOfWithheldPaper: Bool {
        switch self {
        case .headerBlock, .exemptInformation, .contact: true
        default: false
        }
    }
}

extension String {
    /// With no-break spaces, for a telephone number.
    fileprivate var keepingDigitsTogether: String { replacing(" ", with: "\u{A0}") }
}
