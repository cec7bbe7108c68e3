// SPDX-License-Identifier: Apache-2.0

import Layouts
import WorkspaceFiles

/// The layouts and the program's bank holidays of the last reading, for the next one: most edits leave all of them as they are.
package final class LayoutCache {
    /// What was made of the texts of some files.
    struct Entry {
        var texts: [SourceText]
        var layouts: LayoutSet
        var wordings: [String: Wording]
    }

    private var last: Entry?
    private var bankHolidays: (text: SourceText, file: BankHolidayFile?)?

    package init() {}

    /// What was made of the same texts, or `nil` if these are others.
    func entry(for texts: [SourceText]) -> Entry? { last?.texts == texts ? last : nil }

    /// Keeps what was made of some texts, in which nothing had to be reported.
    func keep(_ entry: Entry) { last = entry }

    /// The bank holidays of a text that has nothing to report; read if the last text was another.
    func bankHolidays(of text: SourceText, findings: DiagnosticCollector, read: () -> BankHolidayFile?)
        -> BankHolidayFile?
    {
        if let known = bankHolidays, known.text == text { return known.file }
        let reported = findings.count
        let file = read()
        bankHolidays = findings.count == reported ? (text, file) : nil
        return file
    }
}
