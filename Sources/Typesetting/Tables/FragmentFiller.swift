// SPDX-License-Identifier: Apache-2.0

import Layouts
import Geometry
import PaperTree
import ResourceLimits

/// Fills the rest of a page with rows of a table.
///
/// A row stays whole where it goes on a page; it is divided where it is higher than a page, or where keeping it whole
/// would leave more of this page empty than the theme allows, and then each of its cells has at least two lines on
/// either side.
struct FragmentFiller {
    /// A cell that has begun on this page and not ended.
    private struct ActiveCell {
        var cell: TableLayout.Cell
        var boxes: ArraySlice<Box>
        var top: Length
        /// How many more rows it goes over.
        var rows: Int
        /// Place in reading order.
        var order: Int
        /// Whether it began on an earlier page.
        var isResumed = false
    }

    private let table: TableLayout
    private let progress: TableProgress
    private let available: Length
    private let page: Length
    /// The notes at the foot of the page, with those of the rows that have been set.
    private var footnotes: Footnotes
    /// The bands that are repeated here, outermost first.
    private let repeatedBands: [Int]
    /// Whether header and bands stand here: repeated only where they take no more than half of a page.
    private let hasHead: Bool
    private let headHeight: Length
    private var y = Length.zero
    private var drawing: FragmentDrawing
    private var active: [ActiveCell] = []
    private var order = 0
    /// Whether more than header and bands stands here.
    private var hasBodyRow = false
    /// Rows of this page that are higher than the table says, because of what earlier pages left over.
    private var raisedHeights: [Int: Length] = [:]

    init(table: TableLayout, progress: TableProgress, place: TableRegion) {
        self.table = table
        self.progress = progress
        available = place.height
        page = place.page
        footnotes = place.footnotes
        if progress.isStart { footnotes.add(table.header.flatMap(\.marks)) }
        let isRepeated = !progress.isStart && progress.row < table.rows.count
        repeatedBands = isRepeated ? table.rows[progress.row].bands : []
        var height = table.headerHeight + repeatedBands.map { table.rows[$0].continuedHeight }.total
        if !progress.isStart { height += Self.titleHeight(of: table) }
        hasHead = progress.isStart || height <= page / 2
        headHeight = hasHead ? height : .zero
        drawing = FragmentDrawing(style: table.style, edges: table.edges)
    }

    /// Whether anything more than a header can stand here, by the rules.
    mutating func canBegin() -> Bool {
        if available >= page { return true }
        if progress.isStart, let height = heightOfSmallTable, height > available { return false }
        resumeOpenCells()
        y = headHeight
        return y + footnotes.height <= available
            && (table.rows.isEmpty || decision(at: progress.row, mustPlace: false) != .leave)
    }

    /// Whether there is room for the header, the bands of the first row and the first lines of that row: two, if it has as
    /// many.
    func hasRoomForFirstLines() -> Bool {
        var trial = self
        trial.y = headHeight
        for (index, row) in table.rows.enumerated() {
            if isBand(index) {
                trial.y += row.height
                continue
            }
            if trial.y + row.height <= room(above: index, adding: row.marks) { return true }
            trial.begin(index)
            return zip(trial.active, trial.countsAtFoot()).contains { cell, count in
                count > 0 && count >= min(2, cell.boxes.count)
            }
        }
        return trial.y + footnotes.height <= available
    }

    /// How high the whole table is with its notes, where that is no more of a page than may be left empty: such a table is
    /// not divided.
    private var heightOfSmallTable: Length? {
        let most = page * table.style.waste
        var height = table.headerHeight + table.notesHeight
        for row in table.rows {
            height += row.height
            if height > most { return nil }
        }
        return height + footnotes.height(adding: table.rows.flatMap(\.marks))
    }

    /// Sets rows until the page is full or the table ends.
    mutating func fill() -> TableFragment? {
        let isFresh = available >= page
        var trial = self
        if !trial.canBegin() { return nil }
        resumeOpenCells()
        placeHead()
        // A header that leaves no room for any row, nor for its first lines, has the page to itself.
        if progress.isStart, isFresh, y > page / 2, !table.rows.isEmpty, !hasRoomForFirstLines(),
            decision(at: 0, mustPlace: false) == .leave
        {
            return finish(rest: TableProgress())
        }
        var row = progress.row
        while row < table.rows.count {
            // A page of its own is all that can be offered.
            switch decision(at: row, mustPlace: isFresh && !hasBodyRow) {
            case .place:
                place(row, height: height(of: row))
                row += 1
            case .divide: return divide(row)
            case .leave: return close(before: row)
            }
        }
        return finish(rest: nil)
    }

    // MARK: - Deciding

    /// What is to be done with a row at the place that has been come to.
    private enum Decision {
        case place, divide, leave
    }

    /// A row is set where it goes, and a band where the row after it goes too or can be divided; the last row brings the
    /// table's notes with it.
    ///
    /// - Parameter mustPlace: whether no other page would have more room.
    private func decision(at row: Int, mustPlace: Bool) -> Decision {
        let own = (row..<table.rows.count).first { !isBand($0) }
        let bands = (row..<(own ?? table.rows.count)).map { height(of: $0) }.total
        let whole = bands + (own.map { height(of: $0) } ?? .zero)
        let room = room(above: own ?? row, adding: (row...(own ?? row)).flatMap { marks(of: $0) })
        if y + whole + notesHeight(under: own) <= room || (mustPlace && y + whole <= room) { return .place }
        guard isBand(row) else {
            if canDivide(row, forced: mustPlace) { return .divide }
            return mustPlace && isAtHead ? .place : .leave
        }
        // Part of a row need not bring all of its notes.
        let roomForPart = self.room(above: own ?? row, adding: marks(of: row))
        if let own, y + bands < roomForPart {
            var trial = self
            trial.y += bands
            if trial.canDivide(own, forced: mustPlace) { return .place }
        }
        guard mustPlace else { return .leave }
        if y + height(of: row) <= roomForPart { return .place }
        guard isAtHead else { return .leave }
        return canDivide(row, forced: true) ? .divide : .place
    }

    // MARK: - Heights

    private var padding: Length { table.style.padding.top + table.style.padding.bottom }

    /// What must stand on the page of a row when it is the last: the table's notes, where they are not too high for it.
    private func notesHeight(under row: Int?) -> Length {
        guard let row, table.notesHeight <= page / 4, ((row + 1)..<table.rows.count).allSatisfy(isBand) else {
            return .zero
        }
        return table.notesHeight
    }

    /// How far down a row may reach: above the notes at the foot of the page, and above the words that the table goes on, if
    /// it does.
    private func room(above row: Int, adding marks: [NoteMark]) -> Length {
        let isLast = ((row + 1)..<table.rows.count).allSatisfy(isBand)
        return available - footnotes.height(adding: marks) - (isLast ? .zero : overleafHeight)
    }

    /// The marks that come onto the page with a row, what earlier pages left of it included.
    private func marks(of row: Int) -> [NoteMark] {
        var marks = row == progress.row && progress.isInsideRow ? [] : table.rows[row].marks
        if row == progress.row { for cell in progress.openCells { marks += cell.boxes.marks } }
        return marks
    }

    private var overleafHeight: Length { table.overleaf.isEmpty ? .zero : table.overleaf.height + padding / 2 }

    private static func titleHeight(of table: TableLayout) -> Length {
        table.continuedTitle.isEmpty ? .zero : table.continuedTitle.height + table.style.padding.bottom
    }

    private func heights(of rows: ClosedRange<Int>) -> Length {
        let own = table.tops[rows.upperBound + 1] - table.tops[rows.lowerBound]
        return raisedHeights.reduce(own) { sum, raised in
            rows.contains(raised.key) ? sum + raised.value - table.rows[raised.key].height : sum
        }
    }

    /// Whether nothing stands here yet but the head.
    private var isAtHead: Bool { y == headHeight }

    private func height(of row: Int) -> Length { raisedHeights[row] ?? table.rows[row].height }

    private func isBand(_ row: Int) -> Bool { table.rows[row].kind.isBand }

    // MARK: - Placing

    /// Takes up the cells that earlier pages left open and raises the rows that must hold what is left of them.
    private mutating func resumeOpenCells() {
        guard active.isEmpty else { return }
        for open in progress.openCells {
            active.append(
                ActiveCell(
                    cell: open.cell,
                    boxes: open.boxes,
                    top: headHeight,
                    rows: open.rows,
                    order: order,
                    isResumed: true
                )
            )
            order += 1
        }
        guard progress.row < table.rows.count else { return }
        if progress.isInsideRow {
            let own = active.filter { $0.rows == 1 }.map { $0.boxes.height + padding }.max() ?? .zero
            raisedHeights[progress.row] = own
        }
        for cell in active {
            let last = min(progress.row + cell.rows, table.rows.count) - 1
            let have = heights(of: progress.row...last)
            let lacking = cell.boxes.height + padding - have
            if lacking > .zero { raisedHeights[last] = height(of: last) + lacking }
        }
    }

    private mutating func placeHead() {
        guard hasHead else { return }
        if !progress.isStart {
            drawing.add(title: table.continuedTitle)
            y += Self.titleHeight(of: table)
        }
        for row in table.header {
            let isRepeated = !progress.isStart
            for cell in row.cells {
                let height = headerHeight(of: cell, in: row)
                let fill = table.style.headerFill
                drawing.add(
                    cell,
                    boxes: cell.boxes[...],
                    top: y,
                    height: height,
                    fill: fill,
                    as: isRepeated ? .repeatedHeader : nil
                )
            }
            y += row.height
        }
        for index in repeatedBands {
            guard let cell = table.rows[index].continued else { continue }
            let height = table.rows[index].continuedHeight
            drawing.add(
                cell,
                boxes: cell.boxes[...],
                top: y,
                height: height,
                fill: fill(of: index),
                as: .continuedBand
            )
            y += height
        }
    }

    private func headerHeight(of cell: TableLayout.Cell, in row: TableLayout.Row) -> Length {
        guard cell.rowSpan > 1,
            let index = table.header.firstIndex(where: {
                $0.cells.contains { $0.column == cell.column && $0.rowSpan == cell.rowSpan }
            })
        else { return row.height }
        return table.header[index..<min(index + cell.rowSpan, table.header.count)].map(\.height).total
    }

    private func fill(of row: Int) -> Colour? {
        switch table.rows[row].kind {
        case .header: table.style.headerFill
        case .band(let level):
            table.style.bandFills.isEmpty
                ? nil : table.style.bandFills[min(level, table.style.bandFills.count) - 1]
        case .body: nil
        }
    }

    /// Begins the cells of a row, if no earlier page has, and ends those whose last row it is.
    private mutating func place(_ row: Int, height: Length) {
        WorkMeter.count(active.count + 1)
        footnotes.add(marks(of: row))
        begin(row)
        hasBodyRow = hasBodyRow || !isBand(row)
        y += height
        for index in active.indices { active[index].rows -= 1 }
        for cell in active where cell.rows == 0 {
            draw(cell, count: cell.boxes.count, fill: fill(of: row))
        }
        active.removeAll { $0.rows == 0 }
    }

    private mutating func begin(_ row: Int) {
        if row == progress.row, progress.isInsideRow { return }
        for cell in table.rows[row].cells {
            let rows = max(1, min(cell.rowSpan, table.rows.count - row))
            active.append(ActiveCell(cell: cell, boxes: cell.boxes[...], top: y, rows: rows, order: order))
            order += 1
        }
    }

    /// Draws an active cell down to where the page has come, with so many of its boxes.
    ///
    /// A cell over several rows that an earlier page has shown to its end is shown again, if all of it has room: its
    /// rows would be bare without it.
    private mutating func draw(_ cell: ActiveCell, count: Int, fill: Colour?) {
        let height = y - cell.top
        let whole = cell.cell.boxes[...]
        if cell.isResumed, cell.boxes.isEmpty, cell.cell.rowSpan > 1, whole.height + padding <= height {
            drawing.add(
                cell.cell,
                boxes: whole,
                top: cell.top,
                height: height,
                fill: fill,
                order: cell.order,
                as: .repeatedCell
            )
        } else {
            let boxes = cell.boxes.prefix(count)
            drawing.add(cell.cell, boxes: boxes, top: cell.top, height: height, fill: fill, order: cell.order)
        }
    }

    // MARK: - Breaking

    /// How many boxes of each active cell go above a break at the foot of this page, over the notes that they mark: a line
    /// fewer at a time, until the notes have room too.
    private func countsAtFoot() -> [Int] {
        let most = available - overleafHeight
        var bottom = most - footnotes.height
        while true {
            WorkMeter.count(active.count)
            let counts = counts(above: bottom)
            let boxes = zip(active, counts).map { cell, count in (top: cell.top, boxes: cell.boxes.prefix(count)) }
            let lowest = boxes.filter { !$0.boxes.isEmpty }.map { $0.top + $0.boxes.height + padding }.max()
            guard let lowest, lowest > most - footnotes.height(adding: boxes.flatMap(\.boxes.marks)) else {
                return counts
            }
            bottom = lowest - Length(units: 1)
        }
    }

    /// How many boxes of each active cell go above a break at a height.
    private func counts(above bottom: Length) -> [Int] {
        active.map { $0.boxes.count(fitting: bottom - $0.top - padding) }
    }

    /// Whether a row may be divided at the foot of this page: where it goes on no page, or would leave too much of this one
    /// empty, and then with two lines of each cell on either side.
    ///
    /// - Parameter forced: whether it must be, as long as anything of it goes here or nothing else stands here.
    private func canDivide(_ row: Int, forced: Bool) -> Bool {
        var trial = self
        trial.begin(row)
        guard trial.active.contains(where: { !$0.boxes.isEmpty }) else { return false }
        let counts = trial.countsAtFoot()
        if forced { return isAtHead || counts.contains { $0 > 0 } }
        let foot = footnotes.height(adding: marks(of: row)) - footnotes.height
        let goesOnAPage = height(of: row) + headHeight + foot <= page
        if goesOnAPage, (available - y).points <= page.points * table.style.waste { return false }
        return zip(trial.active, counts).allSatisfy { cell, count in
            let left = cell.boxes.count - count
            return cell.boxes.isEmpty || left == 0 || (count >= 2 && left >= 2)
                || (count >= 3 && left == 1)
        } && counts.contains { $0 > 0 }
    }

    /// Sets what goes of a row and leaves the rest.
    private mutating func divide(_ row: Int) -> TableFragment {
        begin(row)
        var counts = countsAtFoot()
        for (index, cell) in active.enumerated() where cell.boxes.count - counts[index] == 1 && counts[index] >= 3 {
            counts[index] -= 1
        }
        // A box higher than the page stands out of it rather than stop everything.
        if !counts.contains(where: { $0 > 0 }), let index = active.indices.first(where: { !active[$0].boxes.isEmpty }) {
            counts[index] = 1
        }
        var bottom = y
        for (cell, count) in zip(active, counts) {
            bottom = max(bottom, cell.top + cell.boxes.prefix(count).height + padding)
        }
        y = bottom
        return close(counts: counts, row: row, isInsideRow: true)
    }

    /// Ends the part before a row.
    private mutating func close(before row: Int) -> TableFragment {
        close(counts: counts(above: y), row: row, isInsideRow: false)
    }

    private mutating func close(counts: [Int], row: Int, isInsideRow: Bool) -> TableFragment {
        // Where only cells that go on below it have anything left, the row ends with the page.
        let isEnded =
            isInsideRow
            && zip(active, counts).allSatisfy { cell, count in cell.rows > 1 || count == cell.boxes.count }
        var open: [TableProgress.OpenCell] = []
        for (cell, count) in zip(active, counts) {
            draw(cell, count: count, fill: isInsideRow ? fill(of: row) : nil)
            let rows = isEnded ? cell.rows - 1 : cell.rows
            if rows == 0 { continue }
            open.append(TableProgress.OpenCell(cell: cell.cell, boxes: cell.boxes.dropFirst(count), rows: rows))
        }
        let next = isEnded ? row + 1 : row
        if next == table.rows.count { return finish(rest: nil) }
        return finish(rest: TableProgress(row: next, openCells: open, isInsideRow: isInsideRow && !isEnded))
    }

    private mutating func finish(rest: TableProgress?) -> TableFragment {
        if rest != nil, !table.overleaf.isEmpty {
            drawing.add(overleaf: table.overleaf, at: y + padding / 2)
            y += overleafHeight
        }
        return drawing.fragment(height: y, rest: rest)
    }
}
