// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import ResourceLimits

/// The notes at the foot of the page that is being filled.
///
/// A note is printed once, and begins on the page of its first mark. Of notes that say the same a page shows the first, to which the marks of all
/// lead. Notes are printed in the order of their numbers, after the rest of one that has begun on an earlier page; the last may continue on the
/// next. A note of few lines begins only where it has room whole, unless it takes more than half of a page. If notes need more than half of a
/// page, or leave a row of a table less than its part of one, the rest goes to the foot of the next. A limit that a table or a line of text sets
/// holds for the page, so that what follows has the room that they had.
struct Footnotes {
    /// The height of a note of one line: what notes ask for at least where no part of a table is repeated.
    let line: Length
    /// The rule over the notes.
    private let rule: RuleLine?
    private let gap: Length
    /// The greatest height of notes on a page, and on this one.
    private let half: Length
    private var most: Length
    private let notes: [NodeID: Footnote]
    /// The notes that have been added, on this page or an earlier one.
    private(set) var settled: Set<NodeID>
    /// The notes for which a page shows others that say the same, by their nodes.
    private(set) var shared: [NodeID: NodeID]
    /// The boxes of notes that are marked on this page, or left over from pages before it.
    private var waiting: [Box] = []
    /// How many of them earlier pages have left over.
    private var carried = 0
    /// The notes that the boxes are of.
    private var queue: [QueuedNote] = []
    /// The notes that begin on this page, by the first of those that say the same.
    private var shown: [NodeID: NodeID] = [:]
    /// The height that they need at the foot of the page.
    private(set) var height = Length.zero

    /// A note of which some boxes wait.
    private struct QueuedNote {
        var note: NodeID
        var number: Int
        var original: NodeID
        /// How many boxes wait.
        var count: Int
        /// Whether an earlier page has its beginning.
        var isResumed = false
    }

    /// - Parameters:
    ///   - notes: the notes in the measure of the page, by their nodes.
    ///   - earlier: the notes of the pages before, of another orientation.
    ///   - page: the height of the text area.
    init(
        _ notes: [NodeID: Footnote] = [:],
        after earlier: Footnotes? = nil,
        page: Length,
        measure: Length,
        style: Theme.NoteStyle
    ) {
        self.notes = notes
        settled = earlier?.settled ?? []
        shared = earlier?.shared ?? [:]
        half = page / 2
        most = half
        gap = style.block.text.leading / 2
        rule =
            style.rule > .zero
            ? RuleLine(
                from: Point(x: .zero, y: gap),
                to: Point(x: min(style.ruleLength ?? measure / 4, measure), y: gap),
                thickness: style.rule,
                colour: style.block.text.colour
            ) : nil
        line = gap * 2 + style.rule + style.block.text.leading
    }

    /// Lowers the greatest height of notes on this page.
    mutating func limit(to height: Length) {
        guard height < most else { return }
        most = max(.zero, height)
        self.height = asked(by: waiting)
    }

    /// The height of the notes if some are marked on this page, and zero if earlier pages have left all of them over.
    var ownHeight: Length { carried == waiting.count ? .zero : height }

    /// Whether some boxes have not been placed.
    var isWaiting: Bool { !waiting.isEmpty }

    /// The height that the foot of the page needs if some more marks are on it.
    func height(adding marks: [NoteMark]) -> Length {
        let boxes = unsettled(marks).new.compactMap { notes[$0]?.boxes }
        return boxes.isEmpty ? height : asked(by: ([waiting] + boxes).joined())
    }

    /// The height that the foot of the page needs at least if some more marks are on it: the notes that are on it already keep their room, and those
    /// of the marks begin on it, the last of them with two lines unless it is short, and the others whole.
    ///
    /// - Parameter mayWait: whether what earlier pages have left over gives up its room down to a quarter of the page, as long as no other note is on it.
    func leastHeight(adding marks: [NoteMark], mayWait: Bool = false) -> Length {
        var boxes = unsettled(marks).new.compactMap { notes[$0]?.boxes[...] }
        guard let last = boxes.popLast() else {
            return mayWait && carried == waiting.count ? min(height, half / 2) : height
        }
        return max(height, asked(by: ([waiting[...]] + boxes + [last.prefix(leastCount(of: last))]).joined()))
    }

    /// A note of more lines may be divided where there is no room for all of it.
    private static let mostLinesOfShort = 6

    /// How many boxes of a note begin on the page of its mark at least: all of a short one, unless that takes more than half of a page.
    private func leastCount(of boxes: ArraySlice<Box>) -> Int {
        let isShort = boxes.count <= Self.mostLinesOfShort && head + boxes.height <= half
        return isShort ? boxes.count : boxes.leastCountEndingWell
    }

    /// Adds the notes of marks on this page.
    mutating func add(_ marks: [NoteMark]) {
        let found = unsettled(marks)
        if found.new.isEmpty, found.again.isEmpty { return }
        for note in found.new {
            settled.insert(note)
            guard let footnote = notes[note] else { continue }
            waiting += footnote.boxes
            shown[footnote.original] = note
            queue.append(
                QueuedNote(
                    note: note,
                    number: footnote.number,
                    original: footnote.original,
                    count: footnote.boxes.count
                )
            )
        }
        for note in found.again { share(note) }
        height = asked(by: waiting)
    }

    /// Leads the marks of a note to the one on this page that says the same.
    private mutating func share(_ note: NodeID) {
        guard let original = notes[note]?.original, let other = shown[original] else { return }
        settled.insert(note)
        shared[note] = other
        var first = 0
        for queued in queue {
            if queued.note == other { waiting[first].anchors.append(Note.anchor(of: note)) }
            first += queued.count
        }
    }

    /// Notes of marks that have not been added.
    private struct UnsettledNotes {
        /// In the order of their marks, each before those that it marks itself.
        var new: [NodeID] = []
        /// Those for which the page shows others.
        var again: [NodeID] = []
        /// Whether each of them is shown by another.
        private(set) var known: [NodeID: Bool] = [:]
        private(set) var originals: Set<NodeID> = []
        /// Notes that others show, with all that they mark.
        var shown: Set<NodeID> = []
        /// Notes that lead to one that nothing else shows, by its node.
        var hidden: [NodeID: NodeID] = [:]

        mutating func add(_ note: NodeID, of original: NodeID, isShown: Bool) {
            known[note] = isShown
            if isShown {
                again.append(note)
            } else {
                new.append(note)
                originals.insert(original)
            }
        }
    }

    /// The notes of marks that have not been added, with those that they themselves mark.
    private func unsettled(_ marks: [NoteMark]) -> UnsettledNotes {
        var found = UnsettledNotes()
        if marks.isEmpty || notes.isEmpty { return found }
        var open: [NodeID] = marks.reversed().map(\.note)
        while let next = open.popLast() {
            WorkMeter.count(1)
            guard !settled.contains(next), found.known[next] == nil, let note = notes[next] else { continue }
            let isShown = isShown(next, with: &found)
            found.add(next, of: note.original, isShown: isShown)
            open += note.marked.reversed()
        }
        return found
    }

    /// Whether the page shows, or will with some more notes, another note that says the same, and others for all that the note marks itself: those are
    /// then left out too.
    ///
    /// What is found of the notes that it leads to is recorded, so that a chain of them is gone through once.
    private func isShown(_ note: NodeID, with found: inout UnsettledNotes) -> Bool {
        var open = [note]
        // The note that marks each.
        var markers: [NodeID: NodeID] = [:]
        while let next = open.popLast() {
            WorkMeter.count(1)
            guard let footnote = notes[next], !found.shown.contains(next) else { continue }
            let own = [found.hidden[next], next].compactMap(\.self)
            if let last = own.first(where: { !isShownItself($0, with: found) }) {
                var step: NodeID? = next
                while let marker = step {
                    found.hidden[marker] = last
                    step = marker == note ? nil : markers[marker]
                }
                return false
            }
            for marked in footnote.marked where marked != note && markers[marked] == nil {
                markers[marked] = next
                open.append(marked)
            }
        }
        found.shown.insert(note)
        found.shown.formUnion(markers.keys)
        return true
    }

    /// Whether the page shows, or will with some more notes, another note that says the same, whatever the note marks itself.
    private func isShownItself(_ note: NodeID, with found: UnsettledNotes) -> Bool {
        if shared[note] != nil { return true }
        guard !settled.contains(note), let original = notes[note]?.original else { return false }
        return (shown[original] != nil || found.originals.contains(original)) && found.known[note] != false
    }

    /// The items at the foot of a page, from its own top left corner.
    struct Foot {
        var items: [PageItem] = []
        var destinations: [Destination] = []
        var height = Length.zero
    }

    /// Takes the boxes that fit at the foot of the page, and leaves the others to the next, which has no limit of a table yet.
    ///
    /// - Parameters:
    ///   - room: the height that is left of the page.
    ///   - isForced: whether at least one box must be placed, however little room there is.
    mutating func take(room: Length, isForced: Bool) -> Foot {
        var count = waiting[...].count(fitting: room - head)
        if isForced, count == 0 { count = min(1, waiting.count) }
        let boxes = dequeue(count)[...]
        most = half
        waiting.removeFirst(count)
        carried = waiting.count
        height = asked(by: waiting)
        if boxes.isEmpty { return Foot() }
        return Foot(
            items: (rule.map { [.rule($0)] } ?? []) + boxes.items(x: .zero, y: head),
            destinations: boxes.destinations(x: .zero, y: head),
            height: head + boxes.height
        )
    }

    /// The first boxes that wait, in the order of their notes' numbers: the rest of a note of an earlier page before the others, and one that goes on
    /// on the next behind them.
    private mutating func dequeue(_ count: Int) -> [Box] {
        var whole: [(number: Int, boxes: ArraySlice<Box>)] = []
        var resumed: ArraySlice<Box> = []
        var divided: ArraySlice<Box> = []
        var first = 0
        while first < count, let next = queue.first {
            let boxes = waiting[first..<min(first + next.count, count)]
            first += boxes.count
            shown[next.original] = nil
            if boxes.count < next.count {
                divided = boxes
                queue[0].count -= boxes.count
                queue[0].isResumed = true
                break
            }
            if next.isResumed { resumed += boxes } else { whole.append((next.number, boxes)) }
            queue.removeFirst()
        }
        // Notes of one number keep their order.
        let sorted = whole.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
        return Array(resumed) + sorted.flatMap(\.element.boxes) + Array(divided)
    }

    /// The height above the first note.
    private var head: Length { gap * 2 + (rule?.thickness ?? .zero) }

    /// The height to reserve at the foot of the page: of as many boxes as fit under the limit, or zero if not even the first does. Notes are then placed
    /// only if the page has space left when it ends.
    private func asked(by boxes: some Sequence<Box>) -> Length {
        var height: Length?
        for box in boxes {
            WorkMeter.count(1)
            let next = height.map { $0 + box.spaceBefore + box.height } ?? box.height
            if next > most - head { break }
            height = next
        }
        return height.map { head + $0 } ?? .zero
    }
}
