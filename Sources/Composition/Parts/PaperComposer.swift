// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree
import UnicodeText

/// Composes the tree of one paper by its layout.
struct PaperComposer {
    let source: PaperSource
    let layout: PaperLayout
    let edition: RoundEdition
    let layouts: LayoutSet
    var context: CompositionContext
    let insertions: InsertionComposer
    /// The directorates whose returns are sections of the paper, by the section's node.
    var directorates: [NodeID: Directorate] = [:]
    /// Numbers the headings of the body and of the parts that continue its numbers.
    var bodyComposer = ProseComposer()
    /// The appendices composed so far.
    var appended: [AppendixList.Appendix] = []
    private let baseline: AmendmentBaseline
    /// Compares the paper, once it is composed, with drafts.
    private var amendmentComposer: AmendmentComposer?

    var round: MonitoringRound { edition.content }

    init(
        source: PaperSource,
        layout: PaperLayout,
        edition: RoundEdition,
        layouts: LayoutSet,
        baseline: AmendmentBaseline = .omitted
    ) {
        self.source = source
        self.baseline = baseline
        self.layout = layout
        self.edition = edition
        self.layouts = layouts
        let round = edition.content
        var names = DataNames(of: round, wording: layouts.wording)
        names.add(source, of: round)
        context = CompositionContext(
            audience: edition.audience,
            nation: round.council.nation,
            language: LanguageTag(round.council.language),
            names: names,
            wording: layouts.wording,
            numbersTables: layout.numbersTables
        )
        insertions = InsertionComposer(source: source, round: round, layouts: layouts)
        context.names.set("classification", to: classification(nil))
    }

    /// Composes the whole paper with its appendices.
    mutating func paper() -> Paper {
        let cover = context.section()
        let masthead = masthead()
        if let exemption = source.exemption { context.note(exemption) }
        // The officers' words and the model's rows.
        var parts = layout.parts.map { _ in [Block]() }
        var appendices: [Section] = []
        for (index, part) in layout.parts.enumerated() where omittedExemption == nil || part.isInOmittedPaper {
            if case .appendices(let heading, let label, let layout) = part {
                appendices += self.appendices(heading: heading, label: label, layout: layout)
            } else {
                parts[index] = blocks(of: part)
            }
        }
        // What depends on what is exempt in them, and on their headings.
        let exemption = context.exemptions.values.reduce(nil) { $0?.union($1) ?? $1 }
        context.names.set("classification", to: classification(exemption))
        for (index, part) in layout.parts.enumerated() {
            if let blocks = dependentBlocks(of: part, exemption, in: [cover] + appendices.map(\.id)) {
                parts[index] = blocks
            }
        }
        var level = 0
        for index in parts.indices { parts[index].closeHeadingLevels(after: &level) }
        for index in appendices.indices { appendices[index].blocks.closeHeadingLevels(after: &level) }
        reportMissingExemptInformation(exemption)
        // The contents list the headings of all other parts.
        if omittedExemption == nil {
            for case (let index, .contents(let heading, let depth, let fromPages)) in layout.parts.enumerated() {
                let blocks = parts.flatMap(\.self) + appendices.flatMap(\.blocks)
                parts[index] = [contents(under: heading, of: blocks, depth: depth, fromPages: fromPages)]
            }
        }
        let sections = [Section(id: cover, label: "", blocks: masthead + parts.flatMap(\.self))] + appendices
        return amended(paper(of: sections, exemption))
    }

    /// The blocks of a part that depends on no other part.
    private mutating func blocks(of part: PaperLayout.Part) -> [Block] {
        switch part {
        case .summary(let heading, let headingForOne, let holds, let boxesRecommendations):
            let one = source.recommendations.count == 1 ? headingForOne : nil
            return summary(under: one ?? heading, holds: holds, boxesRecommendations: boxesRecommendations)
        case .title(let heading, let subheading, let isCompact):
            return title(heading, subheading: subheading, isCompact: isCompact)
        case .keyFigures(let classes): return insertions.keyFigures(of: classes, at: source.location, &context)
        case .changes: return insertions.changes(at: source.location, &context)
        case .text(let prose):
            // Its tables belong to no section of the body.
            context.headingLevel = min(context.headingLevel, 1)
            return bodyComposer.blocks(prose, with: &context, insert: insertions.blocks)
        case .body(let numbering): return body(numbering)
        case .purpose(let heading, let wordings, let isBoxed):
            let blocks = purpose(under: heading, wordings)
            return isBoxed ? blocks.inPanel(.request) : blocks
        case .recommendations(let one, let several):
            if source.recommendations.isEmpty { return [] }
            let heading = section(under: source.recommendations.count == 1 ? one : several)
            // The sentence has a number, or what leads into the list.
            return heading + recommendations().map { bodyComposer.numbered($0) }
        case .route(let heading, let table):
            guard !source.route.isEmpty, let kind = layouts.tables[table] else { return [] }
            return section(under: heading) + insertions.blocks(of: source.route, kind, under: words(heading), &context)
        case .implications(let heading, let none, let items): return implications(under: heading, none: none, items)
        case .clearance(let label): return clearance(label: label)
        case .contact(let label): return contact(label: label)
        case .backgroundPapers(let heading, let none): return backgroundPapers(heading, none: none)
        case .appendices, .headerBlock, .exemptInformation, .contents, .appendixList: return []
        }
    }

    /// The blocks of a part that depends on the other parts, or `nil` for any other part.
    private mutating func dependentBlocks(
        of part: PaperLayout.Part,
        _ exemption: Exemption?,
        in sections: [NodeID]
    ) -> [Block]? {
        switch part {
        case .headerBlock(let labels): return [headerBlock(labels)]
        case .exemptInformation(let heading, let isBoxed):
            let blocks = exemptInformation(under: heading, exemption, in: sections)
            return isBoxed ? blocks.inPanel(.exemptionReason) : blocks
        case .appendixList(let heading, let entry, let returnEntry):
            if appended.isEmpty { return nil }
            let list = AppendixList(entry: entry, returnEntry: returnEntry)
            return [self.heading(words(heading))] + list.blocks(of: appended, with: &context)
        case .title, .keyFigures, .changes, .text, .summary, .body, .purpose, .recommendations, .route, .contact,
            .backgroundPapers, .appendices, .contents, .implications, .clearance:
            return nil
        }
    }

    /// The contents: the headings down to a depth, with the wording of their references.
    private mutating func contents(
        under heading: Template,
        of blocks: [Block],
        depth: Int,
        fromPages: Int
    ) -> Block {
        let words = words(heading)
        let anchor = context.place(
            at: .heading(.slug(of: words), in: nil),
            wording: context.headingReference(words),
            isReferable: false
        )
        var references = context.referenceWording
        let entries = blocks.compactMap { block -> Contents.Entry? in
            // The title of the paper heads the contents too.
            guard case .heading(let own) = block.content, own.level <= depth, own.role != .paper,
                case .heading(let heading) = references.word([block])[0].content
            else { return nil }
            return Contents.Entry(
                id: context.node(),
                level: heading.level,
                number: heading.prefix,
                words: heading.inlines.plainText,
                anchor: heading.anchor
            )
        }
        let title = Heading(level: 1, [.text(words)], anchor: anchor)
        return context.block(.contents(Contents(heading: title, entries: entries, fromPages: fromPages)))
    }

    /// The paper of some sections: with worded references, which needs all anchors, and with running lines.
    private mutating func paper(of sections: [Section], _ exemption: Exemption?) -> Paper {
        var references = context.referenceWording
        var abbreviations = AbbreviationExpansion(round.council.abbreviations)
        let worded = references.word(sections).map { abbreviations.expand($0, with: &context) }
        context.diagnostics += references.diagnostics.all
        let body = round.council.body(source.meeting.body)?.name ?? source.meeting.body
        let draft = draft()
        return Paper(
            properties: Paper.Properties(
                id: source.id,
                title: source.subject,
                subject: "\(round.council.name): \(body), \(layouts.wording.words(source.meeting.date))",
                creator: round.council.name,
                language: round.council.language,
                edition: edition(exemption),
                date: source.meeting.date.iso8601,
                classification: context.names.value(of: "classification"),
                draftMark: draft?.mark.map { if case .text(let text) = $0 { text } else { "" } }.joined() ?? ""
            ),
            sections: worded,
            banner: banner(exemption),
            draft: draft,
            head: running(layout.head),
            foot: running(layout.foot),
            continuation: Paper.TableContinuation(
                mark: layouts.wording.words(.continued),
                overleaf: layouts.wording.words(.continuedOverleaf)
            )
        )
    }

    // MARK: - Amendments

    /// The paper with the list of amendments in its places, if it has any.
    private mutating func amended(_ paper: Paper) -> Paper {
        let placeholders = context.amendmentPlaceholders
        let composer = AmendmentComposer(
            source: source,
            paper: paper,
            placeholders: placeholders,
            roundIsPartlyExempt: round.holdsExemptInformation
        )
        amendmentComposer = composer
        if placeholders.isEmpty || baseline == .omitted { return composer.paper }
        var amended = paper
        for index in amended.sections.indices {
            amended.sections[index].blocks = amended.sections[index].blocks.replacing(placeholders) { _ in
                let blocks = composer.blocks(since: baseline, with: &context)
                var references = context.referenceWording
                let worded = references.word(blocks)
                context.diagnostics += references.diagnostics.all
                return worded
            }
        }
        return amended
    }

    /// What has changed since a draft of the paper, which has been composed.
    mutating func amendments(since draft: CirculatedDraft) -> [Amendment] {
        amendmentComposer?.amendments(since: draft, with: &context) ?? []
    }

    // MARK: - Words

    mutating func words(_ template: Template, _ localNames: [String: String] = [:]) -> String {
        var composer = ProseComposer()
        composer.localNames = localNames
        return composer.text(template, with: &context)
    }

    mutating func heading(_ words: String, level: Int = 1, role: Heading.Role = .section) -> Block {
        let anchor = context.place(at: .heading(.slug(of: words), in: nil), wording: context.headingReference(words))
        return context.block(.heading(Heading(level: level, [.text(words)], anchor: anchor, role: role)))
    }
}

extension PaperLayout.Part {
    /// Whether the part is in the public edition of a paper that is exempt as a whole.
    fileprivate var isInOmittedPaper: Bool {
        switch self {
        case .headerBlock, .title, .exemptInformation, .contact: true
        case .keyFigures, .changes, .text, .summary, .body, .purpose, .recommendations, .route, .backgroundPapers,
            .appendices, .contents,
            .appendixList, .implications, .clearance:
            false
        }
    }
}
