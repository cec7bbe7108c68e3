// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import ResourceLimits

/// The notes at the foot of the page that is being filled.
///
/// A note stands on the page of its first mark, once. Where notes ask for more than half of a page, what is too much goes
/// to the foot of the next.
struct Footnotes {
    /// The rule over the notes, with the space around it.
    private let rule: Rule?
    private let gap: Length
    /// The most that notes may ask of a page.
    private let most: Length
    private let notes: [NodeID: [Box]]
    /// The notes that have been taken up, on this page or an earlier one.
    private(set) var settled: Set<NodeID>
    /// What has been marked on this page, or left over from those before, and not been set.
    private var waiting: [Box] = []
    /// How much room that asks for.
    private(set) var height = Length.zero

    /// - Parameters:
    ///   - notes: by their nodes, set in the measure of the page.
    ///   - settled: those that stand on pages of another orientation.
    ///   - page: the height of the text area.
    init(
        _ notes: [NodeID: [Box]] = [:],
        settled: Set<NodeID> = [],
        page: Length,
        measure: Length,
        style: Theme.NoteStyle
    ) {
        self.notes = notes
        self.settled = settled
        most = page / 2
        gap = style.block.text.leading / 2
        rule =
            style.rule > .zero
            ? Rule(
                from: Point(x: .zero, y: gap),
                to: Point(x: measure / 4, y: gap),
                thickness: style.rule,
                colour: style.block.text.colour
            ) : nil
    }

    /// Whether some note has not been set to its end.
    var isWaiting: Bool { !waiting.isEmpty }

    /// How much room the foot of the page asks for if some marks more stand on it.
    func height(adding marks: [NoteMark]) -> Length {
        let boxes = unsettled(marks).compactMap { notes[$0] }
        return boxes.isEmpty ? height : asked(by: ([waiting] + boxes).joined())
    }

    /// Takes up the notes of marks that stand on this page.
    mutating func add(_ marks: [NoteMark]) {
        let new = unsettled(marks)
        if new.isEmpty { return }
        for note in new {
            settled.insert(note)
            waiting += notes[note] ?? []
        }
        height = asked(by: waiting)
    }

    /// The notes of marks that have not been taken up, with those that they themselves mark.
    private func unsettled(_ marks: [NoteMark]) -> [NodeID] {
        if marks.isEmpty || notes.isEmpty { return [] }
        var found: [NodeID] = []
        var known: Set<NodeID> = []
        var open = marks[...]
        while let mark = open.popFirst() {
            WorkMeter.count(1)
            guard !settled.contains(mark.note), known.insert(mark.note).inserted, let boxes = notes[mark.note] else {
                continue
            }
            found.append(mark.note)
            open += boxes[...].marks
        }
        return found
    }

    /// What stands at the foot of a page, from its own top left corner.
    struct Foot {
        var items: [PageItem] = []
        var destinations: [Destination] = []
        var height = Length.zero
    }

    /// Ends the page.
    ///
    /// - Parameters:
    ///   - room: what the page has left.
    ///   - isForced: whether some of the notes must be set, however little room there is.
    mutating func take(room: Length, isForced: Bool) -> Foot {
        var count = waiting[...].count(fitting: room - head)
        if isForced, count == 0 { count = min(1, waiting.count) }
        let boxes = waiting[..<count]
        if boxes.isEmpty { return Foot() }
        waiting.removeFirst(count)
        height = asked(by: waiting)
        return Foot(
            items: (rule.map { [.rule($0)] } ?? []) + boxes.items(x: .zero, y: head),
            destinations: boxes.destinations(x: .zero, y: head),
            height: head + boxes.height
        )
    }

    /// Above the first note.
    private var head: Length { gap * 2 + (rule?.thickness ?? .zero) }

    /// The height of as many boxes as notes may ask of a page, one at least.
    private func asked(by boxes: some Sequence<Box>) -> Length {
        var height: Length?
        for box in boxes {
            WorkMeter.count(1)
            guard let before = height else {
                height = box.height
                continue
            }
            let next = before + box.spaceBefore + box.height
            if next > most - head { break }
            height = next
        }
        return height.map { head + $0 } ?? .zero
    }
}
