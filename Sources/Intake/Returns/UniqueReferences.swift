// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// The references of a file's rows, of which each should be another.
struct UniqueReferences {
    private var rows: [String: String] = [:]
    /// References that may be dates or numbers which a spreadsheet made of what was typed.
    private var converted: [(text: String, location: SourceLocation)] = []
    private var count = 0

    mutating func note(
        _ reference: String,
        isExempt: Bool,
        at location: @autoclosure () -> SourceLocation,
        findings: DiagnosticCollector
    ) {
        guard !reference.isEmpty else { return }
        let place = location()
        count += 1
        if let error = SpreadsheetError.first(in: reference) {
            findings.report(.spreadsheetError(error), at: place)
        } else if !isExempt, reference.mayBeConverted {
            converted.append((reference, place))
        }
        if let first = rows[reference] {
            findings.report(.repeatedReference(reference, first: first), at: place)
        } else {
            rows[reference] = place.rowName
        }
    }

    /// Reports references that look like dates or numbers of a spreadsheet; numbers only if most of the file's are none.
    func reportConverted(to findings: DiagnosticCollector) {
        // A council may number its actions with five digits.
        let numbers = converted.count { Int($0.text) != nil }
        for (text, location) in converted where Int(text) == nil || numbers * 2 <= count {
            findings.report(.convertedReference(text), at: location)
        }
    }
}

extension String {
    /// Whether it may be a day, a time or a large number as a spreadsheet shows it: `02-Jan`, `Mar-01`, `00:15`, `45293`, `1.00E+05`.
    fileprivate var mayBeConverted: Bool {
        if let number = Int(self) { return (36_000...60_000).contains(number) }
        if wholeMatch(of: /[0-9]\.[0-9]+E\+[0-9]+/) != nil { return true }
        if wholeMatch(of: /[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?/) != nil { return true }
        if wholeMatch(of: /[0-9]{1,2}\/[0-9]{1,2}\/[0-9]{2,4}/) != nil { return true }
        guard let match = wholeMatch(of: /([0-9]{1,2}-)?([A-Z][a-z]{2})(-[0-9]{2,4})?/) else { return false }
        return (match.output.1 != nil || match.output.3 != nil) && CalendarDate.month(named: match.output.2) != nil
    }
}

extension Diagnostic.Message {
    fileprivate static func convertedReference(_ reference: String) -> Self {
        Self(
            .convertedReference,
            "the ref `\(reference.shortened)` may be what a spreadsheet made of another: a date, a time or a number",
            hint: "give the column the format Text, and type the ref again, `3-1` for example; if it is right, leave it"
        )
    }

    fileprivate static func repeatedReference(_ reference: String, first row: String) -> Self {
        Self(
            .repeatedReference,
            "the ref `\(reference.shortened)` stands twice in the file",
            hint: reference.wholeMatch(of: /[0-9]+\.[1-9]/) == nil
                ? "it stands first in \(own: row)"
                : "it stands first in \(own: row); a spreadsheet drops a nought at the end, as in `\(reference)0`, "
                    + "unless the column has the format Text"
        )
    }
}
