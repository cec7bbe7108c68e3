// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// Collects the page items of the part of a table on one page, from the top left corner of the part.
///
/// Cells are drawn in reading order, whatever the order in which they are added.
struct FragmentDrawing {
    /// What a cell draws.
    fileprivate struct CellContent {
        /// The position of the cell in reading order; `nil` for a cell of the head.
        var order: Int?
        var items: [PageItem]
        var destinations: [Destination] = []
        var marks: [NoteMark] = []
        /// The places of the owners of its words among those of its row, if these are not read cell by cell.
        var readingOrder: [Owner: Int] = [:]
    }

    private let style: Theme.TableStyle
    private let edges: [Length]
    private let exemptBar: TableLayout.ExemptBar?
    private var borders: BorderBuilder
    private var bars: [PageItem] = []
    private var fills: [PageItem] = []
    private var title: [PageItem] = []
    private var overleaf: [PageItem] = []
    private var contents: [CellContent] = []
    /// The lower edge of the header, or `nil` for a part without one.
    private var headerBottom: Length?

    init(of table: TableLayout) {
        style = table.style
        edges = table.edges
        exemptBar = table.exemptBar
        borders = BorderBuilder(edges: edges, style: style)
    }

    /// Draws the bar beside what a page has of a row that is not for publication.
    mutating func addBar(from top: Length, to bottom: Length) {
        guard let bar = exemptBar else { return }
        bars.append(
            .rule(
                RuleLine(
                    from: Point(x: bar.x, y: top),
                    to: Point(x: bar.x, y: bottom),
                    thickness: bar.thickness,
                    colour: bar.colour
                )
            )
        )
    }

    /// Draws the title over a part that continues a table.
    mutating func add(title boxes: [Box]) { title = boxes[...].items(x: edges[0], y: .zero) }

    /// Draws the words under a part that the table continues.
    mutating func add(overleaf boxes: [Box], at top: Length) { overleaf = boxes[...].items(x: edges[0], y: top) }

    /// Draws a cell.
    ///
    /// - Parameters:
    ///   - name: what names the row, and is repeated over the boxes.
    ///   - order: the position of the cell in reading order; `nil` for a cell of the head.
    ///   - furniture: the kind of repetition; `nil` for a cell that is drawn for the first time.
    mutating func add(
        _ cell: TableLayout.Cell,
        name: ArraySlice<Box> = [],
        boxes: ArraySlice<Box>,
        top: Length,
        height: Length,
        fill: Colour?,
        order: Int? = nil,
        as furniture: Owner.Furniture? = nil
    ) {
        let columns = min(cell.column, edges.count - 2)..<min(cell.column + cell.columnSpan, edges.count - 1)
        let left = edges[columns.lowerBound]
        if let fill {
            let size = Size(width: edges[columns.upperBound] - left, height: height)
            fills.append(.fill(Fill(rectangle: Rectangle(origin: Point(x: left, y: top), size: size), colour: fill)))
        }
        borders.add(columns: columns, top: top, bottom: top + height)
        var inset = style.padding.top
        if order == nil, furniture == nil || furniture == .repeatedHeader {
            headerBottom = max(headerBottom ?? .zero, top + height)
            // The words of a header stand over the figures, at its foot.
            if style.frame != nil || cell.isRotated { inset = max(inset, height - style.padding.bottom - boxes.height) }
        } else if fill != nil, let frame = style.frame {
            borders.emphasise(top, thickness: frame.band)
        }
        let x = left + style.padding.left
        let y = top + inset + (name.isEmpty ? .zero : cell.keyHeight)
        let items = boxes.items(x: x, y: y)
        if let furniture {
            let drawn = items.compactMap { $0.asFurniture(furniture) }
            contents.append(CellContent(order: order, items: drawn))
            return
        }
        let names = name.items(x: x, y: top + inset).compactMap { $0.asFurniture(.repeatedCell) }
        contents.append(
            CellContent(
                order: order,
                items: names + items,
                destinations: boxes.destinations(x: left, y: y),
                marks: boxes.marks,
                readingOrder: cell.readingOrder
            )
        )
    }

    /// The part, with the rest of the table.
    func fragment(
        height: Length,
        repeated: Length,
        noteLimit: Length,
        rest: TableProgress?,
        cause: PageEnding.Cause
    ) -> TableFragment {
        var borders = borders
        if let headerBottom, let frame = style.frame { borders.emphasise(headerBottom, thickness: frame.header) }
        let cells = contents.filter { $0.order != nil }.sorted { ($0.order ?? 0) < ($1.order ?? 0) }
        let contents = (contents.filter { $0.order == nil } + cells).inReadingOrder
        return TableFragment(
            items: fills + borders.rules() + bars + title + contents.flatMap(\.items) + overleaf,
            height: height,
            repeated: repeated,
            destinations: contents.flatMap(\.destinations),
            marks: contents.flatMap(\.marks),
            noteLimit: noteLimit,
            rest: rest,
            cause: cause
        )
    }
}

extension [FragmentDrawing.CellContent] {
    /// The contents, those of a row that is not read cell by cell as one, with its items in reading order: what is of no node follows the item
    /// before it.
    fileprivate var inReadingOrder: [Element] {
        guard let first = firstIndex(where: { !$0.readingOrder.isEmpty }) else { return self }
        let own = filter { !$0.readingOrder.isEmpty }
        var row = self[first]
        row.items = []
        var placed: [(place: Int, index: Int, item: PageItem)] = []
        for content in own {
            var last = 0
            for item in content.items {
                if case .text(let run) = item, let place = content.readingOrder[run.owner] { last = place }
                placed.append((last, placed.count, item))
            }
        }
        row.items = placed.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.item)
        row.destinations = own.flatMap(\.destinations)
        row.marks = own.flatMap(\.marks)
        return self[..<first].filter(\.readingOrder.isEmpty) + [row] + self[first...].filter(\.readingOrder.isEmpty)
    }
}
