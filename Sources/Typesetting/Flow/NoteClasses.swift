// SPDX-License-Identifier: Apache-2.0

import PaperTree
import ResourceLimits

/// Finds the notes that say the same, together with the notes that they mark themselves.
///
/// Notes of the same words are one class. A class is divided where its notes mark notes of different classes, and so are then the classes of the notes
/// that mark those, which ends however notes mark each other. The largest part keeps the number of the class, so that a note gets another log *n* times
/// at most: a chain of notes takes little longer than as many that mark none (Hopcroft: the states of an automaton that cannot be told apart).
struct NoteClasses {
    /// A note, and its place among the others.
    private struct Node {
        var note: NodeID
        /// The notes that it marks, by their places; `nil` for one that is not there.
        var marked: [Int?] = []
        /// The notes that mark it.
        var markedBy: [Int] = []
        var number = 0
    }

    private var nodes: [Node]
    /// The notes of each class, by their places.
    private var members: [Set<Int>] = []

    /// - Parameter notes: the notes of a section in their order, each with what it says and the notes that it marks itself.
    init(_ notes: [(id: NodeID, words: String, marked: [NodeID])]) {
        nodes = notes.map { Node(note: $0.id) }
        var numbers: [String: Int] = [:]
        for (index, note) in notes.enumerated() {
            let number = numbers[note.words] ?? members.count
            if number == members.count { members.append([]) }
            numbers[note.words] = number
            nodes[index].number = number
            members[number].insert(index)
        }
        guard notes.contains(where: { !$0.marked.isEmpty }) else { return }
        let places = Dictionary(notes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        for (index, note) in notes.enumerated() {
            nodes[index].marked = note.marked.map { places[$0] }
            for place in nodes[index].marked.compactMap(\.self) { nodes[place].markedBy.append(index) }
        }
        var changed = Array(nodes.indices)
        while !changed.isEmpty { changed = divide(after: changed) }
    }

    /// The first of the notes that say the same as each.
    var originals: [NodeID: NodeID] {
        var firsts: [Int: NodeID] = [:]
        var originals: [NodeID: NodeID] = [:]
        for node in nodes {
            let first = firsts[node.number] ?? node.note
            firsts[node.number] = first
            originals[node.note] = first
        }
        return originals
    }

    /// Divides the classes of the notes that mark some others, whose classes have changed.
    ///
    /// - Returns: the notes that have got another class.
    private mutating func divide(after changed: [Int]) -> [Int] {
        var parts: [Int: [[Int?]: [Int]]] = [:]
        var seen: Set<Int> = []
        for index in changed.flatMap({ nodes[$0].markedBy }) where seen.insert(index).inserted {
            WorkMeter.count(nodes[index].marked.count)
            let marked = nodes[index].marked.map { $0.map { nodes[$0].number } }
            parts[nodes[index].number, default: [:]][marked, default: []].append(index)
        }
        var moved: [Int] = []
        for (number, own) in parts.sorted(by: { $0.key < $1.key }) {
            var sorted = own.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
            let largest = sorted[0].count
            // Those whose marks lead where they did are a part, too.
            if members[number].count - own.values.map(\.count).reduce(0, +) < largest {
                let others = members[number].subtracting(own.values.joined())
                WorkMeter.count(others.count)
                sorted.removeFirst()
                if !others.isEmpty { sorted.append(others.sorted()) }
            }
            for part in sorted {
                for index in part { nodes[index].number = members.count }
                members[number].subtract(part)
                members.append(Set(part))
                moved += part
            }
        }
        return moved
    }
}
