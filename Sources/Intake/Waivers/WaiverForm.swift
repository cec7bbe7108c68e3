// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import WorkspaceFiles

/// An item of `waive`: a finding that is right as it is.
///
/// No key of it is required by the form, since a waiver that cannot be used holds no paper up: its finding stays, and a warning says why.
enum WaiverForm {
    static let rule = FormKey("rule", "the name of the rule, as `cleardays check` gives it")
    static let place = FormKey("at", "a few words of the text that is meant, or the reference of the row")
    static let reason = FormKey("reason", "why it is right as it is")

    static let form = Form("a waiver", [rule, place, reason])

    /// The key in every form that has it.
    static let key = FormKey(
        "waive",
        .list(of: form),
        "the findings of a check that are right as they are, each with its `rule`, some words of the place (`at`) and the `reason`"
    )
}

extension FilledForm {
    /// Records the waivers of a form: of texts that open as exempt information does (``ExemptionWaivers``), and of findings.
    func readWaivers() {
        readExemptionWaivers()
        for waiver in list(WaiverForm.key) { waiver.readWaiver() }
    }

    private func readWaiver() {
        let location = location(of: WaiverForm.rule)
        // All three are read before the first check, since reading a text is what screens it for marks of exempt information.
        let (name, place, reason) = (text(WaiverForm.rule), text(WaiverForm.place), text(WaiverForm.reason))
        guard let rule = findings.waivableRule(name?.string ?? "", at: location) else { return }
        guard let place = place?.string else {
            return findings.report(.waiverWithoutPlace(rule), at: location)
        }
        let written = WaiverText(rule: rule.rawValue, reason: reason?.string ?? "")
        findings.addWaiver(written, .words(place), at: location)
    }

    /// Lets no report quote what the form waives: it has words of texts that may be exempt, and nothing in it says so.
    func hideWaivers() {
        guard mentions(WaiverForm.key) else { return }
        findings.hide(at: location(of: WaiverForm.key))
        // In a workbook each has a row of its own.
        for item in items(WaiverForm.key) { findings.hide(at: item.location) }
    }
}
