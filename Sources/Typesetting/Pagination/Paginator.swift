// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import ResourceLimits

/// Divides the flow of a section into pages.
///
/// A page ends where the next item has no room, with what it must be kept with. That item begins the next page, so that two pages that follow one
/// another hold more than either has room for. What a page repeats or leaves is bounded: the head of a table that goes on takes half of the page at
/// most (``FragmentHead``), and the notes at the foot leave a quarter to the rows (``FragmentFiller``) and half to text (``Footnotes``). With the
/// notes that are printed, two pages hold at least half of one page of what is printed once; a section goes over no more than four times the pages
/// that it would fill without any head, and two more. `RandomPaperTests` holds papers against that.
struct Paginator {
    private let style: Theme.PageStyle
    private let noteStyle: Theme.NoteStyle
    /// The size and the margins of the current page.
    private var sheet: Theme.PageStyle
    private var orientation = Orientation.portrait
    private(set) var pages: [PageBody] = []
    private(set) var outline: [OutlineEntry] = []
    private var page: PageBody?
    private var footnotes: Footnotes
    /// The last item of a chain that should stay together but fits on no page: its items are divided wherever they must be.
    private var looseUntil = -1
    private var label = ""
    /// The distance from the top of the text area.
    private var y = Length.zero
    /// The top of the boxes at the end of the page that must be kept with what follows, if there are any.
    private var chainTop: Length?

    init(style: Theme.PageStyle, notes: Theme.NoteStyle) {
        self.style = style
        noteStyle = notes
        sheet = style
        footnotes = Footnotes(page: .zero, measure: .zero, style: notes)
    }

    /// The height of the text area.
    private var capacity: Length { sheet.textHeight }

    /// Fills pages with items from first to last.
    mutating func paginate(_ items: [FlowItem]) {
        let items = withDivisibleHeaders(items)
        for (index, item) in items.enumerated() where !isFull {
            switch item {
            case .newPage(let label, let orientation, let notes):
                endRun(.turn)
                self.label = label
                self.orientation = orientation
                sheet = style.turned(to: orientation)
                footnotes = Footnotes(
                    notes,
                    settled: footnotes.settled,
                    page: capacity,
                    measure: sheet.measure,
                    style: noteStyle
                )
            case .pageBreak: endPage(.pageBreak)
            case .box(let box):
                place(box, at: index, of: items)
            case .table(let table):
                place(table, at: index)
            }
        }
        endRun(.sectionEnd)
    }

    /// The same items, in which a table whose header is higher than a page has it among its rows.
    private func withDivisibleHeaders(_ items: [FlowItem]) -> [FlowItem] {
        var sheet = sheet
        return items.map { item in
            switch item {
            case .newPage(_, let orientation, _): sheet = style.turned(to: orientation)
            case .table(let table) where table.headerHeight > sheet.textHeight: return .table(table.withHeaderAmongRows)
            case .table, .box, .pageBreak: break
            }
            return item
        }
    }

    private var isAtTop: Bool { page == nil }

    /// Whether there are more pages than a paper may have; the other items are dropped.
    private var isFull: Bool { pages.count > Limits.mostPages }

    /// Ends the page with the notes that are marked on it.
    private mutating func endPage(_ cause: PageEnding.Cause) {
        chainTop = nil
        guard page != nil else { return }
        let notes = footnotes.take(room: capacity - y, isForced: y == .zero)
        let top = capacity - notes.height
        add(notes.destinations.map { Destination(anchor: $0.anchor, point: onSheet(top + $0.point.y)) })
        add(notes.items, at: top)
        if var page {
            page.ending = PageEnding(cause: cause, white: capacity - y - notes.height, capacity: capacity)
            pages.append(page)
        }
        page = nil
        y = .zero
    }

    /// Ends the page, and adds pages for the notes that are left.
    private mutating func endRun(_ cause: PageEnding.Cause) {
        endPage(cause)
        while footnotes.isWaiting, !isFull {
            if !pages.isEmpty { pages[pages.count - 1].ending.cause = .notes }
            page = PageBody(label: label, orientation: orientation)
            endPage(cause)
        }
    }

    /// The lowest that the text of the page may reach if some more note marks are on it.
    private func bottom(adding marks: [NoteMark]) -> Length { capacity - footnotes.height(adding: marks) }

    /// Whether an item fits on a page together with everything that it must be kept with.
    ///
    /// - Parameter top: the top of the item, from the top of the text area.
    private func staysWhole(_ box: Box, at index: Int, of items: [FlowItem], top: Length) -> Bool {
        var end = top + box.height
        var marks = box.marks
        var keepsWithNext = box.keepsWithNext
        var next = index + 1
        while keepsWithNext, next < items.count, end <= bottom(adding: marks) {
            WorkMeter.count(1)
            switch items[next] {
            case .box(let box):
                end += box.spaceBefore + box.height
                marks += box.marks
                keepsWithNext = box.keepsWithNext
            case .table(let table):
                var footnotes = footnotes
                footnotes.add(marks)
                let tableTop = end + table.spaceBefore
                return table.canBegin(
                    in: TableRegion(
                        height: capacity - tableTop,
                        page: capacity,
                        footnotes: footnotes,
                        above: tableTop - (chainTop ?? top)
                    )
                )
            case .newPage, .pageBreak:
                keepsWithNext = false
            }
            next += 1
        }
        return end <= bottom(adding: marks)
    }

    /// The last item that must be kept with an item.
    private func endOfChain(from index: Int, in items: [FlowItem]) -> Int {
        var end = index
        while case .box(let box) = items[end], box.keepsWithNext, end + 1 < items.count {
            WorkMeter.count(1)
            switch items[end + 1] {
            case .newPage, .pageBreak: return end
            case .box, .table: end += 1
            }
        }
        return end
    }

    /// The height of an item and of everything that it must be kept with, for the record.
    private func extentOfChain(from index: Int, of items: [FlowItem]) -> PageEnding.Extent {
        var extent = PageEnding.Extent(whole: .zero, least: .zero)
        for item in items[index...endOfChain(from: index, in: items)] {
            switch item {
            case .box(let box):
                extent.whole += box.spaceBefore + box.height
                extent.least += box.spaceBefore + box.height
            case .table(let table):
                let region = TableRegion(height: capacity, page: capacity, footnotes: footnotes)
                let beginning = table.extentOfBeginning(in: region)
                extent.whole += table.spaceBefore + beginning.whole
                extent.least += table.spaceBefore + beginning.least
            case .newPage, .pageBreak: break
            }
        }
        return extent
    }

    /// Places a box on this page or on the next. If no page holds all that should stay together, it begins a page and runs on from
    /// there, so that its first part is not alone.
    private mutating func place(_ box: Box, at index: Int, of items: [FlowItem]) {
        let wanted = y + box.spaceBefore
        if index <= looseUntil {
            if !isAtTop, wanted + box.height > bottom(adding: box.marks) { endPage(.text(height: box.height)) }
        } else if !staysWhole(box, at: index, of: items, top: isAtTop ? .zero : wanted) {
            if !isAtTop {
                let extent = extentOfChain(from: index, of: items)
                endPage(box.keepsWithNext ? .kept(extent) : .text(height: extent.whole))
            }
            if !staysWhole(box, at: index, of: items, top: .zero) { looseUntil = endOfChain(from: index, in: items) }
        }
        let hasSpace = !isAtTop
        let top = hasSpace ? wanted : .zero
        footnotes.add(box.marks)
        add(box.destinations.map { Destination(anchor: $0, point: onSheet(top)) })
        outline += box.outline
        add(hasSpace ? box.itemsInSpaceBefore + box.items : box.items, at: top)
        y = top + box.height
        chainTop = box.keepsWithNext ? chainTop ?? top : nil
    }

    private mutating func place(_ table: TableLayout, at index: Int) {
        var progress: TableProgress? = .start
        while let current = progress, !isFull {
            let top = isAtTop ? .zero : y + (current.isStart ? table.spaceBefore : .zero)
            // After a chain that fits on no page, a table begins in whatever room there is.
            var region = TableRegion(
                height: capacity - top,
                page: capacity,
                footnotes: footnotes,
                above: chainTop.map { top - $0 } ?? .zero
            )
            var loose = region
            loose.page = loose.height
            if current.isStart, index == looseUntil, table.hasRoomForFirstLines(in: loose) { region = loose }
            guard let fragment = table.fragment(from: current, in: region) else {
                endPage(.table(table.extentOfBeginning(in: region)))
                continue
            }
            if current.isStart, let anchor = table.anchor {
                add([Destination(anchor: anchor, point: onSheet(top))])
            }
            footnotes.limit(to: fragment.noteLimit)
            footnotes.add(fragment.marks)
            add(fragment.destinations.map { Destination(anchor: $0.anchor, point: onSheet(top + $0.point.y)) })
            // A table without header and rows begins no page.
            if !fragment.items.isEmpty { add(fragment.items, at: top) }
            y = top + fragment.height
            progress = fragment.rest
            if progress != nil { endPage(fragment.cause) }
        }
        chainTop = nil
    }

    private func onSheet(_ top: Length) -> Point { Point(x: sheet.margins.left, y: sheet.margins.top + top) }

    private mutating func add(_ destinations: [Destination]) {
        if destinations.isEmpty { return }
        page = page ?? PageBody(label: label, orientation: orientation)
        page?.destinations += destinations
    }

    private mutating func add(_ items: [PageItem], at top: Length) {
        page = page ?? PageBody(label: label, orientation: orientation)
        let x = sheet.margins.left
        let y = sheet.margins.top + top
        for item in items { page?.items.append(item.moved(x: x, y: y)) }
    }
}
