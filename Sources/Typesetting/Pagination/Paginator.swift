// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts

/// Divides what is set into pages.
struct Paginator {
    /// A page without its running lines.
    struct BarePage {
        var label: String
        var orientation: Orientation
        var items: [PageItem] = []
        var destinations: [Destination] = []
    }

    private let style: Theme.PageStyle
    /// The page that is being filled.
    private var sheet: Theme.PageStyle
    private var orientation = Orientation.portrait
    private(set) var pages: [BarePage] = []
    private(set) var outline: [TypesetPaper.OutlineEntry] = []
    private var page: BarePage?
    /// The last of the items that should stay together and go on no page: they follow one another as they can.
    private var looseUntil = -1
    private var label = ""
    /// From the top of the text area.
    private var y = Length.zero

    init(style: Theme.PageStyle) {
        self.style = style
        sheet = style
    }

    /// The height of the text area.
    private var capacity: Length { sheet.capacity }

    /// Fills pages with items from first to last.
    mutating func paginate(_ items: [FlowItem]) {
        let items = withDivisibleHeaders(items)
        for (index, item) in items.enumerated() {
            switch item {
            case .newPage(let label, let orientation):
                endPage()
                self.label = label
                self.orientation = orientation
                sheet = style.turned(to: orientation)
            case .box(let box):
                place(box, at: index, of: items)
            case .table(let table):
                place(table, at: index)
            }
        }
        endPage()
    }

    /// The same items; tables whose header goes on no page have it among their rows.
    private func withDivisibleHeaders(_ items: [FlowItem]) -> [FlowItem] {
        var sheet = sheet
        return items.map { item in
            switch item {
            case .newPage(_, let orientation): sheet = style.turned(to: orientation)
            case .table(let table) where table.headerHeight > sheet.capacity: return .table(table.withHeaderAmongRows)
            case .table, .box: break
            }
            return item
        }
    }

    private var isAtTop: Bool { page == nil }

    private mutating func endPage() {
        if let page { pages.append(page) }
        page = nil
        y = .zero
    }

    /// Whether an item goes on a page together with everything that it must not be parted from.
    ///
    /// - Parameter top: where the item begins, from the top of the text area.
    private func staysWhole(_ box: FlowBox, at index: Int, of items: [FlowItem], top: Length) -> Bool {
        var bottom = top + box.height
        var keepsWithNext = box.keepsWithNext
        var next = index + 1
        while keepsWithNext, next < items.count, bottom <= capacity {
            switch items[next] {
            case .box(let box):
                bottom += box.spaceBefore + box.height
                keepsWithNext = box.keepsWithNext
            case .table(let table):
                return table.canBegin(in: capacity - bottom - table.spaceBefore, page: capacity)
            case .newPage:
                keepsWithNext = false
            }
            next += 1
        }
        return bottom <= capacity
    }

    /// The last item that must not be parted from an item.
    private func endOfChain(from index: Int, in items: [FlowItem]) -> Int {
        var end = index
        while case .box(let box) = items[end], box.keepsWithNext, end + 1 < items.count {
            if case .newPage = items[end + 1] { break }
            end += 1
        }
        return end
    }

    /// Sets a box on this page or on the next. Where no page holds all that should stay together, it begins a page and
    /// runs on from there, so that its first part is not alone.
    private mutating func place(_ box: FlowBox, at index: Int, of items: [FlowItem]) {
        let wanted = y + box.spaceBefore
        if index <= looseUntil {
            if !isAtTop, wanted + box.height > capacity { endPage() }
        } else if !staysWhole(box, at: index, of: items, top: isAtTop ? .zero : wanted) {
            if !isAtTop { endPage() }
            if !staysWhole(box, at: index, of: items, top: .zero) { looseUntil = endOfChain(from: index, in: items) }
        }
        let hasSpace = !isAtTop
        let top = hasSpace ? wanted : .zero
        for anchor in box.anchors { add(Destination(anchor: anchor, point: onSheet(top))) }
        if let entry = box.outline { outline.append(entry) }
        add(hasSpace ? box.itemsInSpaceBefore + box.items : box.items, at: top)
        y = top + box.height
    }

    private mutating func place(_ table: SetTable, at index: Int) {
        var progress: TableProgress? = .start
        while let current = progress {
            let top = isAtTop ? .zero : y + (current.isStart ? table.spaceBefore : .zero)
            // Under what it could not stay together with, a table begins in whatever room there is.
            let mustBegin =
                current.isStart && index == looseUntil && table.hasRoomForFirstLines(in: capacity - top)
            let page = mustBegin ? capacity - top : capacity
            guard let fragment = table.fragment(from: current, height: capacity - top, page: page) else {
                endPage()
                continue
            }
            if current.isStart, let anchor = table.anchor { add(Destination(anchor: anchor, point: onSheet(top))) }
            add(fragment.items, at: top)
            y = top + fragment.height
            progress = fragment.rest
            if progress != nil { endPage() }
        }
    }

    private func onSheet(_ top: Length) -> Point { Point(x: sheet.margins.left, y: sheet.margins.top + top) }

    private mutating func add(_ destination: Destination) {
        page = page ?? BarePage(label: label, orientation: orientation)
        page?.destinations.append(destination)
    }

    private mutating func add(_ items: [PageItem], at top: Length) {
        page = page ?? BarePage(label: label, orientation: orientation)
        let x = sheet.margins.left
        let y = sheet.margins.top + top
        for item in items { page?.items.append(item.moved(x: x, y: y)) }
    }
}

extension Theme.PageStyle {
    /// The height of the text area.
    fileprivate var capacity: Length { size.height - margins.top - margins.bottom }
}
