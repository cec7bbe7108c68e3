// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// Compares one part of a paper in two drafts.
struct PartComparison {
    /// Texts that have so many of their words in common are one text that has changed.
    private static let leastLikeness = 0.4
    /// A text is looked for among so many at most, so that a part that is wholly new takes no longer than another.
    private static let mostCandidates = 40

    private let old: PaperPart
    private let new: PaperPart
    private var findings: Set<Change> = []
    private var nodes: Set<NodeID> = []
    private var rows = TableComparison()

    init(_ old: PaperPart, _ new: PaperPart) {
        self.old = old
        self.new = new
    }

    /// The changes of the part, or `nil` if there are none.
    mutating func change() -> PartChange? {
        if old.title != new.title {
            findings.insert(.headingChanged)
            nodes.formUnion(new.headingNodes)
        }
        for step in SequenceAlignment(old.units.map(\.identity), new.units.map(\.identity)).steps {
            switch step {
            case .same(let oldIndex, let newIndex): compare(old.units[oldIndex], new.units[newIndex])
            case .gap(let oldUnits, let newUnits): compare(oldUnits, newUnits)
            }
        }
        nodes.formUnion(rows.nodes)
        let changes = changes
        return changes.isEmpty ? nil : PartChange(key: new.key, name: new.name, changes: changes, nodes: nodes)
    }

    /// In the order in which they are listed.
    private var changes: [Change] {
        let ofRows: [(Change, [String])] = [
            (.figuresChanged(rows: rows.figures.keys), rows.figures.keys),
            (.rowsAdded(rows.added.keys), rows.added.keys),
            (.rowsRemoved(rows.removed.keys), rows.removed.keys),
            (.wordsChanged(rows: rows.words.keys), rows.words.keys),
        ]
        let order: [Change] = [
            .headingChanged, ofRows[0].0, .figuresInTextChanged, ofRows[1].0, ofRows[2].0, .rowsReordered, .tableAdded,
            .tableRemoved, ofRows[3].0, .textChanged, .textAdded, .textRemoved,
        ]
        let found = findings.union(
            ofRows.filter { !$0.1.isEmpty }.map(\.0) + (rows.isReordered ? [.rowsReordered] : [])
        )
        return order.filter(found.contains)
    }

    private mutating func compare(_ old: PaperPart.Unit, _ new: PaperPart.Unit) {
        switch (old.content, new.content) {
        case (.table(let first), .table(let second)):
            if rows.compare(first, second) { findings.insert(.textChanged) }
        case (.text(let first), .text(let second)):
            if first == second { return }
            let isFigures = ComparableText.withoutNumbers(first) == ComparableText.withoutNumbers(second)
            findings.insert(isFigures ? .figuresInTextChanged : .textChanged)
            nodes.formUnion(new.nodes)
        default: break
        }
    }

    /// Units between two that are the same in both: those that are alike are one that has changed.
    private mutating func compare(_ oldUnits: Range<Int>, _ newUnits: Range<Int>) {
        var rest = oldUnits
        for index in newUnits {
            if let match = rest.prefix(Self.mostCandidates).first(where: { isAlike(old.units[$0], new.units[index]) }) {
                for lost in rest.lowerBound..<match { remove(old.units[lost], before: index) }
                compare(old.units[match], new.units[index])
                rest = (match + 1)..<oldUnits.upperBound
            } else {
                add(new.units[index])
            }
        }
        for lost in rest { remove(old.units[lost], before: newUnits.upperBound) }
    }

    private func isAlike(_ old: PaperPart.Unit, _ new: PaperPart.Unit) -> Bool {
        switch (old.content, new.content) {
        case (.table(let first), .table(let second)): first.columns.count == second.columns.count
        case (.text(let first), .text(let second)): ComparableText.likeness(first, second) >= Self.leastLikeness
        default: false
        }
    }

    private mutating func add(_ unit: PaperPart.Unit) {
        if case .table = unit.content { findings.insert(.tableAdded) } else { findings.insert(.textAdded) }
        nodes.formUnion(unit.nodes)
    }

    /// - Parameter index: the position of the removed unit among the units of the new part.
    private mutating func remove(_ unit: PaperPart.Unit, before index: Int) {
        if case .table = unit.content { findings.insert(.tableRemoved) } else { findings.insert(.textRemoved) }
        var before = new.headingNodes
        if index > 0, case .text = new.units[index - 1].content { before = new.units[index - 1].nodes }
        nodes.formUnion(before)
    }
}
