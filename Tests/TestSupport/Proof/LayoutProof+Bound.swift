// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import Typesetting

extension LayoutProof {
    /// The pages that a row of a table stands on, the repetition of its label left out.
    package func pages(ofRow row: Int, block: Int) -> Set<Int> {
        Set(runsByBlock[block].filter { $0.cell?.row == row }.map(\.page))
    }

    /// Two pages that follow one another hold what ``Paginator`` promises, and no page repeats more than half of one.
    func fullness() -> [String] {
        let line = max(theme.body.text.leading, theme.table.text.leading)
        // Paragraphs in a cell are a third of a line apart.
        let space = max(theme.body.before, theme.body.after, theme.table.text.leading / 3)
        return pages.indices.dropLast().flatMap { page -> [String] in
            let (ending, next) = (pages[page].ending, pages[page + 1].ending)
            var faults: [String] = []
            if ending.repeated > ending.capacity / 2 { faults.append("page \(page + 1) repeats \(ending.repeated)") }
            let held = ending.held + next.held
            if held < ending.leastHeldWithNext(line: line, space: space) {
                faults.append("pages \(page + 1) and \(page + 2) hold \(held) of \(ending.capacity)")
            }
            return faults
        }
    }

    /// Every page brings something, so that there is an end.
    func bound() -> [String] {
        // The title of a column may fill the smallest page before its value.
        let bearing = Set(runs.filter { $0.passage != nil || $0.furniture == .columnLabel }.map(\.page))
        if bearing.isEmpty { return pages.count > 1 ? ["there are pages of nothing"] : [] }
        var blank: Set<Int> = []
        for (index, passage) in passages.enumerated() where passage.blankLines > 0 {
            let own = Set(runs.filter { $0.passage == index }.map(\.page))
            guard let first = own.min(), let last = own.max() else { continue }
            blank.formUnion((first...last).filter { !bearing.contains($0) }.prefix(passage.blankLines))
        }
        return pages.indices.filter { !bearing.contains($0) && !blank.contains($0) }
            .map { "page \($0 + 1) brings nothing" }
    }
}
