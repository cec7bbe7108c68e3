// SPDX-License-Identifier: Apache-2.0

import Geometry
package import Layouts
package import PaperTree
package import Typesetting

/// Holds the pages of a paper against what no page may do, whatever the paper.
///
/// It knows the paper and what is drawn, and nothing of how the engine came to it. For papers in
/// ``Theme/plain(width:height:margin:)``, with margins of ten points.
package struct LayoutProof {
    let blocks: [Block]
    let theme: Theme
    let pages: [Page]
    let passages: [Passage]
    let runs: [PlacedRun]
    /// The runs of each page.
    let runsByPage: [[PlacedRun]]
    /// The runs of each block, without its notes.
    let runsByBlock: [[PlacedRun]]
    private let foldedBlocks: Set<Int>
    /// The page that each passage ends on.
    let ends: [Int]
    let borders: [PlacedBorders]
    /// Words whose owner is no node of the paper.
    private let foreign: [String]

    package init(_ pages: [Page], of blocks: [Block], in theme: Theme) {
        self.blocks = blocks
        self.theme = theme
        self.pages = pages
        passages = Passage.all(in: blocks)
        borders = pages.map { PlacedBorders($0, thickness: theme.table.border) }
        let known = Dictionary(passages.enumerated().map { ($1.owner, $0) }) { first, _ in first }
        var runs: [PlacedRun] = []
        var foreign: [String] = []
        for (index, page) in pages.enumerated() {
            for case .text(let run) in page.items {
                let placed = PlacedRun(run, page: index, passage: known[run.owner], of: passages)
                if placed.passage == nil, placed.furniture == nil, !placed.words.isEmpty {
                    foreign.append(run.text)
                }
                runs.append(placed)
            }
        }
        self.runs = runs
        self.foreign = foreign
        var byPage = [[PlacedRun]](repeating: [], count: pages.count)
        var byBlock = [[PlacedRun]](repeating: [], count: blocks.count)
        var ends = [Int](repeating: 0, count: passages.count)
        for run in runs {
            byPage[run.page].append(run)
            guard let passage = run.passage else { continue }
            ends[passage] = run.page
            if !passages[passage].isNote { byBlock[passages[passage].block].append(run) }
        }
        runsByPage = byPage
        runsByBlock = byBlock
        foldedBlocks = Self.foldedBlocks(in: blocks, byPage, passages, borders)
        self.ends = ends
    }

    /// What is wrong; nothing where all is well.
    package func faults() -> [String] {
        words() + places() + order() + columns() + heads() + strandings() + loneLines() + notes() + bound() + fullness()
    }

    // MARK: - Words

    /// Every word stands exactly once, in order within its paragraph.
    func words(ignoringCase: Bool = false) -> [String] {
        var placed = [String](repeating: "", count: passages.count)
        for run in runs { if let passage = run.passage { placed[passage] += run.words } }
        return foreign.map { "“\($0)” is of no node" }
            + zip(passages, placed).compactMap { passage, words in
                passage.words == words || ignoringCase && passage.words.lowercased() == words.lowercased()
                    ? nil : "\(passage.owner) says “\(words)”, not “\(passage.words)”"
            }
    }

    // MARK: - Places

    func capacity(_ page: Int) -> Length {
        pages[page].size.height - theme.page.margins.top - theme.page.margins.bottom
    }

    /// Everything stands in the text area, and nothing over anything else.
    private func places() -> [String] {
        var faults: [String] = []
        let margins = theme.page.margins
        for (index, page) in pages.enumerated() {
            let own = runsByPage[index]
            let right = page.size.width - margins.right
            let bottom = page.size.height - margins.bottom
            for run in own where run.furniture != .head && run.furniture != .foot {
                if run.left < margins.left || run.right > right || run.top < margins.top || run.bottom > bottom {
                    faults.append("page \(index + 1): “\(run.words)” is outside")
                }
                if borders[index].cut(run) { faults.append("page \(index + 1): a border cuts “\(run.words)”") }
            }
            for rule in borders[index].level + borders[index].upright {
                if rule.from.y < margins.top || rule.to.y > bottom || rule.to.x > right + rule.thickness {
                    faults.append("page \(index + 1): a border is outside")
                }
            }
            for (first, run) in own.enumerated() {
                for other in own[(first + 1)...] where run.overlaps(other) {
                    faults.append("page \(index + 1): “\(run.words)” stands over “\(other.words)”")
                }
            }
        }
        return faults
    }

    // MARK: - Order

    /// Pages are read as the paper is: in order on each page, and every row and block after the one before it.
    func order() -> [String] {
        var faults: [String] = []
        var first: [[Int]: Int] = [:]
        var last: [Int: Int] = [:]
        for index in pages.indices {
            let read = runsByPage[index].compactMap(\.passage).filter { !passages[$0].isNote && !passages[$0].isInner }
            if read != read.sorted() { faults.append("page \(index + 1) is out of order") }
        }
        for run in runs {
            guard let passage = run.passage, !passages[passage].isNote else { continue }
            // The title before a value may fill the rest of a page on which a row beside it begins.
            let block = passages[passage].block
            let row = isFolded(block) && holdsSpans(block) ? 0 : run.cell?.row ?? 0
            let key = [block, row]
            first[key] = min(first[key] ?? run.page, run.page)
            last[key[0]] = max(last[key[0]] ?? run.page, run.page)
        }
        let keys = first.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        for (key, next) in zip(keys, keys.dropFirst()) {
            let end = key[0] == next[0] ? first[key] : last[key[0]]
            if let end, let begin = first[next], begin < end {
                faults.append("block \(next[0]) row \(next[1]) begins before what is before it")
            }
        }
        return faults
    }

    private func holdsSpans(_ block: Int) -> Bool {
        guard case .table(let table) = blocks[block].content else { return false }
        return table.rows.contains(where: \.holdsSpan)
    }

    // MARK: - Columns

    /// Whether titles of columns stand before values where a block stands, or together in one cell, so that its cells are not in columns of their own.
    func isFolded(_ block: Int) -> Bool { foldedBlocks.contains(block) }

    /// The blocks that are folded: those where a value follows the title of its column, or comes before one at the end of a page; those with the titles of
    /// different columns between the same borders, though every value may be empty; and those in which a row has one cell over all columns, which
    /// may hold nothing but a value without a title.
    private static func foldedBlocks(
        in blocks: [Block],
        _ runsByPage: [[PlacedRun]],
        _ passages: [Passage],
        _ borders: [PlacedBorders]
    ) -> Set<Int> {
        var folded: Set<Int> = []
        for (page, runs) in runsByPage.enumerated() {
            var titles: [[Int]: Int] = [:]
            for run in runs {
                guard let cell = run.cell, cell.kind == .header, let passage = run.passage,
                    let left = borders[page].edges(beside: run).last(where: { $0 <= run.left })
                else { continue }
                let block = passages[passage].block
                let place = [block, cell.row, left.units]
                if titles[place, default: cell.columns.lowerBound] != cell.columns.lowerBound { folded.insert(block) }
                titles[place] = cell.columns.lowerBound
            }
            var outer: [Int: [Length]] = [:]
            for run in runs {
                guard run.cell != nil, let block = run.passage.map({ passages[$0].block }) else { continue }
                let edges = (outer[block] ?? []) + borders[page].edges(beside: run)
                if let first = edges.min(), let last = edges.max() { outer[block] = [first, last] }
            }
            for run in runs {
                guard let cell = run.cell, cell.kind == .body, let block = run.passage.map({ passages[$0].block }),
                    case .table(let table) = blocks[block].content, cell.columns.count < table.columns.count,
                    borders[page].edges(beside: run) == outer[block]
                else { continue }
                folded.insert(block)
            }
            for (index, run) in runs.enumerated() where run.furniture == .columnLabel {
                let value = runs[index...].first { $0.cell != nil } ?? runs[..<index].last { $0.cell != nil }
                if let passage = value?.passage { folded.insert(passages[passage].block) }
            }
        }
        return folded
    }

    /// Every line stands between the borders of its own cell's columns.
    private func columns() -> [String] {
        var faults: [String] = []
        for (index, block) in blocks.enumerated() {
            guard case .table(let table) = block.content, !isFolded(index) else { continue }
            let own = runsByBlock[index]
            let edges = Set(own.flatMap { borders[$0.page].edges(beside: $0) }).sorted()
            // Where no row on any page has every column, only the nearest borders are known.
            let knowsAll = edges.count == table.columns.count + 1
            for run in own {
                guard let cell = run.cell else { continue }
                let beside = borders[run.page].edges(beside: run)
                guard let left = beside.last(where: { $0 <= run.left }),
                    let right = beside.first(where: { $0 >= run.right })
                else {
                    faults.append("page \(run.page + 1): “\(run.words)” has no borders beside it")
                    continue
                }
                if knowsAll, left != edges[cell.columns.lowerBound] || right != edges[cell.columns.upperBound] {
                    faults.append("page \(run.page + 1): “\(run.words)” is not in columns \(cell.columns)")
                }
                if borders[run.page].limits(of: run) == nil {
                    faults.append("page \(run.page + 1): “\(run.words)” has no borders over and under it")
                }
            }
        }
        return faults
    }

    // MARK: - Header and bands

    /// How high the rows are that hold some passages, by the borders about them where they first stand.
    private func height(_ block: Int, of wanted: (Passage.CellPlace) -> Bool) -> Length {
        height(of: runsByBlock[block].filter { $0.cell.map(wanted) ?? false })
    }

    /// The same of the rows that hold some runs.
    func height(of own: [PlacedRun]) -> Length {
        guard let page = own.first?.page else { return .zero }
        let limits = own.filter { $0.page == page }.compactMap { borders[page].limits(of: $0) }
        guard let top = limits.map(\.top).min(), let bottom = limits.map(\.bottom).max() else { return .zero }
        return bottom - top
    }

    func headerHeight(_ block: Int) -> Length { height(block) { $0.kind == .header } }

    func isHeaderDivided(_ block: Int) -> Bool {
        Set(runsByBlock[block].filter { $0.cell?.kind == .header }.map(\.page)).count > 1
    }

    func bandHeight(_ block: Int, _ row: Int) -> Length {
        height(block) { $0.row == row }
    }

    /// The bands that a row stands under, outermost first.
    func bands(over row: Int, in table: Table) -> [Int] {
        var open: [(level: Int, row: Int)] = []
        for index in 0..<row {
            guard case .band(let level) = table.rows[index].kind else { continue }
            open.removeAll { $0.level >= level }
            open.append((level, index))
        }
        if case .band(let level) = table.rows[row].kind { open.removeAll { $0.level >= level } }
        return open.map(\.row)
    }

    /// Header and bands stand on every page that a table goes on to, unless they would take more than half of it. A folded table has its header
    /// once.
    private func heads() -> [String] {
        var faults: [String] = []
        for (block, content) in blocks.enumerated() {
            guard case .table(let table) = content.content else { continue }
            let own = runsByBlock[block]
            guard let begin = own.first?.page, let end = own.map(\.page).max(), end > begin else { continue }
            // A header that goes on no page is divided, and stands nowhere again.
            let isDivided = isHeaderDivided(block) || isFolded(block)
            let height = isDivided ? .zero : headerHeight(block)
            let rowHeights = Dictionary(grouping: own.compactMap { $0.cell }.filter { $0.kind.isBand }, by: \.row)
                .mapValues { bandHeight(block, $0[0].row) }
            let header =
                isDivided
                ? "" : passages.filter { $0.block == block && $0.cell?.kind == .header }.map(\.words).joined()
            for page in (begin + 1)...end {
                let rows = own.filter { $0.page == page }.compactMap { $0.cell?.row }
                guard let first = rows.first(where: { $0 >= 0 }) else { continue }
                let before = own.filter { $0.page < page }.compactMap { $0.cell?.row }
                guard let latest = before.max(), latest >= 0 else { continue }
                let resumed = rows.contains(latest) ? latest : latest + 1
                let scopes = (min(first, resumed)...max(first, resumed)).filter { $0 < table.rows.count }
                    .map { bands(over: $0, in: table) }
                let drawn = { (kind: Owner.Furniture) in
                    runsByPage[page].filter { $0.furniture == kind }.map(\.words).joined()
                }
                let bandHeights = scopes.map { $0.compactMap { rowHeights[$0] }.total }
                let least = height + (bandHeights.min() ?? .zero)
                // The words that say that a band continues may need lines of their own.
                let whole = height + (bandHeights.max() ?? .zero) + .points(30) * (scopes.map(\.count).max() ?? 0)
                let half = capacity(page) / 2
                // The words under the part take some of it.
                let most =
                    half - (theme.table.announcesOverleaf ? .points(25) : .zero)
                    - (table.carriedTotals == nil ? .zero : Self.lineOfTotals)
                let repeated = drawn(.repeatedHeader)
                let continued = drawn(.continuedBand)
                if repeated.isEmpty, continued.isEmpty, height > most { continue }
                if repeated != header { faults.append("page \(page + 1): the header is “\(repeated)”") }
                // Bands are left out before the header is.
                if continued.isEmpty, whole > most { continue }
                if least > half { faults.append("page \(page + 1): the head takes more than half") }
                let expected = scopes.map { scope in
                    scope.map { row in
                        passages.filter { $0.block == block && $0.cell?.row == row }.map(\.words).joined()
                            + "(continued)"
                    }.joined()
                }
                if !expected.contains(continued) { faults.append("page \(page + 1): the bands are “\(continued)”") }
            }
        }
        return faults
    }

    // MARK: - Notes

    /// How much of a page the notes of the paper may take: half of it at most.
    func notesHeight(_ page: Int) -> Length {
        let lines = Set(
            runs.filter { $0.passage.map { passages[$0].isNote } ?? false }.map { [$0.page, $0.top.units] }
        )
        if theme.note.place == .text || lines.isEmpty { return .zero }
        // Each may be a note of its own, five points under the one before.
        return min(capacity(page) / 2, .points(15) * (lines.count + 1))
    }

    /// A footnote begins on the page of its first mark, or later only where the notes ask for too much of a page.
    private func notes() -> [String] {
        if theme.note.place == .text { return [] }
        var begins: [Owner: Int] = [:]
        for run in runs {
            guard let passage = run.passage else { continue }
            let owner = passages[passage].owner
            begins[owner] = min(begins[owner] ?? run.page, run.page)
        }
        var marked: Set<NodeID> = []
        return passages.compactMap { passage in
            guard let note = passage.marked, marked.insert(note).inserted, let mark = begins[passage.owner],
                let page = begins[.label(note)]
            else {
                return nil
            }
            if page < mark { return "\(passage.words) comes before its mark" }
            // A header stands with the first lines of its first row; notes leave the rows under it a quarter of the page.
            let rows = max(padding + firstLines, capacity(mark) / 4)
            let room = capacity(mark) - (passage.cell == nil ? .zero : headerHeight(passage.block) + furniture + rows)
            let isMuch = notesHeight(mark) >= min(room, capacity(mark) / 2)
            return page > mark && !isMuch ? "\(passage.words) is not on the page of its mark" : nil
        }
    }
}
