// SPDX-License-Identifier: Apache-2.0

/// The longest common subsequence of two sequences, and the gaps between its elements.
struct SequenceAlignment {
    /// What is in one place of the old sequence and in the same place of the new one.
    enum Step {
        case same(old: Int, new: Int)
        /// Some of the old in place of some of the new.
        case gap(old: Range<Int>, new: Range<Int>)
    }

    let steps: [Step]

    /// Keeps as many elements as can be (Myers).
    init(_ old: [String], _ new: [String]) {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var steps: [Step] = []
        var (oldIndex, newIndex) = (0, 0)
        while oldIndex < old.count || newIndex < new.count {
            let (oldStart, newStart) = (oldIndex, newIndex)
            while removed.contains(oldIndex) { oldIndex += 1 }
            while inserted.contains(newIndex) { newIndex += 1 }
            if oldIndex > oldStart || newIndex > newStart {
                steps.append(.gap(old: oldStart..<oldIndex, new: newStart..<newIndex))
            }
            guard oldIndex < old.count, newIndex < new.count else { break }
            steps.append(.same(old: oldIndex, new: newIndex))
            oldIndex += 1
            newIndex += 1
        }
        self.steps = steps
    }
}
