// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import Typesetting

extension LayoutProof {
    /// What is wrong that can be told in any theme, whatever its lines and its margins: a word lost or printed twice, out of order, outside the
    /// sheet's margins or over another, a page that brings nothing, and two that hold less than they must.
    package func faultsInAnyTheme() -> [String] {
        words(ignoringCase: true) + order() + overprints() + bound() + fullness()
    }

    private func overprints() -> [String] {
        let margins = theme.page.margins
        // Baselines of two lines are further apart than the letters of the smallest text are high.
        let least = theme.table.text.size / 2
        var faults: [String] = []
        for (index, page) in pages.enumerated() {
            let own = runsByPage[index].filter { !$0.words.isEmpty && $0.furniture != .head && $0.furniture != .foot }
            for run in own {
                if run.left < margins.left || run.right > page.size.width - margins.right
                    || run.baseline < margins.top || run.baseline > page.size.height - margins.bottom
                {
                    faults.append("page \(index + 1): “\(run.words)” is outside")
                }
            }
            for (first, run) in own.enumerated() {
                for other in own[(first + 1)...]
                where abs((run.baseline - other.baseline).units) < least.units && run.isBeside(other) {
                    faults.append("page \(index + 1): “\(run.words)” stands over “\(other.words)”")
                }
            }
        }
        return faults
    }
}
