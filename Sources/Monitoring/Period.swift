// SPDX-License-Identifier: Apache-2.0

/// A stretch of a year that a round or a figure is of: a month, a quarter, a half, or all of it.
package struct Period: Sendable, Hashable {
    /// Its length, and its position in the year, counted from one.
    package enum Span: Sendable, Hashable {
        case year
        case half(Int)
        case quarter(Int)
        case month(Int)

        /// How many months it lasts.
        package var months: Int {
            switch self {
            case .year: 12
            case .half: 6
            case .quarter: 3
            case .month: 1
            }
        }

        /// Its position in the year, counted from one.
        package var index: Int {
            switch self {
            case .year: 1
            case .half(let index), .quarter(let index), .month(let index): index
            }
        }

        fileprivate func with(index: Int) -> Span {
            switch self {
            case .year: .year
            case .half: .half(index)
            case .quarter: .quarter(index)
            case .month: .month(index)
            }
        }
    }

    /// The year that it is a part of.
    package let year: ReportingYear
    /// Which part of it.
    package let span: Span

    package init(year: ReportingYear, span: Span) {
        self.year = year
        self.span = span
    }

    /// The month of a calendar year, as a part of a year of some kind.
    package init(month: Int, of calendarYear: Int, kind: ReportingYear.Kind) {
        let first = month >= kind.firstMonth ? calendarYear : calendarYear - 1
        year = ReportingYear(first: first, kind: kind)
        span = .month((month - kind.firstMonth + 12) % 12 + 1)
    }

    /// The period of the same length, `count` periods earlier: `2026/27 Q1` is one before `2026/27 Q2`.
    package func before(_ count: Int) -> Period {
        let perYear = 12 / span.months
        let number = year.first * perYear + span.index - 1 - count
        // Rounded down, also below zero.
        let first = number >= 0 ? number / perYear : -((perYear - 1 - number) / perYear)
        return Period(
            year: ReportingYear(first: first, kind: year.kind),
            span: span.with(index: number - first * perYear + 1)
        )
    }

    /// The same part of the year, `years` years earlier.
    package func yearsBefore(_ years: Int) -> Period { Period(year: year.before(years), span: span) }

    /// The whole year that it is a part of.
    package var wholeYear: Period { Period(year: year, span: .year) }

    /// The calendar month and year in which it begins.
    package var firstMonth: (month: Int, year: Int) { month(after: (span.index - 1) * span.months) }

    /// The calendar month and year in which it ends.
    package var lastMonth: (month: Int, year: Int) { month(after: span.index * span.months - 1) }

    /// Its first day; `nil` where there is no such year.
    package var firstDay: CalendarDate? { CalendarDate(year: firstMonth.year, month: firstMonth.month, day: 1) }

    /// Its last day; `nil` where there is no such year.
    package var lastDay: CalendarDate? {
        let (month, year) = lastMonth
        return CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
    }

    private func month(after months: Int) -> (month: Int, year: Int) {
        let month = year.kind.firstMonth - 1 + months
        return (month % 12 + 1, year.first + month / 12)
    }
}

extension Period: CustomStringConvertible {
    /// As returns name it: `2026/27`, `2026/27 H1`, `2026/27 Q3`, `October 2026`.
    package var description: String {
        switch span {
        case .year: year.description
        case .half(let index): "\(year) H\(index)"
        case .quarter(let index): "\(year) Q\(index)"
        case .month: "\(CalendarDate.monthNames[firstMonth.month - 1]) \(firstMonth.year)"
        }
    }
}

extension Period: Comparable {
    /// By when they begin; a longer one comes before its parts.
    package static func < (first: Period, second: Period) -> Bool {
        (first.firstMonth.year, first.firstMonth.month, -first.span.months)
            < (second.firstMonth.year, second.firstMonth.month, -second.span.months)
    }
}

// MARK: - Reading

extension Period.Span {
    /// Reads the part of a year as officers write it: `Q3`, `FQ3`, `quarter 3`, `third quarter`, `H1`, `half-year`, `mid-year`, `full-year`,
    /// `year-end`, `month 7`, `M7`. `nil` for other texts, a month by its name among them.
    package init?(_ text: some StringProtocol) {
        let words = text.lowercased().split { " -_.\u{A0}\u{2013}".contains($0) }.map(String.init)
        let joined = words.joined(separator: " ")
        switch joined {
        case "year", "full year", "fullyear", "whole year", "annual", "year end", "yearend", "outturn": self = .year
        case "half year", "halfyear", "mid year", "midyear", "half": self = .half(1)
        default:
            guard let (name, number) = Self.nameAndNumber(words) else { return nil }
            switch name {
            case "q", "fq", "qtr", "quarter": self = .quarter(number)
            case "h", "fh", "half": self = .half(number)
            case "m", "p", "month", "period": self = .month(number)
            default: return nil
            }
            guard (1...12 / months).contains(number) else { return nil }
        }
    }

    private static let ordinals = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    ]

    /// `q3`, `quarter 3`, `third quarter`.
    private static func nameAndNumber(_ words: [String]) -> (name: String, number: Int)? {
        switch words.count {
        case 1:
            let name = words[0].prefix { $0.isLetter }
            return Int(digits: words[0].dropFirst(name.count)).map { (String(name), $0) }
        case 2:
            if let number = ordinals[words[0]] { return (words[1], number) }
            return Int(digits: words[1]).map { (words[0], $0) }
        default: return nil
        }
    }

    /// As a round's `point` is written: `half-year`, `full-year`, `Q3`, `H2`, `month 7`.
    package var name: String {
        switch self {
        case .year: "full-year"
        case .half(1): "half-year"
        case .half(let index): "H\(index)"
        case .quarter(let index): "Q\(index)"
        case .month(let index): "month \(index)"
        }
    }

    /// The names that hints list.
    package static let examples: [Period.Span] =
        [.half(1), .year] + (1...4).map { .quarter($0) } + [.half(2)] + (1...12).map { .month($0) }
}

extension Period {
    /// Reads a period as officers write it: `2026/27 Q3`, `Q3 2026/27`, `2026/27`, `October 2026`, `Oct 2026`, `2026-10`, `Q3` alone.
    ///
    /// - Parameters:
    ///   - current: the round's year: what a period without a year is of, and when a month's year begins; `nil` if it is not known.
    package init?(_ text: some StringProtocol, in current: ReportingYear?) {
        let kind = current?.kind ?? .financial
        if let month = Self.month(text, kind: kind) {
            self = month
            return
        }
        let words = String(text).split { " ,\u{A0}".contains($0) }
        var years: [ReportingYear] = []
        var rest: [Substring] = []
        for word in words {
            if word.count >= 4, let year = ReportingYear(word, kind: kind == .calendar ? .financial : kind) {
                years.append(year)
            } else {
                rest.append(word)
            }
        }
        guard years.count <= 1 else { return nil }
        let span = rest.isEmpty ? .year : Span(rest.joined(separator: " "))
        guard let span, let year = years.first ?? (rest.isEmpty ? nil : current) else { return nil }
        self.init(year: year, span: span)
    }

    /// `October 2026`, `Oct 2026`, `Oct-26` or `2026-10`.
    private static func month(_ text: some StringProtocol, kind: ReportingYear.Kind) -> Period? {
        let parts = text.split { " -/\u{A0}\u{2013}".contains($0) }
        guard parts.count == 2 else { return nil }
        if parts[0].count == 4, parts[1].count == 2, text.contains("-"), let year = Int(digits: parts[0]),
            let month = Int(digits: parts[1]), (1...12).contains(month), (year + 1) % 100 != month,
            CalendarDate.fourDigitYears.contains(year)
        {
            return Period(month: month, of: year, kind: kind)
        }
        guard let month = CalendarDate.month(named: parts[0]), let year = Int(digits: parts[1]),
            parts[1].count == 2 || parts[1].count == 4 && CalendarDate.fourDigitYears.contains(year)
        else { return nil }
        return Period(month: month, of: parts[1].count == 2 ? 2000 + year : year, kind: kind)
    }
}
