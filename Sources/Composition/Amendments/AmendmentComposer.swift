// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree
import Amendments

/// Lists what has changed in a paper since a draft of it went out.
struct AmendmentComposer {
    let source: PaperSource
    /// Without its amendments.
    let paper: Paper
    /// The sections in which amendments are listed, which are not listed themselves.
    let holders: Set<String>

    /// A former name is left out where what it named is now withheld: it would give the withheld text away.
    private let namesNoRemovals: Bool

    /// - Parameters:
    ///   - paper: with empty blocks in the places of its amendments.
    ///   - placeholders: these blocks.
    ///   - roundIsPartlyExempt: whether something that was in a draft may be exempt now, here or in another paper.
    init(source: PaperSource, paper: Paper, placeholders: Set<NodeID>, roundIsPartlyExempt: Bool) {
        self.source = source
        namesNoRemovals = roundIsPartlyExempt && paper.properties.edition != .restricted
        let parts = placeholders.isEmpty ? [] : PaperPart.parts(of: paper)
        holders = Set(parts.filter { $0.units.contains { !$0.nodes.isDisjoint(with: placeholders) } }.map(\.key))
        var paper = paper
        for index in paper.sections.indices where !placeholders.isEmpty {
            paper.sections[index].blocks = paper.sections[index].blocks.replacing(placeholders) { _ in [] }
        }
        self.paper = paper
    }

    /// What has changed, in the officer's words where these are given.
    func amendments(since draft: CirculatedDraft, with context: inout CompositionContext) -> [Amendment] {
        let comparison = PaperComparison(from: draft.paper, to: paper)
        let changes = comparison.changes().filter {
            !holders.contains($0.key) && !(namesNoRemovals && $0.changes == [.partRemoved])
        }
        report(unknownAmong: comparison.keys, with: &context)
        report(unchangedSince: draft.version, among: comparison.keys, but: changes.map(\.key), with: &context)
        let wording = AmendmentWording(wording: context.wording, countsRemovedRows: namesNoRemovals)
        return changes.map { change in
            let own = source.amendments.first { $0.place == change.key }
            var composer = ProseComposer()
            let words = own.map { composer.inlines($0.text, with: &context) } ?? [.text(wording.words(change.changes))]
            return Amendment(key: change.key, place: wording.words(change.name), words: words, nodes: change.nodes)
        }
    }

    /// Own words that the whole paper has a use for: what is for everybody may lack the section, or its change.
    private var ownWords: [PaperSource.Amendment] { paper.properties.edition == .open ? [] : source.amendments }

    private func report(
        unchangedSince version: String,
        among keys: [String],
        but changed: [String],
        with context: inout CompositionContext
    ) {
        for own in ownWords where keys.contains(own.place) && !changed.contains(own.place) {
            context.diagnostics.report(.unchangedAmendment(own.place, since: version), at: own.location)
        }
    }

    private func report(unknownAmong keys: [String], with context: inout CompositionContext) {
        for own in ownWords where !keys.contains(own.place) {
            context.diagnostics.report(.unknownAmendment(own.place, among: keys), at: own.location)
        }
    }

    /// The blocks that tell them.
    func blocks(since baseline: AmendmentBaseline, with context: inout CompositionContext) -> [Block] {
        let draft: CirculatedDraft
        switch baseline {
        case .omitted: return []
        case .neverCirculated:
            report(unknownAmong: PaperPart.parts(of: paper).map(\.key), with: &context)
            return [context.paragraph([.text(context.wording.words(.amendmentsFirst))])]
        case .draft(let circulated): draft = circulated
        }
        let amendments = amendments(since: draft, with: &context)
        let version = ["version": draft.version]
        if amendments.isEmpty { return [context.paragraph([.text(context.wording.words(.amendmentsNone, version))])] }
        let leadIn = context.paragraph([.text(context.wording.words(.amendmentsSince, version))], role: .leadIn)
        let list = context.node()
        let items = amendments.map { amendment in
            let id = context.node()
            return List.Item(id: id, blocks: [context.paragraph([.text(amendment.place + ": ")] + amendment.words)])
        }
        return [leadIn, Block(id: list, .list(List(marker: .bullet, items: items)))]
    }
}

extension [Block] {
    /// The blocks with some of them replaced, also within items and quotations.
    func replacing(_ nodes: Set<NodeID>, by replacement: (NodeID) -> [Block]) -> [Block] {
        flatMap { block -> [Block] in
            if nodes.contains(block.id) { return replacement(block.id) }
            return [block.rewritingChildren { $0.replacing(nodes, by: replacement) }]
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func unchangedAmendment(_ place: String, since version: String) -> Self {
        Self(
            .unchangedAmendment,
            "`\(place)` has not changed since \(version)",
            hint: "delete the line: it is not printed"
        )
    }

    fileprivate static func unknownAmendment(_ place: String, among keys: [String]) -> Self {
        Self(
            .unknownAmendment,
            "the paper has no section `\(place)`",
            hint: NearestName.hint(for: place, among: keys, from: .anywhere)
                ?? "`cleardays diff` says by which names sections are called"
        )
    }
}
