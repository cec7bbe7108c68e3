// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// Makes the tree of one paper by its layout.
struct PaperComposer {
    private let source: PaperSource
    private let layout: PaperLayout
    private let round: MonitoringRound
    private let layouts: LayoutSet
    private(set) var desk: ComposingDesk
    private let insertions: InsertionComposer
    /// Numbers the headings of the body, and of the sections that go on after it.
    private var bodyComposer = ProseComposer()

    init(source: PaperSource, layout: PaperLayout, round: MonitoringRound, layouts: LayoutSet) {
        self.source = source
        self.layout = layout
        self.round = round
        self.layouts = layouts
        var names = DataNames(of: round)
        names.add(source, of: round)
        desk = ComposingDesk(names: names, wording: layouts.wording)
        insertions = InsertionComposer(source: source, round: round, layouts: layouts)
    }

    /// The whole paper, appendices and all.
    mutating func paper() -> Paper {
        var cover = Section(id: desk.section(), label: "", blocks: [])
        var appendices: [Section] = []
        // Where the contents go, once all headings are known.
        var contents: (index: Int, heading: Heading, depth: Int, fromPages: Int)?
        for part in layout.parts {
            switch part {
            case .headerBlock(let labels): cover.blocks.append(headerBlock(labels))
            case .summary(let heading, let holds): cover.blocks += summary(under: heading, holds: holds)
            case .contents(let heading, let depth, let fromPages):
                let words = words(heading)
                let anchor = desk.place(named: Anchor.name(of: words), wording: "“\(words)”")
                let title = Heading(level: 1, [.text(words)], anchor: anchor)
                contents = (cover.blocks.count, title, depth, fromPages)
            case .body(let isNumbered): cover.blocks += body(isNumbered: isNumbered)
            case .purpose(let wordings): cover.blocks += purpose(wordings)
            case .recommendations(let one, let several):
                if source.recommendations.isEmpty { continue }
                cover.blocks += section(under: source.recommendations.count == 1 ? one : several)
                cover.blocks += recommendations()
            case .route(let heading, let table):
                guard !source.route.isEmpty, let kind = layouts.tables[table] else { continue }
                cover.blocks += section(under: heading)
                cover.blocks += insertions.blocks(of: source.route, kind, &desk)
            case .contact(let label): cover.blocks += contact(label: label)
            case .backgroundPapers(let heading, let none): cover.blocks += backgroundPapers(heading, none: none)
            case .appendices(let heading, let label, let layout):
                appendices += self.appendices(heading: heading, label: label, layout: layout)
            }
        }
        if let contents {
            let entries = entries(of: [cover] + appendices, depth: contents.depth)
            let list = Contents(heading: contents.heading, entries: entries, fromPages: contents.fromPages)
            cover.blocks.insert(desk.block(.contents(list)), at: contents.index)
        }
        return finished(
            sections: [cover] + appendices,
            properties: Paper.Properties(
                id: source.id,
                title: source.subject,
                subject: "\(round.council.name): \(addressee)",
                creator: round.council.name,
                language: round.council.language,
                date: source.meeting.date.iso8601
            )
        )
    }

    /// The headings down to a depth, as the contents list them.
    private mutating func entries(of sections: [Section], depth: Int) -> [Contents.Entry] {
        sections.flatMap(\.blocks).compactMap { block in
            guard case .heading(let heading) = block.content, heading.level <= depth else { return nil }
            return Contents.Entry(
                id: desk.node(),
                level: heading.level,
                number: heading.number,
                words: heading.inlines.plainText,
                anchor: heading.anchor
            )
        }
    }

    /// One directorate's return alone, as it stands in the paper; nothing where the paper does not append it.
    mutating func appendix(of id: String) -> Paper? {
        guard let directorate = round.council.directorate(id) else { return nil }
        for case .appendices(_, let label, _) in layout.parts {
            for (index, appendix) in source.appendices.enumerated() where directorates(of: appendix).contains(id) {
                let label = words(label, ["number": String(index + 1), "title": appendix.title])
                var paper = paper()
                let wanted = sectionLabel(label, of: directorate)
                guard let section = paper.sections.first(where: { $0.label == wanted }) else { return nil }
                paper.sections = [section.standingAlone(without: "appendix-\(index + 1)")]
                paper.properties.id = "appendix-\(id)"
                paper.properties.title = wanted
                paper.properties.subject = "\(round.council.name): \(round.round.title)"
                return paper
            }
        }
        return nil
    }

    private func sectionLabel(_ label: String, of directorate: Directorate) -> String {
        "\(label): \(directorate.name)"
    }

    /// Words the references, now that all places are known, and adds the running lines.
    private mutating func finished(sections: [Section], properties: Paper.Properties) -> Paper {
        var references = ReferenceWording(desk: desk)
        var abbreviations = AbbreviationExpansion(round.council.abbreviations)
        let worded = references.word(sections).map { abbreviations.expand($0) }
        desk.diagnostics += references.diagnostics
        return Paper(
            properties: properties,
            sections: worded,
            head: head(),
            foot: running(layout.foot)
        )
    }

    // MARK: - Words

    private mutating func words(_ template: Template, _ localNames: [String: String] = [:]) -> String {
        var composer = ProseComposer()
        composer.localNames = localNames
        return composer.text(template, on: &desk)
    }

    private var addressee: String {
        let body = round.council.body(source.meeting.body)?.name ?? source.meeting.body
        return "\(body), \(source.meeting.date)"
    }

    /// The head of every page; a draft says that it is one.
    private mutating func head() -> RunningText {
        var head = running(layout.head)
        guard source.status == .draft, let draft = layout.draft else { return head }
        let words = running(draft)
        head.centre = head.centre.isEmpty ? words : words + [.text(" – ")] + head.centre
        return head
    }

    private mutating func running(_ line: RunningLine) -> RunningText {
        RunningText(left: running(line.left), centre: running(line.centre), right: running(line.right))
    }

    private mutating func running(_ template: Template?) -> [RunningText.Piece] {
        guard let template else { return [] }
        return template.pieces.map { piece in
            switch piece {
            case .text(let text): .text(text)
            case .name("page"): .page
            case .name("pages"): .pages
            case .name("appendix"): .sectionLabel
            case .name: .text(words(Template([piece], at: template.location)))
            }
        }
    }

    private mutating func heading(_ words: String, level: Int = 1) -> Block {
        let anchor = desk.place(named: Anchor.name(of: words), wording: "“\(words)”")
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
            (labels.classification, [source.classification]),
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

    // MARK: - Appendices

    private func directorates(of appendix: PaperSource.Appendix) -> [String] {
        switch appendix.scope {
        case .allDirectorates: round.council.directorates.map(\.id)
        case .remit: round.council.directorates(before: source.meeting.body).map(\.id)
        case .directorates(let ids): round.council.directorates.map(\.id).filter(ids.contains)
        }
    }

    private mutating func appendices(heading: Template, label: Template, layout: String) -> [Section] {
        var sections: [Section] = []
        for (index, appendix) in source.appendices.enumerated() {
            let names = ["number": String(index + 1), "title": appendix.title]
            let label = words(label, names)
            var own = directorates(of: appendix).compactMap { section(of: $0, label: label, layout: layout, level: 2) }
            if own.isEmpty {
                desk.diagnostics.append(
                    .error("the appendix `\(appendix.title)` holds no return", at: appendix.location)
                )
                continue
            }
            let anchor = desk.place(named: "appendix-\(index + 1)", wording: label)
            let title = desk.block(.heading(Heading(level: 1, [.text(words(heading, names))], anchor: anchor)))
            own[0].blocks.insert(title, at: 0)
            sections += own
        }
        return sections
    }

    /// A directorate's return as a part of the paper; nothing where it has made none.
    private mutating func section(of id: String, label: String, layout: String, level: Int) -> Section? {
        guard let directorate = round.council.directorate(id), let directorateReturn = round.directorateReturn(id),
            let layout = layouts.returns[layout]
        else { return nil }
        let node = desk.section()
        let composer = ReturnComposer(
            layout: layout,
            directorate: directorate,
            directorateReturn: directorateReturn,
            round: round,
            layouts: layouts,
            level: level,
            wording: "\(label), \(directorate.name)"
        )
        return Section(id: node, label: sectionLabel(label, of: directorate), blocks: composer.blocks(on: &desk))
    }
}

extension String {
    /// With no-break spaces, for a telephone number.
    fileprivate var keepingDigitsTogether: String { replacing(" ", with: "\u{A0}") }
}
