// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import UnicodeText

/// Reads a date as a council in the United Kingdom writes it: `2027-03-31`, `31/03/2027`, `31 March 2027`, `31-Mar-27`, and, where a month
/// or a year is enough, `Mar-27`, `March 2027`, `03/2027` or `2027`.
///
/// A spreadsheet shows a date as the computer's settings have it, and its CSV file has what is shown. Days come first. What may mean two
/// dates is a question: the number of a date, a month before the day, a day without its year, a year in which no council had plans.
struct DateReader {
    /// Whether a month or a year is a date.
    var alsoMonthsAndYears = false
    /// How a date is written, for hints; a day of a file, or a month or a year of it, unless it is said.
    var examples: DiagnosticText?

    /// Years in which the councils of today may have had or have plans.
    private static let likelyYears = 1974...2099

    /// The day that a text gives.
    ///
    /// - Throws: the message of the rule that the text breaks.
    func day(_ written: String) throws(Diagnostic.Message) -> CalendarDate {
        guard case .day(let date) = try DateReader(examples: examples).date(written) else {
            throw .notADate(written, forms: forms)
        }
        return date
    }

    /// The day, the month or the year that a text gives.
    ///
    /// - Throws: the message of the rule that the text breaks.
    func date(_ written: String) throws(Diagnostic.Message) -> DueDate {
        // As the form asks for it, and nearly all are.
        if written.utf8.count == 10, let day = CalendarDate(written) {
            try checkYear(of: .day(day), in: written)
            return .day(day)
        }
        if let error = SpreadsheetError.first(in: written) { throw .spreadsheetError(error) }
        let text = Self.withoutTime(written)
        if let date = DueDate(text), alsoMonthsAndYears || text.utf8.count == 10 {
            try checkYear(of: date, in: written)
            return date
        }
        if let number = Int(text.hasSuffix(".0") ? String(text.dropLast(2)) : text) {
            if (20_000...80_000).contains(number), let date = SpreadsheetDay.date(number) {
                throw .serialNumber(written, date)
            }
            throw .notADate(written, forms: forms)
        }
        let parts = Self.parts(of: text)
        let date: DueDate? =
            switch parts.count {
            case 3: try day(parts, in: written).map { .day($0) }
            case 2: try month(parts, in: written)
            default: nil
            }
        guard let date else { throw .notADate(written, forms: forms) }
        try checkYear(of: date, in: written)
        return date
    }

    private var forms: DiagnosticText {
        examples ?? (alsoMonthsAndYears ? "`2010-03-31`, `2010-03` or `2010`" : "`2009-11-30`")
    }

    /// A part of a date: a number or the name of a month.
    private struct Part {
        var digits: Int
        var number: Int?
        var month: Int?
        /// Whether it is a day: `31st`.
        var isOrdinal = false
        /// Two digits are of this century.
        var year: Int { digits <= 2 ? 2000 + (number ?? 0) : number ?? 0 }
    }

    /// A text without characters that show nothing and without the time of day, with which systems export dates.
    private static func withoutTime(_ written: String) -> String {
        let visible = String(
            String.UnicodeScalarView(written.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint })
        ).trimmed
        guard let gap = visible.lastIndex(where: { $0 == " " || $0 == "T" }) else { return visible }
        let time = visible[visible.index(after: gap)...]
        let isTime = time.contains(":") && time.allSatisfy { $0.isASCII && $0.isNumber || ":.Z".contains($0) }
        return isTime ? visible[..<gap].trimmed : visible
    }

    /// The numbers and months of a text; none if it holds anything else but a day of the week.
    private static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        let words = text.split { "-/.,\u{2010}\u{2011}\u{2013}".contains($0) || $0.isWhitespace }
        for (index, word) in words.enumerated() {
            let letters = word.lowercased()
            if index == 0, weekdays.contains(where: { letters.utf8.count >= 3 && $0.hasPrefix(letters) }) { continue }
            if letters == "sept" || letters.utf8.count >= 3,
                let month = CalendarDate.monthNames.firstIndex(where: { $0.lowercased().hasPrefix(letters) })
            {
                parts.append(Part(digits: 0, month: month + 1))
                continue
            }
            let isOrdinal = ["st", "nd", "rd", "th"].contains { letters.hasSuffix($0) && letters.utf8.count <= 4 }
            let number = isOrdinal ? letters.dropLast(2) : letters[...]
            guard number.utf8.count <= 4, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let value = Int(number)
            else { return [] }
            parts.append(Part(digits: number.utf8.count, number: value, isOrdinal: isOrdinal))
        }
        return parts
    }

    private static let weekdays = CalendarDate.Weekday.allCases.map { $0.name.lowercased() }

    /// The day of three parts: day, month, year, or the year first, or the name of a month first.
    private func day(_ parts: [Part], in text: String) throws(Diagnostic.Message) -> CalendarDate? {
        let isYearFirst = parts[0].digits == 4
        let order = isYearFirst ? [2, 1, 0] : parts[0].month != nil ? [1, 0, 2] : [0, 1, 2]
        guard let day = parts[order[0]].number, let month = parts[order[1]].month ?? parts[order[1]].number,
            parts[order[2]].number != nil, parts[order[2]].digits != 3, parts[order[2]].digits > 1
        else { return nil }
        let year = parts[order[2]].year
        if let date = CalendarDate(year: year, month: month, day: day) { return date }
        guard (1...12).contains(month) else {
            if let date = CalendarDate(year: year, month: day, day: month), !isYearFirst {
                throw .monthFirst(text, date)
            }
            throw .missingMonth(month, in: text, forms: forms)
        }
        let name = CalendarDate.monthNames[month - 1]
        guard CalendarDate(year: year, month: month, day: 1) != nil else { return nil }
        throw .missingDay("\(day) \(name) \(year)", month: name, days: CalendarDate.days(inMonth: month, of: year))
    }

    /// The month of two parts; a day without its year is a question.
    private func month(_ parts: [Part], in text: String) throws(Diagnostic.Message) -> DueDate? {
        if let month = parts[0].month, parts[1].number != nil {
            if parts[1].isOrdinal { throw .dayOrMonth(text, DateReader.dayName(parts[1], month), nil) }
            let isDay =
                parts[1].digits <= 2 && text.lowercased().contains(CalendarDate.monthNames[month - 1].lowercased())
            if isDay, month != 5 {
                throw .dayOrMonth(text, DateReader.dayName(parts[1], month), iso(parts[1].year, month))
            }
            guard parts[1].digits == 2 || parts[1].digits == 4, alsoMonthsAndYears else { return nil }
            return .month(year: parts[1].year, month: month)
        }
        if let month = parts[1].month, let day = parts[0].number {
            if parts[0].digits == 4 { return alsoMonthsAndYears ? .month(year: day, month: month) : nil }
            let isMonth =
                alsoMonthsAndYears && !parts[0].isOrdinal && parts[0].digits == 2 && Self.likelyMonthYears.contains(day)
            throw .dayOrMonth(text, DateReader.dayName(parts[0], month), isMonth ? iso(parts[0].year, month) : nil)
        }
        guard alsoMonthsAndYears, let first = parts[0].number, let second = parts[1].number else { return nil }
        if parts[1].digits == 4, parts[0].digits <= 2, (1...12).contains(first) {
            return .month(year: second, month: first)
        }
        // `2025/6` is a financial year.
        if parts[0].digits == 4, parts[1].digits == 1, (1...9).contains(second), second != (first + 1) % 10 {
            return .month(year: first, month: second)
        }
        return nil
    }

    /// Two digits that may be the year of a plan as well as a day.
    private static let likelyMonthYears = 15...31

    private static func dayName(_ day: Part, _ month: Int) -> String {
        "\(day.number ?? 0) \(CalendarDate.monthNames[month - 1])"
    }

    private func iso(_ year: Int, _ month: Int) -> String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    /// Plans are of this time: a year that a spreadsheet took for the number of a day is a date of 1905.
    private func checkYear(of date: DueDate, in text: String) throws(Diagnostic.Message) {
        let year =
            switch date {
            case .day(let day): day.year
            case .month(let year, _), .year(let year): year
            }
        if Self.likelyYears.contains(year) { return }
        if case .day(let day) = date, Self.likelyYears.contains(SpreadsheetDay.number(day)) {
            throw .yearAsDay(text, day, year: SpreadsheetDay.number(day), mayBeYear: alsoMonthsAndYears)
        }
        throw .unlikelyYear(year, in: text)
    }
}

/// The numbers that a spreadsheet has for days: 1 March 1900 is 61.
enum SpreadsheetDay {
    /// The day of a number from 61 on.
    static func date(_ number: Int) -> CalendarDate? {
        let (year, month, day) = CalendarDate.components(ofDayNumber: number + CalendarDate.spreadsheetEpoch)
        return CalendarDate(year: year, month: month, day: day)
    }

    /// The number of a day.
    static func number(_ date: CalendarDate) -> Int { date.dayNumber - CalendarDate.spreadsheetEpoch }
}

extension Diagnostic.Message {
    fileprivate static func serialNumber(_ text: String, _ date: CalendarDate) -> Self {
        Self(
            .invalidDate,
            "`\(text.shortened)` is the number that a spreadsheet has for a day, \("\(date)")",
            hint: "if that is the day, write `\(date.iso8601)`, and give the column the format of a date"
        )
    }

    fileprivate static func monthFirst(_ text: String, _ date: CalendarDate) -> Self {
        Self(
            .invalidDate,
            "`\(text.shortened)` is not a date with the day first",
            hint: "if the month is first, write `\(date.iso8601)`",
            // No other reading is a date.
            replacing: Replacement(of: text, by: date.iso8601)
        )
    }

    fileprivate static func dayOrMonth(_ text: String, _ day: String, _ month: String?) -> Self {
        Self(
            .invalidDate,
            month == nil
                ? "`\(text.shortened)` has no year"
                : "`\(text.shortened)` may be \(day) or the month \(month ?? "")",
            hint: month.map { "for the month write `\($0)`; for the day, write its year too" } ?? "write the year too"
        )
    }

    fileprivate static func yearAsDay(_ text: String, _ day: CalendarDate, year: Int, mayBeYear: Bool) -> Self {
        Self(
            .invalidDate,
            "`\(text.shortened)` is what a spreadsheet shows for the number \("\(year)") in a cell with the format of a date",
            hint: mayBeYear
                ? "if the year is meant, write `\("\(year)")`, and give the column the format Text"
                : "give the column the format of a date, and type the date again"
        )
    }

    fileprivate static func unlikelyYear(_ year: Int, in text: String) -> Self {
        Self(
            .invalidDate,
            "`\(text.shortened)` is of the year \("\(year)"), in which no plan of the council ends",
            hint: "check the year: it is written with four digits, from 1974 to 2099"
        )
    }

    fileprivate static func missingMonth(_ month: Int, in text: String, forms: DiagnosticText) -> Self {
        Self(
            .invalidDate,
            "`\(text.shortened)` is not a date: there is no month \("\(month)")",
            hint: "write it \(forms), or with the day first"
        )
    }

    fileprivate static func missingDay(_ date: String, month: String, days: Int) -> Self {
        Self(.invalidDate, "\(date) does not exist", hint: "\(own: month) has \(days) days")
    }

    fileprivate static func notADate(_ text: String, forms: DiagnosticText) -> Self {
        Self(
            .invalidDate,
            "`\(text.shortened)` is not a date",
            hint: "write it \(forms)"
                + (AbsencePhrases.code(for: text) == nil ? "" : ", or leave it empty where there is none yet")
        )
    }
}
