// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree

/// A cross-reference whose wording needs the anchors of the whole paper.
struct UnwordedReference {
    /// As the officer wrote it.
    var name: String
    /// The directorate whose return it is written in; may be empty.
    var scope: String
    var location: SourceLocation
}

/// Words the cross-references of a paper, once every heading has its number.
struct ReferenceWording {
    /// How many places an ambiguous reference is said to be able to mean.
    private static let mostMeanings = 4

    private let references: [NodeID: UnwordedReference]
    private let anchors: AnchorTable
    /// Whether a return that the paper appends has not come, so that what a reference leads to may be in it.
    private let awaitsReturns: Bool
    private(set) var diagnostics = DiagnosticList()
    /// Everything that references can lead to; found when one leads nowhere.
    private var referableNames: [String]?

    init(of references: [NodeID: UnwordedReference], anchors: AnchorTable, awaitsReturns: Bool = false) {
        self.references = references
        self.anchors = anchors
        self.awaitsReturns = awaitsReturns
    }

    mutating func word(_ sections: [Section]) -> [Section] {
        if references.isEmpty { return sections }
        return sections.map { section in
            var section = section
            section.blocks = word(section.blocks)
            return section
        }
    }

    mutating func word(_ blocks: [Block]) -> [Block] {
        blocks.map { block in block.rewritingInlines { word($0) } }
    }

    private mutating func word(_ inlines: [Inline]) -> [Inline] {
        inlines.map { inline in
            if case .link(let link) = inline { return word(link) }
            return inline.rewritingChildren { word($0) }
        }
    }

    private mutating func word(_ link: Link) -> Inline {
        guard let reference = references[link.id] else { return .link(link) }
        switch anchors.resolve(reference.name, in: reference.scope) {
        case .nothing:
            reportUnknown(reference)
            return .text(link.inlines.plainText)
        case .several(let places):
            reportAmbiguous(reference, among: places)
            return .text(link.inlines.plainText)
        case .one(let place):
            let words = link.inlines.isEmpty ? [Inline.text(place.wording)] : link.inlines.naming(place.wording)
            return .link(Link(id: link.id, target: .anchor(place.destination), words))
        }
    }

    private mutating func reportUnknown(_ reference: UnwordedReference) {
        let names = referableNames ?? anchors.names
        referableNames = names
        // A name that is nearly a known one is a misspelling, even if a return that has not come might have it.
        let isAwaited = awaitsReturns && NearestName.of(reference.name, among: names) == nil
        diagnostics.report(
            isAwaited ? .awaitedReference(reference.name) : .unknownReference(reference.name, among: names),
            at: reference.location
        )
    }

    private mutating func reportAmbiguous(
        _ reference: UnwordedReference,
        among places: [AnchorTable.Place]
    ) {
        diagnostics.report(
            .ambiguousReference(reference.name, among: Array(places.prefix(Self.mostMeanings)), of: anchors),
            at: reference.location
        )
    }
}

extension [Inline] {
    /// The same with the name of the place that they speak of.
    fileprivate func naming(_ place: String) -> [Inline] {
        map { inline in
            switch inline {
            case .link: return inline
            case .text, .emphasis, .strong, .noteMark, .lineBreak, .span:
                return inline.rewritingChildren { $0.naming(place) }
            case .pageReference(var words):
                words.place = place
                return words.form == .place ? .text(place) : .pageReference(words)
            }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func unknownReference(_ name: String, among names: [String]) -> Self {
        Self(
            .unknownReference,
            "nothing in this paper is named `#\(name)`",
            hint: NearestName.of(name, among: names).map { "did you mean `#\($0, from: .anywhere)`?" }
                ?? "a heading is named by its words: `# Approval process` is `#approval-process`"
        )
    }

    fileprivate static func awaitedReference(_ name: String) -> Self {
        Self(
            .awaitedReturn,
            "nothing in this paper is named `#\(name)`, unless it is in a return that has not come",
            hint: "a heading is named by its words: `# Approval process` is `#approval-process`"
        )
    }

    fileprivate static func ambiguousReference(
        _ name: String,
        among places: [AnchorTable.Place],
        of anchors: AnchorTable
    ) -> Self {
        Self(
            .ambiguousReference,
            "`#\(name)` may be \(places.map(\.wording).joined(separator: " or "), from: .anywhere)",
            hint:
                "write \(places.map { "`#\(anchors.unambiguousName(of: $0))` for \($0.wording)" }.joined(separator: ", "), from: .anywhere)"
        )
    }
}
