// SPDX-License-Identifier: Apache-2.0

import PaperTree
import ResourceLimits
import TestSupport
import Testing

@testable import Typesetting

/// Which notes say the same.
struct NoteClassesTests {
    private typealias Notes = [(id: NodeID, words: String, marked: [NodeID])]

    /// Notes with what they say and the places of those that they mark.
    private func notes(_ notes: [(words: String, marked: [Int])]) -> Notes {
        var build = PaperBuilder()
        let ids = notes.map { _ in build.node() }
        return zip(ids, notes).map { ($0, $1.words, $1.marked.map { ids[$0] }) }
    }

    /// The place of the first note that says the same as each.
    private func originals(_ notes: Notes) -> [Int?] {
        let originals = NoteClasses(notes).originals
        return notes.map { note in notes.firstIndex { $0.id == originals[note.id] } }
    }

    @Test func `notes of the same words say the same if those that they mark do`() {
        #expect(originals(notes([("a", []), ("b", []), ("a", []), ("b", [])])) == [0, 1, 0, 1])
        #expect(originals(notes([("a", [2]), ("a", [3]), ("b", []), ("b", [])])) == [0, 0, 2, 2])
        #expect(originals(notes([("a", [2]), ("a", [3]), ("b", []), ("c", [])])) == [0, 1, 2, 3])
        #expect(originals(notes([("a", [1]), ("b", [0]), ("a", [3]), ("b", [2])])) == [0, 1, 0, 1])
        #expect(originals(notes([("a", []), ("a", [0]), ("a", [0]), ("a", [1])])) == [0, 1, 1, 3])
    }

    /// The same by rounds over all notes, until none divides a class.
    private func originalsByRounds(_ notes: Notes) -> [Int?] {
        struct Class: Hashable {
            var words: String
            var marked: [NodeID?]
        }
        var originals: [NodeID: NodeID] = [:]
        var count = 0
        while true {
            var firsts: [Class: NodeID] = [:]
            var next: [NodeID: NodeID] = [:]
            for note in notes {
                let marked = originals.isEmpty ? [] : note.marked.map { originals[$0] }
                let own = Class(words: note.words, marked: marked)
                next[note.id] = firsts[own] ?? note.id
                firsts[own] = next[note.id]
            }
            originals = next
            if firsts.count == count { return notes.map { note in notes.firstIndex { $0.id == originals[note.id] } } }
            count = firsts.count
        }
    }

    @Test(arguments: 0..<200)
    func `they are those that rounds over all notes find`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let count = Int.random(in: 1...14, using: &random)
        let some = notes(
            (0..<count).map { _ in
                let marks = Int.random(in: 0...2, using: &random)
                let words = ["a", "b"].randomElement(using: &random) ?? "a"
                return (words, (0..<marks).map { _ in Int.random(in: 0..<count, using: &random) })
            }
        )
        #expect(originals(some) == originalsByRounds(some))
    }

    @Test(arguments: [true, false])
    func `a chain of twice as many notes takes at most two and a half times the work`(isForward: Bool) {
        func steps(_ count: Int) -> Int {
            let chain = (0..<count).map { index in
                let next = isForward ? index + 1 : index - 1
                return (words: "See", marked: (0..<count).contains(next) ? [next] : [])
            }
            let meter = WorkMeter()
            let originals = WorkMeter.$current.withValue(meter) { NoteClasses(notes(chain)).originals }
            #expect(Set(originals.values).count == count)
            return meter.steps
        }
        let (once, twice) = (steps(500), steps(1000))
        #expect(once >= 500 && Double(twice) <= Double(once) * 2.5, "\(once), \(twice)")
    }
}
