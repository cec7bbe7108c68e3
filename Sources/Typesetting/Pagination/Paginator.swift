// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import ResourceLimits

/// Divides the flow of a section into pages.
///
/// The number of pages is bounded by the height of what they hold. Let *C* be the height of the text area. Of each page, *repeated* is the height of
/// what was printed before, *white* that of what is empty, and *held* = *C* − *repeated* − *white* that of what is printed once, notes included.
///
/// 1. *repeated* ≤ *C* / 2: ``FragmentHead`` leaves out the title, the names of rows, the bands and the header of a table that goes on, in this order, until they
///    take no more, with the words under the part.
/// 2. A page that does not end because it must (``PageEnding/isForced``) ends above a unit of height *u* > *white*: the next line, row or beginning
///    of a table, with what it is kept with and the beginning of its notes (``Footnotes/leastHeight(adding:)``).
/// 3. The next page begins with that unit. If it holds all of it, its *held* ≥ *u* > *white*, so that both pages together hold more than
///    *C* − *repeated* ≥ *C* / 2. If it does not, it has no more than *C* / 2 repeated and ends where the unit is divided, so that no more of it is
///    empty than the lines that stay together take, of which there are three at most, while the page before holds one.
///
/// So two pages that follow one another hold *C* / 2 less two lines at least, and the space above these: ``PageEnding/leastHeldWithNext(line:space:)``,
/// to which `LayoutProof` holds every page. The pages of a run can be taken two by two. A run of height *H* has some 4 × *H* / *C* pages at most, two by
/// ``PageEnding/partHeldByTwo``, and one more; `RandomPaperTests` counts them.
struct Paginator {
    /// The part of a page that may stay empty to keep a line of text on the page of its whole note, or to honour a weak keep.
    private static let mostEmpty = 0.2

    private let sheets: Sheets
    private let noteStyle: Theme.NoteStyle
    /// The upper margin of the first page, where it is not that of every page.
    private let firstTop: Length?
    /// The size and the margins of the current page.
    private var sheet: Theme.PageStyle
    private var orientation = Orientation.portrait
    private(set) var pages: [PageBody] = []
    private(set) var outline: [OutlineEntry] = []
    private var page: PageBody?
    /// The index of the item that is being placed.
    private var item = 0
    private var footnotes: Footnotes
    /// The last item of a chain that should stay together but fits on no page: its items are divided wherever they must be.
    private var looseUntil = -1
    /// The last item of a chain whose weak keeps are ignored, because too much of a page would stay empty.
    private var ignoresWeakUntil = -1
    private var label = ""
    /// The distance from the top of the text area.
    private var y = Length.zero
    /// The height of what the page repeats.
    private var repeated = Length.zero
    /// The top of the boxes at the end of the page that must be kept with what follows, if there are any.
    private var chainTop: Length?

    init(sheets: Sheets, notes: Theme.NoteStyle, firstTop: Length? = nil) {
        self.sheets = sheets
        self.firstTop = firstTop
        noteStyle = notes
        sheet = sheets[.portrait]
        footnotes = Footnotes(page: .zero, measure: .zero, style: notes)
    }

    /// The height of the text area.
    private var capacity: Length { sheet.textHeight }

    /// The height of the text area of the pages after this one.
    private var freshCapacity: Length { sheets[orientation].textHeight }

    /// Fills pages with items from first to last.
    mutating func paginate(_ items: [FlowItem]) {
        let items = withDivisibleHeaders(items)
        for (index, flowItem) in items.enumerated() where !isFull {
            item = index
            switch flowItem {
            case .newPage(let label, let orientation, let notes):
                endRun(.turn)
                self.label = label
                self.orientation = orientation
                sheet = sheets[orientation]
                if pages.isEmpty, orientation == .portrait, let firstTop { sheet.margins.top = firstTop }
                footnotes = Footnotes(
                    notes,
                    after: footnotes,
                    page: freshCapacity,
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
            case .newPage(_, let orientation, _): sheet = sheets[orientation]
            case .table(let table) where table.headerHeight > sheet.textHeight: return .table(table.withHeaderAmongRows)
            case .table, .box, .pageBreak: break
            }
            return item
        }
    }

    /// The notes for which pages show others that say the same.
    var sharedNotes: [NodeID: NodeID] { footnotes.shared }

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
            page.ending = PageEnding(
                cause: cause,
                white: capacity - y - notes.height,
                capacity: capacity,
                repeated: repeated
            )
            pages.append(page)
        }
        page = nil
        sheet = sheets[orientation]
        y = .zero
        repeated = .zero
    }

    /// Ends the page, and adds pages for the notes that are left.
    private mutating func endRun(_ cause: PageEnding.Cause) {
        endPage(cause)
        while footnotes.isWaiting, !isFull {
            if !pages.isEmpty { pages[pages.count - 1].ending.cause = .notes }
            page = PageBody(label: label, orientation: orientation, firstItem: pages.last?.firstItem ?? item)
            endPage(cause)
        }
    }

    /// The lowest that the text of the page may reach if some more note marks are on it.
    private func bottom(adding marks: [NoteMark]) -> Length { capacity - footnotes.height(adding: marks) }

    /// Whether an item fits on a page together with everything that it must be kept with.
    ///
    /// - Parameter top: the top of the item, from the top of the text area.
    /// - Parameter ignoresWeak: whether pages may end where boxes are kept weakly.
    private func staysWhole(_ box: Box, at index: Int, of items: [FlowItem], top: Length, ignoresWeak: Bool) -> Bool {
        var end = top + box.height
        var marks = box.marks
        var keepsWithNext = box.keepsWithNext(ignoresWeak: ignoresWeak)
        var next = index + 1
        while keepsWithNext, next < items.count, end <= bottom(adding: marks) {
            WorkMeter.count(1)
            switch items[next] {
            case .box(let box):
                end += box.spaceBefore + box.height
                marks += box.marks
                keepsWithNext = box.keepsWithNext(ignoresWeak: ignoresWeak)
            case .table(let table):
                var footnotes = footnotes
                footnotes.add(marks)
                let tableTop = end + table.spaceBefore
                return table.canBegin(
                    in: TableRegion(
                        height: capacity - tableTop,
                        page: freshCapacity,
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

    /// The greatest height of notes that leaves a box room together with every box that it must be kept with; `nil` if it is too little for their
    /// notes to begin on the page, or if a table is among what it must be kept with.
    private func limitOfNotes(under box: Box, at index: Int, of items: [FlowItem], top: Length) -> Length? {
        var end = top + box.height
        var marks = box.marks
        for item in items[(index + 1)...].prefix(endOfChain(from: index, in: items) - index) {
            guard case .box(let box) = item else { return nil }
            end += box.spaceBefore + box.height
            marks += box.marks
        }
        let limit = capacity - end
        return !marks.isEmpty && footnotes.leastHeight(adding: marks) <= limit ? limit : nil
    }

    /// Whether the next page has room for what must be kept together: for text it does, which goes on where it must, and for a table if its first lines
    /// go under what is kept with it, above the notes of both.
    private func hasRoomOnFreshPage(from index: Int, of items: [FlowItem]) -> Bool {
        let end = endOfChain(from: index, in: items)
        guard case .table(let table) = items[end] else { return true }
        var notes = footnotes
        _ = notes.take(room: capacity - y, isForced: false)
        var above = Length.zero
        for case .box(let box) in items[index..<end] {
            above += (above == .zero ? .zero : box.spaceBefore) + box.height
            notes.add(box.marks)
        }
        let height = freshCapacity - above - table.spaceBefore
        return table.hasRoomForFirstLines(in: TableRegion(height: height, page: height, footnotes: notes))
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

    /// The height of an item and of everything that it must be kept with, and of their notes, for the record.
    private func extentOfChain(from index: Int, of items: [FlowItem]) -> PageEnding.Extent {
        var extent = PageEnding.Extent(whole: .zero, least: .zero)
        var marks: [NoteMark] = []
        for item in items[index...endOfChain(from: index, in: items)] {
            switch item {
            case .box(let box):
                extent.whole += box.spaceBefore + box.height
                extent.least += box.spaceBefore + box.height
                marks += box.marks
            case .table(let table):
                let region = TableRegion(height: freshCapacity, page: freshCapacity, footnotes: footnotes)
                let beginning = table.extentOfBeginning(in: region)
                extent.whole += table.spaceBefore + beginning.whole
                extent.least += table.spaceBefore + beginning.least
            case .newPage, .pageBreak: break
            }
        }
        extent.whole += footnotes.height(adding: marks) - footnotes.height
        extent.least += footnotes.leastHeight(adding: marks) - footnotes.height
        return extent
    }

    /// Places a box on this page or on the next. If no page holds all that should stay together, it begins a page and runs on from
    /// there, so that its first part is not alone.
    private mutating func place(_ box: Box, at index: Int, of items: [FlowItem]) {
        let wanted = y + box.spaceBefore
        let start = isAtTop ? Length.zero : wanted
        let ignoresWeak = index <= ignoresWeakUntil
        if index > looseUntil, !staysWhole(box, at: index, of: items, top: start, ignoresWeak: ignoresWeak) {
            beginPage(with: box, at: index, of: items, unlessAt: wanted)
        }
        if index <= looseUntil {
            let least = footnotes.leastHeight(adding: box.marks)
            if !isAtTop, wanted + box.height > capacity - least {
                endPage(.text(height: box.height + least - footnotes.height))
            }
        }
        let hasSpace = !isAtTop
        let top = hasSpace ? wanted : .zero
        footnotes.add(box.marks)
        add(box.destinations.map { Destination(anchor: $0, point: onSheet(top)) })
        outline += box.outline
        add((hasSpace ? box.itemsInSpaceBefore : box.itemsAtPageTop) + box.items, at: top)
        y = top + box.height
        chainTop = box.keepsWithNext ? chainTop ?? top : nil
    }

    /// Begins a page with a box that has no room with all that it is kept with, unless too much of this one would be empty and the notes of the box
    /// may go on at the foot of the next.
    private mutating func beginPage(with box: Box, at index: Int, of items: [FlowItem], unlessAt top: Length) {
        if !isAtTop {
            let isMuch = (capacity - footnotes.height - y).points > capacity.points * Self.mostEmpty
            if isMuch, staysWhole(box, at: index, of: items, top: top, ignoresWeak: true) {
                ignoresWeakUntil = endOfChain(from: index, in: items)
                return
            }
            if isMuch, let limit = limitOfNotes(under: box, at: index, of: items, top: top) {
                return footnotes.limit(to: limit)
            }
            // A page of their own would not keep headings with a table whose header has no room under them.
            if !hasRoomOnFreshPage(from: index, of: items) {
                looseUntil = endOfChain(from: index, in: items)
                return
            }
            let extent = extentOfChain(from: index, of: items)
            endPage(box.keepsWithNext ? .kept(extent) : .text(height: isMuch ? extent.least : extent.whole))
        }
        if staysWhole(box, at: index, of: items, top: .zero, ignoresWeak: false) { return }
        if let limit = limitOfNotes(under: box, at: index, of: items, top: .zero) {
            footnotes.limit(to: limit)
        } else {
            looseUntil = endOfChain(from: index, in: items)
        }
    }

    private mutating func place(_ table: TableLayout, at index: Int) {
        var progress: TableProgress? = .start
        while let current = progress, !isFull {
            let top = isAtTop ? .zero : y + (current.isStart ? table.spaceBefore : .zero)
            // After a chain that fits on no page, a table begins in whatever room there is.
            var region = TableRegion(
                height: capacity - top,
                page: freshCapacity,
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
            footnotes.limit(to: fragment.rest == nil ? max(fragment.noteLimit, footnotes.line) : fragment.noteLimit)
            footnotes.add(fragment.marks)
            add(fragment.destinations.map { Destination(anchor: $0.anchor, point: onSheet(top + $0.point.y)) })
            // A table without header and rows begins no page.
            if !fragment.items.isEmpty { add(fragment.items, at: top) }
            y = top + fragment.height
            repeated += fragment.repeated
            progress = fragment.rest
            if progress != nil { endPage(fragment.cause) }
        }
        chainTop = nil
    }

    private func onSheet(_ top: Length) -> Point { Point(x: sheet.margins.left, y: sheet.margins.top + top) }

    private mutating func add(_ destinations: [Destination]) {
        if destinations.isEmpty { return }
        page = page ?? PageBody(label: label, orientation: orientation, firstItem: item)
        page?.destinations += destinations
    }

    private mutating func add(_ items: [PageItem], at top: Length) {
        page = page ?? PageBody(label: label, orientation: orientation, firstItem: item)
        let x = sheet.margins.left
        let y = sheet.margins.top + top
        for item in items { page?.items.append(item.moved(x: x, y: y)) }
    }
}
