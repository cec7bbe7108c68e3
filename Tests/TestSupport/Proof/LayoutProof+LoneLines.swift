// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import Typesetting

extension LayoutProof {
    /// No page holds nothing but a line of a row that goes on a page with its head and its notes; and, if it is the first of its table, with what must
    /// not be parted from that: three lines under headings that leave room for two go on somewhere.
    func loneLines() -> [String] {
        var faults: [String] = []
        for (block, content) in blocks.enumerated() {
            // The titles of columns in a folded table are lines too.
            guard case .table(let table) = content.content, !table.rows.contains(where: \.holdsSpan), !isFolded(block)
            else { continue }
            let own = runsByBlock[block]
            for page in Set(own.map(\.page)).sorted() {
                let here = runsByPage[page].filter { $0.passage.map { !passages[$0].isNote } ?? false }
                guard let cell = here.first?.cell, cell.kind == .body, lines(of: here) == 1,
                    here.allSatisfy({ $0.cell?.row == cell.row && passages[$0.passage ?? 0].block == block })
                else { continue }
                let row = own.filter { $0.cell?.row == cell.row }
                let parts = Dictionary(grouping: row) { $0.cell?.columns.lowerBound }
                    .map { _, runs in
                        let own = Set(runs.compactMap(\.passage))
                        let blank = own.map { passages[$0].blankLines }.reduce(0, +)
                        return (lines: lines(of: runs) + blank, paragraphs: own.count)
                    }
                guard parts.contains(where: { $0.lines > 1 }) else { continue }
                let height = parts.map { .points(10) * $0.lines + .points(5) * $0.paragraphs }.max() ?? Length.zero
                let isFirst = table.rows[..<cell.row].allSatisfy(\.kind.isBand)
                let above = isFirst ? heightOfChain(above: block) : .zero
                let bands = bands(over: cell.row, in: table).map { bandHeight(block, $0) + .points(30) }.total
                let head = headerHeight(block) + bands + furniture
                if above + head + height + padding + notesHeight(page) <= capacity(page) {
                    faults.append("page \(page + 1): “\(here[0].words)” is a line alone")
                }
            }
        }
        return faults
    }

    /// How many lines some runs of one cell or of cells beside one another have.
    private func lines(of runs: [PlacedRun]) -> Int { Set(runs.map { [$0.page, $0.top.units] }).count }
}

extension Table.Row {
    /// Whether some of its cells go over further rows.
    var holdsSpan: Bool { cells.contains { $0.rowSpan > 1 } }
}
