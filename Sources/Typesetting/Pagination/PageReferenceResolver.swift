// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree

/// Fills in the page numbers that the cross-references of a section print.
struct PageReferenceResolver {
    /// How often "overleaf" may prove wrong before a reference prints the page number instead: its own length moves its target.
    private static let mostWithdrawals = 2

    let links: Set<NodeID>
    private var withdrawals: [NodeID: Int] = [:]

    init(in blocks: [Block]) {
        var links: Set<NodeID> = []
        blocks.walk { block in links.formUnion(block.inlines.pageReferences.map(\.id)) }
        self.links = links
    }

    /// The same blocks with the page numbers that are known now.
    mutating func filled(_ blocks: [Block], by numbers: PageNumbers) -> [Block] {
        if links.isEmpty { return blocks }
        var withdrawals = withdrawals
        let filled = blocks.map { block in
            block.rewritingInlines { inlines in
                inlines.replacing(links) { link, words in
                    guard case .anchor(let anchor) = link.target else { return }
                    let isOverleaf = numbers.isOverleaf(anchor, from: link.id)
                    if words.isOverleaf, !isOverleaf { withdrawals[link.id, default: 0] += 1 }
                    words.page = numbers.pages[anchor]
                    words.isOverleaf = isOverleaf && withdrawals[link.id, default: 0] < Self.mostWithdrawals
                }
            }
        }
        self.withdrawals = withdrawals
        return filled
    }

    /// A diagnostic for each block with a page reference that is wrong by the final page numbers.
    func staleReferences(in blocks: [Block], by numbers: PageNumbers) -> [Diagnostic] {
        var references = self
        return zip(blocks, references.filled(blocks, by: numbers)).compactMap { block, filled in
            if block == filled { return nil }
            return Diagnostic(.movingPageReference, at: block.location)
        }
    }
}

extension [Inline] {
    /// The same inlines, with a change to the page references in some links.
    fileprivate func replacing(_ links: Set<NodeID>, change: (Link, inout PageReference) -> Void) -> [Inline] {
        map { inline in
            guard case .link(var link) = inline else {
                return inline.rewritingChildren { $0.replacing(links, change: change) }
            }
            if links.contains(link.id) { link.inlines = link.inlines.replacingWords(of: link, change: change) }
            return .link(link)
        }
    }

    private func replacingWords(of link: Link, change: (Link, inout PageReference) -> Void) -> [Inline] {
        map { inline in
            switch inline {
            case .link: return inline
            case .text, .emphasis, .strong, .noteMark, .lineBreak, .span:
                return inline.rewritingChildren { $0.replacingWords(of: link, change: change) }
            case .pageReference(var words):
                change(link, &words)
                return .pageReference(words)
            }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var movingPageReference: Self {
        Self(
            .unsettledPages,
            "the page that a reference says moves with the words that say it",
            hint: "say it in other words, or without the page"
        )
    }
}
