// SPDX-License-Identifier: Apache-2.0

import Synchronization
import WorkspaceFiles

/// The program's bank holidays of the last reading, for the next one.
final class BankHolidayCache: Sendable {
    private let last = Mutex<(text: SourceText, file: BankHolidayFile?)?>(nil)

    /// The bank holidays of a text that has nothing to report; read if the last text was another.
    func file(of text: SourceText, findings: DiagnosticCollector, read: () -> BankHolidayFile?)
        -> BankHolidayFile?
    {
        if let known = last.withLock(\.self), known.text == text { return known.file }
        let reported = findings.count
        let file = read()
        let isClean = findings.count == reported
        last.withLock { $0 = isClean ? (text, file) : nil }
        return file
    }
}
