// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

extension FilledForm {
    /// The prose of a key, or `nil` if it has none.
    ///
    /// - Parameter isExempt: whether what it belongs to is exempt as a whole.
    func prose(_ key: FormKey, isExempt: Bool = false) -> Prose? {
        guard let text = value(key)?.text else { return nil }
        let before = findings.count
        let prose = prose(text, isExempt: isExempt)
        if !prose.isEmpty { return prose }
        // Not if the text is empty because something in it was refused.
        if findings.count == before { reportEmpty(key, at: location(of: key)) }
        return nil
    }

    /// The prose of a text that must not be empty, as `&nbsp;` is.
    ///
    /// - Parameters:
    ///   - name: the name of the text in the report: "the note `method`".
    ///   - read: reads the Markdown.
    func prose(_ text: YAMLText, called name: DiagnosticText, read: (YAMLText) -> Prose) -> Prose {
        let before = findings.count
        let prose = read(text)
        if prose.isEmpty, findings.count == before {
            findings.report(.emptyText(name), at: text.location)
        }
        return prose
    }

    /// The prose of a text.
    func prose(_ text: YAMLText, isExempt: Bool = false) -> Prose {
        ProseReader(findings: findings, isExempt: isExempt).prose(text.string, origin: text.origin)
    }
}

extension Diagnostic.Message {
    fileprivate static func emptyText(_ name: DiagnosticText) -> Self {
        Self(.emptyValue, "\(name) is empty", hint: "write what it says, or delete it")
    }
}
