// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import ResourceLimits

// Where the part of a table on a page ends. Everything here asks and nothing draws: trials are copies of the filler.
extension FragmentFiller {
    /// Whether the page has room for more than the head, by the rules.
    mutating func canBegin() -> Bool {
        if available >= page { return true }
        if progress.isStart, let height = heightOfSmallTable, height > available { return false }
        resumeOpenCells()
        y = head.height
        return y + footnotes.height <= available
            && (table.rows.isEmpty || decision(at: progress.row, mustPlace: false) != .leave)
    }

    /// Whether the page has room for the header, the bands of the first row, and the first two lines of that row.
    func hasRoomForFirstLines() -> Bool {
        var trial = self
        trial.y = head.height
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

    /// The height of the whole table with its tail, or `nil` if that is more of a page than may be left empty. A table as small as that
    /// is not divided.
    private var heightOfSmallTable: Length? {
        let most = page * table.style.waste
        var height = table.headerHeight + table.tailHeight
        for row in table.rows {
            height += row.height
            if height > most { return nil }
        }
        return height + footnotes.height(adding: table.rows.flatMap(\.marks))
    }

    // MARK: - Deciding

    /// What to do with a row.
    enum Decision {
        case place, divide, leave
    }

    /// Decides what to do with the next row: a row is placed if it fits, and a band if the row after it fits too or can be divided; the
    /// last row must have room for the table's tail as well, and the row before it goes with it rather than leave it alone on a page.
    ///
    /// - Parameter mustPlace: whether no other page would have more room.
    func decision(at row: Int, mustPlace: Bool) -> Decision {
        let own = (row..<table.rows.count).first { !isBand($0) }
        let bands = (row..<(own ?? table.rows.count)).map { height(of: $0) }.total
        let whole = bands + (own.map { height(of: $0) } ?? .zero)
        let room = room(above: own ?? row, adding: (row...(own ?? row)).flatMap { marks(of: $0) })
        if y + whole + tailHeight(under: own) <= room {
            guard let own, !mustPlace else { return .place }
            return strandsLastRow(own, from: row) ? .leave : .place
        }
        if mustPlace, y + whole <= room { return .place }
        guard isBand(row) else {
            if canDivide(row, forced: mustPlace) { return .divide }
            return mustPlace && isAtHead ? .place : .leave
        }
        // A part of a row brings only some of its notes.
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

    /// Whether a row that fits here, with the bands before it, leaves the last row of the table alone on the next page, where both go, and no more
    /// of this page would be empty without it than may be. A row under a band of its own is not alone.
    ///
    /// - Parameter start: the first of the bands, or the row.
    private func strandsLastRow(_ row: Int, from start: Int) -> Bool {
        let last = row + 1
        // A band that is on this page already must not lose its row.
        guard !isAtHead, start == 0 || !isBand(start - 1), last < table.rows.count, !isBand(last),
            table.rows[(last + 1)...].indices.allSatisfy(isBand)
        else { return false }
        let own = (start...row).map { height(of: $0) }.total
        let end = height(of: last) + tailHeight(under: last)
        let foot = footnotes.height(adding: marks(of: row) + marks(of: last))
        if y + own + end <= available - foot || head.height + own + end > page - foot { return false }
        guard mayBeLeftEmpty else { return false }
        var trial = self
        trial.footnotes.add(marks(of: row))
        trial.begin(row)
        trial.y += own
        return trial.decision(at: last, mustPlace: false) == .leave
    }

    // MARK: - Dividing

    /// The number of boxes of each active cell above a break at the foot of this page, and above the notes that they mark.
    ///
    /// A line that is left out may take its note with it, so that the boxes are counted again, a line fewer at a time, until they and
    /// their notes have room.
    func countsAtFoot() -> [Int] {
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

    /// The number of boxes of each active cell above a break at a height, without those that stay with the next: no page begins or ends with a single
    /// line of a paragraph or of an item.
    func counts(above bottom: Length) -> [Int] {
        active.map { cell in
            cell.boxes.countEndingWell(within: cell.boxes.count(fitting: bottom - cell.top - padding))
        }
    }

    /// Whether a row may be divided at the foot of this page: if it fits on no page, or would leave too much of this one empty, and if
    /// each cell then has two lines on either side.
    ///
    /// - Parameter forced: whether it must be divided, as long as some of it fits or the page holds nothing else.
    private func canDivide(_ row: Int, forced: Bool) -> Bool {
        var trial = self
        trial.begin(row)
        guard trial.active.contains(where: { !$0.boxes.isEmpty }) else { return false }
        let counts = trial.countsAtFoot()
        if forced { return isAtHead || counts.contains { $0 > 0 } }
        let foot = footnotes.height(adding: marks(of: row)) - footnotes.height
        let goesOnAPage = height(of: row) + head.height + foot <= page
        if goesOnAPage, mayBeLeftEmpty { return false }
        // Nothing would be left of the last row for what stays with it.
        let isWhole = zip(trial.active, counts).allSatisfy { cell, count in count == cell.boxes.count }
        if isWhole, tailHeight(under: row) > .zero { return false }
        return zip(trial.active, counts).allSatisfy { cell, count in
            let left = cell.boxes.count - count
            return cell.boxes.isEmpty || left == 0 || (count >= 2 && left >= 2)
                || (count >= 3 && left == 1)
        } && counts.contains { $0 > 0 }
    }

    /// Whether the rest of the page may be left empty. What notes take of it is not empty.
    private var mayBeLeftEmpty: Bool { (available - footnotes.height - y).points <= page.points * table.style.waste }

    // MARK: - Heights

    /// The height of the table's tail under a row: zero if it is not the last, or if the tail is too high to be kept with it.
    private func tailHeight(under row: Int?) -> Length {
        guard let row, table.tailHeight <= page / 3, ((row + 1)..<table.rows.count).allSatisfy(isBand) else {
            return .zero
        }
        return table.tailHeight
    }

    /// The lowest that a row may reach: above the notes at the foot of the page, and above the words that the table continues, if it
    /// does.
    private func room(above row: Int, adding marks: [NoteMark]) -> Length {
        let isLast = ((row + 1)..<table.rows.count).allSatisfy(isBand)
        return available - footnotes.height(adding: marks) - (isLast ? .zero : overleafHeight)
    }

    /// The note marks that a row brings onto the page, with those of cells that earlier pages have left open.
    func marks(of row: Int) -> [NoteMark] {
        var marks = row == progress.row && progress.isInsideRow ? [] : table.rows[row].marks
        if row == progress.row { for cell in progress.openCells { marks += cell.boxes.marks } }
        return marks
    }

    var overleafHeight: Length { table.overleaf.isEmpty ? .zero : table.overleaf.height + padding / 2 }

    func heights(of rows: ClosedRange<Int>) -> Length {
        let own = table.tops[rows.upperBound + 1] - table.tops[rows.lowerBound]
        return raisedHeights.reduce(own) { sum, raised in
            rows.contains(raised.key) ? sum + raised.value - table.rows[raised.key].height : sum
        }
    }

    /// Whether the page holds nothing of the table yet but its head.
    private var isAtHead: Bool { y == head.height }

    func height(of row: Int) -> Length { raisedHeights[row] ?? table.rows[row].height }

    func isBand(_ row: Int) -> Bool { table.rows[row].kind.isBand }
}
