// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

extension FilledForm {
    /// The date of a key, written `2009-11-30`.
    func date(_ key: FormKey) -> CalendarDate? { text(key).flatMap(date) }

    /// The date that a text gives, or `nil`, and a diagnostic, if it gives none.
    func date(_ text: YAMLText) -> CalendarDate? {
        if let date = CalendarDate(text.string) { return date }
        findings.report(DateProblem(text.string).message, at: text.location)
        return nil
    }
}
