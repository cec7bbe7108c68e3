// SPDX-License-Identifier: Apache-2.0

import WorkspaceFiles

/// The program's bank holidays of the last reading, for the next one.
final class BankHolidayCache {
    private var last: (text: SourceText, file: BankHolidayFile?)?

    /// The bank holidays of a text that has nothing to report; read if the last text was another.
    func file(of text: SourceText, findings: DiagnosticCollector, read: () -> BankHolidayFile?)
        -> BankHolidayFile?
    {
        if let known = last, known.text == text { return known.file }
        let reported = findings.count
        let file = read()
        last = findings.count == reported ? (text, file) : nil
        return file
    }
}
