// SPDX-License-Identifier: Apache-2.0

import Formats
import Layouts
import UnicodeText
import WorkspaceFiles

extension FilledForm {
    /// The template of a key: words of a layout with names to be filled in. `nil` if there is none.
    func template(_ key: FormKey) -> Template? {
        guard let text = value(key)?.text else { return nil }
        if text.string.isBlank {
            reportEmpty(key, at: text.location)
            return nil
        }
        findings.reportSign(in: text.string, at: text.location)
        return Template(text.string, at: text.origin.start)
    }
}
