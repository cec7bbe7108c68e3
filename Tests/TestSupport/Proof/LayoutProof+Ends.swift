// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import Typesetting

// The ends of pages: what must not be the last thing on one.
extension LayoutProof {
    /// No heading, lead-in, header or band is the last thing on a page where a page could hold it with what follows.
    func strandings() -> [String] {
        var faults: [String] = []
        for page in pages.indices.dropLast() {
            let last = runsByPage[page].last { $0.passage.map { !passages[$0].isNote } ?? false }
            guard let passage = last?.passage, ends[passage] == page else { continue }
            let room = capacity(page) - notesHeight(page)
            let block = passages[passage].block
            if let cell = passages[passage].cell {
                if cell.kind == .header, isHeaderDivided(block) { continue }
                guard case .table(let table) = blocks[block].content, let need = need(after: cell, in: table, block)
                else { continue }
                if need <= room {
                    faults.append("page \(page + 1): “\(passages[passage].words)” is stranded at its end")
                }
            } else if blocks[block].staysWithNext,
                passages.contains(where: { $0.block == block + 1 && !$0.isNote && !$0.words.isEmpty })
            {
                let need = need(ofChainTo: block)
                if need <= room {
                    faults.append("page \(page + 1): “\(passages[passage].words)” is stranded at its end")
                }
            }
        }
        return faults
    }

    /// Of a cell: a paragraph of three lines is not divided, and a line of a paragraph before it is not alone.
    var firstLines: Length { .points(44) }

    /// Of a row: in a folded table, what names it and the titles of its first values stand over three lines.
    private func firstLines(ofRow row: Int, _ block: Int) -> Length {
        let isOfRow = { (run: PlacedRun) in
            run.cell?.row == row && run.passage.map { self.passages[$0].block } == block
        }
        guard isFolded(block), let first = runsByBlock[block].first(where: isOfRow),
            let start = runsByPage[first.page].firstIndex(where: isOfRow)
        else { return firstLines }
        let paragraph = { (run: PlacedRun) in
            run.passage.flatMap { self.passages[...$0].lastIndex { !$0.isInner } }
        }
        let name = paragraph(first)
        var lines: Set<Length> = []
        var lower: Set<Length> = []
        for run in runsByPage[first.page][start...] where lower.count < 3 {
            if run.passage != nil, !isOfRow(run) { break }
            lines.insert(run.top)
            if isOfRow(run), paragraph(run) != name { lower.insert(run.top) }
        }
        return max(firstLines, .points(10) * lines.count + .points(4))
    }

    var padding: Length { theme.table.padding.top + theme.table.padding.bottom }

    /// How high a page must be for a header or a band to stand with the first lines of the row after it; nothing for a row that
    /// need not stay with the next.
    private func need(after cell: Passage.CellPlace, in table: Table, _ block: Int) -> Length? {
        guard cell.kind != .body,
            let next = table.rows.indices.first(where: { $0 > cell.row && table.rows[$0].kind == .body })
        else { return nil }
        let header = headerHeight(block)
        var need = padding + firstLines(ofRow: next, block)
        var first = next
        while first > 0, table.rows[first - 1].kind.isBand {
            first -= 1
            need += bandHeight(block, first)
        }
        let head = header + bands(over: first, in: table).map { bandHeight(block, $0) + .points(30) }.total
        return need + head + furniture
    }

    /// How much the title over what goes on and the words under it may take.
    var furniture: Length {
        (theme.table.repeatsTitle ? .points(40) : .zero) + (theme.table.announcesOverleaf ? .points(25) : .zero)
            + (carriesTotals ? Self.lineOfTotals * 2 : .zero)
    }

    /// How high a line of totals may be: the words before them take two lines at most.
    static let lineOfTotals = Length.points(32)

    private var carriesTotals: Bool {
        blocks.contains { if case .table(let table) = $0.content { table.carriedTotals != nil } else { false } }
    }

    /// How high a page must be for a block, with those before it that must not be parted from it, to stand with the least
    /// of what follows.
    private func need(ofChainTo block: Int) -> Length {
        guard let next = blocks[block...].firstIndex(where: { !$0.staysWithNext }) else { return .points(1000) }
        let above = heightOfChain(above: next)
        if case .list(let list) = blocks[next].content, let lead = list.items.first?.blocks.first,
            lead.staysWithNext || lead.isTable
        {
            // The words of the item, or its marker, stay with the table in it, as those of the chain do with the item.
            let words = passages.firstIndex { $0.block == next }
            let lines =
                lead.isTable
                ? 1 : Set(runsByBlock[next].filter { $0.passage == words }.map { [$0.page, $0.top.units] }).count
            return above + .points(10) * lines + .points(5) + headerHeight(inItem: list.items[0].blocks)
                + padding + firstLines + furniture
        }
        guard case .table(let table) = blocks[next].content else {
            return above + .points(10) * min(3, lines(of: next))
        }
        let row = table.rows.firstIndex { $0.kind == .body }
        let bands = (0..<(row ?? table.rows.count)).map { bandHeight(next, $0) }.total
        let rows = row.map { padding + firstLines(ofRow: $0, next) } ?? .zero
        return above + headerHeight(next) + bands + rows + furniture
    }

    /// How high the header of the first table in an item is, whose cells are those of no table of the paper itself.
    private func headerHeight(inItem blocks: [Block]) -> Length {
        for case .table(let table) in blocks.map(\.content) {
            let owners = Set(table.header.flatMap(\.cells).flatMap(\.blocks).map { Owner.node($0.id) })
            return height(of: runs.filter { $0.passage.map { owners.contains(passages[$0].owner) } ?? false })
        }
        return .zero
    }

    /// How much of a page the blocks take that must not be parted from one, with the space above it.
    func heightOfChain(above block: Int) -> Length {
        let first = blocks[..<block].lastIndex { !$0.staysWithNext }.map { $0 + 1 } ?? 0
        if first == block { return .zero }
        let chain = (first..<block).map { .points(10) * lines(of: $0) + ($0 > first ? .points(5) : .zero) }.total
        guard case .table = blocks[block].content else { return chain + .points(5) }
        return chain + max(.points(5), theme.table.before)
    }

    private func lines(of block: Int) -> Int {
        Set(runsByBlock[block].map { [$0.page, $0.top.units] }).count
    }
}

extension Block {
    fileprivate var isTable: Bool { if case .table = content { true } else { false } }

    /// Whether it must not be the last thing on a page.
    fileprivate var staysWithNext: Bool {
        switch content {
        case .heading: true
        case .paragraph(let paragraph): paragraph.role != .body
        default: false
        }
    }
}
