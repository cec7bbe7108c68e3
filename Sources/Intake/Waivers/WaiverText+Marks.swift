// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import WorkspaceFiles

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
    fileprivate var screenedWords: String { Rule(rawValue: rule) == nil ? "\(rule) \(reason)" : reason }
}
