// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

extension FilledForm {
    /// The date of a key, written `2009-11-30` or `30/11/2009`.
    func date(_ key: FormKey) -> CalendarDate? { text(key).flatMap(date) }

    /// The date that a text gives, or `nil`, and a diagnostic, if it gives none.
    func date(_ text: YAMLText) -> CalendarDate? {
        do throws(Diagnostic.Message) {
            return try DateReader().day(text.string)
        } catch {
            findings.report(error, at: text.location)
            return nil
        }
    }
}
