// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import WorkspaceFiles

/// The column of a table that waives findings in its rows.
enum WaivedColumn {
    static let column = DataColumn(
        "waived",
        "the findings of a check that are right in this row, each as `rule: reason`, with a semicolon between them"
    )
}

extension DataRow {
    /// Records what the row waives.
    ///
    /// - Parameter isExempt: whether the row is exempt, so that nothing in it has to be marked.
    func readWaivers(isExempt: Bool, findings: DiagnosticCollector) {
        let cell = text(WaivedColumn.column)
        if cell.isEmpty { return }
        let location = location(WaivedColumn.column)
        if !isExempt, findings.reportSign(in: cell, at: location) { return }
        for waiver in WaiverText.all(in: cell) {
            if !isExempt, findings.reportMark(in: waiver, at: location) { return }
            findings.addWaiver(waiver, .rows(rows), at: location)
        }
    }
}
