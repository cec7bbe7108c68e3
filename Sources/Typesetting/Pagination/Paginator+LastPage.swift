// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import ResourceLimits

// The last page of a section, or before turned sheets, where it would hold little.
extension Paginator {
    /// The part of a page that the last one of a run holds at least, if it can be helped.
    private static let least = 0.25
    /// In a section of more pages all are left as they are: to fill them again would take longer than it is worth.
    private static let mostPages = 50
    /// What is higher than this part of what may be taken along is no line, but a picture or the like.
    private static let leastLinesOfMost = 2
    /// The spaces are narrowed by a third of what a theme allows, by two thirds, or by all of it.
    private static let steps = 3

    /// Fills pages with the items of a section. In one of up to fifty pages none is begun so that a high row is not alone: its tables leave such rows
    /// alone then.
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
        let mostTightening = sheets[.portrait].mostTightening
        let best = savingLastPages(of: items, mostTightening: mostTightening, filled: filled)
        guard best.pages.count <= mostPages, best.pages.contains(where: \.ending.movesLastRows) else { return best }
        let loose = items.map(\.leavingHighRowAlone)
        let fewer = savingLastPages(of: loose, mostTightening: mostTightening, filled: filled)
        return fewer.pages.count < best.pages.count ? fewer : best
    }

    /// Fills pages, and saves the last of each run where it would hold little.
    ///
    /// A run is the items on sheets of one orientation, and ends with the section or before turned sheets. Where its last page would hold less than a
    /// quarter, or nothing but a small table, the spaces between its blocks are narrowed, all by the same part and by no more than saves the page.
    /// Where none of the parts that the theme allows does, what is alone on the page takes with it what is before it from its heading, if that is a
    /// quarter of a page at most, and otherwise two lines: no pictures.
    private static func savingLastPages(
        of items: [FlowItem],
        mostTightening: Double,
        filled: @escaping ([FlowItem]) -> Paginator
    ) -> Paginator {
        var items = items
        var best = filled(items)
        guard mostTightening > 0, 2...mostPages ~= best.pages.count else { return best }
        for run in items.runs {
            guard let remnant = best.remnant(of: run, in: items) else { continue }
            let spaces = items[run].map(\.narrowableSpace).total
            let shares = (1...steps).map { mostTightening * Double($0) / Double(steps) }
            let narrowed = shares.lazy.filter { spaces * $0 >= remnant.lacking }.map { share in
                let narrowed = items.narrowed(run, by: share)
                return (items: narrowed, pages: filled(narrowed))
            }
            if let tight = narrowed.first(where: { $0.pages.pages.count < best.pages.count }) {
                (items, best) = tight
            } else if let kept = best.keepingRemnant(remnant, in: items) {
                let together = filled(kept)
                guard together.pages.count == best.pages.count,
                    together.pages[remnant.page].ending.held > best.pages[remnant.page].ending.held
                else { continue }
                (items, best) = (kept, together)
            }
        }
        return best
    }

    /// The last page of a run that holds little.
    private struct Remnant {
        /// The index of the page.
        var page: Int
        /// How much of it would have to go on the page before.
        var lacking: Length
    }

    /// The last page of a run, if it holds less than a quarter of a page or a small table alone; `nil` if not, or if it could not do without.
    private func remnant(of run: Range<Int>, in items: [FlowItem]) -> Remnant? {
        guard let page = pages.lastIndex(where: { run.contains($0.firstItem) }), page > 0 else { return nil }
        let last = pages[page].ending
        let before = pages[page - 1]
        guard last.isForced, !before.ending.isForced, run.contains(before.firstItem),
            holdsLittle(page) || holdsSmallTableAlone(page, of: run, in: items)
        else { return nil }
        return Remnant(page: page, lacking: max(.zero, last.held - before.ending.white))
    }

    private func holdsLittle(_ page: Int) -> Bool {
        pages[page].ending.held < pages[page].ending.capacity * Self.least
    }

    /// Whether the last page of a run holds nothing but all of a table of a third of a page at most, with what is kept with it.
    private func holdsSmallTableAlone(_ page: Int, of run: Range<Int>, in items: [FlowItem]) -> Bool {
        let ending = pages[page].ending
        let first = pages[page].firstItem
        guard ending.held <= ending.capacity * FragmentFiller.mostOfSmallTable,
            items[first].isBox || beginsWithTable(page),
            let index = items[first..<run.upperBound].firstIndex(where: { !$0.keepsWithNext }),
            case .table(let table) = items[index]
        else { return false }
        return items[(index + 1)..<run.upperBound].map(\.height).total <= table.tailHeight
    }

    /// Whether a page begins with the beginning of a table.
    private func beginsWithTable(_ page: Int) -> Bool {
        if case .table = pages[page - 1].ending.cause { true } else { false }
    }

    /// The same items, of which those that the last page of a run begins with are kept with some before them; `nil` if a table goes on there.
    private func keepingRemnant(_ remnant: Remnant, in items: [FlowItem]) -> [FlowItem]? {
        let first = pages[remnant.page].firstItem
        // A page of notes alone begins with nothing that could be kept.
        if first == pages[remnant.page - 1].firstItem { return nil }
        // A small table under a heading of its own needs nothing from what is before that.
        guard first > 0, items[first].isBox && holdsLittle(remnant.page) || beginsWithTable(remnant.page) else {
            return nil
        }
        let most = pages[remnant.page].ending.capacity * Self.least
        var height = Length.zero
        var start = first
        var twoLines = start
        while start > 0, case .box(let box) = items[start - 1] {
            WorkMeter.count(1)
            height += box.height + box.spaceBefore
            let isLineOfTwo = start + 1 >= first && box.height <= most / Self.leastLinesOfMost
            if height > most, !isLineOfTwo { break }
            start -= 1
            if isLineOfTwo { twoLines = start }
            if !box.outline.isEmpty { break }
        }
        if case .box(let box) = items[start], box.outline.isEmpty { start = twoLines }
        if start == first { return nil }
        var kept = items
        for index in start..<first {
            guard case .box(var box) = kept[index] else { continue }
            box.keepsWithNext = true
            kept[index] = .box(box)
        }
        if case .table(var table) = kept[first] {
            table.isKeptWhole = true
            kept[first] = .table(table)
        }
        return kept
    }
}

extension [FlowItem] {
    /// The runs on sheets of one orientation, without what begins them.
    fileprivate var runs: [Range<Int>] {
        let starts = indices.filter { self[$0].isNewPage }
        return zip(starts, starts.dropFirst() + [endIndex]).map { ($0 + 1)..<$1 }
    }

    /// The same items, some of them with narrower spaces.
    fileprivate func narrowed(_ run: Range<Int>, by share: Double) -> [FlowItem] {
        var narrowed = self
        for index in run { narrowed[index].narrowSpace(by: share) }
        return narrowed
    }
}

extension FlowItem {
    fileprivate var isNewPage: Bool { if case .newPage = self { true } else { false } }

    /// The same item; a table, such that its last row may be alone on a page if that is high.
    fileprivate var leavingHighRowAlone: FlowItem {
        guard case .table(var table) = self else { return self }
        table.leavesHighRowAlone = true
        return .table(table)
    }

    fileprivate var isBox: Bool { if case .box = self { true } else { false } }
    fileprivate var keepsWithNext: Bool { if case .box(let box) = self { box.keepsWithNext } else { false } }

    /// Its height with the space above it.
    fileprivate var height: Length {
        switch self {
        case .box(let box): box.spaceBefore + box.height
        case .table(let table): table.spaceBefore + table.headerHeight + table.tops[table.rows.count]
        case .pageBreak, .newPage: .zero
        }
    }

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

extension PageEnding {
    /// Whether a row went to the next page with the last of its table.
    fileprivate var movesLastRows: Bool { if case .lastRows = cause { true } else { false } }
}
