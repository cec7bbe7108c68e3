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

extension DiagnosticCollector {
    /// Reports a waiver that may be meant as a mark of exempt information: one that opens as such, one that names no rule, as where `3` is
    /// written in the column beside `exempt`, or one of a rule on such marks.
    ///
    /// - Returns: whether it was reported.
    func reportMark(in waiver: WaiverText, at location: SourceLocation) -> Bool {
        if reportSign(in: waiver.screenedWords, at: location) { return true }
        if let rule = Rule(rawValue: waiver.rule.lowercased()) {
            guard rule.isExposure else { return false }
        } else if !waiver.reason.isEmpty,
            NearestName.of(waiver.rule, among: Rule.allCases.map(\.rawValue)) != nil
        {
            return false
        }
        report(.waiverMayBeMark, at: location)
        return true
    }
}

extension Diagnostic.Message {
    fileprivate static var waiverMayBeMark: Self {
        Self(
            .misplacedExemptMarker,
            "this waives no rule, and may say that something is not for publication",
            hint: "begin with the name of the rule and a colon, `figure-differs: the reason`; "
                + "what is not for publication is marked under `exempt`, or with `[!EXEMPT 3]` above it"
        )
    }
}

extension WaiverText {
    /// What of it may be exempt: the reason, and the name where no rule is called so.
    var screenedWords: String { Rule(rawValue: rule) == nil ? "\(rule) \(reason)" : reason }
}
