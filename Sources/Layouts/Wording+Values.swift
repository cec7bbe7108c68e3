// SPDX-License-Identifier: Apache-2.0

package import Monitoring

/// Dates, numbers and lists in the words of a language.
extension Wording {
    private static let months: [Phrase] = [
        .january, .february, .march, .april, .may, .june, .july, .august, .september, .october, .november, .december,
    ]

    /// `30 November 2009`.
    package func words(_ date: CalendarDate) -> String {
        words(
            .date,
            ["day": String(date.day), "month": words(Self.months[date.month - 1]), "year": String(date.year)]
        )
    }

    /// `31 March 2010`, `March 2010` or `2010`, as closely as the date is known.
    package func words(_ due: DueDate) -> String {
        switch due {
        case .day(let date): words(date)
        case .month(let year, let month):
            words(.monthAndYear, ["month": words(Self.months[month - 1]), "year": String(year)])
        case .year(let year): String(year)
        }
    }

    /// `2026/27`, `H1 2026/27`, `Q3 2026/27` or `October 2026`.
    package func words(_ period: Period) -> String {
        let names = ["number": String(period.span.index), "year": period.year.description]
        switch period.span {
        case .year: return period.year.description
        case .half: return words(.halfPeriod, names)
        case .quarter: return words(.quarterPeriod, names)
        case .month: return monthAndYear(period.firstMonth)
        }
    }

    /// `Q3 2026/27 (October 2026 to December 2026)`; a month as it is.
    package func fullWords(_ period: Period) -> String {
        if case .month = period.span { return words(period) }
        return words(
            .periodInFull,
            [
                "period": words(period), "first": monthAndYear(period.firstMonth),
                "last": monthAndYear(period.lastMonth),
            ]
        )
    }

    private func monthAndYear(_ month: (month: Int, year: Int)) -> String {
        words(.monthAndYear, ["month": words(Self.months[month.month - 1]), "year": String(month.year)])
    }

    /// `7,262,462`, `68.69%`, `£2.745m`, `33.5 days` (``Quantity/formatted(decimalPoint:digitSeparator:scale:)``).
    package func words(_ quantity: Quantity) -> String {
        quantity.formatted(
            decimalPoint: words(.decimalPoint),
            digitSeparator: words(.digitSeparator),
            scale: quantity.scale.phrase.map { words($0) } ?? ""
        )
    }

    /// `8 of 22`.
    package func words(_ rank: Indicator.Rank) -> String {
        words(.rank, ["rank": words(count: rank.position), "count": words(count: rank.count)])
    }

    /// A whole number with its thousands separated: `1,234`.
    package func words(count: Int) -> String { words(Quantity(digits: count)) }

    /// `a, b and c`; `a, with b, and c` if an item has a comma of its own.
    package func words(list items: [String]) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        let separator = words(.listSeparator)
        let hasCommas = items.contains { $0.contains(",") }
        return words(
            hasCommas && items.count > 2 ? .listEndAfterCommas : .listEnd,
            ["items": items.dropLast().joined(separator: separator), "last": last]
        )
    }
}

extension Quantity.Scale {
    fileprivate var phrase: Phrase? {
        switch self {
        case .one: nil
        case .thousand: .thousand
        case .million: .million
        case .billion: .billion
        }
    }
}
