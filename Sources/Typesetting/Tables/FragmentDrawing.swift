// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// Collects the page items of the part of a table on one page, from the top left corner of the part.
///
/// Cells are drawn in reading order, whatever the order in which they are added.
struct FragmentDrawing {
    /// What a cell draws.
    private struct CellContent {
        /// The position of the cell in reading order; `nil` for a cell of the head.
        var order: Int?
        var items: [PageItem]
        var destinations: [Destination] = []
        var marks: [NoteMark] = []
    }

    private let style: Theme.TableStyle
    private let edges: [Length]
    private var borders: BorderBuilder
    private var fills: [PageItem] = []
    private var title: [PageItem] = []
    private var overleaf: [PageItem] = []
    private var contents: [CellContent] = []
    /// The lower edge of the header, or `nil` for a part without one.
    private var headerBottom: Length?

    init(style: Theme.TableStyle, edges: [Length]) {
        self.style = style
        self.edges = edges
        borders = BorderBuilder(edges: edges, style: style)
    }

    /// Draws the title over a part that continues a table.
    mutating func add(title boxes: [Box]) { title = boxes[...].items(x: .zero, y: .zero) }

    /// Draws the words under a part that the table continues.
    mutating func add(overleaf boxes: [Box], at top: Length) { overleaf = boxes[...].items(x: .zero, y: top) }

    /// Draws a cell.
    ///
    /// - Parameters:
    ///   - order: the position of the cell in reading order; `nil` for a cell of the head.
    ///   - furniture: the kind of repetition; `nil` for a cell that is drawn for the first time.
    mutating func add(
        _ cell: TableLayout.Cell,
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
        if order == nil, furniture != .continuedBand {
            headerBottom = max(headerBottom ?? .zero, top + height)
            // The words of a header stand over the figures, at its foot.
            if style.frame != nil { inset = max(inset, height - style.padding.bottom - boxes.height) }
        } else if fill != nil, let frame = style.frame {
            borders.emphasise(top, thickness: frame.band)
        }
        let items = boxes.items(x: left + style.padding.left, y: top + inset)
        if let furniture {
            let drawn = items.compactMap { $0.asFurniture(furniture) }
            contents.append(CellContent(order: order, items: drawn))
            return
        }
        contents.append(
            CellContent(
                order: order,
                items: items,
                destinations: boxes.destinations(x: left, y: top + inset),
                marks: boxes.marks
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
        let contents = contents.filter { $0.order == nil } + cells
        return TableFragment(
            items: fills + borders.rules() + title + contents.flatMap(\.items) + overleaf,
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
