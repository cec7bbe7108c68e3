// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// What is wrong with a text that is not a date, and how the date that was probably meant is written.
struct DateProblem {
    private let text: String
    private let alsoMonthsAndYears: Bool

    /// - Parameter alsoMonthsAndYears: whether a month or a year would be a date.
    init(_ text: String, alsoMonthsAndYears: Bool = false) {
        self.text = text
        self.alsoMonthsAndYears = alsoMonthsAndYears
    }

    var message: Diagnostic.Message {
        let forms: DiagnosticText = alsoMonthsAndYears ? "`2010-03-31`, `2010-03` or `2010`" : "`2009-11-30`"
        let parts = Self.parts(of: text)
        if parts.count == 3, parts.allSatisfy({ $0.number != nil || $0.month != nil }) {
            let yearFirst = parts[0].text.utf8.count == 4
            let year = Self.year(yearFirst ? parts[0] : parts[2])
            let month = parts[1].month ?? parts[1].number ?? 0
            let day = (yearFirst ? parts[2] : parts[0]).number ?? 0
            let name = (1...12).contains(month) ? CalendarDate.monthNames[month - 1] : ""
            if let date = CalendarDate(year: year, month: month, day: day),
                !alsoMonthsAndYears || CalendarDate.fourDigitYears.contains(year)
            {
                return .unusualDate(text, usual: date.iso8601)
            }
            if name.isEmpty { return .missingMonth(month, in: text, forms: forms) }
            let days = CalendarDate.days(inMonth: month, of: year)
            return .missingDay("\(day) \(name) \(year)", month: name, days: days)
        }
        if alsoMonthsAndYears, parts.count == 2, let month = parts[0].month, parts[1].number != nil {
            return .unusualDate(text, usual: "\(Self.year(parts[1]))-\(month < 10 ? "0" : "")\(month)")
        }
        return .notADate(text, forms: forms)
    }

    /// A part of something like a date: a number or the name of a month.
    private struct Part {
        var text: Substring
        var number: Int?
        var month: Int?
    }

    private static func parts(of text: String) -> [Part] {
        text.split { "-/. ,".contains($0) }.map { word in
            let letters = word.lowercased()
            let isMonth = letters.utf8.count >= 3
            return Part(
                text: word,
                number: word.utf8.count <= 4 ? Int(word) : nil,
                month: isMonth
                    ? CalendarDate.monthNames.firstIndex { $0.lowercased().hasPrefix(letters) }.map { $0 + 1 } : nil
            )
        }
    }

    /// Two digits are of this century.
    private static func year(_ part: Part) -> Int {
        let number = part.number ?? 0
        return part.text.utf8.count <= 2 ? 2000 + number : number
    }
}

extension Diagnostic.Message {
    fileprivate static func unusualDate(_ text: String, usual date: String) -> Self {
        Self(.invalidDate, "`\(text.shortened)` is not written as a date", hint: "write `\(date)`")
    }

    fileprivate static func missingMonth(_ month: Int, in text: String, forms: DiagnosticText) -> Self {
        Self(
            .invalidDate,
            "`\(text.shortened)` is not a date: there is no month \("\(month)")",
            hint: "dates are written year, month, day: \(forms)"
        )
    }

    fileprivate static func missingDay(_ date: String, month: String, days: Int) -> Self {
        Self(.invalidDate, "\(date) does not exist", hint: "\(own: month) has \(days) days")
    }

    fileprivate static func notADate(_ text: String, forms: DiagnosticText) -> Self {
        Self(.invalidDate, "`\(text.shortened)` is not a date", hint: "write it \(forms)")
    }
}
