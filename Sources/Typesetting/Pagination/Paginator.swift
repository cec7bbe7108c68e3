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
    private var label = ""
    /// From the top of the text area.
    private var y = Length.zero

    init(style: Theme.PageStyle) {
        self.style = style
        sheet = style
    }

    /// The height of the text area.
    private var capacity: Length { sheet.size.height - sheet.margins.top - sheet.margins.bottom }

    /// Fills pages with items from first to last.
    mutating func paginate(_ items: [FlowItem]) {
        for (index, item) in items.enumerated() {
            switch item {
            case .newPage(let label, let orientation):
                endPage()
                self.label = label
                self.orientation = orientation
                sheet = style.turned(to: orientation)
            case .box(let box):
                place(box, least: leastHeight(from: index, in: items))
            case .table(let table):
                place(table)
            }
        }
        endPage()
    }

    private var isAtTop: Bool { page == nil }

    private mutating func endPage() {
        if let page { pages.append(page) }
        page = nil
        y = .zero
    }

    /// What an item needs together with everything that it must not be parted from, without the space before it.
    /// Where that is more than a page, keeping is given up.
    private func leastHeight(from index: Int, in items: [FlowItem]) -> Length {
        guard case .box(let first) = items[index] else { return .zero }
        var least = first.height
        var keepsWithNext = first.keepsWithNext
        var next = index + 1
        while keepsWithNext, next < items.count, least <= capacity {
            switch items[next] {
            case .box(let box):
                least += box.spaceBefore + box.height
                keepsWithNext = box.keepsWithNext
            case .table(let table):
                least += table.spaceBefore + table.leastHeight(page: capacity)
                keepsWithNext = false
            case .newPage:
                keepsWithNext = false
            }
            next += 1
        }
        return least <= capacity ? least : first.height
    }

    private mutating func place(_ box: FlowBox, least: Length) {
        if !isAtTop, y + box.spaceBefore + least > capacity { endPage() }
        let hasSpace = !isAtTop
        let top = hasSpace ? y + box.spaceBefore : .zero
        for anchor in box.anchors { add(Destination(anchor: anchor, point: onSheet(top))) }
        if let entry = box.outline { outline.append(entry) }
        add(hasSpace ? box.itemsInSpaceBefore + box.items : box.items, at: top)
        y = top + box.height
    }

    private mutating func place(_ table: SetTable) {
        var progress: TableProgress? = .start
        while let current = progress {
            let top = isAtTop ? .zero : y + (current.isStart ? table.spaceBefore : .zero)
            guard let fragment = table.fragment(from: current, height: capacity - top, page: capacity) else {
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
