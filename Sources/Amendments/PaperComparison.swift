// SPDX-License-Identifier: Apache-2.0

package import PaperTree

/// The comparison of two drafts of a paper, part by part.
package struct PaperComparison {
    /// The least likeness of the texts of a part whose heading was changed.
    private static let leastLikeness = 0.5

    private let old: [PaperPart]
    private let new: [PaperPart]

    package init(from old: Paper, to new: Paper) {
        self.old = PaperPart.parts(of: old)
        self.new = PaperPart.parts(of: new)
    }

    /// The keys of the parts of both drafts.
    package var keys: [String] { new.map(\.key) + old.map(\.key) }

    /// The changed parts in the order of the newer draft; a removed part comes where it was.
    package func changes() -> [PartChange] {
        let oldKeys = Dictionary(old.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        let newKeys = Set(new.map(\.key))
        var changes: [PartChange] = []
        for step in SequenceAlignment(old.map(\.key), new.map(\.key)).steps {
            switch step {
            case .same(let oldIndex, let newIndex): changes += compare(old[oldIndex], new[newIndex])
            case .gap(let oldParts, let newParts):
                // A part at another position of the other draft has moved; a part in only one draft was added or removed.
                changes += compare(
                    oldParts.filter { !newKeys.contains(old[$0].key) },
                    newParts.filter { oldKeys[new[$0].key] == nil },
                    before: newParts.upperBound
                )
                changes += newParts.compactMap { index in
                    oldKeys[new[index].key].map { moved(old[$0], to: new[index]) }
                }
            }
        }
        return changes
    }

    private func moved(_ old: PaperPart, to new: PaperPart) -> PartChange {
        var change = PartChange(key: new.key, name: new.name, changes: [.partMoved], nodes: new.headingNodes)
        var comparison = PartComparison(old, new)
        if let own = comparison.change() {
            change.changes += own.changes
            change.nodes.formUnion(own.nodes)
        }
        return change
    }

    private func compare(_ old: PaperPart, _ new: PaperPart) -> [PartChange] {
        var comparison = PartComparison(old, new)
        return comparison.change().map { [$0] } ?? []
    }

    /// Compares the parts between two that both drafts have: a part with much the same text under another heading is the same part.
    ///
    /// - Parameter end: the index of the part of the newer draft that follows them.
    private func compare(_ oldParts: [Int], _ newParts: [Int], before end: Int) -> [PartChange] {
        var changes: [PartChange] = []
        var rest = oldParts[...]
        for index in newParts {
            if let match = rest.first(where: { isAlike(old[$0], new[index]) }) {
                changes += rest.prefix { $0 != match }.map { removed(old[$0], before: index) }
                changes += compare(old[match], new[index])
                rest = rest.drop { $0 != match }.dropFirst()
            } else {
                let nodes = new[index].units.reduce(into: new[index].headingNodes) { $0.formUnion($1.nodes) }
                changes.append(
                    PartChange(key: new[index].key, name: new[index].name, changes: [.partAdded], nodes: nodes)
                )
            }
        }
        return changes + rest.map { removed(old[$0], before: end) }
    }

    private func removed(_ part: PaperPart, before index: Int) -> PartChange {
        var nodes: Set<NodeID> = []
        if index < new.count {
            nodes = new[index].headingNodes
        } else if let last = new.last {
            nodes = last.headingNodes
        }
        // In the newer draft its number belongs to another section.
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
