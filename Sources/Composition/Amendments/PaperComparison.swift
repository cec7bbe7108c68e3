// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// Finds what has changed between two drafts of a paper.
struct PaperComparison {
    /// A part whose heading was changed keeps so much of its words.
    private static let leastLikeness = 0.5

    private let old: [PaperPart]
    private let new: [PaperPart]

    init(from old: Paper, to new: Paper) {
        self.old = PaperPart.parts(of: old)
        self.new = PaperPart.parts(of: new)
    }

    /// The names of every part in either draft.
    var keys: [String] { new.map(\.key) + old.map(\.key) }

    /// The parts that are not as they were, in the order of the newer draft; those that are no more stand where they stood.
    func changes() -> [PartChange] {
        var changes: [PartChange] = []
        for step in Alignment(old.map(\.key), new.map(\.key)).steps {
            switch step {
            case .same(let oldIndex, let newIndex): changes += compare(old[oldIndex], new[newIndex])
            case .gap(let oldParts, let newParts): changes += compare(oldParts, newParts)
            }
        }
        return changes
    }

    private func compare(_ old: PaperPart, _ new: PaperPart) -> [PartChange] {
        var comparison = PartComparison(old, new)
        return comparison.change().map { [$0] } ?? []
    }

    /// Parts between two that are the same in both: one that has the same words under another heading is the same.
    private func compare(_ oldParts: Range<Int>, _ newParts: Range<Int>) -> [PartChange] {
        var changes: [PartChange] = []
        var rest = oldParts
        for index in newParts {
            if let match = rest.first(where: { isAlike(old[$0], new[index]) }) {
                changes += (rest.lowerBound..<match).map { removed(old[$0], before: index) }
                changes += compare(old[match], new[index])
                rest = (match + 1)..<oldParts.upperBound
            } else {
                let nodes = new[index].units.reduce(into: new[index].headingNodes) { $0.formUnion($1.nodes) }
                changes.append(
                    PartChange(key: new[index].key, name: new[index].name, changes: [.partAdded], nodes: nodes)
                )
            }
        }
        return changes + rest.map { removed(old[$0], before: newParts.upperBound) }
    }

    private func removed(_ part: PaperPart, before index: Int) -> PartChange {
        var nodes: Set<NodeID> = []
        if index < new.count {
            nodes = new[index].headingNodes
        } else if let last = new.last {
            nodes = last.headingNodes
        }
        // Its number is another section's now.
        let name: PaperPart.Name = if case .section = part.name { .heading(part.title) } else { part.name }
        return PartChange(key: part.key, name: name, changes: [.partRemoved], nodes: nodes)
    }

    private func isAlike(_ old: PaperPart, _ new: PaperPart) -> Bool {
        switch (old.name, new.name) {
        case (.section, .section), (.heading, .heading), (.section, .heading), (.heading, .section):
            let texts = [old, new].map { $0.units.map(\.identity).joined(separator: "\n") }
            return ComparableText.likeness(texts[0], texts[1]) >= Self.leastLikeness
        default: return false
        }
    }
}
