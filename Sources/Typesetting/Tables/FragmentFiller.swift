// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import ResourceLimits

/// Fills the rest of a page with rows of a table.
///
/// The filler goes down the page row by row, and decides for each whether to place it, to divide it or to leave it for the next page. A
/// row is kept whole unless it is higher than a page, or keeping it whole would leave more of this page empty than the theme allows; a
/// divided row has at least two lines of each cell on either side. Cells that span several rows are active from the row that they begin
/// in to their last; what a page leaves of them goes into ``TableProgress`` for the next.
///
/// The head of a part, with the name of a folded row that goes on, takes half of a page at most, and the notes at its foot leave the rows a quarter
/// at least, so that a row of any height goes over no more than some four times the pages that it would fill alone. A row that would have to be
/// divided to make room for all of its notes stays whole where they only begin on its page and go on at the foot of the next; a row that is divided
/// has half of the room that it shares with its notes.
struct FragmentFiller {
    /// The part of a page that notes leave to the rows, as its divisor.
    private static let leastPartOfRows = 4

    /// A cell whose first row is on this page or before, and whose last row is not yet placed.
    struct ActiveCell {
        var cell: TableLayout.Cell
        var boxes: ArraySlice<Box>
        /// What names the row, and is repeated over the boxes: no progress, since it is on an earlier page.
        var name: ArraySlice<Box> = []
        var top: Length
        /// The number of rows that it still spans.
        var rows: Int
        /// Its position in reading order.
        var order: Int
        /// Whether it began on an earlier page.
        var isResumed = false
        /// Whether note marks are in its boxes.
        var isMarked: Bool

        /// The top of the boxes, without the padding.
        var topOfBoxes: Length { name.isEmpty ? top : top + cell.keyHeight }
        /// The height of the name and all the boxes.
        var height: Length { topOfBoxes - top + boxes.height }
    }

    let table: TableLayout
    /// What earlier pages have placed.
    let progress: TableProgress
    /// The height that is left of this page, and that of a whole page.
    let available: Length
    let page: Length
    /// The height of what goes to the next page with the beginning of the table.
    let above: Length
    /// The notes at the foot of the page before the table has its part of it.
    private let notesOfRegion: Footnotes
    /// The greatest height of the notes on the page.
    private var noteLimit: Length
    /// The notes at the foot of the page, with those of the rows that have been placed.
    var footnotes: Footnotes
    let head: FragmentHead
    /// The height of the names that are repeated inside the first row: zero where they would leave the rest of it no room.
    private var nameHeight: Length
    /// The height added to the rest of the first row, so that its name has room beside it.
    private var roomForName = Length.zero
    /// The distance from the top of the part to the next row.
    var y = Length.zero
    private var drawing: FragmentDrawing
    var active: [ActiveCell] = []
    private var order = 0
    /// Whether a body row has been placed that brings something. One under cells that span it does not, nor one that holds only the padding of a cell
    /// whose lines are all on earlier pages.
    private var hasBodyRow = false
    /// The heights of rows that are higher here than in the table, because of what earlier pages have left of cells.
    var raisedHeights: [Int: Length] = [:]

    init(table: TableLayout, progress: TableProgress, region: TableRegion) {
        self.table = table
        self.progress = progress
        available = region.height
        page = region.page
        above = region.above
        head = FragmentHead(of: table, progress: progress, page: page)
        nameHeight = head.nameHeight
        notesOfRegion = region.footnotes
        footnotes = region.footnotes
        noteLimit = .zero
        drawing = FragmentDrawing(of: table)
        limitNotes()
        if progress.isStart { footnotes.add(table.header.flatMap(\.marks)) }
    }

    /// Limits the notes to what the head and the names leave, without a part for the rows. The notes of what stands above the table keep their room.
    private mutating func limitNotes() {
        let most = page - head.height - nameHeight - footHeight - page / Self.leastPartOfRows
        footnotes = notesOfRegion
        noteLimit = max(most, footnotes.ownHeight, progress.isStart ? footnotes.line : .zero)
        footnotes.limit(to: noteLimit)
    }

    /// Places rows until the page is full or the table ends.
    ///
    /// - Returns: `nil` if not even the head and the first row fit, and a page of its own would help.
    mutating func fill() -> TableFragment? {
        let isFresh = available >= page
        var trial = self
        if !trial.canBegin() { return nil }
        resumeOpenCells()
        head.draw(table, into: &drawing)
        y = head.height
        // A header that leaves no room for the first lines of any row gets a page to itself.
        if progress.isStart, isFresh, y > page / 2, !table.rows.isEmpty, !hasRoomForFirstLines(),
            decision(at: 0, mustPlace: false) == .leave
        {
            return finish(rest: TableProgress(), cause: .header)
        }
        var row = progress.row
        while row < table.rows.count {
            // There is no more room than a page of its own.
            switch decision(at: row, mustPlace: isFresh && !hasBodyRow) {
            case .place:
                if let limit = limitOfNotes(under: row) {
                    noteLimit = min(noteLimit, limit)
                    footnotes.limit(to: noteLimit)
                }
                place(row, height: height(of: row))
                row += 1
            case .divide: return divide(row)
            case .leave: return close(before: row)
            }
        }
        return finish(rest: nil)
    }

    var padding: Length { table.style.padding.top + table.style.padding.bottom }

    // MARK: - Placing

    /// Resumes the cells that earlier pages have left open, and raises the rows that must hold what is left of them.
    mutating func resumeOpenCells() {
        guard active.isEmpty else { return }
        for open in progress.openCells {
            active.append(
                ActiveCell(
                    cell: open.cell,
                    boxes: open.boxes,
                    name: nameHeight > .zero && open.followsKey ? open.cell.key : [],
                    top: head.height,
                    rows: open.rows,
                    order: order,
                    isResumed: true,
                    isMarked: open.boxes.contains { !$0.marks.isEmpty }
                )
            )
            order += 1
        }
        if nameHeight > .zero, !hasRoomUnderNames {
            for index in active.indices { active[index].name = [] }
            nameHeight = .zero
            limitNotes()
        }
        guard progress.row < table.rows.count else { return }
        if progress.isInsideRow {
            let own = active.filter { $0.rows == 1 }.map { $0.height + padding }.max() ?? .zero
            raisedHeights[progress.row] = own
        }
        for cell in active {
            let last = min(progress.row + cell.rows, table.rows.count) - 1
            let have = heights(of: progress.row...last)
            let lacking = cell.height + padding - have
            if lacking > .zero { raisedHeights[last] = height(of: last) + lacking }
        }
        if progress.isInsideRow { makeRoomForName() }
    }

    /// Makes the rest of a row as high as its name, which ended on an earlier page, so that it is repeated beside the rest; or else as its first lines.
    ///
    /// The name takes no more than that of a folded row may, and only room that nothing else of the table asks for: the row stays whole, with what
    /// stays with it, and the head with the name takes no more than half of the page. The room is no progress: it counts as repeated.
    private mutating func makeRoomForName() {
        let row = progress.row
        let ended = active.filter { $0.rows == 1 && $0.cell.isLabel && $0.boxes.isEmpty }.map(\.cell)
        var trial = self
        trial.y = head.height
        for wanted in [ended.map(\.repeatedName.height).max(), ended.map(\.key.height).max()].compactMap(\.self)
        where wanted <= page / FragmentHead.leastPartOfNames {
            let lacking = wanted + padding - height(of: row)
            if lacking <= .zero { return }
            guard head.height + nameHeight + lacking <= page / 2 - footHeight,
                trial.isPlaced(row, height: height(of: row) + lacking)
            else { continue }
            raisedHeights[row] = height(of: row) + lacking
            roomForName = lacking
            return
        }
    }

    /// Places a row: begins its cells, and draws those whose last row it is.
    private mutating func place(_ row: Int, height: Length) {
        WorkMeter.count(active.count + 1)
        footnotes.add(marks(of: row))
        begin(row)
        if table.rows[row].isBesideBar { drawing.addBar(from: y, to: y + height) }
        y += height
        hasBodyRow = hasBodyRow || !isBand(row) && hasLinesAboveEnd()
        for index in active.indices { active[index].rows -= 1 }
        for cell in active where cell.rows == 0 {
            draw(cell, count: cell.boxes.count, fill: table.fill(of: table.rows[row]))
        }
        active.removeAll { $0.rows == 0 }
    }

    /// Whether something of an active cell stands on the page if its first row ends at `y`.
    private func hasLinesAboveEnd() -> Bool {
        zip(active, counts(above: y)).contains { cell, count in cell.rows == 1 ? !cell.boxes.isEmpty : count > 0 }
    }

    /// Begins the cells of a row, if no earlier page has.
    mutating func begin(_ row: Int) {
        if row == progress.row, progress.isInsideRow { return }
        for cell in table.rows[row].cells {
            let rows = max(1, min(cell.rowSpan, table.rows.count - row))
            active.append(
                ActiveCell(
                    cell: cell,
                    boxes: cell.boxes[...],
                    top: y,
                    rows: rows,
                    order: order,
                    isMarked: !table.rows[row].marks.isEmpty && cell.boxes.contains { !$0.marks.isEmpty }
                )
            )
            order += 1
        }
    }

    /// Draws an active cell down to `y`, with the first of its boxes.
    ///
    /// A cell over several rows, or one that names its row, that an earlier page has shown to its end is repeated if there is room for all of
    /// it, and otherwise the name that a folded cell begins with: without it, nobody could tell what the other rows, or the rest of the row, belong
    /// to.
    private mutating func draw(_ cell: ActiveCell, count: Int, fill: Colour?) {
        let height = y - cell.top
        let repeated = cell.isResumed && cell.boxes.isEmpty ? cell.cell.repeated(in: height - padding) : []
        if !repeated.isEmpty {
            drawing.add(
                cell.cell,
                boxes: repeated,
                top: cell.top,
                height: height,
                fill: fill,
                order: cell.order,
                as: .repeatedCell
            )
        } else {
            let boxes = cell.boxes.prefix(count)
            drawing.add(
                cell.cell,
                name: cell.name,
                boxes: boxes,
                top: cell.top,
                height: height,
                fill: fill,
                order: cell.order
            )
        }
    }

    // MARK: - Breaking

    /// Places as much of a row as fits, and leaves the rest.
    private mutating func divide(_ row: Int) -> TableFragment {
        begin(row)
        var counts = countsAtFoot(isForced: true)
        if let fewer = countsLeavingEnough(of: row, from: counts) { counts = fewer }
        counts = zip(active, counts).map { cell, count in cell.boxes.countLeavingTwo(of: count) }
        // A box that is higher than the page overflows it, so that there is always progress.
        if !counts.contains(where: { $0 > 0 }), let index = active.indices.first(where: { !active[$0].boxes.isEmpty }) {
            counts[index] = 1
        }
        var bottom = y
        for (cell, count) in zip(active, counts) {
            let end = cell.topOfBoxes + cell.boxes.prefix(count).height + padding
            // Of a cell without lines here there is no more than has room.
            bottom = max(bottom, count > 0 ? end : min(end, available - footnotes.height))
        }
        if table.rows[row].isBesideBar { drawing.addBar(from: y, to: bottom) }
        y = bottom
        return close(counts: counts, row: row, isInsideRow: true, cause: .dividedRow)
    }

    /// Ends the part above a row.
    private mutating func close(before row: Int) -> TableFragment {
        close(counts: counts(above: y, isForced: true), row: row, isInsideRow: false, cause: causeOfLeaving(row))
    }

    private mutating func close(
        counts: [Int],
        row: Int,
        isInsideRow: Bool,
        cause: PageEnding.Cause
    ) -> TableFragment {
        // If only cells that span further rows have anything left, the row ends with the page.
        let isEnded =
            isInsideRow
            && zip(active, counts).allSatisfy { cell, count in cell.rows > 1 || count == cell.boxes.count }
        var open: [TableProgress.OpenCell] = []
        for (cell, count) in zip(active, counts) {
            draw(cell, count: count, fill: isInsideRow ? table.fill(of: table.rows[row]) : nil)
            let rows = isEnded ? cell.rows - 1 : cell.rows
            if rows == 0 { continue }
            open.append(TableProgress.OpenCell(cell: cell.cell, boxes: cell.boxes.dropFirst(count), rows: rows))
        }
        let next = isEnded ? row + 1 : row
        if next == table.rows.count { return finish(rest: nil) }
        return finish(
            rest: TableProgress(row: next, openCells: open, isInsideRow: isInsideRow && !isEnded),
            cause: cause
        )
    }

    private mutating func finish(rest: TableProgress?, cause: PageEnding.Cause = .sectionEnd) -> TableFragment {
        // A row may have taken its room: on the smallest pages, or where only a band is left behind it.
        var repeated = progress.isStart ? .zero : head.height + nameHeight + roomForName
        // What is carried forward is brought forward on the next page.
        if let rest, let totals = FragmentHead(of: table, progress: rest, page: page).totals,
            let words = table.carriedTotals?.forward, y + footHeight <= available - footnotes.height
        {
            drawing.add(totals: totals, after: words, top: y, height: table.carriedHeight, isFoot: true)
            y += table.carriedHeight
            repeated += table.carriedHeight
        }
        if rest != nil, overleafHeight > .zero, y + overleafHeight <= available - footnotes.height {
            drawing.add(overleaf: table.overleaf, at: y + padding / 2)
            y += overleafHeight
            repeated += overleafHeight
        }
        return drawing.fragment(height: y, repeated: repeated, noteLimit: noteLimit, rest: rest, cause: cause)
    }
}

extension TableLayout.Cell {
    /// What is repeated of a cell that earlier pages have shown to its end: all of it, or its name, with the mark that the row goes on if that has room.
    fileprivate func repeated(in height: Length) -> ArraySlice<Box> {
        guard rowSpan > 1 || isLabel else { return [] }
        let rest = boxes.dropFirst(name.count)
        let continued = continuedName
        let marked = continued.isEmpty ? [] : [continued + rest, continued[...]]
        return (marked + [boxes[...], name, key]).first { $0.height <= height } ?? []
    }
}
