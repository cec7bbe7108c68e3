// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import ResourceLimits

// Where the part of a table on a page ends. Everything here asks and nothing draws: trials are copies of the filler.
extension FragmentFiller {
    /// The part of the height that a theme leaves empty for a row that may be left empty for the beginning of a table: the heading and the header
    /// are at the foot of the page where they belong, with the first lines of a row under them.
    private static let shareOfBeginning = 0.6

    /// Whether the page has room for more than the head, by the rules.
    mutating func canBegin() -> Bool {
        if available >= page { return true }
        if progress.isStart, let height = heightOfSmallTable, height > available, height <= page,
            (available - footnotes.height + above).points <= page.points * mostEmptyForSmallTable
        {
            return false
        }
        resumeOpenCells()
        y = head.height
        return y + footnotes.height <= available
            && (table.rows.isEmpty || decision(at: progress.row, mustPlace: false) != .leave)
    }

    /// Whether the page has room for the header, the bands of the first row, and the first two lines of that row, which are divided even where they stay
    /// with the next.
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
            return zip(trial.active, trial.countsAtFoot(isForced: true)).contains { cell, count in
                count > 0 && count >= min(2, cell.boxes.count)
            }
        }
        return trial.y + footnotes.height <= available
    }

    /// A table of this part of a page, or of as much as may be left empty, is small.
    static let mostOfSmallTable = 1.0 / 3
    /// The part of a page that may be left empty at most, whatever the theme, so that a small table is not divided.
    private static let mostEmptyForAnySmallTable = 0.25

    /// The part of this page that may be left empty: as much as for a row where the table takes lines before it along to a last page.
    private var mostEmptyForSmallTable: Double {
        table.isKeptWhole ? table.style.waste : min(table.style.waste, Self.mostEmptyForAnySmallTable)
    }

    /// The height of the whole table with its tail, or `nil` if it is not small. A small table is not divided, unless more of the page would be
    /// empty, with what goes with the table, than may be.
    private var heightOfSmallTable: Length? {
        let most = page * max(table.style.waste, Self.mostOfSmallTable)
        var height = table.headerHeight + table.tailHeight
        for row in table.rows {
            height += row.height
            if height > most { return nil }
        }
        return height + footnotes.height(adding: table.rows.flatMap(\.marks))
    }

    /// The height of what stands together where the table begins: all of a small table, or the header, the bands of the first row and that row.
    var extentOfBeginning: PageEnding.Extent {
        var extent = extent(from: 0)
        extent.whole += head.height + footnotes.height
        extent.least += head.height + footnotes.height
        if let height = heightOfSmallTable { extent.whole = height }
        return extent
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
            if staysWholeWithFewerNotes(row, forced: mustPlace) { return .place }
            if canDivide(row, forced: mustPlace) { return .divide }
            return mustPlace && isAtHead ? .place : .leave
        }
        // A part of a row brings only some of its notes.
        let roomForPart = self.room(above: own ?? row, adding: marks(of: row))
        if let own, y + bands < roomForPart {
            var trial = self
            trial.y += bands
            if trial.staysWholeWithFewerNotes(own, forced: mustPlace) || trial.canDivide(own, forced: mustPlace) {
                return .place
            }
        }
        guard mustPlace else { return .leave }
        if y + height(of: row) <= roomForPart { return .place }
        guard isAtHead else { return .leave }
        return canDivide(row, forced: true) ? .divide : .place
    }

    /// Whether a row of a height goes on the page with what stays with it, and with the notes that it brings.
    func isPlaced(_ row: Int, height: Length) -> Bool {
        y + height + tailHeight(under: row) <= room(above: row, adding: marks(of: row))
    }

    /// Whether a row that has no room beside its notes stays whole on this page with the beginning of them: if it goes on no page with all of them, or
    /// would leave too much of this one empty.
    ///
    /// - Parameter forced: whether no other page would have more room.
    private func staysWholeWithFewerNotes(_ row: Int, forced: Bool) -> Bool {
        guard limitOfNotes(under: row) != nil else { return false }
        return forced || !goesOnAPage(row) || !mayBeLeftEmpty(from: topOfBands(above: row))
    }

    /// The greatest height of notes that leaves a row room, with what stays with it, if they ask for more; `nil` if they do not, or if it is too
    /// little for them to begin on the page.
    func limitOfNotes(under row: Int) -> Length? {
        let marks = marks(of: row)
        if marks.isEmpty, footnotes.height == .zero { return nil }
        let isLast = ((row + 1)..<table.rows.count).allSatisfy(isBand)
        let bottom = y + height(of: row) + tailHeight(under: row) + (isLast ? .zero : footHeight)
        let limit = available - bottom
        guard footnotes.height(adding: marks) > limit else { return nil }
        return footnotes.leastHeight(adding: marks, mayWait: true) <= limit ? limit : nil
    }

    /// Whether a row fits on the next page, with the bands directly above it, the table's head on that page and all of its notes.
    private func goesOnAPage(_ row: Int) -> Bool {
        let foot = footnotes.height(adding: marks(of: row)) - footnotes.height
        let start = firstBand(above: row)
        let next = FragmentHead(of: table, progress: TableProgress(row: start), page: page)
        return heights(of: start...row) + next.height + foot <= page
    }

    /// Why the page ends above a row.
    func causeOfLeaving(_ row: Int) -> PageEnding.Cause {
        let extent = extent(from: row)
        if let own = table.rows[row...].firstIndex(where: { !$0.kind.isBand }),
            y + extent.whole <= available - footnotes.height, strandsLastRow(own, from: row)
        {
            return .lastRows(height: extent.whole)
        }
        return .row(extent)
    }

    /// The height of a row with the bands above it and its notes.
    private func extent(from row: Int) -> PageEnding.Extent {
        if row == table.rows.count { return PageEnding.Extent(whole: .zero, least: .zero) }
        let own = table.rows[row...].firstIndex { !$0.kind.isBand }
        let last = own ?? table.rows.count - 1
        let bands = own == row ? .zero : heights(of: row...(own.map { $0 - 1 } ?? last))
        let notes = footnotes.height(adding: (row...last).flatMap { marks(of: $0) }) - footnotes.height
        let whole = heights(of: row...last) + tailHeight(under: own) + notes
        guard let own else { return PageEnding.Extent(whole: whole, least: whole) }
        let isLast = ((own + 1)..<table.rows.count).allSatisfy(isBand)
        var trial = self
        if trial.active.isEmpty { trial.resumeOpenCells() }
        trial.begin(own)
        let first = trial.active.map { cell in
            cell.boxes.prefix(cell.boxes.leastCountEndingWell)
        }
        let lines = zip(trial.active, first).map { $0.topOfBoxes - $0.top + $1.height + padding }.max() ?? .zero
        let leastNotes = footnotes.leastHeight(adding: first.flatMap(\.marks)) - footnotes.height
        let least = bands + lines + leastNotes + footHeight
        return PageEnding.Extent(
            whole: isLast ? whole : whole + footHeight,
            least: min(least, whole + footHeight)
        )
    }

    /// Whether a row that fits here, with the bands before it, leaves the last row of the table alone on the next page, where both go, however high the
    /// last one is: under a repeated header it is alone even where it fills the page. No more of this page is empty without the row than the theme
    /// leaves empty for one (``Theme/TableStyle/waste``), and one of more than four lines stays alone where the section would have a page more. The last
    /// row is alone under a band of its own, too. A cell over several rows stays in one
    /// piece.
    ///
    /// - Parameter start: the first of the bands, or the row.
    private func strandsLastRow(_ row: Int, from start: Int) -> Bool {
        // A band that is on this page already must not lose its row.
        guard !isAtHead, active.isEmpty, start == 0 || !isBand(start - 1),
            let last = table.rows[(row + 1)...].indices.first(where: { !isBand($0) }),
            table.rows[(last + 1)...].indices.allSatisfy(isBand),
            !table.leavesHighRowAlone || table.rows[last].cells.allSatisfy({ $0.boxes.count <= 4 })
        else { return false }
        let own = (start...row).map { height(of: $0) }.total
        let end = ((row + 1)...last).map { height(of: $0) }.total + tailHeight(under: last)
        let foot = footnotes.height(adding: table.rows[row].marks + table.rows[last].marks)
        // The next page has the head of what goes there, with the bands above that.
        let next = FragmentHead(of: table, progress: TableProgress(row: start), page: page)
        if y + own + end <= available - foot || next.height + own + end > page - foot { return false }
        guard mayBeLeftEmpty(from: y) else { return false }
        var trial = self
        trial.footnotes.add(marks(of: row))
        trial.begin(row)
        for index in trial.active.indices { trial.active[index].rows -= 1 }
        trial.y += own
        return trial.decision(at: row + 1, mustPlace: false) == .leave
    }

    // MARK: - Dividing

    /// Whether the page has room for two lines of each cell under the name that is repeated in it.
    var hasRoomUnderNames: Bool {
        zip(active, countsAtFoot()).allSatisfy { cell, count in cell.name.isEmpty || count >= min(2, cell.boxes.count) }
    }

    /// The number of boxes of each active cell above a break at the foot of this page, and above the notes that they mark.
    ///
    /// A line that is left out may take its note with it, so that the boxes are counted again, a line fewer at a time, until they and the beginning of
    /// their notes have room. Notes that do not have room whole get more of what they share with the boxes, up to half of it, as long as the boxes that
    /// are left mark the same notes.
    ///
    /// - Parameter isForced: as for ``counts(above:isForced:)``.
    func countsAtFoot(isForced: Bool = false) -> [Int] {
        let most = available - footHeight
        var bottom = most - footnotes.height
        while true {
            WorkMeter.count(active.count)
            let counts = counts(above: bottom, isForced: isForced)
            guard let lowest = bottomOfBoxes(counts) else { return counts }
            let marks = marks(above: counts)
            guard lowest > most - footnotes.leastHeight(adding: marks) else {
                let whole = footnotes.height(adding: marks)
                if marks.isEmpty || lowest + whole <= most { return counts }
                let half = y + (most - footnotes.height - y) / 2
                let fewer = self.counts(above: max(half, most - whole), isForced: isForced)
                let areAsGood = zip(counts, fewer).allSatisfy { $0 < 2 || $1 >= 2 }
                return areAsGood && self.marks(above: fewer) == marks ? fewer : counts
            }
            bottom = lowest - Length(units: 1)
        }
    }

    /// The note marks in the first boxes of each active cell.
    private func marks(above counts: [Int]) -> [NoteMark] {
        zip(active, counts).flatMap { cell, count in cell.boxes.prefix(count).marks }
    }

    /// The foot of the first boxes of the active cells, or `nil` if there are none.
    private func bottomOfBoxes(_ counts: [Int]) -> Length? {
        zip(active, counts).filter { $1 > 0 }
            .map { cell, count in cell.topOfBoxes + cell.boxes.prefix(count).height + padding }.max()
    }

    /// The number of boxes of each active cell above a break at a height, without those that stay with the next: no page begins or ends with a single
    /// line of a paragraph or of an item.
    ///
    /// - Parameter isForced: whether a cell is divided where it has room if all of the boxes that fit stay with the next, since it would have no
    ///   more room on another page, or has a row beside it that is placed.
    func counts(above bottom: Length, isForced: Bool = false) -> [Int] {
        active.map { cell in
            let fitting = cell.boxes.count(fitting: bottom - cell.topOfBoxes - padding)
            let count = cell.boxes.countEndingWell(within: fitting)
            return count == 0 && isForced ? fitting : count
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
        let counts = trial.countsAtFoot(isForced: forced)
        if forced { return isAtHead || counts.contains { $0 > 0 } }
        if goesOnAPage(row), mayBeLeftEmpty(from: topOfBands(above: row)) { return false }
        // All of the last row has room, and what stays with it has none: some lines go with that.
        let isWhole = zip(trial.active, counts).allSatisfy { cell, count in count == cell.boxes.count }
        if isWhole, tailHeight(under: row) > .zero { return trial.countsLeavingEnough(of: row, from: counts) != nil }
        return zip(trial.active, counts).allSatisfy { cell, fitting in
            let count = cell.boxes.countLeavingTwo(of: fitting)
            let left = cell.boxes.count - count
            return cell.boxes.isEmpty || left == 0 || (count >= 2 && left >= 2)
        } && counts.contains { $0 > 0 }
    }

    /// The top of the bands that go to the next page with the next row if it is not divided, and that of the row where it has none.
    private func topOfBands(above row: Int) -> Length {
        let start = firstBand(above: row)
        return start == row ? y : y - heights(of: start...row - 1)
    }

    /// The index of the first of the consecutive bands directly above a row on this page; the row itself if there are none.
    private func firstBand(above row: Int) -> Int {
        var first = row
        while first > progress.row, isBand(first - 1) { first -= 1 }
        return first
    }

    /// Whether the page may be left empty below a height. What notes take of it is not empty; if nothing would be left of the table but its head,
    /// that goes to the next page, with what is kept with it.
    private func mayBeLeftEmpty(from top: Length) -> Bool {
        let isBeginning = progress.isStart && top <= head.height
        let lowest = isBeginning ? -above : top
        let most = isBeginning ? table.style.waste * Self.shareOfBeginning : table.style.waste
        return (available - footnotes.height - lowest).points <= page.points * most
    }

    /// Fewer boxes of each active cell than fit, if no row follows and less than four lines of this one would stand alone on the next page: they go
    /// there with as many as stay, up to four. `nil` if they need not, if a cell would have a line alone, or if more of this
    /// page would be empty than may be.
    func countsLeavingEnough(of row: Int, from counts: [Int]) -> [Int]? {
        guard ((row + 1)..<table.rows.count).allSatisfy(isBand),
            let longest = active.indices.max(by: {
                active[$0].boxes.count - counts[$0] < active[$1].boxes.count - counts[$1]
            })
        else { return nil }
        let cell = active[longest]
        let left = cell.boxes.count - counts[longest]
        // Two lines are enough before what stays with the row.
        let count = cell.boxes.count - min(left > 0 ? 4 : 2, cell.boxes.count / 2)
        guard left > 0 || tailHeight(under: row) > .zero, count < counts[longest], count >= 2 else { return nil }
        let bottom = cell.topOfBoxes + cell.boxes.prefix(count).height + padding
        let fewer = self.counts(above: bottom)
        let lowest = zip(active, fewer).map { $0.topOfBoxes + $0.boxes.prefix($1).height + padding }.max() ?? bottom
        // Without any line on this page, more of it would be empty.
        let white = available - footnotes.height - lowest
        if left > 0, white.points > page.points * table.style.waste { return nil }
        let isGood = zip(active, fewer).allSatisfy { cell, count in
            let left = cell.boxes.count - count
            return cell.boxes.isEmpty || left == 0 || count >= 2 && left >= 2
        }
        return isGood ? fewer : nil
    }

    // MARK: - Heights

    /// The height of the table's tail under a row, and of bands that stand between them with no row of their own: zero if the row is not the last,
    /// or if the tail is too high to be kept with it.
    ///
    /// - Parameter row: `nil` for those bands themselves.
    private func tailHeight(under row: Int?) -> Length {
        guard let row else { return table.tailHeight <= page / 3 ? table.tailHeight : .zero }
        guard ((row + 1)..<table.rows.count).allSatisfy(isBand) else { return .zero }
        let bands = table.tops[table.rows.count] - table.tops[row + 1]
        let height = bands + table.tailHeight
        return height <= page / 3 ? height : bands <= page / 3 ? bands : .zero
    }

    /// The lowest that a row may reach: above the notes at the foot of the page, and above the words that the table continues, if it
    /// does.
    private func room(above row: Int, adding marks: [NoteMark]) -> Length {
        let isLast = ((row + 1)..<table.rows.count).allSatisfy(isBand)
        return available - footnotes.height(adding: marks) - (isLast ? .zero : footHeight)
    }

    /// The note marks that a row brings onto the page, with those of cells over several rows whose lines stand beside it.
    ///
    /// The last row of such a cell brings all that is left of it.
    func marks(of row: Int) -> [NoteMark] {
        var marks: [NoteMark] = []
        for cell in active where cell.isMarked {
            let above = cell.boxes.count(fitting: y - cell.topOfBoxes - padding)
            let bottom = y + height(of: row)
            let count =
                cell.rows > 1 ? cell.boxes.count(fitting: bottom - cell.topOfBoxes - padding) : cell.boxes.count
            if count > above { marks += cell.boxes.prefix(count).dropFirst(above).marks }
        }
        if row == progress.row && progress.isInsideRow || table.rows[row].marks.isEmpty { return marks }
        for cell in table.rows[row].cells {
            let isWhole = min(cell.rowSpan, table.rows.count - row) <= 1
            let count = isWhole ? cell.boxes.count : cell.boxes[...].count(fitting: height(of: row) - padding)
            marks += cell.boxes.prefix(count).marks
        }
        return marks
    }

    var overleafHeight: Length { table.overleafHeight(on: page) }

    /// The height of the carried totals and the overleaf words under the part, printed only if the table continues on the next page.
    var footHeight: Length { table.footHeight(on: page) }

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
