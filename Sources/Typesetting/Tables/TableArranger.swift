// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// Chooses how a table stands on pages: upright, on sheets that lie on their side, or folded into fewer columns.
///
/// A table stays upright while its words are whole there, unless its columns are so narrow that turned sheets save more pages than the one that is
/// begun for them. Where words have to be divided, it goes where less is divided. Where the theme asks for it, it is folded if its kind says how and
/// that makes it shorter; whatever its kind if it would have to be turned, or would have prose in columns that are too narrow to read, and that makes
/// it a tenth longer at most; and if its words would not be whole even on turned sheets. In every theme it is if not even its figures would be.
struct TableArranger {
    /// Pages are compared by this many rows of a long table.
    private static let mostRows = 60
    /// The part of an upright page from which on columns are called narrow: as much as their longest words take.
    private static let narrow = 0.7
    /// The width of a column of prose, in sizes of its letters, below which it is hard to read: some two dozen letters a line.
    private static let leastOfProse = 12.0
    /// From how many lines on a cell is called prose.
    private static let linesOfProse = 3
    /// How many times the pages of a table that is hard to read its cards may take.
    private static let mostForReading = 1.1

    /// A way to lay a table out.
    private struct Candidate {
        var table: ShapedTable
        var dividesWords: Bool
        /// How many pages it takes, with the one that is begun for turned sheets.
        var pages: Double

        func isBetter(than other: Candidate) -> Bool {
            dividesWords == other.dividesWords ? pages < other.pages : other.dividesWords
        }
    }

    let tables: TableBuilder
    let sheets: Sheets
    /// The notes that may be marked in the tables, which are at the feet of their pages.
    let notes: [NodeID: [TextBlock]]
    private var theme: Theme { tables.theme }
    private var turnedMeasure: Length { theme.page.turned(to: .landscape).measure }

    /// The table as it is to be laid out: itself or folded, and on the sheets that it says (``ShapedTable/isLandscape``).
    func arranged(_ table: ShapedTable) -> ShapedTable {
        // Turned sheets would part it from its list.
        if table.inset > .zero { return foldedToFit(table, within: theme.page.measure) ?? table }
        if theme.table.folds, table.columns.contains(where: \.folds) {
            var best = candidate(table)
            for columns in foldings(of: table) {
                guard let folded = fold(table, where: columns.contains).map(candidate) else { continue }
                if folded.isBetter(than: best) { best = folded }
            }
            return best.table
        }
        if theme.table.folds, table.columns.count > 2, isHardToRead(table),
            let folded = fold(table, where: { _ in true })
        {
            let candidates = (grid: candidate(table), cards: candidate(folded))
            if candidates.cards.pages < candidates.grid.pages * Self.mostForReading { return candidates.cards.table }
        }
        return oriented(foldedToFit(table, within: turnedMeasure) ?? table)
    }

    /// Whether a table would have to be turned, or has prose in columns that are too narrow for it.
    private func isHardToRead(_ table: ShapedTable) -> Bool {
        let measure = theme.page.measure
        if tables.minimumWidth(of: table) > measure { return true }
        let edges = tables.edges(of: table, measure: measure)
        let least = theme.table.text.size * Self.leastOfProse
        return table.demands.indices.contains { column in
            let width = edges[column + 1] - edges[column]
            return width < least && table.demands[column].natural > width * Self.linesOfProse
        }
    }

    // MARK: - Folding

    private func fold(_ table: ShapedTable, where folds: (Int) -> Bool) -> ShapedTable? {
        table.folded(shaper: tables.breaker.shaper, theme: theme, where: folds)
    }

    /// A table of any kind with all columns under the first, if that keeps words or figures whole that turned sheets do not.
    ///
    /// - Parameter measure: the width of the widest sheets that it may go on.
    private func foldedToFit(_ table: ShapedTable, within measure: Length) -> ShapedTable? {
        guard table.columns.count > 1, tables.minimumWidth(of: table) > measure else { return nil }
        let floors = tables.dividedFloors(of: table)
        let dividesFigures = floors.level(of: Array(table.columns.indices), within: measure) == nil
        guard theme.table.folds || dividesFigures, let folded = fold(table, where: { _ in true }) else { return nil }
        return dividesFigures || tables.minimumWidth(of: folded) <= theme.page.measure ? folded : nil
    }

    /// The columns that fold, and without the last of them if it is one of prose, which can stand beside the others.
    private func foldings(of table: ShapedTable) -> [Set<Int>] {
        let all = Set(table.columns.indices.filter { table.columns[$0].folds })
        let last = table.columns.count - 1
        guard table.columns.count > 2, table.demands[last].natural > theme.page.measure else { return [all] }
        return [all, all.subtracting([last])]
    }

    // MARK: - Turning

    private func candidate(_ table: ShapedTable) -> Candidate {
        let (orientation, pages) = sheets(for: table)
        var table = table
        table.isLandscape = orientation == .landscape
        return Candidate(
            table: table,
            dividesWords: tables.minimumWidth(of: table) > turnedMeasure,
            pages: pages ?? self.pages(of: table, orientation)
        )
    }

    private func oriented(_ table: ShapedTable) -> ShapedTable {
        var table = table
        table.isLandscape = sheets(for: table).orientation == .landscape
        return table
    }

    /// The sheets that a table goes on, and how many if these were compared.
    private func sheets(for table: ShapedTable) -> (orientation: Orientation, pages: Double?) {
        if table.isLandscape { return (table.header.isEmpty && table.rows.isEmpty ? .portrait : .landscape, nil) }
        let upright = theme.page.measure
        let minimum = tables.minimumWidth(of: table)
        // Wherever words are divided, fewer are in wider columns.
        if turnedMeasure <= upright { return (.portrait, nil) }
        if minimum > upright { return (.landscape, nil) }
        guard minimum > upright * Self.narrow, table.leastHeight(in: upright) > sheets[.portrait].textHeight
        else {
            return (.portrait, nil)
        }
        let pages = (portrait: self.pages(of: table, .portrait), landscape: self.pages(of: table, .landscape))
        return pages.landscape < pages.portrait ? (.landscape, pages.landscape) : (.portrait, pages.portrait)
    }

    /// How many pages a table fills, by the height of its first rows and of their notes, with the one that is begun for turned sheets.
    private func pages(of table: ShapedTable, _ orientation: Orientation) -> Double {
        let page = sheets[orientation]
        var sample = table
        let part = Double(table.rows.count) / Double(max(1, min(table.rows.count, Self.mostRows)))
        if part > 1 {
            sample.rows = Array(table.rows.prefix(Self.mostRows))
            sample.carriedTotals?.rows.removeLast(table.rows.count - Self.mostRows)
        }
        let layout = tables.layout(of: sample, measure: page.measure)
        let title = layout.continuedTitle.height
        let head = title + (layout.repeatsHeader ? layout.headerHeight : .zero)
        let room = max(page.textHeight / 4, page.textHeight - head - layout.carriedHeight * 2)
        let first = layout.headerHeight - (layout.repeatsHeader ? layout.headerHeight : .zero)
        let body = layout.rows.map(\.height).total + notesHeight(of: layout, measure: page.measure)
        return (first.points + body.points * part) / room.points + (orientation == .landscape ? 1 : 0)
    }
}

extension TableArranger {
    /// About how high the notes are that are marked in a table.
    private func notesHeight(of layout: TableLayout, measure: Length) -> Length {
        let marks = (layout.header + layout.rows).flatMap(\.marks)
        if marks.isEmpty || notes.isEmpty { return .zero }
        var height = Length.zero
        for note in Set(marks.map(\.note)) {
            for case .paragraph(let text) in (notes[note] ?? []).map(\.content) {
                let lines = (text.naturalWidth.points / max(1, measure.points)).rounded(.up)
                height += theme.note.block.after + text.leading * Int(lines)
            }
        }
        return height
    }
}

extension ShapedTable {
    /// The height of the table if its cells were filled with words to the last corner.
    fileprivate func leastHeight(in measure: Length) -> Length {
        var area = 0.0
        for row in rows {
            for cell in row.cells {
                for case .paragraph(let text) in cell.blocks.map(\.content) {
                    area += text.naturalWidth.points * text.leading.points
                }
            }
        }
        return .points(area / max(1, measure.points))
    }
}
