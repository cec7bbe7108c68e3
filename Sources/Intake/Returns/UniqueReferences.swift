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
    ///
    /// Every row is asked: a regular expression would be compiled for each.
    fileprivate var mayBeConverted: Bool {
        guard utf8.count <= 11, let separator = utf8.first(where: { ":/-+".utf8.contains($0) }) else {
            return Int(self).map { (36_000...60_000).contains($0) } ?? false
        }
        let parts = utf8.split(separator: separator, omittingEmptySubsequences: false)
        let first = parts[0]
        let others = parts.dropFirst()
        switch separator {
        case UInt8(ascii: ":"):
            return parts.count <= 3 && first.isDigits(1...2) && others.allSatisfy { $0.isDigits(2...2) }
        case UInt8(ascii: "/"):
            return parts.count == 3 && first.isDigits(1...2) && parts[1].isDigits(1...2) && parts[2].isDigits(2...4)
        case UInt8(ascii: "+"):
            let number = first.dropLast().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            return first.last == UInt8(ascii: "E") && number.count == 2 && number[0].isDigits(1...1)
                && number[1].isDigits(1...9) && parts.count == 2 && parts[1].isDigits(1...9)
        default:
            let beginsWithDay = first.isDigits(1...2)
            let month = beginsWithDay ? others.first : first
            let years = others.dropFirst(beginsWithDay ? 1 : 0)
            return month?.isMonth ?? false && years.count <= 1 && years.allSatisfy { $0.isDigits(2...4) }
        }
    }
}

extension String {
    /// Whether it is a number with one decimal, of which a spreadsheet may have dropped a second: `3.1`.
    fileprivate var mayLackNought: Bool {
        let parts = utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].isDigits(1...9) && parts[1].isDigits(1...1)
            && parts[1].first != UInt8(ascii: "0")
    }
}

extension Substring.UTF8View {
    fileprivate func isDigits(_ counts: ClosedRange<Int>) -> Bool {
        counts.contains(count) && allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Whether it is the short name of a month as Excel writes it: `Mar`.
    fileprivate var isMonth: Bool {
        let name = Substring(self)
        return count == 3 && (first ?? 0) < UInt8(ascii: "a") && CalendarDate.month(named: name) != nil
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
            hint: !reference.mayLackNought
                ? "it stands first in \(own: row)"
                : "it stands first in \(own: row); a spreadsheet drops a nought at the end, as in `\(reference)0`, "
                    + "unless the column has the format Text"
        )
    }
}
