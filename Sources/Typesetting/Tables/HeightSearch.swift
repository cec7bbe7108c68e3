// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

/// Searches for the column widths that make a table shortest.
///
/// A hill climb from several starting points: a step of width is moved from one column to another as long as the table gets shorter, and
/// then again with half the step. Heights are estimated from the widths of paragraphs, over a sample of the rows if there are many, and
/// the number of moves is bounded, so that the cost is linear in rows. The header counts as often as pages repeat it. The search is deterministic.
struct HeightSearch {
    /// A paragraph of a cell: its width on one line and its line height, in points.
    private struct Paragraph {
        var width: Double
        var leading: Double
        /// Whether it is a status or a direction.
        var isStatus = false
    }

    /// More rows than this are sampled at even distances.
    private static let mostRows = 200
    /// The first step is this part of the table's width, the next half of it, and so on.
    private static let firstStep = 1.0 / 24
    private static let rounds = 4
    /// How often width is moved by the same step at most.
    private static let mostMoves = 40
    /// How many lengths of statuses a column is made wider for at most.
    private static let mostStatuses = 8

    /// The paragraphs of the header, as one row, and of each sampled row by column. In rows, columns, paragraphs.
    private let rows: [[[Paragraph]]]
    private let padding: Double
    /// How many rows each sampled row is for.
    private let distance: Int
    /// The height of a page, in points.
    private let page: Double
    /// Whether each page shows the header.
    private let repeatsHeader: Bool
    /// How many rows the header counts as: one for each page that shows it, if rows are sampled, a part of that.
    private var headerWeight = 1.0

    /// - Parameter page: the height of the text area of a page.
    init(of table: ShapedTable, padding: Length, page: Length) {
        self.padding = padding.points
        self.page = max(1, page.points)
        distance = table.rows.count / Self.mostRows + 1
        let columns = table.columns.count
        // A header cell over several header rows is as high as they are together.
        let header = Self.rows(table.header, columns: columns, distance: 1, mostRowSpan: .max)
        let together = (0..<columns).map { column in header.flatMap { $0[column] } }
        rows = [together] + Self.rows(table.rows, columns: columns, distance: distance, mostRowSpan: 1)
        repeatsHeader = table.repeatsHeader
    }

    private static func rows(
        _ shaped: [ShapedTable.Row],
        columns: Int,
        distance: Int,
        mostRowSpan: Int
    ) -> [[[Paragraph]]] {
        var tracker = ColumnTracker(count: columns)
        var rows: [[[Paragraph]]] = []
        // What cells of rows above have in the next rows, by their columns.
        var open: [Int: (rows: Int, paragraphs: [Paragraph])] = [:]
        for (index, row) in shaped.enumerated() {
            var cells = [[Paragraph]](repeating: [], count: columns)
            for (column, span) in open {
                cells[column] = span.paragraphs
                open[column] = span.rows > 1 ? (span.rows - 1, span.paragraphs) : nil
            }
            for cell in row.cells {
                let column = tracker.place(cell.columnSpan, rowSpan: cell.rowSpan)
                // A cell over several columns has room wherever they have.
                guard cell.columnSpan == 1, column < cells.count, !cell.isRotated else { continue }
                cells[column] = cell.blocks.flatMap(Self.paragraphs)
                guard cell.rowSpan > mostRowSpan else { continue }
                // Each of its rows is as high as its share.
                for index in cells[column].indices { cells[column][index].leading /= Double(cell.rowSpan) }
                open[column] = (cell.rowSpan - 1, cells[column])
            }
            tracker.endRow()
            if index % distance == 0 { rows.append(cells) }
        }
        return rows
    }

    /// The best widths of the same sum that are found from three starting points: these widths; widths in proportion to what each
    /// column can use beyond its minimum; and widths with the same room beyond the minimum.
    ///
    /// - Parameters:
    ///   - columns: the columns that may become wider or narrower.
    ///   - demands: the demands of all columns.
    ///   - floors: the width below which no column goes.
    mutating func improved(
        _ widths: [Length],
        columns: [Int],
        demands: [WidthDemand],
        floors: [Length]
    ) -> [Length] {
        guard columns.count > 1 else { return widths }
        weighHeader(in: widths)
        let spare = columns.map { widths[$0] - floors[$0] }.total
        var starts = [widths]
        if spare > .zero {
            let wishes = columns.map { max(.zero, demands[$0].natural - floors[$0]) }
            let even = columns.map { _ in Length.points(1) }
            for weights in [wishes, even] where weights.total > .zero {
                starts.append(Self.dividing(spare, among: columns, by: weights, over: floors, in: widths))
            }
        }
        var best: (widths: [Length], total: Double)?
        for start in starts {
            let found = improved(start, columns: columns, floors: floors)
            if found.total < (best?.total ?? .infinity) - 0.01 { best = found }
        }
        guard let best else { return widths }
        // What is left over helps only where there are words to take it.
        let settled = settled(best.widths, columns: columns, floors: floors)
        return settled == best.widths ? settled : improved(settled, columns: columns, floors: floors).widths
    }

    /// The same widths, with statuses on one line each where that makes the table no higher: as many of the longest as go. What a column lacks for
    /// them is taken from one without any.
    mutating func keepingStatuses(_ widths: [Length], columns: [Int], floors: [Length]) -> [Length] {
        weighHeader(in: widths)
        var kept = widths
        let statuses = columns.map { (column: $0, widths: statusWidths(in: $0)) }
        let donors = statuses.filter(\.widths.isEmpty).map(\.column)
        // Heights are estimates: a donor keeps a letter or two more than it seems to need.
        let reserve = Length.points(padding)
        for (column, wanted) in statuses where wanted.contains(where: { $0 > kept[column] }) {
            let heights = heights(kept)
            let total = sum(heights) + 0.01
            let moves = wanted.lazy.filter { $0 > kept[column] }.flatMap { width in
                donors.lazy.map { (donor: $0, lacking: width - kept[column]) }
            }
            let move = moves.first { donor, lacking in
                guard kept[donor] - lacking >= floors[donor] else { return false }
                let narrow = columnHeights(donor, width: kept[donor] - lacking - reserve)
                let wide = columnHeights(column, width: kept[column] + lacking)
                return sum(heights, with: [(donor, narrow), (column, wide)]) <= total
            }
            guard let move else { continue }
            kept[column] += move.lacking
            kept[move.donor] -= move.lacking
        }
        return kept
    }

    /// The widths that the statuses of a column ask for, the longest first.
    private func statusWidths(in column: Int) -> [Length] {
        var widths: Set<Length> = []
        for row in rows.dropFirst() {
            for paragraph in row[column] where paragraph.isStatus {
                widths.insert(.points(paragraph.width + padding) + Length(units: 1))
            }
        }
        return Array(widths.sorted(by: >).prefix(Self.mostStatuses))
    }

    /// The same widths without what columns have beyond what keeps the table as short, which goes to the column with the most words: a climb leaves
    /// width where a step of it makes no line fewer, and a comment with a few words a line beside it.
    private func settled(_ widths: [Length], columns: [Int], floors: [Length]) -> [Length] {
        let words = columns.map { column in
            rows.dropFirst().reduce(0) { sum, row in row[column].reduce(sum) { $0 + $1.width * $1.leading } }
        }
        guard let most = words.max(), let target = zip(columns, words).first(where: { $1 == most })?.0 else {
            return widths
        }
        // Heights are estimates: a column keeps a letter or two more than it seems to need.
        let reserve = Length.points(padding)
        var settled = widths
        var heights = self.heights(settled)
        let total = sum(heights) + 0.01
        for column in columns where column != target {
            var step = widths.total * Self.firstStep
            for _ in 0..<Self.rounds {
                while settled[column] - step >= floors[column] {
                    let narrow = columnHeights(column, width: settled[column] - step - reserve)
                    guard sum(heights, with: [(column, narrow)]) <= total else { break }
                    settled[column] -= step
                    settled[target] += step
                    heights[column] = columnHeights(column, width: settled[column])
                }
                step = step / 2
            }
        }
        return settled
    }

    /// Weighs the header by the number of pages that the table goes over with these widths.
    private mutating func weighHeader(in widths: [Length]) {
        guard repeatsHeader else {
            headerWeight = 1 / Double(distance)
            return
        }
        headerWeight = 0
        let heights = heights(widths)
        let header = heights.map { $0[0] }.max() ?? 0
        let body = sum(heights) * Double(distance)
        let room = max(page / 2, page - header)
        headerWeight = max(1, (body / room).rounded(.up)) / Double(distance)
    }

    /// Widths of columns that share a length by weights, to the last unit, beyond what each must have.
    private static func dividing(
        _ length: Length,
        among columns: [Int],
        by weights: [Length],
        over floors: [Length],
        in widths: [Length]
    ) -> [Length] {
        var divided = widths
        for column in columns { divided[column] = floors[column] }
        var left = length
        var weight = weights.total
        for (column, own) in zip(columns, weights) where weight > .zero {
            let share = Length(units: left.units * own.units / weight.units)
            divided[column] += share
            left -= share
            weight -= own
        }
        return divided
    }

    private func improved(
        _ widths: [Length],
        columns: [Int],
        floors: [Length]
    ) -> (widths: [Length], total: Double) {
        var best = widths
        var heights = self.heights(best)
        var total = sum(heights)
        var step = widths.total * Self.firstStep
        for _ in 0..<Self.rounds {
            for _ in 0..<Self.mostMoves {
                var move: (from: Int, to: Int, total: Double)?
                for from in columns where best[from] - step >= floors[from] {
                    let narrow = columnHeights(from, width: best[from] - step)
                    for to in columns where to != from {
                        let wide = columnHeights(to, width: best[to] + step)
                        let changed = sum(heights, with: [(from, narrow), (to, wide)])
                        if changed < (move?.total ?? total) - 0.01 { move = (from, to, changed) }
                    }
                }
                guard let move else { break }
                best[move.from] -= step
                best[move.to] += step
                heights = self.heights(best)
                total = move.total
            }
            step = step / 2
        }
        return (best, total)
    }

    /// The estimated height of each column's cells. In columns, rows.
    private func heights(_ widths: [Length]) -> [[Double]] {
        widths.indices.map { columnHeights($0, width: widths[$0]) }
    }

    private func columnHeights(_ column: Int, width: Length) -> [Double] {
        let inner = max(1, width.points - padding)
        return rows.map { row in
            var height = 0.0
            for paragraph in row[column] {
                // A broken line is shorter than the measure by half a word on average.
                let lines =
                    paragraph.width <= inner
                    ? 1 : (paragraph.width / max(1, inner - paragraph.leading * 0.7)).rounded(.up)
                height += lines * paragraph.leading
            }
            return height
        }
    }

    /// The height of all rows, each as high as its highest cell.
    private func sum(_ heights: [[Double]], with changes: [(column: Int, heights: [Double])] = []) -> Double {
        var total = 0.0
        for row in rows.indices {
            var highest = 0.0
            for (column, own) in heights.enumerated() {
                let changed = changes.first { $0.column == column }
                highest = max(highest, changed?.heights[row] ?? own[row])
            }
            total += row == 0 ? highest * headerWeight : highest
        }
        return total
    }

    private static func paragraphs(of block: TextBlock) -> [Paragraph] {
        switch block.content {
        case .paragraph(let text):
            let width = text.naturalWidth + (block.symbol?.width ?? .zero)
            return [Paragraph(width: width.points, leading: text.leading.points, isStatus: text.isStatus)]
        case .list(let items): return items.flatMap { $0.blocks.flatMap(paragraphs) }
        case .quotation(let blocks): return blocks.flatMap(paragraphs)
        // As high in any column.
        case .sparkline: return []
        }
    }
}
