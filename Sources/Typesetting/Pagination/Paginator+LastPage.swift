// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import ResourceLimits

// The last page of a section, where it would hold little.
extension Paginator {
    /// The part of a page that the last one of a section holds at least, if it can be helped.
    private static let least = 0.25
    /// In a section of more pages one is left as it is: to fill all of them again would take longer than it is worth.
    private static let mostPages = 50
    /// What is higher than this part of what may be taken along is no line, but a picture or the like.
    private static let leastLinesOfMost = 2
    /// The spaces are narrowed by a third of what a theme allows, by two thirds, or by all of it.
    private static let steps = 3

    /// Fills pages with the items of a section.
    ///
    /// Where the last page would hold less than a quarter, the spaces between the blocks after the last turned sheet are narrowed, all by the same part and by no
    /// more than saves the page. Where none of the parts that the theme allows does, what is alone on the page takes with it what is before it
    /// from its heading, if that is a quarter of a page at most, and otherwise two lines: no pictures.
    static func filling(
        _ items: [FlowItem],
        sheets: Sheets,
        notes: Theme.NoteStyle,
        firstTop: Length?
    ) -> Paginator {
        func filled(_ items: [FlowItem]) -> Paginator {
            var paginator = Paginator(sheets: sheets, notes: notes, firstTop: firstTop)
            paginator.paginate(items)
            return paginator
        }
        let plain = filled(items)
        let mostTightening = sheets[.portrait].mostTightening
        guard mostTightening > 0, let lacking = plain.heightOfRemnant else { return plain }
        let run = (items.lastIndex { $0.isNewPage } ?? 0)..<items.count
        let spaces = items[run].map(\.narrowableSpace).total
        for step in 1...steps {
            let share = mostTightening * Double(step) / Double(steps)
            if spaces * share < lacking { continue }
            var narrowed = items
            for index in run { narrowed[index].narrowSpace(by: share) }
            let tight = filled(narrowed)
            if tight.pages.count < plain.pages.count { return tight }
        }
        guard let kept = plain.keepingRemnant(items) else { return plain }
        let together = filled(kept)
        return together.pages.count == plain.pages.count ? together : plain
    }

    /// How much of the last page would have to go on the one before it; `nil` if it holds a quarter of a page, or could not do without.
    private var heightOfRemnant: Length? {
        guard 2...Self.mostPages ~= pages.count, let last = pages.last,
            last.ending.held < last.ending.capacity * Self.least
        else {
            return nil
        }
        let before = pages[pages.count - 2]
        if before.ending.isForced || before.orientation != last.orientation { return nil }
        return max(.zero, last.ending.held - before.ending.white)
    }

    /// The same items, of which those that the last page begins with are kept with some before them; `nil` if a table goes on there.
    private func keepingRemnant(_ items: [FlowItem]) -> [FlowItem]? {
        guard let last = pages.last, last.firstItem > 0, case .box = items[last.firstItem] else { return nil }
        let most = last.ending.capacity * Self.least
        var height = Length.zero
        var start = last.firstItem
        var twoLines = start
        while start > 0, case .box(let box) = items[start - 1] {
            WorkMeter.count(1)
            height += box.height + box.spaceBefore
            let isLineOfTwo = start + 1 >= last.firstItem && box.height <= most / Self.leastLinesOfMost
            if height > most, !isLineOfTwo { break }
            start -= 1
            if isLineOfTwo { twoLines = start }
            if !box.outline.isEmpty { break }
        }
        if case .box(let box) = items[start], box.outline.isEmpty { start = twoLines }
        if start == last.firstItem { return nil }
        var kept = items
        for index in start..<last.firstItem {
            guard case .box(var box) = kept[index] else { continue }
            box.keepsWithNext = true
            kept[index] = .box(box)
        }
        return kept
    }
}

extension FlowItem {
    fileprivate var isNewPage: Bool { if case .newPage = self { true } else { false } }

    /// The space above it that may be narrowed: not that of a part of a box, through which its bar and its ground go.
    fileprivate var narrowableSpace: Length {
        switch self {
        case .box(let box): box.itemsInSpaceBefore.isEmpty ? box.spaceBefore : .zero
        case .table(let table): table.spaceBefore
        case .pageBreak, .newPage: .zero
        }
    }

    fileprivate mutating func narrowSpace(by share: Double) {
        let space = narrowableSpace
        if space == .zero { return }
        switch self {
        case .box(var box):
            box.spaceBefore = space * (1 - share)
            self = .box(box)
        case .table(var table):
            table.spaceBefore = space * (1 - share)
            self = .table(table)
        case .pageBreak, .newPage: break
        }
    }
}
