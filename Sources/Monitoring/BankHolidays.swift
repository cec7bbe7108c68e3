// SPDX-License-Identifier: Apache-2.0

import UnicodeText

/// A bank holiday and the weekday on which it is observed, as GOV.UK lists it.
package struct BankHoliday: Sendable, Hashable {
    /// "Spring bank holiday".
    package let title: String
    /// Its day.
    package let date: CalendarDate

    package init(title: String, date: CalendarDate) {
        self.title = title
        self.date = date
    }

    /// Whether it is a holiday of the rules on another day: titled as it, maybe with the occasion in brackets, as in
    /// "Early May bank holiday (VE day)".
    fileprivate func moves(_ other: BankHoliday) -> Bool {
        title.prefix { $0 != "(" }.letterSkeleton == other.title.letterSkeleton
    }
}

/// The bank holidays of every year in one part of the United Kingdom.
///
/// Most follow from rules (``rules(for:in:)``). Royal proclamations add single days and move others; they are data, since a new one
/// must not need a new program: the program's list of one-off days, and the council's own list, which may be the whole file that
/// GOV.UK publishes. The council's list is read year by year (``Coverage``).
package struct BankHolidays: Sendable, Hashable {
    /// A part of the United Kingdom with bank holidays of its own, by its key in the GOV.UK file.
    package enum Division: String, Sendable, Hashable, CaseIterable {
        case englandAndWales = "england-and-wales"
        case scotland
        case northernIreland = "northern-ireland"
    }

    /// What a list of bank holidays is of one year.
    ///
    /// GOV.UK's file has no sign that a year in it is whole, and a council may list no more than a day that has just been proclaimed.
    /// Taken for a whole year, that would make Christmas Day a working day, and papers late.
    package enum Coverage: Sendable, Hashable {
        /// The list has the first and the last holiday of the year, and all between them as GOV.UK publishes it: it alone counts.
        case wholeYear
        /// No day of the list is a holiday by rule: its days come in addition, or in place of holidays of the same title.
        case oneOffDays
        /// Holidays by rule are in the list, and not both the first and the last: a part of a year. The rules are kept, for a paper that
        /// is public too early is no harm, and one that is public too late is.
        case partOfYear
    }

    private let division: Division
    /// The bank holidays of the years of which a list says something. They are worked out once: papers ask for days by the thousand.
    private let listedYears: [Int: Set<CalendarDate>]

    /// - Parameters:
    ///   - oneOffDays: the program's list of days that were added or moved.
    ///   - ownList: the council's list, of whole years or of one-off days.
    package init(of division: Division, oneOffDays: [BankHoliday] = [], ownList: [BankHoliday] = []) {
        self.division = division
        let program = Dictionary(grouping: oneOffDays, by: \.date.year)
        let own = Dictionary(grouping: ownList, by: \.date.year)
        var years = program.mapValues { division.days(with: $0, in: $0[0].date.year) }
        for (year, list) in own {
            let isWhole = division.coverage(of: list, in: year) == .wholeYear
            years[year] =
                isWhole ? Set(list.map(\.date)) : division.days(with: program[year, default: []] + list, in: year)
        }
        listedYears = years
    }

    /// The bank holidays of a calendar year.
    package func days(in year: Int) -> Set<CalendarDate> {
        listedYears[year] ?? division.days(with: [], in: year)
    }
}

extension BankHolidays.Division {
    /// What a list of bank holidays is of a year in this division.
    package func coverage(of list: [BankHoliday], in year: Int) -> BankHolidays.Coverage {
        let rules = rules(in: year).map(\.date)
        let days = Set(list.map(\.date))
        if days.isSuperset(of: firstAndLast(in: year)) { return .wholeYear }
        return days.isDisjoint(with: rules) ? .oneOffDays : .partOfYear
    }

    /// The bank holidays of a year by rule, with days that are added to them or move them. Of two days that move one, the later counts.
    fileprivate func days(with oneOffDays: [BankHoliday], in year: Int) -> Set<CalendarDate> {
        let rules = rules(in: year)
        var days: Set<CalendarDate> = []
        var moved: [String: CalendarDate] = [:]
        for day in oneOffDays {
            if let rule = rules.first(where: day.moves) {
                moved[rule.title] = day.date
            } else {
                days.insert(day.date)
            }
        }
        return days.union(rules.map { moved[$0.title] ?? $0.date })
    }

    /// The first and the last bank holiday of a year, which no proclamation has ever moved.
    package func firstAndLast(in year: Int) -> [CalendarDate] {
        let days = rules(in: year).map(\.date).sorted()
        return [days.first, days.last].compactMap(\.self)
    }
}
